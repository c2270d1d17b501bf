// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/escalation/escalation.h>
#include <models/report/recordings.h>
#include <models/report/reportinput.h>
#include <models/session/runstate.h>

namespace holdpoint::report {

/// Something a reader must know before trusting "passed".
struct Exception
{
    QString what; ///< "Step 3 was skipped"
    QString why;  ///< the reason given, or the evidence
    QString who;  ///< empty when nobody decided it
    QDateTime utc;
};

/// A run as a report tells it: the folded state with the runbook it followed, and what the fold leaves out.
/// The source is parsed again from the recorded bytes; when that fails the report has ids where texts would be.
struct RunView
{
    session::RunState state;
    Language language; ///< of the exceptions and of what it calls things
    QByteArray source; ///< exact bytes of the runbook, empty when erased
    std::optional<runbooks::Runbook> runbook;
    QList<escalation::Escalation> escalations; ///< all of them, the last one is also in the state
    QList<Recording> recordings;
    QList<Exception> exceptions;

    [[nodiscard]] const runbooks::Check *check(const QString &id) const;
    [[nodiscard]] const runbooks::Command *command(const QString &id) const;
    [[nodiscard]] const runbooks::Step *step(const QString &id) const;
    [[nodiscard]] QString stageName(const session::Stage &stage) const; ///< "Step 2: Make the folder"
};

RunView viewOf(const QList<ledger::Entry> &entries, const Language &language = {});

} // namespace holdpoint::report
