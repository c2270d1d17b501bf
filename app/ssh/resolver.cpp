// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/resolver.h>

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <mutex>
#include <netdb.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <thread>

namespace holdpoint::ssh {

namespace {

constexpr size_t mostAddresses = 64;

/// What the looking-up thread and the waiting one share: getaddrinfo(3) cannot be called off, only left behind.
struct Lookup
{
    QByteArray host;
    QByteArray port;
    int family = AF_UNSPEC;
    int flags = AI_NUMERICSERV;
    Descriptor done{::eventfd(0, EFD_CLOEXEC)};
    std::mutex mutex;
    int code = 0;                         ///< protected by mutex
    std::vector<SocketAddress> addresses; ///< protected by mutex
    QString name;                         ///< protected by mutex; where flags ask for it

    void run()
    {
        addrinfo hints{};
        hints.ai_family = family;
        hints.ai_socktype = SOCK_STREAM;
        hints.ai_flags = flags;
        addrinfo *found = nullptr;
        const int result = ::getaddrinfo(host.constData(), port.constData(), &hints, &found);
        {
            const std::lock_guard lock(mutex);
            code = result;
            if (found != nullptr && found->ai_canonname != nullptr)
                name = QString::fromUtf8(found->ai_canonname);
            for (const addrinfo *each = found; each != nullptr && addresses.size() < mostAddresses; each = each->ai_next) {
                SocketAddress address;
                address.length = each->ai_addrlen;
                std::memcpy(&address.storage, each->ai_addr, each->ai_addrlen);
                addresses.push_back(address);
            }
        }
        if (found != nullptr)
            ::freeaddrinfo(found);
        ::eventfd_write(done.get(), 1);
    }
};

std::vector<SocketAddress> alternated(const std::vector<SocketAddress> &addresses)
{
    std::array<std::vector<SocketAddress>, 2> families;
    for (const SocketAddress &address : addresses)
        families[address.storage.ss_family == addresses.front().storage.ss_family ? 0 : 1].push_back(address);
    std::vector<SocketAddress> ordered;
    for (size_t i = 0; i < std::max(families[0].size(), families[1].size()); ++i) {
        for (const auto &family : families) {
            if (i < family.size())
                ordered.push_back(family[i]);
        }
    }
    return ordered;
}

int numberOf(AddressFamily family)
{
    return family == AddressFamily::IPv4 ? AF_INET : family == AddressFamily::IPv6 ? AF_INET6 : AF_UNSPEC;
}

int remaining(std::chrono::steady_clock::time_point deadline)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    return int(std::max<qint64>(left.count(), 0));
}

/// Until it has found something.
Result<> await(const std::shared_ptr<Lookup> &lookup, const CancelSwitch &cancel,
               std::chrono::steady_clock::time_point deadline)
{
    const QString host = QString::fromUtf8(lookup->host);
    std::thread([lookup] { lookup->run(); }).detach();
    std::array<pollfd, 2> waited{pollfd{lookup->done.get(), POLLIN, 0}, pollfd{cancel.fd(), POLLIN, 0}};
    const int ready = ::poll(waited.data(), waited.size(), remaining(deadline));
    if (cancel.isCancelled())
        return fail(ErrorKind::Cancelled, QStringLiteral("called off while looking up %1").arg(host));
    if (ready <= 0)
        return fail(ErrorKind::Timeout, QStringLiteral("no name server answered for %1 in time").arg(host));
    const std::lock_guard lock(lookup->mutex);
    if (lookup->code != 0 || lookup->addresses.empty()) {
        return fail(ErrorKind::NotFound, QStringLiteral("no address for %1: %2")
                                             .arg(host, QString::fromLocal8Bit(::gai_strerror(lookup->code))));
    }
    return {};
}

} // namespace

Result<std::vector<SocketAddress>> resolve(const QString &host, quint16 port, AddressFamily family,
                                           const CancelSwitch &cancel, std::chrono::steady_clock::time_point deadline)
{
    const auto lookup = std::make_shared<Lookup>();
    lookup->host = host.toUtf8();
    lookup->port = QByteArray::number(port);
    lookup->family = numberOf(family);
    if (const auto found = await(lookup, cancel, deadline); !found)
        return fail(found.error());
    const std::lock_guard lock(lookup->mutex);
    return alternated(lookup->addresses);
}

Result<QString> resolveName(const QString &host, AddressFamily family, const CancelSwitch &cancel,
                            std::chrono::steady_clock::time_point deadline)
{
    const auto lookup = std::make_shared<Lookup>();
    lookup->host = host.toUtf8();
    lookup->port = "22";
    lookup->family = numberOf(family);
    lookup->flags |= AI_CANONNAME;
    if (const auto found = await(lookup, cancel, deadline); !found)
        return fail(found.error());
    const std::lock_guard lock(lookup->mutex);
    return lookup->name;
}

} // namespace holdpoint::ssh
