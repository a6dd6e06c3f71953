#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/labels/exchange/label_file.h"
#include "core/project/project_file.h"

namespace labelwright::cli {

/// A project as it was opened; nothing of it is changed before somebody records an edit.
struct OpenProject {
    ProjectFile file;
    ProjectContents contents;
};

/// Labels with where they are kept: a label file, a preset, or a project.
struct PlacedLabels {
    std::string place;  ///< as it was named
    LabelPreset preset;
    std::optional<LabelFileFormat> format;  ///< of a label file
    std::shared_ptr<OpenProject> project;   ///< null: it is no project
    bool ofEarlierVersion = false;          ///< a state that the labels of the project had, "@3"
};

/// What the command line may name: "labels.json", "work.lwproj", "work.lwproj@3" (a version of its labels), or the name or id of a preset.
/// `opened`: a project that is open already is not opened again. Errors as of the file, the project or the preset; InvalidArgument: there
/// is no such version.
Result<PlacedLabels> readPlacedLabels(const std::string& place, const std::shared_ptr<OpenProject>& opened = nullptr);

/// Puts changed labels where they came from, or into a label file of the name `output`. In a project that is an edit with this text in its
/// history, which the window can take back. InvalidArgument, and nothing is written: the file's format has no place for merged labels, the
/// preset is built in, or the labels are an earlier version.
Result<void> savePlacedLabels(PlacedLabels& placed, LabelSet labels, const std::string& text, const std::optional<std::string>& output);

}  // namespace labelwright::cli
