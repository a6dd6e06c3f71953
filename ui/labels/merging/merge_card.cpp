#include "ui/labels/merging/merge_card.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

#include "core/base/utf8.h"
#include "ui/common/rounded.h"
#include "ui/common/theme.h"
#include "ui/common/workbench_style.h"
#include "ui/labels/colour_button.h"
#include "ui/labels/label_edits.h"
#include "ui/labels/merging/chip_row.h"
#include "ui/labels/merging/evidence_words.h"

namespace labelwright::ui {
namespace {

/// What a tool tip holds of a text, and what a card shows of it (in heights of the font).
constexpr std::size_t tipCharacters = 400;
constexpr int exampleUnits = 17;

/// Text of a button or menu entry, where & would be a mnemonic.
QString escaped(QString text) { return text.replace(QLatin1Char('&'), QLatin1String("&&")); }

QLabel* wrappedLabel(const char* objectName, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(objectName));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

}  // namespace

MergeCard::MergeCard(const LabelingSession& session, QWidget* parent)
    : Card(Tone::Plain, parent),
      m_session(session),
      m_select(new QCheckBox(this)),
      m_chips(new ChipRow(ChipKind::Given, this)),
      m_affected(new QLabel(this)),
      m_evidence(wrappedLabel("mergeEvidence", this)),
      m_examples(wrappedLabel("mergeExamples", this)),
      m_merge(new QToolButton(this)),
      m_survivors(new QMenu(this)),
      m_parent(makeButton("mergeMakeParent", MergeAct::MakeParent)),
      m_keep(makeButton("mergeKeepBoth", MergeAct::KeepApart)),
      m_never(makeButton("mergeNeverAgain", MergeAct::NeverAgain)) {
    setObjectName(QStringLiteral("mergeCard"));
    setFocusPolicy(Qt::StrongFocus);
    m_select->setObjectName(QStringLiteral("mergeSelect"));
    m_affected->setObjectName(QStringLiteral("mergeAffected"));
    m_merge->setObjectName(QStringLiteral("mergeInto"));
    m_survivors->setObjectName(QStringLiteral("mergeSurvivors"));
    m_merge->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_merge->setPopupMode(QToolButton::MenuButtonPopup);
    m_merge->setFocusPolicy(Qt::StrongFocus);
    m_merge->setMenu(m_survivors);
    makeLink(*m_never);
    makeMuted(*m_affected);
    makeMuted(*m_examples);

    const int gap = fontMetrics().height() / 2;
    auto* head = new QHBoxLayout;
    head->addWidget(m_select, 0, Qt::AlignTop);
    head->addWidget(m_chips, 1);
    head->addWidget(m_affected, 0, Qt::AlignTop);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(gap);
    for (QWidget* button :
         {static_cast<QWidget*>(m_merge), static_cast<QWidget*>(m_parent), static_cast<QWidget*>(m_keep), static_cast<QWidget*>(m_never)})
        acts->addWidget(button);
    acts->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap * 3 / 2, gap, gap * 3 / 2, gap * 5 / 4);
    layout->setSpacing(gap * 3 / 4);
    layout->addLayout(head);
    layout->addWidget(m_evidence);
    layout->addWidget(m_examples);
    layout->addSpacing(gap / 4);
    layout->addLayout(acts);

    connect(m_select, &QCheckBox::toggled, this, &MergeCard::selectionChanged);
    connect(m_merge, &QToolButton::clicked, this, [this] { emit actWanted(MergeAct::Merge); });
}

QPushButton* MergeCard::makeButton(const char* objectName, MergeAct act) {
    auto* button = new QPushButton(this);
    button->setObjectName(QLatin1String(objectName));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, act] { emit actWanted(act); });
    return button;
}

void MergeCard::setSuggestion(const MergeSuggestion& suggestion) {
    m_suggestion = suggestion;
    const std::vector<LabelId>& ids = suggestion.labels;
    if (std::find(ids.begin(), ids.end(), m_survivor) == ids.end()) m_survivor = ids.empty() ? LabelId() : ids.front();
    retranslate();
}

bool MergeCard::isSelected() const { return m_select->isChecked(); }
void MergeCard::setSelected(bool selected) { m_select->setChecked(selected); }

void MergeCard::setCurrent(bool current) {
    if (current == m_current) return;
    m_current = current;
    showButtons();
    update();
}

void MergeCard::retranslate() {
    const LabelSet& labels = m_session.labels();
    m_chips->setLabels(labels, m_suggestion.labels, tr("and"));
    setAccessibleName(m_chips->accessibleName());
    m_select->setAccessibleName(tr("Select for “Merge selected”"));
    m_select->setToolTip(m_select->accessibleName());
    m_evidence->setText(evidenceOf(m_suggestion));
    showCounts();
    showExamples();
    fillSurvivors();
    showButtons();
}

