#pragma once

#include <QWidget>
#include <vector>

#include "core/domain/label.h"
#include "ui/common/label_ink.h"

namespace labelwright::ui {

/// Some labels as chips in their colours, a word between them, in as many lines as it takes. GUI thread.
class ChipRow : public QWidget {
    Q_OBJECT

public:
    explicit ChipRow(ChipKind kind, QWidget* parent = nullptr);

    void setLabels(const LabelSet& labels, const std::vector<LabelId>& ids, const QString& between);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Chip {
        QString name;
        std::uint32_t colour = 0;
    };
    /// Where each chip stands in this width; the word between stands before all but the first.
    std::vector<QRect> places(int width) const;
    int lineHeight() const { return fontMetrics().height() + 4; }
    int betweenWidth() const;

    ChipKind m_kind;
    QString m_between;
    std::vector<Chip> m_chips;
};

}  // namespace labelwright::ui
