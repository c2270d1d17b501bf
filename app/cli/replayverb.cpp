// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/replayverb.h>

#include <app/cli/interruption.h>
#include <app/cli/print.h>
#include <app/cli/replayscreen.h>
#include <app/cli/runverb.h>
#include <app/cli/screentext.h>
#include <app/cli/viewingrecord.h>
#include <models/base/text.h>
#include <models/ledger/ledgercopy.h>
#include <models/replay/eventlines.h>
#include <models/session/viewing.h>
#include <models/timeline/axis.h>
#include <models/timeline/timelinesvg.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <unistd.h>

namespace holdpoint::cli {

namespace {

using ledger::Entry;
using ledger::LedgerCopy;
using replay::RecordedPane;

constexpr qsizetype piecesAtOnce = 16;

ExitCode failed(const Error &error)
{
    complain(error);
    return exitCodeFor(error);
}

qint64 milliseconds(double seconds) { return qint64(std::llround(seconds * 1000)); }

Result<QList<Entry>> entriesOf(LedgerCopy &copy, const QString &run)
{
    const auto id = findRun(copy.entriesOfType(QStringLiteral("run-started")), run);
    return id ? copy.entries(*id) : fail(id.error());
}

Result<RecordedPane> paneNamed(const QList<RecordedPane> &panes, const QString &name)
{
    if (panes.isEmpty())
        return fail(ErrorKind::NotFound,
                    QStringLiteral("no terminal showed anything in this run: there is nothing to replay"));
    if (name.isEmpty())
        return panes.first();
    QStringList names;
    for (const RecordedPane &pane : panes) {
        if (pane.name == name)
            return pane;
        names.append(pane.name);
    }
    return fail(ErrorKind::NotFound, QStringLiteral("no pane \"%1\" was recorded in this run; there are %2")
                                         .arg(name, names.join(QStringLiteral(", "))));
}

/// Feeds a pane's recording to a screen and prints what leaves it.
class TextReplay
{
public:
    TextReplay(const RecordedPane &pane, qint64 fromMs)
        : m_pane(pane)
        , m_fromMs(fromMs)
        , m_screen(pane.columns, pane.rows)
        , m_text(m_screen)
        , m_isSkipping(fromMs > 0)
    {
    }

    Result<> run(LedgerCopy &copy)
    {
        for (qsizetype at = 0; at < m_pane.pieces.size(); at += piecesAtOnce) {
            QList<quint64> sequences;
            for (const replay::Piece &piece : m_pane.pieces.mid(at, piecesAtOnce))
                sequences.append(piece.sequence);
            const auto entries = copy.entriesAt(sequences);
            if (!entries)
                return fail(entries.error());
            for (qsizetype i = 0; i < entries->size(); ++i)
                feed(entries->at(i), m_pane.pieces[at + i]);
        }
        if (m_isSkipping)
            m_text.skip();
        print(m_text.takeAll());
        return {};
    }

private:
    void feed(const Entry &entry, const replay::Piece &piece)
    {
        const ledger::Attachment &recorded = entry.attachments.first();
        if (!recorded.present)
            std::fprintf(stderr, "holdpoint-cli: a part of the recording was erased (entry %llu)\n",
                         static_cast<unsigned long long>(entry.sequence));
        replay::EventLines lines(recorded.bytes, piece.fromMs);
        while (const auto event = lines.next()) {
            if (m_isSkipping && event->atMs >= m_fromMs) {
                m_text.skip();
                m_isSkipping = false;
            }
            if (event->columns > 0)
                m_text.resize(event->columns, event->rows);
            else
                m_screen.feed(event->output);
            (void)m_screen.takeReplies();
            (void)m_screen.takeEvents();
            if (!m_isSkipping)
                print(m_text.take());
        }
    }

    const RecordedPane &m_pane;
    qint64 m_fromMs;
    terminal::Screen m_screen;
    ScreenText m_text;
    bool m_isSkipping;
};

/// Plays on the terminal until it is over.
ExitCode playOnScreen(const ReplayRequest &request, LedgerCopy &copy, const RecordedPane &pane,
                      const timeline::Timeline &timeline)
{
    const SystemClock clock;
    Console console(request.input);
    replay::Player player(
        pane, timeline.durationMs,
        [&copy](const QList<quint64> &sequences) {
            QPromise<Result<QList<Entry>>> promise;
            promise.start();
            promise.addResult(copy.entriesAt(sequences));
            promise.finish();
            return promise.future();
        },
        clock);
    player.setSpeed(request.speed);
    if (request.longestPauseSeconds)
        player.setLongestPause(milliseconds(*request.longestPauseSeconds));
    std::optional<Error> error;
    ExitCode code = ExitCode::Done;
    {
        const Interruption interruption;
        const ReplayScreen screen(player, timeline, console);
        player.seek(milliseconds(request.fromSeconds));
        player.play();
        QCoreApplication::exec();
        error = screen.error();
        code = screen.exitCode();
    }
    if (error)
        complain(*error);
    return code;
}

} // namespace

ExitCode replay(const ReplayRequest &request)
{
    const auto copy = LedgerCopy::take(request.ledger);
    const auto entries = copy ? entriesOf(**copy, request.run) : Result<QList<Entry>>(fail(copy.error()));
    if (!entries)
        return failed(entries.error());
    const auto pane = paneNamed(replay::recordedPanesOf(*entries), request.pane);
    if (!pane)
        return failed(pane.error());
    const auto viewing = session::viewedDraft(entries->first().run, {pane->name}, session::ViewedIn::ReplayTerminal,
                                              viewer(request.operatorName));
    recordViewings(QFileInfo(request.ledger).path(), {viewing}, QStringLiteral("this look at the recording"));
    const timeline::Timeline timeline = timeline::timelineOf(*entries);
    const qint64 endMs = std::max(timeline.durationMs, pane->endMs());
    if (milliseconds(request.fromSeconds) > endMs)
        return failed({ErrorKind::NotFound, QStringLiteral("--from %1 is after the end: the run is recorded up to %2")
                                                .arg(request.fromSeconds)
                                                .arg(timeline::clockText(endMs))});
    if (::isatty(STDOUT_FILENO))
        return playOnScreen(request, **copy, *pane, timeline);
    const auto printed = TextReplay(*pane, milliseconds(request.fromSeconds)).run(**copy);
    return printed ? ExitCode::Done : failed(printed.error());
}

ExitCode timeline(const QString &ledger, const QString &run, const QString &out)
{
    const auto copy = LedgerCopy::take(ledger);
    const auto entries = copy ? entriesOf(**copy, run) : Result<QList<Entry>>(fail(copy.error()));
    if (!entries)
        return failed(entries.error());
    const QByteArray picture =
        timeline::timelineSvg(timeline::timelineOf(*entries), timeline::SvgUse::Standalone).toUtf8();
    QFile file(out);
    if (file.exists())
        return failed(
            {ErrorKind::Io, QStringLiteral("%1 is there already: it was left as it is; name a new file").arg(out)});
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(picture) != picture.size() || !file.flush())
        return failed({ErrorKind::Io, QStringLiteral("%1 cannot be written: %2").arg(out, file.errorString())});
    print(out + QLatin1Char('\n'));
    return ExitCode::Done;
}

} // namespace holdpoint::cli
