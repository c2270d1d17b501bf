// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/sshworker.h>

#include <algorithm>
#include <sys/epoll.h>
#include <sys/eventfd.h>

namespace holdpoint::ssh {

namespace {

constexpr LinkId wakeUpId = 0;
constexpr std::chrono::milliseconds burialCheck{100};
/// For a host to take what was written last, and for what is reached through a jump host to end before it.
constexpr std::chrono::milliseconds farewell{2'000};
constexpr std::chrono::milliseconds lastFarewell{1'000}; ///< the same, when the program ends

} // namespace

SshWorker::SshWorker()
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_wakeUp(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = wakeUpId;
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, m_wakeUp.get(), &event);
    m_thread = std::thread([this] { run(); });
}

SshWorker::~SshWorker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    ::eventfd_write(m_wakeUp.get(), 1);
    m_thread.join();
}

LinkId SshWorker::adopt(SessionPtr session, LinkTiming timing, std::shared_ptr<LinkReport> report)
{
    const LinkId id = m_nextId++;
    // A command is copied, a session cannot be: the link is made here and used by the worker alone from then on.
    auto link = std::make_shared<Link>(std::move(session), timing, std::move(report));
    post([this, id, link = std::move(link)]() mutable { add(id, std::move(link)); });
    return id;
}

void SshWorker::openChannel(LinkId id, ChannelRequest request, std::shared_ptr<ChannelPipe> pipe)
{
    post([this, id, request = std::move(request), pipe = std::move(pipe)] {
        const auto link = m_links.find(id);
        if (link == m_links.end() || link->second->isLost()) {
            session::ChannelEnd end;
            end.linkLost = true;
            pipe->finish(end, std::nullopt);
            return;
        }
        link->second->openChannel(request, pipe);
        m_dirty.insert(id);
    });
}

void SshWorker::forward(LinkId id, std::shared_ptr<Tunnel> tunnel)
{
    post([this, id, tunnel = std::move(tunnel)] {
        const auto link = m_links.find(id);
        if (link == m_links.end() || link->second->isLost()) {
            tunnel->settle(fail(ErrorKind::Disconnected, QStringLiteral("the connection ended")));
            return;
        }
        Descriptor end = tunnel->takeWorkerEnd();
        watchTunnel(id, end);
        link->second->forward(tunnel, std::move(end));
        m_dirty.insert(id);
    });
}

void SshWorker::wake(LinkId id)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_woken.insert(id).second)
            return;
    }
    ::eventfd_write(m_wakeUp.get(), 1);
}

void SshWorker::drop(LinkId id)
{
    post([this, id] {
        const auto link = m_links.find(id);
        if (link == m_links.end())
            return;
        link->second->leave(Link::Clock::now() + farewell);
        m_leaving.insert(id);
        m_dirty.insert(id);
        noteDue(*link->second);
    });
}

void SshWorker::bury(std::unique_ptr<Login> login)
{
    login->cancel();
    post([this, shared = std::shared_ptr<Login>(std::move(login))] { m_buried.push_back(shared); });
}

void SshWorker::post(Command command)
{
    {
        const std::lock_guard lock(m_mutex);
        m_commands.push_back(std::move(command));
    }
    ::eventfd_write(m_wakeUp.get(), 1);
}

void SshWorker::run()
{
    std::array<epoll_event, 64> events{};
    for (;;) {
        const int count = ::epoll_wait(m_epoll.get(), events.data(), int(events.size()), timeout());
        for (int i = 0; i < count; ++i) {
            if (events[size_t(i)].data.u64 != wakeUpId)
                m_dirty.insert(events[size_t(i)].data.u64);
        }
        runCommands();
        serviceDirty();
        tickAll();
        removeLeaving();
        std::erase_if(m_buried, [](const auto &login) { return login->isFinished(); });
        const std::lock_guard lock(m_mutex);
        if (!m_stopping || !m_commands.empty())
            continue;
        m_stopBy = std::min(m_stopBy, Link::Clock::now() + lastFarewell);
        if (m_leaving.empty() || Link::Clock::now() >= m_stopBy)
            break;
    }
    while (!m_links.empty())
        remove(std::prev(m_links.end())->first);
    m_buried.clear();
}

