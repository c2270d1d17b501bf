// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/agentproxy.h>

#include <models/base/bytes.h>

#include <array>
#include <cerrno>
#include <optional>
#include <sys/socket.h>

namespace holdpoint::ssh {

namespace {

constexpr quint32 largestMessage = 256 << 10; // as OpenSSH's agent
constexpr char requestIdentities = 11;        // SSH_AGENTC_REQUEST_IDENTITIES
constexpr quint8 identitiesAnswer = 12;       // SSH_AGENT_IDENTITIES_ANSWER

bool readAll(int fd, char *bytes, size_t count)
{
    while (count > 0) {
        const ssize_t got = ::recv(fd, bytes, count, 0);
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        bytes += got > 0 ? got : 0;
        count -= got > 0 ? size_t(got) : 0;
    }
    return true;
}

std::optional<QByteArray> receive(int fd)
{
    QByteArray head(4, '\0');
    if (!readAll(fd, head.data(), 4))
        return std::nullopt;
    const quint32 length = ByteReader(head).u32();
    if (length == 0 || length > largestMessage)
        return std::nullopt;
    QByteArray message(length, '\0');
    return readAll(fd, message.data(), length) ? std::optional(message) : std::nullopt;
}

bool send(int fd, const QByteArray &message)
{
    ByteWriter writer;
    writer.string(message);
    const QByteArray &bytes = writer.bytes();
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t count = ::send(fd, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (count < 0 && errno != EINTR)
            return false;
        sent += count > 0 ? count : 0;
    }
    return true;
}

} // namespace

AgentProxy::AgentProxy(Descriptor agent, QList<QByteArray> preferred, AgentKeys keys)
    : m_agent(std::move(agent)), m_preferred(std::move(preferred)), m_keys(keys)
{
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return;
    m_clientEnd.reset(ends[0]);
    m_ourEnd.reset(ends[1]);
    m_thread = std::thread([this] { run(); });
}

AgentProxy::~AgentProxy()
{
    if (!m_thread.joinable())
        return;
    ::shutdown(m_agent.get(), SHUT_RDWR);
    ::shutdown(m_ourEnd.get(), SHUT_RDWR);
    m_thread.join();
}

void AgentProxy::run()
{
    while (const auto request = receive(m_ourEnd.get())) {
        if (!send(m_agent.get(), *request))
            break;
        const auto answer = receive(m_agent.get());
        if (!answer || !send(m_ourEnd.get(), request->front() == requestIdentities ? chosen(*answer) : *answer))
            break;
    }
    // The SSH library takes the end of the conversation for an agent that refuses.
    ::shutdown(m_ourEnd.get(), SHUT_RDWR);
}

QByteArray AgentProxy::chosen(const QByteArray &answer) const
{
    ByteReader reader(answer);
    if (reader.u8() != identitiesAnswer)
        return answer;
    QList<QByteArray> first;
    QList<QByteArray> rest;
    for (quint32 count = reader.u32(); count > 0 && reader.isGood(); --count) {
        const QByteArray key = reader.string();
        ByteWriter identity;
        identity.string(key);
        identity.string(reader.string());
        (m_preferred.contains(key) ? first : rest).append(identity.bytes());
    }
    if (m_keys == AgentKeys::PreferredFirst)
        first += rest;
    ByteWriter writer;
    writer.u8(identitiesAnswer);
    writer.u32(quint32(first.size()));
    writer.raw(first.join());
    return writer.bytes();
}

} // namespace holdpoint::ssh
