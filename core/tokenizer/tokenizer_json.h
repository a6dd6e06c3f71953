#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/tokenizer/tokenizer_rules.h"

namespace labelwright {

/// Reads the tokenizer.json of the Hugging Face tokenizers library: a WordPiece model with BertNormalizer (or none), BertPreTokenizer and
/// BertProcessing, or a TemplateProcessing of the same shape. Everything else is refused by its name. Sections that do not decide ids
/// (decoder, truncation) are not read.
Result<TokenizerRules> readTokenizerJson(std::string_view bytes, const std::string& file);

}  // namespace labelwright
