#include "ui/labels/template_field.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/common/theme.h"
#include "ui/labels/label_edits.h"

namespace labelwright::ui {

TemplateField::TemplateField(QWidget* parent) : QWidget(parent) {
    m_caption = new QLabel;
    QFont bold = font();
    bold.setBold(true);
    m_caption->setFont(bold);
    m_edit = new QLineEdit;
    m_edit->setObjectName(QStringLiteral("templateEdit"));
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    m_caption->setBuddy(m_edit);
    m_example = new QLabel;
    m_example->setObjectName(QStringLiteral("templateExample"));
    m_example->setTextFormat(Qt::PlainText);
    m_example->setWordWrap(true);
    m_example->setTextInteractionFlags(Qt::NoTextInteraction);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(fontMetrics().height() / 3);
    layout->addWidget(m_caption);
    layout->addWidget(m_edit);
    layout->addWidget(m_example);

    connect(m_edit, &QLineEdit::textEdited, this, &TemplateField::showState);
    connect(m_edit, &QLineEdit::editingFinished, this, &TemplateField::commit);
    retranslate();
}

void TemplateField::setLabels(const LabelSet& labels) {
    const bool changed = labels.hypothesisTemplate != m_labels.hypothesisTemplate || m_labels.labels.empty();
    m_labels = labels;
    const QString shown = QString::fromStdString(labels.hypothesisTemplate);
    if (changed && m_edit->text() != shown) m_edit->setText(shown);
    showState();
}

void TemplateField::setExample(const QString& text, const QString& labelId) {
    m_exampleText = text.simplified();
    m_exampleLabel = labelId;
    showState();
}

void TemplateField::retranslate() {
    m_caption->setText(tr("&Question"));
    m_edit->setAccessibleName(tr("Question template"));
    m_edit->setToolTip(tr("What the model is asked for each label: {} stands for the label's name"));
    showState();
}

void TemplateField::showState() {
    LabelSet edited = m_labels;
    edited.hypothesisTemplate = m_edit->text().trimmed().toStdString();
    const ThemeColours& colours = themeColours(palette());
    const bool valid = checkTemplate(edited.hypothesisTemplate).ok();
    QPalette ink = m_example->palette();
    ink.setColor(QPalette::WindowText, valid ? colours.mutedText : colours.bad);
    m_example->setPalette(ink);
    if (!valid) {
        m_example->setText(tr("Write {} exactly once, where the label's name goes. Until then the old question stays."));
        return;
    }
    const std::size_t chosen = indexOf(edited, m_exampleLabel.toStdString());
    if (edited.labels.empty()) {
        m_example->setText(tr("{} stands for the label's name."));
        return;
    }
    const QString asked = QString::fromStdString(hypothesisOf(edited, edited.labels[chosen == std::string::npos ? 0 : chosen]));
    if (m_exampleText.isEmpty()) {
        m_example->setText(tr("Example: “%1”").arg(asked));
        return;
    }
    const QFontMetrics metrics = m_example->fontMetrics();
    const QString text = metrics.elidedText(m_exampleText, Qt::ElideRight, std::max(width() / 2, metrics.height() * 6));
    m_example->setText(tr("Example: “%1” → “%2”").arg(text, asked));
}

void TemplateField::commit() {
    const QString entered = m_edit->text().trimmed();
    if (entered.toStdString() == m_labels.hypothesisTemplate || !checkTemplate(entered.toStdString()).ok()) return;
    emit templateEdited(entered);
}

bool TemplateField::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        m_edit->setText(QString::fromStdString(m_labels.hypothesisTemplate));
        showState();
        return true;
    }
    if (watched == m_edit && event->type() == QEvent::FocusOut && !checkTemplate(m_edit->text().trimmed().toStdString()).ok()) {
        // What cannot be used is not left standing there as if it were in use.
        m_edit->setText(QString::fromStdString(m_labels.hypothesisTemplate));
        showState();
    }
    return QWidget::eventFilter(watched, event);
}

void TemplateField::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showState();
}

void TemplateField::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange && m_example != nullptr) showState();
}

}  // namespace labelwright::ui
