// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/practicebanner.h>

#include <ui/common/labels.h>
#include <ui/common/statusbadge.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace holdpoint::ui {

PracticeBanner::PracticeBanner(QWidget *parent)
    : QWidget(parent)
    , m_text(body(tr("Commands go to the practice host inside this program. Nothing real is touched, and reports say so."),
                  this))
{
    setObjectName(QStringLiteral("practiceBanner"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(wideGap, halfGap + 2, wideGap, halfGap + 2);
    row->setSpacing(gap + halfGap);
    row->addWidget(new StatusBadge(lookOf(session::Mode::Practice), this));
    row->addWidget(m_text, 1);
    tint();
}

void PracticeBanner::tint()
{
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, toneColours(Tone::Practice, tinted).text);
    m_text->setPalette(tinted);
}

void PracticeBanner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void PracticeBanner::paintEvent(QPaintEvent *)
{
    const ToneColours colours = toneColours(Tone::Practice, palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.fill);
    painter.fillRect(0, height() - 1, width(), 1, colours.line);
}

} // namespace holdpoint::ui
