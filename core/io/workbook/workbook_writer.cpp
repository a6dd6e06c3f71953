#include "core/io/workbook/workbook_writer.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "core/base/move_into_place.h"
#include "core/io/json_text.h"
#include "core/io/workbook/cell_text.h"

namespace labelwright {
namespace {

/// As Excel counts: in UTF-16.
std::size_t characters(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xc0U) != 0x80U) count += byte >= 0xf0U ? 2 : 1;
    }
    return count;
}

/// The number that a cell is: only if it comes back with the same digits.
std::optional<double> exactNumber(std::string_view cell) {
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (cell.empty() || error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value)) return std::nullopt;
    std::array<char, 40> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::general, 15);
    if (std::string_view(digits.data(), static_cast<std::size_t>(written.ptr - digits.data())) != cell) return std::nullopt;
    return value;
}

}  // namespace

struct WorkbookWriter::State {
    class Sheet;

    ~State();
    void fail(Error error) {
        if (!fault) fault = std::move(error);
    }
    Error unwritable(lxw_error code) const {
        const std::string reason = lxw_strerror(code);
        return {ErrorCode::FileUnwritable, "cannot write " + target.string() + ": " + reason, {target.string(), reason}};
    }

    std::filesystem::path target;
    std::filesystem::path temporary;
    std::string folder;
    lxw_workbook* workbook = nullptr;
    lxw_format* bold = nullptr;
    std::vector<std::unique_ptr<Sheet>> sheets;
    std::optional<Error> fault;
};

class WorkbookWriter::State::Sheet final : public CellWriter {
public:
    Sheet(State& state, const std::string& name) : m_state(state), m_name(name) {
        m_sheet = workbook_add_worksheet(state.workbook, name.c_str());
        worksheet_freeze_panes(m_sheet, 1, 0);
    }

    void text(std::string_view cell, NumberCells numbers) override {
        const auto number = numbers == NumberCells::AsTheyAre && m_row > 0 ? exactNumber(cell) : std::nullopt;
        if (number) {
            check(worksheet_write_number(m_sheet, m_row, m_column++, *number, nullptr));
            return;
        }
        const std::string escaped = escapedCell(cell);
        const std::size_t length = characters(escaped);
        if (length > mostCellCharacters) {
            const std::string what = "row " + std::to_string(m_row + 1) + " of the sheet \"" + m_name + "\" has a text of " +
                                     std::to_string(length) + " characters, and a cell of Excel holds 32767; export as CSV instead";
            m_state.fail({ErrorCode::InvalidArgument, what, {"format", what}});
        } else if (!escaped.empty()) {
            check(worksheet_write_string(m_sheet, m_row, m_column, escaped.c_str(), m_row == 0 ? m_state.bold : nullptr));
        }
        ++m_column;
    }
    void plain(std::string_view cell) override { text(cell, NumberCells::Guarded); }
    void number(float value) override {
        // As it would be written down: 0.1F as 0.1, not as the double next to it.
        const std::string digits = shortestNumber(value, "");
        double written = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), written);
        if (error == std::errc() && end != digits.data()) check(worksheet_write_number(m_sheet, m_row, m_column, written, nullptr));
        ++m_column;
    }
    void flag(bool value) override { check(worksheet_write_boolean(m_sheet, m_row, m_column++, value ? 1 : 0, nullptr)); }
    void endRow() override {
        m_columns = std::max(m_columns, m_column);
        m_column = 0;
        ++m_row;
    }

    void finish() {
        if (m_row > 1 && m_columns > 0) worksheet_autofilter(m_sheet, 0, 0, m_row - 1, static_cast<lxw_col_t>(m_columns - 1));
    }

private:
    void check(lxw_error code) {
        if (code == LXW_NO_ERROR) return;
        if (code == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE) {
            const std::string what = "Excel holds 1048576 rows and 16384 columns, and this is more; export as CSV instead";
            m_state.fail({ErrorCode::InvalidArgument, what, {"format", what}});
        } else {
            m_state.fail(m_state.unwritable(code));
        }
    }

    State& m_state;
    std::string m_name;
    lxw_worksheet* m_sheet = nullptr;
    lxw_row_t m_row = 0;
    lxw_col_t m_column = 0;
    lxw_col_t m_columns = 0;
};

WorkbookWriter::State::~State() {
    if (workbook == nullptr) return;
    // The library gives its memory and temporary files back only by writing the file.
    workbook_close(workbook);
    std::error_code ignored;
    std::filesystem::remove(temporary, ignored);
}

WorkbookWriter::WorkbookWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}
WorkbookWriter::WorkbookWriter(WorkbookWriter&&) noexcept = default;
WorkbookWriter::~WorkbookWriter() = default;

Result<WorkbookWriter> WorkbookWriter::create(const std::filesystem::path& target) {
    auto state = std::make_unique<State>();
    state->target = target;
    std::error_code error;
    const auto status = std::filesystem::status(target, error);
    const auto refused = [&](const std::string& reason) {
        return Error{ErrorCode::FileUnwritable, "cannot write " + target.string() + ": " + reason, {target.string(), reason}};
    };
    if (std::filesystem::is_directory(status)) return refused("it is a folder");
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) return refused("a workbook can only be a file");
    if (std::filesystem::is_symlink(target, error)) state->target = std::filesystem::weakly_canonical(target, error);
    state->temporary = nameBeside(state->target);
    // The parts are written beside the target too: they are as large as it, and the folder for temporary files may be small.
    state->folder = state->target.has_parent_path() ? state->target.parent_path().string() : ".";
    if (!std::filesystem::is_directory(state->folder, error)) return refused("there is no such folder");
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = state->folder.data();
    options.use_zip64 = LXW_TRUE;
    state->workbook = workbook_new_opt(state->temporary.c_str(), &options);
    if (state->workbook == nullptr) return refused("not enough memory");
    state->bold = workbook_add_format(state->workbook);
    format_set_bold(state->bold);
    return WorkbookWriter(std::move(state));
}

CellWriter& WorkbookWriter::addSheet(const std::string& name) {
    return *m_state->sheets.emplace_back(std::make_unique<State::Sheet>(*m_state, name));
}

const std::optional<Error>& WorkbookWriter::fault() const noexcept { return m_state->fault; }

Result<void> WorkbookWriter::commit() {
    if (m_state->fault) return *m_state->fault;
    for (const auto& sheet : m_state->sheets) sheet->finish();
    const lxw_error code = workbook_close(std::exchange(m_state->workbook, nullptr));
    auto moved = code == LXW_NO_ERROR ? moveIntoPlace(m_state->temporary, m_state->target) : Result<void>(m_state->unwritable(code));
    std::error_code ignored;
    if (!moved) std::filesystem::remove(m_state->temporary, ignored);
    return moved;
}

}  // namespace labelwright
