#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <optional>

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
    explicit QueryParser(const QString& query) : m_query(query) {}

    ParsedQuery parse() {
        while (skipSpace()) readTerm();
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
            addWords(condition, readQuoted());
        } else if (const auto expression = readExpression()) {
            addPattern(condition, *expression);
        } else {
            readWordOrKey(condition);
        }
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

    static bool readNumber(QStringView text, double& value) {
        const bool percent = text.endsWith(u'%');
        bool ok = false;
        value = (percent ? text.chopped(1) : text).toDouble(&ok);
        if (percent) value /= 100;
        return ok;
    }

    /// <0.6  <=0.6  >0.6  >=0.6  =0.6  0.6  0.4~0.6
    static bool readRange(const QString& text, RowCondition& condition) {
        QStringView rest(text);
        if (const qsizetype wave = rest.indexOf(u'~'); wave >= 0) {
            return readNumber(rest.left(wave), condition.least) && readNumber(rest.mid(wave + 1), condition.most);
        }
        const QChar sign = rest.isEmpty() ? QChar() : rest.front();
        if (sign == u'<' || sign == u'>' || sign == u'=') rest = rest.mid(1);
        const bool orEqual = sign != u'=' && rest.startsWith(u'=');
        if (orEqual) rest = rest.mid(1);
        double value = 0;
        if (!readNumber(rest, value)) return false;
        if (sign != u'<') {
            condition.least = value;
            condition.leastExcluded = sign == u'>' && !orEqual;
        }
        if (sign != u'>') {
            condition.most = value;
            condition.mostExcluded = sign == u'<' && !orEqual;
        }
        return true;
    }

    QString m_query;
    qsizetype m_at = 0;
    ParsedQuery m_result;
};

}  // namespace

ParsedQuery parseQuery(const QString& query) { return QueryParser(query).parse(); }

}  // namespace labelwright::ui
