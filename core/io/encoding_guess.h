#pragma once

#include <string>
#include <string_view>

#include "core/io/text_stream.h"

namespace labelwright {

struct EncodingGuess {
    std::string encoding;   ///< a name that TextDecoder opens
    double confidence = 1;  ///< 0 … 1
};

/// Byte order mark; else strict UTF-8; else UTF-16 by the parity of its NUL bytes; else GB18030 or Big5, whichever turns more of the bytes
/// into common Hanzi; else UTF-8 with damaged places; else ICU's detector. `start` may end inside a character if the source continues. Any
/// thread.
EncodingGuess guessEncoding(std::string_view start, Continues continues);

}  // namespace labelwright
