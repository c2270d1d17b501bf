// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/lint/linter.h>

#include <runbooks/effects.h>
#include <runbooks/lint/codes.h>
#include <runbooks/lint/findings.h>

#include <algorithm>
#include <tuple>

namespace holdpoint::runbooks::lint {

void Findings::add(const char *code, Position position, const QString &message, const QString &cure)
{
    const QString id = QString::fromLatin1(code);
    m_all.append({levelOf(id), id, message, cure, position});
}

QList<Diagnostic> Findings::sorted() const
{
    QList<Diagnostic> all = m_all;
    const auto key = [](const Diagnostic &d) { return std::tie(d.position.line, d.position.column, d.code, d.message); };
    std::ranges::stable_sort(all, [&](const Diagnostic &a, const Diagnostic &b) { return key(a) < key(b); });
    const auto same = [&](const Diagnostic &a, const Diagnostic &b) { return key(a) == key(b); };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    return all;
}

Subject::Subject(const Runbook &seen)
    : runbook(seen)
{
    const auto add = [this](const Command &command, Seen::Part part, const Step *step, const Check *check) {
        Seen entry{&command, step, check, part, {}, false};
        if (command.language == Language::Shell)
            entry.calls = callsOf(command.text);
        entry.changes = changesSomething(command, entry.calls);
        commands.append(entry);
    };
    const auto addChecks = [&](const QList<Check> &checks, Seen::Part part, const Step *step) {
        for (const Check &check : checks) {
            if (check.command)
                add(*check.command, part, step, &check);
        }
    };
    addChecks(runbook.prerequisites, Seen::Part::Prerequisite, nullptr);
    for (const Step &step : runbook.steps) {
        for (const Command &command : step.commands)
            add(command, Seen::Part::Step, &step, nullptr);
        addChecks(step.checks, Seen::Part::StepCheck, &step);
        if (step.rollback) {
            for (const Command &command : step.rollback->commands)
                add(command, Seen::Part::StepRollback, &step, nullptr);
        }
    }
    addChecks(runbook.checks, Seen::Part::Verification, nullptr);
    if (runbook.rollback) {
        for (const Command &command : runbook.rollback->commands)
            add(command, Seen::Part::Rollback, nullptr, nullptr);
    }
}

QList<const Seen *> Subject::of(const Step &step) const
{
    QList<const Seen *> own;
    for (const Seen &seen : commands) {
        if (seen.step == &step && seen.part == Seen::Part::Step)
            own.append(&seen);
    }
    return own;
}

Position positionIn(const Command &command, qsizetype offset)
{
    const QStringView before = QStringView(command.text).left(offset);
    const qsizetype lineStart = before.lastIndexOf(u'\n') + 1;
    return {command.position.line + int(before.count(u'\n')), command.position.column + int(offset - lineStart)};
}

QString shown(const QString &text)
{
    const QString line = text.section(u'\n', 0, 0);
    return line.size() > 60 ? line.left(59) + u'\u2026' : line;
}

QList<Diagnostic> lint(const Document &document, const QDate &today, const QList<Contact> &others)
{
    Findings findings;
    findings.append(document.diagnostics);
    std::vector<Subject> subjects;
    for (const Runbook &runbook : document.runbooks)
        subjects.emplace_back(runbook);
    for (const Subject &subject : subjects) {
        parameterRules(subject, findings);
        commandRules(subject, findings);
        factRules(subject, findings);
        secretRules(subject, findings);
        structureRules(subject, findings);
        characterRules(subject, findings);
    }
    unusedParameterRules(subjects, findings);
    contactRules(document, others, findings);
    blockRules(document, subjects, findings);
    textRules(document, today, findings);
    return findings.sorted();
}

} // namespace holdpoint::runbooks::lint
