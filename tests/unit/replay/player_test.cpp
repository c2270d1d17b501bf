// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/replay/player.h>

#include <tests/support/templedger.h>
#include <tests/unit/replay/recording.h>
#include <tests/unit/terminal/screens.h>

#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::replay;
using holdpoint::testing::ManualClock;
using holdpoint::testing::WrittenRecording;
using terminal::testing::fingerprint;

namespace {

class PlayerTest : public ::testing::Test
{
protected:
    std::unique_ptr<Player> player(qint64 durationMs = 0)
    {
        return std::make_unique<Player>(m_recording.pane(), durationMs, m_recording.source(), m_clock);
    }
    static bool arrives(Player &player)
    {
        return QTest::qWaitFor([&] { return !player.isSeeking(); }, 60000);
    }
    static std::string seekTo(Player &player, qint64 ms)
    {
        player.seek(ms);
        EXPECT_TRUE(arrives(player));
        return fingerprint(player.screen());
    }
    /// So much time passes for who watches, in the steps of a screen's frames.
    static void watch(Player &player, qint64 ms)
    {
        for (; ms > 0 && player.state() == Player::State::Playing; ms -= 16) {
            player.advance(std::min<qint64>(ms, 16));
            EXPECT_TRUE(arrives(player));
        }
    }

