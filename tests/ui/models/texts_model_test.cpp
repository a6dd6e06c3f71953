#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <fstream>

#include "core/labels/label_list.h"
#include "tests/support/test_paths.h"
#include "tests/ui/support/real_engine.h"
#include "ui/models/texts_model.h"

namespace labelwright::ui {
namespace {

using labelwright::testing::waitUntil;

/// A model over texts imported by the real engine; nothing is labeled.
class TextsModelTest : public ::testing::Test {
protected:
    void importRows(int count) {
        std::string texts;
        for (int i = 0; i < count; ++i) texts += "text number " + std::to_string((i * 7919) % count) + (i % 3 == 0 ? " 退款\n" : "\n");
        m_bridge.engine().importTexts({texts, "clipboard"}, {});
        ASSERT_TRUE(waitUntil([&] { return m_session.dataset() && int(m_session.dataset()->size()) == count; }));
    }
    void arrange(const RowSort& sort, const QString& query) {
        QSignalSpy arranged(&m_model, &TextsModel::arranged);
        m_model.setSorting(sort);
        m_model.setFilter(parseQuery(query).filter);
        ASSERT_TRUE(waitUntil([&] { return m_model.sorting() == sort && !arranged.isEmpty(); }));
        // Of two requests the first may have been overtaken or not; wait for the second's answer.
        QSignalSpy again(&m_model, &TextsModel::arranged);
        m_model.setFilter(parseQuery(query).filter);
        ASSERT_TRUE(waitUntil([&] { return !again.isEmpty(); }));
    }

    labelwright::testing::TemporaryFolder m_folder;
    EngineBridge m_bridge{labelwright::testing::makeRealEngine(labelwright::testing::placesIn(m_folder.path()))};
    LabelingSession m_session{m_bridge};
    TextsModel m_model{m_session};
};

TEST_F(TextsModelTest, KeepsTheRulesOfItemModels) {
    QAbstractItemModelTester tester(&m_model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    importRows(500);
    m_session.setLabels(
        [] {
            LabelSet labels;
            labels.labels = makeLabels({"咨询", "投诉"});
            return labels;
        }(),
        "labels");
    for (const SortKey key : {SortKey::Text, SortKey::Length, SortKey::Margin}) arrange({key, SortDirection::Descending}, "退款");
    arrange({}, "");
    EXPECT_EQ(m_model.rowCount(), 500);
}

TEST_F(TextsModelTest, RememberedRowsStayTheSameTextWhenTheOrderChanges) {
    importRows(300);
    std::vector<std::pair<QPersistentModelIndex, std::uint32_t>> remembered;
    for (const int row : {0, 17, 299}) remembered.emplace_back(m_model.index(row, TextsModel::Text), m_model.datasetRow(row));
    arrange({SortKey::Text, SortDirection::Descending}, "");
    for (const auto& [index, datasetRow] : remembered) {
        ASSERT_TRUE(index.isValid());
        EXPECT_EQ(index.data(TextsModel::datasetRowRole).toUInt(), datasetRow);
        EXPECT_EQ(m_model.shownRow(datasetRow), index.row());
    }
}

TEST_F(TextsModelTest, AFilterHidesRowsAndSaysHowMany) {
    importRows(300);
    arrange({}, "退款");
    EXPECT_EQ(m_model.rowCount(), 100);
    EXPECT_EQ(m_model.hiddenRows(), 200U);
    for (int row = 0; row < m_model.rowCount(); ++row) EXPECT_TRUE(m_model.index(row, TextsModel::Text).data().toString().contains("退款"));
}

TEST_F(TextsModelTest, SeveralRolesAtOnceAreTheSameAsOneByOne) {
    importRows(10);
    for (int column = 0; column < TextsModel::ColumnCount; ++column) {
        const QModelIndex index = m_model.index(3, column);
        std::array<QModelRoleData, 4> roles{QModelRoleData(Qt::DisplayRole), QModelRoleData(Qt::ToolTipRole),
                                            QModelRoleData(Qt::TextAlignmentRole), QModelRoleData(TextsModel::datasetRowRole)};
        m_model.multiData(index, roles);
        for (const QModelRoleData& role : roles) EXPECT_EQ(role.data(), m_model.data(index, role.role())) << column << ' ' << role.role();
    }
}

TEST_F(TextsModelTest, AToolTipNeverReadsTheTextAsMarkup) {
    m_bridge.engine().importTexts({std::string("<b>bold</b> & more\n"), "clipboard"}, {});
    ASSERT_TRUE(waitUntil([&] { return m_model.rowCount() == 1; }));
    EXPECT_TRUE(m_model.index(0, TextsModel::Text).data(Qt::ToolTipRole).toString().contains("&lt;b&gt;bold"));
    EXPECT_EQ(m_model.index(0, TextsModel::Text).data().toString(), "<b>bold</b> & more");
}

}  // namespace
}  // namespace labelwright::ui
