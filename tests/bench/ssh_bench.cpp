// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Our SSH client against the stock one, interleaved, on a private OpenSSH server: connect to prompt, echo, exec on an open
// connection, bulk, and bulk to a server 50 ms away. Absolute figures depend on the machine; the ratios (ours / stock) are
// what counts. Usage: ssh_bench [connect|echo|exec|bulk|far ...]; without words all of them.

#include <tests/bench/delayproxy.h>
#include <tests/bench/sshrig.h>
#include <tests/support/sshpeer.h>

#include <QCoreApplication>

#include <cstdio>

using namespace holdpoint;
using namespace holdpoint::testing;
using namespace holdpoint::bench;

namespace {

void print(const char *what, const Series &ours, const Series &stock)
{
    std::printf("%-12s ours first %9.3f p50 %9.3f max %9.3f   stock first %9.3f p50 %9.3f max %9.3f ms   ratio %.2f\n",
                what, ours.values.front(), ours.quantile(0.5), ours.quantile(1), stock.values.front(),
                stock.quantile(0.5), stock.quantile(1), ours.quantile(0.5) / stock.quantile(0.5));
    std::fflush(stdout);
}

class Bench
{
public:
    void connectToPrompt()
    {
        Series ours;
        Series stock;
        for (int i = 0; i < 15; ++i) {
            ours.add(milliseconds([this] {
                const auto transport = m_rig.open();
                session::Channel *channel = transport->openShell(80, 24, "echo ready; exec cat");
                spinUntil([&] { return channel->hasPending(); });
            }));
            stock.add(milliseconds([this] {
                const auto process = start({QStringLiteral("-tt"), QStringLiteral("echo ready; exec cat")});
                process->waitForReadyRead(-1);
                process->kill();
                process->waitForFinished();
            }));
        }
        print("connect", ours, stock);
    }

    void bulk() { bulk("bulk", m_rig.server().port(), 400'000'000, 5); }

    void far()
    {
        const DelayProxy proxy(m_rig.server().port(), std::chrono::milliseconds(50));
        m_rig.know(proxy.port());
        bulk("far", proxy.port(), 100'000'000, 3);
    }

    void echo()
    {
        Series ours;
        Series stock;
        const auto transport = m_rig.open();
        const QByteArray command = "stty raw -echo; echo; exec cat";
        session::Channel *channel = transport->openShell(80, 24, command);
        const auto process = start({QStringLiteral("-tt"), QString::fromLatin1(command)});
        spinUntil([&] { return !channel->read(100).isEmpty(); });
        process->waitForReadyRead(-1);
        process->readAll();
        for (int i = 0; i < 1000; ++i) {
            ours.add(milliseconds([&] {
                channel->write("x");
                spinUntil([&] { return !channel->read(100).isEmpty(); });
            }));
            stock.add(milliseconds([&] {
                process->write("x");
                while (process->readAll().isEmpty())
                    process->waitForReadyRead(-1);
            }));
        }
        process->kill();
        process->waitForFinished();
        print("echo", ours, stock);
    }

    void exec()
    {
        Series ours;
        Series stock;
        const auto transport = m_rig.open();
        const QStringList master = startMaster();
        for (int i = 0; i < 50; ++i) {
            ours.add(milliseconds([&] {
                ChannelReader reader(transport->exec("true"));
                spinUntil([&] { return reader.isClosed; });
            }));
            stock.add(milliseconds([&] { start(master + QStringList{QStringLiteral("true")})->waitForFinished(); }));
        }
        endMaster(master);
        print("exec", ours, stock);
    }

private:
    void bulk(const char *what, quint16 port, qsizetype size, int rounds)
    {
        Series ours;
        Series stock;
        const auto transport = m_rig.open(port);
        const QByteArray command = "head -c " + QByteArray::number(size) + " /dev/zero";
        for (int i = 0; i < rounds; ++i) {
            ours.add(milliseconds([&] {
                session::Channel *channel = transport->exec(command);
                qsizetype total = 0;
                spinUntil([&] {
                    total += channel->read(size).size();
                    return total == size;
                });
            }));
            m_port = port;
            // The stock client's login is not the transfer's.
            const auto master = startMaster();
            stock.add(milliseconds([&] {
                start(master + QStringList{QString::fromLatin1(command)}, QStringLiteral("/dev/null"))
                    ->waitForFinished(-1);
            }));
            endMaster(master);
        }
        m_port = m_rig.server().port();
        print(what, ours, stock);
    }

    QStringList startMaster()
    {
        const QStringList master{QStringLiteral("-o"),
                                 QStringLiteral("ControlPath=") + m_rig.server().path(QStringLiteral("master"))};
        start(master + QStringList{QStringLiteral("-M"), QStringLiteral("-f"), QStringLiteral("-N")})
            ->waitForFinished();
        return master;
    }
    void endMaster(const QStringList &master)
    {
        start(master + QStringList{QStringLiteral("-O"), QStringLiteral("exit")})->waitForFinished();
    }
    std::unique_ptr<QProcess> start(const QStringList &more, const QString &output = {})
    {
        auto process = std::make_unique<QProcess>();
        if (!output.isEmpty())
            process->setStandardOutputFile(output);
        const QStringList common{
            QStringLiteral("-F"), QStringLiteral("none"),
            QStringLiteral("-i"), m_rig.server().clientKey(),
            QStringLiteral("-o"), QStringLiteral("UserKnownHostsFile=") + m_rig.server().knownHosts(),
            QStringLiteral("-o"), QStringLiteral("KexAlgorithms=curve25519-sha256"),
            QStringLiteral("-c"), QStringLiteral("aes256-gcm@openssh.com"),
            QStringLiteral("-p"), QString::number(m_port),
            QStringLiteral("-l"), m_rig.server().user()};
        // Options stand before the host, the command after it.
        const bool hasCommand = !more.isEmpty() && !more.last().startsWith(QLatin1Char('-'))
                                && more.value(more.size() - 2) != QLatin1String("-O");
        QStringList arguments = common + (hasCommand ? more.mid(0, more.size() - 1) : more);
        arguments << QStringLiteral("127.0.0.1");
        if (hasCommand)
            arguments << more.last();
        process->start(QStringLiteral("ssh"), arguments);
        process->waitForStarted();
        return process;
    }

    SshRig m_rig;
    quint16 m_port = m_rig.server().port(); ///< where the stock client goes
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    qunsetenv("SSH_AUTH_SOCK");
    const QStringList words = application.arguments().mid(1);
    const auto isWanted = [&](const char *word) { return words.isEmpty() || words.contains(QLatin1String(word)); };
    Bench bench;
    if (isWanted("connect"))
        bench.connectToPrompt();
    if (isWanted("echo"))
        bench.echo();
    if (isWanted("exec"))
        bench.exec();
    if (isWanted("bulk"))
        bench.bulk();
    if (isWanted("far"))
        bench.far();
    return 0;
}
