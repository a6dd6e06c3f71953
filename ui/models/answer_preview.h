#pragma once

#include <QObject>
#include <memory>

#include "core/labels/answer_comparison.h"
#include "ui/models/labeling_session.h"

namespace labelwright::ui {

/// What the texts would be labeled if the labels were others, worked out on a thread of its own from the stored scores: no model runs and
/// nothing changes. Follows the session: new scores or another threshold give a new answer. GUI thread.
class AnswerPreview : public QObject {
    Q_OBJECT

public:
    explicit AnswerPreview(LabelingSession& session, QObject* parent = nullptr);
    ~AnswerPreview() override;

    /// An answer still under way is dropped. `before` and `after` are read with the session's way to select.
    void compare(LabelSet before, LabelSet after);
    void clear();

    const LabelSet& before() const noexcept { return m_before; }
    const LabelSet& after() const noexcept { return m_after; }
    /// Null until it is there.
    const std::shared_ptr<const AnswerComparison>& comparison() const noexcept { return m_comparison; }
    LabelingSession& session() const noexcept { return m_session; }

signals:
    void changed();  ///< another comparison, or none

private:
    struct Work;
    void begin();

    LabelingSession& m_session;
    LabelSet m_before;
    LabelSet m_after;
    bool m_wanted = false;
    std::shared_ptr<const AnswerComparison> m_comparison;
    std::unique_ptr<Work> m_work;
};

}  // namespace labelwright::ui
