#pragma once

#include <QObject>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

#include "core/labels/lint/label_lint.h"
#include "ui/models/labeling_session.h"

namespace labelwright::ui {

/// Looks at the session's labels soon after every edit, on a thread of its own, with what the window knows beside them: mode, plan, texts
/// of each label, keys. Notes that a person dismissed stay away from this label set, also after a restart. GUI thread.
class LabelLinter : public QObject {
    Q_OBJECT

public:
    explicit LabelLinter(LabelingSession& session, QObject* parent = nullptr);
    ~LabelLinter() override;

    /// Keys that do something in the window: "Ctrl+F", "/".
    void setCommandKeys(const QStringList& keys);

    /// The labels that were looked at last.
    const LabelSet& labels() const noexcept { return m_labels; }
    /// Errors first, without what was dismissed.
    const std::vector<LabelFinding>& findings() const noexcept { return m_findings; }
    /// Notes found that do not show.
    std::size_t dismissedCount() const noexcept { return m_found.size() - m_findings.size(); }

    void dismiss(const LabelFinding& finding);
    void showDismissed();
    /// One step of the session's undo stack.
    void repair(const LabelRepair& repair, const QString& undoText);

signals:
    void changed();
    void repairFailed(const labelwright::Error& error);

private:
    struct Work;

    void edited();
    void learned();
    void begin();
    void take(LabelSet labels, std::vector<LabelFinding> found);
    void leaveOutDismissed();

    LabelingSession& m_session;
    std::vector<std::string> m_commandKeys;
    std::optional<LabelCost> m_cost;
    LabelSet m_labels;
    std::vector<LabelFinding> m_found;
    std::vector<LabelFinding> m_findings;
    std::unique_ptr<Work> m_work;
};

}  // namespace labelwright::ui
