#include "ui/texts/row_delegate.h"

#include <QPainter>

#include "ui/common/icons.h"
#include "ui/common/label_ink.h"
#include "ui/common/rounded.h"
#include "ui/common/theme.h"
#include "ui/models/texts_model.h"

namespace labelwright::ui {
namespace {

constexpr double outdatedOpacity = 0.45;
constexpr std::uint32_t lostColour = 0x808080;

struct Chip {
    QString name;
    std::uint32_t colour;
    ChipKind kind;
};

/// A person's labels where there are some, else the model's; a label that is no longer in the set is grey and dashed.
std::vector<Chip> chipsOf(const TextsModel& model, int row) {
    const LabelSet& labels = model.session().labels();
    const ReviewTable& reviews = model.session().reviews();
    const std::uint32_t place = model.datasetRow(row);
    std::vector<Chip> chips;
    const bool decided = reviews.decided(place);
    const Review review = decided ? reviews.at(place) : Review();
    for (const std::uint32_t label : decided ? reviewedLabels(review, labels) : model.decisionAt(row).labels) {
        chips.push_back({QString::fromStdString(labels.labels[label].name), labels.labels[label].colour,
                         decided ? ChipKind::Given : ChipKind::Suggested});
    }
    for (const LabelId& id : lostLabels(review, labels)) chips.push_back({model.session().labelName(id), lostColour, ChipKind::Suggested});
    return chips;
}

/// Icons of a row's state, each with its word beside it in the cell's text.
QStringList iconsOf(const TextsModel& model, int row) {
    QStringList icons;
    switch (model.stateAt(row)) {
        case ReviewState::Accepted: icons << QStringLiteral("check"); break;
        case ReviewState::Corrected: icons << QStringLiteral("edit"); break;
        case ReviewState::Suggested:
        case ReviewState::None: break;
    }
    const ReviewTable& reviews = model.session().reviews();
    if (reviews.deferred(model.datasetRow(row))) icons << QStringLiteral("clock");
    if (reviews.flagged(model.datasetRow(row))) icons << QStringLiteral("flag");
    if (reviews.noted(model.datasetRow(row))) icons << QStringLiteral("text");
    return icons;
}

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
    // What a person says does not go out of date with the model.
    const bool decided = index.column() == TextsModel::Label && m_model.session().reviews().decided(m_model.datasetRow(index.row()));
    const bool ofModel = index.column() == TextsModel::Label || index.column() >= TextsModel::Confidence;
    if (ofModel && !decided && m_model.session().scoresOutdated()) painter->setOpacity(outdatedOpacity);
    switch (index.column()) {
        case TextsModel::Label: paintChips(*painter, inside, index, option.palette); break;
        case TextsModel::State: paintState(*painter, inside, index, option.palette); break;
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
    const std::vector<Chip> chips = chipsOf(m_model, index.row());
    QFont font = painter.font();
    if (chips.empty()) {
        if (m_model.stateAt(index.row()) == ReviewState::None) return;
        font.setItalic(true);
        painter.setFont(font);
        painter.setPen(themeColours(palette).mutedText);
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
        return;
    }
    font.setPointSizeF(font.pointSizeF() * 0.93);
    painter.setFont(font);
    QRect rest = rect;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const Chip& chip = chips[i];
        const QString more = i + 1 < chips.size() ? QStringLiteral("+%1").arg(chips.size() - i) : QString();
        const bool tight = i > 0 && labelChipWidth(painter.fontMetrics(), chip.name) > rest.width();
        if (tight) {
            painter.setPen(themeColours(palette).mutedText);
            painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, more.isEmpty() ? QStringLiteral("+1") : more);
            return;
        }
        const int width = drawLabelChip(painter, rest, chip.name, chip.colour, chip.kind, palette);
        rest.setLeft(rest.left() + width + painter.fontMetrics().height() / 4);
    }
}

void RowDelegate::paintState(QPainter& painter, const QRect& rect, const QModelIndex& index, const QPalette& palette) const {
    const ThemeColours& colours = themeColours(palette);
    const QStringList icons = iconsOf(m_model, index.row());
    const int size = painter.fontMetrics().ascent();
    QRect rest = rect;
    for (const QString& name : icons) {
        const QRect place(rest.left(), rest.center().y() - size / 2, size, size);
        themedIcon(name, IconInk::Muted).paint(&painter, place);
        rest.setLeft(place.right() + size / 3);
    }
    painter.setPen(m_model.session().reviews().decided(m_model.datasetRow(index.row())) ? colours.text : colours.mutedText);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
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
