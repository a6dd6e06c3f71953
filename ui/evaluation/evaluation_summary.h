#pragma once

#include <QWidget>
#include <array>
#include <memory>

#include "ui/evaluation/evaluation.h"
#include "ui/models/labeling_session.h"

class QCheckBox;
class QLabel;

namespace labelwright::ui {

/// The figures over all labels, how many texts they stand on, and what they say of all texts if these were drawn at random. GUI thread.
class EvaluationSummary : public QWidget {
    Q_OBJECT

public:
    explicit EvaluationSummary(LabelingSession& session, QWidget* parent = nullptr);

    void setEvaluation(std::shared_ptr<const Evaluation> evaluation);  ///< null: nothing to show
    void retranslate();

private:
    struct Figure {
        QLabel* name;
        QLabel* value;
        QLabel* range;
    };
    void showFigures();
    void showEstimate();
    void setFigure(std::size_t place, const QString& name, const QString& value, const QString& range, const QString& hint);

    LabelingSession& m_session;
    std::shared_ptr<const Evaluation> m_evaluation;
    std::array<Figure, 4> m_figures{};
    QLabel* m_counted;
    QCheckBox* m_random;
    QLabel* m_estimate;
};

}  // namespace labelwright::ui
