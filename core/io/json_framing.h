#pragma once

namespace labelwright {

/// How the objects of a JSON file stand: one a line, or as the items of one array.
enum class JsonFraming { Lines, Array };

}  // namespace labelwright
