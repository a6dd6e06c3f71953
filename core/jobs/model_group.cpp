#include "core/jobs/model_group.h"

#include <numeric>
#include <utility>

#include "core/base/utf8.h"
#include "core/inference/memory_policy.h"

namespace labelwright {
namespace {

/// Every row once, the wanted ones first.
std::vector<std::uint32_t> rowsInOrder(const LabelingRequest& request) {
    const std::size_t count = request.dataset->size();
    std::vector<std::uint32_t> rows;
    rows.reserve(count);
    std::vector<bool> taken(count, false);
    for (const std::uint32_t row : request.firstRows) {
        if (row >= count || taken[row]) continue;
        taken[row] = true;
        rows.push_back(row);
    }
    for (std::uint32_t row = 0; row < count; ++row) {
        if (!taken[row]) rows.push_back(row);
    }
    return rows;
}

Result<ModelGroup> loadGroup(const LabelingRequest& request, ModelShelf& shelf, const ModelPlace& place, std::vector<std::uint32_t> rows) {
    LoadRequest load;
    load.folder = place.folder;
    load.modelId = place.id;
    load.device = request.device;
    load.precision = request.precision;
    load.allowReducedCpuPrecision = request.allowReducedCpuPrecision;
    auto model = shelf.load(load);
    if (!model) return model.error();
    return ModelGroup{*std::move(model), place.asked, std::move(rows), {}};
}

}  // namespace

Result<std::vector<ModelGroup>> modelGroups(const LabelingRequest& request, ModelShelf& shelf, const ModelFinder& find,
                                            const std::string& chineseModel, const std::string& englishModel) {
    std::vector<std::uint32_t> rows = rowsInOrder(request);
    std::vector<ModelGroup> groups;
    if (request.model != "auto") {
        const auto place = find(request.model);
        if (!place) return place.error();
        auto group = loadGroup(request, shelf, *place, std::move(rows));
        if (!group) return group.error();
        groups.push_back(*std::move(group));
        return groups;
    }

    std::vector<std::uint32_t> chinese;
    std::vector<std::uint32_t> others;
    for (const std::uint32_t row : rows) (containsCjk((*request.dataset)[row].text) ? chinese : others).push_back(row);
    const auto chinesePlace = find(chineseModel);
    const auto englishPlace = find(englishModel);
    if (!chinesePlace && !englishPlace) return chinesePlace.error();
    std::vector<std::string> notes;
    if (!englishPlace && !others.empty()) {
        notes.push_back("the English model " + englishModel + " is not installed: " + std::to_string(others.size()) +
                        " texts without Chinese characters go to " + chineseModel);
        chinese = std::move(rows);
        others.clear();
    } else if (!chinesePlace && !chinese.empty()) {
        notes.push_back("the Chinese model " + chineseModel + " is not installed: " + std::to_string(chinese.size()) +
                        " Chinese texts go to " + englishModel);
        others = std::move(rows);
        chinese.clear();
    }
    const std::pair<const Result<ModelPlace>*, std::vector<std::uint32_t>*> parts[] = {{&chinesePlace, &chinese}, {&englishPlace, &others}};
    for (const auto& [place, part] : parts) {
        if (part->empty()) continue;
        auto group = loadGroup(request, shelf, **place, std::move(*part));
        if (!group) return group.error();
        group->notes = notes;
        groups.push_back(*std::move(group));
    }
    return groups;
}

ModelUse modelUseOf(const ModelGroup& group) {
    const ClassifierTraits& traits = group.traits();
    ModelUse use;
    use.reading = traits.reading;
    use.device = traits.device;
    use.precision = traits.precision;
    use.kernel = traits.kernel;
    use.notes = traits.notes;
    use.notes.insert(use.notes.end(), group.notes.begin(), group.notes.end());
    use.texts = group.rows.size();
    use.memoryBytes = traits.weightBytes + MemoryPolicy(traits, 0).budget().maxTokens * traits.bytesPerToken;
    return use;
}

std::string cacheScope(const ClassifierTraits& traits) { return traits.fingerprint + '/' + precisionName(traits.precision); }

std::vector<Hash128> cacheKeysOf(const ClassifierTraits& traits, const std::vector<std::string>& hypotheses) {
    std::vector<Hash128> keys;
    keys.reserve(hypotheses.size());
    const std::string all = traits.labelsScoreIndependently ? std::string() : hashFields(hypotheses).hex();
    for (const std::string& hypothesis : hypotheses) keys.push_back(all.empty() ? hash128(hypothesis) : hashFields({all, hypothesis}));
    return keys;
}

}  // namespace labelwright
