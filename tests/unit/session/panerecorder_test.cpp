// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/panerecorder.h>
#include <tests/support/manualclock.h>

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace holdpoint;
using session::PaneRecorder;

namespace {

class PaneRecorderTest : public ::testing::Test
{
protected:
    [[nodiscard]] QString recorded(const char *kind = "o") const
    {
        QString text;
        for (const QList<QVariant> &batch : m_batches) {
            for (const QByteArray &line : batch[1].toByteArray().split('\n')) {
                const QJsonArray event = QJsonDocument::fromJson(line).array();
                if (event.size() == 3 && event[1].toString() == QLatin1String(kind))
                    text += event[2].toString();
            }
        }
        return text;
    }

    [[nodiscard]] qint64 missing() const
    {
        qint64 bytes = 0;
        for (const QList<QVariant> &batch : m_batches)
            bytes += batch[0].toJsonObject()[QLatin1String("truncated")].toInteger();
        return bytes;
    }
    [[nodiscard]] qint64 size() const
    {
        qint64 bytes = 0;
        for (const QList<QVariant> &batch : m_batches)
            bytes += batch[1].toByteArray().size();
        return bytes;
    }

    holdpoint::testing::ManualClock m_clock;
    PaneRecorder m_recorder{QStringLiteral("db"), m_clock, m_clock.bootMs()};
    QSignalSpy m_batches{&m_recorder, &PaneRecorder::batch};
};

TEST_F(PaneRecorderTest, aCharacterCutAnywhereIsRecordedWhole)
{
    const QByteArray text = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80z";
    for (const char byte : text)
        m_recorder.output(QByteArray(1, byte));
    m_recorder.flush();
    EXPECT_EQ(recorded(), QString::fromUtf8(text));
}

TEST_F(PaneRecorderTest, whatBecameOfACommandStandsBehindItsPromptAndNeverBehindAnotherOne)
{
    const session::PaneMarker failed{{{.state = terminal::CommandOutcome::State::Ended, .exit = 3}}};
    m_recorder.output("$ ");
    m_recorder.marked({});
    m_recorder.output("false\r\n");
    m_recorder.marked(failed);
    m_recorder.flush();
    EXPECT_EQ(recorded("m"), QStringLiteral("promptcommand ended, exit status 3"));
    m_recorder.output(QByteArray(PaneRecorder::limit, 'x'));
    m_recorder.output("$ "); // left out, and what belongs to it with it
    m_recorder.marked({});
    m_recorder.restartLimit();
    m_recorder.output("false\r\n");
    m_recorder.marked(failed);
    m_recorder.flush();
    EXPECT_EQ(recorded("m"), QStringLiteral("promptcommand ended, exit status 3"));
}

TEST_F(PaneRecorderTest, thePromptBehindWhatWasRecordedWholeIsMarkedHoweverMuchItWas)
{
    m_recorder.restartLimit(PaneRecorder::Amount::Whole);
    m_recorder.output(QByteArray(PaneRecorder::limit + 1000, 'x'));
    m_recorder.output("$ ");
    m_recorder.marked({});
    m_recorder.flush();
    EXPECT_EQ(recorded("m"), QStringLiteral("prompt"));
}

TEST_F(PaneRecorderTest, eventsCarryTheSecondsSinceTheRunBegan)
{
    m_clock.advance(1500);
    m_recorder.output("x");
    m_recorder.flush();
    const QJsonArray event = QJsonDocument::fromJson(m_batches.first()[1].toByteArray().trimmed()).array();
    EXPECT_DOUBLE_EQ(event[0].toDouble(), 1.5);
    EXPECT_EQ(m_batches.first()[0].toJsonObject()[QLatin1String("from_ms")].toInt(), 1500);
}

TEST_F(PaneRecorderTest, aFloodIsCutAtTheLimitAndTheRecordSaysHowMuchIsMissing)
{
    const QByteArray block(1 << 20, 'x');
    for (int i = 0; i < 10; ++i)
        m_recorder.output(block);
    m_recorder.flush();
    const QString text = recorded();
    EXPECT_EQ(text.count(u'x'), PaneRecorder::limit);
    EXPECT_TRUE(text.contains(u"recording ends here"));
    qint64 bytes = 0;
    for (const QList<QVariant> &batch : std::as_const(m_batches))
        bytes += batch[0].toJsonObject()[QLatin1String("bytes")].toInteger();
    EXPECT_EQ(bytes, 10 << 20);
    EXPECT_EQ(missing(), (10 << 20) - PaneRecorder::limit);
    m_recorder.restartLimit();
    m_recorder.output("next command");
    m_recorder.flush();
    EXPECT_TRUE(recorded().contains(u"next command"));
}

TEST_F(PaneRecorderTest, whatIsToBeRecordedWholeHasNoLimitAndTheNextCommandHasItAgain)
{
    m_recorder.restartLimit(PaneRecorder::Amount::Whole);
    const QByteArray block(1 << 20, 'x');
    for (int i = 0; i < 10; ++i)
        m_recorder.output(block);
    m_recorder.flush();
    EXPECT_EQ(recorded().count(u'x'), 10 << 20);
    EXPECT_FALSE(recorded().contains(u"recording ends here"));
    EXPECT_EQ(missing(), 0);
    m_recorder.restartLimit();
    for (int i = 0; i < 10; ++i)
        m_recorder.output(block);
    m_recorder.flush();
    EXPECT_TRUE(recorded().contains(u"recording ends here"));
}

TEST_F(PaneRecorderTest, noFloodMakesTheRecordingLargerThanItsLimit)
{
    m_clock.advance(12'345'678);
    const QByteArray controls(4096, '\x1b'); // six bytes each in the recording
    for (int i = 0; i < 1000; ++i)
        m_recorder.output(controls);
    m_recorder.restartLimit();
    for (int i = 0; i < 400'000; ++i)
        m_recorder.output("\x1b"); // an event each, twenty bytes more
    m_recorder.restartLimit();
    for (int i = 0; i < 400'000; ++i)
        m_recorder.resized(80 + i % 2, 24);
    m_recorder.restartLimit();
    m_recorder.output("$ ");
    m_recorder.marked({});
    for (int i = 0; i < 400'000; ++i)
        m_recorder.marked({{{.state = terminal::CommandOutcome::State::Ended, .exit = 3}}});
    m_recorder.flush();
    EXPECT_LT(size(), 4 * (PaneRecorder::limit + (64 << 10)));
    EXPECT_GT(size(), 4 * (PaneRecorder::limit - (64 << 10)));
}

TEST_F(PaneRecorderTest, theSizeThatWasLeftOutIsToldBeforeTheNextCommand)
{
    for (int i = 0; i < 9; ++i)
        m_recorder.output(QByteArray(1 << 20, 'x'));
    m_recorder.resized(132, 50);
    m_recorder.resized(100, 30);
    m_recorder.flush();
    m_batches.clear();
    m_recorder.restartLimit();
    m_recorder.flush();
    ASSERT_EQ(m_batches.size(), 1);
    EXPECT_EQ(m_batches.first()[1].toByteArray(), "[0,\"r\",\"100x30\"]\n");
}

} // namespace
