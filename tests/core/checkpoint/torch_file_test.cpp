#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>

#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/tensor_shape.h"
#include "core/checkpoint/torch_file_reader.h"
#include "tests/core/checkpoint/weight_builder.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::TestParamInfo;
using ::testing::Values;
using namespace labelwright::testing;  // NOLINT(google-build-using-namespace)

constexpr const char* weights = "pytorch_model.bin";

std::vector<float> floatsOf(const StoredTensor& tensor) {
    std::vector<float> values(tensor.bytes.size() / sizeof(float));
    if (!values.empty()) std::memcpy(values.data(), tensor.bytes.data(), tensor.bytes.size());
    return values;
}

const std::string sixFloats = floatBytes({0, 1, 2, 3, 4, 5});

std::string sixStorage() { return pickle::storage("FloatStorage", "0", 6); }

std::string onlyTensor(std::int64_t offset, const std::vector<std::int64_t>& size, const std::vector<std::int64_t>& stride) {
    return pickle::whole(pickle::dictionary({{"x", pickle::tensor(sixStorage(), offset, size, stride)}}));
}

enum class Format { Zip, Legacy };

Result<Checkpoint> openPickle(const TemporaryFolder& folder, Format format, const std::string& pickle,
                              const std::string& storage = sixFloats) {
    if (format == Format::Zip) {
        writeTorchZip(folder / weights, pickle, {{"0", storage}});
    } else {
        writeFile(folder / weights, torchLegacyBytes(pickle, {{"0", 6, storage}}));
    }
    return Checkpoint::open(folder.path());
}

class TorchFile : public ::testing::TestWithParam<Format> {};

INSTANTIATE_TEST_SUITE_P(Formats, TorchFile, Values(Format::Zip, Format::Legacy),
                         [](const TestParamInfo<Format>& tested) { return tested.param == Format::Zip ? "Zip" : "Legacy"; });

TEST_P(TorchFile, GivesContiguousTensors) {
    const TemporaryFolder folder;
    const Result<Checkpoint> checkpoint = openPickle(folder, GetParam(), onlyTensor(2, {2, 2}, {2, 1}));
    ASSERT_TRUE(checkpoint) << checkpoint.error().detail;
    const StoredTensor* tensor = checkpoint->find("x");
    ASSERT_NE(tensor, nullptr);
    EXPECT_EQ(tensor->shape, (std::vector<std::int64_t>{2, 2}));
    EXPECT_THAT(floatsOf(*tensor), ElementsAre(2, 3, 4, 5));
}

TEST_P(TorchFile, MakesTransposedAndStridedTensorsContiguous) {
    const TemporaryFolder folder;
    const std::string pickle = pickle::whole(pickle::dictionary({{"transposed", pickle::tensor(sixStorage(), 0, {3, 2}, {1, 3})},
                                                                 {"everySecond", pickle::tensor(sixStorage(), 1, {3}, {2})},
                                                                 {"repeated", pickle::tensor(sixStorage(), 4, {2, 2}, {0, 1})},
                                                                 {"oneRow", pickle::tensor(sixStorage(), 3, {1, 3}, {99, 1})},
                                                                 {"scalar", pickle::tensor(sixStorage(), 5, {}, {})},
                                                                 {"empty", pickle::tensor(sixStorage(), 99, {0, 3}, {3, 1})}}));
    const Result<Checkpoint> checkpoint = openPickle(folder, GetParam(), pickle);
    ASSERT_TRUE(checkpoint) << checkpoint.error().detail;
    EXPECT_THAT(floatsOf(*checkpoint->find("transposed")), ElementsAre(0, 3, 1, 4, 2, 5));
    EXPECT_THAT(floatsOf(*checkpoint->find("everySecond")), ElementsAre(1, 3, 5));
    EXPECT_THAT(floatsOf(*checkpoint->find("repeated")), ElementsAre(4, 5, 4, 5));
    EXPECT_THAT(floatsOf(*checkpoint->find("oneRow")), ElementsAre(3, 4, 5));
    EXPECT_THAT(floatsOf(*checkpoint->find("scalar")), ElementsAre(5));
    EXPECT_TRUE(checkpoint->find("empty")->bytes.empty());
}

