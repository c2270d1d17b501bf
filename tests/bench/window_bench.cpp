// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// How long the window's event loop is held up while a host pours output into a pane of a real run, and what that costs in
// memory. Prints the figures; judges nothing. Usage: window_bench [MEGABYTES]

#include <app/workplace.h>
#include <runbooks/binding.h>
#include <runbooks/parser.h>
#include <tests/support/scriptedprompter.h>
#include <ui/wizard/runpage.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace {

using namespace holdpoint;

double residentMb()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

/// Ticks every millisecond and keeps the gaps between ticks.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_gaps.push_back(double(m_since.nsecsElapsed()) / 1e6);
            m_since.restart();
        });
        m_since.start();
        m_timer.start(1);
    }
    void print()
    {
        std::ranges::sort(m_gaps);
        const auto at = [&](double share) { return m_gaps[size_t(share * double(m_gaps.size() - 1))]; };
        std::printf("event loop gaps, ms: median %.1f, p99 %.1f, longest %.1f (%zu ticks)\n", at(0.5), at(0.99), m_gaps.back(),
                    m_gaps.size());
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<double> m_gaps;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int megabytes = argc > 1 ? atoi(argv[1]) : 50;
    const QTemporaryDir folder;
    testing::ScriptedPrompter prompter;
    auto place = app::Workplace::open({.paths = app::Paths::choose(folder.path(), folder.path()),
                                       .practice = app::Workplace::Options::Practice::On},
                                      prompter);
    if (!place)
        qFatal("%s", qPrintable(place.error().detail));
    const QByteArray source = "# Flood\n\n**Steps**:\n1. **Pour**\n   ```bash\n   yes 'the quick brown fox jumps over 13 lazy dogs' | head -c "
                              + QByteArray::number(megabytes * 1'000'000) + "\n   ```\n";
    const auto document = runbooks::parseDocument(source, QStringLiteral("flood.md"));
    const runbooks::Runbook &book = document->runbooks.first();
    auto run = session::RunSession::create({.document = *document,
                                            .runbookId = book.id,
                                            .hosts = {{book.hostRoles.first(), session::HostAddress::practiceHost()}},
                                            .mode = session::Mode::Practice,
                                            .operatorName = QStringLiteral("bench"),
                                            .policy = escalation::policyFor(*document, book, {})},
                                           {(*place)->ledger(), (*place)->clock(), (*place)->transports()});
    ui::RunPage page(**run, (*place)->clock());
    page.resize(1280, 800);
    page.show();
    std::unique_ptr<Heartbeat> heartbeat;
    QElapsedTimer elapsed;
    double before = 0;
    QObject::connect(run->get(), &session::RunSession::changed, &page, [&] {
        session::RunSession &session = **run;
        const session::HostShell *shell = session.shell(book.hostRoles.first());
        if (session.state().phase == session::Phase::Idle && !session.isBusy() && !session.transport(book.hostRoles.first())) {
            session.connectHost(book.hostRoles.first());
        } else if (!heartbeat && !session.isBusy() && shell && shell->state() == session::HostShell::State::AtPrompt) {
            before = residentMb();
            heartbeat = std::make_unique<Heartbeat>();
            elapsed.start();
            session.runCommand(QStringLiteral("1.1"));
        } else if (session.state().currentStage() && session.state().currentStage()->commandsDone()) {
            QCoreApplication::quit();
        }
    });
    (*run)->begin();
    QApplication::exec();
    std::printf("%d MB in %.2f s\n", megabytes, double(elapsed.elapsed()) / 1000);
    heartbeat->print();
    std::printf("resident memory, MB: %.0f before, %.0f after\n", before, residentMb());
    return 0;
}
