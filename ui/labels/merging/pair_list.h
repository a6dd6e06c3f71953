#pragma once

#include <QWidget>
#include <functional>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace labelwright::ui {

/// A line that says how many pairs are set aside, with a link that lists them; each can be taken back. Hidden while there are none.
/// GUI thread.
class PairList : public QWidget {
    Q_OBJECT

public:
    explicit PairList(QWidget* parent = nullptr);

    /// `names` are what stands in each line.
    void setPairs(const QString& summary, const QStringList& names);

signals:
    void takenBack(int index);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showLines();

    QStringList m_names;
    class QLabel* m_summary;
    QPushButton* m_show;
    QWidget* m_lines;
    QVBoxLayout* m_linesLayout;
};

}  // namespace labelwright::ui
