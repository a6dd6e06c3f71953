#include "ui/labels/label_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/common/card.h"
#include "ui/common/theme.h"
#include "ui/labels/colour_button.h"
#include "ui/labels/label_edits.h"

namespace labelwright::ui {
namespace {

QString textOf(const QLineEdit& edit) { return edit.text().trimmed(); }

}  // namespace

LabelDialog::LabelDialog(LabelSet labels, const LabelId& id, QWidget* parent) : QDialog(parent), m_labels(std::move(labels)) {
    setObjectName(QStringLiteral("labelDialog"));
    if (const std::size_t index = indexOf(m_labels, id); index != std::string::npos) m_label = m_labels.labels[index];
    const int unit = fontMetrics().height();
    setMinimumWidth(unit * 24);

    m_name = new QLineEdit(QString::fromStdString(m_label.name));
    m_name->setObjectName(QStringLiteral("labelName"));
    m_englishName = new QLineEdit(QString::fromStdString(m_label.englishName));
    m_englishName->setObjectName(QStringLiteral("labelEnglishName"));
    m_description = new QPlainTextEdit(QString::fromStdString(m_label.description));
    m_description->setObjectName(QStringLiteral("labelDescription"));
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(unit * 4);
    m_hypothesis = new QLineEdit(QString::fromStdString(m_label.hypothesis));
    m_hypothesis->setObjectName(QStringLiteral("labelHypothesis"));
    m_colour = new ColourButton(m_label.colour);
    m_colour->setObjectName(QStringLiteral("labelColour"));
    m_asked = new QLabel;
    m_asked->setObjectName(QStringLiteral("labelAsked"));
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("labelProblem"));
    for (QLabel* line : {m_asked, m_problem}) {
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
    }
    makeMuted(*m_asked);

    m_form = new QFormLayout;
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    const auto addField = [this](QWidget* field) {
        auto* caption = new QLabel;  // QFormLayout makes none for an empty text
        caption->setBuddy(field);
        m_form->addRow(caption, field);
    };
    for (QWidget* field : std::initializer_list<QWidget*>{m_name, m_englishName, m_description, m_hypothesis}) addField(field);
    m_form->addRow(QString(), m_asked);
    addField(m_colour);

    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    layout->addWidget(m_problem);
    layout->addStretch();
    layout->addWidget(m_buttons);

    for (QLineEdit* edit : {m_name, m_englishName, m_hypothesis}) connect(edit, &QLineEdit::textChanged, this, &LabelDialog::check);
    retranslate();
    m_name->selectAll();
}

Label LabelDialog::label() const {
    Label label = m_label;
    label.name = textOf(*m_name).toStdString();
    label.englishName = textOf(*m_englishName).toStdString();
    label.description = m_description->toPlainText().trimmed().toStdString();
    label.hypothesis = textOf(*m_hypothesis).toStdString();
    label.colour = m_colour->colour();
    return label;
}

void LabelDialog::retranslate() {
    setWindowTitle(tr("Label “%1”").arg(QString::fromStdString(m_label.name)));
    const auto caption = [this](QWidget* field, const QString& text) {
        auto* label = qobject_cast<QLabel*>(m_form->labelForField(field));
        label->setText(text);
        field->setAccessibleName(text.chopped(text.endsWith(QLatin1Char(':')) ? 1 : 0).remove(QLatin1Char('&')));
    };
    caption(m_name, tr("&Name:"));
    caption(m_englishName, tr("&English name:"));
    caption(m_description, tr("&Description:"));
    caption(m_hypothesis, tr("Own &question:"));
    caption(m_colour, tr("&Colour:"));
    m_englishName->setToolTip(tr("Asked instead of the name by models that read no Chinese"));
    m_englishName->setPlaceholderText(tr("Same as the name"));
    m_description->setPlaceholderText(tr("For people: when to give this label"));
    m_hypothesis->setToolTip(tr("A whole sentence asked for this label instead of the filled template"));
    m_hypothesis->setPlaceholderText(tr("By the template"));
    check();
}

void LabelDialog::check() {
    const Label edited = label();
    QString problem;
    switch (checkName(m_labels, m_label.id, m_name->text())) {
        case NameCheck::Good: break;
        case NameCheck::Empty: problem = tr("A label needs a name."); break;
        case NameCheck::Taken: problem = tr("Another label has this name already."); break;
    }
    m_problem->setText(problem);
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, themeColours(palette()).bad);
    m_problem->setPalette(ink);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
    m_asked->setText(problem.isEmpty() ? tr("Asked: %1").arg(QString::fromStdString(hypothesisOf(m_labels, edited))) : QString());
}

void LabelDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange && m_buttons != nullptr) check();
}

}  // namespace labelwright::ui
