#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"

struct UConverter;

namespace labelwright {

/// Whether more of a source follows.
enum class Continues { Yes, No };

/// Converts bytes of any encoding ICU knows to UTF-8, block by block: characters may be cut at block ends. One thread.
class TextDecoder {
public:
    /// Stands in the output where the source was ill-formed. It can never be part of UTF-8, so a row that holds it fails isValidUtf8 and
    /// only that row is lost.
    static constexpr char illFormed = '\xff';

    static Result<TextDecoder> open(const std::string& encoding);

    /// Appends to `out`. UTF-8 passes as it is, ill-formed bytes included.
    void decode(std::string_view bytes, Continues continues, std::string& out);

private:
    struct Close {
        void operator()(UConverter* converter) const noexcept;
    };
    void append(const char16_t* begin, const char16_t* end, std::string& out);

    TextDecoder() = default;

    std::unique_ptr<UConverter, Close> m_converter;  // empty: UTF-8
    char16_t m_lead = 0;                             // of a surrogate pair cut by the conversion buffer
};

}  // namespace labelwright
