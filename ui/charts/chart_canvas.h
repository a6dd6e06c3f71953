#pragma once

#include <QWidget>

#include "ui/charts/chart_data.h"

class QCustomPlot;

namespace labelwright::ui {

/// Draws a ChartData in the colours of its palette; follows palette and font. The drawing is made when the widget is shown. GUI thread.
class ChartCanvas : public QWidget {
    Q_OBJECT

public:
    explicit ChartCanvas(QWidget* parent = nullptr);

    void showChart(ChartData chart);
    const ChartData& shown() const noexcept { return m_data; }
    /// The height that keeps every bar's name readable.
    QSize minimumSizeHint() const override;

    /// At twice the size on the screen, for documents.
    QPixmap picture();
    /// False if the file cannot be written.
    bool savePng(const QString& file);
    bool savePdf(const QString& file);
    bool saveSvg(const QString& file);
    /// While it is moved, or because what it stands for changed.
    void setMarker(double marker, const QString& name);

signals:
    /// Where the marker is being put, on the category axis (0 to 1), if ChartData::markerMoves.
    void markerMoving(double position);
    void markerMoved(double position);  ///< … and was left

protected:
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void draw();
    void drawAxes();
    void drawHistogram();
    void drawCurves();
    void drawPoints(const ChartData::Series& series);
    void drawBars();
    void drawMarker();
    void showLegend();
    double largestValue() const;
    double positionUnder(const QMouseEvent& event) const;

    ChartData m_data;
    QCustomPlot* m_plot = nullptr;
};

}  // namespace labelwright::ui
