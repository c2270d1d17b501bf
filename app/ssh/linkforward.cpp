// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/linkforward.h>

#include <models/base/text.h>

#include <QRegularExpression>

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>

namespace holdpoint::ssh {

namespace {

/// Rounds of one step, so that a flooding tunnel leaves the others their turn.
constexpr int mostReads = 4;

/// Why the channel was not opened. libssh tells the reason code of RFC 4254 section 5.1 only within its words.
QString refusal(ssh_session session)
{
    static const QRegularExpression words(QStringLiteral("error \\((\\d+)\\) (.*)$"));
    const QString told = elided(visibleControls(QString::fromUtf8(ssh_get_error(session))), 300);
    const auto match = words.match(told);
    if (!match.hasMatch())
        return told;
    const bool isProhibited = match.captured(1) == QLatin1String("1"); // SSH_OPEN_ADMINISTRATIVELY_PROHIBITED
    return isProhibited ? QStringLiteral("forwarding is not allowed there (AllowTcpForwarding, PermitOpen): %1")
                              .arg(match.captured(2))
                        : match.captured(2);
}

bool wouldBlock(ssize_t result)
{
    return result < 0 && (errno == EAGAIN || errno == EINTR);
}

} // namespace

LinkForward::LinkForward(ssh_session session, std::shared_ptr<Tunnel> tunnel, Descriptor socket)
    : m_session(session)
    , m_tunnel(std::move(tunnel))
    , m_socket(std::move(socket))
    , m_channel(ssh_channel_new(session))
{
    if (m_channel != nullptr)
        return;
    m_tunnel->settle(fail(ErrorKind::Io, QStringLiteral("the SSH library cannot make a channel")));
    finish();
}

LinkForward::~LinkForward()
{
    linkLost();
    if (m_channel != nullptr)
        ssh_channel_free(m_channel);
}

bool LinkForward::step()
{
    if (m_phase == Phase::Done)
        return false;
    if (m_phase == Phase::Opening)
        return open();
    bool moved = toSocket();
    moved = toChannel() || moved;
    return finishIfEnded() || moved;
}

bool LinkForward::open()
{
    // The originator is nobody in particular; the stock client says the same.
    const int result = ssh_channel_open_forward(m_channel, m_tunnel->host().toUtf8().constData(), m_tunnel->port(),
                                                "127.0.0.1", 65535);
    if (result == SSH_AGAIN || ssh_is_connected(m_session) == 0)
        return false;
    if (result != SSH_OK) {
        m_tunnel->settle(fail(ErrorKind::Disconnected, refusal(m_session)));
        finish();
        return true;
    }
    m_phase = Phase::Running;
    m_tunnel->settle({});
    return true;
}

bool LinkForward::toSocket()
{
    bool moved = false;
    for (int round = 0; round < mostReads; ++round) {
        if (m_incoming.isEmpty()) {
            const int count = ssh_channel_read_nonblocking(m_channel, m_incoming.bytes.data(),
                                                           uint32_t(m_incoming.bytes.size()), 0);
            if (count <= 0)
                break;
            m_incoming.fill(size_t(count));
        }
        moved = passOn() || moved;
        if (!m_incoming.isEmpty())
            break;
    }
    return moved;
}

bool LinkForward::passOn()
{
    const ssize_t count = m_readerGone ? -1
                                       : ::send(m_socket.get(), m_incoming.data(), m_incoming.size(),
                                                MSG_NOSIGNAL | MSG_DONTWAIT);
    if (!m_readerGone && wouldBlock(count))
        return false;
    m_readerGone = count < 0;
    // What nobody reads is taken in all the same, so that the end behind it is seen.
    m_incoming.from += m_readerGone ? m_incoming.size() : size_t(count);
    return true;
}

bool LinkForward::toChannel()
{
    const bool isBusy = (ssh_get_poll_flags(m_session) & SSH_WRITE_PENDING) != 0;
    const size_t window = ssh_channel_window_size(m_channel);
    if (isBusy || window == 0 || ssh_channel_is_open(m_channel) == 0)
        return false;
    if (m_outgoing.isEmpty() && !m_socketEnded) {
        const ssize_t count = ::recv(m_socket.get(), m_outgoing.bytes.data(), m_outgoing.bytes.size(), MSG_DONTWAIT);
        if (wouldBlock(count))
            return false;
        m_socketEnded = count <= 0;
        m_readerGone = m_readerGone || m_socketEnded;
        m_outgoing.fill(size_t(std::max<ssize_t>(count, 0)));
    }
    if (m_outgoing.isEmpty())
        return false;
    const int count
        = ssh_channel_write(m_channel, m_outgoing.data(), uint32_t(std::min(window, m_outgoing.size())));
    if (count <= 0)
        return false;
    m_outgoing.from += size_t(count);
    m_sent = true;
    return true;
}

/// An end from here is passed on, and the other side's awaited: then all that was sent has arrived. An end of the other
/// side is the end, since half a connection is of no use to SSH.
bool LinkForward::finishIfEnded()
{
    if (m_socketEnded && m_outgoing.isEmpty() && !std::exchange(m_eofSent, true))
        ssh_channel_send_eof(m_channel);
    // The loss of the jump host is told by its link, before the socket closes: who waits there asks for the reason.
    if (ssh_is_connected(m_session) == 0)
        return false;
    const bool isEnded = ssh_channel_is_eof(m_channel) != 0 || ssh_channel_is_closed(m_channel) != 0;
    if (!isEnded || !m_incoming.isEmpty() || ssh_channel_poll(m_channel, 0) > 0)
        return false;
    finish();
    return true;
}

void LinkForward::linkLost()
{
    m_tunnel->settle(fail(ErrorKind::Disconnected, QStringLiteral("the connection ended")));
    finish();
}

void LinkForward::finish()
{
    if (std::exchange(m_phase, Phase::Done) == Phase::Running && ssh_channel_is_open(m_channel) != 0)
        ssh_channel_close(m_channel);
    m_socket.reset();
}

} // namespace holdpoint::ssh
