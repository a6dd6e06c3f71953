#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace labelwright {

/// What a person said about a text somewhere else, as a file gives it: labels by their names.
struct GivenAnswer {
    std::uint32_t row = 0;
    bool decided = false;  ///< the text carries exactly `labels`, perhaps none
    std::vector<std::string> labels;
    bool deferred = false;
    bool flagged = false;
    std::string note;

    friend bool operator==(const GivenAnswer&, const GivenAnswer&) = default;
};

}  // namespace labelwright
