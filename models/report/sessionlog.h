// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <models/ledger/entry.h>

/// session.jsonl: every ledger entry of the run, one JSON object a line (FORMAT.md). The fields before "record" are for
/// people and scripts; "record" holds the bytes the ledger hashed, and the reader holds both against each other.
namespace holdpoint::report {

/// REQUIRES entries with their records.
QByteArray writeSessionLog(const QList<ledger::Entry> &entries);

/// The entries as their records tell them; attachments have size, commitment and salt, no bytes.
/// Errors: Corrupt with the line's number, when a line is no such object, or its fields or leaf do not fit its record.
Result<QList<ledger::Entry>> readSessionLog(const QByteArray &bytes);

} // namespace holdpoint::report
