#include <algorithm>
#include <cctype>
#include <regex>
#include <sstream>

#include "tests/architecture/source_file.h"

namespace labelwright::architecture {
namespace {

bool isWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// One walk over the text: copies it to `code`, blanking what is no code.
class Lexer {
public:
    explicit Lexer(std::string_view text) : m_text(text) { m_lexed.code.reserve(text.size()); }

    LexedSource run() {
        while (m_at < m_text.size()) step();
        return std::move(m_lexed);
    }

private:
    void step() {
        const char c = m_text[m_at];
        if (startsWith("//")) {
            while (m_at < m_text.size() && (m_text[m_at] != '\n' || m_text[m_at - 1] == '\\')) blank();
        } else if (startsWith("/*")) {
            blank(2);
            while (m_at < m_text.size() && !startsWith("*/")) blank();
            blank(2);
        } else if (c == '"') {
            isRaw() ? rawString() : quoted('"');
        } else if (c == '\'' && !insideNumber()) {
            quoted('\'');
        } else {
            keep();
        }
    }

    void quoted(char end) {
        Literal literal{m_line, {}};
        // The name in `#include "name"` is no literal, but kept as code.
        const bool isInclude = end == '"' && m_lineCode.find("include") != std::string::npos && m_lineCode.find('#') != std::string::npos;
        keep();
        while (m_at < m_text.size() && m_text[m_at] != end && m_text[m_at] != '\n') {
            const std::size_t length = m_text[m_at] == '\\' ? 2 : 1;
            literal.content += m_text.substr(m_at, length);
            for (std::size_t i = 0; i < length && m_at < m_text.size(); ++i) isInclude ? keep() : blank();
        }
        if (m_at < m_text.size()) keep();
        if (!isInclude) m_lexed.literals.push_back(std::move(literal));
    }

    void rawString() {
        Literal literal{m_line, {}};
        const std::size_t open = m_text.find('(', m_at);
        const std::string close = ")" + std::string(m_text.substr(m_at + 1, open - m_at - 1)) + "\"";
        const std::size_t end = std::min(m_text.find(close, open), m_text.size());
        literal.content = m_text.substr(open + 1, end - open - 1);
        while (m_at < std::min(end + close.size(), m_text.size())) blank();
        m_lexed.literals.push_back(std::move(literal));
    }

    bool startsWith(std::string_view what) const { return m_text.substr(m_at, what.size()) == what; }
    std::size_t wordStart() const {
        std::size_t start = m_at;
        while (start > 0 && (isWord(m_text[start - 1]) || m_text[start - 1] == '\'')) --start;
        return start;
    }
    bool insideNumber() const { return wordStart() < m_at && std::isdigit(static_cast<unsigned char>(m_text[wordStart()])) != 0; }
    bool isRaw() const {
        const std::string_view prefix = m_text.substr(wordStart(), m_at - wordStart());
        return prefix == "R" || prefix == "u8R" || prefix == "uR" || prefix == "UR" || prefix == "LR";
    }

    void keep() { put(m_text[m_at]); }
    void blank(std::size_t count = 1) {
        for (; count > 0 && m_at < m_text.size(); --count) put(m_text[m_at] == '\n' ? '\n' : ' ');
    }
    void put(char c) {
        m_lexed.code += c;
        m_lineCode += c;
        if (c == '\n') {
            ++m_line;
            m_lineCode.clear();
        }
        ++m_at;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::string m_lineCode;
    LexedSource m_lexed;
};

}  // namespace

LexedSource lex(std::string_view text) {
    LexedSource lexed = Lexer(text).run();
    static const std::regex pattern(R"(^\s*#\s*include(?:_next)?\s*([<"])([^>"]+)[>"])");
    std::istringstream lines(lexed.code);
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        std::smatch match;
        if (!std::regex_search(line, match, pattern)) continue;
        lexed.includes.push_back({number, match[1] == "<" ? IncludeStyle::Angled : IncludeStyle::Quoted, match[2]});
    }
    return lexed;
}

}  // namespace labelwright::architecture
