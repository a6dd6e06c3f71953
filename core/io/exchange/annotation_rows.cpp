#include "core/io/exchange/exchange_rows.h"
#include "core/io/exchange/record_format.h"
#include "core/io/json_text.h"

namespace labelwright {
namespace {

/// "1" or, where several labels may be given, ["1","2"].
std::string labelValue(const std::vector<std::string>& labels, bool several) {
    return several ? jsonStrings(labels) : jsonString(labels.front());
}

/// Tasks with predictions and annotations (Label Studio: guide/tasks, guide/predictions).
class LabelStudioRows final : public ExchangeRows {
public:
    LabelStudioRows(const ExportTable& table, const ExportOptions& options, std::string& out)
        : ExchangeRows(table, options, out, JsonFraming::Array, {"text", "row_id"}), m_model(modelNames(table)) {}

private:
    bool members(std::uint32_t row, const RowAnswer& answer) override {
        const std::string number = std::to_string(row + std::uint64_t{1});
        raw("id", number);
        raw("data", "{");
        string("text", record(row).text);
        string("row_id", record(row).id);
        carried(row, answer);
        out() += '}';
        if (answer.decision.best != Decision::none) {
            const std::string score = shortestNumber(answer.decision.confidence, "0");
            raw("predictions", "[{");
            if (!m_model.empty()) string("model_version", m_model);
            raw("score", score);
            raw("result", "[" + result("p" + number, predictedLabels(table(), answer.decision), score) + "]");
            out() += "}]";
        }
        if (answer.review.decided) {
            raw("annotations", "[{");
            raw("was_cancelled", "false");
            raw("ground_truth", "false");
            raw("result", "[" + result("a" + number, humanLabels(table(), answer.review), {}) + "]");
            out() += "}]";
        } else if (answer.review.deferred) {
            raw("annotations", R"([{"was_cancelled":true,"ground_truth":false,"result":[]}])");
        }
        return true;
    }

    static std::string result(const std::string& id, const std::vector<std::string>& labels, const std::string& score) {
        if (labels.empty()) return {};
        std::string json = R"({"id":)" + jsonString(id) + R"(,"from_name":"label","to_name":"text","type":"choices",)";
        if (!score.empty()) json += R"("score":)" + score + ',';
        return json + R"("value":{"choices":)" + jsonStrings(labels) + "}}";
    }

    std::string m_model;
};

/// doccano has no predictions: what people decided are its labels, the model's word goes along as metadata.
class DoccanoRows final : public ExchangeRows {
public:
    DoccanoRows(const ExportTable& table, const ExportOptions& options, std::string& out)
        : ExchangeRows(table, options, out, JsonFraming::Lines,
                       {"id", "text", "label", "Comments", "row_id", predictionColumn, predictionScoreColumn, humanLabelsColumn}) {}

private:
    bool members(std::uint32_t row, const RowAnswer& answer) override {
        const std::vector<std::string> labels = humanLabels(table(), answer.review);
        string("text", record(row).text);
        raw("label", jsonStrings(labels));
        string("row_id", record(row).id);
        // That no label fits looks to doccano as if nobody had decided.
        if (answer.review.decided && labels.empty()) raw(humanLabelsColumn, "[]");
        if (answer.decision.best != Decision::none) {
            string(predictionColumn, answerText(predictedLabels(table(), answer.decision)));
            raw(predictionScoreColumn, shortestNumber(answer.decision.confidence, "null"));
        }
        carried(row, answer);
        return true;
    }
};

/// Records of Argilla 2 as rg.Dataset.records.from_json reads them.
class ArgillaRows final : public ExchangeRows {
public:
    ArgillaRows(const ExportTable& table, const ExportOptions& options, std::string& out)
        : ExchangeRows(table, options, out, JsonFraming::Array, {humanLabelsColumn}), m_model(modelNames(table)) {}

private:
    /// Argilla asks for a user's id with every response; load.py puts in whoever runs it.
    static constexpr const char* nobody = "00000000-0000-0000-0000-000000000000";

