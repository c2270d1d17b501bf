// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/calls.h>

#include <runbooks/nestedcode.h>
#include <runbooks/shelllexer.h>
#include <runbooks/words.h>

#include <algorithm>

namespace holdpoint::runbooks {

namespace {

/// What stands behind a command up to `end`, redirections included and comments not.
QStringView wordsBehind(const ShellLexer &lexer, qsizetype start, qsizetype end)
{
    const auto begin = lexer.contexts().begin();
    const auto comment = std::find(begin + start, begin + end, ShellContext::Comment);
    return QStringView(lexer.text()).mid(start, comment - begin - start);
}

/// Whether a pipe stands between two simple commands.
bool isPipe(QStringView between)
{
    const qsizetype bar = between.lastIndexOf(u'|');
    const bool isOr = bar > 0 && between[bar - 1] == u'|';
    return bar >= 0 && !isOr && !between.contains(u';') && !between.contains(u'\n');
}

bool readsFile(QStringView after)
{
    const qsizetype end = after.indexOf(u'\n');
    const QStringView line = after.left(end);
    const qsizetype less = line.indexOf(u'<');
    const qsizetype stop = std::min({line.size(), line.indexOf(u'|') < 0 ? line.size() : line.indexOf(u'|'),
                                     line.indexOf(u';') < 0 ? line.size() : line.indexOf(u';')});
    return less >= 0 && less < stop;
}

} // namespace

bool Call::hasLetter(QChar letter) const
{
    return std::any_of(arguments.begin(), arguments.end(), [letter](const QString &argument) {
        return argument.size() > 1 && argument[0] == u'-' && argument[1] != u'-' && QStringView(argument).mid(1).contains(letter);
    });
}

bool Call::hasPrefix(const char *prefix) const
{
    return std::any_of(arguments.begin(), arguments.end(),
                       [prefix](const QString &argument) { return argument.startsWith(QLatin1String(prefix)); });
}

bool Call::isVerb(const char *verbs) const
{
    int operands = 0;
    for (const QString &argument : arguments) {
        if (argument.startsWith(u'-'))
            continue;
        if (isOneOf(argument, verbs))
            return true;
        if (++operands == 3)
            break;
    }
    return false;
}

QStringList Call::operands() const
{
    QStringList operands;
    for (const QString &argument : arguments) {
        if (!argument.startsWith(u'-'))
            operands.append(argument);
    }
    return operands;
}

QList<Call> callsOf(const QString &command) { return callsOf(readShell(command)); }

QList<Call> callsOf(const ShellLexer &lexer)
{
    QList<SimpleCommand> commands = lexer.commands();
    // The lexer gives them as they end: one inside a substitution before the one around it.
    std::sort(commands.begin(), commands.end(),
              [](const SimpleCommand &a, const SimpleCommand &b) { return a.first().start < b.first().start; });
    QList<bool> fed(commands.size(), false);
    QList<Call> calls;
    for (qsizetype i = 0; i < commands.size(); ++i) {
        const QStringList plain = plainWords(lexer, commands[i]);
        const qsizetype end = commands[i].last().end;
        qsizetype next = i + 1;
        while (next < commands.size() && commands[next].first().start < end)
            ++next;
        const bool last = next == commands.size();
        const QStringView between =
            wordsBehind(lexer, end, last ? lexer.text().size() : commands[next].first().start);
        const bool piped = !last && isPipe(between);
        if (piped)
            fed[next] = true;
        for (const qsizetype at : startedPrograms(plain))
            calls.append({programName(plain[at]), plain.mid(at + 1), commands[i][at].start, end, piped,
                          fed[i] || readsFile(between)});
    }
    return calls;
}

} // namespace holdpoint::runbooks
