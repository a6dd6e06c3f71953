#include "ui/texts/details_panel.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextBlock>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/charts/score_bars.h"
#include "ui/common/card.h"
#include "ui/common/icons.h"
#include "ui/common/label_ink.h"
#include "ui/common/theme.h"
#include "ui/texts/row_history.h"

namespace labelwright::ui {
namespace {

constexpr double uncertainMargin = 0.1;

QString wide(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

QLabel* wrapped(QWidget* parent, const char* name) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

}  // namespace

DetailsPanel::DetailsPanel(LabelingSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_title(new QLabel(this)),
      m_state(new QLabel(this)),
      m_text(new QPlainTextEdit(this)),
      m_truncated(wrapped(this, "detailsTruncated")),
      m_bars(new ScoreBars(this)),
      m_scroll(new QScrollArea(this)),
      m_meaning(wrapped(this, "detailsMeaning")),
      m_source(wrapped(this, "detailsSource")),
      m_note(new QLineEdit(this)),
      m_history(new RowHistory(session, this)),
      m_nothing(wrapped(this, "detailsNothing")),
      m_chart(new QPushButton(this)) {
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setObjectName(QStringLiteral("detailsTitle"));
    m_state->setObjectName(QStringLiteral("detailsState"));
    m_text->setObjectName(QStringLiteral("detailsText"));
    m_chart->setObjectName(QStringLiteral("chartButton"));
    m_note->setObjectName(QStringLiteral("detailsNote"));
    connect(m_note, &QLineEdit::editingFinished, this, &DetailsPanel::keepNote);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->viewport()->setAutoFillBackground(false);
    m_text->setPlaceholderText({});
    m_scroll->setWidget(m_bars);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_chart->setIcon(themedIcon(QStringLiteral("chart")));
    for (QWidget* muted : std::initializer_list<QWidget*>{m_state, m_meaning, m_source, m_nothing}) makeMuted(*muted);

    const int gap = fontMetrics().height() / 2;
    auto* card = new Card(Card::Tone::Plain, this);
    auto* inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(gap, gap / 2, gap / 2, gap / 2);
    inCard->addWidget(m_text);
    auto* warning = new Card(Card::Tone::Notice, this);
    auto* inWarning = new QVBoxLayout(warning);
    inWarning->setContentsMargins(gap, gap / 2, gap, gap / 2);
    inWarning->addWidget(m_truncated);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_state, 1);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_chart);
    foot->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap * 3 / 2, gap * 3 / 2, gap * 3 / 2, gap * 3 / 2);
    layout->setSpacing(gap);
    layout->addLayout(head);
    layout->addWidget(m_nothing);
    layout->addWidget(card);
    layout->addWidget(warning);
    layout->addWidget(m_scroll);
    layout->addWidget(m_meaning);
    layout->addWidget(m_source);
    layout->addWidget(m_note);
    layout->addWidget(m_history);
    layout->addStretch(1);
    layout->addLayout(foot);

    connect(m_chart, &QPushButton::clicked, this, &DetailsPanel::chartWanted);
    connect(&session, &LabelingSession::datasetChanged, this, [this] { setRow(m_row); });
    for (const auto signal : {&LabelingSession::labelsChanged, &LabelingSession::selectionChanged, &LabelingSession::scoresChanged,
                              &LabelingSession::modelChoiceChanged, &LabelingSession::computeChoiceChanged, &LabelingSession::planReady,
                              &LabelingSession::runStateChanged, &LabelingSession::modelsInUseChanged}) {
        connect(&session, signal, this, &DetailsPanel::showScores);
    }
    connect(&session, &LabelingSession::reviewsChanged, this, &DetailsPanel::showScores);
    retranslateUi();
}

void DetailsPanel::setRow(std::optional<std::uint32_t> row) {
    if (m_note->isModified()) keepNote();  // of the row until now
    m_row = row && m_session.dataset() && *row < m_session.dataset()->size() ? row : std::nullopt;
    m_history->setRow(m_row);
    showText();
    showScores();
}

void DetailsPanel::retranslateUi() {
    m_chart->setText(tr("Confidence chart"));
    m_chart->setToolTip(tr("How sure the model is, over all texts and for this one (Ctrl+B)"));
    m_text->setAccessibleName(tr("The selected text"));
    m_note->setPlaceholderText(tr("Note on this text…"));
    m_note->setAccessibleName(tr("Note on this text"));
    m_nothing->setText(tr("Select a text to see all of it and how every label scored."));
    showText();
    showScores();
}

void DetailsPanel::showText() {
    m_nothing->setVisible(!m_row);
    m_title->setVisible(m_row.has_value());
    m_state->setVisible(m_row.has_value());
    m_text->parentWidget()->setVisible(m_row.has_value());
    if (!m_row) {
        m_text->clear();
        return;
    }
    m_title->setText(tr("Row %1").arg(QLocale().toString(*m_row + 1)));
    const QString text = wide((*m_session.dataset())[*m_row].text);
    if (text != m_text->toPlainText()) m_text->setPlainText(text);
    fitText();
}

void DetailsPanel::fitText() {
    // As high as the text, up to a third of the panel; then it scrolls.
    const QTextDocument* document = m_text->document();
    const int most = std::max(height() / 3, 3 * m_text->fontMetrics().lineSpacing());
    double wanted = 2 * document->documentMargin() + 2;
    for (QTextBlock block = document->begin(); block.isValid() && wanted < most; block = block.next()) {
        wanted += document->documentLayout()->blockBoundingRect(block).height();
    }
    m_text->setFixedHeight(std::min(static_cast<int>(std::ceil(wanted)), most));
}

