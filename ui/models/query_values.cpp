#include "ui/models/query_values.h"

#include <array>

namespace labelwright::ui {
namespace {

bool readNumber(QStringView text, double& value) {
    const bool percent = text.endsWith(u'%');
    bool ok = false;
    value = (percent ? text.chopped(1) : text).toDouble(&ok);
    if (percent) value /= 100;
    return ok;
}

/// Two bounds with ~ or .. between them.
struct Bounds {
    QStringView first, last;
    bool both = false;
};

Bounds bounds(QStringView text) {
    for (const QStringView between : {QStringView(u"~"), QStringView(u"..")}) {
        const qsizetype at = text.indexOf(between);
        if (at >= 0) return {text.left(at), text.mid(at + between.size()), true};
    }
    return {};
}

/// Takes <, <=, >, >= or = from the front and says which bound remains.
struct Sign {
    bool least = false, most = false, excluded = false;
};

Sign readSign(QStringView& rest) {
    const QChar sign = rest.isEmpty() ? QChar() : rest.front();
    if (sign == u'<' || sign == u'>' || sign == u'=') rest = rest.mid(1);
    const bool orEqual = sign != u'=' && rest.startsWith(u'=');
    if (orEqual) rest = rest.mid(1);
    return {sign != u'<', sign != u'>', (sign == u'<' || sign == u'>') && !orEqual};
}

/// A range of dates or words.
bool readTextRange(const QString& text, RowCondition& condition) {
    condition.textBounds = true;
    if (const Bounds between = bounds(text); between.both) {
        condition.first = between.first.toUtf8().toStdString();
        condition.last = between.last.toUtf8().toStdString();
        return !condition.first.empty() || !condition.last.empty();
    }
    QStringView rest(text);
    const Sign sign = readSign(rest);
    if (rest.isEmpty()) return false;
    (sign.least ? condition.first : condition.last) = rest.toUtf8().toStdString();
    (sign.least ? condition.leastExcluded : condition.mostExcluded) = sign.excluded;
    return true;
}

}  // namespace

bool readRange(const QString& text, RowCondition& condition) {
    if (const Bounds between = bounds(text); between.both)
        return readNumber(between.first, condition.least) && readNumber(between.last, condition.most);
    QStringView rest(text);
    const Sign sign = readSign(rest);
    double value = 0;
    if (!readNumber(rest, value)) return false;
    if (sign.least) {
        condition.least = value;
        condition.leastExcluded = sign.excluded;
    }
    if (sign.most) {
        condition.most = value;
        condition.mostExcluded = sign.excluded;
    }
    return true;
}

bool readCells(const QStringList& values, RowCondition& condition) {
    using Comparison = RowCondition::Comparison;
    QString first = values.front();
    if (first == QLatin1String("NULL")) {
        condition.comparison = Comparison::Empty;
        return true;
    }
    const bool differs = first.startsWith(QLatin1String("<>"));
    if (differs || first.startsWith(u'=')) {
        condition.comparison = Comparison::Equals;
        condition.negated = condition.negated != differs;
        first = first.mid(differs ? 2 : 1);
        for (const QString& value : QStringList{first} + values.mid(1))
            if (!value.isEmpty()) condition.names.push_back(value == QLatin1String("NULL") ? std::string() : value.toStdString());
        return !condition.names.empty();
    }
    const bool range = first.startsWith(u'<') || first.startsWith(u'>') || bounds(first).both;
    if (range && values.size() == 1) {
        condition.comparison = Comparison::Range;
        RowCondition numbers = condition;
        if (readRange(first, numbers)) {
            condition = std::move(numbers);
            return true;
        }
        return readTextRange(first, condition);
    }
    for (const QString& value : values) condition.terms.push_back(TextTerm::words(value));
    return true;
}

}  // namespace labelwright::ui
