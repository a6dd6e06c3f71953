#include "ui/evaluation/figure_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace labelwright::ui {
namespace {

struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(FigureWords)
};

QString leftOutText(LeftOut reason, const Evaluation& evaluation) {
    const auto count = static_cast<int>(evaluation.truth[reason]);
    switch (reason) {
        case LeftOut::NoTruth: return FigureWords::tr("%n without a right label", nullptr, count);
        case LeftOut::SeveralLabels: return FigureWords::tr("%n with several right labels, where one is given", nullptr, count);
        case LeftOut::NotScored: return FigureWords::tr("%n not labeled yet", nullptr, count);
        case LeftOut::NotInSet: {
            const QString text = FigureWords::tr("%n whose right label is none of the label set", nullptr, count);
            QStringList names;
            for (const std::string& name : evaluation.truth.unknownNames) names << QString::fromStdString(name);
            if (names.isEmpty()) return text;
            if (names.size() == static_cast<qsizetype>(Truth::mostUnknownNames)) names << QString(QChar(0x2026));
            return FigureWords::tr("%1 (%2)").arg(text, names.join(FigureWords::tr(", ")));
        }
        case LeftOut::Count: break;
    }
    return {};
}

}  // namespace

QString figureText(double value) { return QLocale().toString(value, 'f', 2); }

QString figureWithRange(double value, const Interval& interval) {
    return QStringLiteral("%1 (%2–%3)").arg(figureText(value), figureText(interval.low), figureText(interval.high));
}

QString percentText(double share) { return QStringLiteral("%1%").arg(QLocale().toString(share * 100, 'f', 1)); }

QString percentRange(const Interval& interval) {
    const QLocale locale;
    return QStringLiteral("%1–%2%").arg(locale.toString(interval.low * 100, 'f', 1), locale.toString(interval.high * 100, 'f', 1));
}

QString countedText(const Evaluation& evaluation) {
    QString text = FigureWords::tr("%n text(s) counted", nullptr, static_cast<int>(evaluation.compared));
    QStringList reasons;
    for (std::size_t i = 0; i < evaluation.truth.leftOut.size(); ++i)
        if (evaluation.truth.leftOut[i] > 0) reasons << leftOutText(static_cast<LeftOut>(i), evaluation);
    if (!reasons.isEmpty()) text = FigureWords::tr("%1; left out: %2").arg(text, reasons.join(FigureWords::tr("; ")));
    return text;
}

QString cellName(const LabelSet& labels, std::uint32_t gold, std::uint32_t predicted) {
    const auto name = [&labels](std::uint32_t label) {
        return label < labels.labels.size() ? QString::fromStdString(labels.labels[label].name) : FigureWords::tr("No label");
    };
    return QStringLiteral("%1 → %2").arg(name(gold), name(predicted));
}

}  // namespace labelwright::ui
