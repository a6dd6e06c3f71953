#pragma once

#include <string>
#include <string_view>

namespace labelwright {

/// Why two names must not be merged.
enum class Opposition {
    None,           ///< nothing speaks against it
    Antonyms,       ///< 好评 / 差评, 物流快 / 物流慢, open / close
    Negation,       ///< 付款 / 未付款, satisfied / not satisfied, happy / unhappy
    DifferentHead,  ///< about different things: 到货时间 / 到货地址, 租车 / 租房, 成人 / 成人教育
};

struct OppositionFound {
    Opposition kind = Opposition::None;
    std::string left, right;  ///< the words or morphemes that clash; one is empty where the other name only adds a word

    friend bool operator==(const OppositionFound&, const OppositionFound&) = default;
};

/// Looks for a reason in the two names alone, from lists of words (resources/meaning) and rules of structure; Chinese and English.
/// Symmetric up to the order of `left` and `right`. An even number of turns, as in 不便宜 / 贵, is no opposition. Any thread.
OppositionFound opposition(std::string_view left, std::string_view right);

}  // namespace labelwright
