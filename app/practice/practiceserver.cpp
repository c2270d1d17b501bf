// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/practice/practiceserver.h>

#include <app/practice/practicechannel.h>
#include <app/ssh/childprocess.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace holdpoint::practice {

namespace {

using Clock = std::chrono::steady_clock;
constexpr size_t mostConnections = 64;
constexpr int backlog = 16;

} // namespace

PracticeServer::PracticeServer(PracticeKeys keys, Surroundings surroundings)
    : m_keys(std::move(keys))
    , m_surroundings(std::move(surroundings))
    , m_bind(ssh_bind_new())
    , m_stop(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{}

Result<std::unique_ptr<PracticeServer>> PracticeServer::start(quint16 port, PracticeKeys keys, Surroundings surroundings)
{
    std::unique_ptr<PracticeServer> server(new PracticeServer(std::move(keys), std::move(surroundings)));
    const int no = 0;
    ssh_bind bind = server->m_bind.get();
    if (bind == nullptr || ssh_bind_options_set(bind, SSH_BIND_OPTIONS_PROCESS_CONFIG, &no) != SSH_OK
        || ssh_bind_options_set(bind, SSH_BIND_OPTIONS_HOSTKEY, server->m_keys.hostKeyFile.toLocal8Bit().constData())
               != SSH_OK)
        return fail(ErrorKind::Io, QStringLiteral("the SSH library cannot start a server"));
    if (auto listening = server->listen(port); !listening)
        return fail(listening.error());
    server->m_thread = std::thread([loop = server.get()] { loop->run(); });
    return server;
}

PracticeServer::~PracticeServer()
{
    if (!m_thread.joinable())
        return;
    ::eventfd_write(m_stop.get(), 1);
    m_thread.join();
}

Result<> PracticeServer::listen(quint16 port)
{
    m_listener.reset(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const int on = 1;
    ::setsockopt(m_listener.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    // POSIX takes every socket address by this pointer.
    auto *general = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener.get(), general, size) != 0 || ::listen(m_listener.get(), backlog) != 0
        || ::getsockname(m_listener.get(), general, &size) != 0) {
        return fail(errno == EADDRINUSE ? ErrorKind::Busy : ErrorKind::Io,
                    QStringLiteral("cannot listen on port %1: %2").arg(port).arg(
                        QString::fromLocal8Bit(std::strerror(errno))));
    }
    m_port = ntohs(address.sin_port);
    return {};
}

// Furnishes a new home with what the stand-ins work on, before the first client is let in. The script does nothing to a
// home that is furnished already.
void PracticeServer::furnish()
{
    const QByteArray script = m_surroundings.tools + "/_setup.sh";
    if (m_surroundings.tools.isEmpty() || ::access(script.constData(), R_OK) != 0)
        return;
    const auto child = ChildProcess::start(
        {{"/bin/bash", script}, PracticeChannel::environment(m_surroundings, "dumb"), m_surroundings.home}, std::nullopt);
    if (!child)
        return;
    (*child)->closeInput();
    constexpr int furnishMs = 30'000;
    std::array<pollfd, 2> watched{{{m_stop.get(), POLLIN, 0}, {(*child)->exitDescriptor(), POLLIN, 0}}};
    ::poll(watched.data(), watched.size(), furnishMs);
}

void PracticeServer::run()
{
    furnish();
    std::vector<pollfd> watched;
    for (;;) {
        watched.assign({{m_stop.get(), POLLIN, 0}, {m_listener.get(), POLLIN, 0}});
        std::vector<size_t> starts; // where each connection's descriptors begin
        for (const PracticeConnection &connection : m_connections) {
            starts.push_back(watched.size());
            connection.watch(watched);
        }
        starts.push_back(watched.size());
        ::poll(watched.data(), watched.size(), timeout());
        if (watched[0].revents != 0)
            break;
        size_t index = 0;
        for (PracticeConnection &connection : m_connections) {
            const auto first = watched.begin() + qsizetype(starts[index]);
            const auto last = watched.begin() + qsizetype(starts[++index]);
            if (connection.hasMore() || std::any_of(first, last, [](const pollfd &each) { return each.revents != 0; }))
                connection.service();
        }
        if (watched[1].revents != 0)
            accept();
        m_connections.remove_if([](const PracticeConnection &connection) {
            return connection.isDone() || (!connection.isLoggedIn() && Clock::now() >= connection.loginDeadline());
        });
    }
    m_connections.clear();
}

void PracticeServer::accept()
{
    Descriptor socket(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (!socket.isOpen() || m_connections.size() >= mostConnections)
        return;
    const int on = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    m_connections.emplace_back(m_bind.get(), std::move(socket), m_keys.clientPublicKey.get(), m_surroundings);
}

int PracticeServer::timeout() const
{
    auto next = Clock::time_point::max();
    for (const PracticeConnection &connection : m_connections) {
        if (connection.hasMore())
            return 0;
        if (!connection.isLoggedIn())
            next = std::min(next, connection.loginDeadline());
    }
    if (next == Clock::time_point::max())
        return -1;
    return int(std::max<qint64>(0, std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now()).count()));
}

} // namespace holdpoint::practice
