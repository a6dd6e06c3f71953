#pragma once

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QUndoStack>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/domain/dataset.h"
#include "core/domain/label.h"
#include "core/domain/label_reader.h"
#include "core/domain/review_table.h"
#include "core/domain/score_table.h"
#include "core/domain/selection.h"
#include "core/project/history.h"
#include "ui/bridge/engine_bridge.h"
#include "ui/models/decision_table.h"

namespace labelwright::ui {

/// Where and how exactly to compute: part of every request, not of the project.
struct ComputeChoice {
    std::string device = "auto";
    Precision precision = Precision::Auto;
    bool allowReducedCpuPrecision = true;

    friend bool operator==(const ComputeChoice&, const ComputeChoice&) = default;
};

/// What is to become of a review; `row` is in the dataset.
using ReviewEdit = std::function<void(Review& review, std::uint32_t row)>;

/// What the window works on: texts, labels, selection, raw scores, and the decisions that follow from them. Every panel reads and edits
/// through it; none knows another. An edit is in the project file, with its entry in the history, before the call returns; one that cannot
/// be stored is not made (saveFailed). GUI thread.
class LabelingSession : public QObject {
    Q_OBJECT

public:
    explicit LabelingSession(EngineBridge& bridge, QObject* parent = nullptr);
    ~LabelingSession() override;

    const std::shared_ptr<const Dataset>& dataset() const noexcept { return m_dataset; }  ///< null: nothing open
    const LabelSet& labels() const noexcept { return m_labels; }
    const Selection& selection() const noexcept { return m_selection; }
    const QString& modelChoice() const noexcept { return m_modelChoice; }
    const ComputeChoice& computeChoice() const noexcept { return m_compute; }
    const ScoreTable& scores() const noexcept { return m_scores; }
    const ReviewTable& reviews() const noexcept { return m_reviews; }
    std::uint64_t waitingReviews() const noexcept { return m_waitingReviews; }  ///< of texts that are not in this dataset
    JobId runningJob() const noexcept { return m_runningJob; }                  ///< 0: none
    JobId planJob() const noexcept { return m_planJob; }                        ///< of the last requestPlan(); 0: nothing to plan
    /// Models as the last run used them; empty before the first run of this session.
    const std::vector<ModelUse>& modelsInUse() const noexcept { return m_modelsInUse; }
    QUndoStack& undoStack() noexcept { return m_undoStack; }  ///< every edit since the last import, also of earlier sessions
    EngineBridge& bridge() noexcept { return m_bridge; }

    /// Computed on the spot, for the rows on the screen and the details panel.
    Decision decisionAt(std::size_t row) const;
    std::vector<float> probabilitiesAt(std::size_t row) const;  ///< [K], NaN: not scored
    bool scoredAt(std::size_t row) const;                       ///< every current label has a score
    ReviewState reviewStateAt(std::size_t row) const;
    /// The name of any label that this project ever had; the id of one that it never had.
    QString labelName(const LabelId& id) const;
    const std::map<LabelId, std::string>& formerNames() const noexcept { return m_formerNames; }
    /// Of all rows; lags behind an edit by one background pass, but label indices always are those of labels(). Null without a dataset.
    const std::shared_ptr<const DecisionTable>& decisions() const noexcept { return m_decisions; }
    /// The scores are of another model choice or precision than the present ones and stay until the next run replaces them. What
    /// Precision::Auto stands for shows with the first plan or run under the present choice.
    bool scoresOutdated() const;

    void setLabels(const LabelSet& labels, const QString& undoText);
    /// A person's word on these rows: one step of the undo stack, on disk when it returns, no model asked. Rows that `edit` leaves as they
    /// are do not count; without any other nothing happens.
    void review(std::span<const std::uint32_t> rows, const ReviewEdit& edit, const QString& undoText);
    /// Both at once, for an edit of the labels that says what becomes of texts: one step, one transaction.
    void setLabels(const LabelSet& labels, std::span<const std::uint32_t> rows, const ReviewEdit& edit, const QString& undoText);
    void setSelection(const Selection& selection);
    void setModelChoice(const QString& modelChoice);
    void setComputeChoice(const ComputeChoice& choice);

