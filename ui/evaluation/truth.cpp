#include "ui/evaluation/truth.h"

#include <algorithm>
#include <unordered_map>

#include "core/io/label_cell.h"
#include "core/labels/label_list.h"

namespace labelwright::ui {
namespace {

/// Numbers of label names, however they are written.
class NameIndex {
public:
    explicit NameIndex(const LabelSet& labels) {
        // A label's own name passes that of one merged into another.
        for (std::uint32_t k = 0; k < labels.labels.size(); ++k) m_numbers.try_emplace(foldedName(labels.labels[k].name), k);
        for (std::uint32_t k = 0; k < labels.labels.size(); ++k) addMerged(labels.labels[k], k);
    }

    std::optional<std::uint32_t> find(const std::string& name) const {
        const auto found = m_numbers.find(foldedName(name));
        return found == m_numbers.end() ? std::nullopt : std::optional(found->second);
    }

private:
    void addMerged(const Label& label, std::uint32_t number) {
        for (const Label& merged : label.merged) {
            m_numbers.try_emplace(foldedName(merged.name), number);
            addMerged(merged, number);
        }
    }

    std::unordered_map<std::string, std::uint32_t> m_numbers;
};

class TruthReader {
public:
    TruthReader(const LabelSet& labels, SelectionMode mode) : m_labels(labels), m_names(labels), m_mode(mode) {}

    void addReview(const ReviewTable& reviews, std::size_t row) {
        if (!reviews.decided(row)) return leaveOut(LeftOut::NoTruth);
        const Review review = reviews.at(row);
        if (!lostLabels(review, m_labels).empty()) return leaveOut(LeftOut::NotInSet);
        add(reviewedLabels(review, m_labels));
    }

    void addCell(std::string_view cell) {
        if (cell.find_first_not_of(" \t\r\n") == std::string_view::npos) return leaveOut(LeftOut::NoTruth);
        std::vector<std::uint32_t> numbers;
        if (const auto whole = m_names.find(std::string(cell))) {  // a name may hold the sign that separates names
            numbers.push_back(*whole);
        } else {
            bool known = true;
            for (const std::string& name : labelsInCell(cell, SelectionMode::EveryAboveThreshold)) {
                if (const auto number = m_names.find(name)) numbers.push_back(*number);
                else known = noteUnknown(name);
            }
            if (!known) return leaveOut(LeftOut::NotInSet);
        }
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        add(numbers);
    }

    Truth take() { return std::move(m_truth); }

private:
    void add(const std::vector<std::uint32_t>& numbers) {
        if (m_mode == SelectionMode::SingleBest && numbers.size() > 1) return leaveOut(LeftOut::SeveralLabels);
        m_truth.labels.add(numbers);
    }

    void leaveOut(LeftOut reason) {
        m_truth.labels.addMissing();
        ++m_truth[reason];
    }

    bool noteUnknown(const std::string& name) {
        auto& names = m_truth.unknownNames;
        if (names.size() < Truth::mostUnknownNames && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        return false;
    }

    const LabelSet& m_labels;
    NameIndex m_names;
    SelectionMode m_mode;
    Truth m_truth;
};

}  // namespace

Truth readTruth(const Dataset& dataset, const ReviewTable& reviews, const LabelSet& labels, SelectionMode mode, const TruthSource& source) {
    TruthReader reader(labels, mode);
    const auto columns = dataset.extraColumns();
    const auto column = source.column ? std::find(columns.begin(), columns.end(), *source.column) : columns.end();
    for (std::size_t row = 0; row < dataset.size(); ++row) {
        if (!source.column) reader.addReview(reviews, row);
        else if (column == columns.end()) reader.addCell({});
        else reader.addCell(dataset.extra(row, static_cast<std::size_t>(column - columns.begin())));
    }
    return reader.take();
}

}  // namespace labelwright::ui
