#include "core/tokenizer/tokenizer_json.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "core/tokenizer/tokenizer_fields.h"
#include "core/tokenizer/vocabulary_index.h"

namespace labelwright {
namespace {

using nlohmann::json;

/// The "type" of a section; "null" where there is none.
std::string typeOf(const json& root, const char* section, TokenizerFields& fields) {
    const auto found = root.find(section);
    if (found == root.end() || found->is_null()) return "null";
    if (!found->is_object()) {
        fields.fail(section, std::string("an object was expected, found ") + found->type_name());
        return "null";
    }
    return fields.text(*found, "type", "null", section);
}

void readNormalizer(const json& root, TokenizerFields& fields, NormalizerRules& rules) {
    const std::string type = typeOf(root, "normalizer", fields);
    if (fields.error()) return;
    if (type == "null") {
        rules = {.cleanText = false, .separateChinese = false, .stripAccents = false, .lowerCase = false};
        return;
    }
    if (type != "BertNormalizer") return fields.fail(unsupportedTokenizer(fields.file(), "the normalizer " + type));
    const json& section = root["normalizer"];
    rules.cleanText = fields.boolean(section, "clean_text", true, "normalizer");
    rules.separateChinese = fields.boolean(section, "handle_chinese_chars", true, "normalizer");
    rules.lowerCase = fields.boolean(section, "lowercase", true, "normalizer");
    rules.stripAccents = fields.boolean(section, "strip_accents", rules.lowerCase, "normalizer");
}

void readModel(const json& root, TokenizerFields& fields, TokenizerRules& rules) {
    const json& model = fields.object(root, "model", "");
    // Files of early versions have no type; a WordPiece model is the one that names its unknown token and prefix.
    const std::string type = fields.text(model, "type", model.contains("max_input_chars_per_word") ? "WordPiece" : "null", "model");
    if (fields.error()) return;
    if (type != "WordPiece") return fields.fail(unsupportedTokenizer(fields.file(), "the tokenizer model " + type));

    rules.continuationPrefix = fields.text(model, "continuing_subword_prefix", "##", "model");
    rules.maxCharactersPerWord = fields.count(model, "max_input_chars_per_word", 100, "model");
    const json& vocabulary = fields.object(model, "vocab", "model");
    rules.vocabulary.reserve(vocabulary.size());
    for (const auto& [token, id] : vocabulary.items()) {
        if (fields.error()) return;
        rules.vocabulary.emplace_back(token, fields.tokenId(id, "model.vocab[" + json(token).dump() + "]"));
    }
    const std::string unknown = fields.text(model, "unk_token", "[UNK]", "model");
    const auto found = vocabulary.find(unknown);
    if (found == vocabulary.end()) return fields.fail("model.unk_token", "the unknown token \"" + unknown + "\" is not in the vocabulary");
    rules.unknownId = fields.tokenId(*found, "model.unk_token");
}

void readAddedTokens(const json& root, TokenizerFields& fields, TokenizerRules& rules) {
    if (!root.contains("added_tokens") || root["added_tokens"].is_null()) return;
    const json& tokens = fields.array(root, "added_tokens", "");
    for (std::size_t index = 0; index < tokens.size() && !fields.error(); ++index) {
        const json& token = tokens[index];
        const std::string place = "added_tokens[" + std::to_string(index) + "]";
        if (!token.is_object()) return fields.fail(place, std::string("an object was expected, found ") + token.type_name());
        AddedToken added;
        added.content = fields.text(token, "content", "", place);
        added.id = fields.tokenId(token.contains("id") ? token["id"] : json(), place + ".id");
        added.singleWord = fields.boolean(token, "single_word", false, place);
        added.stripLeft = fields.boolean(token, "lstrip", false, place);
        added.stripRight = fields.boolean(token, "rstrip", false, place);
        added.special = fields.boolean(token, "special", false, place);
        added.normalized = fields.boolean(token, "normalized", !added.special, place);
        if (!added.content.empty()) rules.addedTokens.push_back(std::move(added));
    }
}

/// ["[SEP]", 102]
std::uint32_t processingId(const json& section, const char* key, TokenizerFields& fields) {
    const std::string place = "post_processor";
    const json& pair = fields.array(section, key, place);
    if (!fields.error() && pair.size() != 2) fields.fail(place + "." + key, "a token and its id were expected");
    return fields.error() ? 0 : fields.tokenId(pair[1], place + "." + key);
}

struct TemplatePiece {
    std::string name;  ///< "A", "B", or a special token
    bool isSpecial = false;
    std::uint32_t typeId = 0;
};

std::vector<TemplatePiece> templatePieces(const json& section, const char* key, TokenizerFields& fields) {
    std::vector<TemplatePiece> pieces;
    const std::string place = std::string("post_processor.") + key;
    for (const json& item : fields.array(section, key, "post_processor")) {
        if (!item.is_object() || item.size() != 1 || !(item.contains("SpecialToken") || item.contains("Sequence"))) {
            fields.fail(place, "a SpecialToken or a Sequence was expected");
            return {};
        }
        const bool isSpecial = item.contains("SpecialToken");
        const json& value = fields.object(item, isSpecial ? "SpecialToken" : "Sequence", place);
        pieces.push_back({fields.text(value, "id", "", place), isSpecial, fields.count(value, "type_id", 0, place)});
    }
    return pieces;
}

std::uint32_t templateId(const json& section, const std::string& name, TokenizerFields& fields) {
    const std::string place = "post_processor.special_tokens";
    const json& token = fields.object(fields.object(section, "special_tokens", "post_processor"), name.c_str(), place);
    const json& ids = fields.array(token, "ids", place + "." + name);
    if (!fields.error() && ids.size() != 1)
        fields.fail(unsupportedTokenizer(fields.file(), "the post-processor's token \"" + name + "\" of several ids"));
    return fields.error() ? 0 : fields.tokenId(ids[0], place + "." + name);
}

/// Only [CLS] A [SEP] and [CLS] A [SEP] B [SEP], with type 0 for the first sequence and 0 or 1 for the second.
void readTemplate(const json& section, TokenizerFields& fields, TokenizerRules& rules) {
    const auto single = templatePieces(section, "single", fields);
    const auto pair = templatePieces(section, "pair", fields);
    if (fields.error()) return;
    const auto has = [](const std::vector<TemplatePiece>& pieces, std::size_t index, bool isSpecial, const std::string& name,
                        std::uint32_t typeId) {
        return pieces[index].isSpecial == isSpecial && pieces[index].name == name && pieces[index].typeId == typeId;
    };
    const bool counts = single.size() == 3 && pair.size() == 5;
    const std::uint32_t secondType = counts ? pair[3].typeId : 0;
    const bool shape = counts && has(single, 0, true, single[0].name, 0) && has(single, 1, false, "A", 0) &&
                       has(single, 2, true, single[2].name, 0) && has(pair, 0, true, single[0].name, 0) && has(pair, 1, false, "A", 0) &&
                       has(pair, 2, true, single[2].name, 0) && has(pair, 3, false, "B", secondType) &&
                       has(pair, 4, true, single[2].name, secondType) && secondType <= 1;
    if (!shape) {
        return fields.fail(unsupportedTokenizer(fields.file(), "a TemplateProcessing other than [CLS] A [SEP] and [CLS] A [SEP] B [SEP]"));
    }
    rules.secondTypeId = static_cast<std::uint8_t>(secondType);
    rules.classificationId = templateId(section, single[0].name, fields);
    rules.separatorId = templateId(section, single[2].name, fields);
}

void readPostProcessor(const json& root, TokenizerFields& fields, TokenizerRules& rules) {
    const std::string type = typeOf(root, "post_processor", fields);
    if (fields.error()) return;
    if (type == "TemplateProcessing") return readTemplate(root["post_processor"], fields, rules);
    if (type != "BertProcessing") return fields.fail(unsupportedTokenizer(fields.file(), "the post-processor " + type));
    rules.classificationId = processingId(root["post_processor"], "cls", fields);
    rules.separatorId = processingId(root["post_processor"], "sep", fields);
}

void checkProcessingIds(const TokenizerRules& rules, TokenizerFields& fields) {
    std::array<bool, 2> known{};
    const std::array<std::uint32_t, 2> ids{rules.classificationId, rules.separatorId};
    const auto note = [&](std::uint32_t id) {
        for (std::size_t index = 0; index < ids.size(); ++index) known[index] = known[index] || ids[index] == id;
    };
    for (const auto& [token, id] : rules.vocabulary) note(id);
    for (const AddedToken& token : rules.addedTokens) note(token.id);
    for (std::size_t index = 0; index < ids.size(); ++index) {
        if (!known[index]) fields.fail("post_processor", "no token has the id " + std::to_string(ids[index]));
    }
}

}  // namespace

Result<TokenizerRules> readTokenizerJson(std::string_view bytes, const std::string& file) {
    auto parsed = parseJsonObject(bytes, file);
    if (!parsed) return parsed.error();
    const json& root = *parsed;
    TokenizerFields fields(file);
    TokenizerRules rules;
    readModel(root, fields, rules);
    if (fields.error()) return *fields.error();
    const std::string preTokenizer = typeOf(root, "pre_tokenizer", fields);
    if (preTokenizer != "BertPreTokenizer") fields.fail(unsupportedTokenizer(file, "the pre-tokenizer " + preTokenizer));
    readNormalizer(root, fields, rules.normalizer);
    readAddedTokens(root, fields, rules);
    readPostProcessor(root, fields, rules);
    if (fields.error()) return *fields.error();
    checkProcessingIds(rules, fields);

    const VocabularyIndex index(rules);
    rules.paddingId = index.find("[PAD]").value_or(0);
    if (const auto padding = root.find("padding"); padding != root.end() && padding->is_object() && padding->contains("pad_id")) {
        rules.paddingId = fields.tokenId((*padding)["pad_id"], "padding.pad_id");
    }
    if (fields.error()) return *fields.error();
    if (auto conflict = index.conflict(rules, file)) return *conflict;
    return rules;
}

}  // namespace labelwright
