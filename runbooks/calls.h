// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>
#include <QStringList>

namespace holdpoint::runbooks {

class ShellLexer;

/// One program and its arguments inside a shell command, quotes removed.
struct Call
{
    QString program; ///< its file name: "/usr/sbin/iptables" is "iptables"
    QStringList arguments;
    qsizetype start = 0;   ///< of the program's word, in UTF-16 units of the command's text
    qsizetype end = 0;     ///< behind the last argument
    bool piped = false;    ///< its output goes into the next call
    bool fromPipe = false; ///< its input comes from the call before, or from a redirection

    [[nodiscard]] bool has(const char *argument) const { return arguments.contains(QLatin1String(argument)); }
    /// Whether a bundle of short options holds the letter: "-rf" has r.
    [[nodiscard]] bool hasLetter(QChar letter) const;
    [[nodiscard]] bool hasPrefix(const char *prefix) const;
    /// Whether one of the first three words that are no options is in the list, see isOneOf().
    [[nodiscard]] bool isVerb(const char *verbs) const;
    /// The words that are no options, without values of options.
    [[nodiscard]] QStringList operands() const;
};

/// The calls of a shell command in the order of its text, those inside substitutions and compound commands included.
/// Behind `sudo`, `env` or `timeout` the program they start is a call of its own.
QList<Call> callsOf(const QString &command);
QList<Call> callsOf(const ShellLexer &lexer);

} // namespace holdpoint::runbooks
