// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <models/ledger/ledger.h>

/// The signed text of a checkpoint: the body of a C2SP tlog-checkpoint (c2sp.org/tlog-checkpoint): origin, size in
/// decimal and base64 of the root, a line each.
namespace holdpoint::ledger {

/// The SSHSIG namespace of checkpoints.
QString checkpointNamespace();

QByteArray checkpointBody(const QString &origin, const Head &head);

/// Reads origin, size and root back; lines after the third are left alone (extensions, a signature).
/// `head.lastLeaf` stays empty: the body does not hold it. Errors: Invalid.
Result<Checkpoint> parseCheckpoint(const QByteArray &text);

} // namespace holdpoint::ledger
