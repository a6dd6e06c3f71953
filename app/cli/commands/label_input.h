#pragma once

#include <string>

#include "core/base/result.h"
#include "core/domain/label.h"
#include "core/labels/exchange/label_file.h"

namespace labelwright::cli {

struct LabelInput {
    LabelPreset preset;
    LabelFileFormat format = LabelFileFormat::Json;  ///< what the file was recognised as
    bool statesTemplate = true;                      ///< false: the file has no word about the question, and {} stands for that
};

/// Labels of a file of any format of core/labels/exchange/label_file.h.
Result<LabelInput> readLabels(const std::string& file);

}  // namespace labelwright::cli
