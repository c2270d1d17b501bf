// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/cancelswitch.h>
#include <app/ssh/destination.h>
#include <app/ssh/libssh.h>

#include <models/base/result.h>

#include <functional>

namespace holdpoint::ssh {

/// A session during its login: every step is repeated until it is through, the socket is polled in between.
///
/// Thread: the login's.
/// Owns: the libssh session until take().
class Handshake
{
public:
    Handshake(const Destination &destination, CancelSwitch &cancel, std::chrono::milliseconds stepLimit);

    /// The destination's algorithms, key types that are already recorded first; then the key exchange.
    /// Errors: Invalid (libssh refused an option), Busy (closed before its banner), Disconnected (also by what
    /// is no SSH server), Timeout, Cancelled.
    Result<> connect(Descriptor socket, const QList<QByteArray> &recordedKeyTypes);

    /// Repeats `step` while it returns `again`; the limit is the server's: what a step takes by itself does not count.
    /// Errors: Timeout, Cancelled, Disconnected; else what it returned.
    Result<int> repeat(int again, const std::function<int()> &step);

    /// The server's host key blob (RFC 4253 section 6.6). Errors: Disconnected.
    [[nodiscard]] Result<QByteArray> hostKey() const;
    [[nodiscard]] ssh_session session() const { return m_session.get(); }
    /// libssh's last words about this session, made safe to show.
    [[nodiscard]] QString lastError() const;
    [[nodiscard]] SessionPtr take() { return std::move(m_session); }

private:
    Result<> configure(const QList<QByteArray> &recordedKeyTypes);
    [[nodiscard]] QList<QByteArray> algorithms(AlgorithmKind kind) const;
    [[nodiscard]] Error notConnected(const Result<int> &result, const QByteArray &firstWords) const;
    [[nodiscard]] Error noServer(const QByteArray &firstWords) const;
    [[nodiscard]] Error lost() const;

    const Destination &m_destination;
    CancelSwitch &m_cancel;
    const std::chrono::milliseconds m_stepLimit;
    ssh_counter_struct m_received{}; ///< until the session is connected
    SessionPtr m_session;
};

/// "SHA256:..." of a public key blob, as ssh-keygen(1) prints it.
QString keyFingerprint(const QByteArray &key);

/// Host key algorithms to offer, in order: those of the recorded key types first.
QList<QByteArray> hostKeyAlgorithms(const QList<QByteArray> &algorithms, const QList<QByteArray> &recordedKeyTypes);

} // namespace holdpoint::ssh
