#include "core/checkpoint/tensor_names.h"

#include <algorithm>
#include <map>
#include <optional>

#include "core/checkpoint/checkpoint_errors.h"

namespace labelwright {
namespace {

constexpr std::string_view wrapperPrefix = "module.";  // torch.nn.DataParallel

void replaceLastComponent(std::string& name, std::string_view from, std::string_view to) {
    const std::string suffix = "." + std::string(from);
    if (name.ends_with(suffix)) name.replace(name.size() - from.size(), from.size(), to);
}

/// The part of `name` before `body`, if `body` is there as whole components; for "encoder.encoder.layer.0" and "encoder.layer." "encoder.".
std::optional<std::string_view> prefixBefore(std::string_view name, std::string_view body) {
    const std::size_t at = name.rfind(body);
    if (at == std::string_view::npos || (at > 0 && name[at - 1] != '.')) return std::nullopt;
    return name.substr(0, at);
}

/// Every encoder has word embeddings: what precedes them precedes all of its body. A damaged file may lack them but still have layers.
Result<std::string> basePrefixOf(const std::vector<StoredTensor>& tensors) {
    for (const std::string_view body : {"embeddings.word_embeddings.weight", "encoder.layer."}) {
        const StoredTensor* found = nullptr;
        std::string prefix;
        for (const StoredTensor& tensor : tensors) {
            const std::optional<std::string_view> candidate = prefixBefore(tensor.name, body);
            if (!candidate) continue;
            if (found != nullptr && prefix != *candidate) {
                return fileMalformed(tensor.file, tensor.storedName, "there is a second encoder beside that of " + found->storedName);
            }
            found = &tensor;
            prefix = *candidate;
        }
        if (found != nullptr) return prefix;
    }
    return std::string();
}

bool isUnused(std::string_view name) { return name == "position_ids" || name.ends_with(".position_ids") || name.starts_with("cls."); }

/// A head beside the body may carry the outer part of its prefix: "model.classifier.weight" beside "model.bert.embeddings…".
void stripPrefix(std::string& name, std::string_view prefix) {
    while (!prefix.empty()) {
        if (name.starts_with(prefix)) {
            name.erase(0, prefix.size());
            return;
        }
        if (prefix.size() < 2) return;
        const std::size_t dot = prefix.find_last_of('.', prefix.size() - 2);
        prefix = dot == std::string_view::npos ? std::string_view() : prefix.substr(0, dot + 1);
    }
}

}  // namespace

Result<std::string> normaliseNames(std::vector<StoredTensor>& tensors) {
    for (StoredTensor& tensor : tensors) {
        while (tensor.name.starts_with(wrapperPrefix)) tensor.name.erase(0, wrapperPrefix.size());
        replaceLastComponent(tensor.name, "gamma", "weight");
        replaceLastComponent(tensor.name, "beta", "bias");
    }
    Result<std::string> prefix = basePrefixOf(tensors);
    if (!prefix) return prefix.error();
    for (StoredTensor& tensor : tensors) {
        stripPrefix(tensor.name, *prefix);
        if (tensor.name.starts_with("head.classifier.")) tensor.name.erase(0, std::string_view("head.").size());  // ModelScope task models
    }
    std::erase_if(tensors, [](const StoredTensor& tensor) { return isUnused(tensor.name); });

    std::map<std::string_view, const StoredTensor*> byName;
    for (const StoredTensor& tensor : tensors) {
        const auto [other, isNew] = byName.emplace(tensor.name, &tensor);
        if (!isNew) {
            return fileMalformed(
                tensor.file, tensor.storedName,
                "it means the same tensor (" + tensor.name + ") as " + other->second->storedName + " in " + other->second->file.string());
        }
    }
    return prefix;
}

}  // namespace labelwright
