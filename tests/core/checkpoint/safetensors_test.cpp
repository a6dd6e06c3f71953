#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/safetensors_reader.h"
#include "tests/core/checkpoint/weight_builder.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using ::testing::HasSubstr;
using ::testing::TestParamInfo;
using ::testing::Values;
using namespace labelwright::testing;  // NOLINT(google-build-using-namespace)

Result<Checkpoint> openBytes(const TemporaryFolder& folder, const std::string& bytes) {
    writeFile(folder / "model.safetensors", bytes);
    return Checkpoint::open(folder.path());
}

const std::string twoTensors =
    R"({"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F16","shape":[2,1],"data_offsets":[8,12]}})";
const std::string twelveBytes(12, '\1');

TEST(Safetensors, GiveTheBytesOfEachTensor) {
    const TemporaryFolder folder;
    const Result<Checkpoint> checkpoint = openBytes(folder, safetensorsBytes(twoTensors + "  ", "12345678abcd"));
    ASSERT_TRUE(checkpoint) << checkpoint.error().detail;
    ASSERT_EQ(checkpoint->tensors().size(), 2U);
    const StoredTensor* b = checkpoint->find("b");
    ASSERT_NE(b, nullptr);
    EXPECT_EQ(b->type, TensorType::Float16);
    EXPECT_EQ(b->shape, (std::vector<std::int64_t>{2, 1}));
    EXPECT_EQ(std::string(reinterpret_cast<const char*>(b->bytes.data()), b->bytes.size()), "abcd");
    EXPECT_EQ(checkpoint->totalBytes(), 12U);
}

TEST(Safetensors, KeepEveryTypeAsItIsStored) {
    const TemporaryFolder folder;
    std::vector<BuiltTensor> tensors;
    const std::vector<std::pair<std::string, TensorType>> types{
        {"F32", TensorType::Float32}, {"F16", TensorType::Float16}, {"BF16", TensorType::BFloat16}, {"F64", TensorType::Float64},
        {"I64", TensorType::Int64},   {"I32", TensorType::Int32},   {"I16", TensorType::Int16},     {"I8", TensorType::Int8},
        {"U8", TensorType::UInt8},    {"BOOL", TensorType::Bool}};
    for (const auto& [name, type] : types) tensors.push_back({"t." + name, name, "[3]", std::string(3 * tensorTypeBytes(type), '\0')});
    tensors.push_back({"scalar", "F32", "[]", std::string(4, '\0')});
    tensors.push_back({"empty", "F32", "[0,7]", ""});
    const Result<Checkpoint> checkpoint = openBytes(folder, safetensorsBytes(tensors));
    ASSERT_TRUE(checkpoint) << checkpoint.error().detail;
    for (const auto& [name, type] : types) EXPECT_EQ(checkpoint->find("t." + name)->type, type) << name;
    EXPECT_EQ(checkpoint->find("scalar")->bytes.size(), 4U);
    EXPECT_EQ(checkpoint->find("empty")->bytes.size(), 0U);
}

struct Refusal {
    const char* name;
    std::string header;
    std::string data;
    const char* reason;
};

class SafetensorsHeader : public ::testing::TestWithParam<Refusal> {};

TEST_P(SafetensorsHeader, IsRefusedWithFileAndReason) {
    const TemporaryFolder folder;
    const Result<Checkpoint> checkpoint = openBytes(folder, safetensorsBytes(GetParam().header, GetParam().data));
    ASSERT_FALSE(checkpoint);
    EXPECT_THAT(checkpoint.error().detail, HasSubstr("model.safetensors"));
    EXPECT_THAT(checkpoint.error().detail, HasSubstr(GetParam().reason));
}

std::string one(const std::string& fields) { return R"({"x":{)" + fields + "}}"; }

