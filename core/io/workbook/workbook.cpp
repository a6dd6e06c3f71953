#include "core/io/workbook/workbook.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <map>

#include "core/io/workbook/sheet_listener.h"

namespace labelwright {
namespace {

int integer(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

bool isTrue(std::string_view text) { return text == "1" || text == "true"; }

/// xl/workbook.xml: the sheets in their order, and how dates are counted.
class SheetList final : public XmlListener {
public:
    void start(std::string_view tag, const XmlAttributes& attributes) override {
        if (tag == "workbookPr" && isTrue(attributes["date1904"])) dates = DateSystem::From1904;
        if (tag != "sheet") return;
        names.emplace_back(attributes["name"]);
        relations.emplace_back(attributes["id"]);
    }

    std::vector<std::string> names;
    std::vector<std::string> relations;  // [names]
    DateSystem dates = DateSystem::From1900;
};

/// xl/_rels/workbook.xml.rels: where the parts lie.
class Relations final : public XmlListener {
public:
    void start(std::string_view tag, const XmlAttributes& attributes) override {
        if (tag != "Relationship") return;
        const std::string_view target = attributes["Target"];
        const std::string member = target.starts_with('/') ? std::string(target.substr(1)) : "xl/" + std::string(target);
        byId[std::string(attributes["Id"])] = member;
        const std::string_view type = attributes["Type"];
        // A sheet of a chart has a relation of another type, and no rows.
        if (type.ends_with("/worksheet")) sheets.push_back(member);
        if (type.ends_with("/styles")) styles = member;
        if (type.ends_with("/sharedStrings")) strings = member;
    }

    std::map<std::string, std::string> byId;
    std::vector<std::string> sheets;
    std::string styles, strings;
};

/// xl/styles.xml: what each style number does to a number.
class Styles final : public XmlListener {
public:
    void start(std::string_view tag, const XmlAttributes& attributes) override {
        if (tag == "numFmt") m_codes[integer(attributes["numFmtId"])] = attributes["formatCode"];
        if (tag == "cellXfs") m_inCells = true;
        if (tag != "xf" || !m_inCells) return;
        const int id = integer(attributes["numFmtId"]);
        const auto code = m_codes.find(id);
        kinds.push_back(numberKind(id, code == m_codes.end() ? std::string_view() : std::string_view(code->second)));
    }
    void end(std::string_view tag) override {
        if (tag == "cellXfs") m_inCells = false;
    }

    std::vector<NumberKind> kinds;

private:
    std::map<int, std::string> m_codes;
    bool m_inCells = false;
};

/// xl/sharedStrings.xml. A string may be in runs of their own format, and have a reading (rPh) that is not part of it.
class StringList final : public XmlListener {
public:
    void start(std::string_view tag, const XmlAttributes&) override {
        if (tag == "si") m_text.clear();
        if (tag == "rPh") m_inPhonetic = true;
        if (tag == "t" && !m_inPhonetic) m_inText = true;
    }
    void end(std::string_view tag) override {
        if (tag == "si") strings.add(unescapedCell(m_text));
        if (tag == "rPh") m_inPhonetic = false;
        if (tag == "t") m_inText = false;
    }
    void text(std::string_view piece) override {
        if (m_inText) m_text += piece;
    }

    SharedStrings strings;

private:
    std::string m_text;
    bool m_inText = false;
    bool m_inPhonetic = false;
};

constexpr const char* workbookPart = "xl/workbook.xml";
constexpr const char* relationsPart = "xl/_rels/workbook.xml.rels";

}  // namespace

struct Workbook::State {
    WorkbookArchive archive;
    std::vector<std::string> names;
    std::vector<std::string> members;  // [names]
    CellKinds kinds;
    std::map<std::size_t, SheetShape> shapes;  // of the sheets that were asked about

