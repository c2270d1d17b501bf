// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/bench/localtransport.h>

#include <QDir>
#include <QFile>
#include <QTimer>

#include <array>
#include <cstdlib>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace holdpoint::bench {

namespace {

practice::ChildProgram program(const QByteArray &command)
{
    practice::ChildProgram shell{{"/bin/sh", "-c", command}, {}, QFile::encodeName(QDir::homePath())};
    for (char **entry = environ; *entry != nullptr; ++entry) {
        if (!QByteArrayView(*entry).startsWith("TERM="))
            shell.environment.append(*entry);
    }
    shell.environment.append("TERM=xterm-256color");
    return shell;
}

} // namespace

/// Moves the bytes of one pty on a thread of its own, as the SSH worker does for a channel.
class LocalTransport::Pump
{
public:
    Pump(std::unique_ptr<practice::ChildProcess> child, std::function<void()> notify)
        : m_child(std::move(child))
        , m_wakeUp(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
        , m_pipe(std::make_shared<ssh::ChannelPipe>(std::move(notify),
                                                    [fd = m_wakeUp.get()] { ::eventfd_write(fd, 1); }))
        , m_thread([this] { run(); })
    {
    }
    ~Pump()
    {
        m_pipe->close();
        m_thread.join();
    }
    Pump(const Pump &) = delete;
    Pump &operator=(const Pump &) = delete;

    [[nodiscard]] std::shared_ptr<ssh::ChannelPipe> pipe() const { return m_pipe; }

private:
    void run()
    {
        while (!m_pipe->wantsClose()) {
            const bool hasRoom = m_pipe->room(ssh::Stream::Output) > 0;
            std::array<pollfd, 2> waiting{pollfd{m_wakeUp.get(), POLLIN, 0},
                                          pollfd{hasRoom ? m_child->output() : -1, POLLIN, 0}};
            ::poll(waiting.data(), waiting.size(), -1);
            eventfd_t rung = 0;
            ::eventfd_read(m_wakeUp.get(), &rung);
            if (const auto size = m_pipe->takeResize())
                m_child->resize(*size);
            send();
            if (waiting[1].revents != 0 && !receive())
                break;
        }
        m_pipe->finish(session::ChannelEnd{0, {}, false}, std::nullopt);
    }
    void send()
    {
        for (;;) {
            const QByteArray bytes = m_pipe->outgoing(4096);
            const auto count = bytes.isEmpty() ? 0 : ::write(m_child->input(), bytes.constData(), size_t(bytes.size()));
            if (count <= 0)
                return;
            m_pipe->dropOutgoing(count);
        }
    }
    /// False at the end: the last program closed the pty.
    bool receive()
    {
        for (qsizetype room = m_pipe->room(ssh::Stream::Output); room > 0; room = m_pipe->room(ssh::Stream::Output)) {
            const auto count = ::read(m_child->output(), m_buffer.data(), std::min(m_buffer.size(), size_t(room)));
            if (count <= 0)
                return count < 0 && errno == EAGAIN;
            m_pipe->deliver(ssh::Stream::Output, m_buffer.data(), count);
        }
        return true;
    }

    const std::unique_ptr<practice::ChildProcess> m_child;
    const ssh::Descriptor m_wakeUp;
    const std::shared_ptr<ssh::ChannelPipe> m_pipe;
    std::array<char, 64 * 1024> m_buffer{};
    std::thread m_thread;
};

LocalTransport::LocalTransport()
    : m_bell(std::make_shared<ssh::Doorbell>(this, [this] {
        for (auto *channel : findChildren<ssh::SshChannel *>(QString(), Qt::FindDirectChildrenOnly))
            channel->attend();
    }))
{
}

LocalTransport::~LocalTransport()
{
    m_bell->silence();
    qDeleteAll(findChildren<ssh::SshChannel *>(QString(), Qt::FindDirectChildrenOnly));
}

void LocalTransport::open()
{
    QTimer::singleShot(0, this, [this] {
        m_state = State::Ready;
        emit stateChanged(m_state);
        emit ready();
    });
}

session::Channel *LocalTransport::openShell(int columns, int rows, const QByteArray &command)
{
    auto child = practice::ChildProcess::start(program(command), ssh::TerminalSize{columns, rows});
    if (!child)
        qFatal("%s", qPrintable(child.error().detail));
    m_pumps.push_back(std::make_unique<Pump>(std::move(*child), [bell = m_bell] { bell->ring(); }));
    return new ssh::SshChannel(m_pumps.back()->pipe(), this);
}

} // namespace holdpoint::bench
