#include "core/io/text_folder.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/io/encoding_guess.h"
#include "core/io/row_parser.h"

namespace labelwright {
namespace {

constexpr std::size_t previewedFiles = 50;

struct TextFile {
    std::filesystem::path path;
    std::string id;      // path within the folder, with /
    std::string folder;  // within the folder, with /
};

bool isTextFile(const std::filesystem::path& file) {
    std::string suffix = file.extension().string();
    std::transform(suffix.begin(), suffix.end(), suffix.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return suffix == ".txt" || suffix == ".md" || suffix == ".text";
}

Result<std::vector<TextFile>> textFiles(const std::filesystem::path& folder, const std::stop_token& stop) {
    namespace fs = std::filesystem;
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
    std::vector<TextFile> files;
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "the import was cancelled", {}};
        const bool hidden = entry->path().filename().string().starts_with('.');
        if (hidden && entry->is_directory(error)) entry.disable_recursion_pending();
        if (hidden || !entry->is_regular_file(error) || !isTextFile(entry->path())) continue;
        const fs::path within = entry->path().lexically_relative(folder);
        files.push_back({entry->path(), toValidUtf8(within.generic_string()), toValidUtf8(within.parent_path().generic_string())});
    }
    if (error) {
        return Error{
            ErrorCode::FileUnreadable, "cannot read " + folder.string() + ": " + error.message(), {folder.string(), error.message()}};
    }
    std::sort(files.begin(), files.end(), [](const TextFile& a, const TextFile& b) { return a.id < b.id; });
    if (files.empty()) {
        const std::string what = "holds no text files (.txt, .md); choose a folder that does";
        return Error{ErrorCode::FileMalformed, folder.string() + " " + what, {folder.string(), "", what}};
    }
    return files;
}

/// The whole file as UTF-8, without a byte order mark.
Result<std::string> contentOf(const std::filesystem::path& file, const std::optional<std::string>& encoding, std::uint64_t maxBytes) {
    ImportSource source{file, {}};
    Result<ByteSource> bytes = ByteSource::open(source);
    if (!bytes) return bytes.error();
    if (bytes->size() > maxBytes) {
        return Error{ErrorCode::FileMalformed, "the file is longer than " + std::to_string(maxBytes >> 10U) + " KiB", {}};
    }
    std::string raw(bytes->size(), '\0');
    const Result<std::size_t> count = bytes->read(raw);
    if (!count) return count.error();
    raw.resize(*count);
    Result<TextDecoder> decoder = TextDecoder::open(encoding.value_or(guessEncoding(raw, Continues::No).encoding));
    if (!decoder) return decoder.error();
    if (auto rewound = bytes->rewind(); !rewound) return rewound.error();
    TextStream stream(*bytes, std::move(*decoder), raw.size() + 1);
    if (auto filled = stream.fill(); !filled) return filled.error();
    return std::string(stream.window());
}

/// Cells of a file, or why it has none.
void readFile(const TextFile& file, std::uint64_t number, const std::optional<std::string>& encoding, std::string& content,
              ParsedRow& row) {
    row = {};
    row.line = number;
    Result<std::string> text = contentOf(file.path, encoding, RowLimits().rowBytes);
    if (!text) {
        row.kind = ParsedRow::Kind::Rejected;
        row.reason = RejectedRow::Reason::NotATextFile;
        row.detail = text.error().detail;
        content = file.id;
        return;
    }
    content = std::move(*text);
    if (content.find('\0') != std::string::npos) {
        row.kind = ParsedRow::Kind::Rejected;
        row.reason = RejectedRow::Reason::NotATextFile;
        row.detail = file.path.string() + " holds zero bytes, so it is no text";
        content = file.id;
        return;
    }
    // Editors end a file with a line break that is not part of the text.
    content.erase(content.find_last_not_of("\r\n") + 1);
    row.kind = ParsedRow::Kind::Row;
    row.cells = {file.id, content, file.folder};
}

}  // namespace

Result<ImportPlan> planFolder(const std::filesystem::path& folder, const ImportOptions& options) {
    ImportPlan plan;
    plan.asked = options;
    plan.options = options;
    plan.options.format = TextFormat::Folder;
    plan.options.hasHeader = false;
    plan.columns = {"id", "text", "folder"};
    const auto files = textFiles(folder, {});
    if (!files) return files.error();
    std::string content;
    ParsedRow row;
    for (std::size_t file = 0; file < std::min(files->size(), previewedFiles); ++file) {
        readFile((*files)[file], file + 1, options.encoding, content, row);
        if (row.kind != ParsedRow::Kind::Row || !isValidUtf8(content)) continue;
        plan.rows.emplace_back(row.cells.begin(), row.cells.end());
        plan.lines.push_back(row.line);
    }
    // Each file may have its own encoding, so that none is said where none was asked for.
    if (!plan.options.encoding) plan.options.encoding = "UTF-8";
    return chosenColumns(std::move(plan), {false, true, false});
}

Result<void> readFolder(const std::filesystem::path& folder, const ImportPlan& plan, const OnRow& onRow, const std::stop_token& stop,
                        const ImportProgress& progress) {
    const auto files = textFiles(folder, stop);
    if (!files) return files.error();
    std::string content;
    ParsedRow row;
    for (std::size_t file = 0; file < files->size(); ++file) {
        if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "the import was cancelled", {}};
        readFile((*files)[file], file + 1, plan.asked.encoding, content, row);
        onRow(row, content);
        if (progress) progress(file + 1, files->size());
    }
    return {};
}

}  // namespace labelwright
