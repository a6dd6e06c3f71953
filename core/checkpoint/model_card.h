#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace labelwright {

/// What the front matter of README.md (between two lines "---") says; empty where it says nothing.
struct ModelCard {
    std::string licence;                 ///< "apache-2.0"; of "other" the license_name
    std::vector<std::string> languages;  ///< "zh", "en"
};

/// Reads README.md, and for a licence that it does not state the first line of LICENSE* that names one. Never fails: a card is optional.
ModelCard readModelCard(const std::filesystem::path& modelFolder);

}  // namespace labelwright
