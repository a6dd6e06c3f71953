#include "core/similarity/alike_texts.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace labelwright {
namespace {

constexpr std::uint32_t pollEvery = 1024;

/// Sorted, so that two texts are compared in one walk.
std::vector<std::uint64_t> pairsOf(std::u32string_view letters) {
    std::vector<std::uint64_t> pairs;
    for (std::size_t i = 1; i < letters.size(); ++i) pairs.push_back(std::uint64_t{letters[i - 1]} << 32U | letters[i]);
    std::ranges::sort(pairs);
    return pairs;
}

float overlapOf(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    std::size_t shared = 0;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (*left < *right) {
            ++left;
        } else if (*right < *left) {
            ++right;
        } else {
            ++shared;
            ++left;
            ++right;
        }
    }
    return static_cast<float>(shared) / static_cast<float>(a.size() + b.size() - shared);
}

/// One text, prepared to be compared with many.
class LikenessTo {
public:
    LikenessTo(const TextRecord& record, float leastOverlap)
        : m_record(record), m_letters(lettersOf(record.text)), m_pairs(pairsOf(m_letters)), m_leastOverlap(leastOverlap) {}

    /// False: it is not like it.
    bool compare(const TextRecord& other, AlikeText& found) const {
        if (other.hash == m_record.hash && other.text == m_record.text) {
            found.likeness = Likeness::Identical;
            return true;
        }
        // Letters that take more or fewer bytes when written in another width are at most four times as long.
        if (m_letters.empty() || other.text.size() > 8 * m_record.text.size() + 64 || m_record.text.size() > 8 * other.text.size() + 64)
            return false;
        const std::u32string letters = lettersOf(other.text);
        if (letters == m_letters) {
            found.likeness = Likeness::SameWords;
            return true;
        }
        // The overlap is at most the ratio of the lengths.
        const auto [less, more] = std::minmax({letters.size(), m_letters.size()});
        if (less < 2 || static_cast<float>(less - 1) < m_leastOverlap * static_cast<float>(more - 1)) return false;
        found.likeness = Likeness::Near;
        found.overlap = overlapOf(m_pairs, pairsOf(letters));
        return found.overlap >= m_leastOverlap;
    }

private:
    const TextRecord& m_record;
    std::u32string m_letters;
    std::vector<std::uint64_t> m_pairs;
    float m_leastOverlap;
};

}  // namespace

std::u32string lettersOf(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::UnicodeString given = icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())});
    const icu::UnicodeString folded = normalizer->normalize(given, status);
    std::u32string letters;
    if (U_FAILURE(status) != 0) return letters;
    for (int i = 0; i < folded.length();) {
        const UChar32 letter = folded.char32At(i);
        if (u_isalnum(letter) != 0) letters.push_back(static_cast<char32_t>(letter));
        i += U16_LENGTH(letter);
    }
    return letters;
}

float pairOverlap(std::u32string_view a, std::u32string_view b) {
    if (a.size() < 2 || b.size() < 2) return a == b ? 1.0F : 0.0F;
    return overlapOf(pairsOf(a), pairsOf(b));
}

std::vector<AlikeText> alikeTexts(const Dataset& dataset, std::uint32_t row, const AlikeOptions& options, const std::stop_token& stop) {
    const LikenessTo likeness(dataset[row], options.leastOverlap);
    std::vector<AlikeText> alike;
    std::size_t near = 0;
    for (std::uint32_t other = 0; other < dataset.size(); ++other) {
        if (other % pollEvery == 0 && stop.stop_requested()) return {};
        AlikeText found{other};
        if (other == row || !likeness.compare(dataset[other], found)) continue;
        near += found.likeness == Likeness::Near ? 1 : 0;
        alike.push_back(found);
    }
    std::ranges::stable_sort(alike, [](const AlikeText& a, const AlikeText& b) {
        if (a.likeness != b.likeness) return a.likeness < b.likeness;
        return a.likeness == Likeness::Near && a.overlap > b.overlap;
    });
    if (near > options.mostNear) alike.resize(alike.size() - (near - options.mostNear));
    return alike;
}

}  // namespace labelwright
