#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/label.h"
#include "core/domain/review.h"
#include "core/domain/selection.h"

namespace labelwright {

/// One step of a person's work: what the labels, the selection and the reviews of some rows become. What is absent stays as it is.
struct ProjectEdit {
    std::string text;  ///< what the person did, in the words of the program's language then
    std::optional<LabelSet> labels;
    std::optional<Selection> selection;
    std::vector<std::uint32_t> rows;
    std::vector<Review> reviews;  ///< [rows]

    friend bool operator==(const ProjectEdit&, const ProjectEdit&) = default;
};

}  // namespace labelwright
