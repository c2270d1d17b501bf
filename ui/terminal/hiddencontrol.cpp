// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/hiddencontrol.h>

#include <models/base/text.h>

#include <QCoreApplication>
#include <QList>
#include <QPainter>
#include <QRect>

#include <algorithm>
#include <array>
#include <iterator>

namespace holdpoint::ui {

namespace {

constexpr char32_t taggedFlag = 0x1f3f4; // whose tags spell which one it is; others could hide a text in them

bool turnsText(char32_t code)
{
    return code == 0x061c || code == 0x200e || code == 0x200f || (code >= 0x202a && code <= 0x202e)
           || (code >= 0x2066 && code <= 0x2069);
}

bool isPartOf(char32_t code, char32_t base)
{
    const bool isJoiner = code == 0x200c || code == 0x200d;
    const bool isTag = code >= 0xe0020 && code <= 0xe007f;
    return (isJoiner && base >= 0x300) || (isTag && base == taggedFlag);
}

} // namespace

QString hiddenControlText(const QString &cellText)
{
    const QList<uint> codes = cellText.toUcs4();
    if (codes.size() < 2) // a soft hyphen by itself has a column, and a glyph
        return {};
    QList<uint> hidden;
    std::copy_if(codes.begin(), codes.end(), std::back_inserter(hidden),
                 [&](uint code) { return isInvisibleControl(code) && !isPartOf(code, codes.first()); });
    if (hidden.isEmpty())
        return {};
    const std::u32string characters(hidden.begin(), hidden.end());
    const QString names = visibleControls(QString::fromStdU32String(characters));
    if (std::ranges::none_of(hidden, turnsText))
        return QCoreApplication::translate("HiddenControl", "%1 is here and cannot be seen.").arg(names);
    return QCoreApplication::translate("HiddenControl",
                                       "%1 is here and cannot be seen: it turns text around elsewhere. "
                                       "Here all text stands in the order in which it came.")
        .arg(names);
}

void paintHiddenControl(QPainter &painter, const QRect &cell, QRgb color)
{
    const int size = std::max(4, cell.height() / 3);
    const QPoint corner(cell.right() + 1, cell.top());
    const std::array points{corner, corner - QPoint(size, 0), corner + QPoint(0, size)};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(color));
    painter.drawConvexPolygon(points.data(), static_cast<int>(points.size()));
    painter.restore();
}

} // namespace holdpoint::ui
