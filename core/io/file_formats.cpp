#include "core/io/file_formats.h"

#include <algorithm>
#include <array>

namespace labelwright {
namespace {

struct ImportFormat {
    TextFormat format;
    const char* name;
    std::optional<RecordFormat> records;  ///< of JSON
};

constexpr std::array importTable{
    ImportFormat{TextFormat::Delimited, "csv", std::nullopt},
    ImportFormat{TextFormat::JsonLines, "jsonl", RecordFormat::Plain},
    ImportFormat{TextFormat::JsonArray, "json", RecordFormat::Plain},
    ImportFormat{TextFormat::PlainText, "txt", std::nullopt},
    ImportFormat{TextFormat::LabelStudio, "label-studio", RecordFormat::LabelStudio},
    ImportFormat{TextFormat::Doccano, "doccano", RecordFormat::Doccano},
    ImportFormat{TextFormat::Argilla, "argilla", RecordFormat::Argilla},
    ImportFormat{TextFormat::Prodigy, "prodigy", RecordFormat::Prodigy},
    ImportFormat{TextFormat::Spacy, "spacy", RecordFormat::Spacy},
    ImportFormat{TextFormat::FastText, "fasttext", std::nullopt},
    ImportFormat{TextFormat::Alpaca, "alpaca", RecordFormat::Alpaca},
    ImportFormat{TextFormat::ShareGpt, "sharegpt", RecordFormat::ShareGpt},
    // Not chosen, but found.
    ImportFormat{TextFormat::Workbook, "xlsx", std::nullopt},
    ImportFormat{TextFormat::Folder, "folder", std::nullopt},
};
constexpr std::size_t chosenImports = importTable.size() - 2;

const ImportFormat& entryOf(TextFormat format) noexcept {
    return *std::find_if(importTable.begin(), importTable.end(), [&](const ImportFormat& entry) { return entry.format == format; });
}

struct NamedExport {
    ExportFormat format;
    const char* name;
    const char* extension;
};

constexpr std::array exportTable{
    NamedExport{ExportFormat::Csv, "csv", ".csv"},
    NamedExport{ExportFormat::Tsv, "tsv", ".tsv"},
    NamedExport{ExportFormat::Workbook, "xlsx", ".xlsx"},
    NamedExport{ExportFormat::JsonLines, "jsonl", ".jsonl"},
    NamedExport{ExportFormat::LabelStudio, "label-studio", ".json"},
    NamedExport{ExportFormat::Doccano, "doccano", ".jsonl"},
    NamedExport{ExportFormat::Argilla, "argilla", ".json"},
    NamedExport{ExportFormat::Prodigy, "prodigy", ".jsonl"},
    NamedExport{ExportFormat::Spacy, "spacy", ".jsonl"},
    NamedExport{ExportFormat::HuggingFace, "huggingface", ".jsonl"},
    NamedExport{ExportFormat::FastText, "fasttext", ".txt"},
    NamedExport{ExportFormat::Alpaca, "alpaca", ".json"},
    NamedExport{ExportFormat::ShareGpt, "sharegpt", ".json"},
};

const NamedExport& entryOf(ExportFormat format) noexcept {
    return *std::find_if(exportTable.begin(), exportTable.end(), [&](const NamedExport& entry) { return entry.format == format; });
}

/// The formats of the first `Count` entries.
template <std::size_t Count, typename Table>
constexpr auto formatsOf(const Table& table) {
    std::array<decltype(table[0].format), Count> formats{};
    for (std::size_t entry = 0; entry < Count; ++entry) formats[entry] = table[entry].format;
    return formats;
}

template <typename Table>
auto formatNamed(const Table& table, std::string_view name) -> std::optional<decltype(table[0].format)> {
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& entry) { return name == entry.name; });
    if (found == table.end()) return std::nullopt;
    return found->format;
}

}  // namespace

const char* importFormatName(TextFormat format) noexcept { return entryOf(format).name; }

std::optional<TextFormat> importFormatNamed(std::string_view name) { return formatNamed(importTable, name); }

std::span<const TextFormat> importFormats() {
    static constexpr auto formats = formatsOf<chosenImports>(importTable);
    return formats;
}

bool isJsonFormat(TextFormat format) noexcept { return entryOf(format).records.has_value(); }

RecordFormat recordFormatOf(TextFormat format) noexcept { return entryOf(format).records.value_or(RecordFormat::Plain); }

std::optional<TextFormat> formatOfRecords(RecordFormat format) noexcept {
    if (format == RecordFormat::Plain) return std::nullopt;
    const auto found =
        std::find_if(importTable.begin(), importTable.end(), [&](const ImportFormat& entry) { return entry.records == format; });
    return found->format;
}

const char* exportFormatName(ExportFormat format) noexcept { return entryOf(format).name; }

std::optional<ExportFormat> exportFormatNamed(std::string_view name) { return formatNamed(exportTable, name); }

std::span<const ExportFormat> exportFormats() {
    static constexpr auto formats = formatsOf<exportTable.size()>(exportTable);
    return formats;
}

const char* exportExtension(ExportFormat format) noexcept { return entryOf(format).extension; }

std::optional<ExportFormat> exportFormatOfFile(std::string_view fileName) {
    for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::Tsv, ExportFormat::Workbook, ExportFormat::JsonLines}) {
        if (fileName.ends_with(exportExtension(format))) return format;
    }
    return std::nullopt;
}

bool isTrainingFormat(ExportFormat format) noexcept {
    switch (format) {
        case ExportFormat::Spacy:
        case ExportFormat::HuggingFace:
        case ExportFormat::FastText:
        case ExportFormat::Alpaca:
        case ExportFormat::ShareGpt: return true;
        default: return false;
    }
}

}  // namespace labelwright
