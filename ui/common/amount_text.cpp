#include "ui/common/amount_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace labelwright::ui {
namespace {

/// The context of the translations.
struct AmountText {
    Q_DECLARE_TR_FUNCTIONS(AmountText)
};

}  // namespace

QString durationText(double seconds) {
    if (seconds < 1) return AmountText::tr("under 1 s");
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 60) return AmountText::tr("%1 s").arg(whole);
    if (whole < 3600) return AmountText::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return AmountText::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString bytesText(std::uint64_t bytes) {
    return QLocale().formattedDataSize(qint64(bytes), bytes >= (1U << 30U) ? 1 : 0, QLocale::DataSizeTraditionalFormat);
}

}  // namespace labelwright::ui
