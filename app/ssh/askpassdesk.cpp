// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/askpassdesk.h>

#include <app/ssh/secrettext.h>

#include <QPointer>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>

namespace holdpoint::ssh {

namespace {

constexpr qsizetype longestQuestion = 64 << 10;
constexpr int backlog = 8;

Descriptor listenAt(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= qsizetype(sizeof address.sun_path))
        return {};
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::listen(socket.get(), backlog) != 0)
        return {};
    return socket;
}

bool isSameUser(const Descriptor &socket)
{
    ucred peer{};
    socklen_t length = sizeof peer;
    return ::getsockopt(socket.get(), SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 && peer.uid == ::getuid();
}

} // namespace

AskpassDesk::AskpassDesk(const QByteArray &socketPath, QByteArray token)
    : m_token(std::move(token))
    , m_listener(listenAt(socketPath))
{
    if (!m_listener.isOpen())
        return;
    m_incoming = std::make_unique<QSocketNotifier>(m_listener.get(), QSocketNotifier::Read);
    connect(m_incoming.get(), &QSocketNotifier::activated, this, &AskpassDesk::accept);
}

AskpassDesk::~AskpassDesk() = default;

void AskpassDesk::accept()
{
    Descriptor socket(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (!socket.isOpen() || !isSameUser(socket))
        return;
    m_helpers.push_back(std::make_unique<Helper>());
    Helper *helper = m_helpers.back().get();
    helper->socket = std::move(socket);
    helper->readable = std::make_unique<QSocketNotifier>(helper->socket.get(), QSocketNotifier::Read);
    connect(helper->readable.get(), &QSocketNotifier::activated, this, [this, helper] { hear(helper); });
}

/// Once all was said, the socket tells when the helper is gone: ssh ends it when it no longer needs an answer.
void AskpassDesk::hear(Helper *helper)
{
    std::array<char, 4096> buffer;
    const ssize_t count = ::recv(helper->socket.get(), buffer.data(), buffer.size(), 0);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    helper->heard.append(buffer.data(), std::max<ssize_t>(count, 0));
    if (count <= 0 || helper->isComplete || helper->heard.size() > longestQuestion)
        return drop(helper);
    if (!helper->heard.endsWith('\0'))
        return;
    helper->heard.chop(1);
    helper->isComplete = true;
    if (helper->part(0) != m_token)
        drop(helper);
    else
        next();
}

void AskpassDesk::next()
{
    Helper *first = m_helpers.empty() ? nullptr : m_helpers.front().get();
    if (first == nullptr || !first->isComplete || std::exchange(first->isTold, true))
        return;
    const QString text = QString::fromUtf8(first->part(2));
    if (first->part(1) == "none")
        emit noticed(text);
    else
        emit asked(text);
}

void AskpassDesk::answer(QString &text)
{
    if (m_helpers.empty() || !m_helpers.front()->isTold)
        return;
    const SecretText secret(text);
    const Descriptor &socket = m_helpers.front()->socket;
    // A new socket's buffer takes any answer whole; a helper that is gone needs none.
    ::send(socket.get(), "+", 1, MSG_NOSIGNAL);
    ::send(socket.get(), secret.get(), ::strlen(secret.get()), MSG_NOSIGNAL);
    m_helpers.pop_front();
    next();
}

void AskpassDesk::drop(const Helper *helper)
{
    const auto found =
        std::find_if(m_helpers.begin(), m_helpers.end(), [helper](const auto &each) { return each.get() == helper; });
    const bool wasTold = helper->isTold;
    m_helpers.erase(found);
    const QPointer<AskpassDesk> self(this);
    if (wasTold)
        emit withdrawn();
    if (self)
        next();
}

/// Token, hint and question. Only the last may hold line feeds.
QByteArray AskpassDesk::Helper::part(int index) const
{
    qsizetype from = 0;
    for (int i = 0; i < index; ++i)
        from = heard.indexOf('\n', from) + 1;
    return index == 2 ? heard.mid(from) : heard.mid(from, heard.indexOf('\n', from) - from);
}

} // namespace holdpoint::ssh
