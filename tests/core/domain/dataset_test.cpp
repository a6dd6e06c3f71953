#include "core/domain/dataset.h"

#include <gtest/gtest.h>

namespace labelwright {
namespace {

std::shared_ptr<const Dataset> build(std::initializer_list<std::pair<const char*, const char*>> rows) {
    DatasetBuilder builder({"made up", "", "text", {}, "csv", "UTF-8"}, {"channel"});
    std::uint64_t line = 2;
    for (const auto& [id, text] : rows) {
        const std::string_view extra = "app";
        builder.add(id, text, std::span(&extra, 1), line++);
    }
    return std::move(builder).build();
}

TEST(Dataset, KeepsIdsTextsExtrasAndLines) {
    const auto dataset = build({{"a", "你好"}, {"", "second"}});
    ASSERT_EQ(dataset->size(), 2U);
    EXPECT_EQ((*dataset)[0].id, "a");
    EXPECT_EQ((*dataset)[1].id, "2") << "a row without an id gets its number";
    EXPECT_EQ((*dataset)[0].text, "你好");
    EXPECT_EQ((*dataset)[0].hash, hash128("你好"));
    EXPECT_EQ(dataset->extra(1, 0), "app");
    EXPECT_EQ(dataset->sourceLine(1), 3U);
}

TEST(Dataset, ViewsStayValidAcrossManyBlocks) {
    DatasetBuilder builder({}, {});
    const std::string text(1000, 'x');
    for (int i = 0; i < 10'000; ++i) builder.add("", text + std::to_string(i), {}, 1);
    builder.add("", std::string(9'000'000, 'y'), {}, 1);
    const auto dataset = std::move(builder).build();
    EXPECT_EQ((*dataset)[0].text, text + "0");
    EXPECT_EQ((*dataset)[9'999].text, text + "9999");
    EXPECT_EQ((*dataset)[10'000].text.size(), 9'000'000U);
}

TEST(Dataset, ContentHashSeesEveryCell) {
    const auto base = build({{"a", "x"}, {"b", "y"}});
    EXPECT_EQ(base->contentHash(), build({{"a", "x"}, {"b", "y"}})->contentHash());
    EXPECT_NE(base->contentHash(), build({{"b", "y"}, {"a", "x"}})->contentHash());
    EXPECT_NE(base->contentHash(), build({{"a", "x"}, {"b", "z"}})->contentHash());
}

}  // namespace
}  // namespace labelwright