void SshWorker::runCommands()
{
    eventfd_t rung = 0;
    ::eventfd_read(m_wakeUp.get(), &rung);
    std::vector<Command> commands;
    {
        const std::lock_guard lock(m_mutex);
        commands.swap(m_commands);
        m_dirty.merge(m_woken);
        m_woken.clear();
    }
    for (const Command &command : commands)
        command();
}

void SshWorker::add(LinkId id, std::shared_ptr<Link> link)
{
    watch(id, *link, EPOLL_CTL_ADD);
    noteDue(*link);
    m_links.emplace(id, std::move(link));
    m_dirty.insert(id); // packets may already wait inside libssh
}

void SshWorker::remove(LinkId id)
{
    const auto link = m_links.find(id);
    if (link == m_links.end())
        return;
    if (!link->second->isLost())
        watch(id, *link->second, EPOLL_CTL_DEL);
    m_links.erase(link);
}

void SshWorker::removeLeaving()
{
    std::erase_if(m_leaving, [this](LinkId id) {
        const bool mayEnd = m_links.at(id)->mayEnd();
        if (mayEnd)
            remove(id);
        return mayEnd;
    });
}

void SshWorker::noteDue(const Link &link)
{
    if (!link.isLost())
        m_due = std::min(m_due, link.nextTick());
}

void SshWorker::serviceDirty()
{
    for (const LinkId id : std::exchange(m_dirty, {})) {
        const auto link = m_links.find(id);
        if (link == m_links.end() || link->second->isLost())
            continue;
        if (link->second->service())
            m_dirty.insert(id);
        noteDue(*link->second);
        watch(id, *link->second, link->second->isLost() ? EPOLL_CTL_DEL : EPOLL_CTL_MOD);
    }
}

void SshWorker::tickAll()
{
    const auto now = Link::Clock::now();
    if (now < m_due)
        return;
    m_due = Link::Clock::time_point::max();
    for (auto &[id, link] : m_links) {
        if (!link->isLost() && now >= link->nextTick()) {
            if (link->tick(now))
                m_dirty.insert(id);
            if (link->isLost())
                watch(id, *link, EPOLL_CTL_DEL);
        }
        noteDue(*link);
    }
}

void SshWorker::watch(LinkId id, const Link &link, int operation)
{
    const bool awaitsRoom = link.wantsToWrite();
    if (operation == EPOLL_CTL_MOD && awaitsRoom == m_awaitingRoom.contains(id))
        return;
    epoll_event event{};
    event.events = awaitsRoom ? EPOLLIN | EPOLLOUT : EPOLLIN;
    event.data.u64 = id;
    ::epoll_ctl(m_epoll.get(), operation, link.fd(), &event);
    if (awaitsRoom && operation != EPOLL_CTL_DEL)
        m_awaitingRoom.insert(id);
    else
        m_awaitingRoom.erase(id);
}

/// Told of changes only: how much is read of a tunnel depends on the jump host's window, and asking about an end that
/// is not read would never sleep. A closed end leaves the epoll set by itself.
void SshWorker::watchTunnel(LinkId id, const Descriptor &end)
{
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.u64 = id;
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, end.get(), &event);
}

int SshWorker::timeout() const
{
    if (!m_dirty.empty())
        return 0;
    auto next = std::min(m_due, m_stopBy);
    if (!m_buried.empty())
        next = std::min(next, Link::Clock::now() + burialCheck);
    if (next == Link::Clock::time_point::max())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - Link::Clock::now()).count();
    return int(std::clamp<qint64>(left, 0, 60'000));
}

} // namespace holdpoint::ssh
