// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/shellsyntax.h>

#include <runbooks/nestedcode.h>
#include <runbooks/shelllexer.h>

#include <QStringTokenizer>

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

/// Where the comment behind the last word of a command starts, or the command's length.
qsizetype trailingComment(const QList<ShellContext> &contexts, qsizetype end)
{
    qsizetype at = end;
    while (at > 0 && contexts[at - 1] == ShellContext::Comment)
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
    void command(std::shared_ptr<const ShellLexer> lexer, int line)
    {
        const QStringView read = QStringView(lexer->text()).chopped(1);
        const qsizetype end = trailingComment(lexer->contexts(), read.size());
        if (const QString comment = commentText(read.mid(end)); !comment.isEmpty())
            addLine(m_caption, comment);
        m_pieces.append({withoutTrailingSpace(read.left(end)), std::exchange(m_caption, {}), std::exchange(m_remark, {}),
                         line, std::move(lexer)});
    }
    QList<ShellPiece> finish(int line)
    {
        blankLine();
        if (!m_remark.isEmpty())
            m_pieces.append({{}, {}, m_remark, line, {}});
        return m_pieces;
    }

private:
    QList<ShellPiece> m_pieces;
    QString m_caption;
    QString m_remark;
};

} // namespace

QList<ShellPiece> splitShell(const QString &block)
{
    PieceCollector collector;
    std::shared_ptr<ShellLexer> lexer; // of a command that goes on
    int firstLine = 0;
    int number = 0;
    for (const QStringView line : QStringTokenizer{block, u'\n'}) {
        const QStringView trimmed = line.trimmed();
        if (!lexer && trimmed.isEmpty()) {
            collector.blankLine();
        } else if (!lexer && trimmed.startsWith(u'#')) {
            collector.comment(commentText(trimmed));
        } else {
            if (!lexer) {
                lexer = std::make_shared<ShellLexer>(ShellLexer::Placeholders::Recognised);
                firstLine = number;
            }
            lexer->feedLine(line);
            if (lexer->isComplete())
                collector.command(std::exchange(lexer, nullptr), firstLine);
        }
        ++number;
    }
    if (lexer)
        collector.command(std::move(lexer), firstLine);
    return collector.finish(number - 1);
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
