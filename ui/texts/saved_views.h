#pragma once

#include <QString>
#include <QToolButton>
#include <vector>

#include "ui/models/labeling_session.h"

namespace labelwright::ui {

/// A query and an order under a name.
struct SavedView {
    QString name;
    QString query;  ///< as typed
    QString sort;   ///< word of a SortChoice
};

/// Views kept in the project. Labels in their queries are kept by id, so that a view goes on to mean a label that gets another name.
std::vector<SavedView> savedViews(const LabelingSession& session);
void saveViews(LabelingSession& session, const std::vector<SavedView>& views);

/// The button that lists them, keeps the present one, and renames and deletes. GUI thread; the session must outlive it.
class ViewsButton : public QToolButton {
    Q_OBJECT

public:
    explicit ViewsButton(LabelingSession& session, QWidget* parent = nullptr);

    /// What "Save this view" keeps.
    void setPresent(const QString& query, const QString& sort);
    /// Keeps the present view under this name, in the place of one that has it.
    void save(const QString& name);

signals:
    void viewWanted(const labelwright::ui::SavedView& view);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillMenu();
    void askName(const QString& title, const QString& text, const std::function<void(const QString&)>& take);
    void askDelete(std::size_t view);
    void retranslate();

    LabelingSession& m_session;
    SavedView m_present;
};

}  // namespace labelwright::ui
