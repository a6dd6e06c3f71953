#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/io/byte_source.h"
#include "core/io/text_decoder.h"

namespace labelwright {

/// A source as UTF-8, a window of it at a time: what is consumed makes room for what follows. A byte order mark at the start is dropped.
/// The source must outlive it. One thread.
class TextStream {
public:
    static constexpr std::size_t defaultBlockBytes = std::size_t{1} << 20U;

    /// A source smaller than a block is read in one, whose last byte stays unused: that is how its end is seen.
    TextStream(ByteSource& source, TextDecoder decoder, std::size_t blockBytes = defaultBlockBytes)
        : m_source(source), m_decoder(std::move(decoder)), m_block(std::min<std::uint64_t>(blockBytes, source.size() + 1), '\0') {}

    /// Decoded and not yet consumed. Valid until fill().
    std::string_view window() const noexcept { return std::string_view(m_text).substr(m_begin); }
    /// Whether anything follows the window.
    Continues continues() const noexcept { return m_continues; }
    void consume(std::size_t bytes) noexcept { m_begin += bytes; }
    /// Lengthens the window by a block.
    Result<void> fill();
    /// Bytes of the source read so far.
    std::uint64_t bytesRead() const noexcept { return m_bytesRead; }

private:
    ByteSource& m_source;
    TextDecoder m_decoder;
    std::string m_block;
    std::string m_text;
    std::size_t m_begin = 0;
    std::uint64_t m_bytesRead = 0;
    Continues m_continues = Continues::Yes;
    bool m_atStart = true;
};

}  // namespace labelwright