INSTANTIATE_TEST_SUITE_P(
    Mutations, SafetensorsHeader,
    Values(
        Refusal{"Empty", "", "", "not a JSON object"}, Refusal{"List", "[]", "", "not a JSON object"},
        Refusal{"LeadingSpace", " {}", "", "not a JSON object"}, Refusal{"Cut", R"({"x":{"dtype":"F32")", "", "not JSON"},
        Refusal{"TextAfter", "{}{}", "", "not JSON"}, Refusal{"BadUtf8", "{\"\xff\":1}", "", "not JSON"},
        Refusal{"NoTensor", "{}", "", "no tensor"}, Refusal{"Number", R"({"x":1})", "", "not expected"},
        Refusal{"Null", R"({"x":null})", "", "not expected"}, Refusal{"NestedMetadata", R"({"__metadata__":{"a":{}}})", "", "not expected"},
        Refusal{"NumberInMetadata", R"({"__metadata__":{"a":1}})", "", "not expected"},
        Refusal{"DuplicateMetadata", R"({"__metadata__":{"a":"","a":""}})", "", "twice"},
        Refusal{"DuplicateTensor",
                R"({"x":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"x":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}})", "ab",
                "twice"},
        Refusal{"DuplicateField", one(R"("dtype":"U8","dtype":"U8","shape":[1],"data_offsets":[0,1])"), "a", "twice"},
        Refusal{"UnknownField", one(R"("dtype":"U8","shape":[1],"data_offsets":[0,1],"stride":[1])"), "a", "not known"},
        Refusal{"NoShape", one(R"("dtype":"U8","data_offsets":[0,1])"), "a", "are needed"},
        Refusal{"NoType", one(R"("shape":[1],"data_offsets":[0,1])"), "a", "are needed"},
        Refusal{"NoOffsets", one(R"("dtype":"U8","shape":[1])"), "a", "are needed"},
        Refusal{"OneOffset", one(R"("dtype":"U8","shape":[1],"data_offsets":[0])"), "a", "two numbers"},
        Refusal{"ThreeOffsets", one(R"("dtype":"U8","shape":[1],"data_offsets":[0,1,2])"), "a", "two numbers"},
        Refusal{"NestedShape", one(R"("dtype":"U8","shape":[[1]],"data_offsets":[0,1])"), "a", "not expected"},
        Refusal{"NegativeShape", one(R"("dtype":"U8","shape":[-1],"data_offsets":[0,1])"), "a", "negative"},
        Refusal{"FractionalShape", one(R"("dtype":"U8","shape":[1.5],"data_offsets":[0,1])"), "a", "whole number"},
        Refusal{"ShapeBeyond64Bits", one(R"("dtype":"U8","shape":[18446744073709551616],"data_offsets":[0,1])"), "a", "whole number"},
        Refusal{"ManyDimensions", one(R"("dtype":"U8","shape":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],"data_offsets":[0,1])"), "a", "too many"},
        Refusal{"ProductOverflows", one(R"("dtype":"F32","shape":[4294967296,4294967296,4],"data_offsets":[0,16])"), twelveBytes,
                "overflows"},
        Refusal{"ProductOverflowsToZero", one(R"("dtype":"F32","shape":[4611686018427387904],"data_offsets":[0,0])"), "", "overflows"},
        Refusal{"ProductOverflowsBeforeZero", one(R"("dtype":"U8","shape":[4294967296,4294967296,0],"data_offsets":[0,0])"), "",
                "overflows"},
        Refusal{"UnknownType", one(R"("dtype":"X32","shape":[1],"data_offsets":[0,4])"), "abcd", "not known"},
        Refusal{"TypeWeDoNotRead", one(R"("dtype":"F8_E4M3","shape":[4],"data_offsets":[0,4])"), "abcd", "F8_E4M3"},
        Refusal{"SizeTooSmall", one(R"("dtype":"F32","shape":[2],"data_offsets":[0,4])"), "abcd", "needs 8 bytes"},
        Refusal{"SizeTooLarge", one(R"("dtype":"F32","shape":[1],"data_offsets":[0,8])"), "abcdefgh", "needs 4 bytes"},
        Refusal{"BackwardOffsets", one(R"("dtype":"U8","shape":[1],"data_offsets":[1,0])"), "ab", "before they begin"},
        Refusal{"PastTheEnd", one(R"("dtype":"U8","shape":[4],"data_offsets":[0,4])"), "abc", "past the end"},
        Refusal{"HugeOffsets", one(R"("dtype":"U8","shape":[1],"data_offsets":[18446744073709551614,18446744073709551615])"), "a",
                "past the end"},
        Refusal{"HoleAtTheFront", one(R"("dtype":"U8","shape":[1],"data_offsets":[1,2])"), "ab", "hole"},
        Refusal{"BytesLeftOver", one(R"("dtype":"U8","shape":[1],"data_offsets":[0,1])"), "ab", "belong to none"},
        Refusal{"Overlap", R"({"x":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"y":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}})",
                "abc", "overlap"},
        Refusal{"SameBytesTwice",
                R"({"x":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"y":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}})", "ab",
                "overlap"}),
    [](const TestParamInfo<Refusal>& tested) { return tested.param.name; });

