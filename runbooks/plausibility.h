// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>

namespace holdpoint::runbooks {

class ShellLexer;

/// Whether a complete command of a shell block can be one: wiki pages put output, YAML, queries and prose into shell fences
/// too. Only the form of its first word counts, so a program nobody knows is plausible.
bool isPlausibleCommand(const QString &command);
bool isPlausibleCommand(const QString &command, const ShellLexer &lexer);

/// Whether a text reads like a Prometheus query: "sum(rate(x[5m])) by (job)", "up{job=~...}".
bool looksLikePromQl(const QString &text);

/// Whether the words before a block say that it is output: "Example output:", "you should see something like".
bool announcesOutput(const QString &text);

/// Whether a line looks like a shell command: its first word is a program that runbooks use, a path or an assignment.
bool looksLikeCommand(const QString &line);

} // namespace holdpoint::runbooks
