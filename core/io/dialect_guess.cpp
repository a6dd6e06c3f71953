#include "core/io/dialect_guess.h"

#include <algorithm>
#include <array>
#include <map>

namespace labelwright {
namespace {

constexpr std::size_t sniffedBytes = 65536;
constexpr std::size_t sniffedRows = 1000;

struct Candidate {
    DialectGuess guess;
    CellRows rows;
    std::size_t unclosed = 0;  // rows with a quote that is never closed
    std::size_t quotedCells = 0;

    /// One column proves little; a usual column name in the first row proves much.
    double score() const { return guess.consistency * (guess.columns > 1 ? 1.0 : 0.5) + (guess.namesKnown ? 0.05 : 0.0); }
};

Candidate tried(std::string_view start, Dialect dialect) {
    Candidate candidate;
    candidate.guess.dialect = dialect;
    DelimitedParser parser(dialect);
    std::map<std::size_t, std::size_t> rowsWith;
    ParsedRow row;
    while (candidate.guess.rows < sniffedRows) {
        parser.next(start, Continues::No, row);
        if (row.kind == ParsedRow::Kind::End) break;
        start.remove_prefix(row.bytes);
        if (row.kind == ParsedRow::Kind::Row) {
            ++candidate.guess.rows;
            ++rowsWith[row.cells.size()];
            candidate.rows.emplace_back(row.cells.begin(), row.cells.end());
        } else if (row.kind == ParsedRow::Kind::Rejected && row.reason == RejectedRow::Reason::UnterminatedQuote) {
            ++candidate.unclosed;
        }
    }
    candidate.quotedCells = parser.quotedCells();
    const auto most = std::max_element(rowsWith.begin(), rowsWith.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == rowsWith.end()) return candidate;
    candidate.guess.columns = most->first;
    candidate.guess.consistency = static_cast<double>(most->second) / static_cast<double>(candidate.guess.rows + candidate.unclosed);
    const std::vector<std::string>& first = candidate.rows.front();
    if (first.size() != candidate.guess.columns) candidate.guess.consistency *= 0.7;
    candidate.guess.namesKnown = std::any_of(first.begin(), first.end(), [](const std::string& cell) { return isKnownColumnName(cell); });
    return candidate;
}

/// " unless the file plainly does otherwise: it puts most rows between ', or it has cells that begin with a " that is only a character.
Candidate triedWithQuotes(std::string_view start, char delimiter, std::optional<char> quote) {
    Candidate usual = tried(start, {delimiter, quote.value_or('"')});
    if (quote || usual.quotedCells > 0) return usual;
    if (Candidate single = tried(start, {delimiter, '\''});
        single.quotedCells * 2 >= single.guess.rows && single.quotedCells > 1 && single.unclosed == 0 && single.score() >= usual.score()) {
        return single;
    }
    if (usual.unclosed < 3) return usual;
    Candidate none = tried(start, {delimiter, '\0'});
    return none.score() > usual.score() ? none : usual;
}

}  // namespace

DialectGuess guessDialect(std::string_view start, const ImportOptions& options) {
    if (start.size() > sniffedBytes) {
        start = start.substr(0, sniffedBytes);
        if (const std::size_t end = start.find_last_of("\r\n"); end != std::string_view::npos) start = start.substr(0, end + 1);
    }
    Candidate best;
    best.guess.consistency = -1;
    for (const char delimiter : {',', '\t', ';', '|'}) {
        if (options.delimiter && *options.delimiter != delimiter) continue;
        Candidate candidate = triedWithQuotes(start, delimiter, options.quote);
        const bool sameScore = candidate.score() == best.score();
        if (candidate.score() > best.score() || (sameScore && candidate.guess.columns > best.guess.columns)) best = std::move(candidate);
    }
    if (best.guess.consistency < 0)
        best = triedWithQuotes(start, options.delimiter.value_or(','), options.quote);  // a delimiter of the user's own
    best.guess.hasHeader = options.hasHeader.value_or(looksLikeHeader(best.rows));
    if (best.guess.hasHeader && !best.rows.empty()) best.guess.columns = best.rows.front().size();
    return best.guess;
}

}  // namespace labelwright
