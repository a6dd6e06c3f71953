#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/jobs/job_event.h"

namespace labelwright::cli {

/// Columns of a terminal that the text takes (East Asian wide characters take two).
std::size_t displayWidth(std::string_view text);
/// Cut to `width` columns with … at the end, or filled with spaces.
std::string fitted(std::string_view text, std::size_t width);
/// A table with aligned columns; each column as wide as its widest cell, at most `widest`.
void printTable(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows, std::size_t widest = 60);

/// "12,480 / 50,000 · 312 texts/s · 2 min left · 38% from cache" on standard error: one line rewritten on a terminal, else a line every
/// five seconds.
class ProgressLine {
public:
    explicit ProgressLine(bool quiet);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const Progress& progress);
    void showTransfer(std::string_view what, std::uint64_t done, std::uint64_t total);
    /// Ends the rewritten line, so that something else can be printed.
    void end();

private:
    void write(const std::string& line);

    bool m_quiet;
    bool m_terminal;
    bool m_open = false;
    double m_lastLine = -1e9;
};

std::string groupedNumber(std::uint64_t number);  ///< 12,480
std::string byteCount(std::uint64_t bytes);       ///< 26.5 MB
std::string duration(double seconds);             ///< "0.4 s", "2 min", "1 h 5 min"

}  // namespace labelwright::cli
