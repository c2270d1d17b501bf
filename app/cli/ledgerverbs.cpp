// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/ledgerstamps.h>
#include <app/cli/ledgerverbs.h>
#include <app/cli/print.h>
#include <models/base/privatefile.h>
#include <models/base/text.h>
#include <models/ledger/ledger.h>
#include <models/ledger/witnessfolder.h>
#include <models/session/runstate.h>

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace holdpoint::cli {

namespace {

using ledger::Entry;
using ledger::Ledger;

constexpr qint64 checkpointBytes = 64 * 1024;

/// The runs in the order they began. Output is no part of what a run is, so it is passed over.
QList<session::RunState> foldRuns(const QList<Entry> &entries)
{
    QList<session::RunState> states;
    QHash<QByteArray, qsizetype> places;
    for (const Entry &entry : entries) {
        if (entry.type == QLatin1String("run-started")) {
            places.insert(entry.run, states.size());
            states.append(session::RunState{});
        }
        if (const auto place = places.constFind(entry.run); place != places.constEnd())
            session::apply(states[*place], entry);
    }
    return states;
}

QJsonObject runJson(const session::RunState &run)
{
    QJsonObject hosts;
    for (const session::HostRecord &host : run.hosts)
        hosts.insert(host.role, host.address);
    return {{QStringLiteral("id"), run.idText()},
            {QStringLiteral("runbook"), run.runbookId},
            {QStringLiteral("title"), run.runbookTitle},
            {QStringLiteral("state"), session::phaseName(run.phase)},
            {QStringLiteral("mode"), session::modeName(run.mode)},
            {QStringLiteral("operator"), run.operatorName},
            {QStringLiteral("hosts"), hosts},
            {QStringLiteral("started"), isoUtc(run.started)},
            {QStringLiteral("ended"), run.ended.isValid() ? QJsonValue(isoUtc(run.ended)) : QJsonValue()},
            {QStringLiteral("verdict"), run.verdict()}};
}

QString verdictName(ledger::Audit::Verdict verdict)
{
    return verdict == ledger::Audit::Verdict::Good  ? QStringLiteral("good")
           : verdict == ledger::Audit::Verdict::Bad ? QStringLiteral("bad")
                                                    : QStringLiteral("unknown");
}

/// The newest checkpoint of this ledger that the witness keeps.
std::optional<ledger::LastWitness> newestOf(const QList<ledger::KeptCheckpoint> &kept, const QString &origin,
                                            const QString &folder)
{
    std::optional<ledger::LastWitness> newest;
    for (const ledger::KeptCheckpoint &one : kept) {
        if (one.checkpoint.origin == origin)
            newest = {.size = one.checkpoint.head.size, .utc = one.checkpoint.utc, .folder = folder};
    }
    return newest;
}

QJsonObject witnessJson(const ledger::LastWitness &witness)
{
    return {{QStringLiteral("size"), qint64(witness.size)},
            {QStringLiteral("utc"), isoUtc(witness.utc)},
            {QStringLiteral("folder"), witness.folder},
            {QStringLiteral("authority"), witness.authority}};
}

/// What the ledger's folder remembers of it, which whoever has the folder can write: so it is not said to hold.
QString witnessText(const ledger::LastWitness &witness, quint64 entries)
{
    if (witness.size > entries)
        return QStringLiteral("A witness has seen %1 entries of this ledger, which has fewer now: it was cut, or set back.\n")
            .arg(witness.size);
    const qint64 minutes = std::max<qint64>(0, witness.utc.secsTo(QDateTime::currentDateTimeUtc()) / 60);
    const QString age = minutes < 120    ? QStringLiteral("%1 min").arg(minutes)
                        : minutes < 2880 ? QStringLiteral("%1 h").arg(minutes / 60)
                                         : QStringLiteral("%1 days").arg(minutes / 1440);
    const bool isStamp = witness.folder.isEmpty();
    return QStringLiteral("Witnessed up to entry %1, %2 ago, %3 %4. So the ledger's folder remembers; %5.\n")
        .arg(witness.size - 1)
        .arg(age, isStamp ? QStringLiteral("by time stamp of") : QStringLiteral("in"),
             visibleControls(isStamp ? witness.authority : witness.folder),
             isStamp ? QStringLiteral("--tsa-ca holds the ledger against its time stamps")
                     : QStringLiteral("--witness holds the ledger against what is kept there"));
}

/// One line a rule and day is enough for people: a rule that is applied erases of many runs.
QList<ledger::ErasureNote> erasuresByDay(const QList<ledger::ErasureNote> &notes)
{
    QList<ledger::ErasureNote> days;
    for (const ledger::ErasureNote &note : notes) {
        const auto same = std::ranges::find_if(days, [&](const ledger::ErasureNote &day) {
            return day.rule == note.rule && day.utc.date() == note.utc.date();
        });
        if (same == days.end()) {
            days.append(note);
            continue;
        }
        same->attachments += note.attachments;
        same->bytes += note.bytes;
    }
    return days;
}

QString erasureText(const ledger::ErasureNote &note)
{
    return QStringLiteral("%1 %2 erased under rule %3 on %4, %5 bytes.\n")
        .arg(note.attachments)
        .arg(note.attachments == 1 ? QStringLiteral("attachment") : QStringLiteral("attachments"), visibleControls(note.rule),
             note.utc.date().toString(Qt::ISODate))
        .arg(note.bytes);
}

QJsonArray erasuresJson(const QList<ledger::ErasureNote> &notes)
{
    QJsonArray array;
    for (const ledger::ErasureNote &note : notes)
        array.append(QJsonObject{{QStringLiteral("rule"), note.rule},
                                 {QStringLiteral("date"), note.utc.date().toString(Qt::ISODate)},
                                 {QStringLiteral("attachments"), qint64(note.attachments)},
                                 {QStringLiteral("bytes"), qint64(note.bytes)}});
    return array;
}

QJsonObject entryJson(const Entry &entry)
{
    QJsonArray attachments;
    for (const ledger::Attachment &attachment : entry.attachments) {
        attachments.append(QJsonObject{{QStringLiteral("size"), qint64(attachment.size)},
                                       {QStringLiteral("commitment"), QString::fromLatin1(attachment.commitment.toHex())}});
    }
    return {{QStringLiteral("seq"), qint64(entry.sequence)},
            {QStringLiteral("utc"), isoUtc(entry.utc)},
            {QStringLiteral("type"), entry.type},
            {QStringLiteral("actor"), entry.actor},
            {QStringLiteral("run"), QString::fromLatin1(entry.run.toHex())},
            {QStringLiteral("body"), entry.body},
            {QStringLiteral("attachments"), attachments},
            {QStringLiteral("leaf"), QString::fromLatin1(entry.leaf.toHex())}};
}

} // namespace

ExitCode runs(const app::Paths &paths, const RunSelection &selection, Format format)
{
    const auto filter = selection.filter();
    if (!filter) {
        complain(filter.error());
        return ExitCode::Usage;
    }
    const QString file = paths.ledger() + QStringLiteral("/ledger.db");
    QList<Entry> entries;
    if (QFileInfo::exists(file)) {
        const auto read = ledger::readEntries(file, Ledger::Attachments::Skip);
        if (!read) {
            complain(read.error());
            return ExitCode::LedgerTrouble;
        }
        entries = *read;
    }
    QList<session::RunState> states = foldRuns(entries);
    std::ranges::reverse(states);
    states.removeIf([&](const session::RunState &run) { return !filter->matches(run); });
    if (format == Format::Json) {
        QJsonArray array;
        for (const session::RunState &run : states)
            array.append(runJson(run));
        print(QJsonObject{{QStringLiteral("runs"), array}});
        return ExitCode::Done;
    }
    for (const session::RunState &run : states) {
        print(QStringLiteral("%1  %2  %3 %4  %5  %6  %7\n")
                  .arg(run.idText(), isoUtc(run.started), run.runbookId, run.runbookTitle, session::modeName(run.mode),
                       run.operatorName, run.verdict()));
    }
    return ExitCode::Done;
}

ExitCode ledgerVerify(const QString &path, const OutsideView &outside, Format format)
{
    const auto checkpoint = outside.checkpoint.isEmpty() ? QByteArray() : readFile(outside.checkpoint, checkpointBytes);
    const auto kept = outside.witness.isEmpty() ? QList<ledger::KeptCheckpoint>() : ledger::keptCheckpoints(outside.witness);
    if (!checkpoint || !kept) {
        const Error &error = checkpoint ? kept.error() : checkpoint.error();
        complain(error);
        return exitCodeFor(error);
    }
    auto audit = ledger::auditFile(path, *checkpoint);
    if (audit && audit->verdict == ledger::Audit::Verdict::Good && !outside.witness.isEmpty())
        audit = ledger::auditAgainst(path, *kept);
    if (!audit) {
        complain(audit.error());
        return audit.error().kind == ErrorKind::NotFound ? ExitCode::Usage : ExitCode::LedgerTrouble;
    }
    const auto stamps = checkStamps(path, outside, *audit);
    if (!stamps) {
        complain(stamps.error());
        return exitCodeFor(stamps.error());
    }
    const QString verdict = verdictName(audit->verdict);
    const QList<ledger::ErasureNote> erasures = erasuresByDay(audit->erasures);
    const auto last = outside.witness.isEmpty() ? ledger::lastWitness(QFileInfo(path).absolutePath())
                                                : newestOf(*kept, audit->origin, outside.witness);
    if (format == Format::Json) {
        print(QJsonObject{{QStringLiteral("verdict"), verdict},
                          {QStringLiteral("entries"), qint64(audit->entries)},
                          {QStringLiteral("first_bad"), audit->firstBad ? QJsonValue(qint64(*audit->firstBad)) : QJsonValue()},
                          {QStringLiteral("reason"), audit->reason},
                          {QStringLiteral("witnessed"), qint64(audit->witnessed)},
                          {QStringLiteral("erased"), erasuresJson(erasures)},
                          {QStringLiteral("last_witness"), last ? QJsonValue(witnessJson(*last)) : QJsonValue()},
                          {QStringLiteral("timestamps"), stampsJson(*stamps)}});
    } else {
        print(QStringLiteral("%1: %2 entries, checkpoints fit up to %3.%4\n")
                  .arg(verdict).arg(audit->entries).arg(audit->witnessed)
                  .arg(audit->reason.isEmpty() ? QString() : QLatin1Char(' ') + audit->reason));
        if (audit->verdict == ledger::Audit::Verdict::Good && audit->witnessed < audit->entries)
            print(QStringLiteral("No checkpoint vouches for the last %1: whoever can write the file could have rewritten them. A "
                                 "checkpoint that was kept elsewhere (--checkpoint, --witness) would show it.\n")
                      .arg(audit->entries - audit->witnessed));
        for (const ledger::ErasureNote &note : erasures)
            print(erasureText(note));
        if (last)
            print(witnessText(*last, audit->entries));
        print(stampsText(*stamps));
    }
    return audit->verdict == ledger::Audit::Verdict::Good  ? ExitCode::Done
           : audit->verdict == ledger::Audit::Verdict::Bad ? ExitCode::Failed
                                                           : ExitCode::LedgerTrouble;
}

ExitCode ledgerExport(const QString &path)
{
    const auto entries = ledger::readEntries(path, Ledger::Attachments::Skip);
    if (!entries) {
        complain(entries.error());
        return entries.error().kind == ErrorKind::NotFound ? ExitCode::Usage : ExitCode::LedgerTrouble;
    }
    for (const Entry &entry : *entries)
        printLine(entryJson(entry));
    return ExitCode::Done;
}

} // namespace holdpoint::cli
