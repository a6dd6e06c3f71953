#include "core/torch_backend/encoders/linear_kernel.h"

namespace labelwright {

std::unique_ptr<LinearKernel> makeLinear(LinearKind kind, const ComputeDevice& where, const LinearWeights& weights,
                                         std::optional<Activation> activation) {
    switch (kind) {
        case LinearKind::OneDnnPacked: return detail::makeOneDnnLinear(where, weights, activation);
        case LinearKind::OneDnnInt8: return detail::makeInt8Linear(where, weights, activation);
        case LinearKind::Library: break;
    }
    return detail::makeLibraryLinear(where, weights, activation);
}

bool linearKindAvailable(LinearKind kind) {
    switch (kind) {
        case LinearKind::OneDnnPacked: return detail::oneDnnLinearAvailable();
        case LinearKind::OneDnnInt8: return detail::int8LinearAvailable();
        case LinearKind::Library: break;
    }
    return true;
}

}  // namespace labelwright
