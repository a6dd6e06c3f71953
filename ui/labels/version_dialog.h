#pragma once

#include <QDialog>
#include <vector>

#include "ui/models/answer_preview.h"

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QTabWidget;
class QTableView;

namespace labelwright::ui {

class AnswerChangeView;
class AnswerMatrixModel;

/// The states that the labels had: what changed in each, two of them side by side with what that does to the texts, and the way back.
/// Nothing runs the model; restoring is an edit like any other and can be undone. GUI thread.
class VersionDialog : public QDialog {
    Q_OBJECT

public:
    explicit VersionDialog(LabelingSession& session, QWidget* parent = nullptr);

signals:
    void rowChosen(std::uint32_t datasetRow);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void take(std::vector<LabelVersion> versions);
    void fillLists();
    void showPair();
    void restore();
    const LabelVersion* chosen() const;
    const LabelVersion* compared() const;
    QString titleOf(const LabelVersion& version) const;

    LabelingSession& m_session;
    AnswerPreview m_preview;
    JobId m_job = 0;
    std::vector<LabelVersion> m_versions;  // the latest first
    QListWidget* m_list;
    QLabel* m_with;
    QComboBox* m_other;
    QTabWidget* m_tabs;
    QListWidget* m_changes;
    AnswerChangeView* m_answers;
    AnswerMatrixModel* m_matrixModel;
    QTableView* m_matrix;
    QPushButton* m_restore;
    QPushButton* m_close = nullptr;
};

}  // namespace labelwright::ui
