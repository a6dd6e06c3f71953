// A table of an unknown origin: every row arrives or is listed, blocks make no difference, and what was read survives being written.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "core/base/utf8.h"
#include "core/io/csv_writer.h"
#include "core/io/delimited_parser.h"
#include "core/io/encoding_guess.h"
#include "core/io/text_import.h"

using namespace labelwright;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

struct Parsed {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::pair<std::uint64_t, RejectedRow::Reason>> rejects;

    friend bool operator==(const Parsed&, const Parsed&) = default;
};

Parsed parsed(const std::string& bytes, Dialect dialect, std::size_t columns, std::size_t blockBytes) {
    const ImportSource memory{bytes, "fuzz"};
    Result<ByteSource> source = ByteSource::open(memory);
    Result<TextDecoder> decoder = TextDecoder::open("UTF-8");
    TextStream stream(*source, std::move(*decoder), blockBytes);
    DelimitedParser parser(dialect, columns);
    Parsed all;
    for (ParsedRow row;;) {
        parser.next(stream.window(), stream.continues(), row);
        if (row.kind == ParsedRow::Kind::End) return all;
        if (row.kind == ParsedRow::Kind::NeedMore) {
            require(stream.continues() == Continues::Yes && stream.fill().ok());
            continue;
        }
        require(row.bytes > 0 && row.bytes <= stream.window().size());
        if (row.kind == ParsedRow::Kind::Row) all.rows.emplace_back(row.cells.begin(), row.cells.end());
        if (row.kind == ParsedRow::Kind::Rejected) all.rejects.emplace_back(row.line, row.reason);
        stream.consume(row.bytes);
    }
}

void checkParser(const std::string& bytes, Dialect dialect, std::size_t blockBytes) {
    const Parsed whole = parsed(bytes, dialect, 0, bytes.size() + 8);
    require(parsed(bytes, dialect, 0, blockBytes) == whole);
    std::string written;
    CsvWriter writer(written, FormulaGuard::Off);
    for (const auto& row : whole.rows) {
        for (const std::string& cell : row) writer.text(cell);
        writer.endRow();
    }
    // A row of one empty cell is written as an empty line, which is no row.
    Parsed expected;
    for (const auto& row : whole.rows) {
        if (row.size() > 1 || !row[0].empty()) expected.rows.push_back(row);
    }
    if (!written.starts_with("\xef\xbb\xbf")) require(parsed(written, {}, 0, 65536).rows == expected.rows);
}

void checkImport(const std::string& bytes, const ImportOptions& options) {
    const ImportSource source{bytes, "fuzz.csv"};
    const Result<ImportResult> result = importTexts(source, options);
    if (!result) {
        require(!result.error().detail.empty());
        return;
    }
    const Dataset& dataset = *result->dataset;
    for (std::size_t row = 0; row < dataset.size(); ++row) {
        require(!dataset[row].id.empty() && !dataset[row].text.empty() && isValidUtf8(dataset[row].text));
        require(row == 0 || dataset.sourceLine(row) > dataset.sourceLine(row - 1));
    }
    for (const RejectedRow& row : result->rejected) require(row.line > 0 && row.content.size() <= 4096 && isValidUtf8(row.content));
    const Result<ImportPreview> preview = previewImport(source, options);
    require(preview.ok() && preview->options == result->options);
    const Result<ImportResult> again = importTexts(source, preview->options);
    require(again.ok() && again->dataset->contentHash() == dataset.contentHash() && again->rejectedCount == result->rejectedCount);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t blockBytes = size == 0 ? 1 : 1 + data[size / 2] % 16;
    checkParser(bytes, {}, blockBytes);
    checkParser(bytes, {'\t', '\''}, blockBytes);
    ImportOptions options;
    options.format = TextFormat::Delimited;
    checkImport(bytes, options);
    options.encoding = guessEncoding(bytes, Continues::No).encoding;
    checkImport(bytes, options);
    return 0;
}
