#include "ui/evaluation/evaluation_summary.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include "core/evaluation/sample_estimate.h"
#include "ui/common/card.h"
#include "ui/evaluation/figure_words.h"

namespace labelwright::ui {
namespace {

const QString randomKey = QStringLiteral("evaluationRandom");
constexpr std::array figureNames{"figureAccuracy", "figureMacro", "figureMicro", "figureAnswered"};

}  // namespace

EvaluationSummary::EvaluationSummary(LabelingSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_counted(new QLabel(this)), m_random(new QCheckBox(this)), m_estimate(new QLabel(this)) {
    m_counted->setObjectName(QStringLiteral("evaluationCounted"));
    m_random->setObjectName(QStringLiteral("evaluationRandom"));
    m_estimate->setObjectName(QStringLiteral("evaluationEstimate"));
    for (QLabel* label : {m_counted, m_estimate}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    makeMuted(*m_counted);
    const int gap = fontMetrics().height() / 2;
    auto* cards = new QHBoxLayout;
    cards->setSpacing(gap);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setWeight(QFont::DemiBold);
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        auto* card = new Card(Card::Tone::Plain, this);
        auto* column = new QVBoxLayout(card);
        column->setSpacing(gap / 4);
        Figure& figure = m_figures[i];
        for (QLabel** label : {&figure.name, &figure.value, &figure.range}) {
            *label = new QLabel(card);
            (*label)->setTextFormat(Qt::PlainText);
            column->addWidget(*label);
        }
        figure.value->setObjectName(QLatin1String(figureNames[i]));
        figure.value->setFont(large);
        makeMuted(*figure.name);
        makeMuted(*figure.range);
        cards->addWidget(card, 1);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addLayout(cards);
    layout->addWidget(m_counted);
    layout->addWidget(m_random);
    layout->addWidget(m_estimate);
    connect(m_random, &QCheckBox::clicked, this, [this](bool random) {
        m_session.setViewValue(randomKey, random);
        showEstimate();
    });
    retranslate();
}

void EvaluationSummary::retranslate() {
    m_random->setText(tr("The counted texts were drawn at random from all texts"));
    m_random->setToolTip(tr("Only then do they say something about the others; texts picked because they were uncertain do not"));
    setEvaluation(m_evaluation);
}

void EvaluationSummary::setEvaluation(std::shared_ptr<const Evaluation> evaluation) {
    m_evaluation = std::move(evaluation);
    if (!m_evaluation) return;
    m_random->setChecked(m_session.viewValue(randomKey).toBool());
    m_counted->setText(countedText(*m_evaluation) + tr("."));
    showFigures();
    showEstimate();
}

void EvaluationSummary::setFigure(std::size_t place, const QString& name, const QString& value, const QString& range, const QString& hint) {
    const Figure& figure = m_figures[place];
    figure.name->setText(name);
    figure.value->setText(value);
    figure.value->setAccessibleName(tr("%1: %2, %3").arg(name, value, range));
    figure.range->setText(range);
    figure.value->parentWidget()->setToolTip(hint);
    figure.value->parentWidget()->setVisible(!name.isEmpty());
}

void EvaluationSummary::showFigures() {
    const Evaluation& shown = *m_evaluation;
    const auto range = [](const Interval& interval) { return tr("95%: %1–%2").arg(figureText(interval.low), figureText(interval.high)); };
    setFigure(0, shown.single ? tr("Accuracy") : tr("Exactly right"), percentText(shown.accuracy()),
              tr("95%: %1").arg(percentRange(shown.accuracyInterval())),
              shown.single ? tr("Texts whose label is right. A text that got no label is wrong, unless none is right")
                           : tr("Texts that were given exactly their right labels"));
    setFigure(1, tr("Macro F1"), figureText(shown.figures().macro.f1), range(shown.intervals.macro),
              tr("Mean of the labels' F1: small labels count as much as large ones"));
    setFigure(2, tr("Micro F1"), figureText(shown.figures().micro.f1), range(shown.intervals.micro),
              tr("F1 over all labels together: frequent labels count more"));
    if (shown.single && shown.single->answered < shown.single->rows) {
        setFigure(3, tr("Right where labeled"), percentText(shown.single->answeredAccuracy),
                  tr("%1 get a label").arg(percentText(shown.single->coverage)), tr("Accuracy of the texts that got a label"));
    } else {
        setFigure(3, {}, {}, {}, {});
    }
}

void EvaluationSummary::showEstimate() {
    m_estimate->setVisible(m_random->isChecked());
    if (!m_random->isChecked()) return;
    const auto estimate = estimateAccuracy(m_evaluation->correct(), m_evaluation->compared, m_evaluation->texts);
    if (!estimate) return m_estimate->hide();
    const QLocale locale;
    const QString counted = locale.toString(qulonglong(m_evaluation->compared));
    if (estimate->rowsToHalve == 0) {
        m_estimate->setText(tr("All texts are counted: %1 of them are right.").arg(percentText(estimate->accuracy)));
        return;
    }
    m_estimate->setText(tr("From %1 random texts: of all %2, between %3 are right (95%). %4 more random texts would halve this range.")
                            .arg(counted, locale.toString(qulonglong(m_evaluation->texts)), percentRange(estimate->interval),
                                 locale.toString(qulonglong(estimate->rowsToHalve))));
}

}  // namespace labelwright::ui
