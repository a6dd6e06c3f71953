#include "core/tokenizer/wordpiece_tokenizer.h"

#include <algorithm>
#include <limits>
#include <system_error>
#include <utility>

#include "core/tokenizer/tokenizer_fields.h"
#include "core/tokenizer/tokenizer_json.h"
#include "core/tokenizer/tokenizer_model.h"
#include "core/tokenizer/vocabulary_files.h"
#include "core/tokenizer/vocabulary_index.h"

namespace labelwright {
namespace {

Error tooShort(std::uint32_t maxLength, std::uint32_t specialTokens) {
    return {
        ErrorCode::InvalidArgument,
        "a maximum of " + std::to_string(maxLength) + " tokens leaves no room for the " + std::to_string(specialTokens) + " special tokens",
        {"maxLength", std::to_string(maxLength)}};
}

Error sequenceTooShort(const char* which, std::uint32_t maxLength) {
    return {ErrorCode::InvalidArgument,
            std::string("Truncation error: the ") + which + " sequence is too short to bring the pair to " + std::to_string(maxLength) +
                " tokens; take longest_first or a larger maximum",
            {"maxLength", std::to_string(maxLength)}};
}

}  // namespace

WordPieceTokenizer::WordPieceTokenizer(std::unique_ptr<const Model> model) : m_model(std::move(model)) {}
WordPieceTokenizer::WordPieceTokenizer(WordPieceTokenizer&&) noexcept = default;
WordPieceTokenizer& WordPieceTokenizer::operator=(WordPieceTokenizer&&) noexcept = default;
WordPieceTokenizer::~WordPieceTokenizer() = default;

Result<WordPieceTokenizer> WordPieceTokenizer::load(const std::filesystem::path& modelFolder) {
    const auto jsonFile = modelFolder / "tokenizer.json";
    auto config = readTokenizerConfig(modelFolder);
    if (!config) return config.error();
    std::error_code error;
    if (std::filesystem::exists(jsonFile, error)) {
        auto bytes = readTokenizerFile(jsonFile);
        if (!bytes) return bytes.error();
        auto rules = readTokenizerJson(*bytes, jsonFile.string());
        if (!rules) return rules.error();
        rules->modelMaxLength = config->modelMaxLength;
        rules->paddingId = VocabularyIndex(*rules).find(config->paddingToken).value_or(rules->paddingId);
        return WordPieceTokenizer(std::make_unique<const Model>(std::move(*rules)));
    }
    if (!std::filesystem::exists(modelFolder / "vocab.txt", error)) {
        return Error{ErrorCode::ModelIncomplete,
                     modelFolder.string() + " has no tokenizer: neither tokenizer.json nor vocab.txt is there",
                     {modelFolder.string(), "tokenizer.json or vocab.txt"}};
    }
    auto rules = readVocabularyFiles(modelFolder, *config);
    if (!rules) return rules.error();
    return WordPieceTokenizer(std::make_unique<const Model>(std::move(*rules)));
}

Result<WordPieceTokenizer> WordPieceTokenizer::fromJson(std::string_view tokenizerJson, const std::string& nameForErrors) {
    auto rules = readTokenizerJson(tokenizerJson, nameForErrors);
    if (!rules) return rules.error();
    return WordPieceTokenizer(std::make_unique<const Model>(std::move(*rules)));
}

void WordPieceTokenizer::tokenize(std::string_view text, std::vector<std::uint32_t>& ids) const { m_model->append(text, ids); }

Result<Encoding> WordPieceTokenizer::encode(std::string_view text, std::uint32_t maxLength) const {
    if (maxLength != 0 && maxLength < specialTokensSingle) return tooShort(maxLength, specialTokensSingle);
    Encoding encoding;
    encoding.ids.push_back(m_model->classificationId);
    tokenize(text, encoding.ids);
    const std::size_t kept = maxLength == 0 ? encoding.ids.size() : std::min<std::size_t>(encoding.ids.size(), maxLength - 1);
    encoding.tokensCut = static_cast<std::uint32_t>(encoding.ids.size() - kept);
    encoding.ids.resize(kept);
    encoding.ids.push_back(m_model->separatorId);
    encoding.typeIds.assign(encoding.ids.size(), 0);
    return encoding;
}

Result<Encoding> WordPieceTokenizer::encodePair(std::string_view first, std::string_view second, std::uint32_t maxLength,
                                                TruncationStrategy strategy) const {
    std::vector<std::uint32_t> tokens;
    tokenize(first, tokens);
    const std::size_t firstCount = tokens.size();
    tokenize(second, tokens);
    auto lengths = pairLengths(firstCount, tokens.size() - firstCount, maxLength, strategy);
    if (!lengths) return lengths.error();
    Encoding encoding;
    encoding.tokensCut = static_cast<std::uint32_t>(tokens.size()) - lengths->first - lengths->second;
    const std::span<const std::uint32_t> all(tokens);
    appendPair(all.first(firstCount), all.subspan(firstCount), *lengths, encoding.ids, encoding.typeIds);
    return encoding;
}

Result<PairLengths> WordPieceTokenizer::pairLengths(std::size_t first, std::size_t second, std::uint32_t maxLength,
                                                    TruncationStrategy strategy) const {
    constexpr std::size_t countable = std::numeric_limits<std::uint32_t>::max() / 2;
    if (first > countable || second > countable) {
        return Error{ErrorCode::InvalidArgument, "a text of more than 2,000,000,000 tokens; split it", {"text"}};
    }
    PairLengths lengths{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(second)};
    if (maxLength == 0) return lengths;
    if (maxLength < specialTokensPair) return tooShort(maxLength, specialTokensPair);
    const std::uint32_t room = maxLength - specialTokensPair;
    if (lengths.first + lengths.second <= room) return lengths;
    if (room == 0) return PairLengths{};
    const std::uint32_t excess = lengths.first + lengths.second - room;
    switch (strategy) {
        case TruncationStrategy::OnlyFirst:
            if (lengths.first <= excess) return sequenceTooShort("first", maxLength);
            lengths.first -= excess;
            break;
        case TruncationStrategy::OnlySecond:
            if (lengths.second <= excess) return sequenceTooShort("second", maxLength);
            lengths.second -= excess;
            break;
        case TruncationStrategy::LongestFirst: {
            // tokenizers, utils/truncation.rs: the shorter keeps all it has while that is at most half; else half each, the odd one to the
            // longer.
            const bool firstIsLonger = lengths.first > lengths.second;
            std::uint32_t shorter = std::min(lengths.first, lengths.second);
            std::uint32_t longer = shorter > room ? shorter : std::max(shorter, room - shorter);
            if (shorter + longer > room) {
                shorter = room / 2;
                longer = shorter + room % 2;
            }
            lengths = firstIsLonger ? PairLengths{longer, shorter} : PairLengths{shorter, longer};
            break;
        }
    }
    return lengths;
}

void WordPieceTokenizer::appendSingle(std::span<const std::uint32_t> first, std::uint32_t maxLength,
                                      std::vector<std::uint32_t>& ids) const {
    const std::size_t room = maxLength == 0 ? first.size() : std::max(maxLength, specialTokensSingle) - specialTokensSingle;
    const auto kept = first.first(std::min(first.size(), room));
    ids.push_back(m_model->classificationId);
    ids.insert(ids.end(), kept.begin(), kept.end());
    ids.push_back(m_model->separatorId);
}

void WordPieceTokenizer::appendPair(std::span<const std::uint32_t> first, std::span<const std::uint32_t> second, PairLengths lengths,
                                    std::vector<std::uint32_t>& ids, std::vector<std::uint8_t>& typeIds) const {
    const auto keptFirst = first.first(std::min<std::size_t>(first.size(), lengths.first));
    const auto keptSecond = second.first(std::min<std::size_t>(second.size(), lengths.second));
    ids.reserve(ids.size() + keptFirst.size() + keptSecond.size() + specialTokensPair);
    ids.push_back(m_model->classificationId);
    ids.insert(ids.end(), keptFirst.begin(), keptFirst.end());
    ids.push_back(m_model->separatorId);
    ids.insert(ids.end(), keptSecond.begin(), keptSecond.end());
    ids.push_back(m_model->separatorId);
    typeIds.insert(typeIds.end(), keptFirst.size() + 2, 0);
    typeIds.insert(typeIds.end(), keptSecond.size() + 1, m_model->secondTypeId);
}

std::uint32_t WordPieceTokenizer::vocabularySize() const noexcept { return m_model->vocabularySize; }
std::uint32_t WordPieceTokenizer::paddingId() const noexcept { return m_model->paddingId; }
std::uint32_t WordPieceTokenizer::modelMaxLength() const noexcept { return m_model->modelMaxLength; }
std::string WordPieceTokenizer::fingerprint() const { return m_model->fingerprint; }

}  // namespace labelwright
