#include "ui/project/salvage_dialog.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace labelwright::ui {

SalvageDialog::SalvageDialog(const SalvageReport& report, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("salvageDialog"));
    setWindowTitle(tr("Rescued"));
    const int unit = fontMetrics().height();
    resize(unit * 40, unit * 24);
    const QString file = QFile::decodeName(QByteArray::fromStdString(report.file.string()));
    auto* head = new QLabel(report.complete() ? tr("Everything could be read. It is in %1.").arg(file)
                                              : tr("What could be read is in %1.").arg(file));
    head->setWordWrap(true);
    auto* lost = new QLabel(tr("%n text(s) could not be read and stand there empty, so that every review stays with its text.", nullptr,
                               static_cast<int>(report.lostTexts)));
    lost->setWordWrap(true);
    lost->setVisible(report.lostTexts > 0);
    auto* table = new QTableWidget(static_cast<int>(report.tables.size()), 3);
    table->setObjectName(QStringLiteral("salvageTable"));
    table->setHorizontalHeaderLabels({tr("What"), tr("Read"), tr("Problem")});
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(unit * 17 / 10);
    table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    table->setColumnWidth(0, unit * 14);
    table->setShowGrid(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    const QLocale locale;
    for (int row = 0; row < table->rowCount(); ++row) {
        const SalvagedTable& part = report.tables[static_cast<std::size_t>(row)];
        auto* count = new QTableWidgetItem(locale.toString(qulonglong(part.rows)));
        count->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        table->setItem(row, 0, new QTableWidgetItem(tableName(part.name)));
        table->setItem(row, 1, count);
        table->setItem(row, 2, new QTableWidgetItem(part.problem.empty() ? tr("none") : QString::fromStdString(part.problem)));
    }
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    buttons->addButton(tr("Open it"), QDialogButtonBox::AcceptRole)->setObjectName(QStringLiteral("salvageOpen"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(head);
    layout->addWidget(lost);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
}

QString SalvageDialog::tableName(const std::string& table) {
    if (table == "texts") return tr("Texts");
    if (table == "reviews") return tr("Reviews");
    if (table == "waiting_reviews") return tr("Reviews of earlier texts");
    if (table == "history") return tr("History");
    if (table == "label_versions") return tr("Versions of the labels");
    if (table == "version_labels") return tr("Labels of the versions");
    if (table == "score_blocks") return tr("Predictions (blocks)");
    if (table == "settings") return tr("Settings");
    if (table == "dataset") return tr("Source of the texts");
    if (table == "extra_columns") return tr("Names of the other columns");
    if (table == "score_rows" || table == "readings") return tr("Predictions (how to read them)");
    if (table == "version_pairs_apart") return tr("Labels kept apart");
    return QString::fromStdString(table);
}

}  // namespace labelwright::ui
