#pragma once

#include <QDialog>
#include <cstdint>
#include <vector>

#include "ui/models/labeling_session.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace labelwright::ui {

/// Makes a new label out of picked texts: asks for its name, then they have it by hand. In single mode it takes the place of what was given
/// to them, otherwise it is added. Labels and texts change in one step of the undo stack. GUI thread.
class SplitDialog : public QDialog {
    Q_OBJECT

public:
    SplitDialog(LabelingSession& session, std::vector<std::uint32_t> rows, QWidget* parent = nullptr);
    void accept() override;

private:
    void checkName();

    LabelingSession& m_session;
    std::vector<std::uint32_t> m_rows;
    QLineEdit* m_name;
    QLabel* m_problem;
    QPushButton* m_split;
};

}  // namespace labelwright::ui
