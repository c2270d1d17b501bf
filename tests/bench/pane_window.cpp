// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// The program's own terminal page as a window of its own, running one command: on a local pty, or through our SSH.
// With --discard the same channel is read to nowhere, without a window: the floor below the pane.
// Usage: pane_window [--ssh PORT --identity FILE --known-hosts FILE] [--discard] [--first-paint] [COMMAND]

#include <app/ssh/sshtransportfactory.h>
#include <tests/bench/firstpaint.h>
#include <tests/bench/localtransport.h>
#include <tests/support/scriptedprompter.h>
#include <ui/common/theme.h>
#include <ui/shell/terminalpage.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QWindow>

#include <cstring>
#include <pwd.h>
#include <unistd.h>

namespace {

using namespace holdpoint;

struct Options
{
    QCommandLineOption ssh{QStringLiteral("ssh"), QStringLiteral("Port of an SSH server on the loopback"),
                           QStringLiteral("PORT")};
    QCommandLineOption identity{QStringLiteral("identity"), QStringLiteral("Key to log in with"),
                                QStringLiteral("FILE")};
    QCommandLineOption knownHosts{QStringLiteral("known-hosts"), QStringLiteral("known_hosts file"),
                                  QStringLiteral("FILE")};
    QCommandLineOption discard{QStringLiteral("discard"), QStringLiteral("Read to nowhere")};
    QCommandLineOption firstPaint{QStringLiteral("first-paint"), QStringLiteral("End with the first painting")};
};

/// Answers the status request a command ends with (DSR 5, ECMA-48 section 8.3.35), and keeps nothing.
class Discard : public QObject
{
public:
    Discard(session::Transport &transport, const QByteArray &command)
    {
        connect(&transport, &session::Transport::ready, this, [this, &transport, command] {
            session::Channel *channel = transport.openShell(80, 24, command);
            connect(channel, &session::Channel::readyRead, this, [this, channel] { read(*channel); });
            connect(channel, &session::Channel::closed, this, [] { QCoreApplication::quit(); });
        });
        transport.open();
    }

private:
    void read(session::Channel &channel)
    {
        static const QByteArray request("\033[5n");
        while (channel.hasPending()) {
            const QByteArray bytes = m_tail + channel.read(64 * 1024);
            if (bytes.contains(request))
                channel.write("\033[0n");
            m_tail = bytes.endsWith(request) ? QByteArray() : bytes.last(std::min(bytes.size(), request.size() - 1));
        }
    }

    QByteArray m_tail;
};

QString userName() { return QString::fromLocal8Bit(::getpwuid(::getuid())->pw_name); }

} // namespace

int main(int argc, char **argv)
{
    const bool isWindow =
        std::none_of(argv, argv + argc, [](const char *word) { return std::strcmp(word, "--discard") == 0; });
    const std::unique_ptr<QCoreApplication> application(isWindow ? new QApplication(argc, argv)
                                                                 : new QCoreApplication(argc, argv));
    const Options options;
    QCommandLineParser parser;
    parser.addOptions({options.ssh, options.identity, options.knownHosts, options.discard, options.firstPaint});
    parser.process(*application);
    qunsetenv("SSH_AUTH_SOCK");

    testing::ScriptedPrompter prompter;
    std::unique_ptr<session::TransportFactory> factory = std::make_unique<bench::LocalTransportFactory>();
    if (parser.isSet(options.ssh))
        factory = std::make_unique<ssh::SshTransportFactory>(
            ssh::SshOptions{.identityFiles = {parser.value(options.identity)},
                            .knownHostsFile = parser.value(options.knownHosts),
                            .configFile = QStringLiteral("/dev/null")},
            prompter);
    const session::HostAddress address{userName(), QStringLiteral("127.0.0.1"),
                                       static_cast<quint16>(parser.value(options.ssh).toUInt()), false};
    const QString command = parser.positionalArguments().join(u' ');
    if (!isWindow) {
        const auto transport = factory->create(address);
        const Discard discard(*transport, command.toLocal8Bit());
        return QCoreApplication::exec();
    }
    const ui::Theme theme(ui::SchemeChoice::Dark);
    ui::TerminalPage page(*factory);
    QObject::connect(&page, &ui::TerminalPage::failed, &page,
                     [](const Error &error) { qFatal("%s", qPrintable(error.detail)); });
    page.open(address, command);
    page.resize(700, 500);
    page.show();
    bench::FirstPaint firstPaint;
    if (parser.isSet(options.firstPaint))
        page.windowHandle()->installEventFilter(&firstPaint);
    return QApplication::exec();
}
