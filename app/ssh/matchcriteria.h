// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace holdpoint::ssh {

/// What the criteria of a Match line are held against, as far as it is known when the line is reached.
struct MatchSubject
{
    QByteArray host;         ///< as it would be connected to now
    QByteArray originalHost; ///< as the person wrote it
    QByteArray user;         ///< to log in as
    QByteArray localUser;
    bool isFinalPass = false; ///< the second reading, with the host's final name
};

enum class MatchVerdict {
    Applies,
    DoesNotApply,
    NotEvaluated, ///< it would apply, but for a criterion that is never evaluated here
};

/// The criteria of one Match line (ssh_config(5)): all of them have to be met. "exec" is never run, and what only newer
/// clients know is not evaluated.
class MatchCriteria
{
public:
    /// Reads what stands behind the keyword. Errors: Invalid where the stock client refuses the line.
    static Result<MatchCriteria> parse(QByteArrayView text);

    [[nodiscard]] MatchVerdict evaluate(const MatchSubject &subject) const;
    /// Whether the configuration has to be read a second time.
    [[nodiscard]] bool asksForFinalPass() const;
    /// The criterion behind a NotEvaluated, for people: "exec".
    [[nodiscard]] QString notEvaluated() const;

private:
    enum class Kind { All, Final, Canonical, Host, OriginalHost, User, LocalUser, NotEvaluated };
    struct Criterion
    {
        Kind kind;
        bool isNegated = false;
        QByteArray name;
        QByteArray patterns;
    };

    static Result<Kind> kindOf(const QByteArray &name);
    [[nodiscard]] static bool isMet(const Criterion &criterion, const MatchSubject &subject);

    QList<Criterion> m_criteria;
};

} // namespace holdpoint::ssh
