// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/stockchannel.h>

#include <QPointer>

#include <cerrno>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <termios.h>

namespace holdpoint::ssh {

namespace {

constexpr size_t slice = 64 << 10;

bool mayRetry() { return errno == EAGAIN || errno == EINTR; }

bool makeNonBlocking(int descriptor)
{
    const int flags = ::fcntl(descriptor, F_GETFL);
    return flags >= 0 && ::fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0;
}

Descriptor openTerminal() { return Descriptor(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)); }

/// The end that programs see. It is not this program's controlling terminal.
Descriptor otherEndOf(const Descriptor &terminal)
{
    std::array<char, 64> name{};
    if (!terminal.isOpen() || ::grantpt(terminal.get()) != 0 || ::unlockpt(terminal.get()) != 0
        || ::ptsname_r(terminal.get(), name.data(), name.size()) != 0)
        return {};
    return Descriptor(::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC));
}

void setSize(const Descriptor &terminal, TerminalSize size)
{
    winsize window{};
    window.ws_col = static_cast<unsigned short>(size.columns);
    window.ws_row = static_cast<unsigned short>(size.rows);
    ::ioctl(terminal.get(), TIOCSWINSZ, &window);
}

/// From now on the host's terminal does all that a terminal does with typed text.
void makeTransparent(const Descriptor &terminal)
{
    termios modes{};
    if (::tcgetattr(terminal.get(), &modes) != 0)
        return;
    ::cfmakeraw(&modes);
    ::tcsetattr(terminal.get(), TCSANOW, &modes);
}

} // namespace

StockChannel::StockChannel(const ChannelRequest &request, const QByteArray &controlPath,
                           std::function<void()> announceSize, QObject *parent)
    : session::Channel(parent)
    , m_controlPath(controlPath)
    , m_announceSize(std::move(announceSize))
    , m_master(std::make_unique<MuxConnection>(controlPath))
    , m_hasTerminal(request.pty.has_value())
{
    auto streams = makeStreams(request);
    if (!streams) {
        m_failure = streams.error();
        QMetaObject::invokeMethod(
            this, [this] { finish({}, m_failure); }, Qt::QueuedConnection);
        return;
    }
    watchMaster();
    m_master->openSession(request, std::move(*streams));
}

StockChannel::~StockChannel() = default;

Result<std::array<Descriptor, 3>> StockChannel::makeStreams(const ChannelRequest &request)
{
    std::array<Descriptor, 3> theirs;
    theirs[0] = makeInput(request);
    const bool isMade = theirs[0].isOpen() && makeNonBlocking(m_input.get()) && makeSource(m_output, theirs[1]);
    if (request.pty && isMade) // one stream, as on any terminal
        theirs[2].reset(::fcntl(theirs[1].get(), F_DUPFD_CLOEXEC, 0));
    if (!isMade || (request.pty ? !theirs[2].isOpen() : !makeSource(m_error, theirs[2])))
        return fail(ErrorKind::Io,
                    QStringLiteral("the system gives no more pipes or terminals: %1").arg(qt_error_string()));
    m_writable = std::make_unique<QSocketNotifier>(m_input.get(), QSocketNotifier::Write);
    m_writable->setEnabled(false);
    connect(m_writable.get(), &QSocketNotifier::activated, this, &StockChannel::flush);
    return theirs;
}

/// Without a terminal a socket: writing to a pipe that nobody reads would raise a signal.
Descriptor StockChannel::makeInput(const ChannelRequest &request)
{
    if (request.pty) {
        m_input = openTerminal();
        setSize(m_input, *request.pty);
        return otherEndOf(m_input);
    }
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return {};
    m_input.reset(ends[0]);
    return Descriptor(ends[1]);
}

bool StockChannel::makeSource(Source &source, Descriptor &theirs)
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return false;
    source.descriptor.reset(ends[0]);
    theirs.reset(ends[1]);
    source.notifier = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
    connect(source.notifier.get(), &QSocketNotifier::activated, this, [this, &source] { receive(source); });
    return makeNonBlocking(ends[0]);
}

void StockChannel::watchMaster()
{
    connect(m_master.get(), &MuxConnection::sessionOpened, this, &StockChannel::opened);
    connect(m_master.get(), &MuxConnection::exited, this, [this](int status) { m_status = status; });
    connect(m_master.get(), &MuxConnection::terminalRefused, this, [this] {
        finish({}, Error{ErrorKind::NotPermitted, QStringLiteral("the host gives no terminal")});
    });
    connect(m_master.get(), &MuxConnection::refused, this, [this](const QString &reason) {
        finish({}, Error{ErrorKind::NotPermitted, QStringLiteral("the host refused the channel: %1").arg(reason)});
    });
    connect(m_master.get(), &MuxConnection::closed, this, [this] {
        m_sessionOver = true;
        endIfOver();
    });
}

/// The master has read the terminal's modes, for the host's terminal to have the same; typed text may go now.
void StockChannel::opened()
{
    m_isOpen = true;
    if (m_hasTerminal)
        makeTransparent(m_input);
    flush();
}

void StockChannel::write(const QByteArray &bytes)
{
    if (bytes.isEmpty() || m_eof || m_isClosed || m_finished)
        return;
    m_outgoing.push_back(bytes);
    flush();
}

