// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/entry.h>

#include <QJsonArray>
#include <QMap>

#include <deque>

namespace holdpoint::session {

inline constexpr char16_t unrecordedType[] = u"unrecorded-interval";

/// What is done in a run while its ledger cannot be written and a person has chosen to go on: held in memory, until the
/// ledger takes an entry that tells it. What the panes show is counted, not kept.
///
/// Invariants: bounded; when it is full the oldest is forgotten, and how much that was is told.
class Unrecorded
{
public:
    static constexpr qsizetype mostEvents = 4096;
    static constexpr qsizetype mostBytes = 4 << 20;

    Unrecorded(QString reason, QString by, QString cause, const QDateTime &since);

    [[nodiscard]] const QString &reason() const { return m_reason; }
    [[nodiscard]] const QDateTime &since() const { return m_since; }
    [[nodiscard]] qsizetype count() const { return qsizetype(m_events.size()); }
    /// What has not been told yet, as the draft will tell it.
    [[nodiscard]] QJsonArray events() const;

    void remember(const ledger::Entry &entry);
    /// The entry that tells all of it so far.
    [[nodiscard]] ledger::Draft draft(const QByteArray &run, const QDateTime &until);
    /// The last draft is in the ledger: what it told is forgotten here. True when that was everything.
    bool told();

private:
    struct Event
    {
        QJsonObject json;
        qsizetype bytes = 0;
    };

    QString m_reason;
    QString m_by;
    QString m_cause;
    QDateTime m_since;
    QDateTime m_from;  ///< of what has not been told yet
    QDateTime m_until; ///< of the last draft
    std::deque<Event> m_events;
    qsizetype m_bytes = 0;
    qint64 m_forgotten = 0;
    qsizetype m_drafted = 0;         ///< events in the last draft
    qint64 m_forgottenInDraft = 0;   ///< that it tells of
    qint64 m_forgottenFromDraft = 0; ///< events of it that are not here any more
    QMap<QString, qint64> m_shown;   ///< bytes by pane
};

/// Why something is not done while nothing is recorded, for an error: "command 1.1", "the step ...".
QString unrecordedRefusal(const QString &what);

/// What an "unrecorded-interval" entry tells, as the entries that would have been written; nothing for other types.
QList<ledger::Entry> rememberedIn(const ledger::Entry &entry);
/// The entries, with what was remembered after the entry that tells it.
QList<ledger::Entry> withRemembered(const QList<ledger::Entry> &entries);

} // namespace holdpoint::session
