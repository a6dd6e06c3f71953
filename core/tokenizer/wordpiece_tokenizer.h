#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace labelwright {

/// Which of the two sequences gives way when a pair is too long (fast tokenizer's rules, models.md 5.2).
enum class TruncationStrategy { LongestFirst, OnlyFirst, OnlySecond };

/// What the encoder reads.
struct Encoding {
    std::vector<std::uint32_t> ids;     ///< with [CLS] and [SEP]
    std::vector<std::uint8_t> typeIds;  ///< 0 for the first sequence, 1 for the second
    std::uint32_t tokensCut = 0;        ///< tokens lost to truncation, both sequences

    bool truncated() const noexcept { return tokensCut > 0; }
    friend bool operator==(const Encoding&, const Encoding&) = default;
};

/// Numbers of tokens that remain of a pair; the arithmetic behind encodePair, for planning without building the pair.
struct PairLengths {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
};

/// BERT WordPiece, id for id what the Hugging Face fast tokenizer gives with encode_special_tokens (text such as "[SEP]" stays text).
/// Immutable after loading; every thread may use it at once.
class WordPieceTokenizer {
public:
    /// Reads tokenizer.json; where there is none, vocab.txt with tokenizer_config.json (ModelScope folders; do_lower_case is true by
    /// default). Refuses a tokenizer.json of another kind (BPE, Unigram) by naming it.
    static Result<WordPieceTokenizer> load(const std::filesystem::path& modelFolder);
    static Result<WordPieceTokenizer> fromJson(std::string_view tokenizerJson, const std::string& nameForErrors);

    WordPieceTokenizer(WordPieceTokenizer&&) noexcept;
    WordPieceTokenizer& operator=(WordPieceTokenizer&&) noexcept;
    ~WordPieceTokenizer();

    /// Ids without special tokens, appended to `ids`. `text` is UTF-8; ill-formed bytes count as U+FFFD.
    void tokenize(std::string_view text, std::vector<std::uint32_t>& ids) const;

    /// [CLS] A [SEP]. maxLength 0: no truncation.
    Result<Encoding> encode(std::string_view text, std::uint32_t maxLength = 0) const;
    /// [CLS] A [SEP] B [SEP]. An error if the chosen strategy cannot make the pair fit, as in the reference.
    Result<Encoding> encodePair(std::string_view first, std::string_view second, std::uint32_t maxLength = 0,
                                TruncationStrategy strategy = TruncationStrategy::LongestFirst) const;

    /// The same from ids of tokenize(): what batches are built from.
    Result<PairLengths> pairLengths(std::size_t first, std::size_t second, std::uint32_t maxLength, TruncationStrategy strategy) const;
    void appendSingle(std::span<const std::uint32_t> first, std::uint32_t maxLength, std::vector<std::uint32_t>& ids) const;
    void appendPair(std::span<const std::uint32_t> first, std::span<const std::uint32_t> second, PairLengths lengths,
                    std::vector<std::uint32_t>& ids, std::vector<std::uint8_t>& typeIds) const;

    std::uint32_t vocabularySize() const noexcept;
    std::uint32_t paddingId() const noexcept;
    /// model_max_length of tokenizer_config.json, 0 if absent or absurd.
    std::uint32_t modelMaxLength() const noexcept;
    /// Hash of everything that decides ids, for cache scopes.
    std::string fingerprint() const;

    static constexpr std::uint32_t specialTokensSingle = 2;
    static constexpr std::uint32_t specialTokensPair = 3;

private:
    struct Model;
    explicit WordPieceTokenizer(std::unique_ptr<const Model> model);
    std::unique_ptr<const Model> m_model;
};

}  // namespace labelwright
