#include "ui/models/facet_counts.h"

#include <algorithm>
#include <unordered_map>

namespace labelwright::ui {
namespace {

constexpr std::size_t longestValue = 80;  // bytes; longer cells are texts of their own
constexpr std::uint32_t rowsBetweenPolls = 4096;

/// The values of one column; nothing if there are too many or too long ones.
std::optional<ListedColumn> listed(const Dataset& dataset, std::size_t column, const std::stop_token& stop) {
    ListedColumn result;
    result.column = column;
    std::unordered_map<std::string_view, std::uint8_t> known;
    result.valueOf.reserve(dataset.size());
    for (std::size_t row = 0; row < dataset.size(); ++row) {
        if (row % rowsBetweenPolls == 0 && stop.stop_requested()) return std::nullopt;
        const std::string_view cell = dataset.extra(row, column);
        const auto [entry, isNew] = known.try_emplace(cell, static_cast<std::uint8_t>(result.values.size()));
        if (isNew) {
            if (result.values.size() == ListedColumn::mostValues || cell.size() > longestValue) return std::nullopt;
            result.values.emplace_back(cell);
        }
        result.valueOf.push_back(entry->second);
    }
    if (result.values.size() < 2) return std::nullopt;
    return result;
}

/// The conditions of one facet, and whether a row meets them.
struct Choice {
    RowFilter filter;
    std::optional<RowMatcher> matcher;

    void use(const RowFacts& facts) {
        if (!filter.empty()) matcher.emplace(filter, facts);
    }
    bool holds(std::uint32_t row) { return !matcher || matcher->matches(row); }
};

class Counter {
public:
    Counter(const RowFacts& facts, const RowFilter& filter, std::span<const ListedColumn> listed)
        : m_facts(facts), m_listed(listed), m_choices(columnFacets + listed.size()), m_reader(m_nothing, facts) {
        for (const RowCondition& condition : filter.conditions) m_choices[placeOf(condition)].filter.conditions.push_back(condition);
        for (Choice& choice : m_choices) choice.use(facts);
        m_counts.labels.resize(facts.labels.labels.size() + 1);
        for (const ListedColumn& column : listed) m_counts.columns.emplace_back(column.values.size());
    }

    void add(std::uint32_t row) {
        if (!m_choices[others].holds(row)) return;
        // At most one facet may be against the row; it then counts for that one alone.
        std::size_t against = others;
        for (std::size_t facet = others + 1; facet < m_choices.size(); ++facet) {
            if (m_choices[facet].holds(row)) continue;
            if (against != others) return;
            against = facet;
        }
        m_counts.texts += against == others ? 1 : 0;
        for (std::size_t facet = others + 1; facet < m_choices.size(); ++facet)
            if (against == others || against == facet) count(facet, row);
    }

    FacetCounts take() && { return std::move(m_counts); }

private:
    static constexpr std::size_t others = 0, labels = 1, states = 2, confidence = 3, columnFacets = 4;

    std::size_t placeOf(const RowCondition& condition) const {
        switch (facetOf(condition)) {
            case Facet::Labels: return labels;
            case Facet::States: return states;
            case Facet::Confidence: return confidence;
            case Facet::Column:
                for (std::size_t column = 0; column < m_listed.size(); ++column)
                    if (m_listed[column].column == condition.column) return columnFacets + column;
                return others;
            case Facet::None: break;
        }
        return others;
    }

    void count(std::size_t facet, std::uint32_t row) {
        const std::uint16_t best = m_facts.decisions->best[row];
        if (facet == labels) {
            if (best == DecisionTable::noLabel) ++m_counts.labels.back();
            else if (best != DecisionTable::notScored && m_facts.selection.mode == SelectionMode::SingleBest) ++m_counts.labels[best];
            else
                for (const std::uint32_t label : m_reader.predicted(row)) ++m_counts.labels[label];
        } else if (facet == states) {
            ++m_counts.stateCounts[static_cast<std::size_t>(m_reader.stateOf(row))];
            if (m_facts.reviews.deferred(row)) ++m_counts.stateCounts[4];
            if (m_facts.reviews.flagged(row)) ++m_counts.stateCounts[5];
        } else if (facet == confidence) {
            if (best == DecisionTable::notScored) return;
            const double place = std::clamp(double(m_facts.decisions->confidence[row]), 0.0, 1.0) * FacetCounts::bins;
            ++m_counts.confidence[std::min(static_cast<std::size_t>(place), FacetCounts::bins - 1)];
        } else {
            const std::size_t column = facet - columnFacets;
            ++m_counts.columns[column][m_listed[column].valueOf[row]];
        }
    }

    const RowFacts& m_facts;
    std::span<const ListedColumn> m_listed;
    std::vector<Choice> m_choices;
    RowFilter m_nothing;
    RowMatcher m_reader;
    FacetCounts m_counts;
};

}  // namespace

std::vector<ListedColumn> listedColumns(const Dataset& dataset, const std::stop_token& stop) {
    std::vector<ListedColumn> columns;
    for (std::size_t column = 0; column < dataset.extraColumns().size() && !stop.stop_requested(); ++column) {
        if (auto found = listed(dataset, column, stop)) columns.push_back(std::move(*found));
    }
    return columns;
}

Facet facetOf(const RowCondition& condition) noexcept {
    if (condition.negated) return Facet::None;
    switch (condition.kind) {
        case RowCondition::Kind::Label: return Facet::Labels;
        case RowCondition::Kind::Status: return Facet::States;
        case RowCondition::Kind::Confidence: return Facet::Confidence;
        case RowCondition::Kind::Column:
            return condition.comparison == RowCondition::Comparison::Equals || condition.comparison == RowCondition::Comparison::Empty
                       ? Facet::Column
                       : Facet::None;
        default: return Facet::None;
    }
}

std::optional<FacetCounts> countFacets(const RowFacts& facts, const RowFilter& filter, std::span<const ListedColumn> listed,
                                       const std::stop_token& stop) {
    Counter counter(facts, filter, listed);
    const auto rows = static_cast<std::uint32_t>(std::min(facts.dataset->size(), facts.decisions->best.size()));
    for (std::uint32_t row = 0; row < rows; ++row) {
        if (row % rowsBetweenPolls == 0 && stop.stop_requested()) return std::nullopt;
        counter.add(row);
    }
    return std::move(counter).take();
}

}  // namespace labelwright::ui
