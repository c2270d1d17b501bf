// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/codeblocks.h>

#include <runbooks/calls.h>
#include <runbooks/inference.h>
#include <runbooks/parameters.h>
#include <runbooks/plausibility.h>
#include <runbooks/prompts.h>
#include <runbooks/shelllexer.h>
#include <runbooks/shellsyntax.h>
#include <runbooks/transfersyntax.h>

#include <QHash>
#include <QStringTokenizer>

#include <algorithm>
#include <array>

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
        add("sftp", Language::Sftp);
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

bool isEmpty(const ShellPiece &piece) { return QStringView(piece.text).trimmed().isEmpty(); }

QString firstLineOf(const QString &text)
{
    for (const QStringView line : QStringTokenizer{text, u'\n'}) {
        if (!line.trimmed().isEmpty())
            return line.toString();
    }
    return {};
}

/// Fence words that are slips of the pen, not languages.
QString spelledRight(const QString &word)
{
    static const QHash<QString, QString> slips{{QStringLiteral("shel"), QStringLiteral("shell")},
                                               {QStringLiteral("8sh"), QStringLiteral("sh")},
                                               {QStringLiteral("bahs"), QStringLiteral("bash")},
                                               {QStringLiteral("basj"), QStringLiteral("bash")}};
    return slips.value(word, word);
}

bool isIgnored(const Attributes &attributes)
{
    return std::ranges::any_of(std::array{"ignore", "ignored"}, [&](const char *key) {
        const QString value = attributes.value(QLatin1String(key));
        return !value.isEmpty() && isOn(value);
    });
}

/// The language as the fence says it, or as the first line suggests.
void readLanguage(CodeBlock &code, const QString &text)
{
    const auto known = languages().constFind(spelledRight(code.interpreter));
    if (known != languages().constEnd()) {
        code.language = *known;
    } else if (code.interpreter.isEmpty()) {
        code.guessed = withoutPrompts(text, HashPrompt::No).prompted || looksLikeCommand(firstLineOf(text));
        code.language = code.guessed ? Language::Shell : Language::Data;
    }
    if (isIgnored(code.attributes))
        code.language = Language::Data;
}

/// A fence that says shell and holds something else: its first command cannot be one.
Language languageByContent(const CodeBlock &code)
{
    const auto first = std::ranges::find_if_not(code.pieces, isEmpty);
    if (first == code.pieces.end() || isPlausibleCommand(first->text, *first->lexer))
        return Language::Shell;
    return looksLikePromQl(first->text) ? Language::PromQl : Language::Data;
}

/// Where a line of the block's code stands in the file.
Position positionOf(const CodeBlock &block, const Markdown &markdown, int line, const QString &text)
{
    Position position = block.position;
    position.line += line;
    if (position.line <= markdown.lines.size()) {
        const QStringView first = QStringView(text).left(text.indexOf(u'\n'));
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
    inferCommand(command, piece.lexer ? callsOf(*piece.lexer) : QList<Call>());
    command.uses = possibleUses(command.text, piece.lexer.get());
    applyAttributes(command, block.attributes);
    return command;
}

ShellPiece wholePiece(const CodeBlock &block)
{
    if (block.pieces.size() == 1 && block.pieces.first().text == block.code)
        return block.pieces.first();
    QStringList lines = block.code.split(u'\n');
    ShellPiece piece;
    while (lines.size() > 1 && lines.first().trimmed().isEmpty()) {
        lines.removeFirst();
        ++piece.line;
    }
    while (lines.size() > 1 && lines.last().trimmed().isEmpty())
        lines.removeLast();
    piece.text = lines.join(u'\n');
    if (block.language == Language::Shell)
        piece.lexer = std::make_shared<ShellLexer>(readShell(piece.text));
    return piece;
}

/// A piece that is no command goes back to where it stood, caption included.
void addOutput(QStringList &output, const ShellPiece &piece)
{
    const QStringList lines = piece.text.split(u'\n');
    while (output.size() < piece.line + lines.size())
        output.append(QString());
    for (qsizetype i = 0; i < lines.size(); ++i)
        output[piece.line + i] = lines[i];
    if (!piece.caption.isEmpty())
        output[piece.line].prepend(QStringLiteral("# %1\n").arg(piece.caption));
}

/// Lines as one text without empty ones at its ends and no two in a row.
QString trimmedBlock(const QStringList &lines)
{
    QStringList kept;
    for (const QString &line : lines) {
        if (!line.trimmed().isEmpty() || (!kept.isEmpty() && !kept.last().isEmpty()))
            kept.append(line.trimmed().isEmpty() ? QString() : line);
    }
    while (!kept.isEmpty() && kept.last().isEmpty())
        kept.removeLast();
    return kept.join(u'\n');
}

QList<ShellPiece> piecesOf(const CodeBlock &block)
{
    const bool script = block.attributes.value(QStringLiteral("mode")) == QStringLiteral("script");
    if (block.language == Language::Shell && !script)
        return block.pieces;
    if (block.language == Language::Sql && !script)
        return splitSql(block.code);
    if (block.language == Language::Sftp)
        return splitTransfers(block.code);
    return {wholePiece(block)};
}

} // namespace

