// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QString>

namespace holdpoint::ssh {

/// Whether a file of RevokedHostKeys (ssh_config(5)) names the key, given as its blob: a public key a line, as in *.pub.
/// Errors: Io and NotFound for a file that cannot be read, Invalid for a binary revocation list (KRL), which is not read
/// here; as for ssh(1) no host can be trusted then.
Result<bool> isRevoked(const QString &file, const QByteArray &key);

} // namespace holdpoint::ssh
