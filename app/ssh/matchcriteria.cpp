// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/matchcriteria.h>

#include <app/ssh/configline.h>

#include <models/base/sshpattern.h>

#include <map>

namespace holdpoint::ssh {

namespace {

tl::unexpected<Error> refused(const QString &why) { return fail(ErrorKind::Invalid, why); }

} // namespace

Result<MatchCriteria::Kind> MatchCriteria::kindOf(const QByteArray &name)
{
    static const std::map<QByteArray, Kind> kinds{
        {"all", Kind::All},
        {"final", Kind::Final},
        {"canonical", Kind::Canonical},
        {"host", Kind::Host},
        {"originalhost", Kind::OriginalHost},
        {"user", Kind::User},
        {"localuser", Kind::LocalUser},
        {"exec", Kind::NotEvaluated},
        // Of clients newer than OpenSSH 9.2.
        {"localnetwork", Kind::NotEvaluated},
        {"tagged", Kind::NotEvaluated},
        {"version", Kind::NotEvaluated},
        {"sessiontype", Kind::NotEvaluated},
        {"command", Kind::NotEvaluated},
    };
    const auto kind = kinds.find(name);
    if (kind == kinds.end())
        return refused(QStringLiteral("Match has no criterion \"%1\"").arg(QString::fromUtf8(name)));
    return kind->second;
}

Result<MatchCriteria> MatchCriteria::parse(QByteArrayView text)
{
    MatchCriteria found;
    while (!text.isEmpty()) {
        const auto word = takeDelimited(text);
        if (!word || word->isEmpty())
            return refused(QStringLiteral("this Match cannot be read"));
        if (word->startsWith('#'))
            break;
        Criterion criterion;
        criterion.isNegated = word->startsWith('!');
        criterion.name = word->mid(criterion.isNegated ? 1 : 0).toLower();
        const auto kind = kindOf(criterion.name);
        if (!kind)
            return fail(kind.error());
        criterion.kind = *kind;
        if (*kind == Kind::All) {
            if (found.m_criteria.size() > 1 || !(text.isEmpty() || text.front() == '#'))
                return refused(QStringLiteral("\"Match all\" cannot be combined with other criteria"));
            text = {};
        } else if (*kind != Kind::Final && *kind != Kind::Canonical) {
            const auto patterns = takeDelimited(text);
            if (!patterns || patterns->isEmpty() || patterns->startsWith('#'))
                return refused(QStringLiteral("\"Match %1\" says no value").arg(QString::fromUtf8(criterion.name)));
            criterion.patterns = *patterns;
        }
        found.m_criteria.append(criterion);
    }
    if (found.m_criteria.isEmpty())
        return refused(QStringLiteral("Match says no criterion"));
    return found;
}

bool MatchCriteria::isMet(const Criterion &criterion, const MatchSubject &subject)
{
    switch (criterion.kind) {
    case Kind::All:
    case Kind::NotEvaluated: return true;
    case Kind::Final:
    case Kind::Canonical: // the stock client holds both for the second reading
        return subject.isFinalPass;
    case Kind::Host: return matchesList(subject.host.toLower(), criterion.patterns.toLower());
    case Kind::OriginalHost: return matchesList(subject.originalHost.toLower(), criterion.patterns.toLower());
    case Kind::User: return matchesList(subject.user, criterion.patterns);
    case Kind::LocalUser: return matchesList(subject.localUser, criterion.patterns);
    }
    Q_UNREACHABLE();
}

MatchVerdict MatchCriteria::evaluate(const MatchSubject &subject) const
{
    auto verdict = MatchVerdict::Applies;
    for (const Criterion &criterion : m_criteria) {
        if (criterion.kind == Kind::NotEvaluated)
            verdict = MatchVerdict::NotEvaluated;
        else if (isMet(criterion, subject) == criterion.isNegated)
            return MatchVerdict::DoesNotApply;
    }
    return verdict;
}

bool MatchCriteria::asksForFinalPass() const
{
    for (const Criterion &criterion : m_criteria) {
        if (criterion.kind == Kind::Final)
            return true;
    }
    return false;
}

QString MatchCriteria::notEvaluated() const
{
    for (const Criterion &criterion : m_criteria) {
        if (criterion.kind == Kind::NotEvaluated)
            return QString::fromUtf8(criterion.name);
    }
    return {};
}

} // namespace holdpoint::ssh
