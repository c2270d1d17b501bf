// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/practice/practicehost.h>
#include <app/ssh/sshtransportfactory.h>
#include <models/session/hosttransfer.h>

#include <tests/support/scriptedprompter.h>
#include <tests/support/sshpeer.h>
#include <tests/support/sshserver.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <gtest/gtest.h>

#include <csignal>
#include <unistd.h>

namespace holdpoint::testing {

class PracticeHostTest : public ::testing::Test
{
protected:
    PracticeHostTest()
    {
        qunsetenv("SSH_AUTH_SOCK");
        startHost();
    }

    void startHost()
    {
        QDir(m_folder.path()).mkpath(QStringLiteral("tools"));
        auto host = practice::PracticeHost::start({m_folder.filePath(QStringLiteral("host")),
                                                   m_folder.filePath(QStringLiteral("tools")), 0});
        EXPECT_TRUE(host) << (host ? "" : host.error().detail.toStdString());
        m_host = host ? std::move(*host) : nullptr;
    }
    std::unique_ptr<session::Transport> transport(const session::HostAddress &address)
    {
        ssh::SshOptions options;
        options.practiceIdentityFile = m_host->clientKeyFile();
        options.practiceKnownHostsFile = m_host->knownHostsFile();
        m_factory = std::make_unique<ssh::SshTransportFactory>(options, m_prompter);
        return m_factory->create(address);
    }
    /// How tty(1) names the terminal there; a container has one only, and it is its console.
    [[nodiscard]] QByteArray terminalName() const { return m_host->isContained() ? "/dev/console" : "/dev/pts/"; }
    void connectClient()
    {
        m_transport = transport(m_host->address());
        m_watcher = std::make_unique<TransportWatcher>(*m_transport);
        ASSERT_TRUE(m_watcher->open()) << m_watcher->failure.value_or(Error{}).detail.toStdString();
    }
    /// The stock client, with its exit status as result.
    int stock(const QStringList &more, QByteArray *output, const QString &user = QStringLiteral("practice"),
              const QString &key = {})
    {
        QProcess ssh;
        ssh.start(QStringLiteral("ssh"),
                  QStringList{QStringLiteral("-F"), QStringLiteral("none"), QStringLiteral("-i"),
                              key.isEmpty() ? m_host->clientKeyFile() : key, QStringLiteral("-o"),
                              QStringLiteral("IdentitiesOnly=yes"), QStringLiteral("-o"), QStringLiteral("BatchMode=yes"),
                              QStringLiteral("-o"), QStringLiteral("UserKnownHostsFile=") + m_host->knownHostsFile(),
                              QStringLiteral("-p"), QString::number(m_host->address().port),
                              user + QStringLiteral("@127.0.0.1")}
                      + more);
        ssh.closeWriteChannel();
        EXPECT_TRUE(ssh.waitForFinished(patience));
        *output = ssh.readAll() + ssh.readAllStandardError();
        return ssh.exitCode();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<practice::PracticeHost> m_host;
    ScriptedPrompter m_prompter;
    std::unique_ptr<ssh::SshTransportFactory> m_factory;
    std::unique_ptr<session::Transport> m_transport;
    std::unique_ptr<TransportWatcher> m_watcher;
};

TEST_F(PracticeHostTest, ourClientConnectsWithNoQuestionAsked)
{
    connectClient();
    EXPECT_TRUE(m_prompter.hostKeyQuestions.isEmpty());
    EXPECT_TRUE(m_prompter.secretQuestions.isEmpty());
    EXPECT_EQ(m_transport->identity().keyFingerprint, m_host->hostKeyFingerprint());
    EXPECT_EQ(m_transport->identity().user, QStringLiteral("practice"));
}

/// Whether a program of this name runs with this argument, anywhere on the machine.
bool isRunning(const QByteArray &program, const QByteArray &argument)
{
    const QStringList pids = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return std::any_of(pids.begin(), pids.end(), [&](const QString &pid) {
        QFile line(QStringLiteral("/proc/%1/cmdline").arg(pid));
        return pid.front().isDigit() && line.open(QIODevice::ReadOnly)
               && line.readAll() == program + '\0' + argument + '\0';
    });
}

TEST_F(PracticeHostTest, theShellHasATerminalAndFollowsItsSize)
{
    connectClient();
    ChannelReader reader(m_transport->openShell(90, 30, {}));
    reader.channel->write("stty size; tty\n");
    ASSERT_TRUE(reader.waitForOutput("30 90\r\n")) << reader.output.toStdString();
    ASSERT_TRUE(reader.waitForOutput(terminalName()));
    EXPECT_TRUE(reader.output.contains("[PRACTICE]"));
    reader.channel->resize(133, 44);
    reader.channel->write("stty size; exit 6\n");
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_TRUE(reader.output.contains("44 133\r\n")) << reader.output.toStdString();
    EXPECT_EQ(reader.end->status, 6);
}

TEST_F(PracticeHostTest, commandsEndWithTheirStatusOrSignalAndKeepTheirStreamsApart)
{
    connectClient();
    ChannelReader status(m_transport->exec("echo out; echo err >&2; exit 3"));
    ChannelReader signal(m_transport->exec("kill -TERM $$"));
    ASSERT_TRUE(status.waitForEnd());
    ASSERT_TRUE(signal.waitForEnd());
    EXPECT_EQ(status.end->status, 3);
    EXPECT_EQ(status.output, QByteArray("out\n"));
    EXPECT_EQ(status.errors, QByteArray("err\n"));
    if (m_host->isContained()) { // the container says it as a shell does: 128 and the signal's number
        EXPECT_EQ(signal.end->status, 128 + SIGTERM);
    } else {
        EXPECT_FALSE(signal.end->status);
        EXPECT_EQ(signal.end->signal, QStringLiteral("TERM"));
    }
}

TEST_F(PracticeHostTest, theStandInsComeBeforeTheSystemsTools)
{
    QFile tool(m_folder.filePath(QStringLiteral("tools/systemctl")));
    ASSERT_TRUE(tool.open(QIODevice::WriteOnly));
    tool.write("#!/bin/sh\necho stand-in $HOLDPOINT_PRACTICE_STATE $PRACTICE\n");
    tool.close();
    ASSERT_TRUE(tool.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    connectClient();
    const QByteArray expected = "stand-in " + m_host->stateFolder().toUtf8() + " 1";
    for (const QByteArray &command : {QByteArray("systemctl"), QByteArray("bash -lc systemctl"), QByteArray("bash -ic systemctl")}) {
        ChannelReader reader(m_transport->openShell(200, 24, command));
        ASSERT_TRUE(reader.waitForEnd());
        EXPECT_TRUE(reader.output.contains(expected)) << command.toStdString() << ": " << reader.output.toStdString();
    }
}

TEST_F(PracticeHostTest, nothingOfOurEnvironmentOrDescriptorsReachesAProgram)
{
    qputenv("HOLDPOINT_TEST_SECRET", "do not leak");
    connectClient();
    ChannelReader reader(m_transport->exec("env; ls /proc/self/fd; echo $HOME; pwd"));
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_FALSE(reader.output.contains("do not leak"));
    EXPECT_TRUE(reader.output.contains("\n0\n1\n2\n3\n/")) << reader.output.toStdString(); // 3: the folder being listed
    const QByteArray home = m_folder.filePath(QStringLiteral("host/home")).toUtf8();
    EXPECT_TRUE(reader.output.endsWith(home + '\n' + home + '\n')) << reader.output.toStdString();
}

TEST_F(PracticeHostTest, twentyMegabytesPassBothWaysUnchanged)
{
    connectClient();
    QByteArray sent(20'000'000, '\0');
    for (qsizetype i = 0; i < sent.size(); ++i)
        sent[i] = char((i * 2654435761U) >> 13);
    ChannelReader reader(m_transport->exec("cat"));
    reader.channel->write(sent);
    reader.channel->writeEof();
    ASSERT_TRUE(reader.waitForEnd());
    ASSERT_EQ(reader.output.size(), sent.size());
    EXPECT_TRUE(reader.output == sent);
    EXPECT_EQ(reader.end->status, 0);
}

TEST_F(PracticeHostTest, twoShellsRunAtOnceAndTwoClientsToo)
{
    connectClient();
    const auto second = m_factory->create(m_host->address());
    TransportWatcher watcher(*second);
    ASSERT_TRUE(watcher.open());
    ChannelReader one(m_transport->openShell(80, 24, "yes one | head -n 20000; echo end-one"));
    ChannelReader two(m_transport->openShell(80, 24, "read x; echo got-$x"));
    ChannelReader three(second->exec("echo three"));
    two.channel->write("it\n");
    EXPECT_TRUE(two.waitForOutput("got-it"));
    EXPECT_TRUE(one.waitForOutput("end-one"));
    ASSERT_TRUE(three.waitForEnd());
    EXPECT_EQ(three.output, QByteArray("three\n"));
}

TEST_F(PracticeHostTest, anotherUserOrKeyIsRefused)
{
    auto address = m_host->address();
    address.user = QStringLiteral("root");
    const auto stranger = transport(address);
    TransportWatcher watcher(*stranger);
    EXPECT_FALSE(watcher.open());
    ASSERT_TRUE(watcher.failure);
    EXPECT_EQ(watcher.failure->kind, ErrorKind::AuthDenied);
    const QString key = m_folder.filePath(QStringLiteral("other"));
    ASSERT_TRUE(runProgram(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-t"),
                                                          QStringLiteral("ed25519"), QStringLiteral("-N"), QString(),
                                                          QStringLiteral("-f"), key}));
    QByteArray output;
    EXPECT_EQ(stock({QStringLiteral("true")}, &output, QStringLiteral("practice"), key), 255);
    EXPECT_TRUE(output.contains("Permission denied")) << output.toStdString();
    EXPECT_EQ(stock({QStringLiteral("true")}, &output), 0) << output.toStdString();
}

TEST_F(PracticeHostTest, theStockClientGetsShellStatusAndTerminal)
{
    QByteArray output;
    EXPECT_EQ(stock({QStringLiteral("echo hello; exit 9")}, &output), 9);
    EXPECT_TRUE(output.startsWith("hello\n")) << output.toStdString();
    EXPECT_EQ(stock({QStringLiteral("-tt"), QStringLiteral("tty; echo $PRACTICE")}, &output), 0) << output.toStdString();
    EXPECT_TRUE(output.contains(terminalName()) && output.contains("1\r\n")) << output.toStdString();
}

TEST_F(PracticeHostTest, forwardingIsRefused)
{
    QByteArray output;
    const QString remote = QStringLiteral("%1:127.0.0.1:1").arg(freePort());
    EXPECT_NE(stock({QStringLiteral("-o"), QStringLiteral("ExitOnForwardFailure=yes"), QStringLiteral("-R"), remote,
                     QStringLiteral("true")},
                    &output),
              0);
}

TEST_F(PracticeHostTest, strangersWithGarbageHarmNobody)
{
    const QList<QByteArray> garbage{"", "GET / HTTP/1.0\r\n\r\n", QByteArray(200'000, 'A'),
                                    "SSH-2.0-x\r\n" + QByteArray(5000, '\xff'),
                                    QByteArray("SSH-2.0-x\r\n\0\0\0\x0c\x04\x14", 17)};
    for (const QByteArray &bytes : garbage) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_host->address().port);
        ASSERT_TRUE(socket.waitForConnected(patience));
        socket.write(bytes);
        socket.waitForBytesWritten(1000);
        socket.waitForReadyRead(200);
    }
    connectClient();
    ChannelReader reader(m_transport->exec("echo fine"));
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_EQ(reader.output, QByteArray("fine\n"));
}

TEST_F(PracticeHostTest, stoppingEndsTheProgramsItStarted)
{
    connectClient();
    ChannelReader reader(m_transport->openShell(80, 24, {}));
    // Found by its command line: in a container, numbers of processes are others than here.
    const QByteArray seconds = QByteArray::number(100'000'000 + QCoreApplication::applicationPid());
    reader.channel->write("sleep " + seconds + " & echo star''ted\n"); // the echo of this line does not hold the word
    ASSERT_TRUE(reader.waitForOutput("started\r\n")) << reader.output.toStdString();
    ASSERT_TRUE(QTest::qWaitFor([&] { return isRunning("sleep", seconds); }, patience));
    m_host.reset();
    EXPECT_TRUE(m_watcher->waitForLoss());
    EXPECT_TRUE(QTest::qWaitFor([&] { return !isRunning("sleep", seconds); }, patience));
}

TEST_F(PracticeHostTest, whatARehearsalWritesOrAsksStaysInside)
{
    ASSERT_TRUE(m_host->isContained()) << "bubblewrap cannot work on this machine";
    const QString outside = QDir::homePath() + QStringLiteral("/holdpoint-practice-probe");
    QTemporaryFile victim(QDir::homePath() + QStringLiteral("/holdpoint-victim-XXXXXX"));
    ASSERT_TRUE(victim.open());
    connectClient();
    const auto exec = [&](const QByteArray &command) {
        ChannelReader reader(m_transport->exec(command));
        EXPECT_TRUE(reader.waitForEnd());
        return reader.end->status.value_or(-1);
    };
    EXPECT_NE(exec("echo x >" + QFile::encodeName(outside)), 0);
    EXPECT_NE(exec("echo x >/etc/holdpoint-practice-probe"), 0);
    EXPECT_NE(exec("/bin/rm -f " + QFile::encodeName(victim.fileName())), 0);
    EXPECT_NE(exec("/usr/bin/python3 -c 'import socket; socket.create_connection((\"127.0.0.1\", "
                   + QByteArray::number(m_host->address().port) + "), 2)'"),
              0);
    EXPECT_NE(exec("kill -0 " + QByteArray::number(QCoreApplication::applicationPid())), 0);
    EXPECT_EQ(exec("echo kept >~/note && test -s ~/note && echo x >/tmp/scratch"), 0);
    EXPECT_FALSE(QFile::exists(outside));
    EXPECT_TRUE(QFile::exists(victim.fileName()));
}

TEST_F(PracticeHostTest, theKeyStaysTheSameAtTheNextStart)
{
    const QString before = m_host->hostKeyFingerprint();
    m_host.reset();
    startHost();
    EXPECT_EQ(m_host->hostKeyFingerprint(), before);
    connectClient();
    EXPECT_EQ(QFile::permissions(m_host->clientKeyFile())
                  & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
              QFile::Permissions());
}

TEST_F(PracticeHostTest, aTakenPortIsToldApart)
{
    const auto second = practice::PracticeHost::start(
        {m_folder.filePath(QStringLiteral("second")), QString(), m_host->address().port});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, ErrorKind::Busy);
}

