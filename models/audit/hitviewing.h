// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/hit.h>
#include <models/session/viewing.h>

namespace holdpoint::audit {

/// Whose recorded output the hit shows, as an entry names it: a pane, or "check 2.1". Empty for a hit that shows none.
QString viewedSource(const Hit &hit);

/// What hits show of recorded output, as entries to append: one for each run, with its panes and checks. Nothing for hits that
/// show commands and statements only, which are no recordings.
QList<ledger::Draft> viewedDrafts(const QList<Hit> &hits, session::ViewedIn place, const QString &by);

} // namespace holdpoint::audit
