// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/unit/terminal/screens.h>

#include <gtest/gtest.h>

using namespace holdpoint::terminal;
using namespace holdpoint::terminal::testing;

namespace {

const QByteArray stream =
    "line one\r\n\x1b[1;31mred e\xcc\x81"
    " \xe6\xbc\xa2\x1b[0m \x1b]8;;https://a.example\x1b\\link\x1b]8;;\x1b\\\r\n"
    "\x1b[2;4r\x1b[?6hmargins\n\n\n\x1b[?6l\x1b[r\x1b[?1049h\x1b[2J"
    "alternate\x1b[38;5;200m deep\x1b"
    "7"
    "\x1b[?1049l\x1b(0qqq\x1b(B\x1b[4hinsert\x1b[4l\x1b]4;1;#00ff00\x07 wraps beyond the right edge\r\nend";

TEST(ScreenCopyTest, bothGoOnAlikeWhereverTheStreamWasCopied)
{
    for (qsizetype at = 0; at <= stream.size(); ++at) {
        Screen original(18, 5);
        original.feed(QByteArrayView(stream).first(at));
        const auto copy = original.copy();
        EXPECT_EQ(fingerprint(*copy), fingerprint(original)) << at;
        original.feed(QByteArrayView(stream).sliced(at));
        copy->feed(QByteArrayView(stream).sliced(at));
        original.resize(11, 7);
        copy->resize(11, 7);
        ASSERT_EQ(fingerprint(*copy), fingerprint(original)) << at;
        EXPECT_EQ(copy->palette().color(1), original.palette().color(1)) << at;
    }
}

TEST(ScreenCopyTest, whatIsFedToOneNeverShowsInTheOther)
{
    auto original = std::make_unique<Screen>(18, 5);
    original->feed(stream);
    const std::string before = fingerprint(*original);
    const auto copy = original->copy();
    copy->feed("\x1b[2J\x1b[3J"
               "e\xcc\x82"
               " other\r\n\x1b[?1049h");
    EXPECT_EQ(fingerprint(*original), before);
    const std::string after = fingerprint(*copy);
    original.reset();
    EXPECT_EQ(fingerprint(*copy), after) << "a copy outlives what it was made from";
}

} // namespace
