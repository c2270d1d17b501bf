// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/shelllexer.h>

namespace holdpoint::runbooks {

/// The words of a simple command without quotes.
QStringList plainWords(const ShellLexer &lexer, const SimpleCommand &command);

/// Where in the words a program's name stands: the first word, what `sudo`, `env`, `find -exec` and the like start.
QList<qsizetype> programPositions(const QStringList &words);

/// The file name of a program: "/usr/bin/ssh" is "ssh".
QString programName(const QString &word);

/// Overrides the contexts of arguments that another program parses as code; doubtful ones count as code.
void markNestedCode(const ShellLexer &lexer, QList<ShellContext> &contexts);

} // namespace holdpoint::runbooks
