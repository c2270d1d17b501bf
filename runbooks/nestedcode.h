// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/shelllexer.h>

namespace holdpoint::runbooks {

/// The words of a simple command without quotes.
QStringList plainWords(const ShellLexer &lexer, const SimpleCommand &command);

/// Where in the words a program's name may stand: the first word, and any word behind `sudo`, `xargs`, `find -exec` and
/// the like. Rather one too many: so it is found whatever options stand before it.
QList<qsizetype> programPositions(const QStringList &words);

/// The programs a command starts for certain: its first word and, behind `sudo`, `env` or `timeout`, the one they start.
QList<qsizetype> startedPrograms(const QStringList &words);

/// The file name of a program: "/usr/bin/ssh" is "ssh".
QString programName(const QString &word);

/// Overrides the contexts of arguments that another program parses as code; doubtful ones count as code.
void markNestedCode(const ShellLexer &lexer, QList<ShellContext> &contexts);

} // namespace holdpoint::runbooks
