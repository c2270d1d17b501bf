// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/answers.h>
#include <models/base/privatefile.h>

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace holdpoint::cli {

namespace {

constexpr qint64 maximumBytes = 256 * 1024;

QString text(const YAML::Node &node, const char *key)
{
    const YAML::Node value = node[key];
    return value && value.IsScalar() ? QString::fromStdString(value.Scalar()) : QString();
}

std::optional<session::Verdict> verdictOf(const QString &word)
{
    if (word == QLatin1String("pass"))
        return session::Verdict::Passed;
    if (word == QLatin1String("fail"))
        return session::Verdict::Failed;
    if (word == QLatin1String("not-applicable"))
        return session::Verdict::NotApplicable;
    return std::nullopt;
}

std::optional<Answers::Choice> choiceOf(const QString &word)
{
    using enum Answers::Choice;
    return word == QLatin1String("retry")      ? std::optional(Retry)
           : word == QLatin1String("skip")     ? std::optional(Skip)
           : word == QLatin1String("rollback") ? std::optional(Rollback)
           : word == QLatin1String("stop")     ? std::optional(Stop)
                                               : std::nullopt;
}

/// Whether "4.2/2", "2/1", "2.1" or "2" means this command or check: runbook/step, runbook/number of the command counted
/// through the runbook, runbook/command, step/command, or an id by itself.
bool means(const QString &where, const runbooks::Runbook &runbook, const QString &subjectId)
{
    QStringList names{subjectId, subjectId.section(u'.', 0, 0)};
    names.append(QString(subjectId).replace(u'.', u'/'));
    int number = 0;
    for (const runbooks::Step &step : runbook.steps) {
        for (const runbooks::Command &command : step.commands) {
            ++number;
            if (command.id == subjectId)
                names.append(QString::number(number));
        }
    }
    const QString prefix = runbook.id + u'/';
    return names.first() == where || names.value(2) == where
           || (where.startsWith(prefix) && names.contains(where.mid(prefix.size())));
}

Error invalid(const QString &path, const YAML::Node &node, const QString &what)
{
    return {ErrorKind::Invalid, QStringLiteral("%1:%2: %3").arg(path).arg(node.Mark().line + 1).arg(what)};
}

} // namespace

Result<Answers> Answers::load(const QString &path)
{
    Answers answers;
    if (path.isEmpty())
        return answers;
    const auto bytes = readFile(path, maximumBytes);
    if (!bytes)
        return fail(bytes.error());
    try {
        const YAML::Node root = YAML::Load(bytes->toStdString());
        const QString everyone = text(root, "by");
        const auto byOf = [&](const YAML::Node &item) {
            const QString by = text(item, "by");
            return by.isEmpty() ? everyone : by;
        };
        for (const YAML::Node &item : root["answers"]) {
            if (item["check"]) {
                const auto verdict = verdictOf(text(item, "answer"));
                if (!verdict)
                    return fail(invalid(path, item, QStringLiteral("answer must be pass, fail or not-applicable")));
                answers.m_checks.append({text(item, "check"), *verdict, byOf(item), text(item, "note")});
            } else if (item["on-failure"]) {
                const auto choice = choiceOf(text(item, "choose"));
                if (!choice)
                    return fail(invalid(path, item, QStringLiteral("choose must be retry, skip, rollback or stop")));
                if (*choice != Choice::Retry && text(item, "reason").isEmpty())
                    return fail(invalid(path, item, QStringLiteral("a reason is missing")));
                answers.m_failures.append({text(item, "on-failure"), *choice, text(item, "reason"), byOf(item)});
            } else if (item["confirm"]) {
                if (text(item, "reason").isEmpty())
                    return fail(invalid(path, item, QStringLiteral("a reason is missing")));
                answers.m_confirmations.append({text(item, "confirm"), text(item, "reason"), byOf(item)});
            } else {
                return fail(invalid(path, item, QStringLiteral("an answer is a check, an on-failure or a confirm")));
            }
        }
    } catch (const YAML::Exception &exception) {
        return fail(ErrorKind::Invalid, QStringLiteral("%1: %2").arg(path, QString::fromUtf8(exception.what())));
    }
    return answers;
}

QStringList Answers::unknownChecks(const runbooks::Runbook &runbook) const
{
    QList<runbooks::Check> all = runbook.prerequisites + runbook.checks;
    for (const runbooks::Step &step : runbook.steps)
        all += step.checks;
    QStringList unknown;
    for (const CheckAnswer &answer : m_checks) {
        const bool known = std::ranges::any_of(all, [&](const runbooks::Check &check) {
            return answer.check == check.id || answer.check.compare(check.text, Qt::CaseInsensitive) == 0;
        });
        if (!known)
            unknown.append(answer.check);
    }
    return unknown;
}

std::optional<Answers::CheckAnswer> Answers::forCheck(const QString &id, const QString &text) const
{
    const auto found = std::ranges::find_if(m_checks, [&](const CheckAnswer &answer) {
        return answer.check == id || answer.check.compare(text, Qt::CaseInsensitive) == 0;
    });
    return found == m_checks.end() ? std::nullopt : std::optional(*found);
}

std::optional<Answers::FailureChoice> Answers::takeForFailure(const runbooks::Runbook &runbook,
                                                              const QString &subjectId)
{
    auto found = std::ranges::find_if(
        m_failures, [&](const FailureChoice &choice) { return means(choice.where, runbook, subjectId); });
    if (found != m_failures.end()) {
        const FailureChoice choice = *found;
        m_failures.erase(found);
        return choice;
    }
    found = std::ranges::find(m_failures, QStringLiteral("*"), &FailureChoice::where);
    constexpr int mostUses = 3;
    if (found != m_failures.end() && ++m_anyUses[subjectId] > mostUses)
        return std::nullopt;
    return found == m_failures.end() ? std::nullopt : std::optional(*found);
}

std::optional<Answers::Confirmation> Answers::forCommand(const runbooks::Runbook &runbook, const QString &commandId,
                                                         const QString &text) const
{
    const auto found = std::ranges::find_if(m_confirmations, [&](const Confirmation &confirmation) {
        return confirmation.what == text || means(confirmation.what, runbook, commandId);
    });
    return found == m_confirmations.end() ? std::nullopt : std::optional(*found);
}

} // namespace holdpoint::cli
