// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/prompts.h>

#include <runbooks/shelllexer.h>

#include <QRegularExpression>

namespace holdpoint::runbooks {

namespace {

/// The prompt at the start of a line.
QRegularExpressionMatch promptOf(const QString &line, HashPrompt hash)
{
    static const QString host =
        QStringLiteral("(?:\\[?[A-Za-z0-9_.-]{1,64}@([A-Za-z0-9_.-]{1,255})[: ][^$#%\\n]{0,200}?\\]?)");
    static const QRegularExpression plain(QStringLiteral("^\\s*(?:%1\\s?[$#%]|[$%\u276F])[ \\t]+(?=\\S)").arg(host));
    static const QRegularExpression root(QStringLiteral("^\\s*(?:%1\\s?[$#%]|[$%\u276F#])[ \\t]+(?=\\S)").arg(host));
    return (hash == HashPrompt::Yes ? root : plain).match(line.left(1000));
}

/// The second prompt of a continued command.
QString withoutSecondPrompt(const QString &line)
{
    static const QRegularExpression second(QStringLiteral("^\\s*> ?"));
    QString rest = line;
    return rest.remove(second);
}

} // namespace

Transcript withoutPrompts(const QString &block, HashPrompt hash)
{
    const QStringList lines = block.split(u'\n');
    Transcript transcript;
    QStringList code;
    std::optional<ShellLexer> lexer;
    for (const QString &line : lines) {
        const QRegularExpressionMatch prompt = promptOf(line, hash);
        if (lexer && !lexer->isComplete()) {
            const QString rest = withoutSecondPrompt(line);
            lexer->feedLine(rest);
            code.append(rest);
        } else if (prompt.hasMatch()) {
            transcript.prompted = true;
            if (transcript.host.isEmpty())
                transcript.host = prompt.captured(1);
            code.append(line.mid(prompt.capturedEnd()));
            lexer.emplace(ShellLexer::Placeholders::Recognised);
            lexer->feedLine(code.last());
        } else {
            code.append(QString());
        }
    }
    transcript.code = transcript.prompted ? code.join(u'\n') : block;
    return transcript;
}

} // namespace holdpoint::runbooks
