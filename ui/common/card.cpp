// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/card.h>

#include <ui/common/labels.h>

#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {
constexpr qreal radius = 8;
constexpr qreal stripe = 4;
} // namespace

Card::Card(QWidget *parent)
    : QWidget(parent)
    , m_content(new QVBoxLayout(this))
{
    m_content->setContentsMargins(wideGap, wideGap - halfGap, wideGap, wideGap - halfGap);
    m_content->setSpacing(gap);
}

void Card::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const ToneColours colours = toneColours(m_tone, palette());
    QPainterPath shape;
    shape.addRoundedRect(box, radius, radius);
    painter.fillPath(shape, palette().color(QPalette::Base));
    if (m_tone != Tone::Neutral) {
        painter.setClipPath(shape);
        painter.fillRect(QRectF(0, 0, stripe, height()), colours.text);
        painter.setClipping(false);
    }
    painter.setPen(m_tone == Tone::Neutral ? palette().color(QPalette::Mid) : colours.line);
    painter.drawPath(shape);
}

} // namespace holdpoint::ui
