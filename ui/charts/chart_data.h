#pragma once

#include <QColor>
#include <QString>
#include <optional>
#include <vector>

namespace labelwright::ui {

/// A chart as plain data: drawn by ChartCanvas, listed by the table that says the same in figures.
struct ChartData {
    enum class Shape {
        Histogram,       ///< categories are equal steps over [0, 1]; series stand on one another
        HorizontalBars,  ///< one bar for each category, each in its own colour; one series
    };
    struct Series {
        QString name;
        QColor colour;  ///< Histogram
        std::vector<double> values;
    };

    Shape shape = Shape::HorizontalBars;
    QString title;          ///< also the accessible name
    QString categoryTitle;  ///< of the axis and the table's first column
    QString valueTitle;
    std::vector<QString> categories;
    std::vector<QColor> colours;  ///< HorizontalBars, one for each category
    std::vector<Series> series;
    std::optional<double> marker;  ///< a line across: a confidence
    QString markerName;
    std::optional<double> fullScale;  ///< end of the value axis; unset: the largest value
    int decimals = 0;                 ///< of values
};

}  // namespace labelwright::ui
