// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/practice/practicechannel.h>

#include <app/practice/containment.h>

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace holdpoint::practice {

namespace {

constexpr qsizetype mostPending = 256 << 10; ///< from the client, before the SSH window stops it
constexpr uint32_t mostAtOnce = 32 << 10;    ///< libssh takes a full socket buffer for a broken connection
constexpr int mostRounds = 8;
constexpr const char *fileServer = "/usr/lib/openssh/sftp-server"; ///< of the package openssh-sftp-server

TerminalSize clamped(int width, int height)
{
    return {std::clamp(width, 1, 1000), std::clamp(height, 1, 1000)};
}

/// Whether a read or write that gave `count` may succeed later.
bool mayRetry(ssize_t count)
{
    return count < 0 && (errno == EAGAIN || errno == EINTR);
}

} // namespace

PracticeChannel::PracticeChannel(ssh_session session, const Surroundings &surroundings)
    : m_session(session), m_surroundings(surroundings), m_channel(ssh_channel_new(session))
{
    ssh_callbacks_init(&m_callbacks);
    m_callbacks.userdata = this;
    m_callbacks.channel_pty_request_function = onPty;
    m_callbacks.channel_pty_window_change_function = onResize;
    m_callbacks.channel_shell_request_function = onShell;
    m_callbacks.channel_exec_request_function = onExec;
    m_callbacks.channel_subsystem_request_function = onSubsystem;
    if (m_channel == nullptr || ssh_set_channel_callbacks(m_channel, &m_callbacks) != SSH_OK)
        m_done = true;
}

PracticeChannel::~PracticeChannel()
{
    if (m_channel == nullptr)
        return;
    ssh_remove_channel_callbacks(m_channel, &m_callbacks);
    ssh_channel_free(m_channel);
}

int PracticeChannel::onPty(ssh_session, ssh_channel, const char *term, int width, int height, int, int, void *self)
{
    auto *channel = static_cast<PracticeChannel *>(self);
    static const QRegularExpression safeName(QStringLiteral("^[A-Za-z0-9+._-]{1,64}$"));
    if (channel->m_child || !safeName.match(QString::fromLatin1(term)).hasMatch())
        return SSH_ERROR;
    channel->m_term = term;
    channel->m_terminal = clamped(width, height);
    return SSH_OK;
}

int PracticeChannel::onResize(ssh_session, ssh_channel, int width, int height, int, int, void *self)
{
    auto *channel = static_cast<PracticeChannel *>(self);
    if (!channel->m_terminal)
        return SSH_ERROR;
    channel->m_terminal = clamped(width, height);
    if (channel->m_child)
        channel->m_child->resize(*channel->m_terminal);
    return SSH_OK;
}

int PracticeChannel::onShell(ssh_session, ssh_channel, void *self)
{
    const QList<QByteArray> arguments{"/bin/bash"};
    return static_cast<PracticeChannel *>(self)->run(arguments) ? SSH_OK : SSH_ERROR;
}

int PracticeChannel::onExec(ssh_session, ssh_channel, const char *command, void *self)
{
    const QList<QByteArray> arguments{"/bin/bash", "-c", command};
    return static_cast<PracticeChannel *>(self)->run(arguments) ? SSH_OK : SSH_ERROR;
}

int PracticeChannel::onSubsystem(ssh_session, ssh_channel, const char *name, void *self)
{
    if (std::strcmp(name, "sftp") != 0)
        return SSH_ERROR;
    const QList<QByteArray> arguments{fileServer};
    return static_cast<PracticeChannel *>(self)->run(arguments, SystemFolders::Rehearsed) ? SSH_OK : SSH_ERROR;
}

bool PracticeChannel::run(const QList<QByteArray> &arguments, SystemFolders folders)
{
    if (m_child)
        return false;
    const QList<QByteArray> program
        = m_surroundings.contained ? contained(arguments, m_surroundings, folders) : arguments;
    auto child = ChildProcess::start({program, environment(m_surroundings, m_term), m_surroundings.home}, m_terminal);
    if (!child)
        return false;
    m_child = std::move(*child);
    m_errorEnded = m_child->error() < 0;
    return true;
}

QList<QByteArray> PracticeChannel::environment(const Surroundings &surroundings, const QByteArray &term)
{
    QByteArray path = qgetenv("PATH");
    if (path.isEmpty())
        path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    return {"HOME=" + surroundings.home,
            "USER=practice",
            "LOGNAME=practice",
            "SHELL=/bin/bash",
            "LANG=C.UTF-8",
            "TERM=" + (term.isEmpty() ? QByteArray("dumb") : term),
            "PATH=" + (surroundings.tools.isEmpty() ? path : surroundings.tools + ':' + path),
            "PS1=[PRACTICE] \\w\\$ ",
            "PRACTICE=1",
            "HOLDPOINT_PRACTICE_TOOLS=" + surroundings.tools,
            "HOLDPOINT_PRACTICE_STATE=" + surroundings.state};
}

bool PracticeChannel::canSend() const
{
    return ssh_channel_is_open(m_channel) != 0 && ssh_channel_window_size(m_channel) > 0
           && (ssh_get_poll_flags(m_session) & SSH_WRITE_PENDING) == 0;
}

void PracticeChannel::watch(std::vector<pollfd> &watched) const
{
    if (!m_child || m_done)
        return;
    const bool sendable = canSend();
    if (sendable && !m_outputEnded)
        watched.push_back({m_child->output(), POLLIN, 0});
    if (sendable && !m_errorEnded)
        watched.push_back({m_child->error(), POLLIN, 0});
    if (!m_pending.isEmpty() && m_child->input() >= 0)
        watched.push_back({m_child->input(), POLLOUT, 0});
    if (sendable) // its end is told after its output, so there is nothing to do for it while that waits
        watched.push_back({m_child->exitDescriptor(), POLLIN, 0});
}

bool PracticeChannel::service()
{
    if (m_done)
        return false;
    if (ssh_channel_is_open(m_channel) == 0) {
        m_done = true;
        return true;
    }
    bool moved = fromClient();
    if (!m_child)
        return moved;
    moved = toChild() || moved;
    // Asked before the output is drained: what a program printed is in the pipe by the time it has ended.
    const bool hasEnded = m_child->ended().has_value();
    const bool printed = !m_outputEnded && fromChild(m_child->output(), false);
    const bool complained = !m_errorEnded && fromChild(m_child->error(), true);
    const bool sent = printed || complained;
    if (hasEnded && !sent && canSend())
        reportEnd();
    return moved || sent || m_done;
}

bool PracticeChannel::fromClient()
{
    std::array<char, 32 << 10> buffer;
    bool moved = false;
    while (m_pending.size() < mostPending) {
        const int count = ssh_channel_read_nonblocking(m_channel, buffer.data(), uint32_t(buffer.size()), 0);
        if (count <= 0)
            break;
        m_pending.append(buffer.data(), count);
        moved = true;
    }
    m_clientEnded = m_clientEnded || ssh_channel_is_eof(m_channel) != 0;
    return moved;
}

bool PracticeChannel::toChild()
{
    bool moved = false;
    while (!m_pending.isEmpty() && m_child->input() >= 0) {
        const ssize_t count = ::write(m_child->input(), m_pending.constData(), size_t(m_pending.size()));
        if (mayRetry(count))
            return moved;
        // A program that reads no more gets no more.
        m_pending.remove(0, count > 0 ? count : m_pending.size());
        moved = true;
    }
    if (m_clientEnded && m_pending.isEmpty() && !m_terminal)
        m_child->closeInput();
    return moved;
}

bool PracticeChannel::fromChild(int descriptor, bool isError)
{
    std::array<char, mostAtOnce> buffer;
    bool moved = false;
    for (int round = 0; round < mostRounds && canSend(); ++round) {
        const uint32_t room = std::min(mostAtOnce, ssh_channel_window_size(m_channel));
        const ssize_t count = ::read(descriptor, buffer.data(), room);
        if (mayRetry(count))
            break;
        if (count <= 0) { // a terminal that nobody has open any more gives EIO
            (isError ? m_errorEnded : m_outputEnded) = true;
            break;
        }
        if (isError)
            ssh_channel_write_stderr(m_channel, buffer.data(), uint32_t(count));
        else
            ssh_channel_write(m_channel, buffer.data(), uint32_t(count));
        moved = true;
    }
    return moved;
}

void PracticeChannel::reportEnd()
{
    const ProgramEnd end = m_child->ended().value_or(ProgramEnd{});
    if (end.signal == 0) {
        ssh_channel_request_send_exit_status(m_channel, end.status);
    } else {
        const char *name = ::sigabbrev_np(end.signal);
        ssh_channel_request_send_exit_signal(m_channel, name != nullptr ? name : "TERM", 0, "", "");
    }
    ssh_channel_send_eof(m_channel);
    ssh_channel_close(m_channel);
    m_done = true;
}

} // namespace holdpoint::practice
