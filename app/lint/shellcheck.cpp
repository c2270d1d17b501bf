// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/lint/shellcheck.h>

#include <runbooks/codeblocks.h>
#include <runbooks/shelllexer.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace holdpoint::app {

namespace {

using runbooks::Diagnostic;
using runbooks::SourceBlock;

constexpr int longestMs = 20'000;

// Said of scripts, and wrong of commands that run one by one in a shell with a person in front of it: no first line,
// variables of other blocks, files that are not here, `cd` whose failure stops the run, $? in a later command, quoted
// tildes, output of ls and ps that a person reads, words that are constant only because a placeholder stood there.
const QString excluded =
    QStringLiteral("SC1090,SC1091,SC2012,SC2009,SC2034,SC2088,SC2103,SC2148,SC2154,SC2164,SC2181,SC2194,"
                   "SC2043,SC2317");

/// A shell block's code with words in place of its placeholders, character by character of the same length.
QString withWords(const QString &code)
{
    runbooks::ShellLexer lexer(runbooks::ShellLexer::Placeholders::Recognised);
    const QStringList lines = code.split(u'\n');
    for (const QString &line : lines)
        lexer.feedLine(line);
    QString text = lexer.text();
    for (const runbooks::Placeholder &placeholder : lexer.placeholders())
        text.replace(placeholder.start, placeholder.length, QString(placeholder.length, u'p'));
    return text;
}

struct ShellBlock
{
    runbooks::Position firstLine; ///< of the code's first line, column of its first character
    QString code;
};

QList<ShellBlock> shellBlocks(const runbooks::Document &document)
{
    QList<ShellBlock> blocks;
    for (const SourceBlock &source : document.blocks) {
        if (source.kind != SourceBlock::Kind::Code || !source.fenced)
            continue;
        runbooks::Block block;
        block.kind = runbooks::BlockKind::Code;
        block.info = source.info;
        block.text = source.text;
        block.fenced = true;
        block.position = source.position;
        const runbooks::CodeBlock code = runbooks::readCodeBlock(block, {});
        if (code.language == runbooks::Language::Shell && !code.guessed && code.code == source.text)
            blocks.append({code.position, code.code});
    }
    return blocks;
}

Diagnostic::Level levelOf(const QString &level)
{
    return level == QStringLiteral("error")     ? Diagnostic::Level::Error
           : level == QStringLiteral("warning") ? Diagnostic::Level::Warning
                                                : Diagnostic::Level::Note;
}

Diagnostic diagnosticOf(const QJsonObject &comment, const ShellBlock &block)
{
    const QString code = QStringLiteral("SC%1").arg(comment[QLatin1String("code")].toInt());
    QString message = comment[QLatin1String("message")].toString();
    while (message.endsWith(u'.'))
        message.chop(1);
    return {levelOf(comment[QLatin1String("level")].toString()),
            code,
            message,
            QStringLiteral("See shellcheck's page about %1").arg(code),
            {block.firstLine.line + comment[QLatin1String("line")].toInt() - 1,
             block.firstLine.column + comment[QLatin1String("column")].toInt() - 1}};
}

} // namespace

Result<QList<Diagnostic>> shellcheck(const runbooks::Document &document)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("shellcheck"));
    if (program.isEmpty())
        return fail(ErrorKind::NotFound, QStringLiteral("shellcheck is not installed"));
    const QList<ShellBlock> blocks = shellBlocks(document);
    QList<Diagnostic> diagnostics;
    if (blocks.isEmpty())
        return diagnostics;
    const QTemporaryDir folder;
    if (!folder.isValid())
        return fail(ErrorKind::Io, folder.errorString());
    QStringList arguments{QStringLiteral("--format=json1"), QStringLiteral("--shell=bash"), QStringLiteral("--norc"),
                          QStringLiteral("--exclude=") + excluded};
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        QFile file(folder.filePath(QString::number(i)));
        if (!file.open(QIODevice::WriteOnly) || file.write(withWords(blocks[i].code).toUtf8()) < 0)
            return fail(ErrorKind::Io, file.errorString());
        arguments.append(file.fileName());
    }
    QProcess process;
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(longestMs)) {
        process.kill();
        process.waitForFinished();
        return fail(ErrorKind::Timeout, QStringLiteral("shellcheck did not end within 20 seconds"));
    }
    const QJsonObject root = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    for (const auto value : root[QLatin1String("comments")].toArray()) {
        const QJsonObject comment = value.toObject();
        const int index = comment[QLatin1String("file")].toString().section(u'/', -1).toInt();
        if (index >= 0 && index < blocks.size())
            diagnostics.append(diagnosticOf(comment, blocks[index]));
    }
    return diagnostics;
}

} // namespace holdpoint::app
