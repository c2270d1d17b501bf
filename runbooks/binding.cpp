// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/binding.h>

#include <runbooks/parameters.h>

namespace holdpoint::runbooks {

namespace {

QString defaultOf(const Parameter &parameter, const QDate &today)
{
    if (parameter.type != ParameterType::Date)
        return parameter.defaultValue;
    if (parameter.defaultValue == QStringLiteral("today"))
        return today.toString(Qt::ISODate);
    if (parameter.defaultValue == QStringLiteral("yesterday"))
        return today.addDays(-1).toString(Qt::ISODate);
    return parameter.defaultValue;
}

/// An empty field of a form is no value, unless an empty text is a value.
bool isGiven(const Parameter &parameter, const QString &value)
{
    return !value.isEmpty() || (parameter.type == ParameterType::Text && !parameter.required);
}

} // namespace

Result<Values> bind(const Runbook &runbook, const Values &given, const QDate &today)
{
    Values values;
    for (auto entry = given.begin(); entry != given.end(); ++entry) {
        const qsizetype index = parameterIndex(runbook.parameters, entry.key());
        if (index < 0)
            return fail(ErrorKind::Invalid, QStringLiteral("the runbook has no parameter \"%1\"").arg(entry.key()));
        const Parameter &parameter = runbook.parameters[index];
        if (!isGiven(parameter, *entry))
            continue;
        if (values.contains(parameter.name) && values.value(parameter.name) != *entry)
            return fail(ErrorKind::Invalid,
                        QStringLiteral("%1 is given twice with different values").arg(parameter.label));
        values.insert(parameter.name, *entry);
    }
    for (const Parameter &parameter : runbook.parameters) {
        const QString byDefault = defaultOf(parameter, today);
        if (!values.contains(parameter.name) && !byDefault.isEmpty())
            values.insert(parameter.name, byDefault);
        if (!values.contains(parameter.name))
            continue;
        if (const Result<> valid = validate(parameter, values.value(parameter.name)); !valid)
            return fail(valid.error());
    }
    return values;
}

} // namespace holdpoint::runbooks
