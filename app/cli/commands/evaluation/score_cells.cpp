#include "app/cli/commands/evaluation/score_cells.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>

namespace labelwright::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view prefix = "score__";
constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

float checked(float value) { return value >= 0 && value <= 1 ? value : nothing; }

/// The labels of the first row that has an object of numbers.
std::vector<std::string> labelsOf(const TableColumn& objects, std::size_t rows) {
    for (std::size_t row = 0; row < rows; ++row) {
        const auto scores = Json::parse(objects[row], nullptr, false);
        if (!scores.is_object() || scores.empty()) continue;
        if (!std::all_of(scores.begin(), scores.end(), [](const Json& each) { return each.is_number() || each.is_null(); })) return {};
        std::vector<std::string> labels;
        for (const auto& [label, score] : scores.items()) labels.push_back(label);
        return labels;
    }
    return {};
}

}  // namespace

std::optional<ScoreCells> ScoreCells::find(const Table& table) {
    ScoreCells cells;
    for (const std::string& name : table.dataset->extraColumns()) {
        if (!name.starts_with(prefix) || name.size() == prefix.size()) continue;
        cells.m_labels.push_back(name.substr(prefix.size()));
        cells.m_columns.push_back(*TableColumn::find(table, name));
    }
    if (!cells.m_labels.empty()) return cells;
    cells.m_object = TableColumn::find(table, "scores");
    if (cells.m_object) cells.m_labels = labelsOf(*cells.m_object, table.dataset->size());
    if (cells.m_labels.empty()) return std::nullopt;
    return cells;
}

void ScoreCells::read(std::size_t row, std::span<float> probabilities) const {
    if (!m_object) {
        for (std::size_t label = 0; label < m_columns.size(); ++label) probabilities[label] = probabilityIn(m_columns[label][row]);
        return;
    }
    const auto scores = Json::parse((*m_object)[row], nullptr, false);
    for (std::size_t label = 0; label < m_labels.size(); ++label) {
        const auto found = scores.is_object() ? scores.find(m_labels[label]) : scores.end();
        probabilities[label] = found != scores.end() && found->is_number() ? checked(found->get<float>()) : nothing;
    }
}

float probabilityIn(std::string_view cell) {
    float value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc() && end == cell.data() + cell.size() ? checked(value) : nothing;
}

}  // namespace labelwright::cli
