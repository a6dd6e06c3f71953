#include "core/checkpoint/torch_legacy_reader.h"

#include <string>
#include <string_view>

#include "core/checkpoint/checkpoint_errors.h"
#include "core/checkpoint/pickle_machine.h"
#include "core/checkpoint/state_dict.h"
#include "core/checkpoint/strided_view.h"

namespace labelwright {
namespace {

constexpr std::string_view magicNumber{"\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 10};  // 0x1950a86a20f9469cfc6c
constexpr std::int64_t protocolVersion = 1001;
constexpr std::size_t countBytes = 8;

class LegacyReader {
public:
    LegacyReader(std::span<const std::byte> bytes, const std::filesystem::path& file) : m_bytes(bytes), m_file(file) {}

    Result<WeightFile> read(std::shared_ptr<const void> owner) {
        if (Result<void> preamble = readPreamble(); !preamble) return preamble.error();
        Result<PickleObject> object = nextPickle();
        if (!object) return object.error();
        Result<std::vector<NamedPickleTensor>> tensors = stateDictOf(*object, m_file);
        if (!tensors) return tensors.error();
        Result<PickleObject> keys = nextPickle();
        if (!keys) return keys.error();
        Result<StorageBytes> storages = readStorages(*object, *keys);
        if (!storages) return storages.error();
        return tensorsOfStorages(*tensors, *storages, {std::move(owner)}, m_file);
    }

private:
    Result<PickleObject> nextPickle() {
        const std::string_view text(reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size());
        Result<PickleObject> object = readPickle(text.substr(m_at), m_file, m_at);
        if (object) m_at += object->size;
        return object;
    }

    Result<void> readPreamble() {
        Result<PickleObject> magic = nextPickle();
        if (!magic) return magic.error();
        const auto* number = std::get_if<PickleBigInteger>(&magic->rootValue());
        if (number == nullptr || number->bytes != magicNumber) {
            return fileMalformed(m_file, "byte 0", "it is a pickle, but not one that PyTorch wrote");
        }
        Result<PickleObject> protocol = nextPickle();
        if (!protocol) return protocol.error();
        const auto* version = std::get_if<std::int64_t>(&protocol->rootValue());
        if (version == nullptr || *version != protocolVersion) return fileMalformed(m_file, "protocol", "it is not 1001");
        Result<PickleObject> system = nextPickle();
        if (!system) return system.error();
        const auto* dict = std::get_if<PickleDict>(&system->rootValue());
        if (dict == nullptr) return fileMalformed(m_file, "system", "it is not a dictionary");
        for (const auto& [key, value] : dict->entries) {
            const auto* name = system->as<std::string_view>(key);
            const auto* little = system->as<bool>(value);
            if (name != nullptr && *name == "little_endian" && (little == nullptr || !*little)) {
                return unsupportedModel(m_file, "its byte order is not little-endian");
            }
        }
        return {};
    }

    /// How large a storage is, says the object that uses it.
    static std::map<std::string_view, PickleStorage> describedStorages(const PickleObject& object) {
        std::map<std::string_view, PickleStorage> storages;
        for (const PickleValue& value : object.values) {
            if (const auto* storage = std::get_if<PickleStorage>(&value)) storages.emplace(storage->key, *storage);
        }
        return storages;
    }

    Result<StorageBytes> readStorages(const PickleObject& object, const PickleObject& keys) {
        const std::map<std::string_view, PickleStorage> described = describedStorages(object);
        const auto* list = std::get_if<PickleList>(&keys.rootValue());
        if (list == nullptr) return fileMalformed(m_file, "storages", "their keys are not a list");
        StorageBytes storages;
        for (const PickleId id : list->items) {
            const auto* key = keys.as<std::string_view>(id);
            const auto storage = key == nullptr ? described.end() : described.find(*key);
            if (storage == described.end()) return fileMalformed(m_file, "storages", "a key belongs to no tensor");
            Result<std::span<const std::byte>> data = nextStorage(storage->second);
            if (!data) return data.error();
            // The key of `described` points into the object's pickle, which the tensors use as well.
            if (!storages.emplace(storage->first, *data).second) return fileMalformed(m_file, "storages", "a key occurs twice");
        }
        return storages;
    }

    Result<std::span<const std::byte>> nextStorage(const PickleStorage& storage) {
        const std::string place = "storage at byte " + std::to_string(m_at);
        if (m_bytes.size() - m_at < countBytes) return fileMalformed(m_file, place, "the file is cut short");
        std::uint64_t elements = 0;
        for (std::size_t i = countBytes; i-- > 0;) elements = (elements << 8U) | std::to_integer<std::uint64_t>(m_bytes[m_at + i]);
        if (elements != storage.elements) {
            return fileMalformed(
                m_file, place,
                "it has " + std::to_string(elements) + " values, but the pickle speaks of " + std::to_string(storage.elements));
        }
        m_at += countBytes;
        const std::size_t room = (m_bytes.size() - m_at) / tensorTypeBytes(storage.type);
        if (elements > room) return fileMalformed(m_file, place, "the file is cut short");
        const std::span<const std::byte> data = m_bytes.subspan(m_at, elements * tensorTypeBytes(storage.type));
        m_at += data.size();
        return data;
    }

    std::span<const std::byte> m_bytes;
    const std::filesystem::path& m_file;
    std::size_t m_at = 0;
};

}  // namespace

Result<WeightFile> parseTorchLegacy(std::span<const std::byte> bytes, std::shared_ptr<const void> owner,
                                    const std::filesystem::path& file) {
    return LegacyReader(bytes, file).read(std::move(owner));
}

}  // namespace labelwright
