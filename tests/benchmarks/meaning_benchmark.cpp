// Compares pairs of names with the program's own code.
//   meaning_benchmark features PAIRS OUT   what the affinity model is fitted on: float32 [pairs, 1 + F + 3 size]: standardised cosine, the
//                                          form features, the differing part of each name, the product of the two embeddings by
//                                          dimension; prints a line of JSON about it
//   meaning_benchmark affinity PAIRS       one line a pair: same, opposite, unrelated, cosine, kind of opposition, the pair
// PAIRS is a TSV file of two names and anything else. Model: the bundled one, or the folder that the environment's MODEL names.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/base/utf8.h"
#include "core/jobs/sentence_embedding.h"
#include "core/labels/meaning/affinity.h"
#include "core/torch_backend/torch_backend.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

class NothingKnown final : public EmbeddingStore {
public:
    std::vector<bool> find(std::span<const Hash128> hashes, std::uint32_t, std::span<float>) override {
        return std::vector<bool>(hashes.size(), false);
    }
    void put(std::span<const Hash128>, std::uint32_t, std::span<const float>) override {}
};

struct Pair {
    std::string left, right, rest;
};

std::vector<Pair> readPairs(const char* file) {
    std::vector<Pair> pairs;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        std::istringstream fields(line);
        Pair pair;
        std::getline(fields, pair.left, '\t');
        std::getline(fields, pair.right, '\t');
        std::getline(fields, pair.rest);
        if (!pair.right.empty()) pairs.push_back(std::move(pair));
    }
    return pairs;
}

int fail(const std::string& why) {
    std::cerr << why << '\n';
    return 1;
}

int writeFeatures(const std::vector<Pair>& pairs, const SentenceVectors& vectors, const CosineBackground& background, const char* file) {
    std::ofstream out(file, std::ios::binary);
    const auto write = [&out](std::span<const float> values) {
        out.write(reinterpret_cast<const char*>(values.data()), static_cast<std::streamsize>(values.size_bytes()));
    };
    for (const Pair& pair : pairs) {
        const NameUnits left = nameUnits(pair.left);
        const NameUnits right = nameUnits(pair.right);
        const float standardised = background.standardised(cosine(vectors.of(pair.left), vectors.of(pair.right)));
        write({&standardised, 1});
        write(formFeatures(left, right, opposition(pair.left, pair.right).kind, vectors).values);
        const DifferingParts parts = differingParts(left, right, vectors);
        write(parts.left);
        write(parts.right);
        std::vector<float> product(vectors.of(pair.left).begin(), vectors.of(pair.left).end());
        std::transform(product.begin(), product.end(), vectors.of(pair.right).begin(), product.begin(), std::multiplies<>());
        write(product);
    }
    std::cout << nlohmann::json{{"fingerprint", vectors.fingerprint()},
                                {"size", vectors.size()},
                                {"features", FormFeatures::names},
                                {"withoutVectors", FormFeatures::withoutVectors}}
              << '\n';
    return out.flush() ? 0 : fail("cannot write");
}

int run(int argc, char** argv) {
    if (argc < 3) return fail("see the head of meaning_benchmark.cpp");
    const std::vector<Pair> pairs = readPairs(argv[2]);
    if (pairs.empty()) return fail("no pairs");
    const auto backend = makeTorchBackend();
    LoadRequest request;
    const char* folder = std::getenv("MODEL");
    request.folder = folder == nullptr ? testing::bundledModel() : std::filesystem::path(folder);
    request.modelId = request.folder.filename().string();
    request.device = "cpu";
    request.precision = Precision::Fp32;
    auto model = backend->load(request);
    if (!model) return fail(model.error().detail);
    const auto& backgroundWords = backgroundNames(containsCjk(pairs.front().left));
    std::vector<std::string> sentences(backgroundWords.begin(), backgroundWords.end());
    for (const Pair& pair : pairs) {
        for (const std::string& name : {pair.left, pair.right}) {
            sentences.push_back(name);
            for (std::string& unit : unitsToEmbed(name)) sentences.push_back(std::move(unit));
        }
    }
    NothingKnown nothing;
    const auto vectors = embedSentences(**model, sentences, nothing);
    if (!vectors) return fail(vectors.error().detail);
    const CosineBackground background = backgroundOf(backgroundWords, *vectors);
    if (std::string_view(argv[1]) == "features" && argc > 3) return writeFeatures(pairs, *vectors, background, argv[3]);
    for (const Pair& pair : pairs) {
        const Affinity found = affinity({pair.left, nameUnits(pair.left), vectors->of(pair.left)},
                                        {pair.right, nameUnits(pair.right), vectors->of(pair.right)}, background, *vectors);
        std::cout << found.same << '\t' << found.opposite << '\t' << found.unrelated << '\t' << found.cosine << '\t'
                  << static_cast<int>(found.opposition.kind) << '\t' << pair.left << '\t' << pair.right << '\t' << pair.rest << '\n';
    }
    return 0;
}

}  // namespace
}  // namespace labelwright

int main(int argc, char** argv) { return labelwright::run(argc, argv); }
