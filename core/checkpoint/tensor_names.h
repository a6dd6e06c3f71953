#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/checkpoint/checkpoint.h"

namespace labelwright {

/// Gives tensors the names that Checkpoint promises (models.md 6.4) and drops those the encoder never uses. Returns the base prefix that
/// was taken away ("bert.", "encoder.", "" …), for messages. FileMalformed if two stored names become one, or if the file holds two
/// encoders.
Result<std::string> normaliseNames(std::vector<StoredTensor>& tensors);

}  // namespace labelwright
