#include "core/io/exchange/exchange_rows.h"

#include "core/io/exchange/record_format.h"
#include "core/io/json_text.h"

namespace labelwright {

ExchangeRows::ExchangeRows(const ExportTable& table, const ExportOptions& options, std::string& out, JsonFraming framing,
                           const std::vector<std::string>& taken)
    : m_table(table), m_options(options), m_out(out), m_framing(framing), m_extraNames(carriedNames(table, options, taken)) {}

void ExchangeRows::header() {
    if (m_framing == JsonFraming::Array) m_out += "[\n";
}

bool ExchangeRows::row(std::uint32_t row, const RowAnswer& answer) {
    const std::size_t before = m_out.size();
    if (m_framing == JsonFraming::Array && !m_first) m_out += ",\n";
    m_out += '{';
    if (!members(row, answer)) {
        m_out.resize(before);
        return false;
    }
    m_out += m_framing == JsonFraming::Array ? "}" : "}\n";
    m_first = false;
    return true;
}

void ExchangeRows::footer() {
    if (m_framing == JsonFraming::Array) m_out += m_first ? "]\n" : "\n]\n";
}

void ExchangeRows::raw(std::string_view key, std::string_view json) {
    if (m_out.back() != '{') m_out += ',';
    m_out += jsonString(key) + ":";
    m_out += json;
}

void ExchangeRows::string(std::string_view key, std::string_view text) { raw(key, jsonString(text)); }

void ExchangeRows::carried(std::uint32_t row, const RowAnswer& answer) {
    for (std::size_t column = 0; column < m_extraNames.size(); ++column) string(m_extraNames[column], m_table.dataset->extra(row, column));
    if (!answer.review.note.empty()) string(humanNoteColumn, answer.review.note);
    if (answer.review.flagged) raw(humanFlaggedColumn, "true");
    if (answer.review.deferred) raw(humanDeferredColumn, "true");
}

std::vector<std::string> carriedNames(const ExportTable& table, const ExportOptions& options, std::vector<std::string> taken) {
    if (!options.extraColumns) return {};
    taken.insert(taken.end(), {humanNoteColumn, humanFlaggedColumn, humanDeferredColumn});
    return namesBeside(std::move(taken), table.dataset->extraColumns());
}

std::optional<TrainingAnswer> trainingAnswer(const ExportTable& table, const RowAnswer& answer) {
    if (answer.review.decided) return TrainingAnswer{humanLabels(table, answer.review), true};
    if (answer.decision.best == Decision::none) return std::nullopt;
    return TrainingAnswer{predictedLabels(table, answer.decision), false};
}

std::string answerText(const std::vector<std::string>& labels) {
    return labels.size() == 1 && !labels.front().starts_with('[') ? labels.front() : jsonStrings(labels);
}

std::unique_ptr<RowWriter> exchangeRowWriter(const ExportTable& table, const ExportOptions& options, std::string& out) {
    switch (options.format) {
        case ExportFormat::LabelStudio: return labelStudioRows(table, options, out);
        case ExportFormat::Doccano: return doccanoRows(table, options, out);
        case ExportFormat::Argilla: return argillaRows(table, options, out);
        case ExportFormat::Prodigy: return prodigyRows(table, options, out);
        case ExportFormat::Spacy: return spacyRows(table, options, out);
        case ExportFormat::HuggingFace: return huggingFaceRows(table, options, out);
        case ExportFormat::FastText: return fastTextRows(table, options, out);
        case ExportFormat::Alpaca: return alpacaRows(table, options, out);
        case ExportFormat::ShareGpt: return shareGptRows(table, options, out);
        default: return nullptr;
    }
}

}  // namespace labelwright