/// From memory: thousands of files would cost minutes on a slow disk.
Result<std::vector<StoredTensor>> parse(const std::string& bytes) {
    return parseSafetensors(std::as_bytes(std::span(bytes)), "model.safetensors");
}

TEST(Safetensors, AreRefusedIfCutAtAnyLength) {
    const std::string whole = safetensorsBytes(twoTensors, twelveBytes);
    ASSERT_TRUE(parse(whole));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const Result<std::vector<StoredTensor>> tensors = parse(whole.substr(0, length));
        ASSERT_FALSE(tensors) << length;
        ASSERT_EQ(tensors.error().code, ErrorCode::FileMalformed) << length;
    }
}

TEST(Safetensors, SurviveAnyByteBeingChanged) {
    const std::string whole = safetensorsBytes(twoTensors, twelveBytes);
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const char value : {'\0', '"', '9', '}', '\x7f', '\xff'}) {
            std::string changed = whole;
            changed[at] = value;
            const Result<std::vector<StoredTensor>> tensors = parse(changed);
            if (!tensors) {
                ASSERT_THAT(tensors.error().detail, HasSubstr("model.safetensors")) << at;
                continue;
            }
            std::size_t bytes = 0;
            for (const StoredTensor& tensor : *tensors) bytes += tensor.bytes.size();
            ASSERT_EQ(bytes, twelveBytes.size()) << at;
        }
    }
}

TEST(Safetensors, WithAHeaderLengthOfGigabytesAreRefusedBeforeMemoryIsTaken) {
    const TemporaryFolder folder;
    for (const std::uint64_t length : {std::uint64_t{100'000'001}, std::uint64_t{1} << 40U, ~std::uint64_t{0}}) {
        const Result<Checkpoint> checkpoint = openBytes(folder, littleEndian(length, 8) + twoTensors);
        ASSERT_FALSE(checkpoint);
        EXPECT_THAT(checkpoint.error().detail, HasSubstr("beyond 100,000,000"));
    }
    const Result<Checkpoint> beyond = openBytes(folder, littleEndian(99'999'999, 8) + twoTensors);
    ASSERT_FALSE(beyond);
    EXPECT_THAT(beyond.error().detail, HasSubstr("beyond the end of the file"));
}

TEST(Safetensors, NestedAMillionLevelsDeepAreRefused) {
    const TemporaryFolder folder;
    std::string header = R"({"x":{"shape":)";
    header.append(1'000'000, '[');
    EXPECT_FALSE(openBytes(folder, safetensorsBytes(header, "")));
}

TEST(Safetensors, ThatAreAPointerOfGitLfsSayHowToGetTheWeights) {
    const TemporaryFolder folder;
    const Result<Checkpoint> checkpoint = openBytes(folder, "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n");
    ASSERT_FALSE(checkpoint);
    EXPECT_THAT(checkpoint.error().detail, HasSubstr("git lfs pull"));
}

}  // namespace
}  // namespace labelwright
