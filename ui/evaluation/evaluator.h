#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "core/evaluation/temperature_fit.h"
#include "ui/evaluation/evaluation.h"
#include "ui/models/labeling_session.h"

namespace labelwright::ui {

/// Keeps the evaluation of a session up to date while somebody looks at it: on a thread of its own, from snapshots. What the charts show is
/// worked out only when it is asked for. GUI thread.
class Evaluator : public QObject {
    Q_OBJECT

public:
    explicit Evaluator(LabelingSession& session, QObject* parent = nullptr);
    ~Evaluator() override;

    /// Kept in the project, with the texts.
    const TruthSource& truth() const noexcept { return m_truth; }
    void setTruth(const TruthSource& truth);
    /// False: nothing is worked out until it is watched again.
    void setWatched(bool watched);

    const std::shared_ptr<const Evaluation>& evaluation() const noexcept { return m_evaluation; }  ///< null: not yet, or no texts
    const std::optional<Error>& problem() const noexcept { return m_problem; }

    /// Worked out by wantCoverage() and so on from the present evaluation; unset until then and when there is a new one.
    const std::optional<CoverageCurve>& coverage() const noexcept { return m_coverage; }
    const std::optional<Reliability>& reliability() const noexcept { return m_reliability; }
    const std::optional<Result<TemperatureFit>>& temperature() const noexcept { return m_temperature; }
    void wantCoverage();
    void wantReliability();
    void wantTemperature();

signals:
    void changed();       ///< evaluation() or problem(); nothing for charts is known any more
    void truthChanged();  ///< by setTruth(), or because there are other texts
    void chartReady();

private:
    struct Work;
    void evaluateSoon();
    void begin();
    void take(Result<std::shared_ptr<const Evaluation>> result);
    void replaceDataset();
    template <typename Compute, typename Take>
    void compute(Compute compute, Take take);

    LabelingSession& m_session;
    TruthSource m_truth;
    std::shared_ptr<const Evaluation> m_evaluation;
    std::optional<Error> m_problem;
    std::optional<CoverageCurve> m_coverage;
    std::optional<Reliability> m_reliability;
    std::optional<Result<TemperatureFit>> m_temperature;
    std::unique_ptr<Work> m_work;
};

}  // namespace labelwright::ui