    Result<const SheetShape*> shapeOf(std::size_t sheet, const std::stop_token& stop, const Progress& progress) {
        if (const auto known = shapes.find(sheet); known != shapes.end()) return &known->second;
        SheetShape shape;
        if (auto read = readXmlPart(archive, members[sheet], shape, stop, progress); !read) return read.error();
        return &(shapes[sheet] = std::move(shape));
    }
};

Workbook::Workbook(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Workbook::Workbook(Workbook&&) noexcept = default;
Workbook& Workbook::operator=(Workbook&&) noexcept = default;
Workbook::~Workbook() = default;

Result<Workbook> Workbook::open(const std::filesystem::path& file, const std::stop_token& stop) {
    Result<WorkbookArchive> archive = WorkbookArchive::open(file);
    if (!archive) return archive.error();
    if (!archive->contains(workbookPart) || !archive->contains(relationsPart))
        return archive->malformed("", "is a zip archive but not an Excel workbook; choose a file saved as .xlsx");
    auto state = std::make_unique<State>(State{std::move(*archive), {}, {}, {}, {}});

    SheetList sheets;
    Relations relations;
    if (auto read = readXmlPart(state->archive, workbookPart, sheets, stop); !read) return read.error();
    if (auto read = readXmlPart(state->archive, relationsPart, relations, stop); !read) return read.error();
    for (std::size_t sheet = 0; sheet < sheets.names.size(); ++sheet) {
        const std::string& member = relations.byId[sheets.relations[sheet]];
        if (std::find(relations.sheets.begin(), relations.sheets.end(), member) == relations.sheets.end()) continue;
        state->names.push_back(sheets.names[sheet]);
        state->members.push_back(member);
    }
    if (state->names.empty()) return state->archive.malformed(workbookPart, "names no sheet with cells");
    state->kinds.dates = sheets.dates;
    if (state->archive.contains(relations.styles)) {
        Styles styles;
        if (auto read = readXmlPart(state->archive, relations.styles, styles, stop); !read) return read.error();
        state->kinds.styles = std::move(styles.kinds);
    }
    if (state->archive.contains(relations.strings)) {
        StringList list;
        if (auto read = readXmlPart(state->archive, relations.strings, list, stop); !read) return read.error();
        state->kinds.strings = std::move(list.strings);
    }
    return Workbook(std::move(state));
}

const std::vector<std::string>& Workbook::sheets() const noexcept { return m_state->names; }

Result<std::size_t> Workbook::sheetNamed(const std::string& name) const {
    const auto found = std::find(m_state->names.begin(), m_state->names.end(), name);
    if (found != m_state->names.end()) return static_cast<std::size_t>(found - m_state->names.begin());
    std::string known;
    for (const std::string& sheet : m_state->names) known += (known.empty() ? "" : ", ") + sheet;
    return Error{ErrorCode::InvalidArgument, "there is no sheet \"" + name + "\"; the workbook has: " + known, {"sheet", name}};
}

Result<std::size_t> Workbook::columns(std::size_t sheet, const std::stop_token& stop, const Progress& progress) const {
    const auto shape = m_state->shapeOf(sheet, stop, progress);
    if (!shape) return shape.error();
    return (*shape)->columns();
}

Result<void> Workbook::readRows(std::size_t sheet, MergedCells merged, const std::function<bool(const SheetRow& row)>& take,
                                const std::stop_token& stop, const Progress& progress) const {
    SheetShape shape;
    if (merged == MergedCells::Fill) {
        const auto found = m_state->shapeOf(sheet, stop, {});
        if (!found) return found.error();
        shape = **found;
    }
    SheetRows rows(m_state->kinds, std::move(shape), take);
    return readXmlPart(m_state->archive, m_state->members[sheet], rows, stop, progress);
}

bool looksLikeWorkbook(const std::filesystem::path& file) {
    std::array<char, 4> start{};
    std::ifstream(file, std::ios::binary).read(start.data(), start.size());
    const std::string_view bytes(start.data(), start.size());
    return bytes == "PK\x03\x04" || bytes == "\xd0\xcf\x11\xe0";
}

}  // namespace labelwright
