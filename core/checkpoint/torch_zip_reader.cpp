#include "core/checkpoint/torch_zip_reader.h"

#include <string>

#include "core/checkpoint/checkpoint_errors.h"
#include "core/checkpoint/pickle_machine.h"
#include "core/checkpoint/state_dict.h"
#include "core/checkpoint/strided_view.h"
#include "core/checkpoint/zip_archive.h"

namespace labelwright {
namespace {

constexpr std::uint64_t maxPickleBytes = 64U << 20U;
constexpr std::uint64_t maxByteOrderBytes = 16;
constexpr std::string_view pickleName = "/data.pkl";

std::string_view textOf(const std::vector<std::byte>& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

/// "archive/" or whatever the file was called when it was saved.
Result<std::string> rootOf(const ZipArchive& archive, const std::filesystem::path& file) {
    std::string root;
    for (const std::string& name : archive.names()) {
        if (!name.ends_with(pickleName) || name.find('/') != name.size() - pickleName.size()) continue;
        if (!root.empty()) return fileMalformed(file, "", "the zip archive has more than one data.pkl");
        root = name.substr(0, name.size() - pickleName.size() + 1);
    }
    if (root.empty()) return fileMalformed(file, "", "the zip archive has no data.pkl: it was not written by PyTorch");
    return root;
}

Result<void> checkByteOrder(ZipArchive& archive, const std::string& root, const std::filesystem::path& file) {
    const std::string name = root + "byteorder";
    if (!archive.contains(name)) return {};
    Result<std::vector<std::byte>> order = archive.readUpTo(name, maxByteOrderBytes);
    if (!order) return order.error();
    if (textOf(*order) != "little") return unsupportedModel(file, "its byte order is not little-endian");
    return {};
}

}  // namespace

Result<WeightFile> parseTorchZip(std::span<const std::byte> bytes, const std::filesystem::path& file) {
    Result<ZipArchive> archive = ZipArchive::open(bytes, file);
    if (!archive) return archive.error();
    Result<std::string> root = rootOf(*archive, file);
    if (!root) return root.error();
    if (archive->contains(*root + "constants.pkl")) {
        return unsupportedModel(file, "it is a TorchScript program; save the weights (state_dict) as model.safetensors");
    }
    if (Result<void> order = checkByteOrder(*archive, *root, file); !order) return order.error();

    Result<std::vector<std::byte>> pickle = archive->readUpTo(*root + "data.pkl", maxPickleBytes);
    if (!pickle) return pickle.error();
    Result<PickleObject> object = readPickle(textOf(*pickle), file);
    if (!object) return object.error();
    Result<std::vector<NamedPickleTensor>> tensors = stateDictOf(*object, file);
    if (!tensors) return tensors.error();

    StorageBytes storages;
    std::vector<std::shared_ptr<const void>> owners;
    for (const NamedPickleTensor& named : *tensors) {
        const PickleStorage& storage = named.tensor.storage;
        std::uint64_t size = 0;
        if (__builtin_mul_overflow(storage.elements, std::uint64_t{tensorTypeBytes(storage.type)}, &size)) {
            return fileMalformed(file, named.name, "the size of its storage overflows");
        }
        if (const auto known = storages.find(storage.key); known != storages.end()) {
            if (known->second.size() != size) return fileMalformed(file, named.name, "its storage has two sizes");
            continue;
        }
        Result<std::vector<std::byte>> content = archive->read(*root + "data/" + std::string(storage.key), size);
        if (!content) return content.error();
        auto owner = std::make_shared<const std::vector<std::byte>>(*std::move(content));
        storages.emplace(storage.key, *owner);
        owners.push_back(std::move(owner));
    }
    return tensorsOfStorages(*tensors, storages, std::move(owners), file);
}

}  // namespace labelwright
