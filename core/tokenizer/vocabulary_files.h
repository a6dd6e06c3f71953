#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/result.h"
#include "core/tokenizer/tokenizer_rules.h"

namespace labelwright {

/// What tokenizer_config.json and special_tokens_map.json beside any tokenizer say; both files may be missing.
struct TokenizerConfig {
    NormalizerRules normalizer;  ///< do_lower_case true unless the file says otherwise
    std::string unknownToken = "[UNK]";
    std::string separatorToken = "[SEP]";
    std::string paddingToken = "[PAD]";
    std::string classificationToken = "[CLS]";
    std::uint32_t modelMaxLength = 0;  ///< 0: not said, or a number that stands for "no limit"
    std::vector<AddedToken> addedTokens;
};

Result<TokenizerConfig> readTokenizerConfig(const std::filesystem::path& modelFolder);

/// The rules of a folder with vocab.txt: one token per line, the line's number is the id, LF or CRLF; of a repeated token the last line
/// counts.
Result<TokenizerRules> readVocabularyFiles(const std::filesystem::path& modelFolder, const TokenizerConfig& config);

}  // namespace labelwright
