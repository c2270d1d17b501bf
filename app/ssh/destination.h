// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/sshoptions.h>

#include <models/base/result.h>
#include <models/session/transport.h>

#include <chrono>

namespace holdpoint::ssh {

/// Everything a login needs to know about where it goes, decided before the first packet.
struct Destination
{
    QString user;
    QString host; ///< name or address to connect to
    quint16 port = 22;
    QString keyName;             ///< the name host keys are recorded under: the host, or its HostKeyAlias
    quint16 keyPort = 22;        ///< the port they are recorded under
    QStringList identityFiles;   ///< absolute paths, in the order to try
    QString agentSocket;         ///< empty: no agent
    bool identitiesOnly = false; ///< of the agent's keys, only those of the identity files
    QStringList knownHostsFiles; ///< absolute paths; the first is written to
    std::chrono::milliseconds connectTimeout{10'000};
    QStringList notes; ///< what the configuration holds that has no effect here

    /// "ops@db-07.example:22", for messages.
    [[nodiscard]] QString toString() const;
};

/// Combines the address, the options and the SSH configuration. Blocking file I/O.
///
/// Errors: Invalid for unsafe names, for a configuration that cannot be used and for hosts that need ProxyJump or
/// ProxyCommand; Io for a configuration that cannot be read.
Result<Destination> resolveDestination(const session::HostAddress &address, const SshOptions &options);

/// The configuration files in the order they count: the given one, or the user's and the system's.
QStringList configFiles(const SshOptions &options);

} // namespace holdpoint::ssh
