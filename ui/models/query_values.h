#pragma once

#include <QString>
#include <QStringList>

#include "ui/models/row_filter.h"

namespace labelwright::ui {

/// <0.6  <=0.6  >0.6  >=0.6  =0.6  0.6  0.4~0.6  2..7, each number also as 60%. False: it is none of these.
bool readRange(const QString& text, RowCondition& condition);

/// What stands behind the colon of a column, split at commas: NULL, =A,B, <>A (which turns the condition round), a range as above or one of
/// dates or words, else parts that cells contain. False: it goes on, as after "<".
bool readCells(const QStringList& values, RowCondition& condition);

}  // namespace labelwright::ui
