#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace labelwright::testing {

struct RandomBertShape {
    std::uint32_t layers = 12;
    std::uint32_t hidden = 768;
    std::uint32_t heads = 12;
    std::uint32_t intermediate = 3072;
    std::uint32_t vocabulary = 2000;
};

/// Writes a three-way NLI cross-encoder of this shape with seeded random fp16 weights: fit for speed, useless for labels.
/// Its vocabulary holds single letters and digits, so that a text of n letters apart is n tokens.
void writeRandomBert(const std::filesystem::path& folder, const RandomBertShape& shape);

/// Texts of every short and some long lengths, so that every remainder of every block of the kernels is met.
std::vector<std::string> textsOfManyLengths();

/// Floating-point operations of one sequence as every layer would do it for every token (performance figures count these, also where
/// the engine leaves some out).
double flopsOfSequence(const RandomBertShape& shape, std::uint32_t tokens);

}  // namespace labelwright::testing
