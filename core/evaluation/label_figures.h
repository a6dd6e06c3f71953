#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/evaluation/confidence_interval.h"

namespace labelwright {

/// Rows of one label.
struct LabelCounts {
    std::uint64_t truePositives = 0;  ///< gold and predicted
    std::uint64_t predicted = 0;
    std::uint64_t support = 0;  ///< gold

    std::uint64_t either() const noexcept { return predicted + support - truePositives; }
    friend bool operator==(const LabelCounts&, const LabelCounts&) = default;
};

/// Each from 0 to 1; 0 where it divides by zero (scikit-learn's zero_division=0).
struct Figures {
    double precision = 0;  ///< truePositives / predicted
    double recall = 0;     ///< truePositives / support
    double f1 = 0;         ///< 2 truePositives / (predicted + support)
    double jaccard = 0;    ///< truePositives / either

    friend bool operator==(const Figures&, const Figures&) = default;
};

struct LabelFigures {
    LabelCounts counts;
    Figures figures;
    Interval precision;
    Interval recall;
    /// Of the rows with this label in gold or prediction, those with both are a proportion, Jaccard's J; F1 = 2 J / (1 + J) grows with it,
    /// so that Wilson's bounds of J become those of F1.
    Interval f1;
};

/// What macro averages go over.
enum class AveragedLabels {
    Occurring,  ///< labels that are gold or predicted somewhere (what scikit-learn takes if not told)
    All,        ///< every label of the set; one that never occurs counts as 0
};

struct ReportOptions {
    AveragedLabels averaged = AveragedLabels::Occurring;
    double level = usualLevel;  ///< of the intervals
};

struct LabelFigureTable {
    std::vector<LabelFigures> labels;  ///< [K]
    Figures micro;                     ///< of all counts added up
    Figures macro;                     ///< mean over labels
    Figures weighted;                  ///< mean over labels, weighted by support
};

/// Any thread.
LabelFigureTable labelFigures(std::span<const LabelCounts> counts, const ReportOptions& options = {});
Figures figuresOf(const LabelCounts& counts) noexcept;

}  // namespace labelwright
