#pragma once

#include <QWidget>
#include <array>
#include <cstdint>

#include "ui/models/facet_counts.h"

namespace labelwright::ui {

/// How many texts have which confidence, with two ends that can be dragged, or moved with the arrow keys (with Shift the upper one). GUI
/// thread.
class RangeHistogram : public QWidget {
    Q_OBJECT

public:
    using Counts = std::array<std::uint64_t, FacetCounts::bins>;

    explicit RangeHistogram(QWidget* parent = nullptr);

    void setCounts(const Counts& counts);
    /// Does not emit rangeChanged(). 0 … 1.
    void setRange(double least, double most);
    double least() const noexcept { return m_least; }
    double most() const noexcept { return m_most; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    /// By the user.
    void rangeChanged(double least, double most);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class End { None, Least, Most };

    QRectF plot() const;
    double placeOf(double value) const;
    double valueAt(double x) const;
    void move(End end, double value);
    void retranslate();

    Counts m_counts{};
    double m_least = 0;
    double m_most = 1;
    End m_dragged = End::None;
};

}  // namespace labelwright::ui
