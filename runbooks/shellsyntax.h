// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace holdpoint::runbooks {

class ShellLexer;

/// One complete command cut out of a block.
struct ShellPiece
{
    QString text;    ///< without surrounding blank lines; continuations and here-documents whole
    QString caption; ///< comment lines directly before it and the comment behind it, "# " removed, joined by line feeds
    QString remark;  ///< comments before it that a blank line sets apart; a last piece may hold nothing but a remark
    int line = 0;    ///< of its first line in the block, from 0
    /// Of a shell command: what read its text, and perhaps a comment behind it.
    std::shared_ptr<const ShellLexer> lexer;
};

/// Cuts a shell block into complete commands as a shell would read them (POSIX.1-2017 XCU 2, and bash's compound
/// commands, here-strings and process substitution). Text that never completes (open quote, missing `done`) is one piece.
QList<ShellPiece> splitShell(const QString &block);

/// Whether a shell would run the text as it stands, in place of waiting for more: no quote, here-document, loop or
/// parenthesis is open.
bool isCompleteShell(const QString &text);

/// Cuts an SQL block into statements at top-level semicolons (quotes, dollar quotes and comments respected).
QList<ShellPiece> splitSql(const QString &block);

/// Where in a shell command a character stands, which decides how a value must be quoted there.
enum class ShellContext : quint8 {
    Bare,        ///< unquoted word
    CommandWord, ///< unquoted, first word of a command
    DoubleQuoted,
    SingleQuoted,
    DollarSingleQuoted, ///< $'...'
    HereDocument,       ///< body, delimiter unquoted
    QuotedHereDocument, ///< body, delimiter quoted
    Comment,
    Backtick,
    ParameterExpansion, ///< ${...}
    Arithmetic,         ///< $(( ))
    NestedCode,         ///< inside an argument a shell parses again: sh -c, ssh host "...", eval
    ForeignCode,        ///< inside an argument that is a program of another language: awk, sed, python -c, psql -c
};

QString shellContextName(ShellContext context);

/// The context of every UTF-16 unit of a command.
QList<ShellContext> shellContexts(const QString &command);

} // namespace holdpoint::runbooks
