// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/pdf/pagepictures.h>

#include <QPainter>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QTextImageFormat>

namespace holdpoint::pdf {

namespace {

// Above and below it there is text.
constexpr double mostOfAPage = 0.8;

/// Empty where it is no picture that may be drawn.
QByteArray svgOf(const QTextFormat &format)
{
    const QString start = QStringLiteral("data:image/svg+xml;base64,");
    const QString address = format.toImageFormat().name();
    if (!address.startsWith(start))
        return {};
    const QByteArray svg = QByteArray::fromBase64(address.mid(start.size()).toLatin1());
    return svg.contains("<image") ? QByteArray() : svg; // the renderer would read files for it
}

} // namespace

QSizeF PagePictures::intrinsicSize(QTextDocument *document, int, const QTextFormat &format)
{
    const QSvgRenderer picture(svgOf(format));
    const QSizeF natural = picture.viewBoxF().size();
    const QSizeF page = document->pageSize();
    if (!picture.isValid() || natural.isEmpty() || page.isEmpty())
        return {0, 0};
    return natural.scaled(page.width(), page.height() * mostOfAPage, Qt::KeepAspectRatio);
}

void PagePictures::drawObject(QPainter *painter, const QRectF &area, QTextDocument *, int, const QTextFormat &format)
{
    QSvgRenderer picture(svgOf(format));
    if (picture.isValid() && !area.isEmpty())
        picture.render(painter, area);
}

} // namespace holdpoint::pdf
