// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/statusbadge.h>

#include <ui/common/icons.h>
#include <ui/common/labels.h>

#include <QPainter>

namespace holdpoint::ui {

namespace {
constexpr int iconSize = 14;
constexpr int smallestHeight = 24;
} // namespace

StatusBadge::StatusBadge(const Look &look, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    setFont(strong);
    setLook(look);
}

void StatusBadge::setLook(const Look &look)
{
    m_look = look;
    setAccessibleName(look.word);
    setVisible(!look.word.isEmpty());
    updateGeometry();
    update();
}

QSize StatusBadge::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(m_look.word) + iconSize + halfGap + 2 * gap + halfGap,
            qMax(smallestHeight, metrics.height() + gap)};
}

void StatusBadge::paintEvent(QPaintEvent *)
{
    const ToneColours colours = toneColours(m_look.tone, palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.line);
    painter.setBrush(colours.fill);
    const qreal radius = height() / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    paintIcon(&painter, QRect(gap, (height() - iconSize) / 2, iconSize, iconSize), m_look.icon, colours.text);
    painter.setPen(colours.text);
    painter.drawText(rect().adjusted(gap + iconSize + halfGap, 0, -gap, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     m_look.word);
}

} // namespace holdpoint::ui
