#pragma once

#include <filesystem>
#include <string_view>

#include "core/base/result.h"
#include "core/checkpoint/pickle_value.h"

namespace labelwright {

/// Runs one pickle at the start of `bytes` up to its STOP. Executes nothing: globals are tokens of an allow-list, calls are limited to
/// building dictionaries and tensor descriptions. PickleRefused for any other global, call or opcode; FileMalformed, with the byte, for a
/// pickle that is cut or does not fit together, or that has more than a million values. The result points into `bytes`; `firstByte` is
/// where they lie in `file`, for messages.
Result<PickleObject> readPickle(std::string_view bytes, const std::filesystem::path& file, std::size_t firstByte = 0);

}  // namespace labelwright
