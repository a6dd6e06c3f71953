#pragma once

#include "tests/torch/model_fixture.h"

namespace labelwright::testing {

/// How far fp32 may be from the reference: models.md 19 and what twelve layers of fp32 sums in another order come to.
constexpr double logitTolerance = 1e-4;
constexpr double embeddingTolerance = 1e-5;
constexpr double probabilityTolerance = 1e-5;
/// How far a score may move with the texts around it (models.md 19).
constexpr double companyTolerance = 1e-5;

/// Expects of fp32 on a device what PyTorch with transformers computed.
void expectReferenceScores(Backend& backend, const Reference& expected, const std::string& device);
/// Expects of fp32 on a device that all texts together, each alone and all backward give the same.
void expectScoresIndependentOfCompany(Backend& backend, const Reference& expected, const std::string& device);

}  // namespace labelwright::testing
