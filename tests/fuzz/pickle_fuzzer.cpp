// pytorch_model.bin of an unknown origin, as a file (zip or legacy) and as the pickle inside: refused with a reason, or tensors whose bytes
// can be read and have the size of their shape.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/checkpoint/finite_check.h"
#include "core/checkpoint/pickle_machine.h"
#include "core/checkpoint/state_dict.h"
#include "core/checkpoint/strided_view.h"
#include "core/checkpoint/tensor_shape.h"
#include "core/checkpoint/torch_file_reader.h"

namespace {

void check(const labelwright::Result<labelwright::WeightFile>& file) {
    if (!file) {
        if (file.error().detail.empty()) std::abort();
        return;
    }
    for (const labelwright::StoredTensor& tensor : file->tensors) {
        if (labelwright::tensorBytes(tensor.shape, tensor.type) != tensor.bytes.size()) std::abort();
        static_cast<void>(labelwright::allFinite(tensor.bytes, tensor.type));
    }
}

/// The pickle alone: its storages are the input itself, so that sizes and strides meet real bounds without a valid archive around them.
void runPickle(std::span<const std::byte> bytes) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const auto object = labelwright::readPickle(text, "data.pkl");
    if (!object) return;
    const auto tensors = labelwright::stateDictOf(*object, "data.pkl");
    if (!tensors) return;
    labelwright::StorageBytes storages;
    for (const labelwright::NamedPickleTensor& named : *tensors) storages.emplace(named.tensor.storage.key, bytes);
    check(labelwright::tensorsOfStorages(*tensors, storages, {}, "data.pkl"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span<const std::byte> bytes = std::as_bytes(std::span(data, size));
    check(labelwright::parseTorch(bytes, nullptr, "pytorch_model.bin"));
    runPickle(bytes);
    return 0;
}
