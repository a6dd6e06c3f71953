#include "core/base/hash.h"

#include <openssl/evp.h>
#include <xxhash.h>

#include <fstream>
#include <memory>
#include <vector>

namespace labelwright {
namespace {

constexpr char hexDigits[] = "0123456789abcdef";

std::string hexOf(std::span<const unsigned char> bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const unsigned char byte : bytes) {
        text.push_back(hexDigits[byte >> 4U]);
        text.push_back(hexDigits[byte & 15U]);
    }
    return text;
}

void append(std::string& bytes, std::string_view field) {
    const std::uint64_t size = field.size();
    for (unsigned shift = 0; shift < 64; shift += 8) bytes.push_back(static_cast<char>((size >> shift) & 0xffU));
    bytes.append(field);
}

using DigestContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

DigestContext newSha256() {
    DigestContext context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    return context;
}

std::string finish(EVP_MD_CTX* context) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_DigestFinal_ex(context, digest.data(), &length);
    return hexOf(std::span(digest.data(), length));
}

}  // namespace

std::array<std::byte, 16> Hash128::bytes() const noexcept {
    std::array<std::byte, 16> out{};
    for (unsigned i = 0; i < 8; ++i) {
        out[i] = static_cast<std::byte>(high >> (56U - 8U * i));
        out[8 + i] = static_cast<std::byte>(low >> (56U - 8U * i));
    }
    return out;
}

Hash128 Hash128::fromBytes(std::span<const std::byte, 16> bytes) noexcept {
    Hash128 hash;
    for (unsigned i = 0; i < 8; ++i) {
        hash.high = (hash.high << 8U) | static_cast<std::uint64_t>(bytes[i]);
        hash.low = (hash.low << 8U) | static_cast<std::uint64_t>(bytes[8 + i]);
    }
    return hash;
}

std::string Hash128::hex() const {
    const auto raw = bytes();
    return hexOf(std::span(reinterpret_cast<const unsigned char*>(raw.data()), raw.size()));
}

Hash128 hash128(std::string_view bytes) noexcept {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return {hash.high64, hash.low64};
}

Hash128 hashFields(std::initializer_list<std::string_view> fields) {
    std::string bytes;
    for (const std::string_view field : fields) append(bytes, field);
    return hash128(bytes);
}

Hash128 hashFields(std::span<const std::string> fields) {
    std::string bytes;
    for (const std::string& field : fields) append(bytes, field);
    return hash128(bytes);
}

Result<std::string> sha256OfFile(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return Error{ErrorCode::FileUnreadable, "cannot open " + file.string() + " for hashing", {file.string(), "cannot open"}};
    const DigestContext context = newSha256();
    std::vector<char> block(std::size_t{1} << 20U);
    while (stream) {
        stream.read(block.data(), static_cast<std::streamsize>(block.size()));
        EVP_DigestUpdate(context.get(), block.data(), static_cast<std::size_t>(stream.gcount()));
    }
    if (stream.bad()) return Error{ErrorCode::FileUnreadable, "reading " + file.string() + " failed", {file.string(), "read error"}};
    return finish(context.get());
}

std::string sha256(std::string_view bytes) {
    const DigestContext context = newSha256();
    EVP_DigestUpdate(context.get(), bytes.data(), bytes.size());
    return finish(context.get());
}

}  // namespace labelwright
