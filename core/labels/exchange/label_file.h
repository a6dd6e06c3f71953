#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/label.h"
#include "core/domain/selection.h"

namespace labelwright {

/// The kinds of files that hold labels.
enum class LabelFileFormat {
    Json,         ///< our own: everything (label_set_json.h); an array of names is read as well
    Csv,          ///< a table with a header (label_csv.h)
    Doccano,      ///< label file of doccano, JSON (doccano_labels.h)
    LabelStudio,  ///< labeling configuration of Label Studio, XML (label_studio_config.h)
    Text          ///< one label a line; TAB, then a description; # begins a comment (label_list.h)
};
inline constexpr LabelFileFormat labelFileFormats[] = {LabelFileFormat::Json, LabelFileFormat::Csv, LabelFileFormat::Doccano,
                                                       LabelFileFormat::LabelStudio, LabelFileFormat::Text};

/// "json", "csv", "doccano", "label-studio", "text".
const char* labelFileFormatName(LabelFileFormat format) noexcept;
/// By the ending: .json, .csv, .xml (Label Studio), .txt. doccano's files end in .json too, so they must be asked for.
std::optional<LabelFileFormat> labelFileFormatOf(std::string_view fileName);

/// What a file of labels is, by its content. Any thread.
LabelFileFormat recognisedLabelFileFormat(std::string_view bytes);

/// Bytes; what is larger is refused.
inline constexpr std::size_t largestLabelFile = std::size_t{16} << 20U;

/// Reads a file of any of the formats, recognised by its content, in any encoding that texts are imported in. Labels get the ids, colours
/// and parents of the file, else new ids and palette colours. The template is {} where the format has none. FileMalformed with the name,
/// the line or field, what is wrong and what to do. Any thread.
Result<LabelPreset> readLabelFile(std::string_view bytes, const std::string& nameForErrors);

/// What a file says beside the labels, where its format has a place for it.
struct LabelFileDetails {
    std::string description;                         ///< JSON
    SelectionMode mode = SelectionMode::SingleBest;  ///< Label Studio: choice="single" or "multiple"
};

/// The content of a file, UTF-8; CSV with a byte order mark, so that Excel shows Chinese. Any thread.
std::string writeLabelFile(const LabelSet& labels, LabelFileFormat format, const LabelFileDetails& details = {});

/// What a label set holds.
enum class LabelField { Id, Name, EnglishName, Description, Hypothesis, Template, Colour, Key, Parent, Merged, SetName, KeptApart };

/// The fields in use in this set that the format has no place for, or none that is large enough; a person should be told.
std::vector<LabelField> fieldsLost(const LabelSet& labels, LabelFileFormat format);

}  // namespace labelwright