void DetailsPanel::showScores() {
    const std::vector<float> probabilities = m_row ? m_session.probabilitiesAt(*m_row) : std::vector<float>{};
    const Decision decision = decide(probabilities, m_session.selection());
    const bool scored = m_row && decision.best != Decision::none;
    const bool truncated = scored && m_session.scores().truncated(*m_row);
    m_scroll->setVisible(scored);
    m_meaning->setVisible(m_row.has_value());
    m_source->setVisible(scored);
    m_chart->setEnabled(m_session.dataset() && m_session.decisions() && m_session.decisions()->unscored < m_session.dataset()->size());
    m_truncated->parentWidget()->setVisible(truncated);
    showReview();
    if (!m_row) return;
    m_state->setText(stateWords(scored));
    if (!scored) {
        m_meaning->setText(tr("Scores appear here once the texts are labeled."));
        return;
    }
    if (truncated) m_truncated->setText(tr("This text is longer than the model reads; its end was not taken into account."));

    std::vector<std::size_t> order(probabilities.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto rank = [&](std::size_t k) { return std::isnan(probabilities[k]) ? -1.0F : probabilities[k]; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) > rank(b); });
    std::vector<ScoreBar> bars;
    for (const std::size_t k : order) {
        const Label& label = m_session.labels().labels[k];
        const bool given = std::find(decision.labels.begin(), decision.labels.end(), k) != decision.labels.end();
        bars.push_back({QString::fromStdString(label.name), labelFill(label.colour), probabilities[k], given});
    }
    m_bars->setScores(std::move(bars));
    const Selection& selection = m_session.selection();
    const bool several = selection.mode == SelectionMode::EveryAboveThreshold;
    if (several) m_bars->setThreshold(selection.threshold);
    else m_bars->setThreshold(selection.abstain > 0 ? std::optional(selection.abstain) : std::nullopt);
    m_scroll->setFixedHeight(std::min(m_bars->sizeHint().height(), std::max(height() / 2, fontMetrics().height() * 6)));
    m_meaning->setText(meaning(decision));
    const ScoreReading& reading = m_session.scores().reading(*m_row);
    m_source->setText(tr("Model: %1").arg(QString::fromStdString(reading.modelName.empty() ? reading.modelId : reading.modelName)));
}

QString DetailsPanel::stateWords(bool scored) const {
    const Review review = m_session.reviews().at(*m_row);
    QStringList words;
    switch (m_session.reviewStateAt(*m_row)) {
        case ReviewState::None: words << tr("not labeled yet"); break;
        case ReviewState::Suggested:
            words << (m_session.scoresOutdated() ? tr("Suggested by the model, outdated") : tr("Suggested by the model"));
            break;
        case ReviewState::Accepted: words << tr("Accepted by you"); break;
        case ReviewState::Corrected: {
            QStringList names;
            for (const LabelId& id : review.labels) names << m_session.labelName(id);
            const QString given = names.isEmpty() ? tr("no label") : names.join(tr(", ", "between labels"));
            words << (scored ? tr("Corrected by you: %1").arg(given) : tr("Labeled by you: %1").arg(given));
            break;
        }
    }
    if (review.deferred) words << tr("put off");
    if (review.flagged) words << tr("flagged");
    return words.join(QStringLiteral(" · "));
}

void DetailsPanel::showReview() {
    m_note->setVisible(m_row.has_value());
    if (m_note->isModified()) return;  // still being typed
    m_note->setText(m_row ? QString::fromStdString(m_session.reviews().at(*m_row).note) : QString());
}

void DetailsPanel::keepNote() {
    if (!m_row || !m_note->isModified()) return;
    m_note->setModified(false);
    const std::string note = m_note->text().trimmed().toStdString();
    m_session.review(
        std::span(&*m_row, 1), [&note](Review& review, std::uint32_t) { review.note = note; }, tr("Note"));
}

QString DetailsPanel::meaning(const Decision& decision) const {
    const Selection& selection = m_session.selection();
    const int count = static_cast<int>(m_session.labels().labels.size());
    QStringList sentences;
    if (selection.mode == SelectionMode::EveryAboveThreshold) {
        sentences << tr("Each label is judged alone; the line stands at the threshold of %1.").arg(double(selection.threshold), 0, 'f', 2);
    } else if (count == 1) {
        sentences << tr("A single label is judged alone.");
    } else {
        sentences << tr("Softmax over %n label(s): the figures add up to 1.", nullptr, count);
        if (selection.abstain > 0) sentences << tr("No label below the line at %1.").arg(double(selection.abstain), 0, 'f', 2);
    }
    if (decision.abstained) sentences << tr("So this text gets no label.");
    else if (selection.mode == SelectionMode::SingleBest && count > 1 && decision.margin < uncertainMargin)
        sentences << tr("A lead of only %1: uncertain.").arg(double(decision.margin), 0, 'f', 2);
    if (!m_session.scoredAt(*m_row)) sentences << tr("Some labels were not asked yet; run again to complete.");
    return sentences.join(QLatin1Char(' '));
}

void DetailsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslateUi();
    QWidget::changeEvent(event);
}

void DetailsPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitText();
    showScores();
}

}  // namespace labelwright::ui
