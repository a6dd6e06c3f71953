#pragma once

#include "core/storage/schema.h"

namespace labelwright {

/// The tables of a project file and how older versions become the current one. A file of version N is made from version N - 1 by step N - 1
/// alone: a released step is never changed, only followed by another.
const Schema& projectSchema();

}  // namespace labelwright
