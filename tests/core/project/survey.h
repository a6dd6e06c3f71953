#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "core/project/project_file.h"

namespace labelwright::testing {

/// A small project with something of everything, which tests/fixtures/projects holds as the program of each schema version wrote it. What
/// `version` had no place for is not in it: merged labels and versions of labels from 2 on, precision from 3, reviews from 4, pairs kept
/// apart from 5, history from 6.
std::shared_ptr<const Dataset> surveyTexts();
LabelSet surveyLabels(std::uint32_t version);
Selection surveySelection();
ScoreTable surveyScores(std::uint32_t version);
ReviewTable surveyReviews(std::uint32_t version);

/// Writes it as the present program does, step by step.
Result<void> writeSurvey(const std::filesystem::path& file);

}  // namespace labelwright::testing
