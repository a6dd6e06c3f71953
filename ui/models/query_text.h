#pragma once

#include <QString>
#include <QStringList>
#include <functional>
#include <span>
#include <string>

#include "ui/models/facet_counts.h"

namespace labelwright::ui {

// Editing a query as text: it stays what the user sees in the search box, whoever changes it.

/// A value as it must be typed: in quotes where a blank or comma would end it. Quotation marks themselves have no way to be typed.
QString quotedValue(const QString& value);

/// The choice of a facet in a query: label names ("none": without), states, or cells ("" is an empty one).
QStringList facetChoice(const RowFilter& filter, Facet facet, std::size_t column = 0);
/// The query with another choice of this facet, at the end; without values it has none. Other conditions stay as they were typed.
QString withFacetChoice(const QString& query, std::span<const std::string> columns, Facet facet, const QStringList& values,
                        std::size_t column = 0);
/// The query with another range of confidence; 0 and 1: any.
QString withConfidence(const QString& query, std::span<const std::string> columns, double least, double most);

/// The query with every name behind label: and human: replaced by what `translate` makes of it.
QString withLabelNames(const QString& query, std::span<const std::string> columns, const std::function<QString(const QString&)>& translate);

}  // namespace labelwright::ui
