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
        Curves,          ///< values against `positions` from 0 to 1; both axes are shares
    };
    enum class Drawing {
        Usual,     ///< as the shape says; Curves: a line
        Points,    ///< Curves: dots with their ranges
        ListOnly,  ///< stands in the table alone
    };
    struct Series {
        QString name;
        QColor colour;  ///< Histogram, Curves
        std::vector<double> values;
        Drawing drawing = Drawing::Usual;
        std::vector<double> low{};  ///< Points: end of each range; empty: none
        std::vector<double> high{};
        std::optional<int> decimals{};  ///< unset: those of the chart
    };

    Shape shape = Shape::HorizontalBars;
    QString title;          ///< also the accessible name
    QString categoryTitle;  ///< of the axis and the table's first column
    QString valueTitle;
    std::vector<QString> categories;  ///< Curves: may be empty, then the positions are listed
    std::vector<double> positions{};  ///< Curves
    std::vector<QColor> colours;      ///< HorizontalBars, one for each category
    std::vector<Series> series;
    std::optional<double> marker;  ///< a line across: a confidence
    QString markerName;
    bool markerMoves = false;            ///< the marker follows the pointer
    bool diagonal = false;               ///< Curves: a line where both axes are equal
    std::optional<double> leastValue{};  ///< Curves: start of the value axis; unset: 0
    std::optional<double> fullScale;     ///< end of the value axis; unset: the largest value
    int decimals = 0;                    ///< of values

    std::size_t rows() const noexcept { return categories.empty() ? positions.size() : categories.size(); }
};

}  // namespace labelwright::ui
