#include "tests/core/tokenizer/reference_ids.h"

#include <fstream>
#include <stdexcept>

#include "tests/support/test_paths.h"

namespace labelwright::testing {
namespace {

/// Rows of RFC 4180 CSV; line ends inside quotes are kept.
std::vector<std::vector<std::string>> csvRows(const std::string& bytes) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row(1);
    bool quoted = false;
    for (std::size_t i = bytes.starts_with("\xef\xbb\xbf") ? 3 : 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (quoted) {
            if (c != '"') row.back() += c;
            else if (i + 1 < bytes.size() && bytes[i + 1] == '"') row.back() += bytes[++i];
            else quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            row.emplace_back();
        } else if (c == '\n') {
            rows.push_back(std::exchange(row, std::vector<std::string>(1)));
        } else if (c != '\r') {
            row.back() += c;
        }
    }
    if (row.size() > 1) rows.push_back(row);
    return rows;
}

}  // namespace

std::uint64_t fnv(std::span<const std::uint32_t> ids, std::uint64_t hash) {
    for (const std::uint32_t id : ids) {
        for (unsigned shift = 0; shift < 32; shift += 8) hash = (hash ^ ((id >> shift) & 0xffU)) * 0x100000001b3ULL;
    }
    return hash;
}

std::uint64_t fromHex(const std::string& digits) { return std::stoull(digits, nullptr, 16); }

std::filesystem::path tokenizerFixtures() { return fixtures() / "tokenizers"; }

nlohmann::json readJson(const std::filesystem::path& file) { return nlohmann::json::parse(readFile(file)); }

WordPieceTokenizer variant(const std::string& name) {
    const auto file = tokenizerFixtures() / (name + ".json");
    auto tokenizer = WordPieceTokenizer::fromJson(readFile(file), file.string());
    if (!tokenizer) throw std::runtime_error(tokenizer.error().detail);
    return *std::move(tokenizer);
}

Ids idsOf(const WordPieceTokenizer& tokenizer, const std::string& text) {
    auto encoding = tokenizer.encode(text);
    if (!encoding) throw std::runtime_error(encoding.error().detail);
    return encoding->ids;
}

std::vector<std::string> dataTexts(const std::filesystem::path& file) {
    std::vector<std::string> texts;
    if (file.extension() == ".csv") {
        const auto rows = csvRows(readFile(file));
        std::size_t column = 0;
        while (rows.at(0).at(column) != "review") ++column;
        for (std::size_t row = 1; row < rows.size(); ++row) texts.push_back(rows[row].at(column));
        return texts;
    }
    std::ifstream stream(file, std::ios::binary);
    for (std::string line; std::getline(stream, line);) {
        if (line.empty()) continue;
        const auto row = nlohmann::json::parse(line);
        std::string text;
        bool first = true;
        for (const char* key : {"text", "premise", "hypothesis", "a", "b"}) {
            if (!row.contains(key)) continue;
            if (!first) text += ' ';
            text += row[key].get<std::string>();
            first = false;
        }
        texts.push_back(text);
    }
    return texts;
}

}  // namespace labelwright::testing
