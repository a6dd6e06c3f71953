#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "core/tokenizer/wordpiece_tokenizer.h"

/// What the parity tests of the tokenizer share.
namespace labelwright::testing {

using Ids = std::vector<std::uint32_t>;

constexpr std::uint64_t fnvStart = 0xcbf29ce484222325ULL;

/// FNV-1a 64 over the ids as little-endian uint32, as the reference hashes were made.
std::uint64_t fnv(std::span<const std::uint32_t> ids, std::uint64_t hash = fnvStart);
std::uint64_t fromHex(const std::string& digits);

std::filesystem::path tokenizerFixtures();
nlohmann::json readJson(const std::filesystem::path& file);
/// Fails the test and throws if the tokenizer cannot be loaded.
WordPieceTokenizer variant(const std::string& name);
/// [CLS] ids [SEP] of a text, never truncated.
Ids idsOf(const WordPieceTokenizer& tokenizer, const std::string& text);

/// The texts of a file of ../shared/data in the order of the reference hashes: of JSONL the fields text, premise, hypothesis, a, b joined
/// by a space, of CSV the column "review".
std::vector<std::string> dataTexts(const std::filesystem::path& file);

}  // namespace labelwright::testing
