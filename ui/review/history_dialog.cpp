#include "ui/review/history_dialog.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/common/card.h"

namespace labelwright::ui {
namespace {

constexpr std::size_t mostEntries = 1000;
enum Column { When, Who, What, Texts, ColumnCount };

}  // namespace

HistoryDialog::HistoryDialog(LabelingSession& session, QWidget* parent)
    : QDialog(parent), m_head(new QLabel), m_table(new QTableWidget(0, ColumnCount)) {
    setObjectName(QStringLiteral("historyDialog"));
    setWindowTitle(tr("History of the project"));
    const int unit = fontMetrics().height();
    resize(unit * 48, unit * 32);
    makeMuted(*m_head);
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setHorizontalHeaderLabels({tr("When"), tr("Who"), tr("What"), tr("Texts")});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(unit * 17 / 10);
    m_table->horizontalHeader()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setColumnWidth(When, unit * 11);
    m_table->setColumnWidth(Who, unit * 6);
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_head);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);

    connect(&session.bridge(), &EngineBridge::historyRead, this, [this](const HistoryRead& event) {
        if (event.job == m_job) show(event.entries);
    });
    m_job = session.bridge().engine().readHistory(mostEntries);
}

QString HistoryDialog::whatOf(const HistoryEntry& entry) {
    const QString text = QString::fromStdString(entry.text);
    switch (entry.place.act) {
        case HistoryAct::Done: break;
        case HistoryAct::Undone: return tr("Taken back: %1").arg(text);
        case HistoryAct::Redone: return tr("Done again: %1").arg(text);
        case HistoryAct::Imported: return tr("Texts of %1 imported").arg(text);
    }
    return entry.labelsThen == 0 ? text : tr("%1 (labels: version %2)").arg(text).arg(entry.labelsThen);
}

void HistoryDialog::show(const std::vector<HistoryEntry>& entries) {
    const QLocale locale;
    m_head->setText(entries.empty() ? tr("Nothing was done here yet.")
                    : entries.size() == mostEntries
                        ? tr("The latest %n steps. None is ever removed.", nullptr, static_cast<int>(entries.size()))
                        : tr("All %n step(s). None is ever removed.", nullptr, static_cast<int>(entries.size())));
    m_table->setRowCount(static_cast<int>(entries.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const HistoryEntry& entry = entries[static_cast<std::size_t>(row)];
        const QString when = locale.toString(QDateTime::fromSecsSinceEpoch(entry.madeAt), QLocale::ShortFormat);
        const QString texts = entry.rows == 0 ? QString() : locale.toString(static_cast<qulonglong>(entry.rows));
        const QString cells[ColumnCount] = {when, QString::fromStdString(entry.who), whatOf(entry), texts};
        for (int column = 0; column < ColumnCount; ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            item->setToolTip(cells[column]);
            if (column == Texts) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
    }
}

}  // namespace labelwright::ui
