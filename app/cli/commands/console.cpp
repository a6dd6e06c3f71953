#include "app/cli/commands/console.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <iostream>

namespace labelwright::cli {
namespace {

constexpr double secondsBetweenLines = 5;

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

std::size_t widthOf(UChar32 c) {
    const auto category = static_cast<UCharCategory>(u_charType(c));
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// Calls `use(bytes of the character, its width)` until it returns false.
template <typename Use>
void forEachCharacter(std::string_view text, Use use) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::int64_t at = 0, size = static_cast<std::int64_t>(text.size()); at < size;) {
        const std::int64_t begin = at;
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (!use(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)), c < 0 ? 1U : widthOf(c))) return;
    }
}

std::string printed(const char* format, double value) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), format, value);
    return text.data();
}

}  // namespace

std::size_t displayWidth(std::string_view text) {
    std::size_t width = 0;
    forEachCharacter(text, [&](std::string_view, std::size_t w) {
        width += w;
        return true;
    });
    return width;
}

std::string fitted(std::string_view text, std::size_t width) {
    std::string line;
    for (const char c : text) line.push_back(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    const std::size_t whole = displayWidth(line);
    if (whole <= width) return line + std::string(width - whole, ' ');
    std::string cut;
    std::size_t used = 0;
    forEachCharacter(line, [&](std::string_view character, std::size_t w) {
        if (used + w + 1 > width) return false;
        cut.append(character);
        used += w;
        return true;
    });
    return cut + "…" + std::string(width - used - 1, ' ');
}

void printTable(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows, std::size_t widest) {
    std::vector<std::size_t> widths;
    for (std::size_t column = 0; column < header.size(); ++column) {
        std::size_t width = displayWidth(header[column]);
        for (const auto& row : rows) width = std::max(width, displayWidth(row[column]));
        widths.push_back(std::min(width, widest));
    }
    const auto print = [&](const std::vector<std::string>& cells) {
        std::string line;
        for (std::size_t column = 0; column < cells.size(); ++column)
            line += (column == 0 ? "" : "  ") + fitted(cells[column], widths[column]);
        line.erase(line.find_last_not_of(' ') + 1);
        std::cout << line << '\n';
    };
    print(header);
    for (const auto& row : rows) print(row);
}

std::string groupedNumber(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), 1, ',');
    return digits;
}

std::string byteCount(std::uint64_t bytes) {
    const auto value = static_cast<double>(bytes);
    if (value < 1e3) return std::to_string(bytes) + " B";
    if (value < 1e6) return printed("%.1f kB", value / 1e3);
    if (value < 1e9) return printed("%.1f MB", value / 1e6);
    return printed("%.2f GB", value / 1e9);
}

std::string duration(double seconds) {
    if (seconds < 60) return printed(seconds < 10 ? "%.1f s" : "%.0f s", seconds);
    const auto minutes = static_cast<std::uint64_t>(std::llround(seconds / 60));
    if (minutes < 60) return std::to_string(minutes) + " min";
    return std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
}

ProgressLine::ProgressLine(bool quiet) : m_quiet(quiet), m_terminal(isatty(STDERR_FILENO) != 0) {}
ProgressLine::~ProgressLine() { end(); }

void ProgressLine::show(const Progress& progress) {
    const double share = progress.pairs == 0 ? 0 : static_cast<double>(progress.pairsFromCache) / static_cast<double>(progress.pairs);
    write(groupedNumber(progress.doneTexts) + " / " + groupedNumber(progress.totalTexts) + " · " +
          printed("%.0f texts/s", progress.textsPerSecond) + " · " + duration(progress.secondsLeft) + " left · " +
          printed("%.0f%% from cache", 100 * share));
}

void ProgressLine::showTransfer(std::string_view what, std::uint64_t done, std::uint64_t total) {
    if (total > 0) write(std::string(what) + printed(" %.0f%%", 100 * static_cast<double>(done) / static_cast<double>(total)));
}

void ProgressLine::write(const std::string& line) {
    if (m_quiet) return;
    if (m_terminal) {
        std::cerr << '\r' << line << "\x1b[K" << std::flush;
        m_open = true;
    } else if (now() - m_lastLine >= secondsBetweenLines) {
        std::cerr << line << '\n';
        m_lastLine = now();
    }
}

void ProgressLine::end() {
    if (m_open) std::cerr << '\n';
    m_open = false;
}

}  // namespace labelwright::cli
