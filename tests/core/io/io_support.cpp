#include "tests/core/io/io_support.h"

#include <gtest/gtest.h>

#include "tests/support/test_paths.h"

namespace labelwright::testing {

void PrintTo(const Outcome& outcome, std::ostream* out) {
    *out << "line " << outcome.line << ": ";
    if (outcome.cells.empty()) *out << rejectReasonName(outcome.reason);
    for (const std::string& cell : outcome.cells) *out << '[' << cell << ']';
}

Outcome row(std::uint64_t line, std::vector<std::string> cells) { return {line, std::move(cells), RejectedRow::Reason::EmptyText}; }
Outcome rejected(std::uint64_t line, RejectedRow::Reason reason) { return {line, {}, reason}; }

std::vector<Outcome> parsedInBlocks(RowParser& parser, const std::string& bytes, std::size_t blockBytes) {
    const ImportSource memory{bytes, "memory"};
    Result<ByteSource> source = ByteSource::open(memory);
    Result<TextDecoder> decoder = TextDecoder::open("UTF-8");
    TextStream stream(*source, std::move(*decoder), blockBytes);
    std::vector<Outcome> outcomes;
    for (ParsedRow parsed;;) {
        parser.next(stream.window(), stream.continues(), parsed);
        if (parsed.kind == ParsedRow::Kind::End) return outcomes;
        if (parsed.kind == ParsedRow::Kind::NeedMore && !stream.fill().ok()) return {};
        if (parsed.kind == ParsedRow::Kind::Row) outcomes.push_back(row(parsed.line, {parsed.cells.begin(), parsed.cells.end()}));
        if (parsed.kind == ParsedRow::Kind::Rejected) outcomes.push_back(rejected(parsed.line, parsed.reason));
        if (parsed.kind != ParsedRow::Kind::NeedMore) stream.consume(parsed.bytes);
    }
}

std::vector<std::string> textsOf(const Dataset& dataset) {
    std::vector<std::string> texts;
    for (const TextRecord& record : dataset.records()) texts.emplace_back(record.text);
    return texts;
}

std::vector<std::string> idsOf(const Dataset& dataset) {
    std::vector<std::string> ids;
    for (const TextRecord& record : dataset.records()) ids.emplace_back(record.id);
    return ids;
}

std::vector<std::pair<std::uint64_t, RejectedRow::Reason>> rejectsOf(const ImportResult& result) {
    std::vector<std::pair<std::uint64_t, RejectedRow::Reason>> rejects;
    for (const RejectedRow& row : result.rejected) rejects.emplace_back(row.line, row.reason);
    return rejects;
}

Result<ImportResult> importedBytes(const std::string& bytes, const std::string& fileName, const ImportOptions& options) {
    const TemporaryFolder folder;
    writeFile(folder / fileName, bytes);
    return importTexts({folder / fileName, {}}, options);
}

Result<ImportResult> importedFixture(const std::string& name, const ImportOptions& options) {
    return importTexts({fixtures() / "import" / name, {}}, options);
}

Result<ImportPreview> previewOfFixture(const std::string& name, const ImportOptions& options) {
    return previewImport({fixtures() / "import" / name, {}}, options);
}

}  // namespace labelwright::testing
