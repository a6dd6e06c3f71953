#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/domain/dataset.h"

namespace labelwright::cli {

/// A file read for its columns; none of them is its text.
struct Table {
    std::string file;
    std::shared_ptr<const Dataset> dataset;

    bool hasIds() const { return dataset->source().idColumn.has_value(); }
};

/// Says on standard error how many rows cannot be read. `id` as --id names it.
Result<Table> readTable(const std::string& file, const std::optional<std::string>& id, const std::stop_token& stop);

/// A column by its name, be it that of the ids or another. The table outlives it.
class TableColumn {
public:
    static std::optional<TableColumn> find(const Table& table, std::string_view name);
    /// `option` begins the message where there is no such column.
    static Result<TableColumn> named(const Table& table, const std::string& name, const char* option);

    /// The cell, without the ' that `classify` writes before what a spreadsheet would run.
    std::string_view operator[](std::size_t row) const;

private:
    TableColumn(const Dataset& dataset, std::optional<std::size_t> extra) : m_dataset(&dataset), m_extra(extra) {}

    const Dataset* m_dataset;
    std::optional<std::size_t> m_extra;  // nothing: the ids
};

}  // namespace labelwright::cli
