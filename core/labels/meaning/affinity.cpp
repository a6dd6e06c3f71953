#include "core/labels/meaning/affinity.h"

#include <algorithm>
#include <array>
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

float formEvidence(const AffinityCoefficients& with, const FormFeatures& features, const NameUnits& left, const NameUnits& right,
                   const SentenceVectors& vectors) {
    float evidence = with.formBias;
    for (std::size_t i = 0; i < features.values.size(); ++i) evidence += with.form[i] * features.values[i];
    if (with.directions.empty()) return evidence;
    const DifferingParts parts = differingParts(left, right, vectors);
    for (std::size_t r = 0; r < with.directions.size(); ++r)
        evidence += with.strengths[r] * cosine(with.directions[r], parts.left) * cosine(with.directions[r], parts.right);
    return evidence;
}

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

Affinity affinity(std::string_view left, std::string_view right, float cosine, const CosineBackground& background,
                  const SentenceVectors& vectors) {
    Affinity result;
    result.cosine = cosine;
    result.standardised = background.standardised(cosine);
    const NameUnits leftUnits = nameUnits(left);
    const NameUnits rightUnits = nameUnits(right);
    if (leftUnits == rightUnits) {
        result.same = 1;
        result.unrelated = 0;
        return result;
    }
    result.opposition = opposition(left, right);
    const FormFeatures features = formFeatures(leftUnits, rightUnits, result.opposition.kind, vectors);
    const AffinityCoefficients& with = affinityCoefficients(vectors.fingerprint(), vectors.size());
    const std::array<float, 5> inputs{1, result.standardised, formEvidence(with, features, leftUnits, rightUnits, vectors),
                                      features.values[FormFeatures::withoutVectors], features.values[FormFeatures::withoutVectors + 1]};
    std::array<float, 3> scores{};
    for (std::size_t i = 0; i < scores.size(); ++i) {
        for (std::size_t k = 0; k < inputs.size(); ++k) scores[i] += with.meaning[i][k] * inputs[k];
    }
    const float highest = *std::max_element(scores.begin(), scores.end());
    float sum = 0;
    for (float& score : scores) sum += score = std::exp(score - highest);
    result.same = scores[0] / sum;
    result.opposite = scores[1] / sum;
    result.unrelated = scores[2] / sum;
    return result;
}

}  // namespace labelwright
