// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QObject>
#include <QTextObjectInterface>

namespace holdpoint::pdf {

/// Draws the pictures of a page that stand in it as SVG (`data:image/svg+xml;base64,`), as wide as the text and no higher than a
/// page. Nothing is loaded: any other address is no picture, and neither is an SVG with an image in it.
class PagePictures final : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PagePictures)
    Q_INTERFACES(QTextObjectInterface)

public:
    PagePictures() = default;

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &area, QTextDocument *document, int position,
                    const QTextFormat &format) override;
};

} // namespace holdpoint::pdf
