// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <models/session/transport.h>

#include <QString>

#include <memory>

namespace holdpoint::practice {

class PracticeServer;

/// A host to rehearse on, inside the program: a real SSH server on loopback that gives real shells on real ptys, in a
/// scratch home and with stand-in tools before the system's own.
///
/// Only the key in its own folder may log in, so nobody else on the machine can. Where bubblewrap works, programs run in a
/// container to which the machine is read-only (see contained()); elsewhere they run as the user who runs Holdpoint and
/// isContained() says so.
///
/// Thread: GUI thread; the server has a thread of its own and never blocks it. The destructor ends every program that
/// was started on the host, and only those.
class PracticeHost
{
public:
    struct Options
    {
        QString folder;      ///< keys, scratch home and state; made when missing
        QString toolsFolder; ///< stand-ins that come first on the PATH; may be empty
        quint16 port = 0;    ///< 0: a free one
    };

    /// Errors: Io, Busy (the port is taken), Corrupt (a key file).
    static Result<std::unique_ptr<PracticeHost>> start(const Options &options);
    ~PracticeHost();
    PracticeHost(const PracticeHost &) = delete;
    PracticeHost &operator=(const PracticeHost &) = delete;

    /// Where it is, marked as practice.
    [[nodiscard]] session::HostAddress address() const;
    [[nodiscard]] QString userName() const;
    [[nodiscard]] QString hostKeyFingerprint() const { return m_fingerprint; }
    /// What a client needs to log in with no question asked.
    [[nodiscard]] QString clientKeyFile() const { return m_clientKeyFile; }
    [[nodiscard]] QString knownHostsFile() const { return m_knownHostsFile; }
    /// Whether programs are kept from changing the machine and reaching the network.
    [[nodiscard]] bool isContained() const { return m_contained; }
    /// Where the stand-ins keep what they pretend; empty it to start afresh.
    [[nodiscard]] QString stateFolder() const { return m_stateFolder; }

private:
    PracticeHost() = default;

    QString m_fingerprint;
    QString m_clientKeyFile;
    QString m_knownHostsFile;
    QString m_stateFolder;
    bool m_contained = false;
    std::unique_ptr<PracticeServer> m_server;
};

} // namespace holdpoint::practice
