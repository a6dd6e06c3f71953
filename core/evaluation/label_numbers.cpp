#include "core/evaluation/label_numbers.h"

namespace labelwright {

std::uint32_t LabelNumbers::numberOf(const std::string& name) {
    const auto [entry, isNew] = m_numbers.try_emplace(name, static_cast<std::uint32_t>(m_names.size()));
    if (isNew) m_names.push_back(name);
    return entry->second;
}

}  // namespace labelwright
