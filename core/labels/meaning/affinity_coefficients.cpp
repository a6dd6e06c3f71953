#include "core/labels/meaning/affinity_coefficients.h"

#include <map>
#include <nlohmann/json.hpp>

#include "core/labels/meaning/word_lists.h"

namespace labelwright {
namespace {

struct AllCoefficients {
    AffinityCoefficients anyModel;
    std::map<std::string, AffinityCoefficients> ofModel;  // by fingerprint
};

LinearEvidence readEvidence(const nlohmann::json& json) {
    LinearEvidence read;
    read.bias = json.at("bias").get<float>();
    read.cosine = json.at("cosine").get<float>();
    for (std::size_t i = 0; i < FormFeatures::names.size(); ++i)
        read.form[i] = json.at("form").value(std::string(FormFeatures::names[i]), 0.0F);
    if (json.contains("dimensions")) json.at("dimensions").get_to(read.dimensions);
    return read;
}

AffinityCoefficients readOne(const nlohmann::json& json) {
    AffinityCoefficients read;
    read.related = readEvidence(json.at("related"));
    read.same = readEvidence(json.at("same"));
    if (json.contains("strengths")) {
        json.at("strengths").get_to(read.strengths);
        json.at("directions").get_to(read.directions);
    }
    return read;
}

/// The text is compiled in and read by a test: it cannot be malformed at run time.
AllCoefficients readAll() {
    const auto json = nlohmann::json::parse(affinityList());
    AllCoefficients all;
    all.anyModel = readOne(json.at("anyModel"));
    for (const auto& model : json.at("models")) all.ofModel.emplace(model.at("fingerprint").get<std::string>(), readOne(model));
    return all;
}

}  // namespace

const AffinityCoefficients& affinityCoefficients(const std::string& fingerprint, std::size_t size) {
    static const AllCoefficients all = readAll();
    const auto own = all.ofModel.find(fingerprint);
    if (own == all.ofModel.end()) return all.anyModel;
    const bool fits = own->second.related.dimensions.size() == size;
    return fits ? own->second : all.anyModel;
}

}  // namespace labelwright
