// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/e2e/ssh/sshfixture.h>

#include <QDir>

#include <algorithm>

using namespace holdpoint;
using namespace holdpoint::testing;

namespace {

constexpr int many = 40;

qsizetype threads()
{
    return QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
}

/// Many connections to one server, opened in the same moment.
class ManyHostsTest : public SshTest
{
protected:
    void openAll(const SshServer &server)
    {
        m_factory = std::make_unique<ssh::SshTransportFactory>(optionsFor(server), m_prompter);
        for (int i = 0; i < many; ++i) {
            m_transports.push_back(m_factory->create(addressOf(server)));
            m_watchers.push_back(std::make_unique<TransportWatcher>(*m_transports.back()));
        }
        for (const auto &transport : m_transports)
            transport->open();
    }
    [[nodiscard]] qsizetype ready() const
    {
        return std::ranges::count_if(m_watchers, [](const auto &watcher) { return watcher->isReady; });
    }
    [[nodiscard]] bool allAreReady()
    {
        return QTest::qWaitFor([this] {
            m_mostThreads = std::max(m_mostThreads, threads());
            return ready() == many || anyFailed();
        }, 3 * patience) && ready() == many;
    }
    [[nodiscard]] bool anyFailed() const
    {
        return std::ranges::any_of(m_watchers, [](const auto &watcher) { return watcher->failure.has_value(); });
    }
    [[nodiscard]] std::string firstFailure() const
    {
        for (const auto &watcher : m_watchers) {
            if (watcher->failure)
                return watcher->failure->detail.toStdString();
        }
        return "none failed";
    }

    std::vector<std::unique_ptr<session::Transport>> m_transports;
    std::vector<std::unique_ptr<TransportWatcher>> m_watchers;
    qsizetype m_mostThreads = 0;
};

} // namespace

TEST_F(ManyHostsTest, connectionsAskedForAtOnceComeUpWithoutAThreadEach)
{
    const qsizetype before = threads();
    const SshServer server("MaxStartups 100\n");
    openAll(server);
    ASSERT_TRUE(allAreReady()) << firstFailure();
    EXPECT_LT(m_mostThreads, before + many * 3 / 4); // logins that are through end their threads in their own time
}

TEST_F(ManyHostsTest, aServerThatTurnsLoginsAwayIsTriedAgain)
{
    const SshServer server("MaxStartups 3\n");
    openAll(server);
    EXPECT_TRUE(allAreReady()) << firstFailure();
}

TEST_F(ManyHostsTest, oneThatWaitsForItsTurnIsCalledOffLikeAnyOther)
{
    const SshServer server("MaxStartups 100\n");
    openAll(server);
    m_transports.back()->close();
    ASSERT_TRUE(m_watchers.back()->waitForFailure());
    EXPECT_EQ(m_watchers.back()->failure->kind, ErrorKind::Cancelled);
    m_transports.resize(many / 2); // destroyed while they wait or log in
    m_watchers.resize(many / 2);
    EXPECT_TRUE(QTest::qWaitFor([this] { return ready() == many / 2; }, patience)) << firstFailure();
}
