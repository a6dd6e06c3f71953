#pragma once

#include <string>
#include <string_view>

#include "core/labels/meaning/opposites.h"

namespace labelwright {

/// Whether a label of this name takes texts that are neither of two opposites (中性, 其他, neutral, none …). Any thread.
bool isMiddle(std::string_view name);

/// A name for such a label beside two opposite ones, in the language of `like`: between antonyms 中性, beside what is denied 其他.
std::string proposedMiddle(Opposition opposition, std::string_view like);

}  // namespace labelwright
