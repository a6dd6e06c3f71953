#include <algorithm>

#include "core/io/exchange/exchange_rows.h"
#include "core/io/exchange/record_format.h"
#include "core/io/fast_text_parser.h"
#include "core/io/json_text.h"

namespace labelwright {
namespace {

/// Has in common: the answer, and a word on whose it is.
class TrainingRows : public ExchangeRows {
protected:
    using ExchangeRows::ExchangeRows;

    virtual void example(std::uint32_t row, const RowAnswer& answer, const TrainingAnswer& training) = 0;

    /// Id, whose answer it is, extra columns.
    void origin(std::uint32_t row, const RowAnswer& answer, const TrainingAnswer& training) {
        string("id", record(row).id);
        string(labelSourceKey, training.fromPerson ? "human" : "model");
        carried(row, answer);
    }

private:
    bool members(std::uint32_t row, const RowAnswer& answer) final {
        const auto training = trainingAnswer(table(), answer);
        if (!training) return false;
        example(row, answer, *training);
        return true;
    }
};

/// {"text", "cats": {every label: 1.0 or 0.0}}; the rest is under "meta", where spaCy's converters look for it.
class SpacyRows final : public TrainingRows {
public:
    SpacyRows(const ExportTable& table, const ExportOptions& options, std::string& out)
        : TrainingRows(table, options, out, JsonFraming::Lines, {"id", labelSourceKey}) {}

private:
    void example(std::uint32_t row, const RowAnswer& answer, const TrainingAnswer& training) override {
        string("text", record(row).text);
        raw("cats", "{");
        std::vector<std::string> names = training.labels;  // a person's label may have left the set
        for (const Label& label : table().labels.labels) {
            const auto given = std::find(names.begin(), names.end(), label.name);
            raw(label.name, given == names.end() ? "0.0" : "1.0");
            if (given != names.end()) names.erase(given);
        }
        for (const std::string& lost : names) raw(lost, "1.0");
        out() += '}';
        raw("meta", "{");
        origin(row, answer, training);
        out() += '}';
    }
};

const std::vector<std::string> huggingFaceKeys{"text", "label", "labels", "id", labelSourceKey, "score_labels", "score_values"};

/// Lines for load_dataset("json"): every line has the same keys, so that Arrow finds one type for each.
class HuggingFaceRows final : public TrainingRows {
public:
    HuggingFaceRows(const ExportTable& table, const ExportOptions& options, std::string& out)
        : TrainingRows(table, options, out, JsonFraming::Lines, huggingFaceKeys) {
        for (const Label& label : table.labels.labels) m_names.push_back(label.name);
    }

private:
    void example(std::uint32_t row, const RowAnswer& answer, const TrainingAnswer& training) override {
        string("text", record(row).text);
        if (several()) raw("labels", jsonStrings(training.labels));
        else raw("label", training.labels.empty() ? "null" : jsonString(training.labels.front()));
        string("id", record(row).id);
        string(labelSourceKey, training.fromPerson ? "human" : "model");
        if (options().scores != ExportedScores::None) {
            std::string values = "[";
            for (const float probability : answer.probabilities)
                values += (values.size() == 1 ? "" : ",") + shortestNumber(probability, "null");
            raw("score_labels", jsonStrings(m_names));
            raw("score_values", values + "]");
        }
        // Marks that only some texts have would be columns that only some lines have.
        RowAnswer unmarked = answer;
        unmarked.review = {};
        carried(row, unmarked);
    }

    std::vector<std::string> m_names;
};

/// __label__<name> for each label, then the text, all in one line. Blanks in a name become _, line breaks in a text a blank.
class FastTextRows final : public RowWriter {
public:
    FastTextRows(const ExportTable& table, std::string& out) : m_table(table), m_out(out) {}

    bool row(std::uint32_t row, const RowAnswer& answer) override {
        const auto training = trainingAnswer(m_table, answer);
        if (!training || training->labels.empty()) return false;  // a line without a label is no example
        for (std::string label : training->labels) {
            std::replace_if(
                label.begin(), label.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }, '_');
            m_out += std::string(fastTextPrefix) + label + ' ';
        }
        std::string text((*m_table.dataset)[row].text);
        std::replace_if(
            text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
        m_out += text + '\n';
        return true;
    }

private:
    const ExportTable& m_table;
    std::string& m_out;
};

/// The instruction of a conversation, with the labels in the place of {labels}.
std::string instructionOf(const ExportTable& table, const ExportOptions& options) {
    std::string names;
    for (const Label& label : table.labels.labels) names += (names.empty() ? "" : ", ") + label.name;
    std::string text = options.instruction;
    for (std::size_t at = text.find("{labels}"); at != std::string::npos; at = text.find("{labels}", at + names.size()))
        text.replace(at, std::string_view("{labels}").size(), names);
    return text;
}

class AlpacaRows final : public TrainingRows {
public:
    AlpacaRows(const ExportTable& table, const ExportOptions& options, std::string& out)
        : TrainingRows(table, options, out, JsonFraming::Array, {"instruction", "input", "output", "text", "id", labelSourceKey}),
          m_instruction(instructionOf(table, options)) {}

private:
    void example(std::uint32_t row, const RowAnswer& answer, const TrainingAnswer& training) override {
        string("instruction", m_instruction);
        string("input", record(row).text);
        string("output", answerText(training.labels));
        origin(row, answer, training);
    }

    std::string m_instruction;
};

class ShareGptRows final : public TrainingRows {
public:
    ShareGptRows(const ExportTable& table, const ExportOptions& options, std::string& out)
        : TrainingRows(table, options, out, JsonFraming::Array, {"conversations", "text", "instruction", "id", labelSourceKey}),
          m_instruction(instructionOf(table, options)) {}

private:
    void example(std::uint32_t row, const RowAnswer& answer, const TrainingAnswer& training) override {
        const auto turn = [](const char* from, std::string_view text) {
            return R"({"from":")" + std::string(from) + R"(","value":)" + jsonString(text) + "}";
        };
        raw("conversations", "[" + turn("system", m_instruction) + "," + turn("human", record(row).text) + "," +
                                 turn("gpt", answerText(training.labels)) + "]");
        origin(row, answer, training);
    }

    std::string m_instruction;
};

}  // namespace

std::vector<std::string> huggingFaceExtras(const ExportTable& table, const ExportOptions& options) {
    return carriedNames(table, options, huggingFaceKeys);
}

std::unique_ptr<RowWriter> spacyRows(const ExportTable& table, const ExportOptions& options, std::string& out) {
    return std::make_unique<SpacyRows>(table, options, out);
}
std::unique_ptr<RowWriter> huggingFaceRows(const ExportTable& table, const ExportOptions& options, std::string& out) {
    return std::make_unique<HuggingFaceRows>(table, options, out);
}
std::unique_ptr<RowWriter> fastTextRows(const ExportTable& table, const ExportOptions&, std::string& out) {
    return std::make_unique<FastTextRows>(table, out);
}
std::unique_ptr<RowWriter> alpacaRows(const ExportTable& table, const ExportOptions& options, std::string& out) {
    return std::make_unique<AlpacaRows>(table, options, out);
}
std::unique_ptr<RowWriter> shareGptRows(const ExportTable& table, const ExportOptions& options, std::string& out) {
    return std::make_unique<ShareGptRows>(table, options, out);
}

}  // namespace labelwright
