#pragma once

#include <memory>

#include "core/inference/backend.h"

namespace labelwright::testing {

/// A backend that answers any model folder at once with made-up cosines: what remains is the cost of everything around the model.
std::unique_ptr<Backend> makeInstantBackend();

}  // namespace labelwright::testing
