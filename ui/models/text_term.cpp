#include "ui/models/text_term.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace labelwright::ui {
namespace {

constexpr char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
constexpr char raised(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; }

bool containsAnyCase(std::string_view text, std::string_view lower) {
    if (lower.empty()) return true;
    if (text.size() < lower.size()) return false;
    const char* const last = text.data() + (text.size() - lower.size());
    const char small = lower.front();
    const char big = raised(small);
    for (const char* at = text.data(); at <= last; ++at) {
        if (*at != small && *at != big) continue;
        if (std::equal(lower.begin() + 1, lower.end(), at + 1, [](char a, char b) { return a == lowered(b); })) return true;
    }
    return false;
}

}  // namespace

TextTerm TextTerm::words(const QString& text) {
    const bool cased = text.toLower() != text.toUpper();
    const bool hasUpper = text != text.toLower();
    if (!cased || hasUpper) return TextTerm(Exact{text.toStdString()});
    const bool onlyAsciiLetters =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128 || (c.toLower() == c && c.toUpper() == c); });
    if (onlyAsciiLetters) return TextTerm(AsciiAnyCase{text.toStdString()});
    return TextTerm(AnyCase{text});
}

std::variant<TextTerm, TextTerm::BadPattern> TextTerm::pattern(const QString& expression) {
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (expression == expression.toLower()) options |= QRegularExpression::CaseInsensitiveOption;
    QRegularExpression compiled(expression, options);
    if (!compiled.isValid()) return BadPattern{compiled.errorString(), compiled.patternErrorOffset()};
    compiled.optimize();
    return TextTerm(std::move(compiled));
}

bool TextTerm::foundIn(std::string_view text) const {
    if (const auto* exact = std::get_if<Exact>(&m_kind)) {
        return exact->bytes.empty() || memmem(text.data(), text.size(), exact->bytes.data(), exact->bytes.size()) != nullptr;
    }
    if (const auto* ascii = std::get_if<AsciiAnyCase>(&m_kind)) return containsAnyCase(text, ascii->lower);
    const QString wide = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    if (const auto* any = std::get_if<AnyCase>(&m_kind)) return wide.contains(any->text, Qt::CaseInsensitive);
    return std::get<QRegularExpression>(m_kind).match(wide).hasMatch();
}

}  // namespace labelwright::ui
