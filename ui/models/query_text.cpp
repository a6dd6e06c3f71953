#include "ui/models/query_text.h"

#include <algorithm>

namespace labelwright::ui {
namespace {

using Kind = RowCondition::Kind;

QString quotedColumn(std::span<const std::string> columns, std::size_t column) {
    const QString name = column == RowCondition::idColumn ? QStringLiteral("id") : QString::fromStdString(columns[column]);
    // In quotes it is the column whatever else has its name.
    return u'"' + name + u'"';
}

QString joined(QStringList pieces, const QString& last) {
    if (!last.isEmpty()) pieces << last;
    return pieces.join(u' ');
}

/// The pieces of a query but for the conditions that `goes` names.
QStringList otherPieces(const QString& query, std::span<const std::string> columns, const std::function<bool(const RowCondition&)>& goes) {
    const ParsedQuery parsed = parseQuery(query, columns);
    QStringList pieces;
    for (qsizetype piece = 0; piece < parsed.pieces.size(); ++piece) {
        if (!goes(parsed.filter.conditions[static_cast<std::size_t>(piece)])) pieces << parsed.pieces[piece];
    }
    return pieces;
}

QString quotedValues(const QStringList& values) {
    QStringList quoted;
    for (const QString& value : values) quoted << quotedValue(value);
    return quoted.join(u',');
}

}  // namespace

QString quotedValue(const QString& value) {
    QString bare = value;
    bare.remove(u'"').remove(QChar(0x201c)).remove(QChar(0x201d));
    const bool plain = !bare.isEmpty() && std::none_of(bare.begin(), bare.end(), [](QChar c) {
        return c.isSpace() || c == u',' || c == u'\uff0c' || c == u'=' || c == u'<' || c == u'>';
    });
    return plain ? bare : u'"' + bare + u'"';
}

QStringList facetChoice(const RowFilter& filter, Facet facet, std::size_t column) {
    QStringList values;
    for (const RowCondition& condition : filter.conditions) {
        if (facetOf(condition) != facet || (facet == Facet::Column && condition.column != column)) continue;
        if (condition.comparison == RowCondition::Comparison::Empty) values << QString();
        for (const std::string& name : condition.names) values << QString::fromStdString(name);
    }
    return values;
}

QString withFacetChoice(const QString& query, std::span<const std::string> columns, Facet facet, const QStringList& values,
                        std::size_t column) {
    const QStringList others = otherPieces(query, columns, [&](const RowCondition& condition) {
        return facetOf(condition) == facet && (facet != Facet::Column || condition.column == column);
    });
    if (values.isEmpty()) return joined(others, {});
    if (facet == Facet::Labels) return joined(others, QStringLiteral("label:") + quotedValues(values));
    if (facet == Facet::States) return joined(others, QStringLiteral("status:") + values.join(u','));
    QStringList cells = values;
    for (QString& cell : cells)
        if (cell.isEmpty()) cell = QStringLiteral("NULL");
    return joined(others, quotedColumn(columns, column) + QStringLiteral(":=") + quotedValues(cells));
}

QString withConfidence(const QString& query, std::span<const std::string> columns, double least, double most) {
    const QStringList others =
        otherPieces(query, columns, [](const RowCondition& condition) { return facetOf(condition) == Facet::Confidence; });
    const auto figure = [](double value) { return QString::number(value, 'g', 3); };
    if (least <= 0 && most >= 1) return joined(others, {});
    if (least <= 0) return joined(others, QStringLiteral("conf:<=") + figure(most));
    if (most >= 1) return joined(others, QStringLiteral("conf:>=") + figure(least));
    return joined(others, QStringLiteral("conf:%1~%2").arg(figure(least), figure(most)));
}

QString withLabelNames(const QString& query, std::span<const std::string> columns,
                       const std::function<QString(const QString&)>& translate) {
    const ParsedQuery parsed = parseQuery(query, columns);
    QStringList pieces;
    for (qsizetype piece = 0; piece < parsed.pieces.size(); ++piece) {
        const RowCondition& condition = parsed.filter.conditions[static_cast<std::size_t>(piece)];
        if (condition.kind != Kind::Label && condition.kind != Kind::Human) {
            pieces << parsed.pieces[piece];
            continue;
        }
        QStringList names;
        for (const std::string& name : condition.names) names << translate(QString::fromStdString(name));
        const QString sign = condition.negated ? QStringLiteral("-") : QString();
        pieces << sign + (condition.kind == Kind::Label ? QStringLiteral("label:") : QStringLiteral("human:")) + quotedValues(names);
    }
    return pieces.join(u' ');
}

}  // namespace labelwright::ui
