#include "core/labels/label_set_diff.h"

#include <gtest/gtest.h>

#include "core/labels/kept_apart.h"
#include "core/labels/label_list.h"
#include "core/labels/merging.h"

namespace labelwright {
namespace {

using Kind = LabelChange::Kind;
using Changes = std::vector<LabelChange>;

LabelSet lettered() {
    LabelSet labels;
    labels.labels = makeLabels({"a", "b", "c"});
    for (Label& label : labels.labels) label.id = "id-" + label.name;
    return labels;
}

TEST(LabelSetDiff, OfEqualSetsIsEmptyWhateverTheirVersion) {
    LabelSet later = lettered();
    later.version = 9;
    EXPECT_EQ(compareLabelSets(lettered(), later), Changes{});
}

TEST(LabelSetDiff, TellsARenamingFromARemovalAndAnAddition) {
    LabelSet after = lettered();
    after.labels[0].name = "A";
    after.labels[1].id = "id-new";
    EXPECT_EQ(compareLabelSets(lettered(), after),
              (Changes{{Kind::Renamed, "id-a", "a", "A"}, {Kind::Removed, "id-b", "b", ""}, {Kind::Added, "id-new", "", "b"}}));
}

TEST(LabelSetDiff, SaysWhatWasMergedAndTakenOut) {
    const LabelSet merged = *mergeLabels(lettered(), "id-a", "id-c");
    EXPECT_EQ(compareLabelSets(lettered(), merged), (Changes{{Kind::Merged, "id-a", "a", "c"}}));
    EXPECT_EQ(compareLabelSets(merged, *unmergeLabel(merged, "id-a")), (Changes{{Kind::TakenOut, "id-a", "c", "a"}}));
}

TEST(LabelSetDiff, SaysWhichLabelsAreKeptApart) {
    const LabelSet kept = *keepApart(lettered(), "id-a", "id-c");
    EXPECT_EQ(compareLabelSets(lettered(), kept), (Changes{{Kind::KeptApart, "id-a", "a", "c"}}));
    EXPECT_EQ(compareLabelSets(kept, lettered()), (Changes{{Kind::NotKeptApart, "id-a", "a", "c"}}));
}

TEST(LabelSetDiff, SeesEveryFieldOnce) {
    LabelSet after = lettered();
    after.name = "set";
    after.hypothesisTemplate = "about {}";
    after.labels[0].hypothesis = "it is a";
    after.labels[0].description = "first";
    after.labels[1].colour ^= 1U;
    after.labels[1].key = "x";
    after.labels[2].parent = "id-a";
    std::swap(after.labels[0], after.labels[1]);
    std::vector<Kind> kinds;
    for (const LabelChange& change : compareLabelSets(lettered(), after)) kinds.push_back(change.kind);
    EXPECT_EQ(kinds, (std::vector<Kind>{Kind::SetRenamed, Kind::TemplateChanged, Kind::AskedOtherwise, Kind::Described, Kind::Recoloured,
                                        Kind::KeyChanged, Kind::PutBelow, Kind::Reordered}));
}

TEST(LabelSetDiff, OfFilesWithoutIdsGoesByName) {
    LabelSet before = lettered();
    before.labels[0].merged = makeLabels({"inner"});
    LabelSet after;
    after.labels = makeLabels({"new", "Ｃ", "inner", "b"});
    after.labels[0].parent = after.labels[3].id;
    const LabelSet matched = withIdsOf(after, before);
    EXPECT_EQ(matched.labels[1].id, "id-c") << "full width and case are no difference";
    EXPECT_EQ(matched.labels[2].id, before.labels[0].merged[0].id);
    EXPECT_EQ(matched.labels[0].id, after.labels[0].id) << "what only one has keeps its id";
    EXPECT_EQ(matched.labels[0].parent, "id-b");
}

TEST(LabelSetDiff, ANameThatIsTakenByIdOrStandsTwiceIsNotMatched) {
    const LabelSet before = lettered();
    LabelSet after = lettered();
    after.labels[0].name = "b";
    after.labels[1].name = "b";
    after.labels.push_back(makeLabels({"c"})[0]);
    EXPECT_EQ(withIdsOf(after, before), after);
}

}  // namespace
}  // namespace labelwright
