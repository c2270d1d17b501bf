// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/linkchannel.h>
#include <app/ssh/sshoptions.h>

#include <chrono>
#include <functional>
#include <list>
#include <mutex>
#include <optional>

namespace holdpoint::ssh {

/// What a link tells its transport. Thread: any.
class LinkReport
{
public:
    explicit LinkReport(std::function<void()> notify) : m_notify(std::move(notify)) {}

    void setSilent(bool silent);
    void setLost(Error why);

    [[nodiscard]] bool isSilent() const;
    [[nodiscard]] std::optional<Error> lost() const;

private:
    const std::function<void()> m_notify;
    mutable std::mutex m_mutex; ///< protects all below
    bool m_silent = false;
    std::optional<Error> m_lost;
};

/// One authenticated session and its channels, run by the worker.
///
/// Thread: the worker's.
/// Owns: the session and its channels.
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
    /// Takes in what has arrived and sends what waits; never blocks. True when it stopped to let others have a turn.
    bool service();
    /// Asks for a sign of life when it is time, and notices when none comes.
    void tick(Clock::time_point now);
    [[nodiscard]] Clock::time_point nextTick() const { return m_nextTick; }

    [[nodiscard]] int fd() const { return m_fd; }
    /// Whether the socket should also be watched for room to write.
    [[nodiscard]] bool wantsToWrite() const;
    [[nodiscard]] bool isLost() const { return m_lost; }

private:
    void pump();
    bool stepChannels();
    void noteTraffic(bool sent);
    void askForLife(Clock::time_point now);
    void lose(const Error &why);

    SessionPtr m_session;
    const LinkTiming m_timing;
    const std::shared_ptr<LinkReport> m_report;
    EventPtr m_event;
    const int m_fd;
    ssh_counter_struct m_counter{};
    std::list<LinkChannel> m_channels;
    uint64_t m_packetsSeen = 0;
    Clock::time_point m_heard;                  ///< when the other side was heard last
    std::optional<Clock::time_point> m_asked;   ///< since when a sign of life is overdue
    Clock::time_point m_nextTick;
    bool m_lost = false;
};

} // namespace holdpoint::ssh
