#pragma once

#include <QString>

#include "core/base/error.h"
#include "core/io/text_import.h"

namespace labelwright::ui {

/// One translated sentence that says what happened, where, and what to do.
QString errorText(const Error& error);
QString rejectReasonText(RejectedRow::Reason reason);

}  // namespace labelwright::ui
