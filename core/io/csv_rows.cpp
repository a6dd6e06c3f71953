#include <algorithm>

#include "core/io/csv_writer.h"
#include "core/io/json_text.h"
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

class CsvRows final : public RowWriter {
public:
    CsvRows(const ExportTable& table, const ExportOptions& options, std::string& out)
        : m_table(table), m_options(options), m_out(out), m_csv(out, options.formulaGuard), m_reviews(speaksOfReviews(table)) {
        for (const ScoreReading& reading : table.scores.readings()) {
            for (const LogitRole role : rolesOf(reading)) {
                if (std::find(m_roles.begin(), m_roles.end(), role) == m_roles.end()) m_roles.push_back(role);
            }
        }
        if (m_roles.empty()) m_roles = rolesOf({});
    }

    void header() override {
        if (m_options.byteOrderMark == ByteOrderMark::Write) m_out += "\xef\xbb\xbf";
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
        for (const std::string& name : names) m_csv.text(name);
        m_csv.endRow();
    }

    void row(std::uint32_t row, const RowAnswer& answer) override {
        const TextRecord& record = (*m_table.dataset)[row];
        m_csv.text(record.id, NumberCells::AsTheyAre);
        m_csv.text(record.text);
        m_joined.clear();
        for (const std::uint32_t label : answer.decision.labels) {
            if (!m_joined.empty()) m_joined += '|';
            m_joined += m_table.labels.labels[label].name;
        }
        m_csv.text(m_joined);
        m_csv.plain(answer.decision.best == Decision::none ? std::string() : shortestNumber(answer.decision.confidence, ""));
        m_csv.plain(answer.truncated ? "true" : "false");
        if (m_options.scores == ExportedScores::Probabilities) {
            for (const float probability : answer.probabilities) m_csv.plain(shortestNumber(probability, ""));
        } else if (m_options.scores == ExportedScores::Logits) {
            rawScores(answer);
        }
        if (m_reviews) review(answer);
        if (m_options.extraColumns) {
            for (std::size_t column = 0; column < m_table.dataset->extraColumns().size(); ++column) {
                m_csv.text(m_table.dataset->extra(row, column), NumberCells::AsTheyAre);
            }
        }
        m_csv.endRow();
    }

private:
    void review(const RowAnswer& answer) {
        m_joined.clear();
        for (const std::string& name : humanLabels(m_table, answer.review)) m_joined += (m_joined.empty() ? "" : "|") + name;
        m_csv.text(m_joined);
        m_csv.plain(reviewStateName(answer.state));
        m_csv.plain(answer.review.deferred ? "true" : "false");
        m_csv.plain(answer.review.flagged ? "true" : "false");
        m_csv.text(answer.review.note);
    }

    void rawScores(const RowAnswer& answer) {
        const std::vector<LogitRole> known = rolesOf(*answer.reading);
        for (const PairLogits& logits : answer.logits) {
            for (const LogitRole role : m_roles) {
                const bool has = std::find(known.begin(), known.end(), role) != known.end();
                m_csv.plain(has ? shortestNumber(logitOf(logits, role), "") : std::string());
            }
        }
    }

    const ExportTable& m_table;
    const ExportOptions& m_options;
    std::string& m_out;
    CsvWriter m_csv;
    bool m_reviews;
    std::vector<LogitRole> m_roles;  // of all models that scored rows of the table
    std::string m_joined;
};

}  // namespace

std::unique_ptr<RowWriter> csvRowWriter(const ExportTable& table, const ExportOptions& options, std::string& out) {
    return std::make_unique<CsvRows>(table, options, out);
}

}  // namespace labelwright
