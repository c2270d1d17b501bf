// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/sourceview.h>

#include <models/base/text.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>
#include <ui/common/theme.h>

#include <QFontDatabase>
#include <QPainter>
#include <QTextBlock>

namespace holdpoint::ui {

/// The margin with the numbers.
class SourceView::Numbers final : public QWidget
{
public:
    explicit Numbers(SourceView *view)
        : QWidget(view)
        , m_view(view)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintNumbers(event); }

private:
    SourceView *m_view;
};

SourceView::SourceView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_numbers(new Numbers(this))
{
    setObjectName(QStringLiteral("sourceView"));
    setAccessibleName(tr("Source of the runbook"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, [this](const QRect &rect, int scrolled) {
        if (scrolled != 0)
            m_numbers->scroll(0, scrolled);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    layOut();
}

void SourceView::showSource(const QByteArray &source)
{
    setExtraSelections({});
    setPlainText(visibleControlsKeepingLines(QString::fromUtf8(source)));
    layOut();
}

void SourceView::goTo(runbooks::Position position)
{
    const QTextBlock block = document()->findBlockByNumber(std::max(position.line - 1, 0));
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::clamp(position.column - 1, 0, std::max(block.length() - 1, 0)));
    setTextCursor(cursor);
    centerCursor();
    const ToneColours colours = toneColours(Tone::Warning, palette());
    QTextEdit::ExtraSelection line;
    line.format.setBackground(colours.fill);
    line.format.setForeground(colours.text);
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    line.cursor = cursor;
    line.cursor.clearSelection();
    setExtraSelections({line});
}

int SourceView::numbersWidth() const
{
    const auto digits = QString::number(std::max(1, blockCount())).size();
    return fontMetrics().horizontalAdvance(QLatin1Char('9')) * int(digits) + 2 * gap;
}

void SourceView::layOut()
{
    setViewportMargins(numbersWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_numbers->setGeometry(area.left(), area.top(), numbersWidth(), area.height());
}

void SourceView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOut();
}

void SourceView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void SourceView::paintNumbers(QPaintEvent *event)
{
    QPainter painter(m_numbers);
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.setFont(font());
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF where = blockBoundingGeometry(block).translated(contentOffset());
        if (where.top() > event->rect().bottom())
            break;
        painter.drawText(QRectF(0, where.top(), m_numbers->width() - gap, where.height()),
                         Qt::AlignRight | Qt::AlignTop, QString::number(block.blockNumber() + 1));
    }
}

} // namespace holdpoint::ui
