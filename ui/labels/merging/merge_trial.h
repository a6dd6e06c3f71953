#pragma once

#include <QWidget>
#include <optional>

#include "ui/models/answer_preview.h"

class QLabel;
class QPushButton;

namespace labelwright::ui {

class AnswerChangeView;

/// What a merge would do, before it is done: texts of each label now and after, the texts that change, and what a run would cost. Worked
/// out from stored scores. GUI thread.
class MergeTrial : public QWidget {
    Q_OBJECT

public:
    explicit MergeTrial(LabelingSession& session, QWidget* parent = nullptr);

    /// All of `ids` but `survivor` merged into it.
    void tryMerge(const std::vector<LabelId>& ids, const LabelId& survivor);
    void clear();  ///< nothing to try

signals:
    void mergeWanted();
    void cancelled();
    void rowChosen(std::uint32_t datasetRow);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showEffect();

    AnswerPreview m_preview;
    std::vector<LabelId> m_ids;
    LabelId m_survivor;
    QLabel* m_title;
    QLabel* m_unchanged;
    AnswerChangeView* m_answers;
    QLabel* m_nothing;
    QLabel* m_effect;
    QPushButton* m_merge;
    QPushButton* m_cancel;
    QLabel* m_undo;
};

}  // namespace labelwright::ui
