// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Placeholders: whether somebody says what they are, and whether their places can take a value.

#include <runbooks/lint/findings.h>

#include <runbooks/binding.h>
#include <runbooks/parameters.h>
#include <runbooks/placeholders.h>

#include <QHash>
#include <QSet>

#include <algorithm>

namespace holdpoint::runbooks::lint {

namespace {

/// Where a parameter is used first, and as which text.
struct FirstUse
{
    const Command *command = nullptr;
    PlaceholderUse use;

    [[nodiscard]] Position position() const { return positionIn(*command, use.start); }
};

/// By the parameter's name. Each command is read once.
using FirstUses = QHash<QString, FirstUse>;

FirstUses firstUses(const Subject &subject)
{
    FirstUses uses;
    for (const Seen &seen : subject.commands) {
        const QStringList &names = seen.command->placeholders;
        if (std::ranges::all_of(names, [&](const QString &name) { return uses.contains(name); }))
            continue;
        for (const PlaceholderUse &use :
             placeholderUses(seen.command->text, seen.command->language, subject.runbook.parameters)) {
            const qsizetype index = parameterIndex(subject.runbook.parameters, use.name);
            if (index >= 0 && !uses.contains(subject.runbook.parameters[index].name))
                uses.insert(subject.runbook.parameters[index].name, {seen.command, use});
        }
    }
    return uses;
}

void judgeLimits(const Parameter &parameter, Findings &findings)
{
    if (const QString problem = limitsProblem(parameter); !problem.isEmpty())
        findings.add("HP011", parameter.position,
                     QStringLiteral("No value of \"%1\" can be checked: its %2").arg(parameter.name, problem),
                     QStringLiteral("Correct min, max or pattern, or the type they belong to"));
}

void judgeDefault(const Parameter &parameter, Findings &findings)
{
    const bool relative =
        parameter.type == ParameterType::Date
        && (parameter.defaultValue == QStringLiteral("today") || parameter.defaultValue == QStringLiteral("yesterday"));
    if (parameter.origin == Origin::Inferred || parameter.defaultValue.isEmpty() || relative)
        return;
    if (const Result<> valid = validate(parameter, parameter.defaultValue); !valid)
        findings.add("HP011", parameter.position,
                     QStringLiteral("The default of \"%1\" is refused: %2").arg(parameter.name, valid.error().detail),
                     QStringLiteral("Correct the default, or the type and limits it must fit"));
}

void judgeDeclaration(const Parameter &parameter, const FirstUses &uses, Findings &findings)
{
    const auto first = uses.find(parameter.name);
    if (first == uses.end())
        return;
    if (parameter.origin == Origin::Inferred && parameter.type != ParameterType::Secret)
        findings.add("HP013", first->position(),
                     QStringLiteral("\"%1\" is declared nowhere; its type is taken to be %2")
                         .arg(first->use.name, parameterTypeName(parameter.type)),
                     QStringLiteral("Declare it under params with its type, label and limits"));
    if (parameter.type == ParameterType::Secret)
        findings.add(
            "HP017", first->position(),
            QStringLiteral("\"%1\" is a secret: history, process lists and records would show it").arg(parameter.name),
            QStringLiteral("Let the command ask for it, or read it from a file on the host that only its owner "
                           "can read"));
}

bool oneEditApart(const QString &a, const QString &b)
{
    const QString &shorter = a.size() <= b.size() ? a : b;
    const QString &longer = a.size() <= b.size() ? b : a;
    if (longer.size() - shorter.size() > 1)
        return false;
    qsizetype at = 0;
    while (at < shorter.size() && shorter[at] == longer[at])
        ++at;
    const bool digit = (at < shorter.size() && shorter[at].isDigit()) || (at < longer.size() && longer[at].isDigit());
    const qsizetype skip = longer.size() == shorter.size() ? 1 : 0;
    return !digit && shorter.mid(at + skip) == longer.mid(at + 1);
}

bool lookAlike(const QString &a, const QString &b)
{
    const QString &shorter = a.size() <= b.size() ? a : b;
    const QString &longer = a.size() <= b.size() ? b : a;
    if (longer == shorter + QStringLiteral("_name") || longer == shorter + QStringLiteral("_id"))
        return true;
    return shorter.size() >= 6 && longer != shorter + u's' && oneEditApart(a, b);
}

void judgeSpellings(const Subject &subject, const FirstUses &uses, Findings &findings)
{
    const QList<Parameter> &parameters = subject.runbook.parameters;
    for (qsizetype i = 0; i < parameters.size(); ++i) {
        if (parameters[i].origin != Origin::Inferred)
            continue;
        // Two that are both guessed are compared once, by the later one.
        for (qsizetype j = 0; j < parameters.size(); ++j) {
            const bool earlier = j < i || parameters[j].origin != Origin::Inferred;
            if (j == i || !earlier || !lookAlike(foldedName(parameters[i].name), foldedName(parameters[j].name)))
                continue;
            if (const auto first = uses.find(parameters[i].name); first != uses.end())
                findings.add("HP014", first->position(),
                             QStringLiteral("\"%1\" looks like \"%2\", and each asks for a value of its own")
                                 .arg(parameters[i].name, parameters[j].name),
                             QStringLiteral("Use one spelling, or declare one as the other's alias"));
        }
    }
}

/// A value that is as awkward as the type allows; empty where every value of the type is a plain word.
QString awkwardValue(const Parameter &parameter)
{
    if (parameter.isList)
        return QStringLiteral("a1 b1");
    switch (parameter.type) {
    case ParameterType::Path: return QStringLiteral("/a.b/c");
    case ParameterType::Text: return QStringLiteral("a b'c");
    case ParameterType::Url: return QStringLiteral("https://a.example/b?c=d&e");
    case ParameterType::Cidr: return QStringLiteral("10.0.0.0/8");
    case ParameterType::Ip:
    case ParameterType::Host:
    case ParameterType::Fqdn: return QStringLiteral("10.0.0.1");
    default: return {};
    }
}

/// Tries values in a copy of the runbook in which every parameter takes any text.
class PlaceJudge
{
public:
    explicit PlaceJudge(Runbook runbook)
        : m_anyText(std::move(runbook))
    {
        for (Parameter &parameter : m_anyText.parameters) {
            parameter.pattern.clear();
            parameter.type = ParameterType::Text;
        }
    }