TEST_P(TorchFile, ReadsADictionaryBelowStateDictOrModel) {
    const TemporaryFolder folder;
    for (const char* key : {"state_dict", "model"}) {
        const std::string inner = pickle::dictionary({{"x", pickle::tensor(sixStorage(), 0, {6}, {1})}});
        const std::string pickle = pickle::whole(pickle::dictionary({{"epoch", pickle::integer(3)}, {key, inner}}));
        const Result<Checkpoint> checkpoint = openPickle(folder, GetParam(), pickle);
        ASSERT_TRUE(checkpoint) << checkpoint.error().detail;
        EXPECT_NE(checkpoint->find("x"), nullptr);
    }
}

TEST_P(TorchFile, WithTwoPossibleDictionariesIsRefused) {
    const TemporaryFolder folder;
    const std::string inner = pickle::dictionary({{"x", pickle::tensor(sixStorage(), 0, {6}, {1})}});
    const Result<Checkpoint> checkpoint =
        openPickle(folder, GetParam(), pickle::whole(pickle::dictionary({{"state_dict", inner}, {"model", inner}})));
    ASSERT_FALSE(checkpoint);
    EXPECT_THAT(checkpoint.error().detail, HasSubstr("both state_dict and model"));
}

TEST_P(TorchFile, WithAViewBeyondItsStorageIsRefused) {
    const TemporaryFolder folder;
    constexpr std::int64_t huge = std::int64_t{1} << 62U;
    const std::vector<std::string> pickles{
        onlyTensor(0, {7}, {1}),          onlyTensor(1, {6}, {1}),    onlyTensor(-1, {2}, {1}),      onlyTensor(0, {2, 2}, {5, 1}),
        onlyTensor(0, {2}, {-1}),         onlyTensor(0, {-2}, {1}),   onlyTensor(huge, {2}, {huge}), onlyTensor(0, {3}, {huge}),
        onlyTensor(0, {huge, 8}, {0, 0}), onlyTensor(0, {huge}, {1}),
    };
    for (const std::string& pickle : pickles) {
        const Result<Checkpoint> checkpoint = openPickle(folder, GetParam(), pickle);
        ASSERT_FALSE(checkpoint);
        EXPECT_EQ(checkpoint.error().code, ErrorCode::FileMalformed);
        EXPECT_THAT(checkpoint.error().detail, HasSubstr("pytorch_model.bin: x: "));
    }
}

TEST_P(TorchFile, WhoseStridesAskForTerabytesIsRefused) {
    const TemporaryFolder folder;
    const Result<Checkpoint> checkpoint = openPickle(folder, GetParam(), onlyTensor(0, {std::int64_t{1} << 40U}, {0}));
    ASSERT_FALSE(checkpoint);
    EXPECT_THAT(checkpoint.error().detail, HasSubstr("memory"));
}

/// From memory: thousands of files would cost minutes on a slow disk.
Result<WeightFile> parse(const std::string& bytes) { return parseTorch(std::as_bytes(std::span(bytes)), nullptr, weights); }

TEST_P(TorchFile, CutAtAnyLengthIsRefused) {
    const TemporaryFolder folder;
    ASSERT_TRUE(openPickle(folder, GetParam(), onlyTensor(0, {6}, {1})));
    const std::string whole = readFile(folder / weights);
    ASSERT_TRUE(parse(whole));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const Result<WeightFile> read = parse(whole.substr(0, length));
        ASSERT_FALSE(read) << length;
        ASSERT_THAT(read.error().detail, HasSubstr(weights)) << length;
    }
}

TEST_P(TorchFile, SurvivesAnyByteBeingChanged) {
    const TemporaryFolder folder;
    ASSERT_TRUE(openPickle(folder, GetParam(), onlyTensor(0, {6}, {1})));
    const std::string whole = readFile(folder / weights);
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const char value : {'\0', '.', '(', 'R', '\x81', '\xff'}) {
            std::string changed = whole;
            changed[at] = value;
            const Result<WeightFile> read = parse(changed);
            if (!read) {
                ASSERT_THAT(read.error().detail, HasSubstr(weights)) << at;
                continue;
            }
            for (const StoredTensor& tensor : read->tensors) {
                ASSERT_EQ(tensorBytes(tensor.shape, tensor.type), tensor.bytes.size()) << at;
            }
        }
    }
}

