#include "tests/torch/cuda_fixture.h"

#include <dlfcn.h>

#include <algorithm>

namespace labelwright::testing {
namespace {

/// A function of the driver, declared as in cuda.h; the primary context, which libtorch uses too, is current.
template <typename Function>
Function* driverFunction(const char* name) {
    static void* const driver = dlopen("libcuda.so.1", RTLD_NOW | RTLD_LOCAL);
    return driver == nullptr ? nullptr : reinterpret_cast<Function*>(dlsym(driver, name));
}

bool useFirstCard() {
    static const bool ready = [] {
        int device = 0;
        void* context = nullptr;
        auto* init = driverFunction<int(unsigned)>("cuInit");
        auto* get = driverFunction<int(int*, int)>("cuDeviceGet");
        auto* retain = driverFunction<int(void**, int)>("cuDevicePrimaryCtxRetain");
        auto* makeCurrent = driverFunction<int(void*)>("cuCtxSetCurrent");
        return init != nullptr && init(0) == 0 && get(&device, 0) == 0 && retain(&context, device) == 0 && makeCurrent(context) == 0;
    }();
    return ready;
}

}  // namespace

std::optional<Device> usableCard(Backend& backend) {
    const std::vector<Device> devices = backend.devices();
    const auto card =
        std::find_if(devices.begin(), devices.end(), [](const Device& device) { return device.id != "cpu" && device.usable; });
    return card == devices.end() ? std::nullopt : std::optional(*card);
}

void CudaTest::SetUp() {
    if (const std::optional<Device> card = usableCard(*m_backend)) {
        m_card = *card;
        return;
    }
    std::string reason = "there is no NVIDIA driver";
    for (const Device& device : m_backend->devices()) {
        if (device.id != "cpu") reason = device.name + ": " + device.problem;
    }
    GTEST_SKIP() << "skipped: no usable card (" << reason << ")";
}

std::uint64_t freeCardMemory() {
    std::size_t free = 0;
    std::size_t total = 0;
    auto* info = driverFunction<int(std::size_t*, std::size_t*)>("cuMemGetInfo_v2");
    return useFirstCard() && info != nullptr && info(&free, &total) == 0 ? free : 0;
}

CardMemoryHog::CardMemoryHog(std::uint64_t left) {
    auto* allocate = driverFunction<int(unsigned long long*, std::size_t)>("cuMemAlloc_v2");
    const std::uint64_t free = freeCardMemory();
    EXPECT_GT(free, left);
    if (free <= left) return;
    EXPECT_EQ(allocate(&m_taken, free - left), 0);
}

CardMemoryHog::~CardMemoryHog() {
    if (m_taken != 0) driverFunction<int(unsigned long long)>("cuMemFree_v2")(m_taken);
}

}  // namespace labelwright::testing