    /// Why the command does not take these values; empty when it does.
    [[nodiscard]] QString refusal(const Command &command, const QString &name, const QString &value) const
    {
        Values values;
        for (const Parameter &parameter : m_anyText.parameters)
            values.insert(parameter.name, QStringLiteral("a1"));
        values.insert(name, value);
        const auto resolved = resolve(m_anyText, command, values);
        return resolved ? QString() : resolved.error().detail;
    }

private:
    Runbook m_anyText;
};

void judgePlaces(const Subject &subject, Findings &findings)
{
    const PlaceJudge judge(subject.runbook);
    // Characters that may be tried: a hundred times what a long runbook needs, and seconds for one made to last.
    qsizetype budget = 2'000'000;
    for (const Seen &seen : subject.commands) {
        const Command &command = *seen.command;
        if (command.placeholders.isEmpty())
            continue;
        budget -= command.text.size() * (1 + command.placeholders.size());
        if (budget < 0)
            return;
        const QString never = judge.refusal(command, command.placeholders.first(), QStringLiteral("a1"));
        if (!never.isEmpty()) {
            findings.add(
                "HP015", command.position, QStringLiteral("No value can be put here: %1").arg(never),
                QStringLiteral("Write that part of the command out, or move the placeholder into an argument"));
            continue;
        }
        for (const QString &name : command.placeholders) {
            const Parameter &parameter = subject.runbook.parameters[parameterIndex(subject.runbook.parameters, name)];
            const QString value = awkwardValue(parameter);
            const QString refusal = value.isEmpty() || parameter.type == ParameterType::Secret
                                        ? QString()
                                        : judge.refusal(command, name, value);
            if (!refusal.isEmpty())
                findings.add("HP016", command.position,
                             QStringLiteral("\"%1\" (%2) will be refused here for many values: %3")
                                 .arg(name, parameterTypeName(parameter.type), refusal),
                             QStringLiteral("Move it into a plain argument, or declare a narrower type"));
        }
    }
}

/// The names that a check's expectation and target use beside its command.
QSet<QString> usedByCheck(const Runbook &runbook, const Seen &seen)
{
    const Expectation &expected = seen.check->expectation;
    const QStringList texts{expected.value,
                            expected.match,
                            expected.noMatch,
                            expected.contains,
                            seen.command->attributes.value(QStringLiteral("url")),
                            seen.command->attributes.value(QStringLiteral("db"))};
    QSet<QString> names;
    for (const PlaceholderUse &use : placeholderUses(texts.join(u'\n'), Language::Data, runbook.parameters)) {
        const qsizetype index = parameterIndex(runbook.parameters, use.name);
        if (index >= 0)
            names.insert(runbook.parameters[index].name);
    }
    return names;
}

} // namespace

void parameterRules(const Subject &subject, Findings &findings)
{
    const FirstUses uses = firstUses(subject);
    for (const Parameter &parameter : subject.runbook.parameters) {
        judgeLimits(parameter, findings);
        judgeDefault(parameter, findings);
        judgeDeclaration(parameter, uses, findings);
    }
    judgeSpellings(subject, uses, findings);
    judgePlaces(subject, findings);
}

void unusedParameterRules(const std::vector<Subject> &subjects, Findings &findings)
{
    // Front matter speaks of all runbooks of a file: one of them must use it.
    QSet<QString> used;
    for (const Subject &subject : subjects) {
        for (const Seen &seen : subject.commands) {
            used.unite(QSet<QString>(seen.command->placeholders.begin(), seen.command->placeholders.end()));
            if (seen.check)
                used.unite(usedByCheck(subject.runbook, seen));
        }
    }
    QSet<QString> told;
    for (const Subject &subject : subjects) {
        for (const Parameter &parameter : subject.runbook.parameters) {
            if (parameter.origin == Origin::Declared && !used.contains(parameter.name)
                && !told.contains(parameter.name)) {
                told.insert(parameter.name);
                findings.add("HP012", parameter.position,
                             QStringLiteral("\"%1\" is declared and never used").arg(parameter.name),
                             QStringLiteral("Remove it, or write <%1> where its value goes").arg(parameter.name));
            }
        }
    }
}

} // namespace holdpoint::runbooks::lint
