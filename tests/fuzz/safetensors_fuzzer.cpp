// model.safetensors of an unknown origin: it is refused with a reason, or every tensor lies inside the file and has the bytes of its shape.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/checkpoint/finite_check.h"
#include "core/checkpoint/safetensors_reader.h"
#include "core/checkpoint/tensor_names.h"
#include "core/checkpoint/tensor_shape.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span<const std::byte> file = std::as_bytes(std::span(data, size));
    auto tensors = labelwright::parseSafetensors(file, "model.safetensors");
    if (!tensors) {
        if (tensors.error().detail.empty()) std::abort();
        return 0;
    }
    std::size_t total = 0;
    for (const labelwright::StoredTensor& tensor : *tensors) {
        if (labelwright::tensorBytes(tensor.shape, tensor.type) != tensor.bytes.size()) std::abort();
        // Reads every byte: a span outside the file would be found by the sanitizer.
        static_cast<void>(labelwright::allFinite(tensor.bytes, tensor.type));
        total += tensor.bytes.size();
    }
    if (total > size) std::abort();
    static_cast<void>(labelwright::normaliseNames(*tensors));
    return 0;
}
