#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/text_import.h"

namespace labelwright {

/// Gathers rejected rows within bounds: 100,000 rows, 4 KiB of each, and less of each once they come to 32 MiB.
class RejectList {
public:
    /// `raw`: the row as decoded, line break included.
    void add(std::uint64_t line, RejectedRow::Reason reason, std::string detail, std::string_view raw);

    std::uint64_t count() const noexcept { return m_count; }
    std::vector<RejectedRow> take() && { return std::move(m_rows); }

private:
    std::vector<RejectedRow> m_rows;
    std::uint64_t m_count = 0;
    std::size_t m_contentBytes = 0;
};

}  // namespace labelwright
