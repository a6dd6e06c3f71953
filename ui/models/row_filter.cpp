#include "ui/models/row_filter.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/base/utf8.h"
#include "core/labels/label_list.h"

namespace labelwright::ui {
namespace {

using Kind = RowCondition::Kind;

int costOf(Kind kind) {
    switch (kind) {
        case Kind::Confidence:
        case Kind::Margin:
        case Kind::Duplicate:
        case Kind::Scored: return 0;
        case Kind::Truncated:
        case Kind::Model: return 1;
        case Kind::Noted:
        case Kind::Picked: return 0;
        case Kind::Human: return 1;
        case Kind::Label:
        case Kind::Status: return 2;
        case Kind::Length:
        case Kind::Column: return 3;
        case Kind::Text: return 4;
    }
    return 4;
}

bool inRange(const RowCondition& condition, double value) {
    if (value < condition.least || (condition.leastExcluded && value == condition.least)) return false;
    return value < condition.most || (!condition.mostExcluded && value == condition.most);
}

/// Bounds that are numbers compare numbers, and leave out what is none; others compare as they are written, which orders dates.
bool inBounds(const RowCondition& condition, std::string_view cell) {
    if (!condition.textBounds) {
        const std::string_view digits = trimmed(cell);
        double value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return error == std::errc() && end == digits.data() + digits.size() && inRange(condition, value);
    }
    if (cell.empty()) return false;
    if (!condition.first.empty() && (cell < condition.first || (condition.leastExcluded && cell == condition.first))) return false;
    return condition.last.empty() || cell < condition.last || (!condition.mostExcluded && cell == condition.last);
}

bool cellMatches(const RowCondition& condition, std::string_view cell) {
    switch (condition.comparison) {
        case RowCondition::Comparison::Contains:
            return std::any_of(condition.terms.begin(), condition.terms.end(), [cell](const TextTerm& term) { return term.foundIn(cell); });
        case RowCondition::Comparison::Equals:
            return std::find(condition.names.begin(), condition.names.end(), cell) != condition.names.end();
        case RowCondition::Comparison::Range: return inBounds(condition, cell);
        case RowCondition::Comparison::Empty: return trimmed(cell).empty();
    }
    return false;
}

}  // namespace

bool RowFilter::readsDecisions() const noexcept {
    return std::any_of(conditions.begin(), conditions.end(), [](const RowCondition& condition) {
        switch (condition.kind) {
            case Kind::Text:
            case Kind::Length:
            case Kind::Duplicate:
            case Kind::Human:
            case Kind::Noted:
            case Kind::Column:
            case Kind::Picked: return false;
            default: return true;
        }
    });
}

bool RowFilter::readsReviews() const noexcept {
    return std::any_of(conditions.begin(), conditions.end(), [](const RowCondition& condition) {
        return condition.kind == Kind::Status || condition.kind == Kind::Human || condition.kind == Kind::Noted;
    });
}

RowMatcher::RowMatcher(const RowFilter& filter, const RowFacts& facts) : m_facts(facts), m_reader(facts.labels, facts.scores) {
    for (const RowCondition& condition : filter.conditions) m_conditions.push_back(&condition);
    std::stable_sort(m_conditions.begin(), m_conditions.end(),
                     [](const RowCondition* a, const RowCondition* b) { return costOf(a->kind) < costOf(b->kind); });
    for (const RowCondition* condition : m_conditions) {
        std::vector<std::uint16_t>& wanted = m_wantedLabels.emplace_back();
        if (condition->kind != Kind::Label && condition->kind != Kind::Human) continue;
        for (const std::string& name : condition->names) {
            for (std::size_t k = 0; k < facts.labels.labels.size(); ++k)
                if (sameName(facts.labels.labels[k].name, name)) wanted.push_back(static_cast<std::uint16_t>(k));
            if (name == "none") wanted.push_back(DecisionTable::noLabel);
        }
    }
}

bool RowMatcher::matches(std::uint32_t row) {
    for (std::size_t i = 0; i < m_conditions.size(); ++i) {
        const RowCondition& condition = *m_conditions[i];
        bool held = false;
        if (condition.kind == Kind::Label) {
            const auto& wanted = m_wantedLabels[i];
            const std::uint16_t best = m_facts.decisions->best[row];
            if (m_facts.selection.mode == SelectionMode::SingleBest || best >= DecisionTable::noLabel) {
                held = std::find(wanted.begin(), wanted.end(), best) != wanted.end();
            } else {
                m_reader.read(m_facts.scores, row);
                const Decision decision = m_reader.decide(m_facts.scores, m_facts.selection);
                held = std::any_of(decision.labels.begin(), decision.labels.end(), [&wanted](std::uint32_t label) {
                    return std::find(wanted.begin(), wanted.end(), label) != wanted.end();
                });
            }
        } else if (condition.kind == Kind::Human) {
            held = hasHumanLabel(condition, m_wantedLabels[i], row);
        } else {
            held = holds(condition, row);
        }
        if (held == condition.negated) return false;
    }
    return true;
}

std::vector<std::uint32_t> RowMatcher::predicted(std::uint32_t row) {
    const std::uint16_t best = m_facts.decisions->best[row];
    if (best >= DecisionTable::noLabel) return {};
    if (m_facts.selection.mode == SelectionMode::SingleBest) return {best};
    m_reader.read(m_facts.scores, row);
    return m_reader.decide(m_facts.scores, m_facts.selection).labels;
}

bool RowMatcher::hasStatus(const RowCondition& condition, std::uint32_t row) {
    const ReviewTable& reviews = m_facts.reviews;
    const bool decided = reviews.decided(row);
    return std::any_of(condition.names.begin(), condition.names.end(), [&](const std::string& name) {
        if (name == "reviewed") return decided;
        if (name == "unreviewed") return !decided;
        if (name == "deferred") return reviews.deferred(row);
        if (name == "flagged") return reviews.flagged(row);
        return name == reviewStateName(stateOf(row));
    });
}

ReviewState RowMatcher::stateOf(std::uint32_t row) {
    const bool scored = m_facts.decisions->best[row] != DecisionTable::notScored;
    if (!m_facts.reviews.decided(row)) return scored ? ReviewState::Suggested : ReviewState::None;
    return reviewState(m_facts.reviews.at(row), m_facts.labels, scored, scored ? predicted(row) : std::vector<std::uint32_t>());
}

bool RowMatcher::hasHumanLabel(const RowCondition& condition, const std::vector<std::uint16_t>& wanted, std::uint32_t row) const {
    if (!m_facts.reviews.decided(row)) return false;
    const Review review = m_facts.reviews.at(row);
    const auto given = reviewedLabels(review, m_facts.labels);
    for (const std::string& name : condition.names) {
        if (name == "none" && review.labels.empty()) return true;
        if (name == "gone" && !lostLabels(review, m_facts.labels).empty()) return true;
    }
    return std::any_of(given.begin(), given.end(),
                       [&wanted](std::uint32_t label) { return std::find(wanted.begin(), wanted.end(), label) != wanted.end(); });
}

bool RowMatcher::holds(const RowCondition& condition, std::uint32_t row) {
    const bool scored = m_facts.decisions->best[row] != DecisionTable::notScored;
    switch (condition.kind) {
        case Kind::Confidence: return scored && inRange(condition, m_facts.decisions->confidence[row]);
        case Kind::Margin: return scored && inRange(condition, m_facts.decisions->margin[row]);
        case Kind::Length: return inRange(condition, static_cast<double>(codePointCount((*m_facts.dataset)[row].text)));
        case Kind::Duplicate: return m_facts.duplicates && (*m_facts.duplicates)[row] == condition.wanted;
        case Kind::Truncated: return m_facts.scores.truncated(row) == condition.wanted;
        case Kind::Scored: return scored == condition.wanted;
        case Kind::Noted: return m_facts.reviews.noted(row) == condition.wanted;
        case Kind::Picked: return condition.picked && row < condition.picked->size() && (*condition.picked)[row];
        case Kind::Status: return hasStatus(condition, row);
        case Kind::Model: {
            if (!scored) return false;
            const ScoreReading& reading = m_facts.scores.reading(row);
            const TextTerm name = TextTerm::words(QString::fromStdString(condition.names.front()).toLower());
            return name.foundIn(reading.modelId) || name.foundIn(reading.modelName);
        }
        case Kind::Column: {
            if (condition.column == RowCondition::idColumn) return cellMatches(condition, (*m_facts.dataset)[row].id);
            return condition.column < m_facts.dataset->extraColumns().size() &&
                   cellMatches(condition, m_facts.dataset->extra(row, condition.column));
        }
        case Kind::Text: return condition.terms.front().foundIn((*m_facts.dataset)[row].text);
        case Kind::Label:
        case Kind::Human: break;
    }
    return false;
}

std::vector<bool> duplicateRows(const Dataset& dataset) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> hashes(dataset.size());
    for (std::uint32_t row = 0; row < dataset.size(); ++row) hashes[row] = {dataset[row].hash.low, row};
    std::sort(hashes.begin(), hashes.end());
    std::vector<bool> duplicates(dataset.size(), false);
    for (std::size_t i = 1; i < hashes.size(); ++i) {
        if (hashes[i].first != hashes[i - 1].first) continue;
        duplicates[hashes[i].second] = true;
        duplicates[hashes[i - 1].second] = true;
    }
    return duplicates;
}

void findDuplicates(const RowFilter& filter, RowFacts& facts) {
    const bool wanted = std::any_of(filter.conditions.begin(), filter.conditions.end(),
                                    [](const RowCondition& condition) { return condition.kind == Kind::Duplicate; });
    if (wanted && !facts.duplicates) facts.duplicates = std::make_shared<const std::vector<bool>>(duplicateRows(*facts.dataset));
}

}  // namespace labelwright::ui
