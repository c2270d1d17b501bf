// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/muxconnection.h>

#include <models/base/text.h>

#include <QFile>
#include <QProcessEnvironment>
#include <QPointer>
#include <QtEndian>

#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>

namespace holdpoint::ssh {

namespace {

constexpr quint32 protocolVersion = 4;
constexpr quint32 requestId = 1; // one request a conversation
constexpr quint32 noEscape = 0xffffffff;
constexpr qsizetype longestPacket = 256 << 10; // as the master takes them
constexpr qsizetype longestReason = 300;

// PROTOCOL.mux, section 9.
enum class MuxType : quint32 {
    Hello = 0x00000001,
    NewSession = 0x10000002,
    AliveCheck = 0x10000004,
    PermissionDenied = 0x80000002,
    Failure = 0x80000003,
    ExitMessage = 0x80000004,
    Alive = 0x80000005,
    SessionOpened = 0x80000006,
    TerminalFailed = 0x80000008,
};

void putNumber(QByteArray &packet, quint32 number)
{
    const quint32 big = qToBigEndian(number);
    packet.append(reinterpret_cast<const char *>(&big), sizeof big);
}

void putText(QByteArray &packet, const QByteArray &text)
{
    putNumber(packet, quint32(text.size()));
    packet.append(text);
}

quint32 numberAt(const QByteArray &packet, qsizetype at)
{
    return at + 4 <= packet.size() ? qFromBigEndian<quint32>(packet.constData() + at) : 0;
}

bool mayRetry() { return errno == EAGAIN || errno == EINTR; }

Descriptor connectTo(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    // An empty path would be the abstract name of zeros, which anybody can listen at (unix(7)).
    if (path.isEmpty() || path.size() >= qsizetype(sizeof address.sun_path))
        return {};
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return {};
    return socket;
}

ssize_t sendDescriptor(int socket, int descriptor)
{
    char byte = 0;
    iovec data{&byte, 1};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
    return ::sendmsg(socket, &message, MSG_NOSIGNAL);
}

} // namespace

MuxConnection::MuxConnection(const QByteArray &controlPath)
    : m_socket(connectTo(controlPath))
{
    if (!m_socket.isOpen()) { // told after the caller had time to listen
        QMetaObject::invokeMethod(this, &MuxConnection::closed, Qt::QueuedConnection);
        return;
    }
    m_readable = std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Read);
    m_writable = std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Write);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &MuxConnection::receive);
    connect(m_writable.get(), &QSocketNotifier::activated, this, &MuxConnection::flush);
    QByteArray hello;
    putNumber(hello, quint32(MuxType::Hello));
    putNumber(hello, protocolVersion);
    send(hello);
}

MuxConnection::~MuxConnection() = default;

void MuxConnection::openSession(const ChannelRequest &request, std::array<Descriptor, 3> streams)
{
    if (!m_socket.isOpen())
        return;
    const bool isSubsystem = !request.subsystem.isEmpty();
    QByteArray packet;
    putNumber(packet, quint32(MuxType::NewSession));
    putNumber(packet, requestId);
    putText(packet, {}); // reserved
    putNumber(packet, request.pty ? 1 : 0);
    putNumber(packet, 0); // no X11
    putNumber(packet, 0); // no agent
    putNumber(packet, isSubsystem ? 1 : 0);
    putNumber(packet, noEscape);
    putText(packet, "xterm-256color");
    putText(packet, isSubsystem ? request.subsystem : request.command);
    // The master passes on only what SendEnv of its configuration names.
    for (const QString &variable : QProcessEnvironment::systemEnvironment().toStringList())
        putText(packet, QFile::encodeName(variable));
    send(packet);
    for (Descriptor &stream : streams)
        m_outgoing.push_back({{}, std::move(stream)});
    flush();
}

void MuxConnection::askWhetherAlive()
{
    QByteArray packet;
    putNumber(packet, quint32(MuxType::AliveCheck));
    putNumber(packet, requestId);
    send(packet);
}

void MuxConnection::send(const QByteArray &packet)
{
    QByteArray framed;
    putText(framed, packet);
    m_outgoing.push_back({framed, {}});
    flush();
}

void MuxConnection::flush()
{
    while (m_socket.isOpen() && !m_outgoing.empty() && sendFirst())
        continue;
    if (m_writable)
        m_writable->setEnabled(!m_outgoing.empty());
}

/// False when the rest has to wait. A master that is gone is noticed by reading.
bool MuxConnection::sendFirst()
{
    Outgoing &first = m_outgoing.front();
    const bool isDescriptor = first.descriptor.isOpen();
    const ssize_t count = isDescriptor ? sendDescriptor(m_socket.get(), first.descriptor.get())
                                       : ::send(m_socket.get(), first.bytes.constData() + m_sent,
                                                size_t(first.bytes.size() - m_sent), MSG_NOSIGNAL);
    if (count < 0) {
        if (!mayRetry())
            m_outgoing.clear();
        return false;
    }
    m_sent += count;
    if (isDescriptor || m_sent == first.bytes.size()) {
        m_outgoing.pop_front();
        m_sent = 0;
    }
    return true;
}

void MuxConnection::receive()
{
    std::array<char, 4096> buffer;
    const ssize_t count = ::recv(m_socket.get(), buffer.data(), buffer.size(), 0);
    if (count < 0 && mayRetry())
        return;
    if (count <= 0)
        return end();
    m_incoming.append(buffer.data(), count);
    takePackets();
}

void MuxConnection::takePackets()
{
    const QPointer<MuxConnection> self(this); // a listener may delete it
    while (self && m_socket.isOpen() && m_incoming.size() >= 4) {
        const qsizetype length = numberAt(m_incoming, 0);
        if (length > longestPacket)
            return end();
        if (m_incoming.size() < 4 + length)
            return;
        const QByteArray packet = m_incoming.mid(4, length);
        m_incoming.remove(0, 4 + length);
        handle(packet);
    }
}

void MuxConnection::handle(const QByteArray &packet)
{
    switch (MuxType(numberAt(packet, 0))) {
    case MuxType::Hello:
        if (numberAt(packet, 4) != protocolVersion)
            end();
        break;
    case MuxType::SessionOpened: emit sessionOpened(); break;
    case MuxType::PermissionDenied:
    case MuxType::Failure:
        emit refused(elided(visibleControls(QString::fromUtf8(packet.mid(12, numberAt(packet, 8)))), longestReason));
        break;
    case MuxType::ExitMessage: emit exited(int(numberAt(packet, 8))); break;
    case MuxType::TerminalFailed: emit terminalRefused(); break;
    case MuxType::Alive: emit alive(); break;
    default: // of a later version: nothing we asked for
        break;
    }
}

void MuxConnection::end()
{
    if (!m_socket.isOpen())
        return;
    m_readable->setEnabled(false);
    m_writable->setEnabled(false);
    m_socket.reset();
    m_outgoing.clear();
    emit closed();
}

} // namespace holdpoint::ssh
