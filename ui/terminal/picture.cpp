// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/picture.h>

#include <ui/terminal/blockdrawing.h>
#include <ui/terminal/boxdrawing.h>
#include <ui/terminal/filldrawing.h>
#include <ui/terminal/halfdrawing.h>
#include <ui/terminal/separatordrawing.h>
#include <ui/terminal/signdrawing.h>

namespace holdpoint::ui {

void paintPicture(const PictureCell &cell, char32_t code)
{
    if (code <= 0x257f)
        paintBoxCharacter(cell, code);
    else if (isDrawnWhereMissing(code))
        paintSign(cell, code);
    else if (code >= 0xe0b0 && code <= 0xe0bf)
        paintSeparator(cell, code);
    else if (code >= 0x1fb95 && code <= 0x1fb99)
        paintFill(cell, code);
    else if (code >= 0x1fb8c)
        paintHalves(cell, code);
    else
        paintBlock(cell, code);
}

} // namespace holdpoint::ui
