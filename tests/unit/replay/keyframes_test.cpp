// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/replay/keyframes.h>

#include <tests/unit/terminal/screens.h>

#include <gtest/gtest.h>

using holdpoint::replay::Keyframes;
using holdpoint::terminal::Screen;

namespace {

TEST(KeyframesTest, theyStayFewHoweverLongTheRecordingIs)
{
    Keyframes frames;
    Screen screen(20, 4);
    constexpr qint64 pieceBytes = 256 * 1024;
    for (int piece = 0; piece < 4000; ++piece) { // 1 GB
        screen.feed(QByteArray::number(piece) + "\r\n");
        frames.offer(piece, piece * pieceBytes, screen, 0);
        EXPECT_LE(frames.count(), Keyframes::most);
    }
    EXPECT_GE(frames.count(), Keyframes::most / 2);
    for (int piece = 0; piece < 4000; piece += 37) {
        const int nearest = frames.nearestPiece(piece);
        EXPECT_LE(nearest, piece);
        EXPECT_LE((piece - nearest) * pieceBytes, qint64(260) << 20) << "from " << piece;
    }
}

TEST(KeyframesTest, aFrameIsTheScreenAsItWas)
{
    Keyframes frames;
    Screen screen(20, 4);
    screen.feed("before");
    frames.offer(5, 3 << 20, screen, 0);
    screen.feed(" after");
    const Keyframes::Frame frame = frames.nearest(9);
    ASSERT_TRUE(frame.screen);
    EXPECT_EQ(frame.piece, 5);
    EXPECT_EQ(holdpoint::terminal::testing::shown(*frame.screen), "before");
    frame.screen->feed("!");
    EXPECT_EQ(holdpoint::terminal::testing::shown(*frames.nearest(9).screen), "before") << "a copy of its own";
    EXPECT_FALSE(frames.nearest(4).screen);
}

TEST(KeyframesTest, twoAreNeverCloseTogether)
{
    Keyframes frames;
    const Screen screen(20, 4);
    frames.offer(1, 100, screen, 0);
    EXPECT_EQ(frames.count(), 0u) << "the start is near";
    frames.offer(8, 8 << 20, screen, 0);
    frames.offer(9, (8 << 20) + 1000, screen, 0);
    frames.offer(7, (8 << 20) - 1000, screen, 0);
    EXPECT_EQ(frames.count(), 1u);
}

} // namespace
