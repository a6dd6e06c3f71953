#pragma once

#include <QLineEdit>

namespace labelwright::ui {

/// Where labels are typed or pasted. Return adds what is typed; several pasted lines are added at once, one label a line.
class LabelAdder : public QLineEdit {
    Q_OBJECT

public:
    explicit LabelAdder(QWidget* parent = nullptr);

signals:
    void labelsEntered(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void enter();
    bool pasteLines();

    QAction* m_plus;
};

}  // namespace labelwright::ui
