#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/base/result.h"
#include "core/tokenizer/tokenizer_rules.h"

namespace labelwright {

/// Looks tokens up while a tokenizer is being read and checks what every kind of file must keep to. Refers to the vocabulary given.
class VocabularyIndex {
public:
    explicit VocabularyIndex(const TokenizerRules& rules);

    std::optional<std::uint32_t> find(std::string_view token) const;
    /// Every id belongs to one token, added tokens included; `file` is for the message.
    std::optional<Error> conflict(const TokenizerRules& rules, const std::string& file) const;

private:
    std::unordered_map<std::string_view, std::uint32_t> m_ids;
};

}  // namespace labelwright
