#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPushButton;

namespace labelwright::ui {

class LabelLinter;

/// Everything found about the labels, with the way back for notes that were dismissed. GUI thread.
class FindingList : public QDialog {
    Q_OBJECT

public:
    explicit FindingList(LabelLinter& linter, QWidget* parent = nullptr);

signals:
    void labelWanted(const QString& labelId);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showState();

    LabelLinter& m_linter;
    QLabel* m_nothing;
    QPushButton* m_dismissed;
    QDialogButtonBox* m_buttons = nullptr;
};

}  // namespace labelwright::ui
