#include "core/labels/exchange/label_file.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/io/encoding_guess.h"
#include "core/io/text_decoder.h"
#include "core/labels/exchange/doccano_labels.h"
#include "core/labels/exchange/label_csv.h"
#include "core/labels/exchange/label_draft.h"
#include "core/labels/exchange/label_set_json.h"
#include "core/labels/exchange/label_studio_config.h"
#include "core/labels/label_list.h"

namespace labelwright {
namespace {

constexpr std::size_t guessedBytes = std::size_t{256} << 10U;
constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

struct DecodedFile {
    std::string text;      ///< UTF-8 without byte order mark; TextDecoder::illFormed where the bytes are none
    std::string encoding;  ///< as found
};

Result<DecodedFile> decoded(std::string_view bytes) {
    DecodedFile file;
    const auto start = bytes.substr(0, guessedBytes);
    file.encoding = guessEncoding(start, start.size() < bytes.size() ? Continues::Yes : Continues::No).encoding;
    auto decoder = TextDecoder::open(file.encoding);
    if (!decoder) return decoder.error();
    decoder->decode(bytes, Continues::No, file.text);
    if (file.text.starts_with(byteOrderMark)) file.text.erase(0, byteOrderMark.size());
    return file;
}

/// 1-based; 0: there is none.
std::size_t illFormedLine(std::string_view text) {
    if (isValidUtf8(text)) return 0;
    std::size_t line = 1;
    for (std::size_t begin = 0;; ++line) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (!isValidUtf8(text.substr(begin, end - begin)) || end == text.size()) return line;
        begin = end + 1;
    }
}

LabelFileFormat formatOf(std::string_view text) {
    const std::string_view content = trimmed(text);
    if (content.starts_with('<')) return LabelFileFormat::LabelStudio;
    if (content.starts_with('{')) return LabelFileFormat::Json;
    if (content.starts_with('[')) {
        // Only the first entry tells; the parser stops where it must.
        const auto json = LabelJson::parse(content, nullptr, false);
        const bool doccano = json.is_array() && !json.empty() && isDoccanoLabel(json.front());
        return doccano ? LabelFileFormat::Doccano : LabelFileFormat::Json;
    }
    return isLabelCsv(text) ? LabelFileFormat::Csv : LabelFileFormat::Text;
}

Result<LabelPreset> readLabelLines(std::string_view text, const std::string& nameForErrors) {
    std::vector<LabelDraft> drafts;
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        for (Label& read : parseLabelFile(text.substr(0, end))) {
            LabelDraft& draft = addDraft(drafts, "line " + std::to_string(line));
            draft.label.name = std::move(read.name);
            draft.label.description = std::move(read.description);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    auto labels = labelsOf(std::move(drafts), nameForErrors);
    if (!labels) return labels.error();
    LabelPreset preset;
    preset.labelSet.id = newId();
    preset.labelSet.labels = *std::move(labels);
    return preset;
}

std::string writeLabelLines(const LabelSet& labels) {
    const auto oneLine = [](std::string text) {
        std::replace_if(
            text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
        return text;
    };
    std::string out;
    for (const Label& label : labels.labels)
        out += oneLine(label.name) + (label.description.empty() ? "" : '\t' + oneLine(label.description)) + '\n';
    return out;
}

/// Whether the field of this label comes back from a file of the format.
bool isKept(const Label& label, LabelField field, LabelFileFormat format) {
    const bool json = format == LabelFileFormat::Json;
    const bool table = json || format == LabelFileFormat::Csv;
    const bool studio = format == LabelFileFormat::LabelStudio;
    const bool doccano = format == LabelFileFormat::Doccano;
    const bool lines = format == LabelFileFormat::Text;
    switch (field) {
        case LabelField::Id: return table || label.id.empty();
        case LabelField::Name:
            if (lines) return !trimmed(label.name).starts_with('#') && label.name.find_first_of("\t\r\n") == std::string::npos;
            return !doccano || codePointCount(label.name) <= longestDoccanoName;
        case LabelField::EnglishName: return table || label.englishName.empty();
        case LabelField::Description: return table || studio || label.description.empty() || lines;
        case LabelField::Hypothesis: return table || label.hypothesis.empty();
        case LabelField::Colour: return !lines;
        case LabelField::Key: return table || studio || (doccano ? isDoccanoKey(label.key) : label.key.empty());
        case LabelField::Parent: return table || studio || label.parent.empty();
        case LabelField::Merged: return json || label.merged.empty();
        case LabelField::Template:
        case LabelField::SetName:
        case LabelField::KeptApart: return true;
    }
    return true;
}

}  // namespace

const char* labelFileFormatName(LabelFileFormat format) noexcept {
    switch (format) {
        case LabelFileFormat::Json: return "json";
        case LabelFileFormat::Csv: return "csv";
        case LabelFileFormat::Doccano: return "doccano";
        case LabelFileFormat::LabelStudio: return "label-studio";
        case LabelFileFormat::Text: return "text";
    }
    return "text";
}

std::optional<LabelFileFormat> labelFileFormatOf(std::string_view fileName) {
    const auto ends = [&](std::string_view ending) {
        return fileName.size() >= ending.size() &&
               std::equal(ending.begin(), ending.end(), fileName.end() - static_cast<std::ptrdiff_t>(ending.size()),
                          [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
    };
    if (ends(".json")) return LabelFileFormat::Json;
    if (ends(".csv")) return LabelFileFormat::Csv;
    if (ends(".xml")) return LabelFileFormat::LabelStudio;
    if (ends(".txt")) return LabelFileFormat::Text;
    return std::nullopt;
}

LabelFileFormat recognisedLabelFileFormat(std::string_view bytes) {
    const auto file = decoded(bytes);
    return file ? formatOf(file->text) : LabelFileFormat::Text;
}

Result<LabelPreset> readLabelFile(std::string_view bytes, const std::string& nameForErrors) {
    if (bytes.size() > largestLabelFile)
        return malformedLabelFile(nameForErrors, "", "is larger than 16 MiB; a file of labels is small, check that it is the right one");
    const auto file = decoded(bytes);
    if (!file) return file.error();
    const std::string& text = file->text;
    if (const std::size_t line = illFormedLine(text); line != 0) {
        return malformedLabelFile(nameForErrors, "line " + std::to_string(line),
                                  "holds bytes that are not " + file->encoding + "; save it as UTF-8");
    }
    switch (formatOf(text)) {
        case LabelFileFormat::LabelStudio: return readLabelStudioConfig(text, nameForErrors);
        case LabelFileFormat::Json:
        case LabelFileFormat::Doccano: return labelSetFromJson(text, nameForErrors);
        case LabelFileFormat::Csv: return readLabelCsv(text, nameForErrors);
        case LabelFileFormat::Text: return readLabelLines(text, nameForErrors);
    }
    return readLabelLines(text, nameForErrors);
}

std::string writeLabelFile(const LabelSet& labels, LabelFileFormat format, const LabelFileDetails& details) {
    switch (format) {
        case LabelFileFormat::Json: return labelSetToJson(labels, details.description) + '\n';
        case LabelFileFormat::Csv: return std::string(byteOrderMark) + writeLabelCsv(labels);
        case LabelFileFormat::Doccano: return writeDoccanoLabels(labels) + '\n';
        case LabelFileFormat::LabelStudio: return writeLabelStudioConfig(labels, details.mode);
        case LabelFileFormat::Text: return writeLabelLines(labels);
    }
    return {};
}

std::vector<LabelField> fieldsLost(const LabelSet& labels, LabelFileFormat format) {
    std::vector<LabelField> lost;
    for (const LabelField field : {LabelField::Id, LabelField::Name, LabelField::EnglishName, LabelField::Description,
                                   LabelField::Hypothesis, LabelField::Colour, LabelField::Key, LabelField::Parent, LabelField::Merged}) {
        const bool kept =
            std::all_of(labels.labels.begin(), labels.labels.end(), [&](const Label& label) { return isKept(label, field, format); });
        if (!kept) lost.push_back(field);
    }
    const bool json = format == LabelFileFormat::Json;
    if (!json && format != LabelFileFormat::Csv && labels.hypothesisTemplate != "{}") lost.push_back(LabelField::Template);
    if (!json && !labels.name.empty()) lost.push_back(LabelField::SetName);
    if (!json && !labels.keptApart.empty()) lost.push_back(LabelField::KeptApart);
    return lost;
}

}  // namespace labelwright
