#include "core/labels/meaning/form_features.h"

#include <algorithm>
#include <set>

namespace labelwright {
namespace {

using Units = std::span<const std::string>;

float ratio(std::size_t part, std::size_t whole) { return whole == 0 ? 0.0F : static_cast<float>(part) / static_cast<float>(whole); }

std::size_t sharedUnits(Units left, Units right) {
    const std::set<std::string_view> ofLeft(left.begin(), left.end());
    const std::set<std::string_view> ofRight(right.begin(), right.end());
    return static_cast<std::size_t>(
        std::count_if(ofLeft.begin(), ofLeft.end(), [&](std::string_view unit) { return ofRight.contains(unit); }));
}

bool holds(Units whole, Units part) { return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end(); }

struct Nearness {
    float nearestMean = 0;  ///< mean over the units of both sides of the greatest cosine to the other side
    float greatest = 0;
    float mean = 0;
};

Nearness nearness(Units left, Units right, const SentenceVectors& vectors) {
    if (left.empty() || right.empty()) return {};
    std::vector<float> bestOfRight(right.size(), -1);
    std::vector<std::span<const float>> ofRight;
    for (const std::string& unit : right) ofRight.push_back(vectors.of(unit));
    float leftSum = 0;
    Nearness result;
    result.greatest = -1;
    for (const std::string& unit : left) {
        const auto vector = vectors.of(unit);
        float best = -1;
        for (std::size_t r = 0; r < right.size(); ++r) {
            const float value = cosine(vector, ofRight[r]);
            best = std::max(best, value);
            bestOfRight[r] = std::max(bestOfRight[r], value);
            result.mean += value;
        }
        leftSum += best;
        result.greatest = std::max(result.greatest, best);
    }
    float rightSum = 0;
    for (const float best : bestOfRight) rightSum += best;
    result.mean /= static_cast<float>(left.size() * right.size());
    result.nearestMean = (leftSum / static_cast<float>(left.size()) + rightSum / static_cast<float>(right.size())) / 2;
    return result;
}

std::vector<float> meanDirection(Units units, const SentenceVectors& vectors) {
    std::vector<float> sum(vectors.size(), 0.0F);
    for (const std::string& unit : units) {
        const auto vector = vectors.of(unit);
        for (std::size_t i = 0; i < vector.size(); ++i) sum[i] += vector[i];
    }
    normalise(sum);
    return sum;
}

}  // namespace

FormFeatures formFeatures(const NameUnits& left, const NameUnits& right, Opposition opposition, const SentenceVectors& vectors) {
    const NameDifference difference = differenceOf(left, right);
    const std::size_t shorter = std::min(left.size(), right.size());
    const std::size_t shared = sharedUnits(left, right);
    const Nearness units = nearness(left, right, vectors);
    const Nearness parts = nearness(difference.left, difference.right, vectors);
    const bool nothing = difference.left.empty() || difference.right.empty();
    const auto flag = [](bool set) { return set ? 1.0F : 0.0F; };
    return {{flag(shared > 0), ratio(shared, shorter), flag(difference.prefix > 0), flag(difference.suffix > 0),
             ratio(difference.prefix, shorter), ratio(difference.suffix, shorter), flag(holds(left, right) || holds(right, left)),
             flag(left.size() != right.size()), flag(opposition == Opposition::Antonyms), flag(opposition == Opposition::Negation),
             flag(opposition == Opposition::DifferentHead), units.nearestMean, units.mean, parts.greatest, parts.mean, flag(nothing)}};
}

DifferingParts differingParts(const NameUnits& left, const NameUnits& right, const SentenceVectors& vectors) {
    const NameDifference difference = differenceOf(left, right);
    return {meanDirection(difference.left, vectors), meanDirection(difference.right, vectors)};
}

}  // namespace labelwright