struct Attack {
    const char* name;
    std::string piece;
    const char* refused;
};

class HostilePickle : public ::testing::TestWithParam<Attack> {};

TEST_P(HostilePickle, IsRefusedByNameAndExecutesNothing) {
    for (const Format format : {Format::Zip, Format::Legacy}) {
        const TemporaryFolder folder;
        const Result<Checkpoint> checkpoint = openPickle(folder, format, pickle::whole(pickle::dictionary({{"x", GetParam().piece}})));
        ASSERT_FALSE(checkpoint);
        EXPECT_EQ(checkpoint.error().code, ErrorCode::PickleRefused) << checkpoint.error().detail;
        EXPECT_THAT(checkpoint.error().detail, HasSubstr(weights));
        ASSERT_EQ(checkpoint.error().arguments.size(), 2U);
        EXPECT_THAT(checkpoint.error().arguments[1], HasSubstr(GetParam().refused));
        EXPECT_FALSE(std::filesystem::exists("EXECUTED"));
    }
}

std::string callOf(const std::string& module, const std::string& name, const std::string& argument) {
    return pickle::global(module, name) + pickle::tuple({pickle::text(argument)}) + "R";
}

INSTANTIATE_TEST_SUITE_P(
    Attacks, HostilePickle,
    Values(Attack{"System", callOf("os", "system", "touch EXECUTED"), "os.system"},
           Attack{"Eval", callOf("builtins", "eval", "open('EXECUTED','w')"), "builtins.eval"},
           Attack{"PosixSystem", callOf("posix", "system", "touch EXECUTED"), "posix.system"},
           Attack{"Getattr", callOf("builtins", "getattr", "x"), "builtins.getattr"},
           Attack{"LoadFromBytes", callOf("torch.storage", "_load_from_bytes", "x"), "torch.storage._load_from_bytes"},
           Attack{"AllowedNameInAnotherModule", callOf("os", "OrderedDict", "x"), "os.OrderedDict"},
           Attack{"DottedName", callOf("collections", "OrderedDict.__init__", "x"), "collections.OrderedDict.__init__"},
           Attack{"StackGlobal", pickle::text("os") + pickle::text("system") + "\x93" + pickle::tuple({pickle::text("x")}) + "R",
                  "os.system"},
           Attack{"ControlCharacters", callOf("o\x1b[31ms", "x", "x"), "o?[31ms.x"}, Attack{"Inst", "(ios\nsystem\n", "opcode 0x69"},
           Attack{"Extension", "\x82\x01", "opcode 0x82"}, Attack{"CallOfAText", pickle::text("x") + ")R", "not a function"},
           Attack{"CallOfAStorageType", pickle::global("torch", "FloatStorage") + ")R", "FloatStorage"},
           Attack{"BuildOfATuple", ")}b", "BUILD"},
           Attack{"ModuleById",
                  pickle::tuple({pickle::text("module"), pickle::global("torch", "FloatStorage"), pickle::text("a"), pickle::text("b"),
                                 pickle::integer(1)}) +
                      "Q",
                  "module"}),
    [](const TestParamInfo<Attack>& tested) { return tested.param.name; });

