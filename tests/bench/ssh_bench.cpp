// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Our SSH client against the stock one, interleaved, on a private OpenSSH server: bulk, echo, connect to prompt, exec on
// an open connection. Absolute figures depend on the machine; the ratios (ours / stock) are what counts.

#include <app/ssh/sshtransportfactory.h>

#include <tests/support/scriptedprompter.h>
#include <tests/support/sshpeer.h>
#include <tests/support/sshserver.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace holdpoint;
using namespace holdpoint::testing;

namespace {

constexpr qsizetype bulkBytes = 400'000'000;

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

struct Series
{
    std::vector<double> values;
    void add(double value) { values.push_back(value); }
    [[nodiscard]] double quantile(double part)
    {
        std::sort(values.begin(), values.end());
        return values[size_t(part * double(values.size() - 1))];
    }
};

void print(const char *what, Series &ours, Series &stock, const char *unit)
{
    std::printf("%-28s ours p50 %9.3f max %9.3f   stock p50 %9.3f max %9.3f %s   ratio %.2f\n", what, ours.quantile(0.5),
                ours.quantile(1), stock.quantile(0.5), stock.quantile(1), unit, ours.quantile(0.5) / stock.quantile(0.5));
    std::fflush(stdout);
}

/// Runs the event loop until `done`, without the pauses of qWait.
void spinUntil(const std::function<bool()> &done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); // with a time limit Qt would spin
}

class Bench
{
public:
    Bench()
    {
        ssh::SshOptions options;
        options.identityFiles = {m_server.clientKey()};
        options.knownHostsFile = m_server.knownHosts();
        options.configFile = QStringLiteral("/dev/null");
        m_factory = std::make_unique<ssh::SshTransportFactory>(options, m_prompter);
    }

    void connectToPrompt()
    {
        Series ours;
        Series stock;
        for (int i = 0; i < 15; ++i) {
            ours.add(milliseconds([this] {
                const auto transport = open();
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
        print("connect to prompt", ours, stock, "ms");
    }

    void bulk()
    {
        Series ours;
        Series stock;
        const auto transport = open();
        const QByteArray command = "head -c " + QByteArray::number(bulkBytes) + " /dev/zero";
        for (int i = 0; i < 5; ++i) {
            ours.add(milliseconds([&] {
                session::Channel *channel = transport->exec(command);
                qsizetype total = 0;
                spinUntil([&] {
                    total += channel->read(bulkBytes).size();
                    return total == bulkBytes;
                });
            }));
            stock.add(milliseconds([&] {
                const auto process = start({QString::fromLatin1(command)}, QStringLiteral("/dev/null"));
                process->waitForFinished(-1);
            }));
        }
        print("bulk of 400 MB", ours, stock, "ms");
    }

    void echo()
    {
        Series ours;
        Series stock;
        const auto transport = open();
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
        print("echo on a pty", ours, stock, "ms");
    }

    void exec()
    {
        Series ours;
        Series stock;
        const auto transport = open();
        const QString socket = m_server.path(QStringLiteral("master"));
        const QStringList master{QStringLiteral("-o"), QStringLiteral("ControlPath=") + socket};
        start(master + QStringList{QStringLiteral("-M"), QStringLiteral("-f"), QStringLiteral("-N")})->waitForFinished();
        for (int i = 0; i < 50; ++i) {
            ours.add(milliseconds([&] {
                ChannelReader reader(transport->exec("true"));
                spinUntil([&] { return reader.isClosed; });
            }));
            stock.add(milliseconds([&] { start(master + QStringList{QStringLiteral("true")})->waitForFinished(); }));
        }
        start(master + QStringList{QStringLiteral("-O"), QStringLiteral("exit")})->waitForFinished();
        print("exec on an open connection", ours, stock, "ms");
    }

private:
    std::unique_ptr<session::Transport> open()
    {
        auto transport = m_factory->create({m_server.user(), QStringLiteral("127.0.0.1"), m_server.port(), false});
        transport->open();
        spinUntil([&] { return transport->state() == session::Transport::State::Ready; });
        return transport;
    }
    std::unique_ptr<QProcess> start(const QStringList &more, const QString &output = {})
    {
        auto process = std::make_unique<QProcess>();
        if (!output.isEmpty())
            process->setStandardOutputFile(output);
        const QStringList common{QStringLiteral("-F"), QStringLiteral("none"), QStringLiteral("-i"), m_server.clientKey(),
                                 QStringLiteral("-o"), QStringLiteral("UserKnownHostsFile=") + m_server.knownHosts(),
                                 QStringLiteral("-o"), QStringLiteral("KexAlgorithms=curve25519-sha256"),
                                 QStringLiteral("-c"), QStringLiteral("aes256-gcm@openssh.com"), QStringLiteral("-p"),
                                 QString::number(m_server.port()), QStringLiteral("-l"), m_server.user()};
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

    SshServer m_server;
    ScriptedPrompter m_prompter;
    std::unique_ptr<ssh::SshTransportFactory> m_factory;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    qunsetenv("SSH_AUTH_SOCK");
    Bench bench;
    bench.connectToPrompt();
    bench.echo();
    bench.exec();
    bench.bulk();
    return 0;
}
