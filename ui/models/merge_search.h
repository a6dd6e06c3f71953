#pragma once

#include <QObject>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/labels/suggestions/merge_suggestion.h"
#include "ui/models/labeling_session.h"

namespace labelwright::ui {

/// Looks for labels of the session that mean the same, by itself when a run has ended and when a name or description is new, never while a
/// run is under way. The engine's worker does it; what was found stays until something else is found. GUI thread.
class MergeSearch : public QObject {
    Q_OBJECT

public:
    enum class State {
        TooFewLabels,
        Waiting,  ///< for a pause in the edits, or the end of a run
        Working,
        Done,
        Failed,
    };
    /// Names, not labels: they hold for every label set.
    using NamePairs = std::vector<std::pair<std::string, std::string>>;

    explicit MergeSearch(LabelingSession& session, QObject* parent = nullptr);
    ~MergeSearch() override;

    LabelingSession& session() const noexcept { return m_session; }
    State state() const noexcept { return m_state; }
    /// Of the last search, as found; its rows are of the session's dataset.
    const MergeSuggestions& result() const noexcept { return m_result; }
    /// Those of the result that the labels as they are now have not settled (merged, deleted, kept apart); undo brings them back.
    const std::vector<MergeSuggestion>& suggestions() const noexcept { return m_open; }
    const std::optional<Error>& problem() const noexcept { return m_problem; }

    void lookAgain();
    /// Pairs that are never suggested.
    void setNeverTogether(NamePairs pairs);
    const NamePairs& neverTogether() const noexcept { return m_never; }

signals:
    void changed();

private:
    struct Work;
    void lookSoon();
    void begin();
    void take(const MergeSuggestions& result);
    void setState(State state);
    void showOpen();
    bool covered() const;

    LabelingSession& m_session;
    State m_state = State::TooFewLabels;
    MergeSuggestions m_result;
    std::vector<MergeSuggestion> m_open;
    std::optional<Error> m_problem;
    NamePairs m_never;
    std::unique_ptr<Work> m_work;
};

/// Whether a suggestion still has something to say: all its labels are there, neither below one another nor kept apart.
bool stillOpen(const MergeSuggestion& suggestion, const LabelSet& labels);

}  // namespace labelwright::ui
