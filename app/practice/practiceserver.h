// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/practice/practiceconnection.h>
#include <app/practice/practicekeys.h>

#include <atomic>
#include <list>
#include <thread>

namespace holdpoint::practice {

/// The practice host's loop: listens on loopback and serves its connections with poll(2).
///
/// Thread: made and destroyed on any one thread; everything else happens on its own.
/// Owns: the listening socket and the connections.
class PracticeServer
{
public:
    /// Errors: Io, Busy (the port is taken).
    static Result<std::unique_ptr<PracticeServer>> start(quint16 port, PracticeKeys keys, Surroundings surroundings);
    ~PracticeServer();
    PracticeServer(const PracticeServer &) = delete;
    PracticeServer &operator=(const PracticeServer &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }

private:
    PracticeServer(PracticeKeys keys, Surroundings surroundings);
    Result<> listen(quint16 port);
    void run();
    void furnish();
    void accept();
    [[nodiscard]] int timeout() const;

    const PracticeKeys m_keys;
    const Surroundings m_surroundings;
    ssh::BindPtr m_bind;
    Descriptor m_listener;
    Descriptor m_stop;
    quint16 m_port = 0;
    std::list<PracticeConnection> m_connections; ///< the loop's own
    std::thread m_thread;
};

} // namespace holdpoint::practice
