#include "core/tokenizer/vocabulary_files.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/base/utf8.h"
#include "core/tokenizer/tokenizer_fields.h"
#include "core/tokenizer/vocabulary_index.h"

namespace labelwright {
namespace {

using nlohmann::json;

/// An empty object where there is no such file.
Result<json> readOptionalObject(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return json::object();
    auto bytes = readTokenizerFile(file);
    if (!bytes) return bytes.error();
    return parseJsonObject(*bytes, file.string());
}

/// A token is written as a string or as an object with its content.
std::string tokenText(const json& object, const char* key, const std::string& fallback, TokenizerFields& fields) {
    const auto field = object.find(key);
    if (field != object.end() && field->is_object()) return fields.text(*field, "content", fallback, key);
    return fields.text(object, key, fallback, "");
}

void readAdditionalSpecialTokens(const json& object, std::set<std::string>& special) {
    const auto list = object.find("additional_special_tokens");
    if (list == object.end() || !list->is_array()) return;
    for (const json& token : *list) {
        if (token.is_string()) special.insert(token.get<std::string>());
        else if (token.is_object() && token.contains("content") && token["content"].is_string())
            special.insert(token["content"].get<std::string>());
    }
}

/// added_tokens_decoder of tokenizer_config.json: {"100": {"content": "[UNK]", "special": true, ...}}
void readAddedTokensDecoder(const json& object, TokenizerFields& fields, std::vector<AddedToken>& tokens) {
    if (!object.contains("added_tokens_decoder") || object["added_tokens_decoder"].is_null()) return;
    for (const auto& [key, token] : fields.object(object, "added_tokens_decoder", "").items()) {
        const std::string place = "added_tokens_decoder." + key;
        std::uint32_t id = 0;
        const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), id);
        if (error != std::errc() || end != key.data() + key.size() || id >= TokenizerRules::idLimit)
            return fields.fail(place, "not a token id");
        if (!token.is_object()) return fields.fail(place, std::string("an object was expected, found ") + token.type_name());
        AddedToken added;
        added.id = id;
        added.content = fields.text(token, "content", "", place);
        added.singleWord = fields.boolean(token, "single_word", false, place);
        added.stripLeft = fields.boolean(token, "lstrip", false, place);
        added.stripRight = fields.boolean(token, "rstrip", false, place);
        added.special = fields.boolean(token, "special", false, place);
        added.normalized = fields.boolean(token, "normalized", !added.special, place);
        if (!added.content.empty()) tokens.push_back(std::move(added));
    }
}

/// added_tokens.json of older folders: {"token": id}
void readAddedTokensFile(const json& object, const std::set<std::string>& special, TokenizerFields& fields, std::vector<AddedToken>& tokens) {
    for (const auto& [content, id] : object.items()) {
        const bool known =
            std::any_of(tokens.begin(), tokens.end(), [&text = content](const AddedToken& token) { return token.content == text; });
        AddedToken added;
        added.content = content;
        added.id = fields.tokenId(id, content);
        added.special = special.contains(content);
        added.normalized = !added.special;
        if (!known && !content.empty()) tokens.push_back(std::move(added));
    }
}

std::uint32_t maxLengthOf(const json& object) {
    constexpr double absurd = 10'000'000;  // "no limit" is written as 1e30
    const auto field = object.find("model_max_length");
    if (field == object.end() || !field->is_number()) return 0;
    const auto length = field->get<double>();
    return length >= 1 && length < absurd ? static_cast<std::uint32_t>(length) : 0;
}

}  // namespace

Result<TokenizerConfig> readTokenizerConfig(const std::filesystem::path& modelFolder) {
    const auto configFile = modelFolder / "tokenizer_config.json";
    const auto mapFile = modelFolder / "special_tokens_map.json";
    const auto addedFile = modelFolder / "added_tokens.json";
    auto settings = readOptionalObject(configFile);
    if (!settings) return settings.error();
    auto map = readOptionalObject(mapFile);
    if (!map) return map.error();
    auto added = readOptionalObject(addedFile);
    if (!added) return added.error();

    TokenizerConfig config;
    TokenizerFields mapFields(mapFile.string());
    TokenizerFields fields(configFile.string());
    TokenizerFields addedFields(addedFile.string());
    config.normalizer.lowerCase = fields.boolean(*settings, "do_lower_case", true, "");
    config.normalizer.separateChinese = fields.boolean(*settings, "tokenize_chinese_chars", true, "");
    config.normalizer.stripAccents = fields.boolean(*settings, "strip_accents", config.normalizer.lowerCase, "");
    config.modelMaxLength = maxLengthOf(*settings);

    std::set<std::string> special;
    for (const auto& [key, token] : {std::pair{"unk_token", &config.unknownToken},
                                     {"sep_token", &config.separatorToken},
                                     {"pad_token", &config.paddingToken},
                                     {"cls_token", &config.classificationToken}}) {
        *token = tokenText(*settings, key, tokenText(*map, key, *token, mapFields), fields);
        special.insert(*token);
    }
    special.insert(tokenText(*settings, "mask_token", tokenText(*map, "mask_token", "[MASK]", mapFields), fields));
    readAdditionalSpecialTokens(*map, special);
    readAdditionalSpecialTokens(*settings, special);
    readAddedTokensDecoder(*settings, fields, config.addedTokens);
    readAddedTokensFile(*added, special, addedFields, config.addedTokens);
    for (const TokenizerFields* reader : {&fields, &mapFields, &addedFields}) {
        if (reader->error()) return *reader->error();
    }
    return config;
}

Result<TokenizerRules> readVocabularyFiles(const std::filesystem::path& modelFolder, const TokenizerConfig& config) {
    const std::string file = (modelFolder / "vocab.txt").string();
    auto bytes = readTokenizerFile(modelFolder / "vocab.txt");
    if (!bytes) return bytes.error();
    std::string_view rest = *bytes;
    if (rest.starts_with("\xef\xbb\xbf")) rest.remove_prefix(3);

    std::unordered_map<std::string_view, std::uint32_t> ids;
    std::vector<std::string_view> lines;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (lines.size() == TokenizerRules::idLimit)
            return malformedFile(file, "line " + std::to_string(lines.size() + 1), "too many tokens");
        if (!isValidUtf8(line)) return malformedFile(file, "line " + std::to_string(lines.size() + 1), "not UTF-8");
        ids[line] = static_cast<std::uint32_t>(lines.size());
        lines.push_back(line);
    }

    TokenizerRules rules;
    rules.normalizer = config.normalizer;
    rules.modelMaxLength = config.modelMaxLength;
    rules.addedTokens = config.addedTokens;
    for (std::uint32_t id = 0; id < lines.size(); ++id) {
        if (ids.at(lines[id]) == id) rules.vocabulary.emplace_back(lines[id], id);
    }
    const VocabularyIndex index(rules);
    for (const auto& [token, id] : {std::pair{&config.unknownToken, &rules.unknownId},
                                    {&config.classificationToken, &rules.classificationId},
                                    {&config.separatorToken, &rules.separatorId}}) {
        const auto found = index.find(*token);
        if (!found) return malformedFile(file, "", "the token " + *token + " is not in the vocabulary");
        *id = *found;
    }
    rules.paddingId = index.find(config.paddingToken).value_or(0);
    if (auto conflict = index.conflict(rules, file)) return *conflict;
    return rules;
}

}  // namespace labelwright