    /// Starts a run over all texts, `firstRows` first. Does nothing while one runs.
    void startRun(std::vector<std::uint32_t> firstRows);
    void cancelRun();
    /// Asks for a plan of what a run would cost now; the answer comes as EngineBridge::planReady.
    void requestPlan();

    /// What pages remember in the project (sort, filter, current row); written soon after the last change.
    /// All are about the texts and go with them, but for these two, which are about the labels.
    static QString dismissedFindingsKey() { return QStringLiteral("dismissedFindings"); }
    static QString savedViewsKey() { return QStringLiteral("savedViews"); }
    QJsonValue viewValue(const QString& key) const { return m_viewState.value(key); }
    void setViewValue(const QString& key, const QJsonValue& value);
    /// Writes at once what waits for a good moment: scores, view state.
    void flush();

signals:
    void datasetChanged();  ///< view values are those of the new dataset
    void labelsChanged();
    void selectionChanged();
    void reviewsChanged();
    void modelChoiceChanged();
    void computeChoiceChanged();  ///< scoresOutdated() may have changed
    void scoresChanged();         ///< at most ten times a second during a run
    void decisionsChanged();
    void runStateChanged();     ///< started or ended
    void modelsInUseChanged();  ///< a run has loaded its models; scoresOutdated() may have become false
    void planRequested();       ///< planJob() is another one
    void planReady();           ///< the plan of planJob() is here; scoresOutdated() may have changed
    /// A file said what people decided, and it is in the project now: rows decided by it, labels that it brought, decisions that stayed
    /// although it says otherwise, decisions about texts that are not here.
    void answersTaken(std::size_t decided, std::size_t newLabels, std::size_t kept, std::size_t unmatched);
    /// An edit did not reach the disk.
    void saveFailed(const labelwright::Error& error);

private:
    struct Work;

    void restore(const ProjectContents& contents);
    void takeTexts(const Imported& event);
    void takeAnswers(const Imported& event);
    void replaceDataset(std::shared_ptr<const Dataset> dataset, ScoreTable scores);
    void runStarted(const Started& event);
    void takeScores(const RecordsScored& event);
    void runEnded(JobId job, const std::vector<ModelUse>* models);
    // Edits (labeling_session_edits.cpp)
    friend class EditCommand;
    void push(StoredStep step, int mergeId = -1);
    void useEdit(const ProjectEdit& edit);
    void restoreSteps(const UndoSteps& steps);
    void moveIndexBack(int by);
    void useLabels(const LabelSet& labels);
    void restoreReviews(ReviewTable reviews, std::uint64_t waiting);
    void useScores(ScoreTable scores);
    void decideAgain(std::span<const std::uint32_t> blocks);
    void startDecisionPass();
    void passDone(DecidedRows decided, std::uint64_t generation, double seconds);
    void saveDirtyScores();
    void saveView();
    void report(const Result<void>& result);
    LabelingRequest request() const;
    void forgetPlan();

    EngineBridge& m_bridge;
    std::shared_ptr<const Dataset> m_dataset;
    LabelSet m_labels;
    std::uint32_t m_highestVersion = 0;  ///< of any state the labels had; an undone one keeps its number
    Selection m_selection;
    QString m_modelChoice = QStringLiteral("auto");
    ComputeChoice m_compute;
    ScoreTable m_scores;
    ReviewTable m_reviews;
    std::uint64_t m_waitingReviews = 0;
    std::map<LabelId, std::string> m_formerNames;  // of labels that earlier versions had
    LabelReader m_reader;                          ///< of m_labels in m_scores
    std::shared_ptr<const DecisionTable> m_decisions;
    std::vector<ModelUse> m_modelsInUse;
    JobId m_runningJob = 0;
    JobId m_planJob = 0;
    std::vector<ModelUse> m_expected;  // what the next run would use; empty: not known yet
    QJsonObject m_viewState;
    QUndoStack m_undoStack;
    bool m_placingSteps = false;  // the stack is put in order; commands shall do nothing
    std::unique_ptr<Work> m_work;
};

}  // namespace labelwright::ui