void MergeCard::showCounts() {
    std::uint64_t affected = 0;
    const auto& decisions = m_session.decisions();
    for (const LabelId& id : m_suggestion.labels) {
        const std::size_t index = indexOf(m_session.labels(), id);
        if (decisions && index < decisions->labelCounts.size()) affected += decisions->labelCounts[index];
    }
    m_affected->setText(tr("%n text(s) have these labels", nullptr, static_cast<int>(affected)));
}

QString MergeCard::quoted(const std::vector<std::uint32_t>& rows, QStringList& full) const {
    QStringList shown;
    const auto& dataset = m_session.dataset();
    for (const std::uint32_t row : rows) {
        if (!dataset || row >= dataset->size()) continue;
        const std::string_view text = firstCodePoints((*dataset)[row].text, tipCharacters);
        const QString line = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).simplified();
        full << line;
        shown << tr("“%1”").arg(fontMetrics().elidedText(line, Qt::ElideRight, exampleUnits * fontMetrics().height()));
    }
    return shown.join(QLatin1Char(' '));
}

void MergeCard::showExamples() {
    const SharedBehaviour& behaviour = m_suggestion.behaviour;
    QStringList lines;
    QStringList full;
    if (const QString texts = quoted(behaviour.contested, full); !texts.isEmpty()) lines << tr("Both: %1").arg(texts);
    if (const QString texts = quoted(behaviour.leftOnly, full); !texts.isEmpty())
        lines << tr("Only %1: %2").arg(nameOf(m_session.labels(), m_suggestion.left), texts);
    if (const QString texts = quoted(behaviour.rightOnly, full); !texts.isEmpty())
        lines << tr("Only %1: %2").arg(nameOf(m_session.labels(), m_suggestion.right), texts);
    m_examples->setText(lines.join(QLatin1Char('\n')));
    m_examples->setToolTip(full.join(QLatin1Char('\n')));
    m_examples->setVisible(!lines.isEmpty());
}

void MergeCard::fillSurvivors() {
    m_survivors->clear();
    for (const LabelId& id : m_suggestion.labels) {
        const Label* label = findLabel(m_session.labels(), id);
        if (label == nullptr) continue;
        QAction* action = m_survivors->addAction(colourIcon(label->colour, *this),
                                                 tr("Keep the name “%1”").arg(escaped(QString::fromStdString(label->name))));
        action->setCheckable(true);
        action->setChecked(id == m_survivor);
        connect(action, &QAction::triggered, this, [this, id] {
            m_survivor = id;
            for (QAction* other : m_survivors->actions()) other->setChecked(false);
            if (const auto place = std::find(m_suggestion.labels.begin(), m_suggestion.labels.end(), id);
                place != m_suggestion.labels.end())
                m_survivors->actions().at(place - m_suggestion.labels.begin())->setChecked(true);
            showButtons();
            emit survivorChanged();
        });
    }
}

void MergeCard::showButtons() {
    const QString name = escaped(nameOf(m_session.labels(), m_survivor));
    QStringList others;
    for (const LabelId& id : m_suggestion.labels)
        if (id != m_survivor) others << escaped(nameOf(m_session.labels(), id));
    const bool pair = others.size() == 1;
    m_merge->setText(tr("Merge into “%1”").arg(name));
    m_merge->setToolTip(tr("One label remains; the arrow chooses whose name stays"));
    m_parent->setText(pair ? tr("“%1” below “%2”").arg(others.front(), name) : tr("Others below “%1”").arg(name));
    m_parent->setToolTip(tr("Both stay labels of their own, one under the other in the tree"));
    m_keep->setText(pair ? tr("Keep both") : tr("Keep all"));
    m_keep->setToolTip(tr("Not suggested again in this label set; undo takes it back"));
    m_never->setText(tr("Never ask again"));
    m_never->setToolTip(tr("Not suggested in any label set on this computer; listed at the foot of the page"));
    const bool parentFirst = m_suggestion.act == SuggestedAct::MakeParent;
    for (QAbstractButton* button : {static_cast<QAbstractButton*>(m_merge), static_cast<QAbstractButton*>(m_parent)}) {
        if (m_current && (button == m_parent) == parentFirst) makePrimary(*button);
        else makePlain(*button);
        button->update();
    }
}

void MergeCard::paintEvent(QPaintEvent* event) {
    Card::paintEvent(event);
    if (!m_current) return;
    QPainter painter(this);
    drawRounded(painter, rect(), Qt::transparent, themeColours(palette()).accent, cornerRadius + 2);
}

void MergeCard::mousePressEvent(QMouseEvent*) { setFocus(Qt::MouseFocusReason); }

void MergeCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space) setSelected(!isSelected());
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit actWanted(m_suggestion.act == SuggestedAct::MakeParent ? MergeAct::MakeParent : MergeAct::Merge);
    else Card::keyPressEvent(event);
}

}  // namespace labelwright::ui
