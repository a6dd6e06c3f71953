#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/domain/dataset.h"
#include "core/domain/given_answer.h"

namespace labelwright {

/// The formats of texts, each described in the user guide. Workbook and Folder are found by what the path is, never chosen.
enum class TextFormat {
    Delimited,
    JsonLines,
    JsonArray,
    Workbook,
    PlainText,  ///< one text a line
    FastText,
    Folder,  ///< one text a file
    LabelStudio,
    Doccano,
    Argilla,
    Prodigy,
    Spacy,
    Alpaca,
    ShareGpt,
};

/// A file or folder, or bytes already in memory (the clipboard, always UTF-8).
struct ImportSource {
    std::variant<std::filesystem::path, std::string> content;
    std::string name;  ///< shown; empty: the file name
};

/// Whether a row without text is a row (scripts: one output row for each input row) or rejected and listed (the window).
enum class EmptyTexts { Reject, Keep };

/// What is found by looking, each of which the user may override. Unset: found by looking.
struct ImportOptions {
    std::optional<TextFormat> format;
    std::optional<std::string> encoding;  ///< "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5"
    std::optional<char> delimiter;        ///< ',', ';', '\t', '|'
    std::optional<char> quote;            ///< '"' or '\''; '\0': none
    std::optional<bool> hasHeader;
    std::optional<std::string> textColumn;     ///< column name, or its 1-based number without a header; empty string: there is no text
    std::optional<std::string> idColumn;       ///< empty string: number the rows
    std::optional<std::string> labelColumn{};  ///< column of what people decided; empty string: none, and such columns stay as they are
    std::optional<char> labelSeparator{};      ///< between several labels of a cell: '|', ';', '#', ','; '\0': a cell is one label
    std::optional<std::string> sheet{};        ///< of a workbook
    std::vector<std::string> otherColumns{};   ///< never taken for the text unless it is named
    EmptyTexts emptyTexts = EmptyTexts::Reject;

    friend bool operator==(const ImportOptions&, const ImportOptions&) = default;
};

/// The encodings offered for override, in menu order.
const std::vector<std::string>& knownEncodings();

/// The start of a source as it would be read; every option is set.
struct ImportPreview {
    ImportOptions options;
    double encodingConfidence = 1;  ///< 0 … 1; below 0.5 the dialog asks for a look
    std::vector<std::string> columns;
    std::vector<std::string> sheets;             ///< of a workbook
    std::vector<std::vector<std::string>> rows;  ///< at most 50, cells in column order
    std::vector<std::uint64_t> lines;            ///< source line of each
    std::uint64_t bytes = 0;                     ///< of the whole source
};

struct RejectedRow {
    enum class Reason {
        EmptyText,
        InvalidEncoding,
        UnterminatedQuote,
        TooManyColumns,
        TooFewColumns,
        InvalidJson,
        NotAnObject,
        TextMissing,
        TextNotAString,
        TooLong,
        NotATextFile
    };
    std::uint64_t line = 0;  ///< 1-based
    Reason reason = Reason::EmptyText;
    std::string detail;   ///< English: position, what was found
    std::string content;  ///< the row's bytes as UTF-8, at most 4 KiB, for the list and the rejects file
};
const char* rejectReasonName(RejectedRow::Reason reason) noexcept;

struct ImportResult {
    std::shared_ptr<const Dataset> dataset;
    std::vector<RejectedRow> rejected;  ///< at most 100,000 are kept
    std::uint64_t rejectedCount = 0;
    ImportOptions options;             ///< as used
    std::vector<GivenAnswer> answers;  ///< what the source says that people decided, by ascending row of `dataset`
};

/// Called now and then with bytes read and bytes in all, on the calling thread.
using ImportProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// Any thread. Reads at most the first 256 KiB.
Result<ImportPreview> previewImport(const ImportSource& source, const ImportOptions& options = {});
/// Any thread (the io thread in the program). Streams: memory is the dataset plus one block. Good rows are kept, bad ones listed.
Result<ImportResult> importTexts(const ImportSource& source, const ImportOptions& options = {}, const std::stop_token& stop = {},
                                 const ImportProgress& progress = {});
/// The rejected rows as CSV: line, reason, detail, content.
Result<void> writeRejects(const std::filesystem::path& file, const std::vector<RejectedRow>& rejected);

}  // namespace labelwright
