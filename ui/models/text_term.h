#pragma once

#include <QRegularExpression>
#include <QString>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace labelwright::ui {

/// Something to look for in UTF-8 texts: words as typed, or a regular expression. A word without upper-case letters also finds upper case
/// (smart case). Read-only after construction; any thread.
class TextTerm {
public:
    static TextTerm words(const QString& text);
    /// The problem with the expression instead, if it is not one; its place is counted in characters from 0.
    struct BadPattern {
        QString message;
        qsizetype place = 0;
    };
    static std::variant<TextTerm, BadPattern> pattern(const QString& expression);

    bool foundIn(std::string_view text) const;

private:
    struct Exact {
        std::string bytes;
    };
    struct AsciiAnyCase {
        std::string lower;  // other bytes than ASCII letters stand for themselves
    };
    struct AnyCase {
        QString text;
    };
    using Kind = std::variant<Exact, AsciiAnyCase, AnyCase, QRegularExpression>;
    explicit TextTerm(Kind kind) : m_kind(std::move(kind)) {}

    Kind m_kind;
};

}  // namespace labelwright::ui
