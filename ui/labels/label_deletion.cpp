#include "ui/labels/label_deletion.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/labels/label_edits.h"

namespace labelwright::ui {
namespace {

class DeleteDialog : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(DeleteDialog)

public:
    DeleteDialog(LabelingSession& session, const Label& label, std::vector<std::uint32_t> rows, std::function<void()> done, QWidget* parent)
        : QDialog(parent), m_session(session), m_label(label), m_rows(std::move(rows)), m_done(std::move(done)) {
        setObjectName(QStringLiteral("deleteLabelDialog"));
        const QString name = QString::fromStdString(label.name);
        setWindowTitle(tr("Delete the label %1").arg(name));
        auto* question = new QLabel(
            tr("%n text(s) were given this label by hand. What becomes of them?", nullptr, static_cast<int>(m_rows.size())), this);
        question->setWordWrap(true);
        m_others = new QComboBox(this);
        m_others->setObjectName(QStringLiteral("deleteOtherLabel"));
        for (const Label& other : session.labels().labels)
            if (other.id != label.id) m_others->addItem(QString::fromStdString(other.name), QString::fromStdString(other.id));
        m_give = radio(tr("Give them the label"), "deleteGiveOther");
        m_takeBack = radio(tr("They become texts without a decision"), "deleteTakeBack");
        m_keep = radio(tr("They keep it, marked as a label that is gone"), "deleteKeep");
        m_give->setEnabled(m_others->count() > 0);
        (m_give->isEnabled() ? m_give : m_takeBack)->setChecked(true);
        connect(m_give, &QRadioButton::toggled, m_others, &QWidget::setEnabled);
        m_others->setEnabled(m_give->isChecked());
        auto* buttons = new QDialogButtonBox(this);
        QPushButton* remove = buttons->addButton(tr("Delete"), QDialogButtonBox::AcceptRole);
        remove->setObjectName(QStringLiteral("deleteConfirm"));
        buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
        connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        auto* other = new QHBoxLayout;
        other->addWidget(m_give);
        other->addWidget(m_others, 1);
        auto* layout = new QVBoxLayout(this);
        layout->addWidget(question);
        layout->addLayout(other);
        layout->addWidget(m_takeBack);
        layout->addWidget(m_keep);
        layout->addStretch();
        layout->addWidget(buttons);
        setMinimumWidth(fontMetrics().height() * 26);
    }

    void accept() override {
        const std::vector<LabelId> gone = idsWithin(m_label);
        const LabelId other = m_give->isChecked() ? m_others->currentData().toString().toStdString() : LabelId();
        const ReviewEdit change = [&](Review& review, std::uint32_t) {
            if (m_keep->isChecked()) return;
            std::vector<LabelId> left;
            for (const LabelId& id : review.labels) {
                const bool goes = std::find(gone.begin(), gone.end(), id) != gone.end();
                const LabelId& now = goes ? other : id;
                if (!now.empty() && std::find(left.begin(), left.end(), now) == left.end()) left.push_back(now);
            }
            review.decided = !left.empty();
            review.labels = std::move(left);
        };
        m_session.setLabels(without(m_session.labels(), m_label.id), m_rows, change,
                            tr("Delete the label %1").arg(QString::fromStdString(m_label.name)));
        QDialog::accept();
        m_done();
    }

private:
    QRadioButton* radio(const QString& text, const char* name) {
        auto* button = new QRadioButton(text, this);
        button->setObjectName(QLatin1String(name));
        return button;
    }

    LabelingSession& m_session;
    Label m_label;
    std::vector<std::uint32_t> m_rows;
    std::function<void()> m_done;
    QComboBox* m_others;
    QRadioButton* m_give;
    QRadioButton* m_takeBack;
    QRadioButton* m_keep;
};

}  // namespace

void deleteLabel(LabelingSession& session, const LabelId& id, QWidget* parent, std::function<void()> done) {
    const std::size_t place = indexOf(session.labels(), id);
    if (place == static_cast<std::size_t>(-1)) return;
    const Label& label = session.labels().labels[place];
    std::vector<std::uint32_t> rows = session.reviews().rowsGiven(idsWithin(label));
    if (rows.empty()) {
        const QString undoText = QCoreApplication::translate("DeleteDialog", "Delete the label %1").arg(QString::fromStdString(label.name));
        session.setLabels(without(session.labels(), id), undoText);
        done();
        return;
    }
    auto* dialog = new DeleteDialog(session, label, std::move(rows), std::move(done), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

}  // namespace labelwright::ui
