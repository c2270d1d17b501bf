// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/replay/eventlines.h>

#include <QList>

#include <gtest/gtest.h>

using holdpoint::replay::EventLines;

namespace {

TEST(EventLinesTest, outputAndSizesAreReadInOrder)
{
    EventLines lines("[0.25,\"o\",\"a\\u001b[0m\\r\\n\"]\n[1.5,\"r\",\"120x40\"]\n[2,\"o\",\"\xc3\xa9\"]", 0);
    const auto first = lines.next();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->atMs, 250);
    EXPECT_EQ(first->output, "a\x1b[0m\r\n");
    const auto second = lines.next();
    ASSERT_TRUE(second);
    EXPECT_EQ(second->columns, 120);
    EXPECT_EQ(second->rows, 40);
    const auto third = lines.next();
    ASSERT_TRUE(third);
    EXPECT_EQ(third->output, "\xc3\xa9");
    EXPECT_FALSE(lines.next());
    EXPECT_FALSE(lines.next());
}

TEST(EventLinesTest, whatBecameOfACommandIsReadAsItWasWritten)
{
    using holdpoint::session::PaneMarker;
    using State = holdpoint::terminal::CommandOutcome::State;
    const QList<PaneMarker> written{{},
                                    {{{.state = State::Running}}},
                                    {{{.state = State::Ended, .exit = 0}}},
                                    {{{.state = State::Ended, .exit = 130, .ms = 4200}}},
                                    {{{.state = State::Unknown}}},
                                    {{{.state = State::Unknown, .ms = 7}}}};
    for (const PaneMarker &marker : written) {
        EventLines lines("[1,\"m\",\"" + marker.toText().toUtf8() + "\"]\n", 0);
        const auto event = lines.next();
        ASSERT_TRUE(event && event->marker) << qPrintable(marker.toText());
        EXPECT_EQ(*event->marker, marker) << qPrintable(marker.toText());
    }
}

TEST(EventLinesTest, timesNeverGoBack)
{
    EventLines lines("[5,\"o\",\"a\"]\n[3,\"o\",\"b\"]\n[9,\"o\",\"c\"]\n", 7000);
    EXPECT_EQ(lines.next()->atMs, 7000);
    EXPECT_EQ(lines.next()->atMs, 7000);
    EXPECT_EQ(lines.next()->atMs, 9000);
}

TEST(EventLinesTest, whatIsNoEventIsPassedOver)
{
    EventLines lines("\n{}\n[]\n[1]\n[1,\"o\"]\nnoise\n[-1,\"o\",\"x\"]\n[1e300,\"o\",\"x\"]\n[\"1\",\"o\",\"x\"]\n[1,"
                     "\"i\",\"typed\"]\n"
                     "[1,\"r\",\"0x0\"]\n[1,\"r\",\"wide\"]\n[1,\"m\",\"mark\"]\n[2,\"o\",\"good\"]\n\x80\xff\n",
                     0);
    const auto only = lines.next();
    ASSERT_TRUE(only);
    EXPECT_EQ(only->output, "good");
    EXPECT_FALSE(lines.next());
}

TEST(EventLinesTest, aPieceThatEndsAnywhereIsReadAsFarAsItGoes)
{
    const QByteArray whole = "[1,\"o\",\"first\"]\n[2,\"o\",\"second\"]\n";
    for (qsizetype length = 0; length <= whole.size(); ++length) {
        EventLines lines(whole.first(length), 0);
        int count = 0;
        while (lines.next())
            ++count;
        EXPECT_EQ(count, length >= whole.size() - 1 ? 2 : length >= 15 ? 1 : 0) << length;
    }
}

} // namespace
