// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/calls.h>
#include <runbooks/document.h>

#include <vector>

namespace holdpoint::runbooks::lint {

/// What the rules found.
class Findings
{
public:
    /// `code` is one of codes(); it decides the level.
    void add(const char *code, Position position, const QString &message, const QString &cure);
    /// Those of all rules, in the order of the source, each once.
    [[nodiscard]] QList<Diagnostic> sorted() const;
    void append(const QList<Diagnostic> &diagnostics) { m_all.append(diagnostics); }

private:
    QList<Diagnostic> m_all;
};

/// A command of a runbook with what several rules need of it, computed once.
struct Seen
{
    enum class Part { Prerequisite, Step, StepCheck, Verification, StepRollback, Rollback };

    const Command *command = nullptr;
    const Step *step = nullptr;   ///< null outside of steps
    const Check *check = nullptr; ///< null outside of checks
    Part part = Part::Step;
    QList<Call> calls; ///< of shell commands
    bool changes = false;

    [[nodiscard]] bool isRollback() const { return part == Part::StepRollback || part == Part::Rollback; }
};

/// A runbook as the rules see it. Borrows the runbook.
struct Subject
{
    const Runbook &runbook; ///< outlives the subject
    QList<Seen> commands; ///< in the order of the parts

    explicit Subject(const Runbook &seen);
    [[nodiscard]] QList<const Seen *> of(const Step &step) const;
};

/// Where an offset of a command's text stands in the source.
Position positionIn(const Command &command, qsizetype offset);

/// The first line of a text, cut for a message.
QString shown(const QString &text);

// One function for each field; each reads and only adds.
void parameterRules(const Subject &subject, Findings &findings);
void unusedParameterRules(const std::vector<Subject> &subjects, Findings &findings);
void commandRules(const Subject &subject, Findings &findings);
void factRules(const Subject &subject, Findings &findings);
void secretRules(const Subject &subject, Findings &findings);
void structureRules(const Subject &subject, Findings &findings);
void characterRules(const Subject &subject, Findings &findings);
void contactRules(const Document &document, const QList<Contact> &others, Findings &findings);
void blockRules(const Document &document, const std::vector<Subject> &subjects, Findings &findings);
void textRules(const Document &document, const QDate &today, Findings &findings);

} // namespace holdpoint::runbooks::lint
