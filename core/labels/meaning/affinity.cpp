#include "core/labels/meaning/affinity.h"

#include <algorithm>
#include <cmath>

#include "core/labels/meaning/word_list_text.h"
#include "core/labels/meaning/word_lists.h"

namespace labelwright {
namespace {

std::vector<std::string> readBackground(std::string_view language) {
    std::vector<std::string> names;
    forEachLine(backgroundList(), [&](std::string_view line) {
        if (!line.starts_with(language)) return;
        forEachWord(line.substr(line.find(':') + 1), [&](std::string_view word) {
            names.emplace_back(word);
            std::replace(names.back().begin(), names.back().end(), '_', ' ');
        });
    });
    return names;
}

float logOdds(const LinearEvidence& with, float standardised, const FormFeatures& features, const NamedMeaning& left,
              const NamedMeaning& right) {
    float sum = with.bias + with.cosine * standardised;
    for (std::size_t i = 0; i < features.values.size(); ++i) sum += with.form[i] * features.values[i];
    for (std::size_t d = 0; d < with.dimensions.size(); ++d) sum += with.dimensions[d] * left.vector[d] * right.vector[d];
    return sum;
}

/// How much the parts in which the names differ point the same way, along directions in which opposites part.
float partsEvidence(const AffinityCoefficients& with, const NameUnits& left, const NameUnits& right, const SentenceVectors& vectors) {
    if (with.directions.empty()) return 0;
    const DifferingParts parts = differingParts(left, right, vectors);
    float sum = 0;
    for (std::size_t r = 0; r < with.directions.size(); ++r)
        sum += with.strengths[r] * cosine(with.directions[r], parts.left) * cosine(with.directions[r], parts.right);
    return sum;
}

/// What a found opposition leaves of P(same | related). Such pairs are never suggested anyhow; this keeps them in order.
constexpr float vetoed = 0.1F;

float probability(float logOdds) { return 1 / (1 + std::exp(-logOdds)); }

}  // namespace

const std::vector<std::string>& backgroundNames(bool chinese) {
    static const std::vector<std::string> ofChinese = readBackground("zh");
    static const std::vector<std::string> ofEnglish = readBackground("en");
    return chinese ? ofChinese : ofEnglish;
}

CosineBackground backgroundOf(const std::vector<std::string>& names, const SentenceVectors& vectors) {
    double sum = 0;
    double squares = 0;
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto left = vectors.of(names[i]);
        for (std::size_t j = 0; j < i && !left.empty(); ++j) {
            const auto right = vectors.of(names[j]);
            if (right.empty()) continue;
            const double value = cosine(left, right);
            sum += value;
            squares += value * value;
            ++pairs;
        }
    }
    if (pairs < 2) return {};
    const double mean = sum / static_cast<double>(pairs);
    const double variance = squares / static_cast<double>(pairs) - mean * mean;
    return {static_cast<float>(mean), static_cast<float>(std::sqrt(std::max(variance, 1e-6)))};
}

std::vector<std::string> unitsToEmbed(std::string_view name) { return nameUnits(name); }

Affinity affinity(const NamedMeaning& left, const NamedMeaning& right, const CosineBackground& background, const SentenceVectors& vectors) {
    Affinity result;
    result.cosine = cosine(left.vector, right.vector);
    result.standardised = background.standardised(result.cosine);
    if (nameUnits(left.name) == nameUnits(right.name)) {
        result.same = 1;
        result.unrelated = 0;
        return result;
    }
    result.opposition = opposition(left.name, right.name);
    if (left.vector.size() != vectors.size() || right.vector.size() != vectors.size()) return result;
    const FormFeatures features = formFeatures(left.units, right.units, result.opposition.kind, vectors);
    const AffinityCoefficients& with = affinityCoefficients(vectors.fingerprint(), vectors.size());
    const float related = probability(logOdds(with.related, result.standardised, features, left, right));
    float same =
        probability(logOdds(with.same, result.standardised, features, left, right) + partsEvidence(with, left.units, right.units, vectors));
    if (result.opposition.kind != Opposition::None) same *= vetoed;
    result.same = related * same;
    result.opposite = related * (1 - same);
    result.unrelated = 1 - related;
    return result;
}

}  // namespace labelwright
