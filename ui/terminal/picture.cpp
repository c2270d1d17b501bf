// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/picture.h>

#include <ui/terminal/blockdrawing.h>
#include <ui/terminal/boxdrawing.h>
#include <ui/terminal/picturecell.h>
#include <ui/terminal/separatordrawing.h>

namespace holdpoint::ui {

void paintPicture(QPainter &painter, const QRect &cell, char32_t code, int lineWidth)
{
    const PictureCell picture(painter, cell, lineWidth);
    if (code <= 0x257f)
        paintBoxCharacter(picture, code);
    else if (code >= 0xe0b0 && code <= 0xe0bf)
        paintSeparator(picture, code);
    else
        paintBlock(picture, code);
}

} // namespace holdpoint::ui
