#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/checkpoint/pickle_value.h"

namespace labelwright {

struct PickleProblem {
    enum class Kind { Malformed, Refused };
    Kind kind = Kind::Malformed;
    std::string what;
};

/// A new value, one that was there before, or why there is none.
using PickleCallResult = std::variant<PickleValue, PickleId, PickleProblem>;

/// What calling a name of the allow-list gives: a dictionary, the description of a tensor, or one of its arguments.
PickleCallResult callOf(const std::vector<PickleValue>& values, const PickleGlobal& callee, const std::vector<PickleId>& arguments);

/// The storage that a persistent id means: ('storage', type, key, location, elements[, view]).
PickleCallResult storageOfId(const std::vector<PickleValue>& values, PickleId id);

/// Names come from the file and go into a message: printable ASCII only, and not too much of it.
std::string printable(std::string_view name);

}  // namespace labelwright
