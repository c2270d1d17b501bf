// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QList>
#include <QString>

#include <optional>

namespace holdpoint::audit {

/// What people type into a search: words that one line must hold, all of them; "a phrase"; -word, which it must not hold;
/// and run:, host:, runbook: and by:, which say where to look (run:1a2b "no space" -tmp host:"db 07").
///
/// Case does not count. A word of three characters or more is found inside of words too, a shorter one only where it stands
/// alone. Any text is a query or an Invalid one; nothing in it reaches a database as more than a text.
struct SearchQuery
{
    struct Term
    {
        QString text;
        bool isExcluded = false;

        friend bool operator==(const Term &, const Term &) = default;
    };
    QList<Term> terms;
    QString run;     ///< beginning of its id
    QString host;    ///< part of its role or address
    QString runbook; ///< its id, or part of its title
    QString by;      ///< part of who did or said it

    /// Errors: Invalid when no word is left to look for, or the text is longer than any line.
    static Result<SearchQuery> parse(const QString &text);

    struct Span
    {
        qsizetype start = 0;
        qsizetype length = 0;

        friend bool operator==(const Span &, const Span &) = default;
    };
    /// Where the words stand in the line, in order and apart; nothing when the line is no hit.
    [[nodiscard]] std::optional<QList<Span>> match(QStringView line) const;
};

} // namespace holdpoint::audit
