// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/runevents.h>
#include <models/base/clock.h>
#include <models/session/unrecorded.h>

#include <QSet>

namespace holdpoint::cli {

namespace {

QString text(const ledger::Entry &entry, const char *key) { return entry.body[QLatin1String(key)].toString(); }

/// "Prerequisites", "Step 2", "Verification".
QString stageWords(const ledger::Entry &entry)
{
    const QString id = text(entry, "stage");
    return id == QLatin1String("pre")      ? QStringLiteral("Prerequisites")
           : id == QLatin1String("verify") ? QStringLiteral("Verification")
                                           : QStringLiteral("Step %1").arg(id);
}

/// That not everything in a passed stage was done; empty when it was.
QString exceptionWords(const ledger::Entry &entry, const session::RunState &state)
{
    const session::Stage *stage = state.stage(text(entry, "stage"));
    return stage && stage->status == session::StageStatus::Passed && stage->hasExceptions() ? QStringLiteral(" with exceptions")
                                                                                            : QString();
}

} // namespace

std::optional<QJsonObject> runEvent(const ledger::Entry &entry)
{
    static const QSet<QString> events{
        QStringLiteral("run-started"),      QStringLiteral("connected"),         QStringLiteral("command-intended"),
        QStringLiteral("command-finished"), QStringLiteral("command-unknown"),   QStringLiteral("check-verdict"),
        QStringLiteral("hold-point"),       QStringLiteral("answered"),          QStringLiteral("step-passed"),
        QStringLiteral("step-failed"),      QStringLiteral("skipped"),           QStringLiteral("rollback-started"),
        QStringLiteral("rollback-finished"), QStringLiteral("escalated"),        QStringLiteral("handed-over"),
        QStringLiteral("run-finished"),     QString::fromUtf16(session::unrecordedType)};
    if (!events.contains(entry.type))
        return std::nullopt;
    QJsonObject event{{QStringLiteral("event"), entry.type},
                      {QStringLiteral("run"), QString::fromLatin1(entry.run.toHex())},
                      {QStringLiteral("utc"), isoUtc(entry.utc)}};
    if (entry.record.isEmpty())
        event.insert(QStringLiteral("unrecorded"), true);
    else
        event.insert(QStringLiteral("seq"), qint64(entry.sequence));
    // Names of the ledger's bodies and of the event, where they differ.
    constexpr std::array<std::pair<const char *, const char *>, 16> keys{{
        {"stage", "step"},       {"command", "command"}, {"host", "host"},   {"exit", "exit"},     {"verdict", "verdict"},
        {"evidence", "evidence"}, {"check", "check"},    {"text", "text"},   {"reason", "reason"}, {"open", "open"},
        {"what", "what"},        {"mode", "mode"},       {"runbook", "runbook"}, {"expected", "expected"}, {"role", "role"},
        {"file", "file"},
    }};
    for (const auto &[from, to] : keys) {
        if (const QJsonValue value = entry.body[QLatin1String(from)]; !value.isUndefined())
            event.insert(QLatin1String(to), value);
    }
    return event;
}

std::optional<QString> runLine(const ledger::Entry &entry, const session::RunState &state)
{
    const QString &type = entry.type;
    if (type == QLatin1String("run-started"))
        return QStringLiteral("Run %1 of %2 %3 began (%4)")
            .arg(state.idText(), text(entry, "runbook"), text(entry, "title"), text(entry, "mode"));
    if (type == QLatin1String("connected"))
        return QStringLiteral("Connected \"%1\" to %2, host key %3, over %4")
            .arg(text(entry, "role"), text(entry, "address"), text(entry, "key_fingerprint"), text(entry, "client"));
    if (type == QLatin1String("command-finished"))
        return QStringLiteral("Command %1: %2").arg(text(entry, "command"), text(entry, "outcome"));
    if (type == QLatin1String("command-unknown"))
        return QStringLiteral("Command %1: outcome unknown, %2").arg(text(entry, "command"), text(entry, "reason"));
    if (type == QLatin1String("check-verdict"))
        return QStringLiteral("Check \"%1\": %2 (%3)")
            .arg(text(entry, "text"), text(entry, "verdict"),
                 entry.body[QLatin1String("evidence")].toObject()[QLatin1String("explanation")].toString());
    if (type == QLatin1String("answered"))
        return QStringLiteral("Check \"%1\": %2, answered by %3")
            .arg(text(entry, "text"), text(entry, "verdict"),
                 entry.body[QLatin1String("evidence")].toObject()[QLatin1String("by")].toString());
    if (type == QLatin1String("step-passed"))
        return QStringLiteral("%1 passed%2").arg(stageWords(entry), exceptionWords(entry, state));
    if (type == QLatin1String("step-failed"))
        return QStringLiteral("%1 failed: %2").arg(stageWords(entry), text(entry, "what"));
    if (type == QLatin1String("skipped"))
        return QStringLiteral("Skipped %1: %2")
            .arg(text(entry, "subject").isEmpty() ? text(entry, "stage") : text(entry, "subject"), text(entry, "reason"));
    if (type == QLatin1String("rollback-started"))
        return QStringLiteral("Rolling back, last step first");
    if (type == QLatin1String("disconnected"))
        return QStringLiteral("Lost \"%1\": %2").arg(text(entry, "role"), text(entry, "reason"));
    if (type == QLatin1String("shell-opened") && entry.body[QLatin1String("found")].toBool())
        return QStringLiteral("Found \"%1\" again in tmux: recorded, not shown here").arg(text(entry, "pane"));
    if (type == QLatin1String("shell-closed") && entry.body[QLatin1String("gone")].toBool())
        return QStringLiteral("tmux does not have \"%1\" any more: it ended, or the host started anew")
            .arg(text(entry, "pane"));
    if (type == QStringView(session::unrecordedType))
        return QStringLiteral("The ledger works again. What was done unrecorded from %1 to %2 has been told to it")
            .arg(text(entry, "from"), text(entry, "to"));
    if (type == QLatin1String("run-finished"))
        return QStringLiteral("Run %1: %2").arg(state.idText(), text(entry, "verdict"));
    return std::nullopt;
}

} // namespace holdpoint::cli
