#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/text_import.h"
#include "core/io/text_stream.h"

namespace labelwright {

/// Beyond these a row is rejected; they bound what an import holds besides the dataset.
struct RowLimits {
    std::size_t rowBytes = std::size_t{4} << 20U;
    std::size_t quotedLines = 10'000;  ///< line breaks in one quoted row; more means a quote that is never closed
};

/// What stands at the start of a window.
struct ParsedRow {
    enum class Kind {
        Row,       ///< `cells`
        Rejected,  ///< `reason`, `detail`
        Skipped,   ///< `bytes` that are no row: a blank line of JSON Lines, the rest of a row too long
        NeedMore,  ///< the row goes on behind the window
        End,
    };
    Kind kind = Kind::End;
    std::size_t bytes = 0;                ///< to consume
    std::uint64_t line = 0;               ///< 1-based line on which it began
    std::vector<std::string_view> cells;  ///< in column order; valid until the next call and while the window is
    RejectedRow::Reason reason = RejectedRow::Reason::EmptyText;
    std::string detail;
};

/// Splits text into rows. It keeps only the line number between calls; the window must begin where the last row ended. One thread.
class RowParser {
public:
    explicit RowParser(RowLimits limits) : m_limits(limits) {}
    virtual ~RowParser() = default;
    RowParser(const RowParser&) = delete;
    RowParser& operator=(const RowParser&) = delete;

    virtual void next(std::string_view window, Continues continues, ParsedRow& row) = 0;

protected:
    struct LineEnd {
        std::size_t at = 0;      ///< length of the line
        std::size_t behind = 0;  ///< start of the next
    };
    /// The first CR, LF or CRLF; none while a CR ends the window and more follows. The end of the text ends a line too.
    static std::optional<LineEnd> lineEnd(std::string_view window, Continues continues);

    /// What every format does first. True: `row` is answered (end, nothing to read yet, the rest of a row too long).
    bool answeredBefore(std::string_view window, Continues continues, ParsedRow& row);
    void reject(RejectedRow::Reason reason, std::string detail, std::size_t bytes, ParsedRow& row) const;
    /// Rejects what is in the window, a part of one endless line, and skips the rest of that line.
    void rejectTooLong(std::string_view window, ParsedRow& row);

    RowLimits m_limits;
    std::uint64_t m_line = 1;

private:
    bool m_skipping = false;
};

/// One text a line.
class PlainTextParser final : public RowParser {
public:
    explicit PlainTextParser(RowLimits limits = {}) : RowParser(limits) {}
    void next(std::string_view window, Continues continues, ParsedRow& row) override;
};

}  // namespace labelwright
