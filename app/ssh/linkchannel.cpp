// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/linkchannel.h>

#include <models/base/text.h>

#include <algorithm>
#include <array>

namespace holdpoint::ssh {

namespace {

/// Larger writes would fill the socket's buffer, and libssh takes a full buffer for a broken connection.
constexpr qsizetype mostAtOnce = 32 << 10;
constexpr qsizetype readSize = 64 << 10;
/// What the other side of an exec may send ahead of our reading: libssh's 1.28 MB (WINDOWBASE) would hold a host that is
/// 50 ms away to a quarter of what OpenSSH takes. A terminal keeps libssh's, so that Ctrl+C has little to wait for.
constexpr uint32_t transferWindow = 8 << 20;
constexpr qsizetype growEvery = 1 << 20; ///< bytes taken, so that a command with little output costs no more
/// Rounds of one step, so that a flooding channel leaves the others their turn.
constexpr int mostReads = 4;

void onExitStatus(ssh_session, ssh_channel, int status, void *told)
{
    static_cast<LinkChannel::Told *>(told)->end.status = status;
}

void onExitSignal(ssh_session, ssh_channel, const char *signal, int, const char *, const char *, void *told)
{
    static_cast<LinkChannel::Told *>(told)->end.signal = elided(visibleControls(QString::fromUtf8(signal)), 40);
}

void onClose(ssh_session, ssh_channel, void *told) { static_cast<LinkChannel::Told *>(told)->isClosed = true; }

} // namespace

LinkChannel::LinkChannel(ssh_session session, ChannelRequest request, std::shared_ptr<ChannelPipe> pipe,
                         QSet<QByteArray> &refusedNames)
    : m_session(session)
    , m_request(std::move(request))
    , m_pipe(std::move(pipe))
    , m_refusedNames(refusedNames)
    , m_channel(ssh_channel_new(session))
{
    ssh_callbacks_init(&m_callbacks);
    m_callbacks.userdata = &m_told;
    m_callbacks.channel_exit_status_function = onExitStatus;
    m_callbacks.channel_exit_signal_function = onExitSignal;
    m_callbacks.channel_close_function = onClose;
    if (m_channel == nullptr || ssh_set_channel_callbacks(m_channel, &m_callbacks) != SSH_OK)
        finish(std::nullopt, Error{ErrorKind::Io, QStringLiteral("the SSH library cannot make a channel")});
}

LinkChannel::~LinkChannel()
{
    if (m_channel == nullptr)
        return;
    ssh_remove_channel_callbacks(m_channel, &m_callbacks);
    ssh_channel_free(m_channel);
}

bool LinkChannel::step()
{
    if (m_phase == Phase::Done)
        return false;
    if (m_phase == Phase::Leaving)
        return closeBehindTheRest();
    if (!m_isTold && m_pipe->wantsClose()) {
        takeLeave(std::nullopt);
        return true;
    }
    if (m_phase != Phase::Running)
        return advance();
    if (m_isTold) {
        m_phase = Phase::Leaving;
        return true;
    }
    bool moved = receive(Stream::Output);
    moved = receive(Stream::Error) || moved;
    moved = send() || moved;
    return finishIfEnded() || moved;
}

int LinkChannel::request()
{
    switch (m_phase) {
    case Phase::Opening:
        return ssh_channel_open_session(m_channel);
    case Phase::Pty:
        return ssh_channel_request_pty_size(m_channel, "xterm-256color", m_request.pty->columns, m_request.pty->rows);
    case Phase::Environment: {
        const EnvironmentVariable &variable = m_request.environment[m_variable];
        return ssh_channel_request_env(m_channel, variable.name.constData(), variable.value.constData());
    }
    case Phase::Program:
        if (!m_request.subsystem.isEmpty())
            return ssh_channel_request_subsystem(m_channel, m_request.subsystem.constData());
        return m_request.command.isEmpty() ? ssh_channel_request_shell(m_channel)
                                           : ssh_channel_request_exec(m_channel, m_request.command.constData());
    case Phase::Running:
    case Phase::Leaving:
    case Phase::Done:
        break;
    }
    return SSH_OK;
}

/// One request is under way at a time: libssh cannot have two.
bool LinkChannel::advance()
{
    if (m_phase == Phase::Environment)
        return advanceEnvironment();
    const int result = request();
    if (result == SSH_AGAIN)
        return false;
    if (result != SSH_OK && ssh_is_connected(m_session) == 0)
        return false; // not refused, but lost: the link is about to say so
    if (result != SSH_OK)
        refused();
    else
        enterNextPhase();
    return true;
}

/// A variable that the host does not take is no failure; it is not asked for again on this link, which would cost every
/// channel a round trip. What is under way has to be brought to its end, also when another channel was refused meanwhile.
bool LinkChannel::advanceEnvironment()
{
    const auto &variables = m_request.environment;
    while (!m_isAsking && m_variable < variables.size() && m_refusedNames.contains(variables[m_variable].name))
        ++m_variable;
    if (m_variable == variables.size()) {
        enterNextPhase();
        return true;
    }
    const int result = request();
    m_isAsking = result == SSH_AGAIN;
    if (m_isAsking || (result != SSH_OK && ssh_is_connected(m_session) == 0))
        return false;
    if (result != SSH_OK)
        m_refusedNames.insert(variables[m_variable].name);
    ++m_variable;
    return true;
}

void LinkChannel::enterNextPhase()
{
    if (m_phase == Phase::Opening)
        m_phase = m_request.pty ? Phase::Pty : Phase::Environment;
    else
        m_phase = m_phase == Phase::Pty           ? Phase::Environment
                  : m_phase == Phase::Environment ? Phase::Program
                                                  : Phase::Running;
}

void LinkChannel::refused()
{
    const QString why = elided(visibleControls(QString::fromUtf8(ssh_get_error(m_session))), 300);
    const QString what = m_phase == Phase::Opening ? QStringLiteral("to open a channel")
                         : m_phase == Phase::Pty   ? QStringLiteral("a terminal")
                         : m_request.subsystem.isEmpty() ? QStringLiteral("to start the command")
                                                         : QStringLiteral("its file service");
    finish(std::nullopt, Error{ErrorKind::NotPermitted, QStringLiteral("the host refused %1: %2").arg(what, why)});
}

bool LinkChannel::receive(Stream stream)
{
    std::array<char, readSize> buffer;
    bool moved = false;
    for (int round = 0; round < mostReads; ++round) {
        const qsizetype room = std::min(m_pipe->room(stream), readSize);
        const int count = room == 0 ? 0 : read(stream, buffer.data(), room);
        if (count <= 0)
            break;
        m_pipe->deliver(stream, buffer.data(), count);
        m_sinceGrown += count;
        moved = true;
    }
    return moved;
}

/// libssh opens its window as wide as a read asks for, and copies all that waits up to that: so only where it fits.
int LinkChannel::read(Stream stream, char *buffer, qsizetype room)
{
    const int isError = stream == Stream::Error ? 1 : 0;
    const bool isDue = !m_request.pty && m_sinceGrown >= growEvery;
    const int waiting = isDue ? ssh_channel_poll(m_channel, isError) : 0;
    if (waiting <= 0 || waiting > room)
        return ssh_channel_read_nonblocking(m_channel, buffer, uint32_t(room), isError);
    m_sinceGrown = 0;
    return ssh_channel_read_timeout(m_channel, buffer, transferWindow, isError, 0);
}

bool LinkChannel::send()
{
    if (const auto size = m_pipe->takeResize(); size && m_request.pty)
        ssh_channel_change_pty_size(m_channel, size->columns, size->rows);
    if (ssh_channel_is_open(m_channel) == 0)
        return false;
    const auto window = qsizetype(ssh_channel_window_size(m_channel));
    const bool isBusy = (ssh_get_poll_flags(m_session) & SSH_WRITE_PENDING) != 0;
    const QByteArray bytes = isBusy || window == 0 ? QByteArray() : m_pipe->outgoing(std::min(window, mostAtOnce));
    if (!bytes.isEmpty()) {
        const int count = ssh_channel_write(m_channel, bytes.constData(), uint32_t(bytes.size()));
        if (count <= 0)
            return false;
        m_pipe->dropOutgoing(count);
        m_lastSent = std::chrono::steady_clock::now();
        m_sent = m_hasSent = true;
        return true;
    }
    if (!m_eofSent && m_pipe->wantsEof()) {
        m_eofSent = true;
        ssh_channel_send_eof(m_channel);
    }
    return false;
}

/// Ended means: the other side closed the channel, and everything it sent before has been delivered.
bool LinkChannel::finishIfEnded()
{
    if (ssh_channel_is_closed(m_channel) == 0 || ssh_is_connected(m_session) == 0)
        return false;
    if (ssh_channel_poll(m_channel, 0) > 0 || ssh_channel_poll(m_channel, 1) > 0)
        return false;
    finish(m_told.end, std::nullopt);
    return true;
}

void LinkChannel::linkLost()
{
    if (m_phase == Phase::Leaving || m_isTold)
        m_phase = Phase::Done;
    if (m_phase == Phase::Done)
        return;
    session::ChannelEnd end;
    end.linkLost = true;
    finish(end, std::nullopt);
}

void LinkChannel::leave()
{
    session::ChannelEnd end;
    end.linkLost = true;
    m_endsByItself = !m_request.pty;
    if (m_phase != Phase::Leaving && m_phase != Phase::Done && !m_isTold)
        takeLeave(end);
}

void LinkChannel::takeLeave(std::optional<session::ChannelEnd> end)
{
    const Phase phase = m_phase;
    const bool hasSomethingToSay = m_hasSent || m_pipe->hasOutgoing();
    finish(std::move(end), std::nullopt);
    if (hasSomethingToSay && phase == Phase::Running)
        m_phase = Phase::Leaving;
    m_isTold = hasSomethingToSay && phase == Phase::Program; // the host may be starting it already: no request can be taken back
    if (m_isTold)
        m_phase = phase;
}

/// Nobody waits for this any more. What does not fit into the window is not sent.
bool LinkChannel::closeBehindTheRest()
{
    if (m_told.isClosed) {
        m_phase = Phase::Done;
        return true;
    }
    if (ssh_channel_is_open(m_channel) == 0)
        return false; // told, and not answered yet
    if (m_pipe->hasOutgoing() && ssh_channel_window_size(m_channel) != 0)
        return send();
    if (!m_endsByItself)
        return ssh_channel_close(m_channel) == SSH_AGAIN;
    if (mayEndInput() && !std::exchange(m_eofSent, true))
        ssh_channel_send_eof(m_channel);
    return discard();
}

/// Not right behind what was sent: a program that ends by that may hang when its input ends meanwhile (tmux does).
bool LinkChannel::mayEndInput() const
{
    return m_pipe->wantsEof() || std::chrono::steady_clock::now() >= m_lastSent + endsWithin;
}

/// A program that cannot get rid of its last words may not end.
bool LinkChannel::discard()
{
    std::array<char, readSize> buffer;
    int count = 0;
    for (const int isError : {0, 1})
        count += std::max(0, ssh_channel_read_nonblocking(m_channel, buffer.data(), readSize, isError));
    return count > 0;
}

void LinkChannel::finish(std::optional<session::ChannelEnd> end, std::optional<Error> failure)
{
    m_phase = Phase::Done;
    if (m_isTold)
        return;
    m_pipe->finish(std::move(end), std::move(failure));
}

} // namespace holdpoint::ssh
