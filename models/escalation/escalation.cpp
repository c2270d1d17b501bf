// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/escalation/escalation.h>

#include <QJsonArray>

#include <array>

namespace holdpoint::escalation {

namespace {

constexpr std::array outcomeNames{"called", "no-answer", "left-message", "reached", "declined"};

QJsonObject rungJson(const Rung &rung)
{
    return {{QStringLiteral("label"), rung.label},
            {QStringLiteral("action"), rung.action},
            {QStringLiteral("delay_ms"), qint64{rung.delay.count()}},
            {QStringLiteral("contact"), rung.contactName},
            {QStringLiteral("phone"), rung.phone},
            {QStringLiteral("email"), rung.email},
            {QStringLiteral("method"), rung.method}};
}

Rung rungFrom(const QJsonObject &json)
{
    return {.label = json[QLatin1String("label")].toString(),
            .action = json[QLatin1String("action")].toString(),
            .delay = std::chrono::milliseconds(json[QLatin1String("delay_ms")].toInteger()),
            .contactName = json[QLatin1String("contact")].toString(),
            .phone = json[QLatin1String("phone")].toString(),
            .email = json[QLatin1String("email")].toString(),
            .method = json[QLatin1String("method")].toString()};
}

} // namespace

QString outcomeName(Outcome outcome) { return QLatin1String(outcomeNames.at(size_t(outcome))); }

std::optional<Outcome> outcomeFromName(const QString &name)
{
    for (size_t index = 0; index < outcomeNames.size(); ++index) {
        if (name == QLatin1String(outcomeNames.at(index)))
            return Outcome(index);
    }
    return std::nullopt;
}

Moment Moment::now(const Clock &clock) { return {clock.utcNow(), clock.bootMs(), clock.bootId()}; }

qint64 Moment::elapsedMs(const Clock &clock) const
{
    return bootId == clock.bootId() ? clock.bootMs() - bootMs : utc.msecsTo(clock.utcNow());
}

int Escalation::currentRung(const Clock &clock) const
{
    if (!isActive())
        return -1;
    const qint64 elapsed = started.elapsedMs(clock);
    int current = -1;
    for (int index = 0; index < ladder.size() && ladder[index].delay.count() <= elapsed; ++index)
        current = index;
    return current;
}

qint64 Escalation::remainingMs(int rung, const Clock &clock) const
{
    return ladder.value(rung).delay.count() - started.elapsedMs(clock);
}

QDateTime Escalation::dueUtc(int rung) const { return started.utc.addMSecs(ladder.value(rung).delay.count()); }

qint64 Escalation::followUpRemainingMs(const Clock &clock) const { return followUpMs - acknowledged.elapsedMs(clock); }

QJsonObject startedBody(const QString &severity, const QString &reason, const QList<Rung> &ladder)
{
    QJsonArray rungs;
    for (const Rung &rung : ladder)
        rungs.append(rungJson(rung));
    return {
        {QStringLiteral("severity"), severity}, {QStringLiteral("reason"), reason}, {QStringLiteral("ladder"), rungs}};
}

QJsonObject attemptBody(int rung, const QString &contact, Outcome outcome, const QString &note)
{
    return {{QStringLiteral("rung"), rung},
            {QStringLiteral("contact"), contact},
            {QStringLiteral("outcome"), outcomeName(outcome)},
            {QStringLiteral("note"), note}};
}

QJsonObject acknowledgedBody(const QString &by, const QString &note)
{
    return {{QStringLiteral("by"), by}, {QStringLiteral("note"), note}};
}

QJsonObject resolvedBody(const QString &resolution) { return {{QStringLiteral("resolution"), resolution}}; }

void apply(Escalation &escalation, const QString &type, const QString &actor, const QJsonObject &body,
           const Moment &when)
{
    if (type == QLatin1String("escalated")) {
        escalation = {};
        escalation.state = Escalation::State::Running;
        escalation.severity = body[QLatin1String("severity")].toString();
        escalation.reason = body[QLatin1String("reason")].toString();
        escalation.startedBy = actor;
        escalation.started = when;
        for (const auto rung : body[QLatin1String("ladder")].toArray())
            escalation.ladder.append(rungFrom(rung.toObject()));
    } else if (type == QLatin1String("escalation-attempt")) {
        const auto outcome = outcomeFromName(body[QLatin1String("outcome")].toString());
        escalation.attempts.append({.rung = body[QLatin1String("rung")].toInt(),
                                    .contact = body[QLatin1String("contact")].toString(),
                                    .outcome = outcome.value_or(Outcome::Called),
                                    .by = actor,
                                    .note = body[QLatin1String("note")].toString(),
                                    .utc = when.utc});
    } else if (type == QLatin1String("escalation-acknowledged")) {
        escalation.state = Escalation::State::Acknowledged;
        escalation.acknowledgedBy = body[QLatin1String("by")].toString();
        escalation.acknowledgementNote = body[QLatin1String("note")].toString();
        escalation.acknowledged = when;
    } else if (type == QLatin1String("escalation-resolved")) {
        escalation.state = Escalation::State::Resolved;
        escalation.resolution = body[QLatin1String("resolution")].toString();
        escalation.resolvedUtc = when.utc;
    }
}

} // namespace holdpoint::escalation
