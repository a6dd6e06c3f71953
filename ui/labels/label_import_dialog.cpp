#include "ui/labels/label_import_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/common/theme.h"

namespace labelwright::ui {
namespace {

constexpr qsizetype mostNames = 12;

QString listed(const QStringList& names) {
    if (names.size() <= mostNames) return names.join(LabelImportDialog::tr(", "));
    return LabelImportDialog::tr("%1 and %n more", nullptr, static_cast<int>(names.size() - mostNames))
        .arg(names.first(mostNames).join(LabelImportDialog::tr(", ")));
}

QStringList namesOf(const std::vector<Label>& labels) {
    QStringList names;
    for (const Label& label : labels) names << QString::fromStdString(label.name);
    return names;
}

}  // namespace

LabelImportDialog::LabelImportDialog(LabelSet labels, LabelFileRead file, QWidget* parent)
    : QDialog(parent),
      m_labels(std::move(labels)),
      m_file(std::move(file)),
      m_found(new QLabel),
      m_replace(new QRadioButton),
      m_add(new QRadioButton),
      m_warnings(new QLabel) {
    setObjectName(QStringLiteral("labelImportDialog"));
    setMinimumWidth(fontMetrics().height() * 26);
    m_replace->setObjectName(QStringLiteral("importReplaces"));
    m_add->setObjectName(QStringLiteral("importAdds"));
    m_warnings->setObjectName(QStringLiteral("importWarnings"));
    m_found->setObjectName(QStringLiteral("importFound"));
    for (QLabel* label : {m_found, m_warnings}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    (m_labels.labels.empty() ? m_replace : m_add)->setChecked(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_found);
    layout->addWidget(m_replace);
    layout->addWidget(m_add);
    layout->addWidget(m_warnings);
    layout->addStretch();
    layout->addWidget(m_buttons);
    connect(m_replace, &QAbstractButton::toggled, this, &LabelImportDialog::showState);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
}

LabelSet LabelImportDialog::result() const {
    const auto stated = m_file.statesTemplate ? FileTemplate::Stated : FileTemplate::NotStated;
    return m_replace->isChecked() ? withFile(m_labels, m_file.preset.labelSet, stated)
                                  : withFileAdded(m_labels, m_file.preset.labelSet).labels;
}

QString LabelImportDialog::undoText() const { return tr("Import labels from %1").arg(m_file.fileName); }

QStringList LabelImportDialog::warnings() const {
    QStringList all;
    const LabelSet after = result();
    if (!m_replace->isChecked()) {
        QStringList there;
        for (const std::string& name : withFileAdded(m_labels, m_file.preset.labelSet).duplicates) there << QString::fromStdString(name);
        if (!there.isEmpty()) all << tr("Already there and left as they are: %1").arg(listed(there));
        return all;
    }
    std::vector<Label> gone;
    for (const Label& label : m_labels.labels)
        if (findLabel(after, label.id) == nullptr) gone.push_back(label);
    if (!gone.empty()) all << tr("These go: %1. Undo brings them back with their results.").arg(listed(namesOf(gone)));
    if (after.hypothesisTemplate != m_labels.hypothesisTemplate)
        all << tr("The question becomes “%1”: all labels are asked anew.").arg(QString::fromStdString(after.hypothesisTemplate));
    return all;
}

void LabelImportDialog::showState() {
    m_warnings->setText(warnings().join(QLatin1Char('\n')));
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, themeColours(palette()).noticeText);
    m_warnings->setPalette(ink);
    m_warnings->setVisible(!m_warnings->text().isEmpty());
    const LabelSet after = result();
    const bool changes = after.labels != m_labels.labels || after.hypothesisTemplate != m_labels.hypothesisTemplate;
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(changes);
}

void LabelImportDialog::retranslate() {
    setWindowTitle(tr("Import labels"));
    const std::vector<Label>& labels = m_file.preset.labelSet.labels;
    m_found->setText(
        tr("%1 holds %n label(s): %2", nullptr, static_cast<int>(labels.size())).arg(m_file.fileName, listed(namesOf(labels))));
    m_replace->setText(tr("&Replace the present labels"));
    m_add->setText(tr("&Add them to the present labels"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Import"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    showState();
}

void LabelImportDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_buttons != nullptr) retranslate();
    if (event->type() == QEvent::PaletteChange && m_buttons != nullptr) showState();
}

}  // namespace labelwright::ui
