#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zip.h>

#include "core/io/workbook/cell_text.h"
#include "core/io/workbook/number_format.h"
#include "core/io/workbook/workbook.h"
#include "core/io/workbook/workbook_writer.h"
#include "tests/core/io/io_support.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::TemporaryFolder;

/// A workbook of one sheet, made of parts as Excel has them; a part that is given replaces the usual one.
std::filesystem::path zipped(const TemporaryFolder& folder, const std::map<std::string, std::string>& parts) {
    std::map<std::string, std::string> all{
        {"xl/workbook.xml", R"(<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels", R"(<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/s.xml"/>
<Relationship Id="rId2" Type="http://x/sharedStrings" Target="/xl/strings.xml"/></Relationships>)"},
        {"xl/worksheets/s.xml", R"(<worksheet><sheetData/></worksheet>)"}};
    for (const auto& [name, content] : parts) all[name] = content;
    const std::filesystem::path file = folder / "book.xlsx";
    int error = 0;
    zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (const auto& [name, content] : all)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), ZIP_FL_OVERWRITE);
    EXPECT_EQ(zip_close(archive), 0);
    return file;
}

std::string sheet(const std::string& rows) { return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"; }

using Rows = std::vector<std::vector<std::string>>;

Result<Rows> rowsOf(const std::filesystem::path& file) {
    const auto workbook = Workbook::open(file);
    if (!workbook) return workbook.error();
    Rows rows;
    const auto read = workbook->readRows(0, MergedCells::Fill, [&](const SheetRow& row) {
        rows.emplace_back(row.cells.begin(), row.cells.end());
        return true;
    });
    if (!read) return read.error();
    return rows;
}

std::string faultOf(const std::filesystem::path& file) {
    const auto rows = rowsOf(file);
    return rows ? std::string("no fault") : rows.error().detail;
}

TEST(Workbooks, HoldCellsOfEveryKind) {
    const TemporaryFolder folder;
    const auto rows = rowsOf(zipped(
        folder,
        {{"xl/strings.xml", "<sst><si><t>a</t></si><si><r><t>多</t></r><r><t>行</t></r><rPh><t>duo</t></rPh></si><si><t/></si></sst>"},
         {"xl/worksheets/s.xml",
          sheet(R"(<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><t>in_x000D_line</t></is></c></row>
<row><c><v>0.30000000000000004</v></c><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>=1</v></c><c t="e"><v>#N/A</v></c></row>
<row r="9"><c r="A9" s="3"/></row><row r="10"><c r="B10" t="s"><v>2</v></c></row>)")}}));
    ASSERT_TRUE(rows.ok()) << rows.error().detail;
    EXPECT_THAT(*rows, ElementsAre(ElementsAre("多行", "", "in\rline"), ElementsAre("0.3", "TRUE", "=1", "#N/A")));
}

TEST(Workbooks, ThatAreDamagedSayWhere) {
    const TemporaryFolder folder;
    const auto fault = [&](const std::string& name, const std::string& content) { return faultOf(zipped(folder, {{name, content}})); };
    const std::string part = "xl/worksheets/s.xml";
    EXPECT_THAT(fault(part, "<worksheet>\n<sheetData>\n<row"), HasSubstr("xl/worksheets/s.xml, line 3) is not XML"));
    EXPECT_THAT(fault(part, "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>"), HasSubstr("has a document type"));
    EXPECT_THAT(fault(part, sheet(R"(<row r="2"/><row r="2"/>)")), HasSubstr("row 2 follows row 2"));
    EXPECT_THAT(fault(part, sheet(R"(<row r="1"><c r="AAAA1"/></row>)")), HasSubstr("there is no cell AAAA1"));
    EXPECT_THAT(fault(part, sheet(R"(<row r="1"><c t="s"><v>5</v></c></row>)")), HasSubstr("refers to shared string 5"));
    EXPECT_THAT(fault("xl/workbook.xml", "<workbook><sheets/></workbook>"), HasSubstr("names no sheet with cells"));
    EXPECT_THAT(fault("xl/_rels/workbook.xml.rels",
                      R"(<Relationships><Relationship Id="rId1" Type="/worksheet" Target="gone.xml"/></Relationships>)"),
                HasSubstr("xl/gone.xml) is missing"));
    EXPECT_THAT(fault(part, "<worksheet><sheetData>" + std::string(70'000'000, ' ') + "</sheetData></worksheet>"),
                HasSubstr("inflates to more than 200 times its size"));

    testing::writeFile(folder / "other.xlsx", "PK\x03\x04 but no archive");
    EXPECT_THAT(faultOf(folder / "other.xlsx"), HasSubstr("is not an Excel workbook"));
    testing::writeFile(folder / "old.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 the rest");
    const auto old = importTexts({folder / "old.xls", {}});
    ASSERT_FALSE(old.ok());
    EXPECT_THAT(old.error().detail, HasSubstr("save it as .xlsx without a password"));
}

TEST(Workbooks, CutAnywhereAreRefusedOrRead) {
    const TemporaryFolder folder;
    const auto file = zipped(folder, {{"xl/worksheets/s.xml", sheet(R"(<row><c t="inlineStr"><is><t>text</t></is></c></row>)")}});
    const std::string bytes = testing::readFile(file);
    for (std::size_t length = 0; length < bytes.size(); length += 7) {
        testing::writeFile(folder / "cut.xlsx", bytes.substr(0, length));
        EXPECT_FALSE(rowsOf(folder / "cut.xlsx").ok()) << length;
    }
}

TEST(Workbooks, GiveMergedCellsTheirValue) {
    const TemporaryFolder folder;
    const auto rows = rowsOf(zipped(folder, {{"xl/worksheets/s.xml", R"(<worksheet><sheetData>
<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row><row r="4"><c r="B4"><v>4</v></c></row>
</sheetData><mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="nonsense"/></mergeCells></worksheet>)"}}));
    ASSERT_TRUE(rows.ok()) << rows.error().detail;
    EXPECT_THAT(*rows, ElementsAre(ElementsAre("a", "1"), ElementsAre("a", "2"), ElementsAre("", "4")));
}

TEST(Workbooks, AreImportedSheetBySheet) {
    const TemporaryFolder folder;
    {
        auto writer = WorkbookWriter::create(folder / "two.xlsx");
        ASSERT_TRUE(writer.ok()) << writer.error().detail;
        CellWriter& first = writer->addSheet("first");
        CellWriter& second = writer->addSheet("第二");
        for (const char* cell : {"id", "text", "n"}) first.plain(cell);
        first.endRow();
        first.text("007");
        first.text("=1+1");
        first.text("5", NumberCells::AsTheyAre);
        first.endRow();
        second.plain("text");
        second.endRow();
        second.text("_x0041_\r\n\x01 中😀\t");
        second.endRow();
        second.text("wide");
        second.text("no name above");
        second.endRow();
        ASSERT_TRUE(writer->commit().ok());
    }
    const auto preview = previewImport({folder / "two.xlsx", {}});
    ASSERT_TRUE(preview.ok()) << preview.error().detail;
    EXPECT_THAT(preview->sheets, ElementsAre("first", "第二"));
    EXPECT_EQ(preview->options.format, TextFormat::Workbook);
    EXPECT_THAT(preview->columns, ElementsAre("id", "text", "n"));
    EXPECT_THAT(preview->rows, ElementsAre(ElementsAre("007", "=1+1", "5")));
    EXPECT_THAT(preview->lines, ElementsAre(2));

    ImportOptions options;
    options.sheet = "第二";
    const auto second = importTexts({folder / "two.xlsx", {}}, options);
    ASSERT_TRUE(second.ok()) << second.error().detail;
    EXPECT_THAT(testing::textsOf(*second->dataset), ElementsAre("_x0041_\r\n\x01 中😀\t", "wide"));
    EXPECT_THAT(second->dataset->extraColumns(), ElementsAre("2"));
    EXPECT_EQ(second->dataset->extra(1, 0), "no name above");

    options.sheet = "third";
    const auto third = importTexts({folder / "two.xlsx", {}}, options);
    ASSERT_FALSE(third.ok());
    EXPECT_EQ(third.error().detail, "there is no sheet \"third\"; the workbook has: first, 第二");
}

TEST(WorkbookWriter, RefusesWhatExcelDoesNotHold) {
    const TemporaryFolder folder;
    auto writer = WorkbookWriter::create(folder / "long.xlsx");
    ASSERT_TRUE(writer.ok());
    CellWriter& cells = writer->addSheet("data");
    cells.plain("text");
    cells.endRow();
    cells.text(std::string(32'767, 'x'));
    cells.endRow();
    EXPECT_FALSE(writer->fault());
    cells.text(std::string(32'768, 'x'));
    ASSERT_TRUE(writer->fault());
    EXPECT_THAT(writer->fault()->detail, HasSubstr("row 3 of the sheet \"data\" has a text of 32768 characters"));
    EXPECT_FALSE(writer->commit().ok());
    EXPECT_FALSE(std::filesystem::exists(folder / "long.xlsx"));
}

TEST(WorkbookWriter, LeavesNothingBehindUnlessItIsDone) {
    const TemporaryFolder folder;
    testing::writeFile(folder / "kept.xlsx", "before");
    {
        auto writer = WorkbookWriter::create(folder / "kept.xlsx");
        ASSERT_TRUE(writer.ok());
        writer->addSheet("data").plain("x");
    }
    EXPECT_EQ(testing::readFile(folder / "kept.xlsx"), "before");
    const auto inside = std::filesystem::directory_iterator(folder / ".");
    EXPECT_EQ(std::distance(begin(inside), end(inside)), 1);
    EXPECT_FALSE(WorkbookWriter::create(folder / "none" / "x.xlsx").ok());
    EXPECT_FALSE(WorkbookWriter::create(folder / ".").ok());
}

TEST(CellText, EscapesWhatXmlCannotHold) {
    for (const std::string text : {"plain", "_x0041_", "a\rb", "_x_", "\x01\x1f", "\xef\xbf\xbe", "_x005F_x0041_"})
        EXPECT_EQ(unescapedCell(escapedCell(text)), text);
    EXPECT_EQ(escapedCell("a\r_x0041_"), "a_x000D__x005F_x0041_");
    EXPECT_EQ(unescapedCell("_xD83D__xDE00_"), "😀");
    EXPECT_EQ(unescapedCell("_xD83D_"), "\xef\xbf\xbd");
}

TEST(NumberFormats, AreToldByTheirIdOrCode) {
    const auto kind = [](std::string_view code) { return numberKind(200, code); };
    EXPECT_EQ(numberKind(14, {}), NumberKind::Date);
    EXPECT_EQ(numberKind(22, {}), NumberKind::DateTime);
    EXPECT_EQ(numberKind(0, {}), NumberKind::Number);
    EXPECT_EQ(kind("yyyy\"年\"m\"月\"d\"日\""), NumberKind::Date);
    EXPECT_EQ(kind("[$-804]yyyy-mm-dd hh:mm"), NumberKind::DateTime);
    EXPECT_EQ(kind("[h]:mm:ss"), NumberKind::Time);
    EXPECT_EQ(kind("mmm"), NumberKind::Date);
    EXPECT_EQ(kind("0.00%"), NumberKind::Percent);
    EXPECT_EQ(kind("#,##0 \"days\""), NumberKind::Number);
    EXPECT_EQ(kind("[Red]General"), NumberKind::Number);
    EXPECT_EQ(kind("0;[Red]-d"), NumberKind::Number);
}

TEST(Numbers, AreShownAsExcelShowsThem) {
    const auto date = [](double day) { return shownNumber(day, NumberKind::Date, DateSystem::From1900); };
    EXPECT_EQ(date(1), "1900-01-01");
    EXPECT_EQ(date(59), "1900-02-28");
    EXPECT_EQ(date(61), "1900-03-01");
    EXPECT_EQ(date(46024), "2026-01-02");
    EXPECT_EQ(shownNumber(44562, NumberKind::Date, DateSystem::From1904), "2026-01-02");
    EXPECT_EQ(shownNumber(46024.999999999, NumberKind::DateTime, DateSystem::From1900), "2026-01-03 00:00:00");
    EXPECT_EQ(shownNumber(1.5, NumberKind::Time, DateSystem::From1900), "36:00:00");
    EXPECT_EQ(shownNumber(0.07, NumberKind::Percent, DateSystem::From1900), "7%");
    EXPECT_EQ(shownNumber(123456789012, NumberKind::Number, DateSystem::From1900), "123456789012");
    EXPECT_EQ(date(-1), "-1") << "no date of Excel's";
}

}  // namespace
}  // namespace labelwright
