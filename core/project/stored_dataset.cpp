#include "core/project/stored_dataset.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/project/project_error.h"

namespace labelwright {
namespace {

static_assert(std::endian::native == std::endian::little, "cells are stored with little-endian lengths, as they lie in memory");

/// The cells of a row's extra columns, one after the other; empty if all are.
void packExtras(const Dataset& dataset, std::size_t row, std::string& packed) {
    packed.clear();
    bool empty = true;
    for (std::size_t column = 0; column < dataset.extraColumns().size(); ++column) {
        const std::string_view cell = dataset.extra(row, column);
        const auto length = static_cast<std::uint32_t>(cell.size());
        std::array<char, sizeof(length)> bytes{};
        std::memcpy(bytes.data(), &length, sizeof(length));
        packed.append(bytes.data(), bytes.size()).append(cell);
        empty = empty && cell.empty();
    }
    if (empty) packed.clear();
}

/// Fills `cells`; false if the bytes are not exactly that many cells.
bool unpackExtras(std::string_view packed, std::span<std::string_view> cells) {
    if (packed.empty()) {
        std::fill(cells.begin(), cells.end(), std::string_view());
        return true;
    }
    for (std::string_view& cell : cells) {
        std::uint32_t length = 0;
        if (packed.size() < sizeof(length)) return false;
        std::memcpy(&length, packed.data(), sizeof(length));
        packed.remove_prefix(sizeof(length));
        if (packed.size() < length) return false;
        cell = packed.substr(0, length);
        packed.remove_prefix(length);
    }
    return packed.empty();
}

Result<void> writeSource(Database& database, const Dataset& dataset) {
    auto insert = database.prepare(
        "INSERT INTO dataset(id, name, path, text_column, id_column, format, encoding, row_count, content_hash) "
        "VALUES(1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    if (!insert) return insert.error();
    const DatasetSource& source = dataset.source();
    insert->bind(1, std::string_view(source.name)).bind(2, std::string_view(source.path)).bind(3, std::string_view(source.textColumn));
    if (source.idColumn) insert->bind(4, std::string_view(*source.idColumn));
    else insert->bindNull(4);
    const auto hash = dataset.contentHash().bytes();
    insert->bind(5, std::string_view(source.format)).bind(6, std::string_view(source.encoding));
    if (auto done = insert->bind(7, static_cast<std::int64_t>(dataset.size())).bind(8, hash).run(); !done) return done;
    auto column = database.prepare("INSERT INTO extra_columns(position, name) VALUES(?1, ?2)");
    if (!column) return column.error();
    std::int64_t position = 0;
    for (const std::string& name : dataset.extraColumns()) {
        if (auto done = column->bind(1, position++).bind(2, std::string_view(name)).run(); !done) return done;
    }
    return {};
}

Result<void> writeTexts(Database& database, const Dataset& dataset) {
    auto insert = database.prepare("INSERT INTO texts(row, id, text, line, extras) VALUES(?1, ?2, ?3, ?4, ?5)");
    if (!insert) return insert.error();
    std::string extras;
    for (std::size_t row = 0; row < dataset.size(); ++row) {
        packExtras(dataset, row, extras);
        insert->bind(1, static_cast<std::int64_t>(row)).bind(2, dataset[row].id).bind(3, dataset[row].text);
        insert->bind(4, static_cast<std::int64_t>(dataset.sourceLine(row)));
        if (extras.empty()) insert->bindNull(5);
        else insert->bind(5, std::as_bytes(std::span(extras)));
        if (auto done = insert->run(); !done) return done;
    }
    return {};
}

struct StoredSource {
    DatasetSource source;
    std::uint64_t rows = 0;
    std::string contentHash;
};

Result<std::optional<StoredSource>> readSource(Database& database) {
    auto select = database.prepare("SELECT name, path, text_column, id_column, format, encoding, row_count, content_hash FROM dataset");
    if (!select) return select.error();
    const auto row = select->step();
    if (!row) return row.error();
    if (!*row) return std::optional<StoredSource>();
    StoredSource stored;
    stored.source.name = select->text(0);
    stored.source.path = select->text(1);
    stored.source.textColumn = select->text(2);
    if (!select->isNull(3)) stored.source.idColumn = std::string(select->text(3));
    stored.source.format = select->text(4);
    stored.source.encoding = select->text(5);
    stored.rows = static_cast<std::uint64_t>(select->integer(6));
    stored.contentHash = select->text(7);
    return std::optional(std::move(stored));
}

Result<std::vector<std::string>> readExtraColumns(Database& database) {
    auto select = database.prepare("SELECT name FROM extra_columns ORDER BY position");
    if (!select) return select.error();
    std::vector<std::string> names;
    for (;;) {
        const auto row = select->step();
        if (!row) return row.error();
        if (!*row) return names;
        names.emplace_back(select->text(0));
    }
}

}  // namespace

Result<void> writeDataset(Database& database, const Dataset& dataset) {
    if (auto emptied = database.execute("DELETE FROM texts; DELETE FROM extra_columns; DELETE FROM dataset"); !emptied) return emptied;
    if (auto written = writeSource(database, dataset); !written) return written;
    return writeTexts(database, dataset);
}

Result<std::shared_ptr<const Dataset>> readDataset(Database& database) {
    auto stored = readSource(database);
    if (!stored) return stored.error();
    if (!*stored) return std::shared_ptr<const Dataset>();
    auto columns = readExtraColumns(database);
    if (!columns) return columns.error();
    std::vector<std::string_view> cells(columns->size());
    DatasetBuilder builder((*stored)->source, std::move(*columns));
    auto select = database.prepare("SELECT id, text, line, extras FROM texts ORDER BY row");
    if (!select) return select.error();
    for (;;) {
        const auto row = select->step();
        if (!row) return row.error();
        if (!*row) break;
        if (!unpackExtras(select->text(3), cells)) {
            return malformedProject(database, "text " + std::to_string(builder.size() + 1), "its extra columns are damaged");
        }
        builder.add(select->text(0), select->text(1), cells, static_cast<std::uint64_t>(select->integer(2)));
    }
    if (builder.size() != (*stored)->rows) {
        return malformedProject(database, "texts",
                                std::to_string(builder.size()) + " are there, " + std::to_string((*stored)->rows) + " were stored");
    }
    auto dataset = std::move(builder).build();
    const auto hash = dataset->contentHash().bytes();
    if (!std::ranges::equal(std::as_bytes(std::span((*stored)->contentHash)), hash)) {
        return malformedProject(database, "texts", "they are not the ones that were stored (the check sum differs)");
    }
    return dataset;
}

Result<std::shared_ptr<const Dataset>> readDatasetWithGaps(Database& database, std::uint64_t rows) {
    auto stored = readSource(database);
    if (!stored) return stored.error();
    auto columns = readExtraColumns(database);
    if (!columns) return columns.error();
    std::vector<std::string_view> cells(columns->size());
    DatasetBuilder builder(*stored ? (*stored)->source : DatasetSource{}, std::move(*columns));
    const auto fillUpTo = [&builder](std::uint64_t row) {
        while (builder.size() < row) builder.add({}, {}, {}, 0);
    };
    auto select = database.prepare("SELECT row, id, text, line, extras FROM texts ORDER BY row");
    if (!select) return select.error();
    for (;;) {
        const auto row = select->step();
        if (!row) return row.error();
        if (!*row) break;
        fillUpTo(static_cast<std::uint64_t>(select->integer(0)));
        if (!unpackExtras(select->text(4), cells)) std::ranges::fill(cells, std::string_view());
        builder.add(select->text(1), select->text(2), cells, static_cast<std::uint64_t>(select->integer(3)));
    }
    fillUpTo(rows);
    return std::move(builder).build();
}

Result<std::uint64_t> storedRowCount(Database& database) {
    const auto rows = database.integer("SELECT row_count FROM dataset");
    if (!rows) return rows.error();
    return static_cast<std::uint64_t>(*rows);
}

}  // namespace labelwright
