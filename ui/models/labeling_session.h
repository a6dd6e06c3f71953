#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/domain/dataset.h"
#include "core/domain/label.h"
#include "core/domain/score_table.h"
#include "core/domain/selection.h"
#include "ui/bridge/engine_bridge.h"

namespace labelwright::ui {

/// Decisions of every row, as columns: what sorting, filtering and counting read. Immutable; made on a background thread.
struct DecisionTable {
    std::uint64_t revision = 0;
    std::vector<std::uint16_t> best;          ///< label index; 0xffff: not scored; 0xfffe: abstained
    std::vector<float> confidence;            ///< 0 if not scored
    std::vector<float> margin;
    std::vector<std::uint64_t> labelCounts;   ///< texts given each label
    std::uint64_t abstained = 0;
    std::uint64_t unscored = 0;
};

/// What the window works on: texts, labels, selection, raw scores, and the decisions that follow from them. Every panel reads and edits through
/// it; none knows another. An edit is in the project file before the call returns. GUI thread.
class LabelingSession : public QObject {
    Q_OBJECT

public:
    explicit LabelingSession(EngineBridge& bridge, QObject* parent = nullptr);
    ~LabelingSession() override;

    const std::shared_ptr<const Dataset>& dataset() const noexcept { return m_dataset; }  ///< null: nothing open
    const LabelSet& labels() const noexcept { return m_labels; }
    const Selection& selection() const noexcept { return m_selection; }
    const QString& modelChoice() const noexcept { return m_modelChoice; }
    const ScoreTable& scores() const noexcept { return m_scores; }
    JobId runningJob() const noexcept { return m_runningJob; }                             ///< 0: none
    QUndoStack& undoStack() noexcept { return m_undoStack; }                               ///< label and selection edits
    EngineBridge& bridge() noexcept { return m_bridge; }

    /// Computed on the spot, for the rows on the screen and the details panel.
    Decision decisionAt(std::size_t row) const;
    std::vector<float> probabilitiesAt(std::size_t row) const;    ///< [K], NaN: not scored
    bool scoredAt(std::size_t row) const;                         ///< every current label has a score
    /// Of all rows; lags behind an edit by one background pass (never null after a dataset was set).
    const std::shared_ptr<const DecisionTable>& decisions() const noexcept { return m_decisions; }

    void setLabels(const LabelSet& labels, const QString& undoText);
    void setSelection(const Selection& selection);
    void setModelChoice(const QString& modelChoice);

    /// Starts a run over all texts, `firstRows` first. Does nothing while one runs.
    void startRun(std::vector<std::uint32_t> firstRows);
    void cancelRun();
    /// Asks for a plan of what a run would cost now; the answer comes as EngineBridge::planReady.
    void requestPlan();

signals:
    void datasetChanged();
    void labelsChanged();
    void selectionChanged();
    void modelChoiceChanged();
    void scoresChanged();       ///< at most ten times a second during a run
    void decisionsChanged();
    void runStateChanged();     ///< started or ended

private:
    struct Work;
    friend class SetLabelsCommand;

    EngineBridge& m_bridge;
    std::shared_ptr<const Dataset> m_dataset;
    LabelSet m_labels;
    Selection m_selection;
    QString m_modelChoice = QStringLiteral("auto");
    ScoreTable m_scores;
    std::vector<std::size_t> m_columns;
    std::shared_ptr<const DecisionTable> m_decisions;
    JobId m_runningJob = 0;
    QUndoStack m_undoStack;
    std::unique_ptr<Work> m_work;
};

}  // namespace labelwright::ui
