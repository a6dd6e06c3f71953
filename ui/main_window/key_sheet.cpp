#include "ui/main_window/key_sheet.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>

#include "ui/common/card.h"
#include "ui/common/rounded.h"
#include "ui/common/theme.h"
#include "ui/main_window/window_actions.h"

namespace labelwright::ui {
namespace {

/// A key as a framed cap.
class KeyCap : public QLabel {
public:
    KeyCap(const QString& text, QWidget* parent) : QLabel(text, parent) {
        setAlignment(Qt::AlignCenter);
        const int gap = fontMetrics().height() / 3;
        setContentsMargins(gap, 1, gap, 1);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QPainter painter(this);
        drawRounded(painter, rect(), themeColours(palette()).card, themeColours(palette()).line, 4);
        painter.end();
        QLabel::paintEvent(event);
    }
};

void addMenu(const QMenu& menu, QGridLayout& grid, int& row, QWidget* parent) {
    QString title = menu.title();
    title.remove(QLatin1Char('&'));
    auto* heading = new QLabel(title, parent);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    grid.addWidget(heading, row++, 0, 1, 2);
    for (const QAction* action : menu.actions()) {
        if (action->shortcuts().isEmpty()) continue;
        auto* name = new QLabel(plainText(*action), parent);
        makeMuted(*name);
        auto* keys = new QHBoxLayout;
        for (const QKeySequence& key : action->shortcuts()) keys->addWidget(new KeyCap(key.toString(QKeySequence::NativeText), parent));
        keys->addStretch();
        grid.addWidget(name, row, 0);
        grid.addLayout(keys, row++, 1);
    }
    grid.setRowMinimumHeight(row++, parent->fontMetrics().height() / 2);
}

}  // namespace

KeySheet::KeySheet(const QList<QMenu*>& menus, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("keySheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(fontMetrics().height() * 2);
    QList<QGridLayout*> grids;
    QList<int> rows;
    for (int column = 0; column < 2; ++column) {
        auto* holder = new QVBoxLayout;
        grids << new QGridLayout;
        rows << 0;
        holder->addLayout(grids.back());
        holder->addStretch();
        columns->addLayout(holder);
    }
    for (const QMenu* menu : menus) {
        const bool any =
            std::any_of(menu->actions().begin(), menu->actions().end(), [](const QAction* a) { return !a->shortcuts().isEmpty(); });
        const int column = rows[0] <= rows[1] ? 0 : 1;
        if (any) addMenu(*menu, *grids[column], rows[column], this);
    }
    auto* hint = new QLabel(tr("In the table: arrows move, Ctrl+A selects all. In a dialog: Enter accepts, Esc closes."), this);
    makeMuted(*hint);
    hint->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(columns);
    layout->addWidget(hint);
    layout->addWidget(buttons);
}

}  // namespace labelwright::ui
