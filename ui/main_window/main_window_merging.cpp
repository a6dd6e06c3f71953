#include <QStackedWidget>

#include "ui/labels/label_panel.h"
#include "ui/labels/merging/merge_hint.h"
#include "ui/labels/merging/merge_page.h"
#include "ui/labels/merging/merge_trial.h"
#include "ui/labels/merging/never_together_shelf.h"
#include "ui/main_window/error_strip.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/status_strip.h"
#include "ui/models/merge_search.h"
#include "ui/texts/details_panel.h"
#include "ui/texts/texts_page.h"

namespace labelwright::ui {

void MainWindow::makeMergePage() {
    m_mergeSearch = new MergeSearch(m_session, this);
    m_neverTogether = new NeverTogetherShelf(m_options.neverTogether, this);
    m_merging = new MergePage(m_session, *m_mergeSearch, *m_neverTogether);
    m_middle->addWidget(m_merging);
    m_right->addWidget(&m_merging->trial());
    auto* hint = new MergeHint(*m_mergeSearch);
    m_labels->addNote(*hint);
    connect(hint, &MergeHint::pageWanted, this, &MainWindow::openMergePage);
    connect(m_neverTogether, &NeverTogetherShelf::changed, m_mergeSearch,
            [this] { m_mergeSearch->setNeverTogether(m_neverTogether->pairs()); });
    connect(m_neverTogether, &NeverTogetherShelf::failed, m_errors, &ErrorStrip::show);
    connect(m_merging, &MergePage::noticeGiven, m_status, &StatusStrip::announce);
    connect(m_merging, &MergePage::closed, this, [this] {
        closeMergePage();
        m_texts->focusTable();
    });
    connect(m_merging, &MergePage::rowChosen, this, [this](std::uint32_t row) {
        closeMergePage();
        m_texts->goToRow(row);
    });
}

void MainWindow::openMergePage() {
    m_middle->setCurrentWidget(m_merging);
    m_right->setCurrentWidget(&m_merging->trial());
    m_right->show();  // the what-if is half of the page
    m_merging->focusCards();
}

void MainWindow::closeMergePage() {
    if (m_middle->currentWidget() == m_texts) return;
    m_middle->setCurrentWidget(m_texts);
    m_right->setCurrentWidget(m_details);
    m_right->setVisible(m_actions[Act::ShowDetails].isChecked());
}

void MainWindow::showTexts(const QString& query) {
    closeMergePage();
    m_texts->setQuery(query);
}

}  // namespace labelwright::ui
