#include "core/io/json_text.h"
#include "core/io/row_writer.h"

namespace labelwright {
namespace {

class JsonRows final : public RowWriter {
public:
    JsonRows(const ExportTable& table, const ExportOptions& options, std::string& out)
        : m_table(table),
          m_options(options),
          m_out(out),
          m_several(table.selection.mode == SelectionMode::EveryAboveThreshold),
          m_reviews(speaksOfReviews(table)) {
        for (const Label& label : table.labels.labels) m_labelNames.push_back(jsonString(label.name));
        std::vector<std::string> taken{"id", "text", m_several ? "labels" : "label", "confidence", "truncated"};
        if (options.scores != ExportedScores::None) taken.emplace_back("scores");
        if (m_reviews) taken.insert(taken.end(), {"human_labels", "review", "deferred", "flagged", "note"});
        if (!options.extraColumns) return;
        for (const std::string& name : namesBeside(taken, table.dataset->extraColumns()))
            m_extraKeys.push_back("," + jsonString(name) + ":");
    }

    bool row(std::uint32_t row, const RowAnswer& answer) override {
        const TextRecord& record = (*m_table.dataset)[row];
        m_out += "{\"id\":" + jsonString(record.id);
        m_out += ",\"text\":" + jsonString(record.text);
        labels(answer.decision);
        m_out += ",\"confidence\":";
        m_out += answer.decision.best == Decision::none ? "null" : shortestNumber(answer.decision.confidence, "null");
        m_out += answer.truncated ? ",\"truncated\":true" : ",\"truncated\":false";
        scores(answer);
        if (m_reviews) review(answer);
        for (std::size_t column = 0; column < m_extraKeys.size(); ++column) {
            m_out += m_extraKeys[column];
            m_out += jsonString(m_table.dataset->extra(row, column));
        }
        m_out += "}\n";
        return true;
    }

private:
    void labels(const Decision& decision) {
        if (!m_several) {
            m_out += ",\"label\":";
            m_out += decision.labels.empty() ? "null" : m_labelNames[decision.labels.front()];
            return;
        }
        m_out += ",\"labels\":[";
        const char* separator = "";
        for (const std::uint32_t label : decision.labels) {
            m_out += separator + m_labelNames[label];
            separator = ",";
        }
        m_out += ']';
    }

    void review(const RowAnswer& answer) {
        m_out += ",\"human_labels\":";
        if (answer.review.decided) {
            const char* separator = "[";
            for (const std::string& name : humanLabels(m_table, answer.review)) {
                m_out += separator + jsonString(name);
                separator = ",";
            }
            m_out += *separator == '[' ? "[]" : "]";
        } else {
            m_out += "null";
        }
        m_out += ",\"review\":" + jsonString(reviewStateName(answer.state));
        m_out += answer.review.deferred ? ",\"deferred\":true" : ",\"deferred\":false";
        m_out += answer.review.flagged ? ",\"flagged\":true" : ",\"flagged\":false";
        m_out += ",\"note\":" + jsonString(answer.review.note);
    }

    void scores(const RowAnswer& answer) {
        if (m_options.scores == ExportedScores::None) return;
        m_out += ",\"scores\":{";
        for (std::size_t label = 0; label < m_labelNames.size(); ++label) {
            m_out += (label == 0 ? "" : ",") + m_labelNames[label] + ":";
            if (!answer.logits[label].scored()) m_out += "null";
            else if (m_options.scores == ExportedScores::Probabilities) m_out += shortestNumber(answer.probabilities[label], "null");
            else logits(answer.logits[label], *answer.reading);
        }
        m_out += '}';
    }

    void logits(const PairLogits& pair, const ScoreReading& reading) {
        char before = '[';
        for (const LogitRole role : rolesOf(reading)) {
            m_out += before;
            m_out += shortestNumber(logitOf(pair, role), "null");
            before = ',';
        }
        m_out += ']';
    }

    const ExportTable& m_table;
    const ExportOptions& m_options;
    std::string& m_out;
    std::vector<std::string> m_labelNames;  // escaped
    std::vector<std::string> m_extraKeys;   // ,"name":
    bool m_several;
    bool m_reviews;
};

}  // namespace

std::unique_ptr<RowWriter> jsonLinesRowWriter(const ExportTable& table, const ExportOptions& options, std::string& out) {
    return std::make_unique<JsonRows>(table, options, out);
}

}  // namespace labelwright
