#include "ui/labels/merging/chip_row.h"

#include <QPainter>
#include <algorithm>

#include "ui/common/theme.h"

namespace labelwright::ui {

ChipRow::ChipRow(ChipKind kind, QWidget* parent) : QWidget(parent), m_kind(kind) {
    QFont bold = font();
    if (kind == ChipKind::Given) bold.setWeight(QFont::DemiBold);
    setFont(bold);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipRow::setLabels(const LabelSet& labels, const std::vector<LabelId>& ids, const QString& between) {
    m_between = between;
    m_chips.clear();
    QStringList names;
    for (const LabelId& id : ids) {
        const Label* label = findLabel(labels, id);
        if (label == nullptr) continue;
        m_chips.push_back({QString::fromStdString(label->name), label->colour});
        names << m_chips.back().name;
    }
    setAccessibleName(names.join(QStringLiteral(" ") + between + QStringLiteral(" ")));
    updateGeometry();
    update();
}

int ChipRow::betweenWidth() const {
    const int gap = fontMetrics().height() / 3;
    return m_between.isEmpty() ? gap : fontMetrics().horizontalAdvance(m_between) + 2 * gap;
}

std::vector<QRect> ChipRow::places(int width) const {
    std::vector<QRect> places;
    int x = 0;
    int y = 0;
    for (const Chip& chip : m_chips) {
        const int wide = std::min(labelChipWidth(fontMetrics(), chip.name), std::max(width, 1));
        const int before = places.empty() ? 0 : betweenWidth();
        if (x > 0 && x + before + wide > width) {
            x = 0;
            y += lineHeight() + 2;
        } else {
            x += before;
        }
        places.emplace_back(x, y, wide, lineHeight());
        x += wide;
    }
    return places;
}

int ChipRow::heightForWidth(int width) const {
    const auto all = places(width);
    return all.empty() ? lineHeight() : all.back().bottom() + 1;
}

QSize ChipRow::sizeHint() const {
    const auto all = places(QWIDGETSIZE_MAX);
    return {all.empty() ? 0 : all.back().right() + 1, lineHeight()};
}

QSize ChipRow::minimumSizeHint() const {
    int widest = 0;
    for (const QRect& place : places(QWIDGETSIZE_MAX)) widest = std::max(widest, place.width());
    return {std::min(widest, 12 * fontMetrics().height()), lineHeight()};
}

void ChipRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const auto all = places(width());
    for (std::size_t i = 0; i < all.size(); ++i) {
        drawLabelChip(painter, all[i], m_chips[i].name, m_chips[i].colour, m_kind, palette());
        if (i == 0 || m_between.isEmpty() || all[i].left() == 0) continue;
        painter.setPen(themeColours(palette()).mutedText);
        painter.drawText(QRect(all[i].left() - betweenWidth(), all[i].top(), betweenWidth(), all[i].height()), Qt::AlignCenter, m_between);
    }
}

}  // namespace labelwright::ui
