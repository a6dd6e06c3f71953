#include "tests/torch/random_bert.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

namespace labelwright::testing {
namespace {

struct Tensor {
    std::string name;
    std::vector<std::uint32_t> shape;
    std::size_t values() const {
        std::size_t product = 1;
        for (const std::uint32_t size : shape) product *= size;
        return product;
    }
};

std::vector<Tensor> tensorsOf(const RandomBertShape& shape) {
    std::vector<Tensor> tensors;
    const auto linear = [&](const std::string& name, std::uint32_t outputs, std::uint32_t inputs) {
        tensors.push_back({name + ".weight", {outputs, inputs}});
        tensors.push_back({name + ".bias", {outputs}});
    };
    const auto norm = [&](const std::string& name) {
        tensors.push_back({name + ".weight", {shape.hidden}});
        tensors.push_back({name + ".bias", {shape.hidden}});
    };
    tensors.push_back({"bert.embeddings.word_embeddings.weight", {shape.vocabulary, shape.hidden}});
    tensors.push_back({"bert.embeddings.position_embeddings.weight", {512, shape.hidden}});
    tensors.push_back({"bert.embeddings.token_type_embeddings.weight", {2, shape.hidden}});
    norm("bert.embeddings.LayerNorm");
    for (std::uint32_t i = 0; i < shape.layers; ++i) {
        const std::string layer = "bert.encoder.layer." + std::to_string(i) + ".";
        for (const char* name : {"attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"})
            linear(layer + name, shape.hidden, shape.hidden);
        norm(layer + "attention.output.LayerNorm");
        linear(layer + "intermediate.dense", shape.intermediate, shape.hidden);
        linear(layer + "output.dense", shape.hidden, shape.intermediate);
        norm(layer + "output.LayerNorm");
    }
    linear("bert.pooler.dense", shape.hidden, shape.hidden);
    linear("classifier", 3, shape.hidden);
    return tensors;
}

/// fp16 of sign · 2^-e, e in 5…8: about as large as trained weights, and exact without a conversion routine.
std::uint16_t randomHalf(std::minstd_rand& random) {
    constexpr std::uint32_t bias = 15;
    const std::uint32_t bits = static_cast<std::uint32_t>(random());
    const std::uint32_t exponent = bias - 5 - (bits >> 4U) % 4;
    return static_cast<std::uint16_t>(((bits >> 8U) & 1U) << 15U | exponent << 10U | ((bits >> 12U) & 0x3ffU));
}

/// 1 … 1.25, for the scales of norms: near zero they would make every output alike.
std::uint16_t randomScale(std::minstd_rand& random) {
    return static_cast<std::uint16_t>(0x3c00U | ((static_cast<std::uint32_t>(random()) >> 8U) & 0xffU));
}

void writeWeights(const std::filesystem::path& file, const std::vector<Tensor>& tensors) {
    nlohmann::ordered_json header;
    std::size_t offset = 0;
    for (const Tensor& tensor : tensors) {
        const std::size_t end = offset + tensor.values() * sizeof(std::uint16_t);
        header[tensor.name] = {{"dtype", "F16"}, {"shape", tensor.shape}, {"data_offsets", {offset, end}}};
        offset = end;
    }
    const std::string text = header.dump();
    const std::uint64_t length = text.size();
    std::ofstream stream(file, std::ios::binary);
    stream.write(reinterpret_cast<const char*>(&length), sizeof length);
    stream << text;
    std::minstd_rand random(20261123);
    std::vector<std::uint16_t> values;
    for (const Tensor& tensor : tensors) {
        values.resize(tensor.values());
        const bool scale = tensor.name.ends_with("LayerNorm.weight");
        for (std::uint16_t& value : values) value = scale ? randomScale(random) : randomHalf(random);
        stream.write(reinterpret_cast<const char*>(values.data()), static_cast<std::streamsize>(values.size() * sizeof values[0]));
    }
}

}  // namespace

void writeRandomBert(const std::filesystem::path& folder, const RandomBertShape& shape) {
    std::filesystem::create_directories(folder);
    const nlohmann::json config{{"architectures", {"BertForSequenceClassification"}},
                                {"model_type", "bert"},
                                {"vocab_size", shape.vocabulary},
                                {"hidden_size", shape.hidden},
                                {"num_hidden_layers", shape.layers},
                                {"num_attention_heads", shape.heads},
                                {"intermediate_size", shape.intermediate},
                                {"hidden_act", "gelu"},
                                {"max_position_embeddings", 512},
                                {"type_vocab_size", 2},
                                {"layer_norm_eps", 1e-12},
                                {"id2label", {{"0", "entailment"}, {"1", "neutral"}, {"2", "contradiction"}}}};
    std::ofstream(folder / "config.json") << config.dump(1);
    std::ofstream(folder / "tokenizer_config.json") << R"({"do_lower_case": true, "model_max_length": 512})";
    std::ofstream vocabulary(folder / "vocab.txt");
    for (const char* token : {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}) vocabulary << token << '\n';
    for (char letter = 'a'; letter <= 'z'; ++letter) vocabulary << letter << '\n';
    writeWeights(folder / "model.safetensors", tensorsOf(shape));
}

std::vector<std::string> textsOfManyLengths() {
    std::vector<std::string> texts;
    std::string text;
    for (std::uint32_t length = 1; length <= 150; ++length) {
        text += {static_cast<char>('a' + (length * 7) % 26), ' '};
        if (length <= 70 || length % 29 == 0) texts.push_back(text);
    }
    return texts;
}

double flopsOfSequence(const RandomBertShape& shape, std::uint32_t tokens) {
    const double hidden = shape.hidden;
    const double products = 2.0 * (4.0 * hidden * hidden + 2.0 * hidden * shape.intermediate) * tokens;
    const double attention = 4.0 * hidden * tokens * tokens;
    return shape.layers * (products + attention);
}

}  // namespace labelwright::testing
