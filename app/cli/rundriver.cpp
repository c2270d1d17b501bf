// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/linkteller.h>
#include <app/cli/rundriver.h>
#include <app/cli/runevents.h>
#include <models/base/clock.h>
#include <models/base/text.h>

#include <QJsonDocument>
#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace holdpoint::cli {

using session::CommandStatus;
using session::Phase;
using session::Verdict;

namespace {

// What is copied in less than a moment is not counted aloud.
constexpr qint64 bytesWorthSaying = 10 << 20;
constexpr qsizetype filesWorthSaying = 100;

/// The text's further lines set in like its first, which stands behind two spaces.
QString indented(QString text) { return text.replace(u'\n', QStringLiteral("\n  ")); }

} // namespace

RunDriver::RunDriver(session::RunSession &session, Answers answers, Console &console, Output output, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_answers(std::move(answers))
    , m_console(console)
    , m_printer(output == Output::Text ? LinePrinter::Lines::Printed : LinePrinter::Lines::Suppressed)
    , m_questions(console, m_printer, [this] { schedule(); })
    , m_reconnector(m_session)
    , m_output(output)
    , m_live(output == Output::Text && isatty(STDOUT_FILENO))
{
    if (output != Output::Quiet)
        new LinkTeller(m_session, m_printer, this);
    connect(&m_session, &session::RunSession::changed, this, &RunDriver::schedule);
    connect(&m_session, &session::RunSession::recorded, this, &RunDriver::recorded);
    connect(&m_session, &session::RunSession::refused, this, &RunDriver::refused);
    connect(&m_session, &session::RunSession::shellOpened, this, &RunDriver::shellOpened);
    connect(&m_session, &session::RunSession::connectionFailed, this, [this](const QString &, const Error &error) {
        if (m_reconnector.takes(error)) {
            m_printer.say(QStringLiteral("  %1").arg(error.detail));
            return;
        }
        complain(error);
        // A name nobody resolves is a host that was not reached, not a wrong call.
        const bool unreached = error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Io;
        leaveUnconnected(unreached ? ExitCode::Connection : exitCodeFor(error));
    });
    connect(&m_session, &session::RunSession::halted, this, &RunDriver::ledgerFailed);
    connect(&m_reconnector, &Reconnector::trying, this, [this](const QString &role, std::chrono::seconds in) {
        m_printer.say(
            in.count() == 0
                ? QStringLiteral("Asking the shell that tmux keeps on \"%1\" what came of the command.").arg(role)
                : QStringLiteral("The command goes on in tmux on \"%1\"; connecting again in %2 s.")
                      .arg(role)
                      .arg(in.count()));
    });
    connect(&m_reconnector, &Reconnector::gaveUp, this, [this](const QString &role) {
        giveUp(QStringLiteral("\"%1\" cannot be reached; its command may go on in tmux there").arg(role),
               ExitCode::Connection);
    });
    connect(&m_session, &session::RunSession::copyProgressed, this, &RunDriver::copyProgressed);
    connect(&m_session, &session::RunSession::folderProgressed, this,
            [this](const QString &, const session::FolderProgress &progress) { folderProgressed(progress); });
    connect(&m_session, &session::RunSession::escalationAdvised, this, &RunDriver::advised);
    connect(&m_session, &session::RunSession::escalationDue, this, [this](int rung) {
        const auto &ladder = m_session.state().escalation.ladder;
        if (rung >= 0)
            m_printer.say(
                QStringLiteral("ESCALATION: %1: %2").arg(ladder.value(rung).label, ladder.value(rung).action));
    });
}

void RunDriver::copyProgressed(const QString &, qint64 done, qint64 total)
{
    const int tenth = total >= bytesWorthSaying ? int(done * 10 / total) : 0;
    tellTenth(tenth, QStringLiteral("%1 % of %2").arg(tenth * 10).arg(QLocale::c().formattedDataSize(total)));
}

void RunDriver::folderProgressed(const session::FolderProgress &progress)
{
    const bool worthSaying = progress.allBytes >= bytesWorthSaying || progress.allFiles >= filesWorthSaying;
    tellTenth(worthSaying ? int(progress.share() * 10) : 0, progress.words());
}

/// Said at each tenth of what takes its time.
void RunDriver::tellTenth(int tenth, const QString &words)
{
    if (m_live && tenth > std::exchange(m_copiedTenths, tenth) && tenth < 10)
        m_printer.say(QStringLiteral("  %1").arg(words));
}

/// A rule of the runbook has come true: who is to be called.
void RunDriver::advised(const runbooks::EscalationRule &rule)
{
    const QString reach = m_session.policy().reach(rule.contact);
    m_printer.say(QStringLiteral("ESCALATION ADVISED: %1%2")
                      .arg(rule.text, reach.isEmpty() ? reach : QStringLiteral("\n  %1").arg(reach)));
}

void RunDriver::start()
{
    const session::RunState &state = m_session.state();
    if (state.phase == Phase::Finished || state.phase == Phase::Stopped)
        m_printer.say(QStringLiteral("Run %1 has ended already, at %2: %3. Nothing was done.")
                          .arg(state.idText(), isoUtc(state.ended), state.verdict()));
    m_isNew = state.phase == Phase::Ready;
    if (m_isNew)
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
    if (m_untold && !m_session.unrecorded())
        return end(*m_untold);
    if (m_done || m_untold || m_questions.isOpen() || m_session.isBusy() || m_session.isHalted())
        return;
    switch (m_session.state().phase) {
    case Phase::Idle: atIdle(); break;
    case Phase::Deciding: atDecision(); break;
    case Phase::RollingBack: atRollback(); break;
    case Phase::Finished:
        if (m_session.state().ended.isValid())
            finish(ExitCode::Done);
        break;
    case Phase::Stopped: finish(m_unconnected.value_or(ExitCode::Failed)); break;
    case Phase::Running:
    case Phase::Undoing: m_reconnector.look(); break;
    case Phase::Ready:
    case Phase::Checking: break;
    }
}

/// True when every host has a shell at its prompt.
bool RunDriver::connectHosts()
{
    bool ready = true;
    for (const QString &role : m_session.roles()) {
        const session::HostShell *shell = m_session.shell(role);
        const session::Transport *link = m_session.transport(role);
        const bool isSilent = link && link->state() == session::Transport::State::Silent; // it answers, or it is lost
        if (shell && shell->state() == session::HostShell::State::AtPrompt && !isSilent && !shell->isSettling())
            continue;
        ready = false;
        const bool ended = link && link->state() == session::Transport::State::Lost; // one that failed tells so itself
        if (!link)
            m_session.connectHost(role);
        else if (ended || (shell && shell->state() == session::HostShell::State::Lost))
            giveUp(QStringLiteral("the connection to \"%1\" was lost").arg(role), ExitCode::Connection);
    }
    return ready;
}

/// Whether anything is left in the stage that a host has to do; people's answers need none, and after a shutdown there
/// is none.
bool RunDriver::needsHosts(const session::Stage &stage) const
{
    const bool commands = std::ranges::any_of(stage.commands, [](const session::CommandRecord &record) {
        return record.status != CommandStatus::Succeeded && record.status != CommandStatus::Skipped;
    });
    return commands || std::ranges::any_of(checksOf(stage), [&](const runbooks::Check &check) {
               const session::CheckRecord *record = stage.check(check.id);
               return check.command && record && !record->opensGate();
           });
}

QList<runbooks::Check> RunDriver::checksOf(const session::Stage &stage) const
{
    const runbooks::Runbook &runbook = m_session.runbook();
    if (stage.kind == session::StageKind::Prerequisites)
        return runbook.prerequisites;
    if (stage.kind == session::StageKind::Verification)
        return runbook.checks;
    return std::ranges::find(runbook.steps, stage.id, &runbooks::Step::id)->checks;
}

void RunDriver::atIdle()
{
    const session::Stage *stage = m_session.state().currentStage();
    if (needsHosts(*stage) && !connectHosts())
        return;
    if (stage->kind == session::StageKind::Step && m_begun != stage->id) {
        const bool untouched = std::ranges::all_of(stage->commands, [](const session::CommandRecord &record) {
            return record.status == CommandStatus::NotRun;
        });
        if (stage->commands.isEmpty())
            return doByHand(*stage);
        if (m_console.isInteractive() && untouched)
            return askToBegin(*stage);
    }
    for (const session::CommandRecord &record : stage->commands) {
        if (record.status == CommandStatus::Succeeded || record.status == CommandStatus::Skipped)
            continue;
        if (const runbooks::Command *command = m_session.findCommand(record.id))
            return runNext(*command);
    }
    for (const runbooks::Check &check : checksOf(*stage)) {
        const session::CheckRecord *record = stage->check(check.id);
        if (!record || record->opensGate())
            continue;
        return check.command ? m_session.runCheck(check.id) : askCheck(check);
    }
    m_session.passStage();
}

/// A step without commands is done by a person, who has to see it; without one it is at least said.
void RunDriver::doByHand(const session::Stage &stage)
{
    const auto step = std::ranges::find(m_session.runbook().steps, stage.id, &runbooks::Step::id);
    QString text = QStringLiteral("\nSTEP %1: %2\n").arg(stage.id, stage.title);
    if (!step->instructions.trimmed().isEmpty())
        text += QStringLiteral("  %1\n").arg(indented(step->instructions.trimmed()));
    if (m_console.isInteractive())
        return askStep(stage, text + QStringLiteral("[Enter] when it is done, [s]kip REASON, [q]uit: "));
    m_begun = stage.id;
    if (step->checks.isEmpty()) {
        m_printer.say(text + QStringLiteral("  No command and no check: nobody was there to do it, so it is skipped."));
        m_session.skipStage(QStringLiteral("done by hand, and nobody was asked: the run was unattended"));
        return;
    }
    m_printer.say(text + QStringLiteral("  No command: whether it was done is told by its checks."));
    schedule();
}

/// A step's commands are shown before the first of them is sent.
void RunDriver::askToBegin(const session::Stage &stage)
{
    QString text = QStringLiteral("\nSTEP %1: %2\n").arg(stage.id, stage.title);
    for (const session::CommandRecord &record : stage.commands) {
        const runbooks::Command *command = m_session.findCommand(record.id);
        const auto line = command ? m_session.resolved(*command) : fail(ErrorKind::NotFound, record.id);
        text += QStringLiteral("  [%1] %2\n").arg(record.id, line ? line->text : line.error().detail);
        if (command && !command->dangerous.isEmpty())
            text += QStringLiteral("      DANGEROUS: %1\n").arg(command->dangerous);
    }
    askStep(stage, text + QStringLiteral("[Enter] runs them one by one, [s]kip REASON, [q]uit: "));
}

/// A step was shown: go on, skip it, or leave.
void RunDriver::askStep(const session::Stage &stage, const QString &question)
{
    static constexpr OfferedChoice choices[] = {{enterKey, ""}, {u's', "skip", true}, {u'q', "quit exit"}};
    m_questions.choose(question, choices, [this, id = stage.id](const std::optional<SpokenAnswer> &answer) {
        if (!answer || answer->letter == u'q') {
            needPerson(QStringLiteral("stopped in front of step %1").arg(id));
        } else if (answer->letter == u's') {
            m_session.skipStage(answer->reason);
        } else {
            m_begun = id;
            schedule();
        }
    });
}

void RunDriver::runNext(const runbooks::Command &command)
{
    const auto line = m_session.resolved(command);
    if (!line) {
        refused(line.error());
        return;
    }
    const bool bounded = command.ending == runbooks::Ending::Endless && (command.timeout || !command.until.isEmpty());
    const bool interactive = command.ending != runbooks::Ending::ByItself && !bounded;
    if (interactive && !m_console.isInteractive()) {
        needPerson(QStringLiteral("command %1 is ended by a person: %2").arg(command.id, line->text));
        return;
    }
    if (!command.caption.isEmpty())
        m_printer.say(QStringLiteral("# %1").arg(command.caption));
    m_printer.say(QStringLiteral("[%1 on %2] %3").arg(command.id, m_session.roleOf(command), line->text));
    if (command.dangerous.isEmpty() && command.approval.isEmpty() && !command.guessed) {
        m_session.runCommand(command.id);
        return;
    }
    const QString why = !command.dangerous.isEmpty() ? command.dangerous
                        : command.approval.isEmpty()
                            ? QStringLiteral("the runbook does not say that this is a command")
                            : QStringLiteral("a second person has to agree: %1").arg(command.approval);
    if (const auto confirmation = m_answers.forCommand(m_session.runbook(), command.id, line->text)) {
        m_session.runCommand(command.id, confirmation->reason, confirmation->by);
        return;
    }
    if (!m_console.isInteractive()) {
        needPerson(QStringLiteral("command %1 needs a confirmation (%2): %3").arg(command.id, why, line->text));
        return;
    }
    m_questions.askConsent(
        QStringLiteral("%1%2.").arg(
            command.dangerous.isEmpty() ? QStringLiteral("Before this is sent: ") : QStringLiteral("DANGEROUS: "), why),
        !command.approval.isEmpty(), [this, id = command.id](const std::optional<Questions::Consent> &consent) {
            if (consent)
                m_session.runCommand(id, consent->reason, consent->by);
            else
                needPerson(QStringLiteral("not run"));
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
    static constexpr OfferedChoice choices[] = {
        {u'p', "pass passed"}, {u'f', "fail failed"}, {u'n', "na n/a not-applicable"}, {u'q', "quit exit"}};
    m_questions.choose(
        QStringLiteral("CHECK: %1\n[p]ass, [f]ail or [n]ot applicable, and a note; [q]uit: ").arg(check.text), choices,
        [this, id = check.id](const std::optional<SpokenAnswer> &answer) {
            if (!answer || answer->letter == u'q')
                return needPerson(QStringLiteral("the check is not answered"));
            const Verdict verdict = answer->letter == u'p'   ? Verdict::Passed
                                    : answer->letter == u'f' ? Verdict::Failed
                                                             : Verdict::NotApplicable;
            m_session.answer(id, verdict, answer->reason);
        });
}

void RunDriver::atDecision()
{
    if (m_rolledBack) {
        m_session.stop(QStringLiteral("rolled back: %1").arg(m_rollback.reason), m_rollback.by);
        return;
    }
    const auto &failure = m_session.state().failure;
    const QString what = failure ? failure->what : QString();
    const bool lost = std::ranges::any_of(m_session.roles(), [this](const QString &role) {
        const session::HostShell *shell = m_session.shell(role);
        return shell && shell->state() == session::HostShell::State::Lost;
    });
    if (lost && !m_console.isInteractive()) {
        giveUp(what, ExitCode::Connection);
        return;
    }
    if (!connectHosts()) // a retry needs its host, also when the run was resumed at its decision
        return;
    if (const auto choice = m_answers.takeForFailure(m_session.runbook(), failure ? failure->subjectId : QString())) {
        choose(*choice);
        return;
    }
    if (m_console.isInteractive())
        askDecision();
    else
        giveUp(what, ExitCode::Failed);
}

void RunDriver::askDecision()
{
    const auto &failure = m_session.state().failure;
    static constexpr OfferedChoice offered[] = {{u'r', "retry"},
                                                {u's', "skip", true},
                                                {u'b', "back rollback", true},
                                                {u'e', "escalate", true},
                                                {u't', "stop", true}};
    m_questions.choose(
        QStringLiteral("STOPPED: %1\n[r]etry, [s]kip REASON, roll [b]ack REASON, [e]scalate REASON, s[t]op REASON: ")
            .arg(failure ? failure->what : QString()),
        offered, [this](const std::optional<SpokenAnswer> &answer) {
            const QMap<QChar, Answers::Choice> choices{{u'r', Answers::Choice::Retry},
                                                       {u's', Answers::Choice::Skip},
                                                       {u'b', Answers::Choice::Rollback},
                                                       {u't', Answers::Choice::Stop}};
            if (!answer)
                needPerson(QStringLiteral("the decision is open"));
            else if (answer->letter == u'e')
                escalate(answer->reason);
            else
                choose({{}, choices.value(answer->letter), answer->reason, {}});
        });
}

void RunDriver::escalate(const QString &reason)
{
    const QString own = m_session.runbook().severity.toLower();
    m_session.escalate(own.isEmpty() ? QStringLiteral("critical") : own, reason);
    for (const escalation::Rung &rung : m_session.policy().ladder) {
        QStringList ways{rung.contactName, rung.phone, rung.email};
        ways.removeAll(QString());
        m_printer.say(
            QStringLiteral("  %1: %2%3")
                .arg(rung.label, rung.action,
                     ways.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(ways.join(QStringLiteral(", ")))));
    }
    schedule();
}

void RunDriver::choose(const Answers::FailureChoice &choice)
{
    switch (choice.choice) {
    case Answers::Choice::Retry: retry(choice); break;
    case Answers::Choice::Skip: m_session.skip(choice.reason, choice.by); break;
    case Answers::Choice::Rollback:
        m_rollback = choice;
        m_session.openRollback(choice.reason, choice.by);
        break;
    case Answers::Choice::Stop: m_session.stop(choice.reason, choice.by); break;
    }
}

/// A dangerous command is confirmed each time.
void RunDriver::retry(const Answers::FailureChoice &choice)
{
    const auto &failure = m_session.state().failure;
    const runbooks::Command *command = failure ? m_session.findCommand(failure->subjectId) : nullptr;
    if (!command || command->dangerous.isEmpty()) {
        m_session.retry(choice.reason, choice.by);
        return;
    }
    const auto line = m_session.resolved(*command);
    if (const auto confirmation = m_answers.forCommand(m_session.runbook(), command->id, line ? line->text : QString()))
        m_session.retry(confirmation->reason, confirmation->by);
    else if (m_console.isInteractive())
        m_questions.askConsent(
            QStringLiteral("DANGEROUS: %1.\n  %2").arg(command->dangerous, line ? line->text : command->text),
            !command->approval.isEmpty(), [this](const std::optional<Questions::Consent> &consent) {
                if (consent)
                    m_session.retry(consent->reason, consent->by);
                else
                    needPerson(QStringLiteral("not run"));
            });
    else
        needPerson(QStringLiteral("command %1 needs a confirmation (%2)").arg(command->id, command->dangerous));
}

// Reverse order; each entry is shown, and confirmed by a person or by the answers.
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
    } else { // also one whose next command could not start
        confirmUndo(*next);
    }
}

void RunDriver::confirmUndo(const session::UndoItem &item)
{
    QStringList lines;
    QString reason = m_rollback.reason;
    QString by = m_rollback.by;
    for (const session::CommandRecord &record : item.commands) {
        const runbooks::Command *command = m_session.findCommand(record.id);
        const auto line = command ? m_session.resolved(*command) : fail(ErrorKind::NotFound, record.id);
        lines.append(QStringLiteral("  [%1] %2").arg(record.id, line ? line->text : line.error().detail));
        if (!command || command->dangerous.isEmpty())
            continue;
        lines.append(QStringLiteral("      DANGEROUS: %1").arg(command->dangerous));
        const auto confirmation = m_answers.forCommand(m_session.runbook(), record.id, line ? line->text : QString());
        if (!confirmation && !m_console.isInteractive()) {
            needPerson(QStringLiteral("command %1 of the rollback needs a confirmation (%2): %3")
                           .arg(record.id, command->dangerous, command->text));
            return;
        }
        reason = confirmation ? confirmation->reason : reason;
        by = confirmation ? confirmation->by : by;
    }
    if (const QString prose = m_session.undoProse(item); !prose.isEmpty())
        lines.prepend(QStringLiteral("  %1").arg(indented(prose)));
    const QString text =
        QStringLiteral("Undo: %1").arg(item.title) + (lines.isEmpty() ? QString() : u'\n' + lines.join(u'\n'));
    m_printer.say(text);
    if (!m_console.isInteractive()) {
        m_session.undo(item.id, reason, by);
        return;
    }
    static constexpr OfferedChoice choices[] = {{u'y', "yes"}, {u'n', "no", true}};
    m_questions.choose(QStringLiteral("Undo it? [y]es, [n]o REASON: "), choices,
                       [this, id = item.id, reason](const std::optional<SpokenAnswer> &answer) {
                           if (!answer)
                               needPerson(QStringLiteral("the rollback is open"));
                           else if (answer->letter == u'y')
                               m_session.undo(id, reason);
                           else
                               m_session.declineUndo(id, answer->reason);
                       });
}

void RunDriver::needPerson(const QString &what) { giveUp(what, ExitCode::PersonNeeded); }

/// A run that this call began, and in which nothing was done, does not stay open in the ledger: the next call begins another.
void RunDriver::leaveUnconnected(ExitCode code)
{
    if (!m_isNew || !m_session.state().untouched || m_session.isHalted()) {
        finish(code);
        return;
    }
    if (std::exchange(m_unconnected, code))
        return;
    std::fprintf(
        stderr,
        "holdpoint-cli: Nothing was done; the run ends as never connected. Run it again when the host answers.\n");
    m_session.endUntouched();
}

void RunDriver::giveUp(const QString &what, ExitCode code)
{
    std::fprintf(stderr, "holdpoint-cli: %s\n  The run is kept: holdpoint-cli run --resume %s\n",
                 qUtf8Printable(visibleControlsKeepingLines(what)), qUtf8Printable(m_session.state().idText()));
    finish(code);
}

void RunDriver::refused(const Error &error)
{
    if (m_untold)
        return; // the ledger is tried again
    if (error.kind == ErrorKind::Busy) {
        schedule();
        return;
    }
    if (m_reconnector.takes(error)) {
        m_printer.say(QStringLiteral("  %1").arg(error.detail));
        return;
    }
    complain(error);
    finish(exitCodeFor(error));
}

void RunDriver::shellOpened(const QString &role)
{
    session::HostShell *shell = m_session.shell(role);
    disconnect(shell, nullptr, this, nullptr); // it may be one that was found again
    const auto [columns, rows] = m_console.size();
    shell->resize(columns, rows);
    if (!m_session.roles().contains(role))
        return; // a further one: recorded, and ended with the run, but no work of this call
    if (m_live) {
        connect(shell, &session::HostShell::commandPrinted, this,
                [this](const QByteArray &bytes) { m_printer.write(bytes); });
    }
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
            m_printer.say(output.endsWith(u'\n') ? output.chopped(1) : output);
    }
    if (const auto line = runLine(entry, m_session.state()))
        m_printer.say(entry.record.isEmpty() ? QStringLiteral("UNRECORDED: ") + *line : *line);
}

void RunDriver::finish(ExitCode code)
{
    if (m_session.unrecorded())
        tellLedger(code);
    else
        end(code);
}

void RunDriver::end(ExitCode code)
{
    if (std::exchange(m_done, true))
        return;
    m_console.leaveRaw();
    emit finished(code);
}

} // namespace holdpoint::cli
