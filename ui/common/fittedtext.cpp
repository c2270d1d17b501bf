// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/fittedtext.h>

#include <models/base/text.h>
#include <ui/common/labels.h>
#include <ui/common/theme.h>

#include <QEvent>
#include <QRegularExpression>
#include <QTextBlock>

#include <cmath>

namespace holdpoint::ui {

namespace {

/// Qt's Markdown layout is quadratic in table rows (4,000 rows took 1.5 s), so large prose is shown plain.
constexpr qsizetype largestMarkdown = 32 * 1024;
constexpr qreal padding = 8;

QString comparable(QString name)
{
    name.replace(QLatin1Char('-'), QLatin1Char('_')).replace(QLatin1Char(' '), QLatin1Char('_'));
    return name.toLower();
}

} // namespace

runbooks::ResolvedCommand unresolved(const runbooks::Command &command)
{
    static const QRegularExpression written(
        QStringLiteral("<([A-Za-z0-9_. |-]+)>|\\{\\{\\s*([A-Za-z0-9_. -]+?)\\s*\\}\\}|\\$\\{?([A-Za-z_][A-Za-z0-9_]*)\\}?"));
    QStringList known;
    for (const QString &name : command.placeholders)
        known += comparable(name);
    runbooks::ResolvedCommand shown{command.text, {}};
    auto matches = written.globalMatch(command.text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(match.lastCapturedIndex());
        // `<x>` may be spelled by an alias, so in a command that has parameters every such form is one.
        const bool angled = match.lastCapturedIndex() == 1;
        if (known.contains(comparable(name)) || (angled && !known.isEmpty()))
            shown.spans.append({match.capturedStart(), match.capturedLength(), name});
    }
    return shown;
}

FittedText::FittedText(const QString &accessibleName, QWidget *parent) : QTextBrowser(parent)
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
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
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
    fit();
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
    fit();
}

void FittedText::showOutput(const QString &text)
{
    showCommand({text, {}});
}

QVariant FittedText::loadResource(int, const QUrl &)
{
    return {};
}

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

void FittedText::fit()
{
    document()->setTextWidth(viewport()->width());
    setFixedHeight(int(std::ceil(document()->size().height())) + 2 * frameWidth());
}

void FittedText::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fit();
}

void FittedText::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        mark();
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace holdpoint::ui
