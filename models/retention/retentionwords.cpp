// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/retention/retentionwords.h>

#include <QStringList>

namespace holdpoint::retention {

namespace {

QString className(Class kind)
{
    switch (kind) {
    case Class::Recordings: return QStringLiteral("recordings");
    case Class::Checks: return QStringLiteral("output of checks");
    case Class::Sources: return QStringLiteral("runbook sources");
    case Class::Trusted: return QStringLiteral("replaced versions of trusted files");
    }
    return {};
}

QString sizeWords(quint64 bytes)
{
    constexpr double unit = 1024;
    if (bytes < quint64(unit))
        return QStringLiteral("%1 bytes").arg(bytes);
    const double kibibytes = double(bytes) / unit;
    return kibibytes < unit ? QStringLiteral("%1 KiB").arg(kibibytes, 0, 'f', 1)
                            : QStringLiteral("%1 MiB").arg(kibibytes / unit, 0, 'f', 1);
}

} // namespace

QString ruleWords(const Rule &rule)
{
    QStringList classes;
    for (const Class kind : rule.classes)
        classes.append(className(kind));
    const QString last = classes.takeLast();
    const QString what = classes.isEmpty() ? last : classes.join(QStringLiteral(", ")) + QStringLiteral(" and ") + last;
    QStringList modes;
    for (const session::Mode mode : rule.modes)
        modes.append(session::modeName(mode));
    constexpr int allModes = 3;
    const QString of = rule.modes.size() == allModes
                           ? QString()
                           : QStringLiteral(" of %1 runs").arg(modes.join(QStringLiteral(" and ")));
    if (rule.keepDays == 0)
        return QStringLiteral("%1%2 are not kept when the run is over").arg(what, of);
    return QStringLiteral("%1%2 are kept for %3 %4")
        .arg(what, of)
        .arg(rule.keepDays)
        .arg(rule.keepDays == 1 ? QStringLiteral("day") : QStringLiteral("days"));
}

QString amountWords(quint64 attachments, quint64 bytes)
{
    return QStringLiteral("%1 %2, %3")
        .arg(attachments)
        .arg(attachments == 1 ? QStringLiteral("attachment") : QStringLiteral("attachments"), sizeWords(bytes));
}

QString limitWords()
{
    return QStringLiteral(
        "The records stay, with the commands, answers and notes in them and the first 4 KiB of what a "
        "command printed. Reports that were exported, files that were fetched and copies of the ledger "
        "elsewhere are not reached.");
}

} // namespace holdpoint::retention
