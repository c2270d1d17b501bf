// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/practicebanner.h>

#include <ui/common/labels.h>
#include <ui/common/statusbadge.h>
#include <ui/common/tonelabel.h>

#include <QHBoxLayout>
#include <QPainter>

namespace holdpoint::ui {

PracticeBanner::PracticeBanner(const QString &warning, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("practiceBanner"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(wideGap, halfGap + 2, wideGap, halfGap + 2);
    row->setSpacing(gap + halfGap);
    row->addWidget(new StatusBadge(lookOf(session::Mode::Practice), this));
    row->addWidget(
        new ToneLabel(warning.isEmpty() ? tr("Commands go to the practice host inside this program. Nothing real is "
                                             "touched, and reports say so.")
                                        : warning,
                      warning.isEmpty() ? Tone::Practice : Tone::Danger, this),
        1);
}

void PracticeBanner::paintEvent(QPaintEvent *)
{
    const ToneColours colours = toneColours(Tone::Practice, palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.fill);
    painter.fillRect(0, height() - 1, width(), 1, colours.line);
}

} // namespace holdpoint::ui
