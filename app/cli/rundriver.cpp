// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/rundriver.h>
#include <app/cli/runevents.h>
#include <models/base/text.h>

#include <QJsonDocument>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace holdpoint::cli {

using session::CommandStatus;
using session::Phase;
using session::Verdict;

RunDriver::RunDriver(session::RunSession &session, Answers answers, Console &console, Output output, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_answers(std::move(answers))
    , m_console(console)
    , m_output(output)
    , m_live(output == Output::Text && isatty(STDOUT_FILENO))
{
    connect(&m_session, &session::RunSession::changed, this, &RunDriver::schedule);
    connect(&m_session, &session::RunSession::recorded, this, &RunDriver::recorded);
    connect(&m_session, &session::RunSession::refused, this, &RunDriver::refused);
    connect(&m_session, &session::RunSession::shellOpened, this, &RunDriver::shellOpened);
    connect(&m_session, &session::RunSession::connectionFailed, this, [this](const QString &, const Error &error) {
        complain(error);
        finish(exitCodeFor(error));
    });
    connect(&m_session, &session::RunSession::halted, this, [this](const Error &error) {
        complain(error);
        finish(ExitCode::LedgerTrouble);
    });
    connect(&m_session, &session::RunSession::escalationDue, this, [this](int rung) {
        const auto &ladder = m_session.state().escalation.ladder;
        if (rung >= 0)
            say(QStringLiteral("ESCALATION: %1: %2").arg(ladder.value(rung).label, ladder.value(rung).action));
    });
}

void RunDriver::start()
{
    if (m_session.state().phase == Phase::Ready)
        m_session.begin();
    else
        schedule();
}

// Many signals come at once; the state is looked at once, when they have all been delivered.
void RunDriver::schedule()
{
    if (std::exchange(m_scheduled, true))
        return;
    QTimer::singleShot(0, this, [this] {
        m_scheduled = false;
        advance();
    });
}

void RunDriver::advance()
{
    if (m_done || m_asking || m_session.isBusy() || m_session.isHalted())
        return;
    switch (m_session.state().phase) {
    case Phase::Idle: atIdle(); break;
    case Phase::Deciding: atDecision(); break;
    case Phase::RollingBack: atRollback(); break;
    case Phase::Finished:
        if (m_session.state().ended.isValid())
            finish(ExitCode::Done);
        break;
    case Phase::Stopped: finish(ExitCode::Failed); break;
    case Phase::Ready:
    case Phase::Running:
    case Phase::Checking:
    case Phase::Undoing: break;
    }
}

/// True when every host has a shell at its prompt.
bool RunDriver::connectHosts()
{
    bool ready = true;
    for (const QString &role : m_session.roles()) {
        const session::HostShell *shell = m_session.shell(role);
        if (shell && shell->state() == session::HostShell::State::AtPrompt)
            continue;
        ready = false;
        const session::Transport *link = m_session.transport(role);
        if (!link)
            m_session.connectHost(role);
        else if (shell && shell->state() == session::HostShell::State::Lost)
            finish(ExitCode::Connection);
    }
    return ready;
}

void RunDriver::atIdle()
{
    if (!connectHosts())
        return;
    const session::Stage *stage = m_session.state().currentStage();
    const runbooks::Runbook &runbook = m_session.runbook();
    for (const session::CommandRecord &record : stage->commands) {
        if (record.status == CommandStatus::Succeeded || record.status == CommandStatus::Skipped)
            continue;
        for (const runbooks::Step &step : runbook.steps) {
            const auto command = std::ranges::find(step.commands, record.id, &runbooks::Command::id);
            if (command != step.commands.end())
                return runNext(*command);
        }
    }
    const auto checks = [&]() -> QList<runbooks::Check> {
        if (stage->kind == session::StageKind::Prerequisites)
            return runbook.prerequisites;
        if (stage->kind == session::StageKind::Verification)
            return runbook.checks;
        return std::ranges::find(runbook.steps, stage->id, &runbooks::Step::id)->checks;
    }();
    for (const runbooks::Check &check : checks) {
        const session::CheckRecord *record = stage->check(check.id);
        if (!record || record->opensGate())
            continue;
        return check.command ? m_session.runCheck(check.id) : askCheck(check);
    }
    m_session.passStage();
}

void RunDriver::runNext(const runbooks::Command &command)
{
    const auto line = m_session.resolved(command);
    if (!line) {
        refused(line.error());
        return;
    }
    const bool interactive = command.ending != runbooks::Ending::ByItself;
    if (interactive && !m_console.isInteractive()) {
        needPerson(QStringLiteral("command %1 is ended by a person: %2").arg(command.id, line->text));
        return;
    }
    if (!command.caption.isEmpty())
        say(QStringLiteral("# %1").arg(command.caption));
    say(QStringLiteral("[%1 on %2] %3").arg(command.id, m_session.roleOf(command), line->text));
    if (command.dangerous.isEmpty() && !command.guessed) {
        m_session.runCommand(command.id);
        return;
    }
    const QString why = command.dangerous.isEmpty() ? QStringLiteral("the runbook does not say that this is a command")
                                                    : command.dangerous;
    if (const auto confirmation = m_answers.forCommand(m_session.runbook(), command.id, line->text)) {
        m_session.runCommand(command.id, confirmation->reason);
        return;
    }
    if (!m_console.isInteractive()) {
        needPerson(QStringLiteral("command %1 needs a confirmation (%2): %3").arg(command.id, why, line->text));
        return;
    }
    m_asking = true;
    m_console.ask(QStringLiteral("DANGEROUS: %1.\nType the reason for running it, or nothing to stop here: ").arg(why),
                  Console::Echo::On, [this, id = command.id](const std::optional<QString> &reason) {
                      m_asking = false;
                      if (reason && !reason->trimmed().isEmpty())
                          m_session.runCommand(id, *reason);
                      else
                          finish(ExitCode::PersonNeeded);
                  });
}

void RunDriver::askCheck(const runbooks::Check &check)
{
    if (const auto answer = m_answers.forCheck(check.id, check.text)) {
        m_session.answer(check.id, answer->verdict, answer->note, answer->by);
        return;
    }
    if (!m_console.isInteractive()) {
        needPerson(QStringLiteral("check %1 is answered by a person: %2").arg(check.id, check.text));
        return;
    }
    m_asking = true;
    m_console.ask(QStringLiteral("CHECK: %1\nPass, fail or not applicable? [p/f/n] and a note: ").arg(check.text),
                  Console::Echo::On, [this, id = check.id](const std::optional<QString> &line) {
                      m_asking = false;
                      const QString answer = line.value_or(QString()).trimmed();
                      const QString note = answer.section(u' ', 1).trimmed();
                      const QChar letter = answer.isEmpty() ? QChar() : answer.at(0).toLower();
                      if (!line)
                          finish(ExitCode::PersonNeeded);
                      else if (letter == u'p')
                          m_session.answer(id, Verdict::Passed, note);
                      else if (letter == u'f')
                          m_session.answer(id, Verdict::Failed, note);
                      else if (letter == u'n')
                          m_session.answer(id, Verdict::NotApplicable, note);
                      else
                          schedule();
                  });
}

void RunDriver::atDecision()
{
    if (m_rolledBack) {
        m_session.stop(QStringLiteral("rolled back: %1").arg(m_rollbackReason));
        return;
    }
    const auto &failure = m_session.state().failure;
    if (const auto choice = m_answers.takeForFailure(m_session.runbook(), failure ? failure->subjectId : QString())) {
        choose(choice->choice, choice->reason);
        return;
    }
    if (!m_console.isInteractive()) {
        const bool lost = std::ranges::any_of(m_session.roles(), [this](const QString &role) {
            const session::HostShell *shell = m_session.shell(role);
            return shell && shell->state() == session::HostShell::State::Lost;
        });
        finish(lost ? ExitCode::Connection : ExitCode::Failed);
        return;
    }
    askDecision();
}

void RunDriver::askDecision()
{
    m_asking = true;
    const auto &failure = m_session.state().failure;
    m_console.ask(QStringLiteral("STOPPED: %1\n[r]etry, [s]kip REASON, roll [b]ack REASON, [e]scalate REASON, "
                                 "s[t]op REASON: ").arg(failure ? failure->what : QString()),
                  Console::Echo::On, [this](const std::optional<QString> &line) {
                      m_asking = false;
                      const QString answer = line.value_or(QString()).trimmed();
                      const QString reason = answer.section(u' ', 1).trimmed();
                      const QChar letter = answer.isEmpty() ? QChar() : answer.at(0).toLower();
                      if (!line)
                          finish(ExitCode::PersonNeeded);
                      else if (letter == u'r')
                          choose(Answers::Choice::Retry, reason);
                      else if (letter == u's')
                          choose(Answers::Choice::Skip, reason);
                      else if (letter == u'b')
                          choose(Answers::Choice::Rollback, reason);
                      else if (letter == u'e')
                          m_session.escalate(QStringLiteral("critical"), reason);
                      else if (letter == u't')
                          choose(Answers::Choice::Stop, reason);
                      else
                          schedule();
                  });
}

void RunDriver::choose(Answers::Choice choice, const QString &reason)
{
    switch (choice) {
    case Answers::Choice::Retry: m_session.retry(); break;
    case Answers::Choice::Skip: m_session.skip(reason); break;
    case Answers::Choice::Rollback:
        m_rollbackReason = reason;
        m_session.openRollback();
        break;
    case Answers::Choice::Stop:
        m_session.stop(reason);
        break;
    }
}

// Reverse order, each entry confirmed by the reason the rollback was chosen with.
void RunDriver::atRollback()
{
    if (!connectHosts())
        return;
    using Status = session::UndoItem::Status;
    const auto &undo = m_session.state().undo;
    const auto next = std::find_if(undo.rbegin(), undo.rend(), [](const session::UndoItem &item) {
        return item.status == Status::Registered || item.status == Status::Running;
    });
    if (next == undo.rend()) {
        m_rolledBack = true;
        m_session.leaveRollback();
    } else if (next->status == Status::Registered) {
        say(QStringLiteral("Undo: %1").arg(next->title));
        m_session.undo(next->id, m_rollbackReason);
    }
}

void RunDriver::needPerson(const QString &what)
{
    std::fprintf(stderr, "holdpoint-cli: %s\n  The run is kept: holdpoint-cli run --resume %s\n", qUtf8Printable(what),
                 qUtf8Printable(m_session.state().idText()));
    finish(ExitCode::PersonNeeded);
}

void RunDriver::refused(const Error &error)
{
    if (error.kind == ErrorKind::Busy) {
        schedule();
        return;
    }
    complain(error);
    finish(exitCodeFor(error));
}

void RunDriver::shellOpened(const QString &role)
{
    session::HostShell *shell = m_session.shell(role);
    if (m_live) {
        connect(shell, &session::HostShell::output, this, [](const QByteArray &bytes) {
            std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
            std::fflush(stdout);
        });
    }
    const auto [columns, rows] = m_console.size();
    shell->resize(columns, rows);
    connect(shell, &session::HostShell::stateChanged, this, [this, shell] {
        if (shell->state() == session::HostShell::State::Busy)
            m_console.enterRaw([shell](const QByteArray &keys) { shell->type(keys); });
        else
            m_console.leaveRaw();
        schedule();
    });
}

void RunDriver::recorded(const ledger::Entry &entry)
{
    if (m_output == Output::Json) {
        if (const auto event = runEvent(entry)) {
            std::fputs(QJsonDocument(*event).toJson(QJsonDocument::Compact).append('\n').constData(), stdout);
            std::fflush(stdout);
        }
        return;
    }
    if (!m_live && entry.type == QLatin1String("command-finished")) {
        const QString output = entry.body[QLatin1String("output")].toString();
        if (!output.isEmpty())
            say(output.endsWith(u'\n') ? output.chopped(1) : output);
    }
    if (const auto line = runLine(entry, m_session.state()))
        say(*line);
}

void RunDriver::say(const QString &line)
{
    if (m_output != Output::Text)
        return;
    std::fprintf(stdout, "%s\n", qUtf8Printable(visibleControlsKeepingLines(line)));
    std::fflush(stdout);
}

void RunDriver::finish(ExitCode code)
{
    if (std::exchange(m_done, true))
        return;
    m_console.leaveRaw();
    emit finished(code);
}

} // namespace holdpoint::cli
