#include "core/domain/dataset_join.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace labelwright {
namespace {

constexpr const char* sourceColumn = "source";

bool haveIds(const Dataset& a, const Dataset& b) { return a.source().idColumn.has_value() && b.source().idColumn.has_value(); }

/// Columns by their names.
class Columns {
public:
    void add(std::span<const std::string> names) {
        for (const std::string& name : names) place(name);
    }
    std::size_t place(const std::string& name) {
        const auto [entry, isNew] = m_places.try_emplace(name, m_names.size());
        if (isNew) m_names.push_back(name);
        return entry->second;
    }
    const std::vector<std::string>& names() const noexcept { return m_names; }

private:
    std::vector<std::string> m_names;
    std::unordered_map<std::string, std::size_t> m_places;
};

/// Copies rows of one dataset into columns of another.
class RowCopy {
public:
    RowCopy(const Dataset& from, Columns& columns) : m_from(from), m_sourcePlace(columns.place(sourceColumn)) {
        for (const std::string& name : from.extraColumns()) {
            m_places.push_back(columns.place(name));
            m_hasSource = m_hasSource || name == sourceColumn;
        }
    }

    /// `keepsId`: the id is the row's own, not its number.
    void row(std::size_t row, bool keepsId, std::size_t columns, DatasetBuilder& into) {
        m_cells.assign(columns, {});
        if (!m_hasSource) m_cells[m_sourcePlace] = m_from.source().name;
        for (std::size_t column = 0; column < m_places.size(); ++column) m_cells[m_places[column]] = m_from.extra(row, column);
        into.add(keepsId ? m_from[row].id : std::string_view(), m_from[row].text, m_cells, m_from.sourceLine(row));
    }

private:
    const Dataset& m_from;
    std::size_t m_sourcePlace;
    bool m_hasSource = false;
    std::vector<std::size_t> m_places;  // of each extra column
    std::vector<std::string_view> m_cells;
};

}  // namespace

JoinedDataset joined(const Dataset& present, const Dataset& added) {
    Columns columns;
    columns.add(present.extraColumns());
    RowCopy first(present, columns);
    RowCopy second(added, columns);
    DatasetSource source = present.source();
    source.name += " + " + added.source().name;
    source.path.clear();
    if (!source.idColumn) source.idColumn = added.source().idColumn;
    DatasetBuilder builder(std::move(source), columns.names());

    std::unordered_multimap<std::uint64_t, std::uint32_t> rowsOf;
    for (std::size_t row = 0; row < present.size(); ++row) {
        rowsOf.emplace(present[row].hash.low, static_cast<std::uint32_t>(row));
        first.row(row, true, columns.names().size(), builder);
    }
    JoinedDataset result;
    result.placeOf.reserve(added.size());
    const bool ids = haveIds(present, added);
    const bool ownIds = added.source().idColumn.has_value();
    std::vector<std::uint32_t> addedAt;  // [rows behind the present ones]: row of `added`
    for (std::size_t row = 0; row < added.size(); ++row) {
        const TextRecord& record = added[row];
        std::uint32_t twin = noRow;
        const auto [begin, end] = rowsOf.equal_range(record.hash.low);
        for (auto candidate = begin; candidate != end; ++candidate) {
            const std::uint32_t place = candidate->second;
            const bool isPresent = place < present.size();
            const TextRecord& other = isPresent ? present[place] : added[addedAt[place - present.size()]];
            const bool sameId = !(isPresent ? ids : ownIds) || other.id == record.id;
            if (other.text == record.text && sameId) twin = std::min(twin, place);
        }
        if (twin != noRow) {
            ++result.duplicates;
            result.placeOf.push_back(twin);
            continue;
        }
        const auto place = static_cast<std::uint32_t>(builder.size());
        rowsOf.emplace(record.hash.low, place);
        addedAt.push_back(static_cast<std::uint32_t>(row));
        result.placeOf.push_back(place);
        second.row(row, ownIds, columns.names().size(), builder);
    }
    result.dataset = std::move(builder).build();
    return result;
}

std::vector<std::uint32_t> rowsAbout(const Dataset& present, const Dataset& other) {
    const bool ids = haveIds(present, other);
    std::unordered_map<std::string_view, std::uint32_t> byId;
    std::unordered_map<std::string_view, std::uint32_t> byText;
    for (std::size_t row = 0; row < present.size(); ++row) {
        if (ids) byId.emplace(present[row].id, static_cast<std::uint32_t>(row));
        byText.emplace(present[row].text, static_cast<std::uint32_t>(row));
    }
    std::vector<std::uint32_t> rows;
    rows.reserve(other.size());
    for (const TextRecord& record : other.records()) {
        const auto found = ids ? byId.find(record.id) : byId.end();
        if (found != byId.end()) {
            rows.push_back(found->second);
            continue;
        }
        const auto same = byText.find(record.text);
        rows.push_back(same == byText.end() ? noRow : same->second);
    }
    return rows;
}

PlacedAnswers placed(std::vector<GivenAnswer> answers, const std::vector<std::uint32_t>& rows) {
    PlacedAnswers result;
    for (GivenAnswer& answer : answers) {
        answer.row = rows[answer.row];
        if (answer.row == noRow) ++result.unmatched;
        else result.answers.push_back(std::move(answer));
    }
    std::stable_sort(result.answers.begin(), result.answers.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
    // The later of two about one row stands behind the earlier.
    const auto last =
        std::unique(result.answers.rbegin(), result.answers.rend(), [](const auto& a, const auto& b) { return a.row == b.row; });
    result.answers.erase(result.answers.begin(), last.base());
    return result;
}

}  // namespace labelwright
