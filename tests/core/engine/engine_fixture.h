#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/engine/engine.h"
#include "core/labels/label_list.h"
#include "core/torch_backend/torch_backend.h"
#include "tests/support/test_paths.h"

namespace labelwright::testing {

/// The real engine with libtorch on the CPU, real models and a real cache, all in a temporary folder.
class EngineTest : public ::testing::Test {
protected:
    /// A new engine on the same files, as after a restart.
    void restart(TorchBackendOptions backend = {});
    Engine& engine() { return *m_engine; }

    static std::shared_ptr<const Dataset> texts(const std::vector<std::string>& texts);
    static LabelSet labels(const std::vector<std::string>& names);
    LabelingRequest request(std::shared_ptr<const Dataset> dataset, LabelSet labels, const std::string& model) const;
    /// A cross-encoder with random weights.
    static std::string crossEncoder() { return (fixtures() / "models/parity/structbert_zip_bin").string(); }
    static std::string biEncoder() { return bundledModel().string(); }

    /// Every event of a job up to its last one, which ends it.
    std::vector<EngineEvent> eventsOf(JobId job, const std::function<void(const EngineEvent&)>& onEvent = {});
    struct Run {
        RunSummary summary;
        ScoreTable scores;
        bool cancelled = false;
        std::vector<Error> errors;
        std::vector<ModelUse> models;
        std::uint64_t rowsReported = 0;
    };
    Run run(const LabelingRequest& request, const std::function<void(JobId, const EngineEvent&)>& onEvent = {});

    TemporaryFolder m_folder;
    EngineOptions m_options = defaults();

private:
    EngineOptions defaults() const;
    void SetUp() override { restart(); }
    std::unique_ptr<Engine> m_engine;
};

/// Twenty different messages, numbered on from `from`.
std::vector<std::string> messages(std::size_t count, std::size_t from = 0);

}  // namespace labelwright::testing
