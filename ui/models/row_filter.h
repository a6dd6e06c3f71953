#pragma once

#include <QString>
#include <QStringList>
#include <array>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/domain/dataset.h"
#include "core/domain/label.h"
#include "core/domain/review_table.h"
#include "core/domain/score_table.h"
#include "core/domain/selection.h"
#include "ui/models/decision_table.h"
#include "ui/models/text_term.h"

namespace labelwright::ui {

/// One condition of a query. Which fields count depends on the kind.
struct RowCondition {
    enum class Kind { Label, Confidence, Margin, Length, Duplicate, Truncated, Scored, Model, Status, Human, Noted, Picked, Column, Text };
    /// How a cell of a column is compared.
    enum class Comparison { Contains, Equals, Range, Empty };
    /// RowCondition::column: the id of a text instead of a column.
    static constexpr std::size_t idColumn = std::numeric_limits<std::size_t>::max();
    Kind kind = Kind::Text;
    bool negated = false;
    /// Label, Human: any of these ("none": no label given; Human "gone": one that is no longer in the set). Status: any of these, see
    /// statusNames. Model: part of the name. Picked: what the rows were picked for. Column, Equals: any of these.
    std::vector<std::string> names;
    double least = -std::numeric_limits<double>::infinity();  ///< Confidence, Margin, Length; Column where the bounds are numbers
    double most = std::numeric_limits<double>::infinity();
    bool leastExcluded = false;
    bool mostExcluded = false;
    bool wanted = true;           ///< Duplicate, Truncated, Scored, Noted: yes or no
    std::vector<TextTerm> terms;  ///< Text: exactly one; Column, Contains: any of these
    std::size_t column = 0;       ///< Column: among the dataset's extra columns, or idColumn
    Comparison comparison = Comparison::Contains;
    std::string first, last;  ///< Column, Range: bounds that are no numbers (dates, words) in the order of their bytes; empty: open
    bool textBounds = false;  ///< … are there
    /// Picked: for each row of the dataset, whether it was; put in by who knows the rows, parsing leaves it null, which matches none.
    std::shared_ptr<const std::vector<bool>> picked{};
};

/// What status: may be followed by.
inline constexpr std::array statusNames{"none", "suggested", "accepted", "corrected", "reviewed", "unreviewed", "deferred", "flagged"};

/// All conditions hold. Read-only after parsing; any thread.
struct RowFilter {
    std::vector<RowCondition> conditions;

    bool empty() const noexcept { return conditions.empty(); }
    /// Whether rows may come and go when labels, selection or scores change.
    bool readsDecisions() const noexcept;
    /// Whether rows may come and go with what a person says.
    bool readsReviews() const noexcept;
};

/// A query and what is wrong with it, if anything; what could be understood stands in the filter.
struct ParsedQuery {
    RowFilter filter;
    QStringList pieces;  ///< [conditions] as they were typed
    QString problem;     ///< translated; empty: none
};

/// Reads: plain words · "exact phrase" · /regular expression/ · label:NAME or label:A,B or label:none · conf:<0.6 conf:0.4~0.6 ·
/// margin:<0.1 · status:unreviewed (statusNames) · human:NAME or human:none · note:yes · len:>512 · dup:yes · truncated:yes · scored:no ·
/// model:NAME · picked:WHAT · COLUMN:part COLUMN:=A,B COLUMN:<>A COLUMN:<5 COLUMN:2..7 COLUMN:NULL for the columns of the file and id
/// ("order date":… with a blank in it). A - before any of them negates it. An unknown key is a plain word, and so is a key that a column
/// has the name of but for the column in quotes ("label":x). `columns`: the extra columns of the dataset.
ParsedQuery parseQuery(const QString& query, std::span<const std::string> columns = {});

/// What a filter looks at, as values that the GUI thread no longer touches.
struct RowFacts {
    std::shared_ptr<const Dataset> dataset;
    std::shared_ptr<const DecisionTable> decisions;
    std::shared_ptr<const std::vector<bool>> duplicates;  ///< rows whose text stands in the dataset more than once; null unless asked for
    LabelSet labels;
    Selection selection;
    ScoreTable scores;  ///< a snapshot
    ReviewTable reviews;
};

/// Checks rows one by one, cheap conditions first. One thread.
class RowMatcher {
public:
    RowMatcher(const RowFilter& filter, const RowFacts& facts);
    bool matches(std::uint32_t row);
    /// Where a row stands between model and person.
    ReviewState stateOf(std::uint32_t row);
    /// Indices of the labels that the model gives a row; none also where it abstains or has said nothing.
    std::vector<std::uint32_t> predicted(std::uint32_t row);

private:
    bool holds(const RowCondition& condition, std::uint32_t row);
    bool hasStatus(const RowCondition& condition, std::uint32_t row);
    bool hasHumanLabel(const RowCondition& condition, const std::vector<std::uint16_t>& wanted, std::uint32_t row) const;

    const RowFacts& m_facts;
    std::vector<const RowCondition*> m_conditions;           // by cost
    std::vector<std::vector<std::uint16_t>> m_wantedLabels;  // beside m_conditions: label indices
    LabelReader m_reader;
};

/// For each row, whether its text stands more than once.
std::vector<bool> duplicateRows(const Dataset& dataset);
/// Puts them into the facts if the filter asks and they are not there yet.
void findDuplicates(const RowFilter& filter, RowFacts& facts);

}  // namespace labelwright::ui
