// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/common/theme.h>

#include <QIcon>

namespace holdpoint::ui {

/// The icon ":/icons/NAME.svg", drawn at any size in the colour of the palette at the time of painting, so that a change
/// of scheme needs no reload. An unknown name is an empty icon.
QIcon icon(const QString &name);

/// The same in a tone's text colour.
QIcon icon(const QString &name, Tone tone);

/// Draws the icon now, in this colour.
void paintIcon(QPainter *painter, const QRect &rect, const QString &name, const QColor &colour);

} // namespace holdpoint::ui
