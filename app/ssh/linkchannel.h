// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/channelpipe.h>
#include <app/ssh/libssh.h>

#include <QSet>

#include <chrono>
#include <memory>

namespace holdpoint::ssh {

/// The worker's end of one channel: opens it, asks for pty, environment and program, moves bytes, sees how it ended.
///
/// Thread: the worker's.
/// Owns: the ssh_channel. Callbacks only set flags; libssh is never called inside one.
/// Invariants: isDone() turns true once, after the pipe's finish(). When the pipe wants to close, what waits goes out first,
/// as far as the window and the socket take it at once; a program that is being started gets it first.
class LinkChannel
{
public:
    /// `refusedNames` outlives the channel: the variables that the host takes on no channel.
    LinkChannel(ssh_session session, ChannelRequest request, std::shared_ptr<ChannelPipe> pipe,
                QSet<QByteArray> &refusedNames);
    LinkChannel(const LinkChannel &) = delete;
    LinkChannel &operator=(const LinkChannel &) = delete;
    ~LinkChannel();

    /// Does what can be done without waiting. True when something moved, so that another round makes sense.
    bool step();
    /// The connection is gone: the outcome is unknown.
    void linkLost();
    /// The connection is about to be given up. What is waiting is still sent, and where the host was ever sent something,
    /// this is done only when it has closed the channel too: then it has taken everything. A program without a terminal is
    /// told that its input ends, unless it ends before by what it was sent.
    void leave();
    /// How long it is given for that, from the last byte on.
    static constexpr std::chrono::milliseconds endsWithin{400};
    [[nodiscard]] bool isDone() const { return m_phase == Phase::Done; }
    /// Bytes sent since the last call: a host that was sent something should answer.
    [[nodiscard]] bool takeSent() { return std::exchange(m_sent, false); }

    /// What the other side said of the channel's end.
    struct Told
    {
        session::ChannelEnd end;
        bool isClosed = false;
    };

private:
    enum class Phase { Opening, Pty, Environment, Program, Running, Leaving, Done };

    bool advance();
    bool advanceEnvironment();
    void enterNextPhase();
    int request();
    void refused();
    bool receive(Stream stream);
    int read(Stream stream, char *buffer, qsizetype room);
    bool send();
    bool finishIfEnded();
    void takeLeave(std::optional<session::ChannelEnd> end);
    [[nodiscard]] bool mayEndInput() const;
    bool closeBehindTheRest();
    bool discard();
    void finish(std::optional<session::ChannelEnd> end, std::optional<Error> failure);

    const ssh_session m_session;
    const ChannelRequest m_request;
    const std::shared_ptr<ChannelPipe> m_pipe;
    QSet<QByteArray> &m_refusedNames;
    ssh_channel m_channel;
    ssh_channel_callbacks_struct m_callbacks{};
    Phase m_phase = Phase::Opening;
    qsizetype m_variable = 0;  ///< of the environment: the one that is asked for
    bool m_isAsking = false;   ///< for that one
    Told m_told;               ///< filled by the callbacks
    qsizetype m_sinceGrown = 0; ///< bytes taken since the window was opened wide
    bool m_eofSent = false;
    bool m_sent = false;
    bool m_hasSent = false; ///< ever
    bool m_endsByItself = false; ///< when its input ends, and is given the time
    bool m_isTold = false;       ///< the GUI's end has heard of its end, though the program is still being started
    std::chrono::steady_clock::time_point m_lastSent{};
};

} // namespace holdpoint::ssh
