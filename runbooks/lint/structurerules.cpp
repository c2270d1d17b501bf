// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Procedures: verification, the way back, escalation, and names that refer to something.

#include <runbooks/lint/findings.h>

#include <runbooks/inlinetext.h>

#include <algorithm>

namespace holdpoint::runbooks::lint {

namespace {

bool hasChecks(const Runbook &runbook)
{
    return !runbook.checks.isEmpty()
           || std::ranges::any_of(runbook.steps, [](const Step &step) { return !step.checks.isEmpty(); });
}

/// Only steps that hold something can be verified, rolled back or escalated: a ladder of phone calls needs none of it.
bool hasCommands(const Runbook &runbook)
{
    return std::ranges::any_of(runbook.steps, [](const Step &step) { return !step.commands.isEmpty(); });
}

bool saysReversible(const Step &step)
{
    return std::ranges::any_of(step.commands, [](const Command &command) {
        return command.attributes.contains(QStringLiteral("reversible"));
    });
}

bool hasWayBack(const Runbook &runbook, const Step &step)
{
    const bool named =
        std::ranges::any_of(step.commands, [](const Command &command) { return !command.rollback.isEmpty(); });
    const bool whole = runbook.rollback && (!runbook.rollback->commands.isEmpty() || !runbook.rollback->text.isEmpty());
    return step.rollback || named || whole || saysReversible(step);
}

void judgeRunbook(const Runbook &runbook, Findings &findings)
{
    if (runbook.purpose.trimmed().isEmpty())
        findings.add("HP032", runbook.position, QStringLiteral("\"%1\" does not say what it is for").arg(runbook.title),
                     QStringLiteral("Begin with **Purpose**: what is true afterwards that was not before"));
    if (!hasCommands(runbook))
        return;
    if (!hasChecks(runbook))
        findings.add("HP030", runbook.position, QStringLiteral("\"%1\" has no verification").arg(runbook.title),
                     QStringLiteral("Add **Verification**: with a bullet for each thing that must be true at the end"));
    if (runbook.escalation.isEmpty())
        findings.add("HP031", runbook.position,
                     QStringLiteral("\"%1\" does not say whom to call when it does not work").arg(runbook.title),
                     QStringLiteral("Add **Escalation**: who, and after how many failures or how much time"));
}

void judgeSteps(const Subject &subject, Findings &findings)
{
    const bool verified = hasChecks(subject.runbook);
    for (const Step &step : subject.runbook.steps) {
        if (step.commands.isEmpty() && step.checks.isEmpty() && step.instructions.trimmed().isEmpty()
            && step.title.trimmed().isEmpty())
            findings.add("HP037", step.position, QStringLiteral("Step %1 says nothing").arg(step.id),
                         QStringLiteral("Say what to do, or remove it"));
        const QList<const Seen *> own = subject.of(step);
        const auto changing = std::ranges::find_if(own, [](const Seen *seen) { return seen->changes; });
        if (changing == own.end())
            continue;
        const Command &command = *(*changing)->command;
        if (!hasWayBack(subject.runbook, step))
            findings.add("HP023", command.position,
                         QStringLiteral("Step %1 changes something and has no way back: %2").arg(step.id, shown(command.text)),
                         QStringLiteral("Add **Rollback**: to the step, or say reversible=no where nothing can undo it"));
        if (!verified)
            findings.add("HP033", command.position,
                         QStringLiteral("Step %1 changes something and nothing verifies it").arg(step.id),
                         QStringLiteral("Add a check to the step or to the runbook's verification"));
    }
}

/// Names that attributes give: `rollback=`, `after=`, `before=`.
void judgeNames(const Subject &subject, Findings &findings)
{
    QStringList rollbacks;
    for (const Seen &seen : subject.commands) {
        if (seen.isRollback() && !seen.command->name.isEmpty())
            rollbacks.append(seen.command->name);
    }
    const auto isStep = [&](const QString &name) {
        return std::ranges::any_of(subject.runbook.steps, [&](const Step &step) {
            return step.id == name || slug(step.title) == slug(name);
        });
    };
    for (const Seen &seen : subject.commands) {
        const Command &command = *seen.command;
        if (!command.rollback.isEmpty() && !rollbacks.contains(command.rollback))
            findings.add("HP036", command.position,
                         QStringLiteral("No rollback is named \"%1\"").arg(command.rollback),
                         QStringLiteral("Give the undoing block name=%1").arg(command.rollback));
        for (const char *key : {"after", "before"}) {
            const QString step = command.attributes.value(QLatin1String(key));
            if (seen.check && !step.isEmpty() && !isStep(step))
                findings.add("HP036", command.position,
                             QStringLiteral("%1=\"%2\" names no step").arg(QLatin1String(key), step),
                             QStringLiteral("Use a step's number or title"));
        }
    }
}

} // namespace

void structureRules(const Subject &subject, Findings &findings)
{
    judgeRunbook(subject.runbook, findings);
    judgeSteps(subject, findings);
    judgeNames(subject, findings);
}

} // namespace holdpoint::runbooks::lint
