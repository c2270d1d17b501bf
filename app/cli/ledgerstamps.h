// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/cli/ledgerverbs.h>
#include <models/ledger/ledger.h>
#include <models/x509/timestamp.h>

#include <QJsonArray>

namespace holdpoint::cli {

/// A time stamp of this ledger: what it says, and up to where the ledger existed then.
struct LedgerStamp
{
    QString file;
    quint64 size = 0;
    x509::TimeStamp stamp;
};

/// The time stamps of this ledger that are kept beside it and by the witness, by size. A good audit turns bad when one of them
/// does not fit. Errors: those of reading them, and of the file of authorities.
Result<QList<LedgerStamp>> checkStamps(const QString &ledger, const OutsideView &outside, ledger::Audit &audit);

QJsonArray stampsJson(const QList<LedgerStamp> &stamps);
/// What the newest one proves; empty without any.
QString stampsText(const QList<LedgerStamp> &stamps);

} // namespace holdpoint::cli
