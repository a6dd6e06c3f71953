// What people decided elsewhere comes with a file: through the real engine into a project on the disk.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/project/project_file.h"
#include "tests/support/test_paths.h"
#include "tests/ui/support/test_session.h"

namespace labelwright::ui {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ImportedAnswers : public ::testing::Test {
protected:
    ImportedAnswers() {
        bridge.engine().openProject(m_folder / "p.lwproj");
        QObject::connect(&session, &LabelingSession::answersTaken, &session,
                         [this](std::size_t decided, std::size_t labels, std::size_t kept, std::size_t unmatched) {
                             said = {decided, labels, kept, unmatched};
                         });
        QSignalSpy opened(&bridge, &EngineBridge::projectOpened);
        EXPECT_TRUE(opened.wait());
    }

    void import(const std::string& csv, ImportWay way = ImportWay::Replace) {
        testing::writeFile(m_folder / "in.csv", csv);
        QSignalSpy imported(&bridge, &EngineBridge::imported);
        bridge.engine().importTexts({m_folder / "in.csv", {}}, {}, {way, session.dataset()});
        ASSERT_TRUE(imported.wait());
    }
    std::vector<std::string> labelsOf(std::uint32_t row) const {
        std::vector<std::string> names;
        for (const LabelId& id : session.reviews().at(row).labels) names.push_back(session.labelName(id).toStdString());
        return names;
    }
    std::vector<std::string> labelNames() const {
        std::vector<std::string> names;
        for (const Label& label : session.labels().labels) names.push_back(label.name);
        return names;
    }

    testing::TemporaryFolder m_folder;
    EngineBridge bridge{testing::idleEngine()};
    LabelingSession session{bridge};
    std::vector<std::size_t> said;
};

constexpr const char* decidedTable =
    "id,text,human_label,review,deferred,flagged,note\n1,late,complaint,corrected,false,true,\n"
    "2,fine,,accepted,false,false,\n3,hm,,suggested,true,false,ask\n";

TEST_F(ImportedAnswers, AreInTheProjectWithTheirLabelsAsOneStep) {
    import(decidedTable);
    EXPECT_THAT(labelNames(), ElementsAre("complaint"));
    EXPECT_THAT(labelsOf(0), ElementsAre("complaint"));
    EXPECT_TRUE(session.reviews().decided(1));
    EXPECT_THAT(labelsOf(1), IsEmpty());
    EXPECT_TRUE(session.reviews().deferred(2));
    EXPECT_EQ(session.reviews().at(2).note, "ask");
    EXPECT_THAT(said, ElementsAre(2U, 1U, 0U, 0U));
    EXPECT_THAT(session.dataset()->extraColumns(), IsEmpty()) << "what was said is no column of the text's";

    const auto stored = ProjectFile::openForReading(m_folder / "p.lwproj")->load();
    ASSERT_TRUE(stored.ok());
    EXPECT_EQ(stored->reviews.decidedRows(), 2U);
    ASSERT_EQ(session.undoStack().count(), 1);
    session.undoStack().undo();
    EXPECT_THAT(labelNames(), IsEmpty());
    EXPECT_EQ(session.reviews().decidedRows(), 0U);
}

TEST_F(ImportedAnswers, DoNotChangeWhatWasDecidedHereWhenTextsAreAdded) {
    import(decidedTable);
    import("id,text,human_label\n1,late,praise\n4,new,praise\n", ImportWay::Append);
    ASSERT_EQ(session.dataset()->size(), 4U);
    EXPECT_THAT(labelsOf(0), ElementsAre("complaint"));
    EXPECT_THAT(labelsOf(3), ElementsAre("praise"));
    EXPECT_THAT(said, ElementsAre(1U, 1U, 1U, 0U));
    EXPECT_EQ(session.reviews().decidedRows(), 3U) << "those of before are still there";
}

TEST_F(ImportedAnswers, AloneTakeThePlaceOfThoseHere) {
    import(decidedTable);
    const auto texts = session.dataset();
    import("id,text,human_label\n1,late,praise\n9,other,praise\n", ImportWay::LabelsOnly);
    EXPECT_EQ(session.dataset(), texts);
    EXPECT_THAT(labelsOf(0), ElementsAre("praise"));
    EXPECT_THAT(said, ElementsAre(1U, 1U, 0U, 1U));
    session.undoStack().undo();
    EXPECT_THAT(labelsOf(0), ElementsAre("complaint"));
}

}  // namespace
}  // namespace labelwright::ui
