#include "core/labels/exchange/json_fields.h"

#include "core/labels/exchange/label_draft.h"

namespace labelwright {

std::string JsonFields::text(const char* key) {
    const auto found = m_object.find(key);
    if (found == m_object.end() || found->is_null()) return {};
    if (found->is_string()) return found->get<std::string>();
    if (m_wrongKey.empty()) m_wrongKey = key;
    return {};
}

Result<void> JsonFields::state() const {
    if (m_wrongKey.empty()) return {};
    return malformedLabelFile(m_fileName, m_place, "\"" + m_wrongKey + "\" is not a text; write it in quotes");
}

}  // namespace labelwright
