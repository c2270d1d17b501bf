// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/trust.h>

#include <models/base/sha256.h>

#include <QFileInfo>

namespace holdpoint::session {

namespace {

const QString entryType = QStringLiteral("runbook-trusted");

/// One file has one name, however it was reached.
QString namedPath(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? QFileInfo(path).absoluteFilePath() : canonical;
}

} // namespace

QByteArray trustKey(const QString &path) { return sha256("runbook-trust\n" + namedPath(path).toUtf8()).first(16); }

ledger::Draft trustDraft(const runbooks::Document &document, const QString &by, const QString &how)
{
    return {.type = entryType,
            .actor = by,
            .run = trustKey(document.path),
            .body = {{QStringLiteral("path"), namedPath(document.path)},
                     {QStringLiteral("sha256"), document.sha256()},
                     {QStringLiteral("title"), document.title},
                     {QStringLiteral("how"), how}},
            .attachments = {document.source}};
}

Trust trustIn(const runbooks::Document &document, const QList<ledger::Entry> &entries)
{
    Trust trust;
    for (const ledger::Entry &entry : entries) {
        if (entry.type != entryType)
            continue;
        const bool same = entry.body[QLatin1String("sha256")].toString() == document.sha256();
        if (trust.state == Trust::State::Trusted && !same)
            continue; // an earlier or later version says nothing against this one
        trust = {same ? Trust::State::Trusted : Trust::State::Changed, entry.actor, entry.utc,
                 entry.attachments.isEmpty() ? QByteArray() : entry.attachments.first().bytes};
    }
    return trust;
}

QFuture<Result<Trust>> findTrust(ledger::Ledger &ledger, const runbooks::Document &document, const QString &shippedFolder)
{
    const QString shipped = QFileInfo(shippedFolder).canonicalFilePath();
    if (!shipped.isEmpty() && namedPath(document.path).startsWith(shipped + u'/'))
        return QtFuture::makeReadyFuture(Result<Trust>(Trust{.state = Trust::State::Trusted}));
    return ledger.entries(trustKey(document.path), ledger::Ledger::Attachments::Load)
        .then([document](const Result<QList<ledger::Entry>> &entries) -> Result<Trust> {
            if (!entries)
                return fail(entries.error());
            return trustIn(document, *entries);
        });
}

} // namespace holdpoint::session
