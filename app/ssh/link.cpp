// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/link.h>

#include <models/base/text.h>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace holdpoint::ssh {

namespace {

constexpr int mostPolls = 64;  ///< socket reads of one service
constexpr int mostRounds = 16; ///< over the channels in one service

QString lastWords(ssh_session session)
{
    const char *message = ssh_get_disconnect_message(session);
    if (message == nullptr || *message == '\0')
        message = ssh_get_error(session);
    const QString words = elided(visibleControls(QString::fromUtf8(message)), 300);
    // What libssh says where the other side said nothing.
    const bool saysNothing = words.isEmpty() || words == QLatin1String("Connection not closed yet");
    return saysNothing ? QStringLiteral("the host closed it") : words;
}

/// libssh forgets, open, a socket that it was given. Told that it was given none, which it calls an error, it closes it.
void disconnect(ssh_session session)
{
    const socket_t none = SSH_INVALID_SOCKET;
    ssh_options_set(session, SSH_OPTIONS_FD, &none);
    ssh_disconnect(session);
}

} // namespace

Link::Link(SessionPtr session, LinkTiming timing, std::shared_ptr<LinkReport> report)
    : m_session(std::move(session))
    , m_timing(timing)
    , m_report(std::move(report))
    , m_event(ssh_event_new())
    , m_fd(ssh_get_fd(m_session.get()))
    , m_heard(Clock::now())
    , m_nextTick(nextQuestion())
{
    ssh_set_counters(m_session.get(), nullptr, &m_counter);
    if (!m_event || ssh_event_add_session(m_event.get(), m_session.get()) != SSH_OK)
        lose({ErrorKind::Io, QStringLiteral("the SSH library cannot watch the connection")});
}

Link::~Link()
{
    for (LinkChannel &channel : m_channels)
        channel.linkLost();
    m_channels.clear();
    m_forward.reset();
    if (!m_lost)
        pump(); // what was written last has to be out before there is room for the farewell
    if (m_event)
        ssh_event_remove_session(m_event.get(), m_session.get());
    if (!m_lost)
        disconnect(m_session.get());
}

void Link::openChannel(ChannelRequest request, std::shared_ptr<ChannelPipe> pipe)
{
    m_channels.emplace_back(m_session.get(), std::move(request), std::move(pipe), m_refusedNames);
}

void Link::forward(std::shared_ptr<Tunnel> tunnel, Descriptor end)
{
    m_forward = std::make_unique<LinkForward>(m_session.get(), std::move(tunnel), std::move(end));
}

bool Link::service()
{
    // Any call into libssh, reading a channel included, may take in packets of channels that had their turn already:
    // all of them are looked at until nothing moves and no packet came.
    bool moved = true;
    for (int round = 0; round < mostRounds && moved && !m_lost; ++round) {
        const bool mayBeMore = pump();
        const auto packets = m_counter.in_packets;
        moved = stepChannels() || mayBeMore || m_counter.in_packets != packets;
    }
    if (!m_lost && ssh_is_connected(m_session.get()) == 0)
        lose({ErrorKind::Disconnected, QStringLiteral("the connection ended: %1").arg(lastWords(m_session.get()))});
    if (m_lost)
        return false;
    const int on = 1;
    ::setsockopt(m_fd, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
    return moved;
}

bool Link::pump()
{
    for (int polls = 0; polls < mostPolls; ++polls) {
        if (ssh_event_dopoll(m_event.get(), 0) != SSH_OK)
            return false; // nothing more to read, or the end of the connection, which ssh_is_connected() tells
    }
    return true;
}

bool Link::stepChannels()
{
    bool moved = false;
    bool sent = false;
    for (auto channel = m_channels.begin(); channel != m_channels.end();) {
        moved = channel->step() || moved;
        sent = channel->takeSent() || sent;
        channel = channel->isDone() ? m_channels.erase(channel) : std::next(channel);
    }
    if (m_forward) {
        moved = m_forward->step() || moved;
        sent = m_forward->takeSent() || sent;
    }
    noteTraffic(sent);
    return moved;
}

void Link::noteTraffic(bool sent)
{
    if (m_counter.in_packets != m_packetsSeen) {
        m_packetsSeen = m_counter.in_packets;
        m_heard = Clock::now();
        m_asked.reset();
        m_nextTick = nextQuestion();
        m_report->setSilent(false);
    } else if (sent && !m_asked) {
        m_nextTick = std::min(m_nextTick, Clock::now() + m_timing.unanswered);
    }
}

/// When the pause is over, or a little later: hundreds of idle links then wake the worker together and not one by one.
Link::Clock::time_point Link::nextQuestion() const
{
    const Clock::duration step = std::max<Clock::duration>(m_timing.keepalive / 16, std::chrono::milliseconds(1));
    const Clock::duration due = (m_heard + m_timing.keepalive).time_since_epoch();
    return Clock::time_point((due / step + 1) * step);
}

void Link::askForLife(Clock::time_point now)
{
    // A call either sends the question or only collects the answer to the one before: the counter tells.
    const auto before = m_counter.out_packets;
    ssh_send_keepalive(m_session.get());
    if (m_counter.out_packets == before)
        ssh_send_keepalive(m_session.get());
    m_asked = now;
    m_nextTick = now + m_timing.silentAfter;
}

bool Link::tick(Clock::time_point now)
{
    if (!m_lost && now >= m_inputEnds) {
        // One that was still being started began to wait later.
        m_inputEnds = now < m_leaveBy ? now + LinkChannel::endsWithin : Clock::time_point::max();
        return true;
    }
    if (m_lost || now < m_nextTick)
        return false;
    if (!m_asked) {
        askForLife(now);
        return m_counter.in_packets != m_packetsSeen || wantsToWrite() || ssh_is_connected(m_session.get()) == 0;
    }
    m_report->setSilent(true);
    m_nextTick = *m_asked + m_timing.lostAfter;
    if (now < m_nextTick)
        return false;
    lose({ErrorKind::Timeout,
          QStringLiteral("no answer for %1 seconds")
              .arg(std::chrono::round<std::chrono::seconds>(now - m_heard).count())});
    return false;
}

void Link::leave(Clock::time_point by)
{
    m_leaveBy = by;
    m_inputEnds = Clock::now() + LinkChannel::endsWithin;
    for (LinkChannel &channel : m_channels)
        channel.leave();
}

bool Link::mayEnd() const
{
    const bool isLeaving = m_leaveBy != Clock::time_point::max();
    const bool isNeeded = !m_channels.empty() || (m_forward && !m_forward->isDone());
    return isLeaving && (m_lost || !isNeeded || Clock::now() >= m_leaveBy);
}

bool Link::wantsToWrite() const
{
    return (ssh_get_poll_flags(m_session.get()) & SSH_WRITE_PENDING) != 0;
}

void Link::lose(const Error &why)
{
    m_lost = true;
    // The link is reported first: a channel that ends with it finds the transport already in the right state, and who
    // depends on the forwarding finds the reason.
    m_report->setLost(why);
    for (LinkChannel &channel : m_channels)
        channel.linkLost();
    if (m_forward)
        m_forward->linkLost();
}

} // namespace holdpoint::ssh
