#include "core/io/fast_text_parser.h"

#include <vector>

#include "core/io/json_text.h"

namespace labelwright {

void FastTextParser::next(std::string_view window, Continues continues, ParsedRow& row) {
    if (answeredBefore(window, continues, row)) return;
    const auto end = lineEnd(window, continues);
    if (!end) {
        if (window.size() >= m_limits.rowBytes && window.back() != '\r') rejectTooLong(window, row);
        else row.kind = ParsedRow::Kind::NeedMore;
        return;
    }
    ++m_line;
    row.bytes = end->behind;
    std::string_view line = window.substr(0, end->at);
    std::vector<std::string> labels;
    while (line.starts_with(fastTextPrefix)) {
        const std::size_t blank = std::min(line.find_first_of(" \t"), line.size());
        labels.emplace_back(line.substr(fastTextPrefix.size(), blank - fastTextPrefix.size()));
        line.remove_prefix(blank);
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    }
    m_labels = labels.empty() ? std::string() : jsonStrings(labels);
    row.kind = ParsedRow::Kind::Row;
    row.cells = {line, m_labels};
}

}  // namespace labelwright
