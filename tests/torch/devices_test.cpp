#include <algorithm>

#include "tests/torch/model_fixture.h"

namespace labelwright::testing {
namespace {

TEST(DevicesTest, TheCpuComesFirstWithNameMemoryAndPrecisions) {
    const std::vector<Device> devices = testBackend()->devices();
    ASSERT_FALSE(devices.empty());
    const Device& cpu = devices.front();
    EXPECT_EQ(cpu.id, "cpu");
    EXPECT_TRUE(cpu.usable);
    EXPECT_FALSE(cpu.name.empty());
    EXPECT_GT(cpu.memoryTotal, cpu.memoryFree);
    EXPECT_GT(cpu.memoryFree, 0U);
    EXPECT_EQ(cpu.precisions.front(), Precision::Fp32);
    EXPECT_EQ(std::count(cpu.precisions.begin(), cpu.precisions.end(), Precision::Fp16), 0);
}

TEST(DevicesTest, ADeviceThatCannotBeUsedSaysWhy) {
    for (const Device& device : testBackend()->devices()) EXPECT_NE(device.usable, !device.problem.empty()) << device.id;
}

Error refusalOn(const std::string& name) {
    LoadRequest request;
    request.folder = fixtures() / "models" / "parity" / "bi_mean";
    request.device = name;
    const auto classifier = testBackend()->load(request);
    EXPECT_FALSE(classifier.ok()) << name;
    return classifier.ok() ? Error{} : classifier.error();
}

TEST(DevicesTest, AnUnknownDeviceIsAnErrorNotTheCpu) {
    for (const char* name : {"", "gpu", "cuda:", "cuda:x", "cuda:-1", "CPU", "cuda:99"})
        EXPECT_EQ(refusalOn(name).code, ErrorCode::DeviceUnavailable) << name;
}

TEST(DevicesTest, ACardThatIsNotThereIsAnErrorAndAutoSaysThatTheCpuIsUsed) {
    const auto backend = testBackend();
    const std::vector<Device> devices = backend->devices();
    const auto usableCard = [](const Device& device) { return device.id != "cpu" && device.usable; };
    if (std::any_of(devices.begin(), devices.end(), usableCard)) GTEST_SKIP() << "skipped: this machine has a usable GPU";
    EXPECT_EQ(refusalOn("cuda:0").code, ErrorCode::DeviceUnavailable);
    LoadRequest request;
    request.folder = fixtures() / "models" / "parity" / "bi_mean";
    const auto classifier = backend->load(request);
    ASSERT_TRUE(classifier) << classifier.error().detail;
    EXPECT_EQ((*classifier)->traits().device, "cpu");
    const std::vector<std::string>& notes = (*classifier)->traits().notes;
    EXPECT_TRUE(std::any_of(notes.begin(), notes.end(), [](const std::string& note) { return note.find("NVIDIA") != std::string::npos; }));
}

TEST(DevicesTest, FreeMemoryOfTheCpuIsWhatTheSystemHas) {
    const auto backend = testBackend();
    EXPECT_GT(backend->freeMemory("cpu"), std::uint64_t{1} << 20U);
}

}  // namespace
}  // namespace labelwright::testing
