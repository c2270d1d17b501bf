// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/libssh.h>

#include <models/base/result.h>

#include <QString>

namespace holdpoint::practice {

/// The keys of the practice host, made on first use and kept in its folder (private ones with mode 0600).
struct PracticeKeys
{
    QString hostKeyFile;
    QString clientKeyFile;
    QString knownHostsFile; ///< knows the host key for every port on loopback
    QString fingerprint;    ///< "SHA256:..." of the host key
    ssh::KeyPtr clientPublicKey;
};

/// Errors: Io; Corrupt for a key file that nobody can read.
Result<PracticeKeys> preparePracticeKeys(const QString &folder);

} // namespace holdpoint::practice
