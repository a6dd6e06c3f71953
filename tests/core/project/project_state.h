#pragma once

#include <string>

#include "core/project/project_file.h"

namespace labelwright::testing {

/// Everything that a project says through its interface, times left out, as text with a line for each thing: two projects in the same state
/// give the same text.
std::string stateOf(const ProjectFile& project);
/// What the texts are labeled with and what people say about them, without versions and history: what undo must bring back.
std::string workOf(const ProjectContents& contents);

}  // namespace labelwright::testing
