// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/pdf/pdfpages.h>

#include <app/pdf/pagefooter.h>
#include <app/pdf/pagepictures.h>

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextOption>
#include <QUrl>
#include <QVariant>

#include <cmath>

namespace holdpoint::pdf {

namespace {

constexpr int resolution = 1200;
constexpr double marginMm = 17.0;
constexpr double footerMm = 11.0;
// Each one lays the document out anew; a report that needs more is mostly tables.
constexpr int maximumBreaks = 40;

/// A document that reads no file and no address, whatever its markup asks for.
class ClosedDocument final : public QTextDocument
{
public:
    using QTextDocument::QTextDocument;

protected:
    QVariant loadResource(int, const QUrl &) override { return QByteArray(); }
};

/// The page a block's first line stands on. The block may begin on the one before, which has no room for that line.
int pageOf(const QTextDocument &document, const QTextBlock &block)
{
    const double top = document.documentLayout()->blockBoundingRect(block).top();
    const QTextLine line = block.layout()->lineAt(0);
    return int((top + (line.isValid() ? line.y() : 0)) / document.pageSize().height());
}

/// Headings that would stand alone at the foot of a page go to the next one with what they head. Captions of tables
/// are headings here too.
void keepHeadingsWithText(QTextDocument &document)
{
    int breaks = 0;
    QTextBlock first; // of the headings that stand directly above each other
    for (QTextBlock block = document.begin(); block.isValid() && breaks < maximumBreaks; block = block.next()) {
        if (block.blockFormat().headingLevel() > 0) {
            first = first.isValid() ? first : block;
            continue;
        }
        if (first.isValid() && pageOf(document, first) != pageOf(document, block)) {
            QTextBlockFormat format = first.blockFormat();
            format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
            QTextCursor(first).setBlockFormat(format);
            document.setPageSize(document.pageSize()); // lays all of it out anew: a change in part loses blocks
            ++breaks;
        }
        first = QTextBlock();
    }
}

double dots(double millimetres) { return millimetres / 25.4 * resolution; }

void paintFooter(QPainter &painter, const QRectF &area, const QString &title, const QString &number)
{
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPointSizeF(7);
    painter.setFont(font);
    painter.setPen(QPen(QColor(QStringLiteral("#c4ccd6")), resolution / 150.0));
    painter.drawLine(area.topLeft(), area.topRight());
    painter.setPen(QColor(QStringLiteral("#4c596b")));
    const QRectF line = area.adjusted(0, dots(2), 0, 0);
    const double numberWidth = painter.fontMetrics().horizontalAdvance(number);
    painter.drawText(line, Qt::AlignRight | Qt::AlignTop, number);
    painter.drawText(
        line, Qt::AlignLeft | Qt::AlignTop,
        painter.fontMetrics().elidedText(title, Qt::ElideMiddle, int(line.width() - numberWidth - dots(5))));
}

} // namespace

QByteArray pdfFrom(const QString &html)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(resolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({marginMm, marginMm, marginMm, marginMm}, QPageLayout::Millimeter);
    writer.setCreator(QStringLiteral("Holdpoint " HOLDPOINT_VERSION));
    ClosedDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document.setDefaultTextOption(option);
    document.setDefaultFont(QFont(QStringLiteral("DejaVu Sans"), 9));
    document.setHtml(html);
    PagePictures pictures;
    document.documentLayout()->registerHandler(QTextFormat::ImageObject, &pictures);
    const QString title = document.metaInformation(QTextDocument::DocumentTitle);
    writer.setTitle(title);
    QPainter painter;
    if (!painter.begin(&writer))
        return {};
    const QSizeF sheet(writer.width(), writer.height());
    // In whole dots: the layout counts in 64ths, and would begin a page a little above where the one before ends.
    const QSizeF text(sheet.width(), std::floor(sheet.height() - dots(footerMm)));
    document.setPageSize(text);
    keepHeadingsWithText(document);
    for (int page = 0; page < document.pageCount(); ++page) {
        if (page > 0 && !writer.newPage())
            return {};
        painter.save();
        painter.translate(0, -page * text.height());
        const QRectF sheetArea(0, page * text.height(), text.width(), text.height());
        painter.setClipRect(sheetArea);
        QAbstractTextDocumentLayout::PaintContext context;
        // What begins where the page ends would be on it unseen, and be read out and copied twice.
        context.clip = sheetArea.adjusted(0, 0, 0, -1);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        paintFooter(painter, QRectF(0, text.height() + dots(footerMm) / 2, sheet.width(), dots(footerMm) / 2), title,
                    pageFooter(html, page + 1, document.pageCount()));
    }
    return painter.end() ? bytes : QByteArray();
}

} // namespace holdpoint::pdf
