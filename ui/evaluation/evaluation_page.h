#pragma once

#include <QWidget>
#include <cstdint>
#include <vector>

#include "ui/models/labeling_session.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace labelwright::ui {

class ConfusionModel;
class EvaluationChart;
class EvaluationSummary;
class Evaluator;
class LabelFiguresModel;

/// What the labels shown are worth: against what people said, or against a column of right labels. Worked out while the page is visible,
/// never on the GUI thread. GUI thread.
class EvaluationPage : public QWidget {
    Q_OBJECT

public:
    explicit EvaluationPage(LabelingSession& session, QWidget* parent = nullptr);

    Evaluator& evaluator() noexcept { return *m_evaluator; }
    void focusFigures();

signals:
    void closed();  ///< the person wants back to the texts
    /// … to exactly these; `what` names them.
    void rowsPicked(const QString& what, const std::vector<std::uint32_t>& datasetRows);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum Tab { Labels, Confusions, Coverage, ReliabilityDiagram, Temperature };

    void makeTables();
    void makeLayout();
    void retranslate();
    void fillTruths();
    void showEvaluation();
    void showTab();
    QString adviceText() const;
    void pickErrors(const QModelIndex& index);
    void pickCell(const QModelIndex& index);

    LabelingSession& m_session;
    Evaluator* m_evaluator;
    QLabel* m_title;
    QLabel* m_truthText;
    QComboBox* m_truth;
    QPushButton* m_back;
    EvaluationSummary* m_summary;
    QTabBar* m_tabs;
    QStackedWidget* m_views;
    QLabel* m_hint;
    QTableView* m_labelTable;
    QTableView* m_confusionTable;
    LabelFiguresModel* m_labels;
    ConfusionModel* m_confusion;
    EvaluationChart* m_chart;
    QLabel* m_advice;
};

}  // namespace labelwright::ui
