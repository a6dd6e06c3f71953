#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace labelwright {

/// The word being read. Words of usual length stay on the stack; characters beyond the limit are only counted.
class WordBuffer {
public:
    /// A word of more than `limit` characters is unknown anyway, so one more than that is kept to show it.
    explicit WordBuffer(std::size_t limit) : m_limit(limit) {}
    WordBuffer(const WordBuffer&) = delete;
    WordBuffer& operator=(const WordBuffer&) = delete;

    bool empty() const noexcept { return m_size == 0; }
    void clear() noexcept { m_size = 0; }
    void push(char32_t c) {
        if (m_size == m_capacity) grow();
        if (m_size <= m_limit) m_data[m_size++] = c;
    }
    std::span<const char32_t> word() const noexcept { return {m_data, m_size}; }

private:
    void grow() {
        if (m_size > m_limit) return;
        if (m_large.empty()) m_large.assign(m_data, m_data + m_size);
        m_large.resize(m_capacity * 4);
        m_data = m_large.data();
        m_capacity = m_large.size();
    }

    std::array<char32_t, 256> m_small;  // not initialised: written before it is read
    std::vector<char32_t> m_large;
    char32_t* m_data = m_small.data();
    std::size_t m_size = 0;
    std::size_t m_capacity = m_small.size();
    std::size_t m_limit;
};

}  // namespace labelwright
