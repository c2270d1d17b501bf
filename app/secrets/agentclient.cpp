// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/secrets/agentclient.h>

#include <models/base/bytes.h>

#include <QFile>

#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace holdpoint::secrets {

namespace {

// draft-miller-ssh-agent section 6.1
enum Message : quint8 { Failure = 5, RequestIdentities = 11, IdentitiesAnswer = 12, SignRequest = 13, SignResponse = 14 };
constexpr quint32 rsaSha512 = 4;
constexpr quint32 maximumAnswer = 256 * 1024;

tl::unexpected<Error> ioError(const QString &path)
{
    return fail(ErrorKind::Io, QStringLiteral("ssh-agent at %1: %2").arg(path, QString::fromLocal8Bit(std::strerror(errno))));
}

/// One conversation with the agent.
class Connection
{
public:
    Connection(QString path, QDeadlineTimer deadline) : m_path(std::move(path)), m_deadline(deadline) {}
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }

    Result<> open();
    Result<QByteArray> ask(const QByteArray &request);

private:
    Result<> wait(short events) const;
    Result<> send(QByteArrayView bytes) const;
    Result<QByteArray> receive(qsizetype count) const;

    QString m_path;
    QDeadlineTimer m_deadline;
    int m_fd = -1;
};

Result<> Connection::open()
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(m_path);
    if (name.isEmpty() || std::size_t(name.size()) >= sizeof address.sun_path)
        return fail(ErrorKind::NotFound, QStringLiteral("no ssh-agent is running (SSH_AUTH_SOCK)"));
    std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
    m_fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_fd < 0)
        return ioError(m_path);
    if (::connect(m_fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return fail(ErrorKind::NotFound, QStringLiteral("no ssh-agent answers at %1").arg(m_path));
    return {};
}

Result<> Connection::wait(short events) const
{
    pollfd descriptor{m_fd, events, 0};
    const int ready = ::poll(&descriptor, 1, int(m_deadline.remainingTime()));
    if (ready == 0)
        return fail(ErrorKind::Timeout, QStringLiteral("the ssh-agent gave no answer in time"));
    return ready > 0 || errno == EINTR ? Result<>() : ioError(m_path);
}

Result<> Connection::send(QByteArrayView bytes) const
{
    while (!bytes.isEmpty()) {
        if (auto ready = wait(POLLOUT); !ready)
            return ready;
        const ssize_t count = ::send(m_fd, bytes.data(), std::size_t(bytes.size()), MSG_NOSIGNAL);
        if (count < 0 && errno != EAGAIN && errno != EINTR)
            return ioError(m_path);
        bytes = bytes.sliced(std::max<ssize_t>(count, 0));
    }
    return {};
}

Result<QByteArray> Connection::receive(qsizetype count) const
{
    QByteArray bytes;
    while (bytes.size() < count) {
        if (auto ready = wait(POLLIN); !ready)
            return fail(ready.error());
        QByteArray part(count - bytes.size(), Qt::Uninitialized);
        const ssize_t got = ::recv(m_fd, part.data(), std::size_t(part.size()), 0);
        if (got == 0)
            return fail(ErrorKind::Io, QStringLiteral("the ssh-agent at %1 hung up").arg(m_path));
        if (got < 0 && errno != EAGAIN && errno != EINTR)
            return ioError(m_path);
        bytes.append(part.constData(), std::max<ssize_t>(got, 0));
    }
    return bytes;
}

Result<QByteArray> Connection::ask(const QByteArray &request)
{
    ByteWriter writer;
    writer.string(request);
    if (auto sent = send(writer.bytes()); !sent)
        return fail(sent.error());
    const auto header = receive(4);
    if (!header)
        return fail(header.error());
    const quint32 length = ByteReader(*header).u32();
    if (length == 0 || length > maximumAnswer)
        return fail(ErrorKind::Io, QStringLiteral("the ssh-agent's answer makes no sense"));
    return receive(qsizetype(length));
}

Result<QByteArray> converse(const QString &socketPath, const QByteArray &request, QDeadlineTimer deadline)
{
    Connection connection(socketPath, deadline);
    if (auto opened = connection.open(); !opened)
        return fail(opened.error());
    return connection.ask(request);
}

} // namespace

bool AgentKey::needsPerson() const { return ByteReader(publicKey).string().startsWith("sk-"); }

Result<QList<AgentKey>> agentKeys(const QString &socketPath, QDeadlineTimer deadline)
{
    const auto answer = converse(socketPath, QByteArray(1, char(RequestIdentities)), deadline);
    if (!answer)
        return fail(answer.error());
    ByteReader reader(*answer);
    if (reader.u8() != IdentitiesAnswer)
        return fail(ErrorKind::AuthDenied, QStringLiteral("the ssh-agent does not list its keys"));
    QList<AgentKey> keys;
    for (quint32 count = reader.u32(); count > 0 && reader.isGood(); --count) {
        const QByteArray publicKey = reader.string();
        keys.append({publicKey, QString::fromUtf8(reader.string())});
    }
    if (!reader.isGood())
        return fail(ErrorKind::Io, QStringLiteral("the ssh-agent's answer makes no sense"));
    return keys;
}

Result<QByteArray> agentSignature(const QString &socketPath, const QByteArray &publicKey, const QByteArray &data,
                                  QDeadlineTimer deadline)
{
    ByteWriter writer;
    writer.u8(SignRequest);
    writer.string(publicKey);
    writer.string(data);
    writer.u32(ByteReader(publicKey).string() == "ssh-rsa" ? rsaSha512 : 0);
    const auto answer = converse(socketPath, writer.bytes(), deadline);
    if (!answer)
        return answer;
    ByteReader reader(*answer);
    if (reader.u8() != SignResponse)
        return fail(ErrorKind::AuthDenied, QStringLiteral("the ssh-agent refused to sign: is it locked, or the key gone?"));
    QByteArray blob = reader.string();
    return reader.isGood() ? Result<QByteArray>(blob)
                           : fail(ErrorKind::Io, QStringLiteral("the ssh-agent's answer makes no sense"));
}

} // namespace holdpoint::secrets
