#include "core/io/text_decoder.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <array>

namespace labelwright {
namespace {

void appendCodePoint(UChar32 codePoint, std::string& out) {
    std::array<char, 4> bytes{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, codePoint);
    out.append(bytes.data(), length);
}

}  // namespace

void TextDecoder::Close::operator()(UConverter* converter) const noexcept { ucnv_close(converter); }

Result<TextDecoder> TextDecoder::open(const std::string& encoding) {
    TextDecoder decoder;
    if (ucnv_compareNames(encoding.c_str(), "UTF-8") == 0) return decoder;
    UErrorCode status = U_ZERO_ERROR;
    // An empty name would silently mean the machine's default encoding.
    decoder.m_converter.reset(encoding.empty() ? nullptr : ucnv_open(encoding.c_str(), &status));
    if (decoder.m_converter) ucnv_setToUCallBack(decoder.m_converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (!decoder.m_converter || U_FAILURE(status)) {
        return Error{ErrorCode::InvalidArgument,
                     "the encoding \"" + encoding + "\" is not known; UTF-8 and GB18030 are usual",
                     {"encoding", encoding}};
    }
    return decoder;
}

void TextDecoder::append(const char16_t* begin, const char16_t* end, std::string& out) {
    for (const char16_t* unit = begin; unit != end; ++unit) {
        if (*unit < 0x80) {
            out += static_cast<char>(*unit);
        } else if (U16_IS_LEAD(*unit)) {
            m_lead = *unit;
        } else {
            appendCodePoint(U16_IS_TRAIL(*unit) ? U16_GET_SUPPLEMENTARY(m_lead, *unit) : UChar32{*unit}, out);
        }
    }
}

void TextDecoder::decode(std::string_view bytes, Continues continues, std::string& out) {
    if (!m_converter) {
        out.append(bytes);
        return;
    }
    if (bytes.data() == nullptr) bytes = "";  // ICU wants a pointer even to nothing
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    std::array<UChar, 4096> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
    for (bool failedBefore = false;;) {
        const char* const before = source;
        UErrorCode status = U_ZERO_ERROR;
        UChar* target = buffer.data();
        ucnv_toUnicode(m_converter.get(), &target, buffer.data() + buffer.size(), &source, end, nullptr, continues == Continues::No,
                       &status);
        append(buffer.data(), target, out);
        if (status == U_BUFFER_OVERFLOW_ERROR) continue;
        if (U_SUCCESS(status)) return;
        if (failedBefore && source == before) return;
        failedBefore = true;
        out += illFormed;
    }
}

}  // namespace labelwright
