// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/reasons.h>

#include <QCoreApplication>

#include <algorithm>

namespace holdpoint::ui {

namespace {

QString say(const char *text) { return QCoreApplication::translate("holdpoint::ui::Reasons", text); }

QString whyNothingWorks(const session::RunSession &run)
{
    if (run.isHalted())
        return say("The ledger cannot write, so nothing more may happen in this run.");
    switch (run.state().phase) {
    case session::Phase::Ready: return say("The run has not begun.");
    case session::Phase::Running: return say("A command is running.");
    case session::Phase::Checking: return say("Checks are running.");
    case session::Phase::RollingBack:
    case session::Phase::Undoing: return say("The run is being rolled back.");
    case session::Phase::Finished:
    case session::Phase::Stopped: return say("The run is over.");
    case session::Phase::Idle:
    case session::Phase::Deciding: return {};
    }
    return {};
}

/// Only the command or check that failed may be tried again before somebody has decided.
QString whyNotBeforeDecision(const session::RunSession &run, const QString &subjectId)
{
    const session::RunState &state = run.state();
    const bool waits = state.phase == session::Phase::Deciding && (!state.failure || state.failure->subjectId != subjectId);
    return waits ? say("Something failed: decide how to go on first.") : QString();
}

QString mustBeRecorded() { return say("It must be recorded, and nothing is recorded at present."); }

QString whyNotConnected(const session::RunSession &run, const QString &role)
{
    const session::HostShell *shell = run.shell(role);
    if (!shell || shell->state() == session::HostShell::State::Closed)
        return say("The host “%1” is not connected.").arg(role);
    if (shell->state() == session::HostShell::State::Lost)
        return say("The connection to “%1” is lost.").arg(role);
    if (const session::Transport *link = run.transport(role);
        link && link->state() == session::Transport::State::Silent)
        return say("The host “%1” does not answer at the moment: nothing is sent until it does.").arg(role);
    return {};
}

} // namespace

QString whyNotPass(const session::RunSession &run)
{
    if (const QString reason = whyNothingWorks(run); !reason.isEmpty())
        return reason;
    if (run.state().phase == session::Phase::Deciding)
        return say("Something failed: decide how to go on first.");
    const session::Stage *stage = run.state().currentStage();
    if (!stage)
        return say("The run has not begun.");
    const auto openCommands = std::count_if(stage->commands.begin(), stage->commands.end(), [](const auto &command) {
        return command.status != session::CommandStatus::Succeeded && command.status != session::CommandStatus::Skipped;
    });
    if (!stage->commandsDone())
        return say("Commands that have not succeeded yet: %1.").arg(openCommands);
    const auto openChecks =
        std::count_if(stage->checks.begin(), stage->checks.end(), [](const auto &check) { return !check.opensGate(); });
    if (!stage->gateOpen())
        return say("Hold point: checks still to be answered: %1.").arg(openChecks);
    return run.waitsForLedger(*stage) ? mustBeRecorded() : QString();
}

QString whyNotRun(const session::RunSession &run, const runbooks::Command &command)
{
    if (const QString reason = whyNothingWorks(run); !reason.isEmpty())
        return reason;
    const session::Stage *stage = run.state().currentStage();
    if (!stage || !stage->command(command.id))
        return say("This is not the current step.");
    if (const QString reason = whyNotBeforeDecision(run, command.id); !reason.isEmpty())
        return reason;
    return whyNotSend(run, command);
}

QString whyNotSend(const session::RunSession &run, const runbooks::Command &command)
{
    if (run.waitsForLedger(command))
        return mustBeRecorded();
    if (const auto resolved = run.resolved(command); !resolved)
        return say("The command cannot be sent: %1.").arg(resolved.error().detail);
    const QString role = run.roleOf(command);
    if (const QString reason = whyNotConnected(run, role); !reason.isEmpty())
        return reason;
    if (const auto free = run.shell(role)->canSend(run.resolved(command)->text); !free)
        return say("The shell of “%1” is not ready: %2.").arg(role, free.error().detail);
    return {};
}

QString whyNotCheck(const session::RunSession &run, const QString &stageId, const runbooks::Check &check)
{
    if (const QString reason = whyNothingWorks(run); !reason.isEmpty())
        return reason;
    const session::Stage *stage = run.state().currentStage();
    if (!stage || stage->id != stageId)
        return say("This is not the current step.");
    if (const QString reason = whyNotBeforeDecision(run, check.id); !reason.isEmpty())
        return reason;
    if (run.waitsForLedger(*stage) || (check.command && run.waitsForLedger(*check.command)))
        return mustBeRecorded();
    if (check.kind == runbooks::CheckKind::Automated && check.command) {
        const session::Transport *transport = run.transport(run.roleOf(*check.command));
        if (!transport
            || (transport->state() != session::Transport::State::Ready
                && transport->state() != session::Transport::State::Silent))
            return say("The host “%1” is not connected.").arg(run.roleOf(*check.command));
    }
    return {};
}

} // namespace holdpoint::ui
