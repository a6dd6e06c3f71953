#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/hash.h"

namespace labelwright {

/// One text. The views point into the Dataset that owns it.
struct TextRecord {
    std::string_view id;    ///< the file's id column, else the row number from 1
    std::string_view text;  ///< UTF-8, as imported
    Hash128 hash;           ///< of `text`: equal texts share cache entries
};

/// Where a dataset came from.
struct DatasetSource {
    std::string name;                     ///< shown to the user: file name, "clipboard"
    std::string path;                     ///< empty for the clipboard
    std::string textColumn;               ///< name of the column that holds the text; empty: there is none
    std::optional<std::string> idColumn;  ///< column the ids were taken from
    std::string format;                   ///< "csv", "jsonl", "txt"
    std::string encoding;                 ///< "UTF-8", "GB18030", …
};

/// An imported table of texts: immutable, shared as shared_ptr<const Dataset>, readable from every thread.
/// Bytes live in blocks of some MiB; a row costs its bytes plus 48 (record) plus 16 for each extra column.
class Dataset {
public:
    std::size_t size() const noexcept { return m_records.size(); }
    std::span<const TextRecord> records() const noexcept { return m_records; }
    const TextRecord& operator[](std::size_t row) const noexcept { return m_records[row]; }

    /// Source columns besides the text and the id, in file order.
    std::span<const std::string> extraColumns() const noexcept { return m_extraNames; }
    std::string_view extra(std::size_t row, std::size_t column) const noexcept { return m_extras[column][row]; }

    /// 1-based line of the source file on which the row began.
    std::uint64_t sourceLine(std::size_t row) const noexcept { return m_lines[row]; }
    const DatasetSource& source() const noexcept { return m_source; }

    /// Identity of the content (ids, texts, extra columns), for project files.
    Hash128 contentHash() const noexcept { return m_contentHash; }
    std::size_t memoryBytes() const noexcept;

private:
    friend class DatasetBuilder;
    Dataset() = default;

    std::deque<std::string> m_blocks;
    std::vector<TextRecord> m_records;
    std::vector<std::uint32_t> m_lines;
    std::vector<std::string> m_extraNames;
    std::vector<std::vector<std::string_view>> m_extras;  // [column][row]
    DatasetSource m_source;
    Hash128 m_contentHash;
};

/// Collects rows, then gives the dataset away. One thread.
class DatasetBuilder {
public:
    explicit DatasetBuilder(DatasetSource source, std::vector<std::string> extraColumns = {});

    /// `extras` has one cell for each extra column; missing ones are empty. An empty id becomes the row number.
    void add(std::string_view id, std::string_view text, std::span<const std::string_view> extras, std::uint64_t sourceLine);
    std::size_t size() const noexcept { return m_dataset->size(); }

    std::shared_ptr<const Dataset> build() &&;

private:
    std::string_view keep(std::string_view bytes);

    std::shared_ptr<Dataset> m_dataset;
    Hash128 m_runningHash;
};

}  // namespace labelwright
