// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/text.h>
#include <models/timeline/axis.h>
#include <models/timeline/timeline.h>

#include <QHash>

#include <optional>

namespace holdpoint::timeline {

inline constexpr qsizetype textCharacters = 160;

/// Foreign text on one line.
inline QString shown(const QString &text)
{
    return elided(visibleControls(text.trimmed().section(QLatin1Char('\n'), 0, 0)), textCharacters);
}

inline QString capital(const QString &words) { return words.isEmpty() ? words : words.at(0).toUpper() + words.mid(1); }

inline QString withReason(const QString &words, const QString &reason)
{
    return reason.trimmed().isEmpty() ? words : QStringLiteral("%1: %2").arg(words, shown(reason));
}

inline Lane paneLane(const QString &name) { return {Lane::Kind::Pane, shown(name)}; }

/// Builds the items entry by entry, beside the fold of the run's state.
class Weaver
{
public:
    Weaver(const ledger::Entry &start, const Language &language)
        : m_language(language)
        , m_axis(start)
    {
    }

    void add(const ledger::Entry &entry);
    Timeline finish();

private:
    using Handler = void (Weaver::*)(const ledger::Entry &);
    static const QHash<QString, Handler> &handlers();

    Item &begin(Lane lane, const ledger::Entry &entry, const QString &label, const QString &what);
    /// A moment: what needs no end.
    Item &moment(Lane lane, const ledger::Entry &entry, const QString &label, const QString &what);
    /// The item that was begun under this key and is still open; a stand-in where there is none, so that an end without a
    /// beginning shows too.
    Item &end(const QString &key, Lane lane, const ledger::Entry &entry, const QString &what);
    void open(const QString &key) { m_open.insert(key, m_items.size() - 1); }
    int laneIndex(const Lane &lane);
    void followStage(const ledger::Entry &entry);
    /// `otherwise` is said of a step that has not ended.
    void leaveStage(const QString &otherwise);

    void runStarted(const ledger::Entry &entry);
    void runFinished(const ledger::Entry &entry);
    void commandIntended(const ledger::Entry &entry);
    void commandFinished(const ledger::Entry &entry);
    void commandUnknown(const ledger::Entry &entry);
    void copyIntended(const ledger::Entry &entry);
    void copyFinished(const ledger::Entry &entry);
    void checkIntended(const ledger::Entry &entry);
    void checkVerdict(const ledger::Entry &entry);
    void answered(const ledger::Entry &entry);
    void skipped(const ledger::Entry &entry);
    void connection(const ledger::Entry &entry);
    void shell(const ledger::Entry &entry);
    void holdPoint(const ledger::Entry &entry);
    void decision(const ledger::Entry &entry);
    void resumed(const ledger::Entry &entry);
    void broadcastStarted(const ledger::Entry &entry);
    void broadcastEnded(const ledger::Entry &entry);
    void escalated(const ledger::Entry &entry);
    void escalationStep(const ledger::Entry &entry);
    void escalationResolved(const ledger::Entry &entry);

    [[nodiscard]] QString stageLabel(const session::Stage &stage) const;
    [[nodiscard]] QString stageName(const session::Stage &stage) const;
    [[nodiscard]] QString resultOf(const session::Stage &stage) const;
    [[nodiscard]] QString verdictWords(session::Verdict verdict) const;
    /// What the console itself put down there.
    [[nodiscard]] QString recorded(const ledger::Entry &entry, const char *key) const;

    Language m_language;
    Lane m_steps{Lane::Kind::Steps, m_language.say("timeline", "Steps")};
    Lane m_checks{Lane::Kind::Checks, m_language.say("timeline", "Checks")};
    Lane m_people{Lane::Kind::People, m_language.say("timeline", "People")};
    Lane m_escalation{Lane::Kind::Escalation, m_language.say("timeline", "Escalation")};
    Axis m_axis;
    session::RunState m_state;
    qint64 m_now = 0;
    QString m_lastActor;
    QList<Lane> m_lanes;
    QList<Item> m_items;
    QHash<QString, qsizetype> m_open;
    std::optional<qsizetype> m_stageItem;
    int m_stage = -1;
    QDateTime m_stageEntered;
};

} // namespace holdpoint::timeline
