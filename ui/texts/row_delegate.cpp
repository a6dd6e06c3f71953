#include "ui/texts/row_delegate.h"

#include <QPainter>

#include "ui/common/label_ink.h"
#include "ui/common/rounded.h"
#include "ui/common/theme.h"
#include "ui/models/texts_model.h"

namespace labelwright::ui {
namespace {

constexpr double outdatedOpacity = 0.45;

}  // namespace

RowDelegate::RowDelegate(const TextsModel& model, QObject* parent) : QStyledItemDelegate(parent), m_model(model) {}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {option.fontMetrics.averageCharWidth() * 10, rowHeight(option.fontMetrics)};
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const ThemeColours& colours = themeColours(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setFont(option.font);
    painter->fillRect(option.rect, selected ? colours.accentSoft : colours.panel);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.line);
    const int gap = padding(option.fontMetrics);
    const QRect inside = option.rect.adjusted(gap, 0, -gap, -1);
    if (index.column() >= TextsModel::Label && m_model.session().scoresOutdated()) painter->setOpacity(outdatedOpacity);
    switch (index.column()) {
        case TextsModel::Label: paintChips(*painter, inside, index, option.palette); break;
        case TextsModel::Confidence: paintConfidence(*painter, inside, index, option.palette); break;
        default: {
            const QString text = index.data().toString();
            painter->setPen(index.column() == TextsModel::Text ? colours.text : colours.mutedText);
            const int alignment = index.column() == TextsModel::Text ? Qt::AlignLeft : Qt::AlignRight;
            painter->drawText(inside, alignment | Qt::AlignVCenter | Qt::TextSingleLine,
                              option.fontMetrics.elidedText(text, Qt::ElideRight, inside.width()));
        }
    }
    painter->restore();
}

void RowDelegate::paintChips(QPainter& painter, const QRect& rect, const QModelIndex& index, const QPalette& palette) const {
    const Decision& decision = m_model.decisionAt(index.row());
    if (decision.best == Decision::none) return;
    QFont font = painter.font();
    if (decision.labels.empty()) {
        font.setItalic(true);
        painter.setFont(font);
        painter.setPen(themeColours(palette).mutedText);
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
        return;
    }
    font.setPointSizeF(font.pointSizeF() * 0.93);
    painter.setFont(font);
    const auto& labels = m_model.session().labels().labels;
    QRect rest = rect;
    for (std::size_t i = 0; i < decision.labels.size(); ++i) {
        const Label& label = labels[decision.labels[i]];
        const QString name = QString::fromStdString(label.name);
        const QString more = i + 1 < decision.labels.size() ? QStringLiteral("+%1").arg(decision.labels.size() - i) : QString();
        const bool tight = i > 0 && labelChipWidth(painter.fontMetrics(), name) > rest.width();
        if (tight) {
            painter.setPen(themeColours(palette).mutedText);
            painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, more.isEmpty() ? QStringLiteral("+1") : more);
            return;
        }
        const int width = drawLabelChip(painter, rest, name, label.colour, ChipKind::Suggested, palette);
        rest.setLeft(rest.left() + width + painter.fontMetrics().height() / 4);
    }
}

void RowDelegate::paintConfidence(QPainter& painter, const QRect& rect, const QModelIndex& index, const QPalette& palette) const {
    const Decision& decision = m_model.decisionAt(index.row());
    if (decision.best == Decision::none) return;
    const ThemeColours& colours = themeColours(palette);
    const QFontMetrics metrics = painter.fontMetrics();
    const int figureWidth = metrics.horizontalAdvance(QStringLiteral("0.00"));
    const int thickness = std::max(4, metrics.height() / 4);
    QRectF bar(rect.left(), rect.center().y() - thickness / 2.0 + 0.5, rect.width() - figureWidth - metrics.height() / 2, thickness);
    drawBar(painter, bar, colours.track);
    bar.setWidth(bar.width() * std::clamp(double(decision.confidence), 0.0, 1.0));
    drawBar(painter, bar, colours.accent);
    painter.setPen(colours.text);
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, index.data().toString());
}

}  // namespace labelwright::ui
