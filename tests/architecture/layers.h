#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace labelwright::architecture {

/// A layer is a folder with everything below it; it may include itself and the layers named here, nothing else of the project.
struct Layer {
    std::string folder;
    std::vector<std::string> mayInclude;
};

/// The picture in docs/architecture.md as a table, lowest layer first.
const std::vector<Layer>& layers();

/// The layer that a folder belongs to (the longest `folder` that it is or lies below), or null.
const Layer* layerOf(std::string_view folder);

}  // namespace labelwright::architecture
