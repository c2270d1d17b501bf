// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/ledger.h>
#include <runbooks/document.h>

#include <QDateTime>

namespace holdpoint::session {

/// What is known about a document before it may run: trust is given to content, never to a name.
struct Trust
{
    enum class State {
        Trusted, ///< exactly this content was read by somebody, or came with the program
        Changed, ///< another content of this file was trusted
        New,     ///< nobody has said anything about this file
    };

    State state = State::New;
    QString by; ///< who trusted this content, or the last one
    QDateTime utc;
    QByteArray lastSource; ///< of Changed: what was trusted last
};

/// The key of a file's entries in the ledger, 16 bytes: they belong to no run, and are found by it.
QByteArray trustKey(const QString &path);

/// "runbook-trusted": the content, by whom, and how they came to it ("read in the window").
ledger::Draft trustDraft(const runbooks::Document &document, const QString &by, const QString &how);

/// The verdict by the entries of the file's key, attachments loaded.
Trust trustIn(const runbooks::Document &document, const QList<ledger::Entry> &entries);

/// The same, asked of the ledger. A document below `shippedFolder` came with the program.
QFuture<Result<Trust>> findTrust(ledger::Ledger &ledger, const runbooks::Document &document, const QString &shippedFolder);

} // namespace holdpoint::session
