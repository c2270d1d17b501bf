// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/mainwindow.h>

#include <models/base/text.h>
#include <models/base/whenfinished.h>
#include <models/escalation/policy.h>
#include <ui/common/messagebar.h>
#include <ui/escalation/escalationpanel.h>
#include <ui/report/exportdialog.h>
#include <ui/shell/actions.h>
#include <ui/wizard/runpage.h>
#include <ui/wizard/terminalpanel.h>

#include <QApplication>
#include <QDockWidget>
#include <QSet>
#include <QStackedWidget>

// The window around the run at hand: how it begins, what it may be told, how it ends.
namespace holdpoint::ui {

session::RunSession::Services MainWindow::sessionServices()
{
    return {m_services.ledger, m_services.clock, m_services.transports, m_services.filesFolder};
}

void MainWindow::startRun(session::RunSession::Setup setup)
{
    const runbooks::Runbook *runbook = setup.document.find(setup.runbookId);
    if (!runbook)
        return;
    setup.policy = m_services.policyOf(setup.document, *runbook);
    auto created = session::RunSession::create(std::move(setup), sessionServices());
    if (!created) {
        say(created.error());
        return;
    }
    adoptRun(std::move(*created));
    m_run->begin(); // the hosts are connected once the beginning is in the ledger: see runChanged()
}

void MainWindow::resumeRun(const QByteArray &runId)
{
    if (hasOpenRun() && m_run->state().id == runId) {
        showRunPage();
        return;
    }
    if (hasOpenRun()) {
        m_message->say(Tone::Warning, tr("A run is open. Finish or stop it first; it is on the page “Run”."));
        m_runMessage = m_message->text();
        return;
    }
    const auto resuming =
        session::RunSession::resume(runId, m_services.operatorName, sessionServices(), m_services.policyOf);
    whenFinished(resuming, this, [this](const Result<std::shared_ptr<session::RunSession>> &resumed) {
        if (resumed)
            adoptRun(*resumed);
        else
            say(resumed.error());
    });
}

void MainWindow::adoptRun(std::shared_ptr<session::RunSession> run)
{
    leaveRun();
    m_message->dismiss(); // what was said before is about something else
    m_run = std::move(run);
    m_runWasOver = false;
    m_connectAtBegin = true;
    m_runPage = new RunPage(*m_run, m_services.clock, this);
    m_runPage->setReportAvailable(m_services.reports.isAvailable());
    if (m_services.paneLayout)
        m_runPage->restorePaneLayout(m_services.paneLayout(m_run->state().runbookPath + u'#' + m_run->state().runbookId));
    connectArea(m_runPage->area());
    watchBroadcast(m_runPage->terminals()->broadcaster());
    connect(m_runPage, &RunPage::paneLayoutChanged, this, [this] { m_layoutTimer.start(); });
    m_pages->addWidget(m_runPage);
    auto *panel = new EscalationPanel(*m_run, m_services.clock, m_dock);
    m_dock->setWidget(panel);
    connect(panel, &EscalationPanel::callWanted, this, [this](const QString &phone) {
        QString number = phone;
        number.remove(QLatin1Char(' '));
        emit openUrlWanted(QUrl(QStringLiteral("tel:") + number, QUrl::StrictMode));
    });
    watchRun();
    showRunPage();
    runChanged();
}

void MainWindow::watchRun()
{
    connect(m_actions->runStep, &QAction::triggered, m_runPage, &RunPage::runStep);
    connect(m_actions->verify, &QAction::triggered, m_runPage, &RunPage::verify);
    connect(m_actions->passStep, &QAction::triggered, m_runPage, &RunPage::passStep);
    connect(m_actions->skip, &QAction::triggered, m_runPage, &RunPage::skip);
    connect(m_actions->stop, &QAction::triggered, m_runPage, &RunPage::stop);
    connect(m_actions->note, &QAction::triggered, m_runPage, &RunPage::addNote);
    connect(m_actions->togglePanes, &QAction::triggered, m_runPage, &RunPage::togglePanes);
    connect(m_runPage, &RunPage::escalateWanted, m_actions->escalate, &QAction::trigger);
    connect(m_runPage, &RunPage::reportWanted, this, [this] { exportReport(m_run->state().id); });
    connect(m_run.get(), &session::RunSession::changed, this, &MainWindow::runChanged);
    connect(m_run.get(), &session::RunSession::refused, this, &MainWindow::sayOfRun);
    connect(m_run.get(), &session::RunSession::recorded, this, &MainWindow::forgetMessage);
    connect(m_run.get(), &session::RunSession::escalationDue, this, &MainWindow::escalationDue);
    connect(m_run.get(), &session::RunSession::escalationAdvised, this, [this](const runbooks::EscalationRule &rule) {
        const QString reach = m_run->policy().reach(rule.contact);
        const QString said = reach.isEmpty() ? rule.text : QStringLiteral("%1 (%2)").arg(rule.text, reach);
        m_message->offer(Tone::Warning, tr("The runbook says: %1").arg(visibleControls(said)), tr("Escalate…"),
                         [this] { m_actions->escalate->trigger(); });
        m_adviceMessage = m_message->text();
        QApplication::alert(this);
    });
    connect(m_run.get(), &session::RunSession::connectionFailed, this,
            [this](const QString &, const Error &error) { sayOfRun(error); });
    connect(m_run.get(), &session::RunSession::halted, this, &MainWindow::offerLedger);
}

/// Nothing goes on before the ledger can be written again: the message stays until then.
void MainWindow::offerLedger(const Error &error)
{
    m_message->offer(
        Tone::Danger,
        tr("The ledger cannot write (%1), so the run is held. Everything recorded before is safe and the "
           "terminals stay readable. Repair the cause, then try again.")
            .arg(visibleControls(error.detail)),
        tr("Try the ledger again"),
        [this] {
            if (m_run)
                m_run->recoverLedger();
        },
        MessageBar::Stay::UntilDone);
    m_haltMessage = m_message->text();
}

void MainWindow::sayOfRun(const Error &error)
{
    if (m_run->isHalted()) {
        offerLedger(error);
        return;
    }
    say(error);
    m_runMessage = m_message->text();
}

/// A message about the run is out of date once the run has gone on.
void MainWindow::forgetMessage(const ledger::Entry &entry)
{
    static const QSet<QString> noProgress{QStringLiteral("output"), QStringLiteral("disconnected"),
                                          QStringLiteral("connection-failed"), QStringLiteral("command-unknown"),
                                          QStringLiteral("step-failed")};
    if (noProgress.contains(entry.type) || m_runMessage.isEmpty())
        return;
    if (m_message->text() == m_runMessage)
        m_message->dismiss();
    m_runMessage.clear();
}

void MainWindow::runChanged()
{
    refreshActions();
    const bool halted = m_run && m_run->isHalted();
    if (halted && m_message->text() != m_haltMessage)
        offerLedger(*m_run->haltReason());
    else if (!halted && !m_haltMessage.isEmpty() && m_message->text() == m_haltMessage)
        m_message->dismiss();
    if (m_connectAtBegin && hasOpenRun() && m_run->state().phase != session::Phase::Ready) {
        m_connectAtBegin = false;
        for (const QString &role : m_run->roles())
            m_run->connectHost(role);
    }
    const bool due = m_run && m_run->state().escalation.state == escalation::Escalation::State::Running;
    if (!due && !m_dueMessage.isEmpty() && m_message->text() == m_dueMessage)
        m_message->dismiss();
    const bool over = m_run && m_run->state().isOver();
    if (over && !m_adviceMessage.isEmpty() && m_message->text() == m_adviceMessage)
        m_message->dismiss();
    if (over && !m_runWasOver)
        refreshRuns();
    m_runWasOver = over;
    if (over && std::exchange(m_closeWhenOver, false))
        QTimer::singleShot(0, this, &QWidget::close); // the run is telling us
}

/// Ends a run that was begun and left, without opening it.
void MainWindow::endRun(const QByteArray &runId)
{
    if (m_ending)
        return;
    const auto resuming =
        session::RunSession::resume(runId, m_services.operatorName, sessionServices(), m_services.policyOf);
    whenFinished(resuming, this, [this](const Result<std::shared_ptr<session::RunSession>> &resumed) {
        if (!resumed)
            return say(resumed.error());
        m_ending = *resumed;
        connect(m_ending.get(), &session::RunSession::changed, this, &MainWindow::endedRunChanged);
        connect(m_ending.get(), &session::RunSession::refused, this, &MainWindow::say);
        m_ending->endUntouched();
    });
}

void MainWindow::endedRunChanged()
{
    if (!m_ending || !(m_ending->state().isOver() || m_ending->isHalted()))
        return;
    m_ending->disconnect(this);
    QTimer::singleShot(0, this, [this] { // the run is telling us
        m_ending.reset();
        refreshRuns();
    });
}

void MainWindow::escalationDue(int rung)
{
    const QList<escalation::Rung> ladder = m_run->state().escalation.ladder;
    const QString text =
        rung >= 0 && rung < ladder.size()
            ? tr("Escalation: %1. %2.").arg(visibleControls(ladder[rung].label), visibleControls(ladder[rung].action))
            : tr("The escalation was acknowledged a while ago and nothing has been heard since. Ask again.");
    m_dueMessage = rung >= 0 ? text : QString();
    m_message->offer(Tone::Danger, text, tr("Show the ladder"), [this] { m_actions->escalate->trigger(); });
    QApplication::alert(this);
}

void MainWindow::leaveRun()
{
    m_dock->hide();
    delete m_dock->widget();
    delete m_start;
    m_start = nullptr;
    keepPaneLayout();
    delete std::exchange(m_runPage, nullptr); // the focus that it loses is told while it goes
    m_run.reset();
}

bool MainWindow::hasOpenRun() const { return m_run && (!m_run->state().isOver() || m_run->unrecorded()); }

void MainWindow::refreshActions()
{
    // What acts on the run acts only where the run is seen.
    const bool open = hasOpenRun() && m_pages->currentWidget() == m_runPage;
    m_actions->note->setEnabled(open);
    using session::Event;
    const auto allows = [this](Event event) { return m_run->allows(event); };
    m_actions->stop->setEnabled(open && allows(Event::Stop));
    m_actions->runStep->setEnabled(open && allows(Event::CommandSent));
    m_actions->verify->setEnabled(open && allows(Event::ChecksStarted));
    m_actions->passStep->setEnabled(open && allows(Event::PassStage));
    m_actions->skip->setEnabled(open && (allows(Event::SkipStage) || allows(Event::SkipSubject)));
    for (QAction *action : {m_actions->escalate, m_actions->escalationPanel, m_actions->togglePanes})
        action->setEnabled(m_run != nullptr);
    refreshPaneActions();
    m_actions->exportReport->setEnabled(m_run && m_services.reports.isAvailable());
    m_actions->stampReport->setEnabled(bool(m_services.reports.stampReport));
    m_actions->verifyReport->setEnabled(bool(m_services.reports.verifyReport));
}

void MainWindow::exportReport(const QByteArray &runId)
{
    const int row = m_runs.rowOf(runId);
    const session::RunState *state = m_run && m_run->state().id == runId ? &m_run->state() : m_runs.run(row);
    if (!state || !m_services.reports.isAvailable())
        return;
    auto *dialog = new ExportDialog(m_services.reports, runId,
                                    QStringLiteral("%1 %2").arg(state->runbookId, state->runbookTitle), this);
    connect(dialog, &ExportDialog::openUrlWanted, this, &MainWindow::openUrlWanted);
    dialog->open();
}

void MainWindow::focusRegion(int step)
{
    if (!m_runPage || m_pages->currentWidget() != m_runPage) {
        step > 0 ? focusNextChild() : focusPreviousChild();
        return;
    }
    QList<QWidget *> regions = m_runPage->regions();
    if (!m_dock->isHidden())
        regions += m_dock->widget();
    const QWidget *focused = focusWidget();
    qsizetype now = 0;
    for (qsizetype index = 0; index < regions.size(); ++index) {
        if (focused && (regions[index] == focused || regions[index]->isAncestorOf(focused)))
            now = index;
    }
    QWidget *next = regions[(now + step + regions.size()) % regions.size()];
    if (auto *panel = qobject_cast<EscalationPanel *>(next))
        panel->begin();
    else
        m_runPage->focusRegion(next);
}

} // namespace holdpoint::ui
