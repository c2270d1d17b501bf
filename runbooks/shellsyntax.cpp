// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/shellsyntax.h>

#include <runbooks/nestedcode.h>
#include <runbooks/shelllexer.h>

namespace holdpoint::runbooks {

namespace {

/// A comment line's words: without the hashes and the space after them.
QString commentText(QStringView line)
{
    QStringView text = line.trimmed();
    while (text.startsWith(u'#'))
        text = text.mid(1);
    return text.trimmed().toString();
}

void addLine(QString &text, const QString &line)
{
    if (!text.isEmpty())
        text += u'\n';
    text += line;
}

/// Collects lines into pieces. A comment block set apart by a blank line becomes a remark of the next piece.
class PieceCollector
{
public:
    void blankLine()
    {
        if (!m_caption.isEmpty())
            addLine(m_remark, std::exchange(m_caption, {}));
    }
    void comment(const QString &text) { addLine(m_caption, text); }
    void command(const QString &text, const QString &comment, int line)
    {
        if (!comment.isEmpty())
            addLine(m_caption, comment);
        m_pieces.append({text, std::exchange(m_caption, {}), std::exchange(m_remark, {}), line});
    }
    QList<ShellPiece> finish(int line)
    {
        blankLine();
        if (!m_remark.isEmpty())
            m_pieces.append({{}, {}, m_remark, line});
        return m_pieces;
    }

private:
    QList<ShellPiece> m_pieces;
    QString m_caption;
    QString m_remark;
};

/// Where the comment behind the last word of a command starts, or the command's length.
qsizetype trailingComment(const QList<ShellContext> &contexts, qsizetype start, qsizetype end)
{
    qsizetype at = end;
    while (at > start && contexts[at - 1] == ShellContext::Comment)
        --at;
    return at;
}

QString withoutTrailingSpace(QStringView text)
{
    qsizetype end = text.size();
    while (end > 0 && text[end - 1].isSpace())
        --end;
    // "\ " at the end is an escaped space, a part of the last word.
    if (end > 0 && end < text.size() && text[end - 1] == u'\\' && text[end] == u' ')
        ++end;
    return text.left(end).toString();
}

} // namespace

QList<ShellPiece> splitShell(const QString &block)
{
    PieceCollector collector;
    ShellLexer lexer(ShellLexer::Placeholders::Recognised);
    const QStringList lines = block.split(u'\n');
    qsizetype start = 0;
    int firstLine = 0;
    const auto cut = [&] {
        const qsizetype end = lexer.text().size() - 1;
        const qsizetype comment = trailingComment(lexer.contexts(), start, end);
        const QStringView text = QStringView(lexer.text()).mid(start, comment - start);
        const QStringView words = QStringView(lexer.text()).mid(comment, end - comment);
        collector.command(withoutTrailingSpace(text), commentText(words), firstLine);
    };
    bool fresh = true;
    for (int i = 0; i < lines.size(); ++i) {
        const QStringView trimmed = QStringView(lines[i]).trimmed();
        if (fresh) {
            start = lexer.text().size();
            firstLine = i;
        }
        lexer.feedLine(lines[i]);
        if (fresh && trimmed.isEmpty()) {
            collector.blankLine();
        } else if (fresh && trimmed.startsWith(u'#')) {
            collector.comment(commentText(trimmed));
        } else {
            fresh = lexer.isComplete();
            if (fresh)
                cut();
        }
    }
    if (!fresh)
        cut();
    return collector.finish(int(lines.size()) - 1);
}

bool isCompleteShell(const QString &text)
{
    // A resolved command holds no placeholder; one that is still open reads `<name>` as such.
    const ShellLexer lexer = readShell(text);
    return lexer.isComplete() && !lexer.isInHereDocument();
}

QString shellContextName(ShellContext context)
{
    switch (context) {
    case ShellContext::Bare: return QStringLiteral("unquoted word");
    case ShellContext::CommandWord: return QStringLiteral("command name");
    case ShellContext::DoubleQuoted: return QStringLiteral("double quotes");
    case ShellContext::SingleQuoted: return QStringLiteral("single quotes");
    case ShellContext::DollarSingleQuoted: return QStringLiteral("$'...' quotes");
    case ShellContext::HereDocument: return QStringLiteral("here-document");
    case ShellContext::QuotedHereDocument: return QStringLiteral("quoted here-document");
    case ShellContext::Comment: return QStringLiteral("comment");
    case ShellContext::Backtick: return QStringLiteral("backticks");
    case ShellContext::ParameterExpansion: return QStringLiteral("${...} expansion");
    case ShellContext::Arithmetic: return QStringLiteral("arithmetic");
    case ShellContext::NestedCode: return QStringLiteral("argument that a shell parses again");
    case ShellContext::ForeignCode: return QStringLiteral("argument that is a program of another language");
    }
    Q_UNREACHABLE();
}

QList<ShellContext> shellContexts(const QString &command)
{
    const ShellLexer lexer = readShell(command);
    QList<ShellContext> contexts = lexer.contexts();
    markNestedCode(lexer, contexts);
    contexts.resize(command.size());
    return contexts;
}

} // namespace holdpoint::runbooks
