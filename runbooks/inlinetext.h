// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/document.h>

#include <QString>

#include <chrono>
#include <optional>

namespace holdpoint::runbooks {

/// Markdown of one line as plain words: emphasis, code marks, link targets and backslash escapes removed.
/// What looks like a tag ("<service-name>") stays: nothing an author wrote may vanish.
QString plainText(const QString &markdown);

/// A bold run at the start of a paragraph: "**Label**: rest", "**Label:** rest", "**Title** rest".
struct LeadingBold
{
    QString label; ///< plain, without the colon
    QString rest;  ///< Markdown after it, without the colon or dash
    bool colon = false;
};
std::optional<LeadingBold> leadingBold(QStringView text);

/// The first sentence of a text, without its full stop, and what follows it.
struct FirstSentence
{
    QString sentence;
    QString rest;
};
FirstSentence firstSentence(const QString &text);

/// "4.2 Load balancer" is {"4.2", "Load balancer"}; "Overview" is {"", "Overview"}.
struct Numbered
{
    QString number;
    QString title;
};
Numbered leadingNumber(const QString &title);

/// Lower-case letters and digits with single hyphens: "Team lead (DBA)" is "team-lead-dba".
QString slug(const QString &text);

/// "500ms", "30s", "1h30m", "15 minutes", "2 Stunden"; nothing else may stand in the text.
std::optional<std::chrono::milliseconds> parseDuration(const QString &text);

/// "[title](target)" in a text as "title -> target".
QStringList linksOf(const QString &markdown);

} // namespace holdpoint::runbooks
