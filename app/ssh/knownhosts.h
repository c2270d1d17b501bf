// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace holdpoint::ssh {

enum class HostKeyVerdict {
    Ok,        ///< this very key is recorded
    Unknown,   ///< nothing is recorded for the host
    Changed,   ///< other keys are recorded for the host
    Revoked,   ///< the key is marked @revoked
    CaOnly,    ///< only a certificate authority is recorded, which we cannot check
    FileError, ///< a file cannot be read, so nothing can be said
};

struct HostKeyFinding
{
    HostKeyVerdict verdict = HostKeyVerdict::Unknown;
    QString detail; ///< the line or file that decided, for people

    friend bool operator==(const HostKeyFinding &, const HostKeyFinding &) = default;
};

/// How names are written: as they are, or so that nobody who reads the file learns them (HashKnownHosts).
enum class HostNames { Plain, Hashed };

/// The known_hosts files: read for every question, so that what another program wrote counts.
///
/// Ours because libssh 0.10.6 overlooks changed and revoked keys behind lines it cannot read. A line nobody can
/// read is skipped on its own. Format: SSH_KNOWN_HOSTS FILE FORMAT in sshd(8).
///
/// Thread: none of its own; blocking file I/O.
/// Errors: add() gives Invalid for a name that a line would not mean again, as "a,b", and Io, and leaves the old file as it was.
class KnownHosts
{
public:
    /// The first file is the one new keys are added to.
    explicit KnownHosts(QStringList files) : m_files(std::move(files)) {}

    /// `key` is the public key blob of RFC 4253 section 6.6. `name` is a host name, address or HostKeyAlias.
    [[nodiscard]] HostKeyFinding check(const QString &name, quint16 port, const QByteArray &key) const;
    /// The key types recorded for the host, first come first; a client offers these first so that a key it knows is
    /// the one it is shown.
    [[nodiscard]] QList<QByteArray> keyTypes(const QString &name, quint16 port) const;
    [[nodiscard]] Result<> add(const QString &name, quint16 port, const QByteArray &key,
                               HostNames names = HostNames::Plain) const;

    /// The type named inside a public key blob; empty when it is no blob.
    [[nodiscard]] static QByteArray typeOf(const QByteArray &key);

private:
    QStringList m_files;
};

} // namespace holdpoint::ssh
