#pragma once

#include <QString>
#include <filesystem>

#include "core/checkpoint/model_catalog.h"
#include "core/engine/engine_event.h"

namespace labelwright::ui {

QString familyText(const ModelEntry& model);
QString originText(ModelOrigin origin);
/// "Ready", or what is wrong in a few words.
QString statusText(const ModelEntry& model);
/// Everything known about a model, one fact a line: folder, architecture, roles of its outputs, what is missing.
QString detailsText(const ModelEntry& model);
/// How a model did on trial.
QString checkText(const ModelChecked& check);

std::filesystem::path toPath(const QString& file);
QString fromPath(const std::filesystem::path& path);

}  // namespace labelwright::ui
