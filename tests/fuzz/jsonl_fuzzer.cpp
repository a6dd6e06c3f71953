// JSON Lines of an unknown origin: every line arrives, is blank or is listed, and what was read survives being written.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/base/utf8.h"
#include "core/io/file_formats.h"
#include "core/io/json_text.h"
#include "core/io/text_import.h"

using namespace labelwright;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

Result<ImportResult> imported(const std::string& bytes, const ImportOptions& options) {
    return importTexts({bytes, "fuzz.jsonl"}, options);
}

/// One object a row; a cell that was no string comes back as its text.
std::string written(const Dataset& dataset) {
    std::string bytes;
    for (std::size_t row = 0; row < dataset.size(); ++row) {
        bytes += "{" + jsonString(dataset.source().textColumn) + ":" + jsonString(dataset[row].text);
        for (std::size_t column = 0; column < dataset.extraColumns().size(); ++column) {
            bytes += "," + jsonString(dataset.extraColumns()[column]) + ":" + jsonString(dataset.extra(row, column));
        }
        bytes += "}\n";
    }
    return bytes;
}

/// As the file of every tool: whatever it holds, answers are about its rows.
void readAsEveryFormat(const std::string& bytes) {
    for (const TextFormat format : importFormats()) {
        ImportOptions options;
        options.format = format;
        const auto result = imported(bytes, options);
        if (!result) continue;
        std::uint32_t next = 0;
        for (const GivenAnswer& answer : result->answers) {
            require(answer.row >= next && answer.row < result->dataset->size());
            next = answer.row + 1;
            for (const std::string& label : answer.labels) require(!label.empty() && isValidUtf8(label));
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    readAsEveryFormat(std::string(reinterpret_cast<const char*>(data), size));
    ImportOptions options;
    options.format = TextFormat::JsonLines;
    options.idColumn = "";
    options.labelColumn = "";
    const auto result = imported(std::string(reinterpret_cast<const char*>(data), size), options);
    if (!result) {
        require(!result.error().detail.empty());
        return 0;
    }
    const Dataset& dataset = *result->dataset;
    for (const TextRecord& record : dataset.records()) require(!record.text.empty() && isValidUtf8(record.text));
    for (const RejectedRow& row : result->rejected) require(row.line > 0 && row.content.size() <= 4096 && isValidUtf8(row.content));
    if (dataset.size() == 0) return 0;
    options.textColumn = dataset.source().textColumn;
    const auto again = imported(written(dataset), options);
    require(again.ok() && again->rejectedCount == 0 && again->dataset->size() == dataset.size());
    for (std::size_t row = 0; row < dataset.size(); ++row) {
        require((*again->dataset)[row].text == dataset[row].text);
        for (std::size_t column = 0; column < dataset.extraColumns().size(); ++column) {
            require(again->dataset->extra(row, column) == dataset.extra(row, column));
        }
    }
    return 0;
}
