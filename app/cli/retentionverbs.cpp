// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/console.h>
#include <app/cli/print.h>
#include <app/cli/retentionverbs.h>
#include <app/cli/runverb.h>
#include <app/cli/waiting.h>
#include <app/paths.h>
#include <models/audit/searchindex.h>
#include <models/base/clock.h>
#include <models/base/text.h>
#include <models/retention/retention.h>
#include <models/retention/retentionwords.h>
#include <models/session/viewing.h>
#include <models/session/viewingtray.h>

#include <QFileInfo>
#include <QJsonArray>

namespace holdpoint::cli {

namespace {

using retention::Due;
using retention::Plan;

ExitCode failed(const Error &error)
{
    complain(error);
    return exitCodeFor(error);
}

QString actorOf(const QString &operatorName) { return operatorName.isEmpty() ? app::localOperator() : operatorName; }

Result<std::unique_ptr<ledger::Ledger>> openLedger(const QString &file, const Clock &clock)
{
    if (!QFileInfo(file).isFile())
        return fail(ErrorKind::NotFound, QStringLiteral("%1: no such ledger").arg(file));
    if (QFileInfo(file).fileName() != QLatin1String("ledger.db"))
        return fail(ErrorKind::NotPermitted,
                    QStringLiteral("%1 is a copy of a ledger: bytes are erased where it is kept, in its "
                                   "ledger.db")
                        .arg(file));
    return ledger::Ledger::open(QFileInfo(file).absolutePath(), clock);
}

QString runText(const QByteArray &run) { return QString::fromLatin1(run.toHex()); }

QJsonObject dueJson(const Due &due)
{
    return {{QStringLiteral("rule"), due.erasure.rule},        {QStringLiteral("reason"), due.erasure.reason},
            {QStringLiteral("run"), runText(due.erasure.run)}, {QStringLiteral("subject"), due.subject},
            {QStringLiteral("since"), isoUtc(due.since)},      {QStringLiteral("attachments"), qint64(due.attachments)},
            {QStringLiteral("bytes"), qint64(due.bytes)}};
}

void tellPlan(const Plan &plan)
{
    for (const Due &due : plan.due) {
        print(QStringLiteral("%1  %2  %3  %4  %5\n")
                  .arg(due.erasure.rule, runText(due.erasure.run), isoUtc(due.since),
                       retention::amountWords(due.attachments, due.bytes), due.subject));
    }
    if (plan.openRuns > 0)
        print(QStringLiteral("%1 not over, and left alone: finish or stop such runs.\n")
                  .arg(plan.openRuns == 1 ? QStringLiteral("1 run is")
                                          : QStringLiteral("%1 runs are").arg(plan.openRuns)));
}

QJsonObject planJson(const Plan &plan)
{
    QJsonArray due;
    for (const Due &one : plan.due)
        due.append(dueJson(one));
    return {{QStringLiteral("due"), due},
            {QStringLiteral("attachments"), qint64(plan.attachments())},
            {QStringLiteral("bytes"), qint64(plan.bytes())},
            {QStringLiteral("open_runs"), plan.openRuns}};
}

void tell(const Plan &plan, const QString &last, Format format, QJsonObject more)
{
    if (format == Format::Json) {
        QJsonObject json = planJson(plan);
        for (auto value = more.begin(); value != more.end(); ++value)
            json.insert(value.key(), value.value());
        print(json);
        return;
    }
    tellPlan(plan);
    print(last + u'\n');
}

/// Every entry whose attachments the ledger says are erased.
Result<QList<quint64>> erasedIn(ledger::Ledger &ledger)
{
    const auto entries = await(ledger.entriesOfType(QString::fromUtf16(ledger::erasedType)));
    if (!entries)
        return fail(entries.error());
    QList<quint64> sequences;
    for (const ledger::Entry &entry : *entries) {
        const auto record = ledger::erasureIn(entry);
        for (qsizetype i = 0; record && i < record->ranges.size(); ++i) {
            for (quint64 sequence = record->ranges[i].first; sequence <= record->ranges[i].second; ++sequence)
                sequences.append(sequence);
        }
    }
    return sequences;
}

/// A search must not find what is erased, also by a process that was interrupted before it could say so to the index.
/// Says what may be left; empty when nothing is.
QString forgetErased(ledger::Ledger &ledger)
{
    const auto erased = erasedIn(ledger);
    const Result<> forgotten =
        erased ? audit::SearchIndex::forgetIn(ledger.folder(), ledger.origin(), *erased) : fail(erased.error());
    if (forgotten)
        return {};
    if (forgotten.error().kind == ErrorKind::Busy)
        return QStringLiteral("The search index is in use: what is erased may be found in it until the next search.");
    return QStringLiteral("What is erased may still be found in the search index: ") + forgotten.error().detail;
}

/// Erases what is planned and says what became of it.
ExitCode carryOut(ledger::Ledger &ledger, retention::Retention &keeper, const Plan &plan, Format format)
{
    const auto erased = plan.due.isEmpty() ? Result<ledger::Erased>(ledger::Erased()) : await(keeper.erase(plan));
    if (!erased)
        return failed(erased.error());
    const QString searchRemainder = forgetErased(ledger);
    QString last = plan.due.isEmpty()
                       ? QStringLiteral("Nothing is due.")
                       : QStringLiteral("Erased: %1. %2")
                             .arg(retention::amountWords(erased->attachments, erased->bytes), retention::limitWords());
    if (!erased->remainder.isEmpty())
        last += QStringLiteral("\nTraces may be left in unused parts of the file until the next erasure: ")
                + erased->remainder;
    if (!searchRemainder.isEmpty())
        last += u'\n' + searchRemainder;
    QJsonArray records;
    for (const ledger::Entry &entry : erased->records)
        records.append(qint64(entry.sequence));
    tell(plan, last, format,
         {{QStringLiteral("erased"), qint64(erased->attachments)},
          {QStringLiteral("erased_bytes"), qint64(erased->bytes)},
          {QStringLiteral("records"), records},
          {QStringLiteral("remainder"), erased->remainder},
          {QStringLiteral("search_remainder"), searchRemainder}});
    return ExitCode::Done;
}

ExitCode tellDue(const RetainRequest &request, const retention::Rules &rules)
{
    const auto stored = ledger::readStoredAttachments(request.ledger);
    const auto entries =
        stored ? ledger::readEntries(request.ledger, ledger::Ledger::Attachments::Skip) : fail(stored.error());
    if (!entries)
        return failed(entries.error());
    const Plan plan = retention::planByRules(rules, {*stored, *entries}, QDateTime::currentDateTimeUtc(),
                                             actorOf(request.operatorName));
    tell(plan,
         plan.due.isEmpty() ? QStringLiteral("Nothing is due.")
                            : QStringLiteral("Due: %1. Nothing was erased.")
                                  .arg(retention::amountWords(plan.attachments(), plan.bytes())),
         request.format, {{QStringLiteral("erased"), 0}});
    return ExitCode::Done;
}

bool isConfirmed(Console &console, const Plan &plan, const QString &run)
{
    print(QStringLiteral("%1, for good, of run %2 (%3). %4\n")
              .arg(retention::amountWords(plan.attachments(), plan.bytes()), run, plan.due.first().subject,
                   retention::limitWords()));
    const auto line = askLine(console, QStringLiteral("Erase them? Type yes: "));
    return line && line->trimmed() == QLatin1String("yes");
}

Result<QList<ledger::Entry>> startedIn(QList<ledger::Entry> entries)
{
    entries.removeIf([](const ledger::Entry &entry) { return entry.type != QLatin1String("run-started"); });
    return entries;
}

/// Of a look that came on record later, when it did.
QDateTime recordedLater(const ledger::Entry &entry)
{
    return entry.body.contains(QLatin1String("looked")) ? entry.utc : QDateTime();
}

QJsonObject viewingJson(const session::Viewing &viewing, const QDateTime &recorded)
{
    QJsonObject json{{QStringLiteral("utc"), isoUtc(viewing.utc)},
                     {QStringLiteral("run"), runText(viewing.run)},
                     {QStringLiteral("by"), viewing.by},
                     {QStringLiteral("how"), viewing.how},
                     {QStringLiteral("panes"), QJsonArray::fromStringList(viewing.panes)}};
    if (recorded.isValid())
        json.insert(QStringLiteral("recorded"), isoUtc(recorded));
    return json;
}

QString viewingWords(const session::Viewing &viewing, const QDateTime &recorded)
{
    const QString panes =
        viewing.panes.isEmpty() ? QStringLiteral("all panes") : viewing.panes.join(QStringLiteral(", "));
    const QString words = QStringLiteral("%1  %2  %3 looked at %4 in %5")
                              .arg(isoUtc(viewing.utc), runText(viewing.run), viewing.by, panes, viewing.how);
    return visibleControls(recorded.isValid() ? words + QStringLiteral(", put on record at ") + isoUtc(recorded)
                                              : words);
}

QString waitingWords(qsizetype waiting)
{
    return (waiting == 1 ? QStringLiteral("1 look is") : QStringLiteral("%1 looks are").arg(waiting))
           + QStringLiteral(
               " not on record yet: the next program that opens the ledger for a run or a report puts them there.\n");
}

} // namespace

ExitCode ledgerRetain(const RetainRequest &request)
{
    const auto rules = retention::loadRules(request.rules);
    if (!rules) {
        if (rules.error().kind == ErrorKind::NotFound)
            return failed({ErrorKind::NotFound,
                           QStringLiteral("there are no rules for retention, so nothing is erased: write %1 (its "
                                          "form is in the manual page), or name a file with --rules")
                               .arg(request.rules)});
        return failed(rules.error());
    }
    if (request.act == RetainRequest::Act::Tell)
        return tellDue(request, *rules);
    const SystemClock clock;
    const auto opened = openLedger(request.ledger, clock);
    if (!opened)
        return failed(opened.error());
    retention::Retention keeper(**opened, clock, actorOf(request.operatorName));
    const auto plan = await(keeper.planByRules(*rules));
    return plan ? carryOut(**opened, keeper, *plan, request.format) : failed(plan.error());
}

ExitCode ledgerErase(const EraseRequest &request)
{
    if (request.reason.trimmed().isEmpty()) {
        complain({ErrorKind::Invalid, QStringLiteral("say why it is erased: --reason stays in the record")});
        return ExitCode::Usage;
    }
    const SystemClock clock;
    const auto opened = openLedger(request.ledger, clock);
    if (!opened)
        return failed(opened.error());
    const auto run = findRun(**opened, request.run);
    if (!run)
        return failed(run.error());
    retention::Retention keeper(**opened, clock, actorOf(request.operatorName));
    const auto plan = await(keeper.planForRun(*run, request.reason));
    if (!plan)
        return failed(plan.error());
    if (!plan->due.isEmpty() && request.consent == EraseRequest::Consent::Asked) {
        Console console(Console::Input::Allowed);
        if (!console.isInteractive()) {
            complain({ErrorKind::NotPermitted,
                      QStringLiteral("nothing was erased: a person must confirm it, or --yes be given")});
            return ExitCode::PersonNeeded;
        }
        if (!isConfirmed(console, *plan, runText(*run))) {
            complain({ErrorKind::Cancelled, QStringLiteral("nothing was erased")});
            return ExitCode::Refused;
        }
    }
    return carryOut(**opened, keeper, *plan, request.format);
}

ExitCode ledgerViews(const QString &ledger, const QString &run, Format format)
{
    const auto entries = ledger::readEntries(ledger, ledger::Ledger::Attachments::Skip);
    if (!entries)
        return failed(entries.error());
    const auto id = run.isEmpty() ? Result<QByteArray>(QByteArray()) : findRun(startedIn(*entries), run);
    if (!id)
        return failed(id.error());
    QJsonArray views;
    for (const ledger::Entry &entry : *entries) {
        const auto viewing = session::viewingIn(entry);
        if (!viewing || (!id->isEmpty() && viewing->run != *id))
            continue;
        const QDateTime recorded = recordedLater(entry);
        views.append(viewingJson(*viewing, recorded));
        if (format == Format::Text)
            print(viewingWords(*viewing, recorded) + u'\n');
    }
    const qsizetype waiting = session::ViewingTray::waiting(QFileInfo(ledger).absolutePath());
    if (format == Format::Json)
        print(QJsonObject{{QStringLiteral("views"), views}, {QStringLiteral("waiting"), waiting}});
    else if (waiting > 0)
        print(waitingWords(waiting));
    else if (views.isEmpty())
        print(QStringLiteral("Nobody has looked at a recording.\n"));
    return ExitCode::Done;
}

} // namespace holdpoint::cli
