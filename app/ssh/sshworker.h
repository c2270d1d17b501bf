// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/descriptor.h>
#include <app/ssh/link.h>
#include <app/ssh/login.h>

#include <atomic>
#include <map>
#include <set>
#include <thread>
#include <unordered_set>

namespace holdpoint::ssh {

using LinkId = quint64;

/// The one thread that runs all authenticated sessions: an epoll loop, a queue of commands and an eventfd. Jump hosts are
/// links like any other, and what is reached through one is a link on the tunnel's other end.
///
/// Thread: the public functions may be called from any thread and never block; the destructor waits for the loop,
/// which gives hosts a second to take what was written last.
/// Invariants: a later link may depend on an earlier one, so that at the end the later ones go first.
/// Owns: the links, and logins that were called off until their threads have ended.
class SshWorker
{
public:
    SshWorker();
    SshWorker(const SshWorker &) = delete;
    SshWorker &operator=(const SshWorker &) = delete;
    ~SshWorker();

    LinkId adopt(SessionPtr session, LinkTiming timing, std::shared_ptr<LinkReport> report);
    void openChannel(LinkId id, ChannelRequest request, std::shared_ptr<ChannelPipe> pipe);
    /// Lets a jump host forward; one tunnel for each link.
    void forward(LinkId id, std::shared_ptr<Tunnel> tunnel);
    void wake(LinkId id);
    /// Ends the link when its host has taken what was written last, in two seconds at most; a jump host after what is
    /// reached through it.
    void drop(LinkId id);
    /// Takes a login nobody waits for any more.
    void bury(std::unique_ptr<Login> login);

private:
    using Command = std::function<void()>;

    void post(Command command);
    void run();
    void runCommands();
    void add(LinkId id, std::shared_ptr<Link> link);
    void remove(LinkId id);
    void removeLeaving();
    void noteDue(const Link &link);
    void watchTunnel(LinkId id, const Descriptor &end);
    void serviceDirty();
    void tickAll();
    void watch(LinkId id, const Link &link, int operation);
    [[nodiscard]] int timeout() const;

    Descriptor m_epoll;
    Descriptor m_wakeUp;
    std::atomic<LinkId> m_nextId = 1; ///< 0 marks the eventfd
    std::mutex m_mutex;
    std::vector<Command> m_commands;    ///< protected by m_mutex
    std::unordered_set<LinkId> m_woken; ///< protected by m_mutex
    bool m_stopping = false;            ///< protected by m_mutex
    // The worker thread's own.
    std::map<LinkId, std::shared_ptr<Link>> m_links;
    std::set<LinkId> m_leaving;
    std::unordered_set<LinkId> m_dirty;
    std::unordered_set<LinkId> m_awaitingRoom; ///< to write
    /// No link needs a tick before: looking at all of them each time would be felt with hundreds.
    Link::Clock::time_point m_due = Link::Clock::time_point::max();
    Link::Clock::time_point m_stopBy = Link::Clock::time_point::max(); ///< max: nobody has asked it to stop
    std::vector<std::shared_ptr<Login>> m_buried;
    std::thread m_thread;
};

} // namespace holdpoint::ssh
