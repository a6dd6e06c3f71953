#include "core/torch_backend/encoders/activation.h"
#include "core/torch_backend/encoders/linear_kernel.h"

namespace labelwright {

std::unique_ptr<LinearKernel> detail::makeInt8Linear(const ComputeDevice&, const LinearWeights&, std::optional<Activation>) {
    TORCH_CHECK(false, "int8");
}
bool detail::int8LinearAvailable() { return false; }

}  // namespace labelwright
