#pragma once

#include <string_view>

#include "core/io/column_guess.h"
#include "core/io/delimited_parser.h"

namespace labelwright {

struct DialectGuess {
    Dialect dialect;
    bool hasHeader = false;
    std::size_t columns = 1;  ///< what most rows have
    double consistency = 0;   ///< share of the rows that have it
    std::size_t rows = 0;     ///< seen, header included
    bool namesKnown = false;  ///< the first row holds a usual column name
};

/// The delimiter and quote that cut the start of a text into the most even rows; what `options` sets is taken as it is. Any thread.
DialectGuess guessDialect(std::string_view start, const ImportOptions& options);

}  // namespace labelwright