TEST(TorchFile, WithAPickleThatGrowsByCallsIsRefused) {
    const TemporaryFolder folder;
    // One list of 100,000 pairs, made into a dictionary again and again: two kilobytes of calls would copy gigabytes.
    std::string piece = pickle::tuple({"\x4e", "\x4e"}) + "q\x01" + "0](";
    for (int i = 0; i < 100'000; ++i) piece += "h\x01";
    piece += "e\x85q\x02" + std::string("0](");
    for (int i = 0; i < 1000; ++i) piece += pickle::global("collections", "OrderedDict") + "h\x02R";
    const Result<Checkpoint> checkpoint = openPickle(folder, Format::Zip, pickle::whole(pickle::dictionary({{"x", piece + "e"}})));
    ASSERT_FALSE(checkpoint);
    EXPECT_THAT(checkpoint.error().detail, HasSubstr("too many arguments"));
}

TEST(TorchFile, WithAZipBombAsStorageIsRefused) {
    const TemporaryFolder folder;
    constexpr std::int64_t elements = 32 << 20;  // 128 MiB of zeros in about 130 KB
    const std::string pickle =
        pickle::whole(pickle::dictionary({{"x", pickle::tensor(pickle::storage("FloatStorage", "0", elements), 0, {elements}, {1})}}));
    writeZip(folder / weights,
             {{"archive/data.pkl", pickle}, {"archive/data/0", std::string(static_cast<std::size_t>(elements) * 4, '\0'), true}});
    ASSERT_LT(std::filesystem::file_size(folder / weights), 1U << 20U);
    const Result<Checkpoint> checkpoint = Checkpoint::open(folder.path());
    ASSERT_FALSE(checkpoint);
    EXPECT_THAT(checkpoint.error().detail, HasSubstr("far larger than the file"));
}

TEST(TorchFile, DeflatedIsRead) {
    const TemporaryFolder folder;
    writeZip(folder / weights, {{"a/data.pkl", onlyTensor(0, {6}, {1}), true}, {"a/data/0", sixFloats, true}});
    const Result<Checkpoint> checkpoint = Checkpoint::open(folder.path());
    ASSERT_TRUE(checkpoint) << checkpoint.error().detail;
    EXPECT_THAT(floatsOf(*checkpoint->find("x")), ElementsAre(0, 1, 2, 3, 4, 5));
}

TEST(TorchFile, WhoseStorageHasAnotherSizeIsRefused) {
    const TemporaryFolder folder;
    for (const Format format : {Format::Zip, Format::Legacy}) {
        const Result<Checkpoint> checkpoint = openPickle(folder, format, onlyTensor(0, {1}, {1}), sixFloats.substr(4));
        ASSERT_FALSE(checkpoint);
        EXPECT_EQ(checkpoint.error().code, ErrorCode::FileMalformed);
    }
}

TEST(TorchFile, OfBigEndianOrTorchScriptOrTarIsUnsupportedAndSaysSo) {
    const TemporaryFolder folder;
    const std::string pickle = onlyTensor(0, {6}, {1});
    const auto reason = [&] {
        const Result<Checkpoint> checkpoint = Checkpoint::open(folder.path());
        return checkpoint || checkpoint.error().code != ErrorCode::UnsupportedModel ? std::string() : checkpoint.error().detail;
    };
    writeZip(folder / weights, {{"a/data.pkl", pickle}, {"a/byteorder", "big"}, {"a/data/0", sixFloats}});
    EXPECT_THAT(reason(), HasSubstr("byte order"));
    writeZip(folder / weights, {{"a/data.pkl", pickle}, {"a/constants.pkl", "x"}, {"a/data/0", sixFloats}});
    EXPECT_THAT(reason(), HasSubstr("TorchScript"));
    writeFile(folder / weights, std::string(257, 'x') + "ustar" + std::string(300, '\0'));
    EXPECT_THAT(reason(), HasSubstr("save it as model.safetensors"));
}

TEST(TorchFile, OfAnotherKindIsRefused) {
    const TemporaryFolder folder;
    for (const std::string& bytes : {std::string("<html>"), std::string(), std::string("\x80\x02N."), std::string("\x89HDF\r\n")}) {
        writeFile(folder / weights, bytes);
        const Result<Checkpoint> checkpoint = Checkpoint::open(folder.path());
        ASSERT_FALSE(checkpoint);
        EXPECT_EQ(checkpoint.error().code, ErrorCode::FileMalformed);
    }
}

TEST(TorchFile, NamedPtIsReadToo) {
    const TemporaryFolder folder;
    writeTorchZip(folder / "pytorch_model.pt", onlyTensor(0, {6}, {1}), {{"0", sixFloats}});
    EXPECT_TRUE(Checkpoint::open(folder.path()));
}

}  // namespace
}  // namespace labelwright
