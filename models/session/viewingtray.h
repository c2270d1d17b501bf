// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/viewing.h>

#include <models/ledger/ledger.h>

#include <QFileSystemWatcher>
#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>

namespace holdpoint::session {

/// Looks at recordings that could not be put on record when they were made, for another program had the ledger open: a file each
/// in the folder "viewings" beside the ledger. A program that opens the ledger for a run or a report puts them on record and removes
/// the files.
///
/// Thread: the one it lives on, which runs an event loop. Borrows the ledger, which outlives it.
/// Invariants: a file goes only when its entry is durable, so a crash between the two records a look twice and never not at all;
/// one that cannot be understood, or does not say when and where a look of the past was, stays where it is, is logged, and holds
/// up no other. When the tray goes, it waits for the entries under way, and their files are gone.
class ViewingTray final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewingTray)

public:
    /// Takes what lies there, and what is left there later.
    explicit ViewingTray(ledger::Ledger &ledger, QObject *parent = nullptr);
    ~ViewingTray() override;

    /// Leaves a look, made now, for whoever has the ledger in this folder open. Errors: Io.
    static Result<> leave(const QString &ledgerFolder, const Viewing &viewing);
    /// How many lie there for the ledger in this folder.
    static qsizetype waiting(const QString &ledgerFolder);

private:
    void take();
    void take(const QString &path);
    void recorded(const QString &path, const QFuture<Result<ledger::Entry>> &entry);

    ledger::Ledger &m_ledger;
    QString m_folder;
    QFileSystemWatcher m_watcher;
    QHash<QString, QFuture<Result<ledger::Entry>>> m_underWay;
    QSet<QString> m_done; ///< not understood, or on record and impossible to remove
};

} // namespace holdpoint::session
