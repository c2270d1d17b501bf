// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/language.h>
#include <models/ledger/entry.h>
#include <models/session/runstate.h>

/// What happened in a run, on one time axis.
namespace holdpoint::timeline {

/// One row of the picture: the steps, what ran on one pane, the checks, the people, the escalation.
struct Lane
{
    enum class Kind { Steps, Pane, Checks, People, Escalation };
    Kind kind = Kind::Steps;
    QString name; ///< "Steps", or the name of the pane

    friend bool operator==(const Lane &, const Lane &) = default;
};

/// How it went. The result's words say it too; a picture never says it by colour alone.
enum class Outcome { Plain, Good, Warning, Bad, Open };

/// Something that took time, or a moment (its end is its beginning).
struct Item
{
    int lane = 0; ///< index in Timeline::lanes
    qint64 fromMs = 0;
    qint64 toMs = 0;
    QString pane;   ///< where to look; empty where it happened on none
    QString label;  ///< a word or two for the picture: "2.1"
    QString what;   ///< "Command 2.1: kubectl drain node-07"
    QString result; ///< "Failed: exit status 1"; may be empty
    QString who;    ///< who did it; empty for what ran by itself
    Outcome outcome = Outcome::Plain;
    quint64 sequence = 0; ///< of the entry it begins with
    bool isMoment = true;

    friend bool operator==(const Item &, const Item &) = default;
};

/// A value; the same entries give the same timeline.
struct Timeline
{
    Language language; ///< of its words
    QString runId; ///< hexadecimal
    QString runbook;
    QString verdict; ///< as RunState::verdict()
    session::Mode mode = session::Mode::Live;
    QDateTime started; ///< the axis' zero
    qint64 durationMs = 0;
    bool isOver = false;
    QList<Lane> lanes; ///< those with something in them, in the order of Lane::Kind
    QList<Item> items; ///< in the order in which they begin
};

/// Of a run's entries, in order, from its first one on; attachments are not looked at. Empty when they do not begin with
/// "run-started". Its own words are those of the language, people's are as they wrote them.
Timeline timelineOf(const QList<ledger::Entry> &entries, const Language &language = {});

} // namespace holdpoint::timeline
