#pragma once

#include <optional>

#include "tests/torch/model_fixture.h"

namespace labelwright::testing {

/// The first card that devices() calls usable.
std::optional<Device> usableCard(Backend& backend);

/// Tests on a real card; skipped, with the reason, where none can be used.
class CudaTest : public ::testing::Test {
protected:
    void SetUp() override;

    std::unique_ptr<Backend> m_backend = testBackend();
    Device m_card;
};

/// What NVIDIA's driver says about the card that CUDA lists first, besides the backend. Needs a card on which something was loaded.
std::uint64_t freeCardMemory();

/// Takes all of that card's memory but `left` bytes while it lives.
class CardMemoryHog {
public:
    explicit CardMemoryHog(std::uint64_t left);
    ~CardMemoryHog();
    CardMemoryHog(const CardMemoryHog&) = delete;
    CardMemoryHog& operator=(const CardMemoryHog&) = delete;

private:
    unsigned long long m_taken = 0;  // CUdeviceptr
};

}  // namespace labelwright::testing
