// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/timestamp/stamper.h>

#include <tests/support/authorities.h>
#include <tests/support/waiting.h>

#include <QTcpServer>

using namespace holdpoint;
using namespace holdpoint::testing;
using namespace holdpoint::timestamp;

namespace {

const QByteArray message = "the signature\n";

class StamperTest : public ::testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_authorities = new Authorities;
        s_server = new TimestampServer(*s_authorities);
    }
    static void TearDownTestSuite()
    {
        delete s_server;
        delete s_authorities;
    }

    Result<x509::TimeStamp> ask(const QUrl &url, const QString &policy = {})
    {
        return waitFor(stamperOf({.url = url, .certificates = s_authorities->path("ca.pem"), .policy = policy},
                                 &m_context)(message));
    }
    void expectRefused(const char *path, const char *words)
    {
        const auto stamp = ask(s_server->url(path));
        ASSERT_FALSE(stamp) << path;
        EXPECT_TRUE(stamp.error().detail.contains(QLatin1String(words)))
            << path << ": " << stamp.error().detail.toStdString();
    }

    static inline Authorities *s_authorities = nullptr;
    static inline TimestampServer *s_server = nullptr;
    QObject m_context;
};

TEST_F(StamperTest, anAuthorityStampsTheHashOfTheBytes)
{
    const auto stamp = ask(s_server->url(), QStringLiteral("1.2.3.4.1"));
    ASSERT_TRUE(stamp) << stamp.error().detail.toStdString();
    EXPECT_EQ(x509::checkTimestamp(stamp->response, message, s_authorities->file("ca.pem"))->standing,
              x509::Standing::Accepted);
}

TEST_F(StamperTest, whatAnAuthorityMayNotAnswerIsNoStamp)
{
    expectRefused("/wrong-imprint", "other bytes");
    expectRefused("/wrong-nonce", "not to this question");
    expectRefused("/expired", "expired");
    expectRefused("/refuse", "not supported");
    expectRefused("/garbage", "no time stamp");
    EXPECT_FALSE(ask(s_server->url(), QStringLiteral("1.2.3.4.9")));
}

TEST_F(StamperTest, aServerThatIsNoneIsSaidWithItsAddress)
{
    expectRefused("/error", "Service Unavailable");
    expectRefused("/redirect", "not followed");
    expectRefused("/large", "more than a time stamp");
    QTcpServer port;
    ASSERT_TRUE(port.listen(QHostAddress::LocalHost));
    const QUrl url(QStringLiteral("http://127.0.0.1:%1/").arg(port.serverPort()));
    port.close();
    const auto down = ask(url);
    ASSERT_FALSE(down);
    EXPECT_TRUE(down.error().detail.contains(url.host())) << down.error().detail.toStdString();
}

TEST_F(StamperTest, aQuestionNobodyWaitsForAnyMoreIsCalledOff)
{
    QTcpServer silent;
    ASSERT_TRUE(silent.listen(QHostAddress::LocalHost));
    const QUrl url(QStringLiteral("http://127.0.0.1:%1/").arg(silent.serverPort()));
    auto context = std::make_unique<QObject>();
    const auto answer =
        stamperOf({.url = url, .certificates = s_authorities->path("ca.pem"), .policy = {}}, context.get())(message);
    EXPECT_TRUE(QTest::qWaitFor([&] { return silent.hasPendingConnections(); }));
    EXPECT_FALSE(answer.isFinished());
    context.reset();
    EXPECT_TRUE(QTest::qWaitFor([&] { return answer.isFinished(); }));
    EXPECT_EQ(answer.resultCount(), 0);
}

TEST_F(StamperTest, aSilentAuthorityIsGivenUpAfterFifteenSeconds)
{
    QTcpServer silent;
    ASSERT_TRUE(silent.listen(QHostAddress::LocalHost));
    const auto stamp = ask(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(silent.serverPort())));
    ASSERT_FALSE(stamp);
    EXPECT_EQ(stamp.error().kind, ErrorKind::Timeout);
}

} // namespace
