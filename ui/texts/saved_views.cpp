#include "ui/texts/saved_views.h"

#include <QEvent>
#include <QInputDialog>
#include <QJsonArray>
#include <QJsonObject>
#include <QMenu>
#include <QMessageBox>
#include <algorithm>

#include "core/labels/label_list.h"
#include "ui/common/icons.h"
#include "ui/models/query_text.h"

namespace labelwright::ui {
namespace {

constexpr QChar idMark = u'#';

std::span<const std::string> columnsOf(const LabelingSession& session) {
    return session.dataset() ? session.dataset()->extraColumns() : std::span<const std::string>();
}

}  // namespace

std::vector<SavedView> savedViews(const LabelingSession& session) {
    std::vector<SavedView> views;
    const auto named = [&session](const QString& name) {
        return name.startsWith(idMark) ? session.labelName(name.mid(1).toStdString()) : name;
    };
    for (const QJsonValue& value : session.viewValue(LabelingSession::savedViewsKey()).toArray()) {
        const QJsonObject view = value.toObject();
        views.push_back({view[QLatin1String("name")].toString(),
                         withLabelNames(view[QLatin1String("query")].toString(), columnsOf(session), named),
                         view[QLatin1String("sort")].toString()});
    }
    return views;
}

void saveViews(LabelingSession& session, const std::vector<SavedView>& views) {
    const auto identified = [&session](const QString& name) {
        for (const Label& label : session.labels().labels)
            if (sameName(label.name, name.toStdString())) return idMark + QString::fromStdString(label.id);
        return name;
    };
    QJsonArray array;
    for (const SavedView& view : views) {
        array.append(QJsonObject{{QStringLiteral("name"), view.name},
                                 {QStringLiteral("query"), withLabelNames(view.query, columnsOf(session), identified)},
                                 {QStringLiteral("sort"), view.sort}});
    }
    session.setViewValue(LabelingSession::savedViewsKey(), array);
    session.flush();
}

ViewsButton::ViewsButton(LabelingSession& session, QWidget* parent) : QToolButton(parent), m_session(session) {
    setObjectName(QStringLiteral("viewsButton"));
    setIcon(themedIcon(QStringLiteral("star")));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(this);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &ViewsButton::fillMenu);
    retranslate();
}

void ViewsButton::setPresent(const QString& query, const QString& sort) { m_present = {{}, query, sort}; }

void ViewsButton::save(const QString& name) {
    std::vector<SavedView> views = savedViews(m_session);
    std::erase_if(views, [&name](const SavedView& view) { return view.name == name; });
    views.push_back({name, m_present.query, m_present.sort});
    saveViews(m_session, views);
}

void ViewsButton::fillMenu() {
    menu()->clear();
    const std::vector<SavedView> views = savedViews(m_session);
    for (const SavedView& view : views) {
        QString text = view.name;
        QAction* action = menu()->addAction(text.replace(u'&', QLatin1String("&&")), this, [this, view] { emit viewWanted(view); });
        action->setToolTip(view.query);
    }
    if (!views.empty()) menu()->addSeparator();
    QAction* keep = menu()->addAction(tr("&Save this view…"), this, [this] {
        askName(tr("Save this view"), m_present.query.trimmed(), [this](const QString& name) { save(name); });
    });
    keep->setObjectName(QStringLiteral("saveView"));
    keep->setEnabled(m_session.dataset() != nullptr);
    if (views.empty()) return;
    QMenu* rename = menu()->addMenu(tr("&Rename"));
    QMenu* remove = menu()->addMenu(tr("&Delete"));
    for (std::size_t view = 0; view < views.size(); ++view) {
        QString text = views[view].name;
        text.replace(u'&', QLatin1String("&&"));
        rename->addAction(text, this, [this, view, old = views[view].name] {
            askName(tr("Rename the view"), old, [this, view](const QString& name) {
                std::vector<SavedView> all = savedViews(m_session);
                if (view < all.size()) all[view].name = name;
                saveViews(m_session, all);
            });
        });
        remove->addAction(text, this, [this, view] { askDelete(view); });
    }
}

void ViewsButton::askName(const QString& title, const QString& text, const std::function<void(const QString&)>& take) {
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("viewName"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name:"));
    dialog->setTextValue(text);
    connect(dialog, &QInputDialog::textValueSelected, this, [take](const QString& name) {
        if (!name.trimmed().isEmpty()) take(name.trimmed());
    });
    dialog->open();
}

void ViewsButton::askDelete(std::size_t view) {
    const std::vector<SavedView> views = savedViews(m_session);
    if (view >= views.size()) return;
    auto* question =
        new QMessageBox(QMessageBox::Question, tr("Delete the view"),
                        tr("Delete the view “%1”? The texts stay as they are.").arg(views[view].name), QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    const QAbstractButton* yes = question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    connect(question, &QMessageBox::buttonClicked, this, [this, yes, name = views[view].name](const QAbstractButton* button) {
        if (button != yes) return;
        std::vector<SavedView> all = savedViews(m_session);
        std::erase_if(all, [&name](const SavedView& other) { return other.name == name; });
        saveViews(m_session, all);
    });
    question->open();
}

void ViewsButton::retranslate() {
    setText(tr("Views"));
    setToolTip(tr("Queries and orders under names of yours"));
}

void ViewsButton::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QToolButton::changeEvent(event);
}

}  // namespace labelwright::ui
