#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/io/cell_writer.h"

namespace labelwright {

/// Writes an Excel workbook row by row in constant memory, beside the target; without commit() nothing is left behind. Text is always a
/// text cell, never a formula. The first row of a sheet is its header: bold, frozen, with a filter. One thread.
class WorkbookWriter {
public:
    static Result<WorkbookWriter> create(const std::filesystem::path& target);
    WorkbookWriter(WorkbookWriter&&) noexcept;
    WorkbookWriter& operator=(WorkbookWriter&&) = delete;
    ~WorkbookWriter();

    /// The cells of a new sheet, which belong to the writer. Sheets may be filled in turn.
    CellWriter& addSheet(const std::string& name);
    /// What went wrong so far: more rows, columns or characters than Excel takes (InvalidArgument), or the disk (FileUnwritable).
    const std::optional<Error>& fault() const noexcept;
    Result<void> commit();

private:
    struct State;
    explicit WorkbookWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace labelwright
