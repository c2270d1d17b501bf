// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QList>
#include <QString>

namespace holdpoint::runbooks {

/// Where in an SQL statement a character stands. Source: PostgreSQL 15 manual, section 4.1 "Lexical Structure".
enum class SqlContext {
    Bare,
    String,       ///< '...'
    EscapeString, ///< E'...', where a backslash escapes
    Identifier,   ///< "..."
    DollarQuoted, ///< $tag$...$tag$
    Comment,
    MetaCommand, ///< a psql line that starts with a backslash
};

/// The context of every UTF-16 unit of an SQL text.
QList<SqlContext> sqlContexts(const QString &text);

} // namespace holdpoint::runbooks
