#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <optional>

#include "ui/models/query_values.h"
#include "ui/models/row_filter.h"

namespace labelwright::ui {
namespace {

using Kind = RowCondition::Kind;

struct Key {
    const char* name;
    Kind kind;
};
constexpr std::array keys{Key{"label", Kind::Label},         Key{"pred", Kind::Label},    Key{"conf", Kind::Confidence},
                          Key{"margin", Kind::Margin},       Key{"len", Kind::Length},    Key{"dup", Kind::Duplicate},
                          Key{"truncated", Kind::Truncated}, Key{"scored", Kind::Scored}, Key{"model", Kind::Model},
                          Key{"status", Kind::Status},       Key{"human", Kind::Human},   Key{"note", Kind::Noted},
                          Key{"picked", Kind::Picked}};

/// Quotation marks as typed with a Western and with a Chinese keyboard.
bool opensQuote(QChar c) { return c == u'"' || c == u'\u201c'; }
bool closesQuote(QChar c) { return c == u'"' || c == u'\u201d'; }

class QueryParser {
    Q_DECLARE_TR_FUNCTIONS(QueryParser)

public:
    QueryParser(const QString& query, std::span<const std::string> columns) : m_query(query), m_columns(columns) {}

    ParsedQuery parse() {
        while (skipSpace()) {
            const qsizetype start = m_at;
            readTerm();
            while (m_result.pieces.size() < static_cast<qsizetype>(m_result.filter.conditions.size()))
                m_result.pieces << m_query.mid(start, m_at - start);
        }
        return std::move(m_result);
    }

private:
    bool skipSpace() {
        while (m_at < m_query.size() && m_query[m_at].isSpace()) ++m_at;
        return m_at < m_query.size();
    }

    void complain(const QString& problem) {
        if (m_result.problem.isEmpty()) m_result.problem = problem;
    }

    void readTerm() {
        RowCondition condition;
        if (m_query[m_at] == u'-' && m_at + 1 < m_query.size() && !m_query[m_at + 1].isSpace()) {
            condition.negated = true;
            ++m_at;
        }
        if (opensQuote(m_query[m_at])) {
            const QString quoted = readQuoted();
            const auto column = atColon() ? columnNamed(quoted) : std::nullopt;
            if (column) addColumn(std::move(condition), quoted, *column);
            else addWords(condition, quoted);
        } else if (const auto expression = readExpression()) {
            addPattern(condition, *expression);
        } else {
            readWordOrKey(condition);
        }
    }

    bool atColon() const { return m_at < m_query.size() && (m_query[m_at] == u':' || m_query[m_at] == u'\uff1a'); }

    std::optional<std::size_t> columnNamed(const QString& name) const {
        for (std::size_t column = 0; column < m_columns.size(); ++column)
            if (QString::fromStdString(m_columns[column]).compare(name, Qt::CaseInsensitive) == 0) return column;
        if (name.compare(QLatin1String("id"), Qt::CaseInsensitive) == 0) return RowCondition::idColumn;
        return std::nullopt;
    }

    void addColumn(RowCondition condition, const QString& name, std::size_t column) {
        ++m_at;
        condition.kind = Kind::Column;
        condition.column = column;
        const QStringList values = readValues();
        if (values.isEmpty()) return;  // still being typed
        if (readCells(values, condition)) m_result.filter.conditions.push_back(std::move(condition));
        else if (values.join(QString()).size() > 2) complain(tr("After %1: a value is expected, such as =A or <5 or 2..7").arg(name));
    }

    QString readQuoted() {
        const qsizetype start = ++m_at;
        while (m_at < m_query.size() && !closesQuote(m_query[m_at])) ++m_at;
        const QString inside = m_query.mid(start, m_at - start);
        if (m_at < m_query.size()) ++m_at;
        return inside;
    }

    /// /…/ that ends at a space or the end; otherwise it is a word like /usr/bin.
    std::optional<QString> readExpression() {
        if (m_query[m_at] != u'/') return std::nullopt;
        for (qsizetype end = m_at + 1; end < m_query.size(); ++end) {
            if (m_query[end] == u'\\') {
                ++end;
            } else if (m_query[end] == u'/' && (end + 1 == m_query.size() || m_query[end + 1].isSpace())) {
                if (end == m_at + 1) return std::nullopt;
                const QString inside = m_query.mid(m_at + 1, end - m_at - 1);
                m_at = end + 1;
                return inside;
            }
        }
        return std::nullopt;
    }