CodeBlock readCodeBlock(const Block &block, const Attributes &inherited)
{
    CodeBlock code;
    const Fence fence = parseFence(block.info);
    code.interpreter = fence.language;
    code.attributes = merged(inherited, fence.attributes);
    code.annotated = !fence.attributes.isEmpty();
    code.position = block.position;
    code.position.line += block.fenced ? 1 : 0;
    code.code = block.text;
    code.source = &block;
    readLanguage(code, block.text);
    if (code.language != Language::Shell)
        return code;
    const Transcript transcript =
        withoutPrompts(block.text, isTranscript(code.interpreter) ? HashPrompt::Yes : HashPrompt::No);
    code.code = transcript.code;
    code.host = transcript.host;
    code.output = transcript.output;
    code.guessedLines = transcript.guessed;
    code.pieces = splitShell(code.code);
    if (transcript.otherProgram)
        code.language = Language::Data;
    else if (!transcript.prompted && !code.annotated)
        code.language = languageByContent(code);
    return code;
}

QList<Command> commandsOf(const CodeBlock &block, const Markdown &markdown, QStringList &remarks)
{
    QList<Command> commands;
    QStringList output = block.output;
    bool inOutput = false;
    const bool shell = block.language == Language::Shell;
    for (const ShellPiece &piece : piecesOf(block)) {
        if (!piece.remark.isEmpty())
            remarks.append(piece.remark);
        if (isEmpty(piece))
            continue;
        // Output begins where no command can, and ends where a known one follows an empty line.
        if (shell && inOutput && piece.line > 0 && looksLikeCommand(piece.text))
            inOutput = !block.code.section(u'\n', piece.line - 1, piece.line - 1).trimmed().isEmpty();
        inOutput = inOutput || (shell && !block.annotated && !isPlausibleCommand(piece.text, *piece.lexer));
        if (inOutput) {
            addOutput(output, piece);
            continue;
        }
        commands.append(makeCommand(block, markdown, piece));
        commands.last().guessed = block.guessed || block.guessedLines.contains(piece.line);
    }
    const QString sample = trimmedBlock(output);
    if (!sample.isEmpty())
        remarks.append(QStringLiteral("```text\n%1\n```").arg(sample));
    return commands;
}

bool isAnnouncedOutput(const CodeBlock &block, const QString &wordsBefore)
{
    return block.language == Language::Shell && !block.annotated && block.output.isEmpty()
           && announcesOutput(wordsBefore) && !looksLikeCommand(firstLineOf(block.code));
}

Command wholeCommand(const CodeBlock &block, const Markdown &markdown)
{
    return makeCommand(block, markdown, wholePiece(block));
}

} // namespace holdpoint::runbooks
