// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/entry.h>

#include <optional>

namespace holdpoint::session {

/// Where somebody looked at a recording.
enum class ViewedIn { ReplayWindow, ReplayTerminal, Report, SearchWindow, SearchTerminal };
QString viewedInWords(ViewedIn place); ///< "the replay window"
bool isViewedIn(const QString &words); ///< whether they are those of a place

/// A look at what panes of a run showed, as "recording-viewed" entries hold it.
struct Viewing
{
    QByteArray run;
    QStringList panes; ///< empty: all of them; of a search also "check 2.check.1", whose output was shown
    QString how;       ///< viewedInWords()
    QString by;
    QDateTime utc; ///< of the look, which may have come on record later
};

inline constexpr char16_t viewedType[] = u"recording-viewed";

/// The entry to append before the recording is shown or handed out: what cannot be recorded is not shown. It is filed under
/// the run.
ledger::Draft viewedDraft(const QByteArray &run, const QStringList &panes, ViewedIn place, const QString &by);
/// Of a look in the past, which the entry's own time is not that of.
ledger::Draft viewedDraft(const Viewing &viewing);
/// What a draft that has not become an entry says, at this time. Nothing for drafts of other types.
std::optional<Viewing> viewingIn(const ledger::Draft &draft, const QDateTime &utc);
/// Nothing for entries of other types.
std::optional<Viewing> viewingIn(const ledger::Entry &entry);

} // namespace holdpoint::session
