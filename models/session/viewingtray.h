// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/viewing.h>

#include <models/ledger/ledger.h>

#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>

namespace holdpoint::session {

/// Looks at recordings that could not be put on record when they were made, for another program had the ledger open: a file each
/// in the folder "viewings" beside the ledger. Whoever has the ledger open puts them on record and removes the files.
///
/// Thread: the one it lives on, which runs an event loop. Borrows the ledger, which outlives it.
/// Invariants: a file goes only when its entry is durable, so a crash between the two records a look twice and never not at all;
/// one that cannot be understood stays where it is, is logged, and holds up no other.
class ViewingTray final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewingTray)

public:
    /// Takes what lies there, and what is left there later.
    explicit ViewingTray(ledger::Ledger &ledger, QObject *parent = nullptr);

    /// Leaves a look, made now, for whoever has the ledger in this folder open. Errors: Io.
    static Result<> leave(const QString &ledgerFolder, const Viewing &viewing);

private:
    void take();
    void take(const QString &path);

    ledger::Ledger &m_ledger;
    QString m_folder;
    QFileSystemWatcher m_watcher;
    QSet<QString> m_known; ///< under way, or not understood
};

} // namespace holdpoint::session