    void readWordOrKey(RowCondition condition) {
        const qsizetype start = m_at;
        while (m_at < m_query.size() && !m_query[m_at].isSpace()) {
            const QChar c = m_query[m_at];
            if (c == u':' || c == u'\uff1a') {  // the full-width colon of a Chinese keyboard
                const QString name = m_query.mid(start, m_at - start).toLower();
                const auto key = std::find_if(keys.begin(), keys.end(), [&name](const Key& k) { return name == QLatin1String(k.name); });
                if (key != keys.end()) {
                    ++m_at;
                    condition.kind = key->kind;
                    addKey(std::move(condition), name);
                    return;
                }
                if (const auto column = columnNamed(name)) return addColumn(std::move(condition), name, *column);
            }
            ++m_at;
        }
        addWords(std::move(condition), m_query.mid(start, m_at - start));
    }

    /// Comma-separated values, each as a word or in quotes.
    QStringList readValues() {
        QStringList values{QString()};
        while (m_at < m_query.size() && !m_query[m_at].isSpace()) {
            if (opensQuote(m_query[m_at])) {
                values.last() += readQuoted();
            } else if (m_query[m_at] == u',' || m_query[m_at] == u'\uff0c') {
                values << QString();
                ++m_at;
            } else {
                values.last() += m_query[m_at++];
            }
        }
        values.removeAll(QString());
        return values;
    }

    void addWords(RowCondition condition, const QString& words) {
        if (words.isEmpty()) return;
        condition.terms.push_back(TextTerm::words(words));
        m_result.filter.conditions.push_back(std::move(condition));
    }

    void addPattern(RowCondition condition, const QString& expression) {
        auto term = TextTerm::pattern(expression);
        if (const auto* bad = std::get_if<TextTerm::BadPattern>(&term)) {
            complain(tr("/%1/ is not a regular expression: %2, at character %3").arg(expression, bad->message).arg(bad->place + 1));
            return;
        }
        condition.terms.push_back(std::get<TextTerm>(std::move(term)));
        m_result.filter.conditions.push_back(std::move(condition));
    }

    void addKey(RowCondition condition, const QString& name) {
        const QStringList values = readValues();
        if (values.isEmpty()) return;  // still being typed
        bool understood = true;
        switch (condition.kind) {
            case Kind::Status: {
                for (const QString& value : values) condition.names.push_back(value.toLower().toStdString());
                const auto known = [](const std::string& value) {
                    return std::find(statusNames.begin(), statusNames.end(), value) != statusNames.end();
                };
                understood = std::all_of(condition.names.begin(), condition.names.end(), known);
                break;
            }
            case Kind::Label:
            case Kind::Human:
            case Kind::Model:
            case Kind::Picked:
                for (const QString& value : values) condition.names.push_back(value.toStdString());
                break;
            case Kind::Confidence:
            case Kind::Margin:
            case Kind::Length: understood = readRange(values.join(QLatin1Char(',')), condition); break;
            case Kind::Duplicate:
            case Kind::Truncated:
            case Kind::Scored:
            case Kind::Noted:
                understood = values.front() == QLatin1String("yes") || values.front() == QLatin1String("no");
                condition.wanted = values.front() == QLatin1String("yes");
                break;
            case Kind::Column:
            case Kind::Text: return;
        }
        if (understood) {
            m_result.filter.conditions.push_back(std::move(condition));
        } else if (condition.kind == Kind::Confidence || condition.kind == Kind::Margin || condition.kind == Kind::Length) {
            if (values.front() != QLatin1String("<") && values.front() != QLatin1String(">")) {
                complain(tr("After %1: a number is expected, such as <0.6 or 0.4~0.6").arg(name));
            }
        } else if (condition.kind == Kind::Status) {
            const bool typing = std::any_of(statusNames.begin(), statusNames.end(), [&condition](const char* status) {
                return std::string_view(status).starts_with(condition.names.back());
            });
            QStringList words;
            for (const char* status : statusNames) words << QLatin1String(status);
            if (!typing) complain(tr("After %1: one of these is expected: %2").arg(name, words.join(QStringLiteral(", "))));
        } else {
            complain(tr("After %1: yes or no is expected").arg(name));
        }
    }

    QString m_query;
    std::span<const std::string> m_columns;
    qsizetype m_at = 0;
    ParsedQuery m_result;
};

}  // namespace

ParsedQuery parseQuery(const QString& query, std::span<const std::string> columns) { return QueryParser(query, columns).parse(); }

}  // namespace labelwright::ui
