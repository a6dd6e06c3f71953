#include "core/labels/exchange/label_csv.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "core/base/utf8.h"
#include "core/io/csv_writer.h"
#include "core/io/delimited_parser.h"
#include "core/io/dialect_guess.h"
#include "core/labels/exchange/label_draft.h"
#include "core/labels/label_list.h"

namespace labelwright {
namespace {

enum class Column { Name, English, Description, Colour, Key, Parent, Template, Id };
constexpr std::size_t columnCount = 8;
using Places = std::array<std::optional<std::size_t>, columnCount>;

struct ColumnName {
    std::string_view name;
    Column column;
};
constexpr ColumnName columnNames[] = {
    {"name", Column::Name},
    {"label", Column::Name},
    {"label_name", Column::Name},
    {"标签", Column::Name},
    {"标签名", Column::Name},
    {"标签名称", Column::Name},
    {"名称", Column::Name},
    {"english", Column::English},
    {"english_name", Column::English},
    {"english name", Column::English},
    {"英文", Column::English},
    {"英文名", Column::English},
    {"description", Column::Description},
    {"definition", Column::Description},
    {"描述", Column::Description},
    {"说明", Column::Description},
    {"定义", Column::Description},
    {"colour", Column::Colour},
    {"color", Column::Colour},
    {"background_color", Column::Colour},
    {"颜色", Column::Colour},
    {"key", Column::Key},
    {"hotkey", Column::Key},
    {"shortcut", Column::Key},
    {"快捷键", Column::Key},
    {"parent", Column::Parent},
    {"上级", Column::Parent},
    {"上级标签", Column::Parent},
    {"父标签", Column::Parent},
    {"template", Column::Template},
    {"hypothesis", Column::Template},
    {"模板", Column::Template},
    {"id", Column::Id},
    {"编号", Column::Id},
};
/// As we write them.
constexpr std::array<std::string_view, columnCount> header{"name", "english", "description", "colour", "key", "parent", "template", "id"};

/// Numbers of other programs are no ids of ours: the same stand in every file.
bool isOwnId(std::string_view id) { return id.size() == 32 && id.find_first_not_of("0123456789abcdef") == std::string_view::npos; }

/// Rows of a table, in order.
class Table {
public:
    explicit Table(std::string_view text) : m_text(text), m_parser(dialectOf(text)) {}

    /// Kind::Row or Kind::Rejected; Kind::End at the end.
    const ParsedRow& next() {
        do {
            m_parser.next(m_text, Continues::No, m_row);
            m_text.remove_prefix(m_row.bytes);
        } while (m_row.kind == ParsedRow::Kind::Skipped);
        return m_row;
    }

private:
    static Dialect dialectOf(std::string_view text) {
        ImportOptions options;
        options.quote = '"';  // a ' is the guard
        return guessDialect(text.substr(0, std::size_t{64} << 10U), options).dialect;
    }

    std::string_view m_text;
    DelimitedParser m_parser;
    ParsedRow m_row;
};

Places placesOf(const std::vector<std::string_view>& cells) {
    Places places;
    for (std::size_t at = 0; at < cells.size(); ++at) {
        const std::string cell = foldedName(cells[at]);
        for (const ColumnName& known : columnNames) {
            auto& place = places[static_cast<std::size_t>(known.column)];
            if (cell == known.name && !place) place = at;
        }
    }
    return places;
}

/// A row's cells by column.
class Row {
public:
    Row(const Places& places, const std::vector<std::string_view>& cells) : m_places(places), m_cells(cells) {}

    std::string operator[](Column column) const {
        const auto place = m_places[static_cast<std::size_t>(column)];
        if (!place || *place >= m_cells.size()) return {};
        const std::string_view cell = m_cells[*place];
        return std::string(withoutFormulaGuard(cell));
    }
    bool empty() const {
        return std::all_of(m_cells.begin(), m_cells.end(), [](std::string_view cell) { return trimmed(cell).empty(); });
    }

private:
    const Places& m_places;
    const std::vector<std::string_view>& m_cells;
};

/// Where every label has a template, the one that most share, if it is one, becomes the set's.
void settleTemplate(LabelSet& set) {
    std::map<std::string_view, std::size_t> counts;
    for (const Label& label : set.labels) {
        if (label.hypothesis.empty()) return;
        if (checkTemplate(label.hypothesis).ok()) ++counts[label.hypothesis];
    }
    if (counts.empty()) return;
    set.hypothesisTemplate =
        std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
    for (Label& label : set.labels)
        if (label.hypothesis == set.hypothesisTemplate) label.hypothesis.clear();
}

}  // namespace

std::string writeLabelCsv(const LabelSet& labels) {
    std::string out;
    CsvWriter writer(out, FormulaGuard::On);
    const auto cell = [&writer](std::string_view text) { writer.text(text); };
    for (const std::string_view name : header) cell(name);
    writer.endRow();
    const std::string common = labels.hypothesisTemplate == "{}" ? std::string() : labels.hypothesisTemplate;
    for (const Label& label : labels.labels) {
        const Label* parent = label.parent.empty() ? nullptr : findLabel(labels, label.parent);
        for (const std::string_view text :
             {std::string_view(label.name), std::string_view(label.englishName), std::string_view(label.description)})
            cell(text);
        cell(colourText(label.colour));
        cell(label.key);
        cell(parent == nullptr || parent == &label ? std::string_view() : std::string_view(parent->name));
        cell(label.hypothesis.empty() ? common : label.hypothesis);
        cell(label.id);
        writer.endRow();
    }
    return out;
}

bool isLabelCsv(std::string_view text) {
    Table table(text);
    const ParsedRow& first = table.next();
    return first.kind == ParsedRow::Kind::Row && first.cells.size() > 1 && placesOf(first.cells)[static_cast<std::size_t>(Column::Name)];
}

Result<LabelPreset> readLabelCsv(std::string_view text, const std::string& nameForErrors) {
    Table table(text);
    const Places places = placesOf(table.next().cells);
    std::vector<LabelDraft> drafts;
    for (;;) {
        const ParsedRow& parsed = table.next();
        if (parsed.kind == ParsedRow::Kind::End) break;
        const std::string place = "line " + std::to_string(parsed.line);
        if (parsed.kind == ParsedRow::Kind::Rejected) {
            if (parsed.reason == RejectedRow::Reason::EmptyText) continue;
            return malformedLabelFile(nameForErrors, place, "is no row of the table: " + parsed.detail + "; correct its quotes");
        }
        const Row row(places, parsed.cells);
        if (row.empty()) continue;
        LabelDraft& draft = addDraft(drafts, place);
        if (std::string id = row[Column::Id]; isOwnId(id)) draft.label.id = std::move(id);
        draft.label.name = row[Column::Name];
        draft.label.englishName = trimmed(row[Column::English]);
        draft.label.description = row[Column::Description];
        draft.label.hypothesis = row[Column::Template];
        draft.label.key = trimmed(row[Column::Key]);
        draft.parent = row[Column::Parent];
        if (const std::string colour = row[Column::Colour]; !trimmed(colour).empty()) {
            const auto read = colourOf(colour, nameForErrors, place + ", colour");
            if (!read) return read.error();
            draft.label.colour = *read;
        }
    }
    auto labels = labelsOf(std::move(drafts), nameForErrors);
    if (!labels) return labels.error();
    LabelPreset preset;
    preset.labelSet.id = newId();
    preset.labelSet.labels = *std::move(labels);
    settleTemplate(preset.labelSet);
    return preset;
}

}  // namespace labelwright
