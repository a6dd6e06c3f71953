#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/label.h"
#include "core/jobs/labeling_request.h"
#include "core/jobs/model_shelf.h"

namespace labelwright {

/// A model and the rows it labels.
struct ModelGroup {
    std::shared_ptr<LoadedModel> model;
    AskedName asked = AskedName::Own;
    std::vector<std::uint32_t> rows;  ///< in the order in which they are wanted
    std::vector<std::string> notes;   ///< why this model

    const ClassifierTraits& traits() const noexcept { return model->classifier->traits(); }
};

/// Where a model id or folder leads: what the engine's catalogue answers.
struct ModelPlace {
    std::string id;
    std::string folder;
    AskedName asked = AskedName::Own;
};
using ModelFinder = std::function<Result<ModelPlace>(const std::string& idOrFolder)>;

/// Loads the model or models of a request and shares the rows out. "auto": texts with CJK characters go to `chineseModel`, the others to
/// `englishModel`; where that is missing, to the Chinese one, with a note. Worker thread.
Result<std::vector<ModelGroup>> modelGroups(const LabelingRequest& request, ModelShelf& shelf, const ModelFinder& find,
                                            const std::string& chineseModel, const std::string& englishModel);

/// What the interface shows of a group.
ModelUse modelUseOf(const ModelGroup& group);

/// What stored scores of a model depend on besides text and hypothesis.
std::string cacheScope(const ClassifierTraits& traits);
/// Cache identity of each hypothesis; of the whole ordered list where labels do not score independently.
std::vector<Hash128> cacheKeysOf(const ClassifierTraits& traits, const std::vector<std::string>& hypotheses);

}  // namespace labelwright