    ManualClock m_clock;
    WrittenRecording m_recording;
};

TEST_F(PlayerTest, aMomentLooksTheSameWhicheverWayLedThere)
{
    for (quint32 seed = 1; seed <= 6; ++seed) {
        m_recording = {};
        holdpoint::testing::writeSomething(m_recording, 400, seed);
        const auto one = player();
        QRandomGenerator random(seed * 7919);
        for (int i = 0; i < 40; ++i) {
            const qint64 ms = random.bounded(int(m_recording.lastMs() + 1));
            ASSERT_EQ(seekTo(*one, ms), fingerprint(*m_recording.screenAt(ms)))
                << "seed " << seed << ", seek " << i << " to " << ms;
        }
    }
}

TEST_F(PlayerTest, aLongRecordingIsTheSameFromItsKeyframes)
{
    QByteArray block;
    for (int line = 0; line < 400; ++line)
        block += "\x1b[3" + QByteArray::number(line % 8) + "mline " + QByteArray::number(line)
                 + " of much output\x1b[0m\r\n";
    for (int i = 0; i < 300; ++i) {
        m_recording.output(i * 100, QByteArray::number(i) + block);
        if (i % 4 == 3)
            m_recording.cut();
    }
    const auto one = player();
    one->seek(29'900);
    EXPECT_TRUE(one->isSeeking()) << "a long way is gone in slices, between other events";
    ASSERT_TRUE(arrives(*one));
    for (const qint64 ms : {15'050, 6'345, 29'900, 22'000, 0, 10'000}) {
        one->seek(ms);
        ASSERT_TRUE(arrives(*one));
        const auto expected = m_recording.screenAt(ms);
        EXPECT_EQ(one->screen().visibleLines(), expected->visibleLines()) << ms;
        EXPECT_EQ(one->screen().lines(), expected->lines()) << ms;
        EXPECT_EQ(one->screen().droppedLines(), expected->droppedLines()) << ms;
        EXPECT_EQ(one->screen().lineText(one->screen().lines() / 2), expected->lineText(expected->lines() / 2)) << ms;
    }
}

TEST_F(PlayerTest, goingBackReadsFromTheNearestKeyframeOnly)
{
    const QByteArray lines = QByteArray(QByteArray(38, 'x') + "\r\n").repeated(1500);
    for (int i = 0; i < 150; ++i) {
        m_recording.output(i * 100, lines);
        m_recording.cut();
    }
    const auto one = player();
    for (const qint64 ms : {14'900, 14'000}) {
        m_recording.read = 0;
        one->seek(ms);
        ASSERT_TRUE(arrives(*one));
    }
    EXPECT_LT(m_recording.read, 75) << "the megabytes before it are not read again";
}

TEST_F(PlayerTest, aPromptShowsWhatBecameOfItsCommandWhereThatIsOnRecordBesideTheOutput)
{
    const QByteArray prompt = "\033]133;A\a$ \033]133;B\a";
    const QByteArray runs = "run\r\n\033]133;C\a";
    const auto ended = [](int exit) {
        return session::PaneMarker{{{.state = terminal::CommandOutcome::State::Ended, .exit = exit, .ms = 5}}};
    };
    m_recording.output(100, prompt);
    m_recording.mark(100, {});
    m_recording.output(200, runs);
    m_recording.mark(200, {{{.state = terminal::CommandOutcome::State::Running}}});
    // What a command prints says nothing, whatever it prints.
    m_recording.output(300, "\033]133;D;0;hp=forged\a\033]133;A;hp=forged\a$ forged\r\n");
    m_recording.cut();
    m_recording.output(400, "\033]133;D;3\a");
    m_recording.mark(400, ended(3));
    m_recording.cut();
    m_recording.output(500, prompt);
    m_recording.mark(500, {});
    m_recording.output(600, runs + "\033]133;D;0\a");
    m_recording.cut();
    m_recording.mark(700, ended(0));
    const auto one = player();
    for (const qint64 ms : {700, 250, 400}) {
        seekTo(*one, ms);
        const auto outcome = one->screen().outcome(0);
        ASSERT_TRUE(outcome) << ms;
        EXPECT_EQ(outcome->state,
                  ms == 250 ? terminal::CommandOutcome::State::Running : terminal::CommandOutcome::State::Ended);
        EXPECT_EQ(outcome->exit, ms == 250 ? std::nullopt : std::optional(3)) << ms;
        EXPECT_FALSE(one->screen().outcome(1)) << "a prompt that was only printed";
    }
    seekTo(*one, 700);
    EXPECT_EQ(one->screen().outcome(2)->exit, 0);
    m_recording.erase(2);
    const auto other = player();
    seekTo(*other, 700);
    EXPECT_EQ(other->screen().outcome(0)->exit, 3) << "not what belongs to the prompt that was erased";
}

TEST_F(PlayerTest, whereARecordingIsCutIntoPiecesChangesNothing)
{
    for (const int cutOneIn : {1, 3, 1000}) {
        m_recording = {};
        WrittenRecording other;
        holdpoint::testing::writeSomething(m_recording, 200, 5);
        holdpoint::testing::writeSomething(other, 200, 5, cutOneIn);
        const auto one = player();
        Player cutElsewhere(other.pane(), 0, other.source(), m_clock);
        QRandomGenerator random(3);
        for (int i = 0; i < 12; ++i) {
            const qint64 ms = random.bounded(int(other.lastMs() + 1));
            ASSERT_EQ(seekTo(*one, ms), seekTo(cutElsewhere, ms)) << ms;
        }
    }
}

TEST_F(PlayerTest, whatWasErasedIsAGapAndNeverACrash)
{
    holdpoint::testing::writeSomething(m_recording, 300, 11);
    const qsizetype pieces = m_recording.pane().pieces.size();
    for (int piece = 0; piece < pieces; piece += 2)
        m_recording.erase(piece);
    const auto one = player();
    QSignalSpy gaps(one.get(), &Player::gapsChanged);
    EXPECT_EQ(seekTo(*one, m_recording.lastMs()), fingerprint(*m_recording.screenAt(m_recording.lastMs())));
    EXPECT_EQ(gaps.count(), (pieces + 1) / 2);
    ASSERT_EQ(one->gaps().size(), (pieces + 1) / 2);
    EXPECT_EQ(one->gaps().first().kind, Gap::Kind::Erased);
    EXPECT_EQ(one->gaps().first().fromMs, 0);
    seekTo(*one, 10);
    seekTo(*one, m_recording.lastMs());
    EXPECT_EQ(gaps.count(), (pieces + 1) / 2) << "each is told once";
}

TEST_F(PlayerTest, whatWasOverTheLimitIsAGapFromTheStart)
{
    m_recording.output(1000, "much");
    RecordedPane pane = m_recording.pane();
    pane.pieces.first().leftOut = 12345;
    const Player one(pane, 0, m_recording.source(), m_clock);
    ASSERT_EQ(one.gaps().size(), 1);
    EXPECT_EQ(one.gaps().first(), (Gap{Gap::Kind::LeftOut, 0, 1000, 12345}));
}

TEST_F(PlayerTest, itPlaysAtTheSpeedThatWasChosenAndStopsAtTheEnd)
{
    for (int second = 1; second <= 8; ++second)
        m_recording.output(second * 1000, QByteArray::number(second));
    const auto one = player(10'000);
    one->play();
    EXPECT_EQ(one->state(), Player::State::Playing);
    watch(*one, 1000);
    EXPECT_EQ(terminal::testing::shown(one->screen()), "1");
    one->setSpeed(4);
    watch(*one, 1000);
    EXPECT_EQ(one->positionMs(), 5000);
    EXPECT_EQ(terminal::testing::shown(one->screen()), "12345");
    one->setSpeed(0.5);
    watch(*one, 1000);
    EXPECT_EQ(one->positionMs(), 5500);
    one->setSpeed(1000);
    EXPECT_EQ(one->speed(), Player::fastest);
    watch(*one, 5000);
    EXPECT_EQ(one->state(), Player::State::Paused);
    EXPECT_EQ(one->positionMs(), 10'000) << "the run went on when this pane was silent";
    EXPECT_EQ(terminal::testing::shown(one->screen()), "12345678");
    one->play();
    EXPECT_EQ(one->positionMs(), 0) << "played again from the start";
}

TEST_F(PlayerTest, theClockMovesAPlayingReplay)
{
    m_recording.output(500, "seen");
    const auto one = player(2000);
    one->play();
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
            m_clock.advance(50);
            return one->state() == Player::State::Paused;
        },
        20000));
    EXPECT_EQ(terminal::testing::shown(one->screen()), "seen");
}

TEST_F(PlayerTest, aLongPauseIsShortenedWhereThatIsAskedFor)
{
    m_recording.output(1000, "a");
    m_recording.cut();
    m_recording.output(600'000, "b");
    const auto one = player(600'000);
    one->setLongestPause(2000);
    one->play();
    watch(*one, 3500);
    EXPECT_EQ(one->positionMs(), 600'000);
    EXPECT_EQ(terminal::testing::shown(one->screen()), "ab");
    seekTo(*one, 300'000);
    one->setLongestPause(std::nullopt);
    one->play();
    watch(*one, 3500);
    EXPECT_EQ(one->positionMs(), 303'500) << "else every pause takes its time";
}

TEST_F(PlayerTest, nothingThatARecordedProgramAskedForIsAnswered)
{
    m_recording.output(10, "\x1b[6n\x1b[c\x1b]52;c;aGk=\x07\x07\x1b[21t\x1b]0;title\x07");
    const auto one = player();
    seekTo(*one, 10);
    EXPECT_TRUE(one->screen().takeReplies().isEmpty());
    EXPECT_TRUE(one->screen().takeEvents().empty());
    EXPECT_TRUE(one->screen().takeWindowRequests().empty());
}

TEST_F(PlayerTest, aSourceThatFailsIsSaidAndTriedAgainByTheNextSeek)
{
    m_recording.output(100, "here");
    m_recording.failure = Error{ErrorKind::Io, QStringLiteral("the disk is gone")};
    const auto one = player();
    QSignalSpy failed(one.get(), &Player::failed);
    seekTo(*one, 100);
    EXPECT_EQ(failed.count(), 1);
    one->play();
    watch(*one, 100);
    m_recording.failure.reset();
    seekTo(*one, 100);
    EXPECT_EQ(terminal::testing::shown(one->screen()), "here");
}

TEST_F(PlayerTest, aPaneThatShowedNothingCanBePlayedToo)
{
    Player one({}, 1000, m_recording.source(), m_clock);
    seekTo(one, 500);
    one.play();
    watch(one, 2000);
    EXPECT_EQ(one.positionMs(), 1000);
}

TEST_F(PlayerTest, itReadsFromALedgerAndSeesWhatWasErasedThere)
{
    holdpoint::testing::TempLedger ledger;
    const auto record = [&](const QByteArray &events, qint64 from, qint64 to) {
        const auto entry =
            holdpoint::testing::waitFor(ledger->append({QStringLiteral("output"),
                                                        QStringLiteral("op"),
                                                        QByteArray(16, 'r'),
                                                        {{QStringLiteral("pane"), QStringLiteral("node")},
                                                         {QStringLiteral("columns"), 30},
                                                         {QStringLiteral("rows"), 5},
                                                         {QStringLiteral("from_ms"), from},
                                                         {QStringLiteral("to_ms"), to}},
                                                        {events}}));
        ASSERT_TRUE(entry);
    };
    record("[1.0,\"o\",\"one \"]\n", 1000, 1200);
    record("[2.0,\"o\",\"two \"]\n", 2000, 2200);
    record("[3.0,\"o\",\"three\"]\n", 3000, 3200);
    ledger.close();
    ledger.sql(QStringLiteral("DELETE FROM attachment WHERE sequence = 1"));
    ledger.open();
    const auto entries =
        holdpoint::testing::waitFor(ledger->entries(QByteArray(16, 'r'), ledger::Ledger::Attachments::Skip));
    ASSERT_TRUE(entries);
    const QList<RecordedPane> panes = recordedPanesOf(*entries);
    ASSERT_EQ(panes.size(), 1);
    EXPECT_EQ(panes.first().columns, 30);
    Player one(
        panes.first(), 4000, [&](const QList<quint64> &sequences) { return ledger->entriesAt(sequences); }, m_clock);
    seekTo(one, 4000);
    EXPECT_EQ(terminal::testing::shown(one.screen()), "one three");
    EXPECT_EQ(one.gaps(), QList<Gap>({{Gap::Kind::Erased, 2000, 2200, 0}}));
}

} // namespace
