// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/codeblocks.h>

#include <runbooks/inference.h>
#include <runbooks/prompts.h>
#include <runbooks/shellsyntax.h>

#include <QHash>

namespace holdpoint::runbooks {

namespace {

const QHash<QString, Language> &languages()
{
    static const QHash<QString, Language> all = [] {
        QHash<QString, Language> made;
        const auto add = [&](const char *names, Language language) {
            for (const QString &name : QString::fromLatin1(names).split(u' '))
                made.insert(name, language);
        };
        add("bash sh shell zsh console shell-session shellsession shellscript terminal ksh dash", Language::Shell);
        add("sql psql postgres postgresql plpgsql mysql", Language::Sql);
        add("promql", Language::PromQl);
        add("http", Language::Http);
        add("python python3 py ruby rb perl", Language::Script);
        return made;
    }();
    return all;
}

bool isTranscript(const QString &word)
{
    return word == QStringLiteral("console") || word == QStringLiteral("shell-session")
           || word == QStringLiteral("shellsession") || word == QStringLiteral("terminal");
}

QString firstLineOf(const QString &text)
{
    for (const QString &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            return line;
    }
    return {};
}

void readLanguage(CodeBlock &code, const QString &text)
{
    const auto known = languages().constFind(code.interpreter);
    if (known != languages().constEnd()) {
        code.language = *known;
    } else if (code.interpreter.isEmpty()) {
        const bool prompted = withoutPrompts(text, HashPrompt::No).prompted;
        code.guessed = prompted || looksLikeCommand(firstLineOf(text));
        code.language = code.guessed ? Language::Shell : Language::Data;
    }
    if (code.attributes.contains(QStringLiteral("ignore"))
        && code.attributes.value(QStringLiteral("ignore")) != QStringLiteral("false"))
        code.language = Language::Data;
}

/// Where a line of the block's code stands in the file.
Position positionOf(const CodeBlock &block, const Markdown &markdown, int line, const QString &text)
{
    Position position = block.position;
    position.line += line;
    if (position.line <= markdown.lines.size()) {
        const QString first = text.left(text.indexOf(u'\n'));
        const qsizetype at = markdown.lines[position.line - 1].indexOf(first);
        position.column = at < 0 ? block.position.column : int(at) + 1;
    }
    return position;
}

Command makeCommand(const CodeBlock &block, const Markdown &markdown, const ShellPiece &piece)
{
    Command command;
    command.text = piece.text;
    command.caption = piece.caption;
    command.language = block.language;
    command.interpreter = block.interpreter;
    command.guessed = block.guessed;
    command.position = positionOf(block, markdown, piece.line, piece.text);
    inferCommand(command);
    applyAttributes(command, block.attributes);
    return command;
}

ShellPiece wholePiece(const QString &code)
{
    QStringList lines = code.split(u'\n');
    ShellPiece piece;
    while (lines.size() > 1 && lines.first().trimmed().isEmpty()) {
        lines.removeFirst();
        ++piece.line;
    }
    while (lines.size() > 1 && lines.last().trimmed().isEmpty())
        lines.removeLast();
    piece.text = lines.join(u'\n');
    return piece;
}

QList<ShellPiece> piecesOf(const CodeBlock &block)
{
    const bool script = block.attributes.value(QStringLiteral("mode")) == QStringLiteral("script");
    if (block.language == Language::Shell && !script)
        return splitShell(block.code);
    if (block.language == Language::Sql && !script)
        return splitSql(block.code);
    return {wholePiece(block.code)};
}

} // namespace

CodeBlock readCodeBlock(const Block &block, const Attributes &inherited)
{
    CodeBlock code;
    const Fence fence = parseFence(block.info);
    code.interpreter = fence.language;
    code.attributes = merged(inherited, fence.attributes);
    code.position = block.position;
    code.position.line += block.fenced ? 1 : 0;
    code.code = block.text;
    code.source = &block;
    readLanguage(code, block.text);
    if (code.language == Language::Shell) {
        const Transcript transcript =
            withoutPrompts(block.text, isTranscript(code.interpreter) ? HashPrompt::Yes : HashPrompt::No);
        code.code = transcript.code;
        code.host = transcript.host;
    }
    return code;
}

QList<Command> commandsOf(const CodeBlock &block, const Markdown &markdown, QStringList &remarks)
{
    QList<Command> commands;
    for (const ShellPiece &piece : piecesOf(block)) {
        if (!piece.remark.isEmpty())
            remarks.append(piece.remark);
        if (!piece.text.trimmed().isEmpty())
            commands.append(makeCommand(block, markdown, piece));
    }
    return commands;
}

Command wholeCommand(const CodeBlock &block, const Markdown &markdown)
{
    return makeCommand(block, markdown, wholePiece(block.code));
}

} // namespace holdpoint::runbooks
