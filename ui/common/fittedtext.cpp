// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/fittedtext.h>

#include <models/base/text.h>
#include <ui/common/labels.h>
#include <ui/common/theme.h>

#include <QEvent>
#include <QTextBlock>

#include <cmath>

namespace holdpoint::ui {

namespace {

/// Qt's Markdown layout is quadratic in table rows (4,000 rows took 1.5 s), so large prose is shown plain.
constexpr qsizetype largestMarkdown = 32 * 1024;
constexpr qreal padding = 8;
constexpr int usualWidth = 480;
constexpr int smallestWidth = 120;

} // namespace

FittedText::FittedText(const QString &accessibleName, QWidget *parent)
    : QTextBrowser(parent)
{
    setAccessibleName(accessibleName);
    setOpenLinks(false);
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFocusPolicy(Qt::ClickFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
}

void FittedText::showMarkdown(const QString &markdown)
{
    m_spans.clear();
    const QString safe = visibleControlsKeepingLines(markdown);
    if (safe.size() > largestMarkdown)
        document()->setPlainText(safe);
    else
        document()->setMarkdown(safe, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                                          | QTextDocument::MarkdownNoHTML);
    contentChanged();
}

void FittedText::showCommand(const runbooks::ResolvedCommand &command)
{
    setFont(fixedFont());
    viewport()->setAutoFillBackground(true);
    viewport()->setBackgroundRole(QPalette::AlternateBase);
    document()->setDocumentMargin(padding);
    const QString safe = visibleControlsKeepingLines(command.text);
    // Spans count characters of the text as it is; when something had to be made visible they no longer fit.
    m_spans = safe == command.text ? command.spans : QList<runbooks::ResolvedCommand::Span>();
    document()->setPlainText(safe);
    mark();
    contentChanged();
}

void FittedText::showOutput(const QString &text) { showCommand({text, {}}); }

QVariant FittedText::loadResource(int, const QUrl &) { return {}; }

void FittedText::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const auto &span : std::as_const(m_spans)) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(int(span.start));
        selection.cursor.setPosition(int(span.start + span.length), QTextCursor::KeepAnchor);
        selection.format.setBackground(substitutionColour(palette()));
        selection.format.setFontWeight(QFont::Bold);
        marks.append(selection);
    }
    setExtraSelections(marks);
}

void FittedText::contentChanged()
{
    m_heights.clear();
    updateGeometry();
}

int FittedText::heightForWidth(int width) const
{
    const auto known = m_heights.constFind(width);
    if (known != m_heights.constEnd())
        return *known;
    const qreal shown = document()->textWidth();
    document()->setTextWidth(width - 2 * frameWidth());
    const int height = int(std::ceil(document()->size().height())) + 2 * frameWidth();
    document()->setTextWidth(shown);
    m_heights.insert(width, height);
    return height;
}

QSize FittedText::sizeHint() const { return {usualWidth, heightForWidth(usualWidth)}; }

QSize FittedText::minimumSizeHint() const { return {smallestWidth, fontMetrics().height()}; }

void FittedText::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        mark();
    if (event->type() == QEvent::FontChange)
        contentChanged();
}

} // namespace holdpoint::ui
