// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/linkchannel.h>
#include <app/ssh/linkforward.h>
#include <app/ssh/linkreport.h>
#include <app/ssh/sshoptions.h>

#include <algorithm>
#include <chrono>
#include <list>
#include <optional>

namespace holdpoint::ssh {

/// One authenticated session and what runs on it, run by the worker: channels, or, of a jump host, the forwarding.
///
/// Thread: the worker's.
/// Owns: the session, its channels and its forwarding.
/// Invariants: after the loss was reported nothing more is.
/// Errors: Disconnected when the other side went away, Timeout when it stayed silent.
class Link
{
public:
    using Clock = std::chrono::steady_clock;

    Link(SessionPtr session, LinkTiming timing, std::shared_ptr<LinkReport> report);
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;
    ~Link();

    void openChannel(ChannelRequest request, std::shared_ptr<ChannelPipe> pipe);
    /// Moves the bytes of the tunnel, whose end the caller watches.
    void forward(std::shared_ptr<Tunnel> tunnel, Descriptor end);
    /// Takes in what has arrived and sends what waits; never blocks. True when it stopped to let others have a turn.
    bool service();
    /// Asks for a sign of life when it is time, and notices when none comes. True when there is something to serve: asking may
    /// have taken packets in, not have sent all, or found the connection closed.
    bool tick(Clock::time_point now);
    [[nodiscard]] Clock::time_point nextTick() const { return std::min({m_nextTick, m_inputEnds, m_leaveBy}); }

    /// Nobody needs it any more: it is to end as soon as its host has taken what was written last and what is reached through
    /// it has ended, at the latest then.
    void leave(Clock::time_point by);
    [[nodiscard]] bool mayEnd() const;

    [[nodiscard]] int fd() const { return m_fd; }
    /// Whether the socket should also be watched for room to write.
    [[nodiscard]] bool wantsToWrite() const;
    [[nodiscard]] bool isLost() const { return m_lost; }

private:
    /// Takes in what has arrived. True when it stopped before the end, to let others have a turn.
    bool pump();
    bool stepChannels();
    void noteTraffic(bool sent);
    [[nodiscard]] Clock::time_point nextQuestion() const;
    void askForLife(Clock::time_point now);
    void lose(const Error &why);

    SessionPtr m_session;
    const LinkTiming m_timing;
    const std::shared_ptr<LinkReport> m_report;
    EventPtr m_event;
    const int m_fd;
    ssh_counter_struct m_counter{};
    QSet<QByteArray> m_refusedNames; ///< environment variables that the host does not take
    std::list<LinkChannel> m_channels;
    std::unique_ptr<LinkForward> m_forward;
    uint64_t m_packetsSeen = 0;
    Clock::time_point m_heard;                  ///< when the other side was heard last
    std::optional<Clock::time_point> m_asked;   ///< since when a sign of life is overdue
    Clock::time_point m_nextTick;
    Clock::time_point m_leaveBy = Clock::time_point::max(); ///< max: it stays
    Clock::time_point m_inputEnds = Clock::time_point::max(); ///< when those that leave are to be looked at again
    bool m_lost = false;
};

} // namespace holdpoint::ssh
