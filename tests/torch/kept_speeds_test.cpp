#include "core/torch_backend/kept_speeds.h"

#include <fstream>

#include "core/checkpoint/model_config.h"
#include "tests/torch/model_fixture.h"

namespace labelwright::testing {
namespace {

constexpr double incredible = 123456789;  // GFLOP/s

class KeptSpeedsTest : public ::testing::Test {
protected:
    /// Loads a model with a backend that is as new as after a start of the program: its kernel, and what it says about the choice.
    std::pair<std::string, std::string> afterStart() {
        TorchBackendOptions options;
        options.speedsFile = m_file;
        const auto backend = testBackend(std::move(options));
        LoadRequest request;
        request.folder = bundledModel();
        request.device = "cpu";
        request.precision = Precision::Fp32;
        const auto classifier = backend->load(request);
        EXPECT_TRUE(classifier) << classifier.error().detail;
        if (!classifier) return {};
        std::string notes;
        for (const std::string& note : (*classifier)->traits().notes) notes += note + "\n";
        return {(*classifier)->traits().kernel, notes};
    }
    bool believed() { return afterStart().second.find(std::to_string(static_cast<long>(incredible))) != std::string::npos; }

    /// As an earlier start of the same program would have left it.
    void keep(const KernelSpeeds& speeds) {
        testBackend();  // sets the threads, which are part of what makes a machine the same
        const ModelConfig config = *ModelConfig::read(bundledModel());
        KeptSpeeds(m_file, machineOf(CpuFeatures::detect())).keep(config.hiddenSize, config.intermediateSize, speeds);
    }
    void write(const std::string& text) { std::ofstream(m_file) << text; }
    std::string content() const {
        std::ifstream stream(m_file);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    TemporaryFolder m_folder;
    const std::filesystem::path m_file = m_folder.path() / "cache" / "kernel_speeds.json";
};

TEST_F(KeptSpeedsTest, TheNextStartTakesWhatWasMeasuredBefore) {
    keep({incredible, 1, 1});
    EXPECT_TRUE(believed());
    EXPECT_EQ(afterStart().first, "MKL fp32");
    keep({1, incredible, 1});
    EXPECT_TRUE(believed());
    EXPECT_EQ(afterStart().first, "oneDNN packed fp32");
}

TEST_F(KeptSpeedsTest, OfAnotherMachineTheyDoNotCount) {
    keep({incredible, incredible, incredible});
    auto values = nlohmann::json::parse(content());
    values["machine"] = "another one";
    write(values.dump());
    EXPECT_FALSE(believed());
}

TEST_F(KeptSpeedsTest, ADamagedFileIsAsGoodAsNone) {
    keep({incredible, incredible, incredible});
    const auto whole = nlohmann::json::parse(content());
    for (const char* damaged : {"[123456789, 2]", "[-1, 123456789, 3]", "[\"fast\", 123456789, 3]", "null", "{}"}) {
        auto values = whole;
        for (auto& speeds : values["speeds"]) speeds = nlohmann::json::parse(damaged);
        write(values.dump());
        EXPECT_FALSE(believed()) << damaged;
    }
    write(whole.dump().substr(0, 40));
    EXPECT_FALSE(believed());
}

TEST_F(KeptSpeedsTest, AFolderThatCannotBeWrittenHindersNothing) {
    std::ofstream(m_folder.path() / "cache") << "a file";
    keep({1, 1, 1});
    EXPECT_NE(afterStart().first, "");
}

}  // namespace
}  // namespace labelwright::testing
