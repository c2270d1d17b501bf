// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/place.h>
#include <models/ledger/entry.h>

#include <QHash>

namespace holdpoint::audit {

/// What the entries of a run so far say about where the next ones belong. A value that is kept between updates of the index.
struct RunContext
{
    QString runbook;
    QString title;

    /// Takes in what the entry changes.
    void apply(const ledger::Entry &entry);

    /// Where the text of an entry belongs: the command or check in it, or the one that runs in its pane.
    [[nodiscard]] Place placeOf(const ledger::Entry &entry, Kind kind) const;
    /// Time in the recordings of the run, which all have one beginning.
    [[nodiscard]] qint64 castMs(const QDateTime &utc) const { return utc.toMSecsSinceEpoch() - zeroUtcMs; }
    [[nodiscard]] qint64 utcMs(qint64 castMs) const { return zeroUtcMs + castMs; }

    [[nodiscard]] QByteArray toJson() const;
    static RunContext fromJson(const QByteArray &json);

private:
    struct Subject
    {
        QString id;
        QString stage;
    };
    QString stage;
    qint64 zeroUtcMs = 0;
    QHash<QString, QString> addresses; ///< of roles
    QHash<QString, QString> roles;     ///< of further shells
    QHash<QString, Subject> running;   ///< commands in flight, by pane
    QHash<QString, QString> checked;   ///< role that a check was begun on
};

} // namespace holdpoint::audit