TEST_F(PracticeHostTest, closingManyChannelsLeavesNoDescriptorBehind)
{
    connectClient();
    const auto count = [] { return QDir(QStringLiteral("/proc/self/fd")).count(); };
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(ChannelReader(m_transport->exec("true")).waitForEnd());
    const auto before = count();
    for (int i = 0; i < 30; ++i)
        ASSERT_TRUE(ChannelReader(m_transport->openShell(80, 24, "true")).waitForEnd());
    EXPECT_TRUE(QTest::qWaitFor([&] { return count() <= before + 2; }, patience)) << count() << " after " << before;
}

/// Copies a file and waits for it.
static Result<files::Copied> copied(session::Transport &transport, const files::TransferOrder &order)
{
    std::optional<Result<files::Copied>> outcome;
    session::HostTransfer transfer(order, transport);
    QObject::connect(&transfer, &session::HostTransfer::finished, &transfer,
                     [&outcome](const Result<files::Copied> &result) { outcome = result; });
    transfer.start();
    EXPECT_TRUE(QTest::qWaitFor([&outcome] { return outcome.has_value(); }, patience));
    return outcome.value_or(fail(ErrorKind::Timeout, QStringLiteral("it did not end")));
}

TEST_F(PracticeHostTest, filesGoToTheRehearsedFoldersAndTheShellSeesThem)
{
    ASSERT_TRUE(m_host->isContained()) << "without a container the machine's own folders would be served";
    const QString home = m_folder.filePath(QStringLiteral("host/home"));
    QDir(home).mkpath(QStringLiteral("rootfs/etc/shop"));
    QFile users(home + QStringLiteral("/rootfs/etc/passwd"));
    ASSERT_TRUE(users.open(QIODevice::WriteOnly));
    users.write("practice:x:" + QByteArray::number(::getuid()) + ":0:Practice:/:/bin/bash\n");
    users.close();
    QFile source(m_folder.filePath(QStringLiteral("shop.conf")));
    ASSERT_TRUE(source.open(QIODevice::WriteOnly));
    source.write("open = yes\n");
    source.close();
    connectClient();
    using files::Direction;
    const auto etc = copied(*m_transport, {Direction::Put, source.fileName(), QStringLiteral("/etc/shop/shop.conf")});
    ASSERT_TRUE(etc) << qPrintable(etc.error().detail);
    EXPECT_TRUE(QFile::exists(home + QStringLiteral("/rootfs/etc/shop/shop.conf")));
    EXPECT_FALSE(QFile::exists(QStringLiteral("/etc/shop/shop.conf")));
    const auto own = copied(*m_transport, {Direction::Put, source.fileName(), QStringLiteral("~/copy.conf")});
    ASSERT_TRUE(own) << qPrintable(own.error().detail);
    ChannelReader reader(m_transport->exec("cat ~/copy.conf"));
    ASSERT_TRUE(reader.waitForEnd());
    EXPECT_EQ(reader.output, "open = yes\n");
    const auto outside = copied(*m_transport, {Direction::Put, source.fileName(), QStringLiteral("/usr/shop.conf")});
    EXPECT_FALSE(outside);
}

} // namespace holdpoint::testing
