#include "ui/labels/used_labels_dialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "core/labels/label_list.h"
#include "ui/common/card.h"
#include "ui/common/error_text.h"

namespace labelwright::ui {
namespace {

bool isInSet(const LabelSet& labels, const std::string& name) {
    return std::any_of(labels.labels.begin(), labels.labels.end(), [&name](const Label& label) { return sameName(label.name, name); });
}

}  // namespace

UsedLabelsDialog::UsedLabelsDialog(LabelingSession& session, std::vector<UsedLabel> used, QWidget* parent)
    : QDialog(parent), m_session(session), m_used(std::move(used)), m_list(new QTreeWidget(this)), m_state(new QLabel(this)) {
    setObjectName(QStringLiteral("usedLabelsDialog"));
    setWindowTitle(tr("Labels used before"));
    m_list->setObjectName(QStringLiteral("usedLabels"));
    m_list->setHeaderLabels({tr("Label"), tr("Runs"), tr("Also called")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setAccessibleName(tr("Labels used on this machine"));
    m_state->setObjectName(QStringLiteral("usedLabelsState"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    makeMuted(*m_state);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_add = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_add->setObjectName(QStringLiteral("addUsedLabels"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);
    layout->addWidget(buttons);
    resize(fontMetrics().height() * 32, fontMetrics().height() * 26);
    connect(buttons, &QDialogButtonBox::accepted, this, &UsedLabelsDialog::add);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTreeWidget::itemChanged, this, &UsedLabelsDialog::countChosen);
    connect(&m_session.bridge(), &EngineBridge::mergesSuggested, this, [this](const MergesSuggested& event) {
        if (event.job != m_job || m_job == 0) return;
        m_job = 0;
        m_state->clear();
        show(recommendedLabels(m_used, event.result.suggestions));
    });
    connect(&m_session.bridge(), &EngineBridge::failed, this, [this](const Failed& event) {
        if (event.job != m_job || m_job == 0) return;
        m_job = 0;
        m_state->setText(tr("Names that mean the same could not be put together: %1").arg(errorText(event.error)));
    });
    show(recommendedLabels(m_used, {}));
    compare();
}

UsedLabelsDialog::~UsedLabelsDialog() {
    if (m_job != 0) m_session.bridge().engine().cancel(m_job);
}

void UsedLabelsDialog::compare() {
    if (m_used.size() < 2) {
        if (m_used.empty()) m_state->setText(tr("No labels were used on this machine yet; every run remembers its labels."));
        return;
    }
    m_state->setText(tr("Comparing names, to put together those that mean the same…"));
    MergeRequest request;
    request.labels = usedLabelSet(m_used);
    m_job = m_session.bridge().engine().suggestMerges(std::move(request));
}

void UsedLabelsDialog::show(std::vector<RecommendedLabel> recommended) {
    QStringList chosen;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row)
        if (m_list->topLevelItem(row)->checkState(0) == Qt::Checked) chosen << m_list->topLevelItem(row)->text(0);
    m_recommended = std::move(recommended);
    std::erase_if(m_recommended, [this](const RecommendedLabel& each) { return isInSet(m_session.labels(), each.label.name); });
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const RecommendedLabel& each : m_recommended) {
        QStringList alike;
        for (const std::string& name : each.alike) alike << QString::fromStdString(name);
        const QString name = QString::fromStdString(each.label.name);
        auto* item = new QTreeWidgetItem(m_list, {name, QString::number(each.label.uses), alike.join(tr(", "))});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
        const bool wasChosen =
            chosen.contains(name) || std::any_of(alike.begin(), alike.end(), [&](const QString& other) { return chosen.contains(other); });
        item->setCheckState(0, wasChosen ? Qt::Checked : Qt::Unchecked);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    for (int column = 0; column < 2; ++column) m_list->resizeColumnToContents(column);
    if (m_recommended.empty() && !m_used.empty()) m_state->setText(tr("Every label that was used before is in this set."));
    countChosen();
}

void UsedLabelsDialog::countChosen() {
    int count = 0;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) count += m_list->topLevelItem(row)->checkState(0) == Qt::Checked ? 1 : 0;
    m_add->setText(tr("&Add %n label(s)", nullptr, count));
    m_add->setEnabled(count > 0);
}

void UsedLabelsDialog::add() {
    LabelSet labels = m_session.labels();
    for (std::size_t row = 0; row < m_recommended.size(); ++row) {
        if (m_list->topLevelItem(static_cast<int>(row))->checkState(0) != Qt::Checked) continue;
        const UsedLabel& used = m_recommended[row].label;
        Label label = makeLabels({used.name}).front();
        label.englishName = used.englishName;
        label.colour = labelColour(labels.labels.size());
        labels.labels.push_back(std::move(label));
    }
    m_session.setLabels(labels, tr("Add labels used before"));
    accept();
}

}  // namespace labelwright::ui
