#pragma once

#include <QCoreApplication>
#include <QString>
#include <array>

#include "ui/models/row_order.h"
#include "ui/models/texts_model.h"

namespace labelwright::ui {

/// The orders offered by the menu, and the words they are remembered by.
struct SortChoice {
    const char* word;
    RowSort sort;
    const char* text;
};
inline constexpr std::array sortChoices{
    SortChoice{"file", {SortKey::FileOrder, SortDirection::Ascending}, QT_TRANSLATE_NOOP("TextsPage", "File order")},
    SortChoice{"uncertain", {SortKey::Margin, SortDirection::Ascending}, QT_TRANSLATE_NOOP("TextsPage", "Least certain first")},
    SortChoice{
        "entropy", {SortKey::Entropy, SortDirection::Descending}, QT_TRANSLATE_NOOP("TextsPage", "Most divided between labels first")},
    SortChoice{"certain", {SortKey::Confidence, SortDirection::Descending}, QT_TRANSLATE_NOOP("TextsPage", "Most certain first")},
    SortChoice{"label", {SortKey::Label, SortDirection::Ascending}, QT_TRANSLATE_NOOP("TextsPage", "By label")},
    SortChoice{"review", {SortKey::Review, SortDirection::Ascending}, QT_TRANSLATE_NOOP("TextsPage", "Not reviewed first")},
    SortChoice{"random", {SortKey::Random, SortDirection::Ascending}, QT_TRANSLATE_NOOP("TextsPage", "Random order")},
    SortChoice{"text", {SortKey::Text, SortDirection::Ascending}, QT_TRANSLATE_NOOP("TextsPage", "By text")},
    SortChoice{"short", {SortKey::Length, SortDirection::Ascending}, QT_TRANSLATE_NOOP("TextsPage", "Shortest first")},
    SortChoice{"long", {SortKey::Length, SortDirection::Descending}, QT_TRANSLATE_NOOP("TextsPage", "Longest first")},
};

/// What a click on a column's head sorts by, and in which direction first.
inline constexpr std::array<RowSort, TextsModel::ColumnCount> columnSorts{
    RowSort{SortKey::FileOrder, SortDirection::Ascending},  RowSort{SortKey::Text, SortDirection::Ascending},
    RowSort{SortKey::Label, SortDirection::Ascending},      RowSort{SortKey::Review, SortDirection::Ascending},
    RowSort{SortKey::Confidence, SortDirection::Ascending}, RowSort{SortKey::Margin, SortDirection::Ascending}};

inline bool isChosen(const SortChoice& choice, const RowSort& sort) {
    return choice.sort.key == sort.key && choice.sort.direction == sort.direction;
}

inline QString sortText(const SortChoice& choice) { return QCoreApplication::translate("TextsPage", choice.text); }

}  // namespace labelwright::ui
