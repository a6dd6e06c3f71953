#include "core/io/column_guess.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "core/base/utf8.h"

namespace labelwright {
namespace {

// Best first.
constexpr std::array textNames{
    "text",     "content",  "review",    "sentence", "message",     "comment",      "文本",        "内容", "评论",     "正文",
    "文本内容", "评论内容", "评价内容",  "评价",     "反馈内容",    "反馈",         "留言内容",    "留言", "消息内容", "消息",
    "句子",     "诉求内容", "诉求",      "工单内容", "review_text", "comment_text", "review_body", "body", "document", "texts",
    "reviews",  "comments", "utterance", "feedback", "tweet",       "query",        "question",    "问题", "描述",     "description",
    "文章",     "summary",  "title",     "标题",     "內容",        "評論",         "正文內容",    "訊息", "標題"};
constexpr std::array idNames{"id",       "_id",    "uuid",    "guid",      "uid",        "row_id",     "rowid",    "record_id",
                             "text_id",  "doc_id", "item_id", "review_id", "comment_id", "message_id", "no",       "no.",
                             "编号",     "序号",   "行号",    "记录号",    "单号",       "工单号",     "工单编号", "订单号",
                             "订单编号", "评论id", "标识",    "編號",      "序號"};
constexpr std::array otherNames{"label",     "labels", "category", "cat",  "class",    "sentiment", "rating", "score", "date", "time",
                                "timestamp", "source", "user",     "name", "language", "标签",      "类别",   "分类",  "情感", "评分",
                                "星级",      "日期",   "时间",     "用户", "来源",     "渠道",      "標籤",   "類別",  "分類"};

/// Trimmed, ASCII letters small.
std::string normalised(std::string_view name) {
    std::string small(trimmed(name));
    for (char& c : small) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return small;
}

template <typename Names>
bool holds(const Names& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

template <typename Names>
std::optional<std::size_t> firstNamed(const Names& wanted, const std::vector<std::string>& names, const std::vector<bool>& allowed) {
    for (const char* name : wanted) {
        for (std::size_t column = 0; column < names.size(); ++column) {
            if (allowed[column] && normalised(names[column]) == name) return column;
        }
    }
    return std::nullopt;
}

bool isNumber(std::string_view cell) {
    const std::string_view digits = trimmed(cell);
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size();
}

std::size_t cellLength(const std::vector<std::string>& row, std::size_t column) {
    return column < row.size() ? codePointCount(row[column]) : 0;
}

/// Mean number of code points below the first `from` rows.
double meanLength(const CellRows& rows, std::size_t column, std::size_t from) {
    std::size_t sum = 0;
    for (std::size_t row = from; row < rows.size(); ++row) sum += cellLength(rows[row], column);
    return rows.size() > from ? static_cast<double>(sum) / static_cast<double>(rows.size() - from) : 0;
}

/// Whether the rows below the first show that its cell of this column is of another kind.
bool differsFromColumn(const CellRows& rows, std::size_t column) {
    std::size_t numbers = 0;
    for (std::size_t row = 1; row < rows.size(); ++row) numbers += column < rows[row].size() && isNumber(rows[row][column]) ? 1 : 0;
    if (numbers == rows.size() - 1) return true;
    const double mean = meanLength(rows, column, 1);
    return mean >= 12 && static_cast<double>(cellLength(rows[0], column)) * 3 <= mean;
}

}  // namespace

bool isKnownColumnName(std::string_view cell) {
    const std::string name = normalised(cell);
    return holds(textNames, name) || holds(idNames, name) || holds(otherNames, name);
}

bool looksLikeHeader(const CellRows& rows) {
    if (rows.empty()) return false;
    const std::vector<std::string>& first = rows[0];
    std::set<std::string> seen;
    bool known = false;
    bool doubtful = false;
    for (std::size_t column = 0; column < first.size(); ++column) {
        const std::string name = normalised(first[column]);
        if (isNumber(name) || codePointCount(name) > 64) return false;
        known |= isKnownColumnName(name);
        // A table saved with its row numbers has no name above them.
        const bool rowNumbers = name.empty() && column == 0 && first.size() > 1;
        doubtful |= !rowNumbers && (name.empty() || !seen.insert(name).second);
    }
    if (known) return true;
    if (doubtful) return false;
    if (rows.size() < 2) return false;
    for (std::size_t column = 0; column < first.size(); ++column) {
        for (std::size_t row = 1; row < rows.size(); ++row) {
            if (column < rows[row].size() && !first[column].empty() && rows[row][column] == first[column]) return false;
        }
    }
    for (std::size_t column = 0; column < first.size(); ++column) {
        if (differsFromColumn(rows, column)) return true;
    }
    return false;
}

std::vector<std::string> namesFromHeader(const std::vector<std::string>& header) {
    std::vector<std::string> names;
    std::set<std::string> taken;
    for (std::size_t column = 0; column < header.size(); ++column) {
        std::string name(trimmed(toValidUtf8(header[column])));
        if (name.empty()) name = std::to_string(column + 1);
        std::string candidate = name;
        for (int copy = 2; !taken.insert(candidate).second; ++copy) candidate = name + " (" + std::to_string(copy) + ")";
        names.push_back(std::move(candidate));
    }
    return names;
}

std::vector<std::string> numberedNames(std::size_t columns) {
    std::vector<std::string> names;
    for (std::size_t column = 1; column <= columns; ++column) names.push_back(std::to_string(column));
    return names;
}

std::size_t guessTextColumn(const std::vector<std::string>& names, const CellRows& rows, const std::vector<bool>& mayBeText) {
    if (const auto named = firstNamed(textNames, names, mayBeText)) return *named;
    std::size_t best = 0;
    double longest = -1;
    for (std::size_t column = 0; column < names.size(); ++column) {
        const double mean = mayBeText[column] ? meanLength(rows, column, 0) : -1;
        if (mean <= longest) continue;
        longest = mean;
        best = column;
    }
    return best;
}

std::optional<std::size_t> guessIdColumn(const std::vector<std::string>& names, const CellRows& rows, std::size_t textColumn) {
    std::vector<bool> allowed(names.size(), true);
    if (textColumn < allowed.size()) allowed[textColumn] = false;
    const auto column = firstNamed(idNames, names, allowed);
    if (!column) return std::nullopt;
    std::set<std::string> seen;
    for (const std::vector<std::string>& row : rows) {
        if (*column >= row.size() || row[*column].empty() || !seen.insert(row[*column]).second) return std::nullopt;
    }
    return column;
}

}  // namespace labelwright