void StockChannel::writeEof()
{
    m_eof = true;
    flush();
}

void StockChannel::flush()
{
    while (m_isOpen && m_input.isOpen() && !m_outgoing.empty()) {
        const QByteArray &first = m_outgoing.front();
        const size_t length = size_t(first.size() - m_sent);
        const ssize_t count = m_hasTerminal ? ::write(m_input.get(), first.constData() + m_sent, length)
                                            : ::send(m_input.get(), first.constData() + m_sent, length, MSG_NOSIGNAL);
        if (count < 0 && mayRetry())
            break;
        m_sent += count;
        // A session that takes no more gets no more.
        if (count < 0)
            m_outgoing.clear();
        else if (m_sent == first.size())
            m_outgoing.pop_front();
        else
            continue;
        m_sent = 0;
    }
    if (m_writable)
        m_writable->setEnabled(m_isOpen && m_input.isOpen() && !m_outgoing.empty());
    if (m_eof && m_isOpen && m_outgoing.empty()) {
        m_writable.reset();
        m_input.reset();
    }
}

void StockChannel::resize(int columns, int rows)
{
    if (!m_hasTerminal || !m_input.isOpen() || !m_master)
        return;
    setSize(m_input, {columns, rows});
    m_announceSize();
}

void StockChannel::receive(Source &source)
{
    const bool wasEmpty = !hasPending();
    const bool goesOn = readOnce(source);
    if (!goesOn) {
        source.notifier.reset();
        source.descriptor.reset();
    } else if (source.inbox.size() >= ChannelPipe::capacity) {
        source.notifier->setEnabled(false);
    }
    const QPointer<StockChannel> self(this); // a listener may delete it
    if (wasEmpty && hasPending())
        emit readyRead();
    if (self && !goesOn)
        endIfOver();
}

/// False at the end of the stream.
bool StockChannel::readOnce(Source &source)
{
    std::array<char, slice> buffer;
    const ssize_t count = ::read(source.descriptor.get(), buffer.data(), buffer.size());
    if (count > 0)
        source.inbox.append(buffer.data(), count);
    return count > 0 || (count < 0 && mayRetry());
}

QByteArray StockChannel::take(Source &source, qsizetype limit)
{
    QByteArray bytes = source.inbox.take(limit);
    if (source.notifier && source.inbox.size() <= ChannelPipe::capacity / 2)
        source.notifier->setEnabled(true);
    return bytes;
}

void StockChannel::endIfOver()
{
    if (!m_sessionOver || m_isClosed || m_output.descriptor.isOpen() || m_error.descriptor.isOpen() || m_finished)
        return;
    if (m_failure)
        finish({}, m_failure);
    else if (m_status)
        finish(session::ChannelEnd{m_status, {}, false}, {});
    else if (!m_probe)
        askForMaster();
}

/// Without a status there are two ends: a command killed by a signal, whose name ssh does not tell, and a lost link. A
/// master that has lost its link answers no more.
void StockChannel::askForMaster()
{
    m_probe = std::make_unique<MuxConnection>(m_controlPath);
    connect(m_probe.get(), &MuxConnection::alive, this, [this] { finish(session::ChannelEnd{}, {}); });
    connect(m_probe.get(), &MuxConnection::closed, this, [this] { finish(session::ChannelEnd{{}, {}, true}, {}); });
    m_probe->askWhetherAlive();
}

void StockChannel::endWithLink()
{
    if (m_finished)
        return;
    if (m_isClosed)
        return finish({}, {});
    const bool wasEmpty = !hasPending();
    for (Source *source : {&m_output, &m_error}) {
        // What the pipe holds, which is little, whether or not the inbox has room for it.
        for (qsizetype before = -1; source->descriptor.isOpen() && before != source->inbox.size();) {
            before = source->inbox.size();
            if (!readOnce(*source))
                source->descriptor.reset();
        }
        source->notifier.reset();
        source->descriptor.reset();
    }
    const QPointer<StockChannel> self(this);
    if (wasEmpty && hasPending())
        emit readyRead();
    if (self)
        finish(session::ChannelEnd{m_status, {}, !m_status}, {});
}

void StockChannel::close()
{
    if (!std::exchange(m_isClosed, true) && !m_finished) // told after the caller is done with it
        QMetaObject::invokeMethod(
            this, [this] { finish({}, {}); }, Qt::QueuedConnection);
    release();
}

void StockChannel::finish(const std::optional<session::ChannelEnd> &end, const std::optional<Error> &failure)
{
    if (std::exchange(m_finished, true))
        return;
    release();
    const QPointer<StockChannel> self(this);
    if (failure)
        emit failed(*failure);
    if (self && end)
        emit ended(*end);
    if (self)
        emit closed();
}

/// What is in the inboxes stays.
void StockChannel::release()
{
    m_master.reset();
    m_probe.reset();
    m_writable.reset();
    m_input.reset();
    for (Source *source : {&m_output, &m_error}) {
        source->notifier.reset();
        source->descriptor.reset();
    }
    m_outgoing.clear();
}

} // namespace holdpoint::ssh
