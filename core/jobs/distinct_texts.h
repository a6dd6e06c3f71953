#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/domain/dataset.h"

namespace labelwright {

/// Rows grouped by equal text: the model reads each text once, however often it stands in the file.
class DistinctTexts {
public:
    DistinctTexts(const Dataset& dataset, std::span<const std::uint32_t> rows);

    /// Number of different texts, in the order in which they first appear in `rows`.
    std::size_t size() const noexcept { return m_offsets.size() - 1; }
    /// The rows that hold text i; the first is its representative.
    std::span<const std::uint32_t> rows(std::size_t i) const noexcept {
        return std::span(m_rows).subspan(m_offsets[i], m_offsets[i + 1] - m_offsets[i]);
    }

private:
    std::vector<std::uint32_t> m_rows;
    std::vector<std::uint32_t> m_offsets;
};

}  // namespace labelwright
