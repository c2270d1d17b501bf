// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/libssh.h>
#include <app/ssh/tunnel.h>

#include <array>
#include <utility>

namespace holdpoint::ssh {

/// The worker's end of a tunnel: a direct-tcpip channel (RFC 4254 section 7.2) and the socket whose bytes it carries.
///
/// Thread: the worker's.
/// Owns: the ssh_channel and the socket.
/// Invariants: between the two lies at most one read in each direction: what cannot be passed on is not read, and the
/// SSH window or the full socket then stops the sender.
class LinkForward
{
public:
    LinkForward(ssh_session session, std::shared_ptr<Tunnel> tunnel, Descriptor socket);
    LinkForward(const LinkForward &) = delete;
    LinkForward &operator=(const LinkForward &) = delete;
    ~LinkForward();

    /// Does what can be done without waiting. True when something moved, so that another round makes sense.
    bool step();
    /// The jump host is gone, and so is what depends on it.
    void linkLost();
    /// Whether bytes were sent since the last call: a host that was sent something should answer.
    [[nodiscard]] bool takeSent() { return std::exchange(m_sent, false); }
    /// Both sides have ended, or the channel could not be opened.
    [[nodiscard]] bool isDone() const { return m_phase == Phase::Done; }

private:
    enum class Phase { Opening, Running, Done };

    /// What was read and not passed on yet.
    struct Carried
    {
        std::array<char, 32 << 10> bytes{};
        size_t from = 0;
        size_t to = 0;

        [[nodiscard]] bool isEmpty() const { return from == to; }
        [[nodiscard]] const char *data() const { return bytes.data() + from; }
        [[nodiscard]] size_t size() const { return to - from; }
        void fill(size_t count)
        {
            from = 0;
            to = count;
        }
    };

    bool open();
    bool toSocket();
    bool passOn();
    bool toChannel();
    bool finishIfEnded();
    void finish();

    const ssh_session m_session;
    const std::shared_ptr<Tunnel> m_tunnel;
    Descriptor m_socket;
    ssh_channel m_channel;
    Phase m_phase = Phase::Opening;
    Carried m_incoming; ///< from the channel to the socket
    Carried m_outgoing; ///< from the socket to the channel
    bool m_readerGone = false;  ///< nobody reads at the socket's other end, whose last words may still lie here
    bool m_socketEnded = false; ///< and all it said was taken in
    bool m_eofSent = false;
    bool m_sent = false;
};

} // namespace holdpoint::ssh
