#include <QStackedWidget>

#include "ui/evaluation/evaluation_page.h"
#include "ui/main_window/main_window.h"
#include "ui/texts/texts_page.h"

namespace labelwright::ui {

void MainWindow::makeEvaluationPage() {
    m_evaluation = new EvaluationPage(m_session);
    m_middle->addWidget(m_evaluation);
    connect(m_evaluation, &EvaluationPage::closed, this, [this] {
        closeMergePage();
        m_texts->focusTable();
    });
    connect(m_evaluation, &EvaluationPage::rowsPicked, this, [this](const QString& what, const std::vector<std::uint32_t>& rows) {
        closeMergePage();
        m_texts->showPicked(what, rows);
        m_texts->focusTable();
    });
}

void MainWindow::openEvaluationPage() {
    m_middle->setCurrentWidget(m_evaluation);
    m_right->hide();  // it is about one text; the tables need the room
    m_evaluation->focusFigures();
}

}  // namespace labelwright::ui
