#include "core/io/text_stream.h"

namespace labelwright {
namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

}  // namespace

Result<void> TextStream::fill() {
    m_text.erase(0, m_begin);
    m_begin = 0;
    do {
        const Result<std::size_t> count = m_source.read(m_block);
        if (!count) return count.error();
        m_bytesRead += *count;
        if (*count < m_block.size()) m_continues = Continues::No;
        m_decoder.decode(std::string_view(m_block).substr(0, *count), m_continues, m_text);
    } while (m_atStart && m_text.size() < byteOrderMark.size() && m_continues == Continues::Yes);
    if (m_atStart && window().starts_with(byteOrderMark)) m_text.erase(0, byteOrderMark.size());
    m_atStart = false;
    return {};
}

}  // namespace labelwright
