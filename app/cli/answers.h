// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <models/session/runstate.h>

#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace holdpoint::cli {

/// What people said beforehand, read from the file of `--answers` (YAML; the shape is in the manual page).
class Answers
{
public:
    struct CheckAnswer
    {
        QString check; ///< text or id
        session::Verdict verdict = session::Verdict::Unanswered;
        QString by;
        QString note;
    };
    enum class Choice { Retry, Skip, Rollback, Stop };
    struct FailureChoice
    {
        QString where; ///< "4.2/2", "2.1", or "*"
        Choice choice = Choice::Stop;
        QString reason;
        QString by;
    };
    struct Confirmation
    {
        QString what; ///< "7.1/6", "2.3", "2.rollback.1", or the command's text
        QString reason;
        QString by;
    };

    /// An empty path gives no answers. Errors: NotFound, Io, Invalid with line and reason.
    static Result<Answers> load(const QString &path);

    /// The checks that are answered and that the runbook does not have: slips of the pen, mostly.
    [[nodiscard]] QStringList unknownChecks(const runbooks::Runbook &runbook) const;
    [[nodiscard]] std::optional<CheckAnswer> forCheck(const QString &id, const QString &text) const;
    /// Each choice is used once, so that a retry that fails again does not go on for ever; "*" is used for anything, for
    /// each command or check at most three times.
    std::optional<FailureChoice> takeForFailure(const runbooks::Runbook &runbook, const QString &subjectId);
    [[nodiscard]] std::optional<Confirmation> forCommand(const runbooks::Runbook &runbook, const QString &commandId,
                                                         const QString &text) const;

private:
    QList<CheckAnswer> m_checks;
    QList<FailureChoice> m_failures;
    QList<Confirmation> m_confirmations;
    QMap<QString, int> m_anyUses; ///< how often "*" was used, by subject
};

} // namespace holdpoint::cli