    bool members(std::uint32_t row, const RowAnswer& answer) override {
        string("id", record(row).id);
        raw("fields", "{");
        string("text", record(row).text);
        out() += '}';
        raw("metadata", "{");
        const std::vector<std::string> given = humanLabels(table(), answer.review);
        // A response needs a value.
        if (answer.review.decided && given.empty()) raw(humanLabelsColumn, "[]");
        carried(row, answer);
        out() += '}';
        raw("suggestions", "{");
        const std::vector<std::string> predicted = predictedLabels(table(), answer.decision);
        if (!predicted.empty()) {
            raw("label", "{");
            raw("value", labelValue(predicted, several()));
            raw("score", scores(answer));
            if (!m_model.empty()) string("agent", m_model);
            out() += '}';
        }
        out() += '}';
        raw("responses", "{");
        if (!given.empty()) {
            raw("label", "[{");
            raw("value", labelValue(given, several()));
            string("user_id", nobody);
            string("status", "submitted");
            out() += "}]";
        }
        out() += '}';
        raw("vectors", "{}");
        return true;
    }

    /// One number, or one for each label.
    std::string scores(const RowAnswer& answer) const {
        if (!several()) return shortestNumber(answer.decision.confidence, "null");
        std::string list = "[";
        for (const std::uint32_t label : answer.decision.labels)
            list += (list.size() == 1 ? "" : ",") + shortestNumber(answer.probabilities[label], "null");
        return list + "]";
    }

    std::string m_model;
};

/// Tasks for prodigy's choice view. What is decided is answered; what is not comes with the model's answer filled in, to be reviewed.
class ProdigyRows final : public ExchangeRows {
public:
    ProdigyRows(const ExportTable& table, const ExportOptions& options, std::string& out)
        : ExchangeRows(table, options, out, JsonFraming::Lines, {"id", "score"}) {
        for (const Label& label : table.labels.labels) {
            const std::string name = jsonString(label.name);
            m_options += (m_options.empty() ? "[{\"id\":" : ",{\"id\":") + name + ",\"text\":" + name + "}";
        }
        m_options += m_options.empty() ? "[]" : "]";
    }

private:
    bool members(std::uint32_t row, const RowAnswer& answer) override {
        const bool decided = answer.review.decided;
        string("text", record(row).text);
        raw("options", m_options);
        raw("accept", jsonStrings(decided ? humanLabels(table(), answer.review) : predictedLabels(table(), answer.decision)));
        raw("config", several() ? R"({"choice_style":"multiple"})" : R"({"choice_style":"single"})");
        if (decided) string("answer", "accept");
        else if (answer.review.deferred) string("answer", "ignore");
        raw("meta", "{");
        string("id", record(row).id);
        if (answer.decision.best != Decision::none) raw("score", shortestNumber(answer.decision.confidence, "null"));
        carried(row, answer);
        out() += '}';
        return true;
    }

    std::string m_options;
};

}  // namespace

std::unique_ptr<RowWriter> labelStudioRows(const ExportTable& table, const ExportOptions& options, std::string& out) {
    return std::make_unique<LabelStudioRows>(table, options, out);
}
std::unique_ptr<RowWriter> doccanoRows(const ExportTable& table, const ExportOptions& options, std::string& out) {
    return std::make_unique<DoccanoRows>(table, options, out);
}
std::unique_ptr<RowWriter> argillaRows(const ExportTable& table, const ExportOptions& options, std::string& out) {
    return std::make_unique<ArgillaRows>(table, options, out);
}
std::unique_ptr<RowWriter> prodigyRows(const ExportTable& table, const ExportOptions& options, std::string& out) {
    return std::make_unique<ProdigyRows>(table, options, out);
}

}  // namespace labelwright
