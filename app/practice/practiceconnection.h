// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/practice/practicechannel.h>

#include <chrono>
#include <list>

namespace holdpoint::practice {

/// One client of the practice host: lets in who has the key and is called "practice", then serves its channels.
///
/// Thread: the server's.
/// Owns: the session and its channels.
/// Invariants: no channel before the login; a client that is not logged in after 30 s or 6 attempts is dropped.
class PracticeConnection
{
public:
    static constexpr const char *userName = "practice";

    /// Takes over `socket`, which is non-blocking.
    PracticeConnection(ssh_bind bind, ssh::Descriptor socket, ssh_key clientKey, const Surroundings &surroundings);
    ~PracticeConnection();
    PracticeConnection(const PracticeConnection &) = delete;
    PracticeConnection &operator=(const PracticeConnection &) = delete;

    void watch(std::vector<pollfd> &watched) const;
    void service();
    /// It stopped to let others have a turn and should be served again without waiting.
    [[nodiscard]] bool hasMore() const { return m_hasMore; }
    [[nodiscard]] bool isDone() const { return m_done; }
    /// When a login that is still open is to be dropped.
    [[nodiscard]] std::chrono::steady_clock::time_point loginDeadline() const { return m_loginDeadline; }
    [[nodiscard]] bool isLoggedIn() const { return m_loggedIn; }

private:
    static int onPublicKey(ssh_session, const char *user, ssh_key key, char state, void *self);
    static int onService(ssh_session, const char *, void *) { return SSH_OK; }
    static ssh_channel onChannel(ssh_session, void *self);

    bool pump();
    bool serviceChannels();

    const ssh_key m_clientKey;
    const Surroundings &m_surroundings;
    ssh::SessionPtr m_session;
    ssh::EventPtr m_event;
    ssh_server_callbacks_struct m_callbacks{};
    std::list<PracticeChannel> m_channels;
    const std::chrono::steady_clock::time_point m_loginDeadline;
    ssh_counter_struct m_counter{};
    int m_attempts = 0;
    bool m_hasMore = false;
    bool m_loggedIn = false;
    bool m_done = false;
};

} // namespace holdpoint::practice
