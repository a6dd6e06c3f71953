#include "ui/labels/split_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/common/card.h"
#include "ui/labels/label_edits.h"

namespace labelwright::ui {

SplitDialog::SplitDialog(LabelingSession& session, std::vector<std::uint32_t> rows, QWidget* parent)
    : QDialog(parent), m_session(session), m_rows(std::move(rows)), m_name(new QLineEdit(this)), m_problem(new QLabel(this)) {
    setObjectName(QStringLiteral("splitDialog"));
    setWindowTitle(tr("Split off"));
    m_name->setObjectName(QStringLiteral("splitName"));
    auto* about = new QLabel(tr("The %n selected text(s) get the new label by hand.", nullptr, static_cast<int>(m_rows.size())), this);
    about->setWordWrap(true);
    makeMuted(*m_problem);
    auto* buttons = new QDialogButtonBox(this);
    m_split = buttons->addButton(tr("Split off"), QDialogButtonBox::AcceptRole);
    m_split->setObjectName(QStringLiteral("splitConfirm"));
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &SplitDialog::checkName);
    auto* form = new QFormLayout;
    form->addRow(tr("Name of the new label"), m_name);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(about);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().height() * 24);
    checkName();
}

void SplitDialog::checkName() {
    const NameCheck check = ui::checkName(m_session.labels(), {}, m_name->text());
    m_split->setEnabled(check == NameCheck::Good);
    m_problem->setText(check == NameCheck::Taken ? tr("There is a label of this name already.") : QString());
}

void SplitDialog::accept() {
    if (!m_split->isEnabled()) return;
    Label added;
    added.id = newId();
    added.name = m_name->text().trimmed().toStdString();
    added.colour = freeColour(m_session.labels());
    LabelSet labels = m_session.labels();
    labels.labels.push_back(added);
    const bool single = m_session.selection().mode == SelectionMode::SingleBest;
    const ReviewEdit change = [&](Review& review, std::uint32_t row) {
        if (single) {
            review.labels.clear();
        } else if (!review.decided) {
            for (const std::uint32_t label : m_session.decisionAt(row).labels) review.labels.push_back(m_session.labels().labels[label].id);
        }
        review.decided = true;
        review.deferred = false;
        review.labels.push_back(added.id);
    };
    m_session.setLabels(labels, m_rows, change, tr("Split off %1").arg(m_name->text().trimmed()));
    QDialog::accept();
}

}  // namespace labelwright::ui
