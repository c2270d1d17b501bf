// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QRgb>
#include <QString>

class QPainter;
class QRect;

namespace holdpoint::ui {

/// Controls in a cell's text that nobody would see: those that turn text around (UAX #9) and those of no width. Joiners and tags that
/// make an emoji or a syllable what it is are none. In words, for a tool tip; empty when there are none.
[[nodiscard]] QString hiddenControlText(const QString &cellText);

/// Says so in the cell: a corner that is not part of the text. Thread: GUI thread.
void paintHiddenControl(QPainter &painter, const QRect &cell, QRgb color);

} // namespace holdpoint::ui
