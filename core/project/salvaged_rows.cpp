#include "core/project/salvaged_rows.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/project/stored_dataset.h"
#include "core/project/stored_scores.h"

namespace labelwright {
namespace {

struct Columns {
    std::string all;
    std::vector<std::string> key;  ///< of the primary key, in its order
};

Result<Columns> columnsOf(Database& database, const std::string& table) {
    auto select = database.prepare("SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid");
    if (!select) return select.error();
    select->bind(1, std::string_view(table));
    Columns columns;
    std::vector<std::pair<std::int64_t, std::string>> key;
    for (;;) {
        const auto row = select->step();
        if (!row) return row.error();
        if (!*row) break;
        columns.all += (columns.all.empty() ? "" : ", ") + std::string(select->text(0));
        if (select->integer(1) > 0) key.emplace_back(select->integer(1), select->text(0));
    }
    std::ranges::sort(key);
    for (auto& [place, name] : key) columns.key.push_back(std::move(name));
    return columns;
}

constexpr std::int64_t farthestRow = std::int64_t{1} << 24;
/// More than the rows below one page of the tree have, so that reading goes on behind any one damaged page.
constexpr int mostFailuresInARow = 100'000;

/// Reads what it can of one table; what cannot be read is noted, what cannot be written ends it.
class TableRescue {
public:
    TableRescue(Database& database, const std::string& table, const Columns& columns)
        : m_database(database),
          m_table(table),
          m_key(columns.key),
          m_copy("INSERT OR IGNORE INTO main." + table + "(" + columns.all + ") SELECT " + columns.all + " FROM damaged." + table) {}

    Result<SalvagedTable> byRowNumber() {
        std::int64_t first = 0;
        std::int64_t last = farthestRow;  // where the table does not say it
        if (auto ends = m_database.prepare("SELECT min(rowid), max(rowid) FROM damaged." + m_table)) {
            if (const auto row = ends->step(); row && *row) {
                first = ends->integer(0);
                last = ends->integer(1);
                m_patience = mostFailuresInARow;
            }
        }
        if (auto copied = copyBetween(first, last); !copied) return copied.error();
        return counted();
    }

    /// From both ends of the order towards the damage.
    Result<SalvagedTable> byKey() {
        if (const auto all = m_database.execute(m_copy); all) return counted();
        else if (auto checked = note(all.error()); !checked) return checked.error();
        for (const std::string& order : {ordered(""), ordered(" DESC")}) {
            for (std::int64_t row = 0;; ++row) {
                const auto copied = m_database.execute(m_copy + order + " LIMIT 1 OFFSET " + std::to_string(row));
                if (!copied) break;
                if (m_database.changedRows() == 0) break;  // behind the end, or copied from the other side
            }
        }
        return counted();
    }

private:
    std::string ordered(const std::string& direction) const {
        std::string order;
        for (const std::string& column : m_key) order += (order.empty() ? " ORDER BY " : ", ") + column + direction;
        return order;
    }

    Result<void> note(const Error& error) {
        if (error.code != ErrorCode::FileMalformed) return error;
        if (m_problem.empty()) m_problem = error.arguments.size() > 2 ? error.arguments[2] : error.detail;
        return {};
    }

    Result<void> copyBetween(std::int64_t first, std::int64_t last) {
        const auto copied = m_database.execute(m_copy + " WHERE rowid BETWEEN " + std::to_string(first) + " AND " + std::to_string(last));
        if (copied) {
            m_failuresInARow = 0;
            return {};
        }
        if (auto noted = note(copied.error()); !noted) return noted;
        if (++m_failuresInARow > m_patience || first >= last) return {};
        const std::int64_t middle = first + (last - first) / 2;
        if (auto lower = copyBetween(first, middle); !lower) return lower;
        return copyBetween(middle + 1, last);
    }

    Result<SalvagedTable> counted() {
        const auto rows = m_database.integer("SELECT count(*) FROM main." + m_table);
        if (!rows) return rows.error();
        return SalvagedTable{m_table, static_cast<std::uint64_t>(*rows), m_problem};
    }

    Database& m_database;
    const std::string& m_table;
    const std::vector<std::string>& m_key;
    std::string m_copy;
    std::string m_problem;
    int m_failuresInARow = 0;
    int m_patience = 2'000;  // where the table's first pages are damaged, hardly anything can be found
};

struct Ends {
    std::uint64_t texts = 0;     ///< that are there
    std::uint64_t rows = 0;      ///< that there must have been
    std::uint64_t declared = 0;  ///< as the dataset's own line says
};

Result<Ends> endsOf(Database& database) {
    auto select = database.prepare(
        "SELECT (SELECT count(*) FROM texts), max(ifnull((SELECT max(row) + 1 FROM texts), 0), ifnull((SELECT max(row) + 1 FROM reviews), "
        "0)), "
        "ifnull((SELECT row_count FROM dataset), 0)");
    if (!select) return select.error();
    if (const auto row = select->step(); !row) return row.error();
    const auto at = [&select](int column) { return static_cast<std::uint64_t>(select->integer(column)); };
    return Ends{at(0), std::max(at(1), at(2)), at(2)};
}

}  // namespace

Result<SalvagedTable> salvageRows(Database& database, const std::string& table) {
    const auto columns = columnsOf(database, table);
    if (!columns) return columns.error();
    TableRescue rescue(database, table, *columns);
    const bool hasRowNumbers = database.prepare("SELECT rowid FROM main." + table).ok();
    return hasRowNumbers ? rescue.byRowNumber() : rescue.byKey();
}

Result<std::uint64_t> makeTextsWhole(Database& database) {
    const auto ends = endsOf(database);
    if (!ends) return ends.error();
    if (ends->rows == 0) return std::uint64_t{0};
    const std::uint64_t lost = ends->rows - ends->texts;
    if (lost == 0 && ends->declared == ends->rows) return lost;
    auto dataset = readDatasetWithGaps(database, ends->rows);
    if (!dataset) return dataset.error();
    if (auto forgotten = deleteScores(database); !forgotten) return forgotten.error();
    if (auto written = writeDataset(database, **dataset); !written) return written.error();
    return lost;
}

}  // namespace labelwright
