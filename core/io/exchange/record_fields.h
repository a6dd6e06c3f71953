#pragma once

#include <simdjson.h>

#include <string>
#include <vector>

#include "core/io/exchange/record_format.h"

namespace labelwright {

/// A value of a record under the name of the column it belongs to.
struct RecordField {
    std::string column;
    std::string text;  ///< strings as they are, null empty, the rest as JSON
    bool isString = true;
    bool isNull = false;
};

/// What a record of another tool says, as columns (formats: docs/user-guide). The text is in `text` or under the name it has there.
std::vector<RecordField> recordFields(simdjson::dom::object record, RecordFormat format);

}  // namespace labelwright
