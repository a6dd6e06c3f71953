// tokenizer.json of an unknown origin: loading either refuses it or gives a tokenizer that works on any text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/tokenizer/wordpiece_tokenizer.h"

using labelwright::TruncationStrategy;
using labelwright::WordPieceTokenizer;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto tokenizer = WordPieceTokenizer::fromJson(bytes, "tokenizer.json");
    if (!tokenizer) {
        if (tokenizer.error().detail.empty()) std::abort();
        return 0;
    }
    // The file itself is the text: it holds the vocabulary's words, the special tokens and whatever bytes the fuzzer invents.
    const auto single = tokenizer->encode(bytes, 64);
    if (!single || single->ids.size() > 64 || single->ids.size() != single->typeIds.size()) std::abort();
    for (const std::uint32_t id : single->ids) {
        if (id >= tokenizer->vocabularySize()) std::abort();
    }
    const auto pair = tokenizer->encodePair(bytes.substr(0, size / 2), "İstanbul 你好 [SEP] don't", 32, TruncationStrategy::LongestFirst);
    if (pair && (pair->ids.size() > 32 || pair->ids.size() != pair->typeIds.size())) std::abort();
    return 0;
}
