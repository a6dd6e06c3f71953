#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/dataset.h"

namespace labelwright {

/// How much one text says what another says, as far as letters tell.
enum class Likeness {
    Identical,  ///< the same characters
    SameWords,  ///< the same letters and digits in the same order: only case, width, spaces, punctuation, emoji differ
    Near,       ///< most of the text is the same
};

struct AlikeText {
    std::uint32_t row = 0;
    Likeness likeness = Likeness::Identical;
    float overlap = 1;  ///< share of pairs of neighbouring letters that both have, of those that either has (Jaccard); 0 … 1
};

struct AlikeOptions {
    float leastOverlap = 0.6F;  ///< of Near
    std::size_t mostNear = 2000;
};

/// What makes "ＯＫ！" and "ok" the same words: NFKC, case folded, letters and digits only. Any thread.
std::u32string lettersOf(std::string_view text);
/// Of two results of lettersOf(): Jaccard of the multisets of pairs of neighbouring letters; of texts too short for a pair, 1 if they are
/// equal.
float pairOverlap(std::u32string_view a, std::u32string_view b);

/// Texts like the one in `row`, without itself: the identical ones, then those of the same words, then near ones, the nearest first; each
/// in file order. A text without any letter is like its identical ones only. Empty if stopped. Any thread; reads every text once.
std::vector<AlikeText> alikeTexts(const Dataset& dataset, std::uint32_t row, const AlikeOptions& options = {},
                                  const std::stop_token& stop = {});

}  // namespace labelwright
