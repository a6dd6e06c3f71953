#include "ui/project/backup_dialog.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/common/card.h"
#include "ui/common/error_text.h"

namespace labelwright::ui {
namespace {

enum Column { When, Before, Texts, Labels, Decided, Flagged, Notes, LastStep, ColumnCount };

/// "200", and where it is another number than now also by how much: "200 (−12)".
QString amount(std::uint64_t then, std::uint64_t now, bool differences) {
    const QLocale locale;
    const QString text = locale.toString(qulonglong(then));
    if (!differences || then == now) return text;
    const auto difference = static_cast<qlonglong>(then) - static_cast<qlonglong>(now);
    const QString sign = difference > 0 ? QStringLiteral("+") : QString(QChar(0x2212));
    return QStringLiteral("%1 (%2%3)").arg(text, sign, locale.toString(std::abs(difference)));
}

}  // namespace

BackupDialog::BackupDialog(EngineBridge& bridge, const std::filesystem::path& project, QWidget* parent)
    : QDialog(parent), m_head(new QLabel), m_table(new QTableWidget(0, ColumnCount)) {
    setObjectName(QStringLiteral("backupDialog"));
    setWindowTitle(tr("Backups of the project"));
    const int unit = fontMetrics().height();
    resize(unit * 60, unit * 22);
    makeMuted(*m_head);
    m_head->setWordWrap(true);
    m_head->setText(tr("Looking for backups…"));
    m_table->setObjectName(QStringLiteral("backupTable"));
    m_table->setHorizontalHeaderLabels(
        {tr("When"), tr("Made before"), tr("Texts"), tr("Labels"), tr("Decided"), tr("Flagged"), tr("Notes"), tr("Last step")});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(unit * 17 / 10);
    m_table->horizontalHeader()->setSectionResizeMode(LastStep, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setColumnWidth(When, unit * 10);
    m_table->setColumnWidth(Before, unit * 9);
    for (const int column : {Texts, Labels, Decided, Flagged, Notes}) m_table->setColumnWidth(column, unit * 5);
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    m_restore = buttons->addButton(tr("Go back to this state"), QDialogButtonBox::AcceptRole);
    m_restore->setObjectName(QStringLiteral("backupRestore"));
    m_restore->setEnabled(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_restore, &QPushButton::clicked, this, &BackupDialog::restore);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
        const int row = m_table->currentRow();
        m_restore->setEnabled(row > 0 && m_backups[static_cast<std::size_t>(row - 1)].facts);
    });
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_head);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    connect(&bridge, &EngineBridge::backupsListed, this, [this](const BackupsListed& event) {
        if (event.job == m_job) show(event);
    });
    connect(&bridge, &EngineBridge::failed, this, [this](const Failed& event) {
        if (event.job == m_job) m_head->setText(errorText(event.error));
    });
    m_job = bridge.engine().listBackups(project);
}

void BackupDialog::show(const BackupsListed& event) {
    const QLocale locale;
    m_present = event.present;
    m_backups = event.backups;
    m_head->setText(
        m_backups.empty()
            ? tr("There are no backups yet: one is made when a project is opened in which work was done, and before large changes.")
            : tr("Going back keeps the present state as a backup too. The five latest stay, and the last of each of five days."));
    addRow(tr("now"), QString(), m_present, false);
    for (const ProjectBackup& backup : m_backups) {
        const QString when = locale.toString(QDateTime::fromSecsSinceEpoch(backup.madeAt), QLocale::ShortFormat);
        QString occasion;
        switch (backup.occasion) {
            case BackupOccasion::Opening: occasion = tr("work went on"); break;
            case BackupOccasion::Import: occasion = tr("an import"); break;
            case BackupOccasion::BulkAct: occasion = tr("a bulk act"); break;
            case BackupOccasion::Restore: occasion = tr("going back"); break;
        }
        addRow(when, occasion, backup.facts, m_present.has_value());
    }
    if (!m_backups.empty()) m_table->selectRow(1);
}

void BackupDialog::addRow(const QString& when, const QString& occasion, const std::optional<ProjectFacts>& facts, bool differences) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    QStringList cells{when, occasion};
    if (facts) {
        const ProjectFacts now = differences ? *m_present : ProjectFacts{};
        cells << amount(facts->rows, now.rows, differences) << amount(facts->labels, now.labels, differences)
              << amount(facts->decided, now.decided, differences) << amount(facts->flagged, now.flagged, differences)
              << amount(facts->notes, now.notes, differences) << QString::fromStdString(facts->lastStep);
    } else {
        cells << QString() << QString() << QString() << QString() << QString() << tr("cannot be read");
    }
    for (int column = 0; column < ColumnCount; ++column) {
        auto* item = new QTableWidgetItem(cells[column]);
        item->setToolTip(cells[column]);
        if (column >= Texts && column <= Notes) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, column, item);
    }
}

void BackupDialog::restore() {
    const auto chosen = static_cast<std::size_t>(m_table->currentRow() - 1);
    emit restoreWanted(m_backups[chosen].file);
    accept();
}

}  // namespace labelwright::ui
