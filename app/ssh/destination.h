// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/environment.h>
#include <app/ssh/sshconfig.h>
#include <app/ssh/sshoptions.h>

#include <models/base/result.h>
#include <models/session/transport.h>

#include <chrono>

namespace holdpoint::ssh {

/// Everything a login needs to know about where it goes, decided before the first packet.
struct Destination
{
    QString user;
    QString host;         ///< name or address to connect to
    QString lookedUpName; ///< by which its address is looked up where that is not the host
    quint16 port = 22;
    QString keyName;              ///< the name host keys are recorded under: the host, or its HostKeyAlias
    quint16 keyPort = 22;         ///< the port they are recorded under
    QStringList identityFiles;    ///< absolute paths, in the order to try
    QStringList certificateFiles; ///< absolute paths, of any of the identities
    QString agentSocket;          ///< empty: no agent
    bool identitiesOnly = false;  ///< of the agent's keys, only those of the identity files
    bool hashesNames = false;     ///< in the known_hosts file that is written to
    QString revokedHostKeys;      ///< absolute path; empty: no such file
    std::map<AlgorithmKind, QList<QByteArray>> algorithms; ///< of the other kinds the preferred ones
    bool keepsHostKeyOrder = false;                        ///< recorded kinds of keys are not asked for first
    std::optional<int> leastRsaBits;
    QStringList loginMethods{QStringLiteral("publickey"), QStringLiteral("keyboard-interactive"),
                             QStringLiteral("password")}; ///< in the order to try
    int secretPrompts = 3;                                ///< how often a password or passphrase is asked for
    QStringList knownHostsFiles;                          ///< absolute paths; the first is written to
    std::chrono::milliseconds connectTimeout{10'000};     ///< of each attempt
    int connectionAttempts = 1;                           ///< where it is reached directly
    AddressFamily addressFamily = AddressFamily::Any;
    QString bindAddress; ///< to connect from; empty: as the system chooses
    bool tcpKeepAlive = true;
    LinkTiming timing;                      ///< of the connection once it is there
    QList<EnvironmentVariable> environment; ///< of every channel
    QStringList notes;                      ///< what the configuration holds that has no effect here
    QString jumpFor;                        ///< the host that this one is a jump host for; empty: the host itself

    /// "ops@db-07.example:22" or "ops@bastion:22 (jump host for db-07)", for messages and questions.
    [[nodiscard]] QString toString() const;
};

/// Combines an address, the options and what the SSH configuration says about the host. For a jump host (`jumpFor` is
/// not empty) the key files of the options do not count: as with `ssh -i`, they are meant for the host itself.
///
/// Errors: Invalid for unsafe names and for a configuration that cannot be used.
Result<Destination> makeDestination(const session::HostAddress &address, const HostSettings &settings,
                                    const SshOptions &options, const QString &jumpFor);

/// The practice host: its own key and its own record of keys, nothing of the user's. Errors: NotFound.
Result<Destination> practiceDestination(const session::HostAddress &address, const SshOptions &options);

/// What a person can do about a host that this client cannot connect to: the words name the address and its price.
QString wayByStockClient(const QString &host);

/// Errors: Invalid for what could be an option or hold shell or control characters.
Result<> requireSafe(const QString &user, const QString &host);

} // namespace holdpoint::ssh
