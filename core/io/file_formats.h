#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/io/exchange/record_format.h"
#include "core/io/result_export.h"
#include "core/io/text_import.h"

namespace labelwright {

// The names of the formats for scripts ("csv", "label-studio") and what belongs to each.

const char* importFormatName(TextFormat format) noexcept;
std::optional<TextFormat> importFormatNamed(std::string_view name);
/// In menu order, those that a text file may have.
std::span<const TextFormat> importFormats();
bool isJsonFormat(TextFormat format) noexcept;
RecordFormat recordFormatOf(TextFormat format) noexcept;
/// Nothing for RecordFormat::Plain, which is JSON of nobody's shape.
std::optional<TextFormat> formatOfRecords(RecordFormat format) noexcept;

const char* exportFormatName(ExportFormat format) noexcept;
std::optional<ExportFormat> exportFormatNamed(std::string_view name);
/// In menu order.
std::span<const ExportFormat> exportFormats();
/// With the dot.
const char* exportExtension(ExportFormat format) noexcept;
/// By the extension of a file's name: a table, JSON lines or a workbook.
std::optional<ExportFormat> exportFormatOfFile(std::string_view fileName);
/// Whether the format is made for training: one answer a text (the person's, else the model's), nothing beside it.
bool isTrainingFormat(ExportFormat format) noexcept;

}  // namespace labelwright
