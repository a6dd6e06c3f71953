#pragma once

#include <span>
#include <string>
#include <string_view>

namespace labelwright {

/// A text as a JSON string with its quotes: real characters, only what JSON demands is escaped; ill-formed UTF-8 becomes U+FFFD.
std::string jsonString(std::string_view text);

/// A JSON array of strings.
std::string jsonStrings(std::span<const std::string> texts);

/// A number in its shortest form that reads back the same, decimal point always a dot. Not a number: `otherwise`.
std::string shortestNumber(float value, std::string_view otherwise);

}  // namespace labelwright
