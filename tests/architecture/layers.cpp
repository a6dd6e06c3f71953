#include "tests/architecture/layers.h"

namespace labelwright::architecture {
namespace {

std::vector<std::string> operator+(std::vector<std::string> left, const std::vector<std::string>& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

std::vector<Layer> makeLayers() {
    using Folders = std::vector<std::string>;
    const Folders domain{"core/domain", "core/base"};
    const Folders siblings{"core/storage",    "core/project",    "core/io",          "core/labels",
                           "core/evaluation", "core/similarity", "core/distillation"};
    const Folders jobs = Folders{"core/inference"} + siblings + domain;
    // What a reader of the engine's API meets. No tokenizer and no backend: those are the composition root's.
    const Folders engine = Folders{"core/jobs", "core/checkpoint", "core/monitoring"} + jobs;
    const Folders page = Folders{"ui/models", "ui/bridge", "ui/common", "core/engine"} + engine;
    const Folders pages{"ui/project",     "ui/texts",         "ui/labels",        "ui/review",   "ui/charts",     "ui/evaluation",
                        "ui/experiments", "ui/import_export", "ui/model_manager", "ui/training", "ui/monitoring", "ui/settings"};

    std::vector<Layer> all{
        {"core/base", {}},
        {"core/domain", {"core/base"}},
        {"core/tokenizer", {"core/base"}},
        {"core/checkpoint", {"core/base"}},
        {"core/monitoring", {"core/base"}},
        {"core/inference", domain},
        {"core/storage", domain},
        {"core/io", domain},
        // Files of labels come in the encodings and delimiters that files of texts come in.
        {"core/labels", Folders{"core/io"} + domain},
        {"core/evaluation", domain},
        {"core/similarity", domain},
        {"core/distillation", domain},
        // A project file is a database of label sets.
        {"core/project", Folders{"core/storage", "core/labels"} + domain},
        {"core/jobs", jobs},
        {"core/engine", engine},
        {"core/torch_backend", Folders{"core/inference", "core/distillation", "core/tokenizer", "core/checkpoint"} + domain},
        {"core/remote_backend", Folders{"core/inference"} + domain},
        {"ui/common", Folders{"core/engine"} + engine},
        {"ui/bridge", Folders{"ui/common", "core/engine"} + engine},
        {"ui/models", Folders{"ui/bridge", "ui/common", "core/engine"} + engine},
    };
    // Pages meet only in the main window; charts are drawings that any of them may show.
    for (const std::string& folder : pages) all.push_back({folder, folder == "ui/charts" ? page : Folders{"ui/charts"} + page});
    all.push_back({"ui/main_window", pages + page});
    all.push_back({"app/shared", Folders{"core"}});
    all.push_back({"app/cli", Folders{"app/shared", "core/engine", "core/tokenizer"} + engine});
    all.push_back({"app/gui", Folders{"app/shared", "ui", "core/engine"} + engine});
    return all;
}

}  // namespace

const std::vector<Layer>& layers() {
    static const std::vector<Layer> table = makeLayers();
    return table;
}

const Layer* layerOf(std::string_view folder) {
    const Layer* found = nullptr;
    for (const Layer& layer : layers()) {
        const bool inside = folder == layer.folder || folder.starts_with(layer.folder + "/");
        if (inside && (found == nullptr || layer.folder.size() > found->folder.size())) found = &layer;
    }
    return found;
}

}  // namespace labelwright::architecture
