#pragma once

#include <QColor>
#include <QString>
#include <QWidget>
#include <optional>
#include <vector>

namespace labelwright::ui {

struct ScoreBar {
    QString name;
    QColor colour;
    float value = 0;     ///< 0 … 1; NaN: not scored
    bool given = false;  ///< the text has this label
};

/// Scores of one text as bars in the order given: name, bar, figure; a tick at the threshold. GUI thread.
class ScoreBars : public QWidget {
    Q_OBJECT

public:
    explicit ScoreBars(QWidget* parent = nullptr);

    void setScores(std::vector<ScoreBar> scores);
    void setThreshold(std::optional<float> threshold);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Columns;
    Columns columns() const;
    int rowHeight() const;
    void describe();

    std::vector<ScoreBar> m_scores;
    std::optional<float> m_threshold;
};

}  // namespace labelwright::ui
