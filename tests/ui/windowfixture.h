// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/parser.h>
#include <tests/support/faketransport.h>
#include <tests/support/templedger.h>
#include <tests/ui/widgetwalk.h>
#include <ui/common/style.h>
#include <ui/shell/mainwindow.h>
#include <ui/wizard/startpage.h>

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPointer>
#include <QPushButton>

namespace holdpoint::testing {

/// The whole window on our own library, a real ledger and scripted hosts.
class WindowFixture : public ::testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        // One that was set before the application was there has no owner, so setStyle() leaves it.
        const QPointer<QStyle> before = QApplication::style();
        QApplication::setStyle(new ui::Style);
        delete before;
    }

    static QString libraryPath(const QString &name = {})
    {
        return QStringLiteral(HOLDPOINT_SOURCE_DIR "/runbooks/library/") + name;
    }
    static session::HostAddress practiceHost()
    {
        session::HostAddress host{
            .user = QStringLiteral("operator"), .host = QStringLiteral("127.0.0.1"), .port = 2022};
        host.practice = true;
        return host;
    }
    ui::WindowServices services()
    {
        return {.ledger = m_ledger.get(),
                .clock = m_ledger.clock(),
                .transports = m_transports,
                .library = runbooks::loadDocuments({libraryPath()}).documents,
                .policyOf =
                    [](const runbooks::Document &document, const runbooks::Runbook &runbook) {
                        static const auto library = runbooks::loadDocuments({libraryPath()}).documents;
                        return escalation::policyFor(document, runbook, library);
                    },
                .hostAliases = {QStringLiteral("web-01"), QStringLiteral("db-07")},
                .operatorName = QStringLiteral("ada@noc.example"),
                .practiceHost = practiceHost(),
                .shippedFolder = libraryPath(),
                .reports = {}};
    }
    void open(ui::WindowServices made)
    {
        m_window = std::make_unique<ui::MainWindow>(std::move(made));
        QObject::connect(m_window.get(), &ui::MainWindow::openUrlWanted, m_window.get(),
                         [this](const QUrl &url) { m_opened.append(url); });
        m_window->show();
        QTest::qWait(1);
    }
    void open() { open(services()); }
    void openForm(const QString &file, const QString &id)
    {
        const QPointer<ui::StartPage> before = m_window->findChild<ui::StartPage *>();
        m_window->openRunbook(libraryPath(file), id);
        // Whether the file is trusted is asked of the ledger first.
        const auto isNew = [&] {
            const auto *page = m_window->findChild<ui::StartPage *>();
            return page && page != before;
        };
        ASSERT_TRUE(QTest::qWaitFor([&] { return isNew() || m_window->run(); }, 5000));
    }
    /// Fills nothing: the runbook's defaults must be enough. Waits until the shell of the practice host is at its prompt.
    void startRun(const QString &file, const QString &id)
    {
        openForm(file, id);
        press(*m_window, "startButton");
        ASSERT_TRUE(QTest::qWaitFor(
            [this] {
                const session::RunSession *run = m_window->run();
                if (!run || run->state().phase == session::Phase::Ready)
                    return false;
                const auto *shell = run->shell(run->roles().first());
                return shell && shell->state() == session::HostShell::State::AtPrompt;
            },
            10000));
    }
    /// Answers every check of the current stage and runs its commands, then passes it.
    void workThroughStage()
    {
        session::RunSession &run = *m_window->run();
        const QString id = run.state().currentStage()->id;
        const auto waitFor = [&](auto condition) {
            return QTest::qWaitFor([&] { return condition() && !run.isBusy(); }, 10000);
        };
        if (!run.state().currentStage()->commandsDone()) {
            run.runAll();
            ASSERT_TRUE(waitFor([&] { return run.state().currentStage()->commandsDone(); })) << id.toStdString();
        }
        for (const session::CheckRecord &check : QList(run.state().currentStage()->checks)) {
            if (isAutomated(check.id))
                run.waive(check.id, QStringLiteral("scripted host"), QStringLiteral("Grace"));
            else
                run.answer(check.id, session::Verdict::Passed, {});
            ASSERT_TRUE(waitFor([&] { return run.state().currentStage()->check(check.id)->opensGate(); }));
        }
        run.passStage();
        ASSERT_TRUE(waitFor([&] { return run.state().isOver() || run.state().currentStage()->id != id; }))
            << id.toStdString();
    }
    [[nodiscard]] bool isAutomated(const QString &checkId) const
    {
        const runbooks::Runbook &runbook = m_window->run()->runbook();
        QList<runbooks::Check> checks = runbook.prerequisites + runbook.checks;
        for (const runbooks::Step &step : runbook.steps)
            checks += step.checks;
        return std::any_of(checks.begin(), checks.end(), [&](const runbooks::Check &check) {
            return check.id == checkId && check.kind == runbooks::CheckKind::Automated;
        });
    }
    [[nodiscard]] QString message() const
    {
        return m_window->findChild<QLabel *>(QStringLiteral("messageText"))->text();
    }

    TempLedger m_ledger;
    FakeTransportFactory m_transports;
    QList<QUrl> m_opened;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace holdpoint::testing
