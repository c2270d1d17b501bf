// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/commandoutput.h>

#include <gtest/gtest.h>

using holdpoint::session::CommandOutput;

namespace {

const QByteArray nonce = QByteArrayLiteral("00112233445566778899aabbccddeeff");
const QByteArray start = "\033]133;C;hp=" + nonce + '\007';

QByteArray end(const QByteArray &status, const QByteArray &of = nonce)
{
    return "\033]133;D;" + status + ";hp=" + of + '\007';
}

QByteArray outputOf(const QByteArray &stream, qsizetype cut, bool marksStarts = true)
{
    CommandOutput output(nonce, marksStarts);
    const QByteArray first = output.feed(stream.first(cut));
    const QByteArray second = output.feed(stream.mid(cut));
    return first + second + output.flush();
}

TEST(CommandOutputTest, onlyWhatStandsBetweenTheShellsMarksIsTheCommands)
{
    const QByteArray stream = "echo one\r\n" + start + "one\r\n" + end("0") + "user@host:~$ ";
    for (qsizetype cut = 0; cut <= stream.size(); ++cut)
        EXPECT_EQ(outputOf(stream, cut), "one\r\n") << "cut at " << cut;
}

TEST(CommandOutputTest, aForgedEndMarkIsOutputLikeAnyOther)
{
    const QByteArray forged = end("0", "ffffffffffffffffffffffffffffffff");
    const QByteArray stream = start + "before " + forged + " after" + end("3") + "prompt";
    for (qsizetype cut = 0; cut <= stream.size(); ++cut)
        EXPECT_EQ(outputOf(stream, cut), "before " + forged + " after") << "cut at " << cut;
}

TEST(CommandOutputTest, whatWasPrintedBeforeTheLinkBrokeIsKept)
{
    const QByteArray stream = start + "half a line \033]133";
    for (qsizetype cut = 0; cut <= stream.size(); ++cut)
        EXPECT_EQ(outputOf(stream, cut), "half a line \033]133") << "cut at " << cut;
}

TEST(CommandOutputTest, aShellWithoutStartMarksHasItsEchoInTheOutput)
{
    EXPECT_EQ(outputOf("echo one\r\none\r\n" + end("0") + "$ ", 5, false), "echo one\r\none\r\n");
}

TEST(CommandOutputTest, nothingIsOutputBeforeACommandWasSent)
{
    CommandOutput none;
    EXPECT_EQ(none.feed("banner"), QByteArray());
    EXPECT_EQ(none.flush(), QByteArray());
}

} // namespace
