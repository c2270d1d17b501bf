// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/clock.h>
#include <models/escalation/policy.h>

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace holdpoint::escalation {

/// What happened when somebody tried to reach a contact.
enum class Outcome { Called, NoAnswer, LeftMessage, Reached, Declined };

QString outcomeName(Outcome outcome); ///< "called", "no-answer", "left-message", "reached", "declined"
std::optional<Outcome> outcomeFromName(const QString &name);

/// One try to reach somebody.
struct Attempt
{
    int rung = 0;
    QString contact;
    Outcome outcome = Outcome::Called;
    QString by;
    QString note;
    QDateTime utc;
};

/// A moment in both clocks: intervals are judged by boot time while the boot id is the same, else by wall time.
struct Moment
{
    QDateTime utc;
    qint64 bootMs = 0;
    QByteArray bootId;

    static Moment now(const Clock &clock);
    /// Milliseconds from this moment to the clock's now.
    [[nodiscard]] qint64 elapsedMs(const Clock &clock) const;
};

/// An escalation as the ledger's entries tell it. A pure value: apply() is the only thing that changes it.
///
/// Acknowledged is not resolved: an acknowledgement stops the ladder and starts a second clock (followUpMs) after which
/// the escalation calls for attention again.
struct Escalation
{
    enum class State { Idle, Running, Acknowledged, Resolved };

    static constexpr qint64 followUpMs = 30 * 60 * 1000;

    State state = State::Idle;
    QString severity;
    QString reason;
    QString startedBy;
    Moment started;
    QList<Rung> ladder; ///< as frozen at the start
    QList<Attempt> attempts;
    QString acknowledgedBy;
    QString acknowledgementNote;
    Moment acknowledged;
    QString resolution;
    QDateTime resolvedUtc;

    [[nodiscard]] bool isActive() const { return state == State::Running || state == State::Acknowledged; }
    /// The last rung whose time has come, -1 when idle.
    [[nodiscard]] int currentRung(const Clock &clock) const;
    /// Milliseconds until the rung's time, negative once it has passed.
    [[nodiscard]] qint64 remainingMs(int rung, const Clock &clock) const;
    /// UTC of the rung's time, for display and reports.
    [[nodiscard]] QDateTime dueUtc(int rung) const;
    /// Milliseconds until an acknowledged escalation asks for attention again.
    [[nodiscard]] qint64 followUpRemainingMs(const Clock &clock) const;
};

/// Bodies of the ledger's escalation entries; read back by apply().
QJsonObject startedBody(const QString &severity, const QString &reason, const QList<Rung> &ladder);
QJsonObject attemptBody(int rung, const QString &contact, Outcome outcome, const QString &note);
QJsonObject acknowledgedBody(const QString &by, const QString &note);
QJsonObject resolvedBody(const QString &resolution);

/// Folds one entry ("escalated", "escalation-attempt", "escalation-acknowledged", "escalation-resolved") into the state;
/// other types change nothing. `when` and `actor` are those of the entry.
void apply(Escalation &escalation, const QString &type, const QString &actor, const QJsonObject &body, const Moment &when);

} // namespace holdpoint::escalation
