#include "core/io/encoding_guess.h"

#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

namespace labelwright {
namespace {

using Byte = unsigned char;

bool within(Byte value, Byte first, Byte last) noexcept { return value >= first && value <= last; }

std::optional<EncodingGuess> byteOrderMark(std::string_view start) {
    using namespace std::string_view_literals;
    constexpr std::array<std::pair<std::string_view, const char*>, 6> marks{{{"\xef\xbb\xbf"sv, "UTF-8"},
                                                                             {"\xff\xfe\0\0"sv, "UTF-32LE"},
                                                                             {"\0\0\xfe\xff"sv, "UTF-32BE"},
                                                                             {"\xff\xfe"sv, "UTF-16LE"},
                                                                             {"\xfe\xff"sv, "UTF-16BE"},
                                                                             {"\x84\x31\x95\x33"sv, "GB18030"}}};
    for (const auto& [mark, encoding] : marks) {
        if (start.starts_with(mark)) return EncodingGuess{encoding, 1};
    }
    return std::nullopt;
}

struct Utf8Count {
    std::size_t wellFormed = 0;  // sequences of more than one byte
    std::size_t illFormed = 0;
};

Utf8Count countUtf8(std::string_view start, Continues continues) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(start.data());
    const auto length = static_cast<std::int64_t>(start.size());
    Utf8Count count;
    for (std::int64_t at = 0; at < length;) {
        if (bytes[at] < 0x80) {
            ++at;
            continue;
        }
        UChar32 codePoint = 0;
        U8_NEXT(bytes, at, length, codePoint);
        if (codePoint >= 0) ++count.wellFormed;
        else if (at < length || continues == Continues::No) ++count.illFormed;
    }
    return count;
}

/// Western text in UTF-16 has a NUL in nearly every other byte; Chinese text has some, at its line ends and digits.
std::optional<EncodingGuess> utf16(std::string_view start) {
    std::array<std::size_t, 2> nulsAt{};
    for (std::size_t at = 0; at < start.size(); ++at) nulsAt[at % 2] += start[at] == '\0' ? 1 : 0;
    const auto [even, odd] = nulsAt;
    if (std::max(even, odd) < 2 + start.size() / 500 || std::min(even, odd) * 20 > std::max(even, odd)) return std::nullopt;
    return EncodingGuess{odd > even ? "UTF-16LE" : "UTF-16BE", 0.9};
}

/// How the bytes look as double-byte text.
struct HanziCount {
    bool wellFormed = true;
    std::size_t characters = 0;  // without punctuation and symbols
    std::size_t common = 0;      // on the level of everyday Hanzi, whose code range both standards keep apart

    double share() const { return wellFormed && characters != 0 ? static_cast<double>(common) / static_cast<double>(characters) : 0; }
};

/// GB18030. Everyday Hanzi are level 1 of GB 2312: rows 16 to 55.
HanziCount countGb18030(std::string_view start, Continues continues) {
    HanziCount count;
    for (std::size_t at = 0; at < start.size();) {
        const auto byteAt = [&](std::size_t offset) { return static_cast<Byte>(start[at + offset]); };
        if (byteAt(0) < 0x80) {
            ++at;
            continue;
        }
        const std::size_t left = start.size() - at;
        if (left == 1) {
            count.wellFormed &= continues == Continues::Yes;
            break;
        }
        const bool four = within(byteAt(1), 0x30, 0x39);
        if (four && left < 4) {
            count.wellFormed &= continues == Continues::Yes;
            break;
        }
        const bool fits = within(byteAt(0), 0x81, 0xfe) && (four ? within(byteAt(2), 0x81, 0xfe) && within(byteAt(3), 0x30, 0x39)
                                                                 : within(byteAt(1), 0x40, 0xfe) && byteAt(1) != 0x7f);
        count.wellFormed &= fits;
        if (!count.wellFormed) break;
        if (four || !within(byteAt(0), 0xa1, 0xa3) || byteAt(1) < 0xa1) {
            ++count.characters;
            count.common += !four && within(byteAt(0), 0xb0, 0xd7) && byteAt(1) >= 0xa1 ? 1 : 0;
        }
        at += four ? 4 : 2;
    }
    return count;
}

/// Everyday Hanzi are level 1 of Big5: lead bytes A4 to C6.
HanziCount countBig5(std::string_view start, Continues continues) {
    HanziCount count;
    for (std::size_t at = 0; at < start.size();) {
        const auto lead = static_cast<Byte>(start[at]);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        if (at + 1 == start.size()) {
            count.wellFormed &= continues == Continues::Yes;
            break;
        }
        const auto trail = static_cast<Byte>(start[at + 1]);
        count.wellFormed &= within(lead, 0xa1, 0xf9) && (within(trail, 0x40, 0x7e) || within(trail, 0xa1, 0xfe));
        if (!count.wellFormed) break;
        if (lead > 0xa3) {
            ++count.characters;
            count.common += lead <= 0xc6 ? 1 : 0;
        }
        at += 2;
    }
    return count;
}

std::optional<EncodingGuess> detectedByIcu(std::string_view start) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
    if (U_FAILURE(status)) return std::nullopt;
    ucsdet_setText(detector.get(), start.data(), static_cast<std::int32_t>(start.size()), &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr) return std::nullopt;
    std::string name = ucsdet_getName(match, &status);
    const double confidence = ucsdet_getConfidence(match, &status) / 100.0;
    if (U_FAILURE(status)) return std::nullopt;
    if (name == "ISO-8859-1") name = "windows-1252";  // a superset, and what such files really are
    return EncodingGuess{name, confidence};
}

std::optional<EncodingGuess> chinese(std::string_view start, Continues continues) {
    const HanziCount gb = countGb18030(start, continues);
    const HanziCount big5 = countBig5(start, continues);
    const HanziCount& better = big5.share() > gb.share() ? big5 : gb;
    // Text in traditional characters has fewer on level 1 of GB 2312; Big5 cannot have written most of it.
    if (better.share() < (big5.wellFormed ? 0.5 : 0.3)) return std::nullopt;
    const double certainty = std::min(1.0, 0.5 + static_cast<double>(better.characters) / 20.0);
    return EncodingGuess{&better == &gb ? "GB18030" : "Big5", better.share() * certainty};
}

}  // namespace

EncodingGuess guessEncoding(std::string_view start, Continues continues) {
    if (const auto marked = byteOrderMark(start)) return *marked;
    const Utf8Count utf8 = countUtf8(start, continues);
    const auto nuls = static_cast<std::size_t>(std::count(start.begin(), start.end(), '\0'));
    if (utf8.illFormed == 0 && nuls * 8 <= start.size()) return {"UTF-8", 1};
    if (const auto wide = utf16(start)) return *wide;
    if (const auto doubleByte = chinese(start, continues)) return *doubleByte;
    if (utf8.wellFormed > utf8.illFormed) {
        return {"UTF-8", 0.5 * static_cast<double>(utf8.wellFormed) / static_cast<double>(utf8.wellFormed + utf8.illFormed)};
    }
    return detectedByIcu(start).value_or(EncodingGuess{"windows-1252", 0.1});
}

}  // namespace labelwright
