#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QHBoxLayout;

namespace labelwright::ui {

/// What stands in the place of an empty table: what is the matter, and buttons for what to do about it.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    enum class Reason {
        NoTexts,        ///< nothing imported yet
        NothingInFile,  ///< the file held no text that could be used
        AllHidden,      ///< the filter hides every row
    };
    explicit EmptyState(QWidget* parent = nullptr);

    void setReason(Reason reason, std::size_t hiddenRows = 0);

signals:
    void sampleWanted();
    void importWanted();
    void pasteWanted();
    void clearFilterWanted();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslateUi();

    Reason m_reason = Reason::NoTexts;
    std::size_t m_hiddenRows = 0;
    QLabel* m_picture;
    QLabel* m_title;
    QLabel* m_advice;
    QPushButton* m_sample;
    QPushButton* m_import;
    QPushButton* m_paste;
    QPushButton* m_clearFilter;
};

}  // namespace labelwright::ui
