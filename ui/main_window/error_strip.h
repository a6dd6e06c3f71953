#pragma once

#include <QWidget>
#include <deque>

#include "core/base/error.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace labelwright::ui {

/// What went wrong and what to do, above the texts, until it is closed; with the details and a way to copy them. Several wait in line.
class ErrorStrip : public QWidget {
    Q_OBJECT

public:
    explicit ErrorStrip(QWidget* parent = nullptr);

    void show(const Error& error);
    void clear();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslateUi();
    void dismiss();

    std::deque<Error> m_errors;
    QLabel* m_icon;
    QLabel* m_text;
    QLabel* m_detail;
    QPushButton* m_details;
    QPushButton* m_copy;
    QToolButton* m_close;
};

}  // namespace labelwright::ui
