#pragma once

#include <optional>
#include <string_view>

#include "core/checkpoint/pickle_value.h"

namespace labelwright {

/// The allow-list (models.md 6.3): what the state dict of an encoder needs and nothing else.
std::optional<PickleGlobal> allowedGlobal(std::string_view module, std::string_view name) noexcept;

}  // namespace labelwright
