#include "core/project/project_schema.h"

#include <array>

namespace labelwright {
namespace {

constexpr std::uint32_t projectApplicationId = 0x4c57504a;  // "LWPJ"

Result<void> createTables(Database& database) {
    return database.execute(R"sql(
        -- The imported texts, one row for each in import order from 0.
        CREATE TABLE dataset(
            id INTEGER PRIMARY KEY CHECK(id = 1), name TEXT NOT NULL, path TEXT NOT NULL, text_column TEXT NOT NULL, id_column TEXT,
            format TEXT NOT NULL, encoding TEXT NOT NULL, row_count INTEGER NOT NULL, content_hash BLOB NOT NULL);
        CREATE TABLE extra_columns(position INTEGER PRIMARY KEY, name TEXT NOT NULL);
        -- extras: for each extra column the length of its cell (4 bytes, little-endian) and its UTF-8 bytes; NULL: all are empty.
        CREATE TABLE texts(row INTEGER PRIMARY KEY, id TEXT NOT NULL, text TEXT NOT NULL, line INTEGER NOT NULL, extras BLOB);

        CREATE TABLE label_sets(id TEXT PRIMARY KEY, name TEXT NOT NULL, template TEXT NOT NULL, version INTEGER NOT NULL);
        CREATE TABLE labels(
            label_set TEXT NOT NULL REFERENCES label_sets(id) ON DELETE CASCADE, id TEXT NOT NULL, position INTEGER NOT NULL,
            name TEXT NOT NULL, description TEXT NOT NULL, hypothesis TEXT NOT NULL, english_name TEXT NOT NULL, colour INTEGER NOT NULL,
            key TEXT NOT NULL, parent TEXT NOT NULL, PRIMARY KEY(label_set, id));

        CREATE TABLE settings(name TEXT PRIMARY KEY, value) WITHOUT ROWID;

        -- Raw model outputs in blocks of 4096 rows: float32, little-endian. no NULL: all 0; neutral NULL: all NaN. NaN in yes: not scored.
        CREATE TABLE score_blocks(
            block INTEGER NOT NULL, hypothesis BLOB NOT NULL, yes BLOB NOT NULL, no BLOB, neutral BLOB, PRIMARY KEY(block, hypothesis));
        -- How to read them: reading of each row (1 byte, 255: none) and whether its text was cut (1 byte).
        CREATE TABLE score_rows(block INTEGER PRIMARY KEY, reading BLOB NOT NULL, truncated BLOB NOT NULL);
        CREATE TABLE readings(
            id INTEGER PRIMARY KEY CHECK(id BETWEEN 0 AND 254), model_id TEXT NOT NULL, model_name TEXT NOT NULL, rule TEXT NOT NULL,
            temperature REAL NOT NULL, columns TEXT NOT NULL);)sql");
}

/// Every state of the labels is kept as a version; labels that were merged into another stay whole beside it.
Result<void> keepLabelVersions(Database& database) {
    return database.execute(R"sql(
        -- A version once made is never changed; settings name the one in use. made_at: seconds since 1970, 0: not known.
        CREATE TABLE label_versions(
            number INTEGER PRIMARY KEY, label_set TEXT NOT NULL, name TEXT NOT NULL, template TEXT NOT NULL, made_at INTEGER NOT NULL);
        -- position: labels in their order, each before those merged into it. merged_into: the label it is inside, or empty.
        CREATE TABLE version_labels(
            version INTEGER NOT NULL REFERENCES label_versions(number) ON DELETE CASCADE, id TEXT NOT NULL, position INTEGER NOT NULL,
            name TEXT NOT NULL, description TEXT NOT NULL, hypothesis TEXT NOT NULL, english_name TEXT NOT NULL, colour INTEGER NOT NULL,
            key TEXT NOT NULL, parent TEXT NOT NULL, merged_into TEXT NOT NULL, PRIMARY KEY(version, id)) WITHOUT ROWID;
        INSERT INTO label_versions(number, label_set, name, template, made_at) SELECT version, id, name, template, 0 FROM label_sets;
        INSERT INTO version_labels(version, id, position, name, description, hypothesis, english_name, colour, key, parent, merged_into)
            SELECT label_sets.version, labels.id, position, labels.name, description, hypothesis, english_name, colour, key, parent, ''
            FROM labels JOIN label_sets ON labels.label_set = label_sets.id;
        INSERT INTO settings(name, value) SELECT 'label version', version FROM label_sets;
        DROP TABLE labels;
        DROP TABLE label_sets;)sql");
}

/// Predictions say with which precision they were computed; of older ones it is not known.
Result<void> keepPrecision(Database& database) {
    return database.execute("ALTER TABLE readings ADD COLUMN precision TEXT NOT NULL DEFAULT 'auto'");
}

/// What people say about the texts.
Result<void> keepReviews(Database& database) {
    return database.execute(R"sql(
        -- labels: ids in the order given, a line break between them. made_at: seconds since 1970.
        CREATE TABLE reviews(
            row INTEGER PRIMARY KEY, decided INTEGER NOT NULL, labels TEXT NOT NULL, deferred INTEGER NOT NULL, flagged INTEGER NOT NULL,
            note TEXT NOT NULL, made_at INTEGER NOT NULL);
        -- Those of texts that another import took the place of: they come back with their text.
        CREATE TABLE waiting_reviews(
            key INTEGER PRIMARY KEY, id TEXT NOT NULL, text TEXT NOT NULL, decided INTEGER NOT NULL, labels TEXT NOT NULL,
            deferred INTEGER NOT NULL, flagged INTEGER NOT NULL, note TEXT NOT NULL, made_at INTEGER NOT NULL);)sql");
}

/// Labels that a person wants apart however alike they look.
Result<void> keepPairsApart(Database& database) {
    return database.execute(R"sql(
        CREATE TABLE version_pairs_apart(
            version INTEGER NOT NULL REFERENCES label_versions(number) ON DELETE CASCADE, position INTEGER NOT NULL,
            left_label TEXT NOT NULL, right_label TEXT NOT NULL, PRIMARY KEY(version, position)) WITHOUT ROWID;)sql");
}

/// What was done, step by step: only ever added to.
Result<void> keepHistory(Database& database) {
    return database.execute(R"sql(
        -- act: 0 done, 1 step of_step taken back, 2 done again, 3 texts imported. joins: the entry that this one makes one step with, or 0.
        -- made_at: seconds since 1970. The rest only for what was done: label versions (0: no labels yet), selections as JSON, and the
        -- reviews: the different ones as a JSON array, and for each row three numbers (row, review before, review after; 4 bytes each,
        -- little-endian), by row.
        CREATE TABLE history(
            number INTEGER PRIMARY KEY AUTOINCREMENT, act INTEGER NOT NULL, of_step INTEGER NOT NULL, joins INTEGER NOT NULL,
            made_at INTEGER NOT NULL, who TEXT NOT NULL, text TEXT NOT NULL, row_count INTEGER NOT NULL, labels_before INTEGER,
            labels_after INTEGER, selection_before TEXT, selection_after TEXT, review_values TEXT, review_rows BLOB);)sql");
}

constexpr std::array<SchemaStep, 6> steps = {createTables, keepLabelVersions, keepPrecision, keepReviews, keepPairsApart, keepHistory};
constexpr Schema schema{projectApplicationId, steps};

}  // namespace

const Schema& projectSchema() { return schema; }

}  // namespace labelwright
