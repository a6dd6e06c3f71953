#include "core/jobs/distinct_texts.h"

#include <unordered_map>

namespace labelwright {

DistinctTexts::DistinctTexts(const Dataset& dataset, std::span<const std::uint32_t> rows) {
    std::unordered_map<Hash128, std::uint32_t> indexOf;
    indexOf.reserve(rows.size());
    std::vector<std::uint32_t> textOfRow;
    textOfRow.reserve(rows.size());
    std::vector<std::uint32_t> counts;
    for (const std::uint32_t row : rows) {
        const auto [entry, added] = indexOf.try_emplace(dataset[row].hash, static_cast<std::uint32_t>(counts.size()));
        if (added) counts.push_back(0);
        ++counts[entry->second];
        textOfRow.push_back(entry->second);
    }
    m_offsets.assign(counts.size() + 1, 0);
    for (std::size_t i = 0; i < counts.size(); ++i) m_offsets[i + 1] = m_offsets[i] + counts[i];
    std::vector<std::uint32_t> next(m_offsets.begin(), m_offsets.end() - 1);
    m_rows.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) m_rows[next[textOfRow[i]]++] = rows[i];
}

}  // namespace labelwright
