// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/application.h>
#include <models/base/text.h>
#include <ui/common/describe.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QMessageBox>
#include <QWindow>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string_view>
#include <sys/resource.h>
#include <sys/stat.h>

namespace {

using namespace holdpoint;

struct Options
{
    QCommandLineOption practice{QStringLiteral("practice"), QStringLiteral("Start the embedded practice host and mark everything PRACTICE")};
    QCommandLineOption connect{QStringLiteral("connect"), QStringLiteral("Open a terminal on this host"), QStringLiteral("[USER@]HOST[:PORT]")};
    QCommandLineOption exec{QStringLiteral("exec"), QStringLiteral("Type this into the terminal of --connect"), QStringLiteral("CMD")};
    QCommandLineOption resume{QStringLiteral("resume"), QStringLiteral("Go on with a run"), QStringLiteral("RUN")};
    QCommandLineOption dataDir{QStringLiteral("data-dir"), QStringLiteral("Folder of the ledger, in place of ~/.local/share/holdpoint"), QStringLiteral("DIR")};
    QCommandLineOption configDir{QStringLiteral("config-dir"), QStringLiteral("Folder of the settings, in place of ~/.config/holdpoint"), QStringLiteral("DIR")};
    QCommandLineOption identity{QStringLiteral("identity"), QStringLiteral("Key file to log in with"), QStringLiteral("FILE")};
    QCommandLineOption knownHosts{QStringLiteral("known-hosts"), QStringLiteral("known_hosts file in place of the user's"), QStringLiteral("FILE")};
    QCommandLineOption sshConfig{QStringLiteral("ssh-config"), QStringLiteral("SSH configuration in place of the user's"), QStringLiteral("FILE")};
    QCommandLineOption operatorName{QStringLiteral("operator"), QStringLiteral("Who works, as written to the ledger"), QStringLiteral("NAME")};
    QCommandLineOption selfTest{QStringLiteral("self-test"), QStringLiteral("Print the milliseconds to the first painted window and quit")};
};

app::WindowRequest parse(QCommandLineParser &parser, const Options &options)
{
    using Practice = app::Workplace::Options::Practice;
    parser.setApplicationDescription(QStringLiteral("Markdown runbooks, guided, verified and recorded."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE.md"), QStringLiteral("Runbooks to open"), QStringLiteral("[FILE.md ...]"));
    parser.addOptions({options.practice, options.connect, options.exec, options.resume, options.dataDir, options.configDir,
                       options.identity, options.knownHosts, options.sshConfig, options.operatorName, options.selfTest});
    parser.process(*QCoreApplication::instance());
    return {.workplace = {.paths = app::Paths::choose(parser.value(options.dataDir), parser.value(options.configDir)),
                          .ssh = {.identityFiles = parser.values(options.identity),
                                  .knownHostsFile = parser.value(options.knownHosts),
                                  .configFile = parser.value(options.sshConfig)},
                          .operatorName = parser.value(options.operatorName),
                          .practice = parser.isSet(options.practice) ? Practice::On : Practice::Off},
            .files = parser.positionalArguments(),
            .connect = parser.value(options.connect),
            .exec = parser.value(options.exec),
            .resume = parser.value(options.resume)};
}

/// Milliseconds since the kernel started this process (proc(5), field 22 of /proc/self/stat).
double msSinceStart()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = file.readAll();
    const QByteArray ticks = text.mid(text.lastIndexOf(')') + 2).split(' ').value(19);
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double nowMs = double(now.tv_sec) * 1000 + double(now.tv_nsec) / 1e6;
    return nowMs - ticks.toDouble() * 1000 / double(sysconf(_SC_CLK_TCK));
}

/// Prints when the window has been painted for the first time, then quits.
class FirstPaint final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *, QEvent *event) override
    {
        // The expose event paints the widgets before it returns; what comes after it in the loop has seen the picture.
        if (event->type() == QEvent::Expose && !m_seen) {
            m_seen = true;
            QTimer::singleShot(0, this, [] {
                std::printf("%.0f\n", msSinceStart());
                QCoreApplication::quit();
            });
        }
        return false;
    }

private:
    bool m_seen = false;
};

/// --version and --help answer without a display.
bool asksForWordsOnly(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        const std::string_view word(argument);
        return word == "--version" || word == "-v" || word == "--help" || word == "-h";
    });
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("holdpoint"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOLDPOINT_VERSION));
}

/// No core dump may hold what the memory held: passwords, secrets, session keys.
void forbidCoreDumps()
{
    const rlimit none{};
    setrlimit(RLIMIT_CORE, &none);
}

} // namespace

int main(int argc, char **argv)
{
    ::umask(077);
    forbidCoreDumps();
    const Options options;
    QCommandLineParser parser;
    nameProgram();
    if (asksForWordsOnly(argc, argv)) {
        const QCoreApplication words(argc, argv);
        parse(parser, options); // prints and ends the program
    }
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Holdpoint"));
    QApplication::setDesktopFileName(QStringLiteral("holdpoint"));
    auto started = app::Application::start(parse(parser, options));
    if (!started) {
        const QString text = ui::describe(started.error());
        std::fprintf(stderr, "holdpoint: %s\n", qUtf8Printable(visibleControlsKeepingLines(text)));
        auto *box = new QMessageBox(QMessageBox::Critical, QStringLiteral("Holdpoint"), text);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
        QApplication::exec();
        return 7;
    }
    FirstPaint firstPaint;
    if (parser.isSet(options.selfTest))
        (*started)->window().windowHandle()->installEventFilter(&firstPaint);
    return QApplication::exec();
}
