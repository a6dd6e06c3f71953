#include <algorithm>
#include <cmath>

#include "core/io/cell_writer.h"
#include "core/io/label_cell.h"
#include "core/io/row_writer.h"

namespace labelwright {
namespace {

const char* roleName(LogitRole role) {
    switch (role) {
        case LogitRole::Entailment: return "entailment";
        case LogitRole::Contradiction: return "contradiction";
        case LogitRole::Neutral: return "neutral";
        case LogitRole::Cosine: return "cosine";
    }
    return "logit";
}

class TableRows final : public RowWriter {
public:
    TableRows(const ExportTable& table, const ExportOptions& options, CellWriter& cells)
        : m_table(table), m_options(options), m_cells(cells), m_reviews(speaksOfReviews(table)) {
        for (const ScoreReading& reading : table.scores.readings()) {
            for (const LogitRole role : rolesOf(reading)) {
                if (std::find(m_roles.begin(), m_roles.end(), role) == m_roles.end()) m_roles.push_back(role);
            }
        }
        if (m_roles.empty()) m_roles = rolesOf({});
    }

    void header() override {
        std::vector<std::string> names{"id", "text", "label", "confidence", "truncated"};
        for (const Label& label : m_table.labels.labels) {
            if (m_options.scores == ExportedScores::Probabilities) names.push_back("score__" + label.name);
            if (m_options.scores != ExportedScores::Logits) continue;
            for (const LogitRole role : m_roles) names.push_back(roleName(role) + ("__" + label.name));
        }
        if (m_reviews) names.insert(names.end(), {"human_label", "review", "deferred", "flagged", "note"});
        if (m_options.extraColumns) {
            const std::vector<std::string> extras = namesBeside(names, m_table.dataset->extraColumns());
            names.insert(names.end(), extras.begin(), extras.end());
        }
        for (const std::string& name : names) m_cells.text(name);
        m_cells.endRow();
    }

    bool row(std::uint32_t row, const RowAnswer& answer) override {
        const TextRecord& record = (*m_table.dataset)[row];
        m_cells.text(record.id, NumberCells::AsTheyAre);
        m_cells.text(record.text);
        m_cells.text(labelCell(predictedLabels(m_table, answer.decision)));
        m_cells.number(answer.decision.best == Decision::none ? std::nanf("") : answer.decision.confidence);
        m_cells.flag(answer.truncated);
        if (m_options.scores == ExportedScores::Probabilities) {
            for (const float probability : answer.probabilities) m_cells.number(probability);
        } else if (m_options.scores == ExportedScores::Logits) {
            rawScores(answer);
        }
        if (m_reviews) review(answer);
        if (m_options.extraColumns) {
            for (std::size_t column = 0; column < m_table.dataset->extraColumns().size(); ++column) {
                m_cells.text(m_table.dataset->extra(row, column), NumberCells::AsTheyAre);
            }
        }
        m_cells.endRow();
        return true;
    }

private:
    void review(const RowAnswer& answer) {
        m_cells.text(labelCell(humanLabels(m_table, answer.review)));
        m_cells.plain(reviewStateName(answer.state));
        m_cells.flag(answer.review.deferred);
        m_cells.flag(answer.review.flagged);
        m_cells.text(answer.review.note);
    }

    void rawScores(const RowAnswer& answer) {
        const std::vector<LogitRole> known = rolesOf(*answer.reading);
        for (const PairLogits& logits : answer.logits) {
            for (const LogitRole role : m_roles) {
                const bool has = std::find(known.begin(), known.end(), role) != known.end();
                m_cells.number(has ? logitOf(logits, role) : std::nanf(""));
            }
        }
    }

    const ExportTable& m_table;
    const ExportOptions& m_options;
    CellWriter& m_cells;
    bool m_reviews;
    std::vector<LogitRole> m_roles;  // of all models that scored rows of the table
};

}  // namespace

std::unique_ptr<RowWriter> tableRowWriter(const ExportTable& table, const ExportOptions& options, CellWriter& cells) {
    return std::make_unique<TableRows>(table, options, cells);
}

}  // namespace labelwright
