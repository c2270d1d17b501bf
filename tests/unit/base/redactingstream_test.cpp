// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/redactingstream.h>

#include <gtest/gtest.h>

#include <random>

using namespace holdpoint;

namespace {

Redactor knowing(std::initializer_list<QByteArray> secrets)
{
    Redactor redactor;
    for (const QByteArray &secret : secrets)
        EXPECT_TRUE(redactor.addSecret(secret));
    return redactor;
}

/// Pieces that begin, go on with, interrupt and end secrets.
QByteArray randomText(std::mt19937 &random)
{
    static const QList<QByteArray> pieces{
        "hunter2", "-prod", "-pr", "-pass", "hunt", "er2", "h", "aaa", "aaaa", "aaaab", " ", "\n", "\r\n", "\033[01;31m",
        "\033[m", "\033", "\033]0;hunter2-pass\007", "\033]133;D;0;hp=1\007", "\033]13", "3;", "\033P", "\033\\", "\030",
        "\r", "\b", " \r", " \b", "\xc3\xa4", QByteArray("hunter2-pass").toBase64(), QByteArray("xhunter2-pass").toBase64().left(9),
        QByteArray("\0", 1), "first", "second"};
    QByteArray text;
    for (int left = int(random() % 12); left >= 0; --left)
        text += pieces[qsizetype(random() % quint32(pieces.size()))];
    return text;
}

Redactor manySecrets()
{
    return knowing({"hunter2", "hunter2-prod", "hunter2-pass", "aaaaaaab", "er2-prodh", "first\nsecond"});
}

TEST(RedactingStreamTest, aSecretCutAtAnyPlaceIsStillMasked)
{
    const QByteArray secret = "s3cr3t/Pass word";
    const Redactor redactor = knowing({secret});
    const QByteArray text = "before " + secret + " after";
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        RedactingStream stream(redactor);
        QByteArray out = stream.feed(text.first(cut)).stored;
        out += stream.feed(text.mid(cut)).stored;
        out += stream.flush().stored;
        EXPECT_EQ(out, "before [redacted] after") << cut;
    }
}

TEST(RedactingStreamTest, aSecretWhoseBeginningATerminalTakesForAnEscapeSequenceIsMasked)
{
    const Redactor redactor = knowing({"hunter2-pass", "12;34more"});
    EXPECT_EQ(redactor.redacted(QByteArray("a\033[12;34more b")), "a\033[\x18[redacted] b");
    EXPECT_EQ(redactor.redacted(QByteArray("a\033]0;x\033hunter2-pass b")), "a\033]0;x\033\x18[redacted] b");
}

TEST(RedactingStreamTest, whatIsStoredDoesNotDependOnHowTheStreamIsCutOrShownAhead)
{
    const Redactor redactor = manySecrets();
    std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same texts each time
    for (int round = 0; round < 3000; ++round) {
        const QByteArray text = randomText(random);
        const QByteArray whole = redactor.redacted(text);
        RedactingStream cut(redactor);
        RedactingStream previewed(redactor);
        QByteArray stored;
        QByteArray shown;
        QByteArray storedAfterPreview;
        for (qsizetype at = 0; at < text.size();) {
            const QByteArray piece = text.mid(at, 1 + qsizetype(random() % 4));
            at += piece.size();
            const RedactedBytes bytes = cut.feed(piece);
            stored += bytes.stored;
            shown += bytes.shown;
            storedAfterPreview += previewed.feed(piece).stored;
            if (random() % 2 == 0)
                (void)previewed.preview();
        }
        const RedactedBytes last = cut.flush();
        EXPECT_EQ(stored + last.stored, whole) << text.toPercentEncoding().constData();
        EXPECT_EQ(shown + last.shown, whole) << text.toPercentEncoding().constData();
        EXPECT_EQ(storedAfterPreview + previewed.flush().stored, whole) << text.toPercentEncoding().constData();
    }
}

TEST(RedactingStreamTest, whatIsShownAheadAndAfterwardsIsTheStreamOnce)
{
    const Redactor redactor = knowing({"hunter2-pass"});
    RedactingStream stream(redactor);
    EXPECT_EQ(stream.feed("say hunt").stored, "say ");
    ASSERT_TRUE(stream.hasPreview());
    EXPECT_EQ(stream.preview(), "hunt");
    EXPECT_FALSE(stream.hasPreview());
    EXPECT_EQ(stream.preview(), "");
    const RedactedBytes bytes = stream.feed("ing season\n");
    EXPECT_EQ(bytes.stored, "hunting season\n");
    EXPECT_EQ(bytes.shown, "ing season\n");
}

TEST(RedactingStreamTest, aSecretThatWasPartlyShownIsStoredNowhereAndTheScreenSaysSo)
{
    const Redactor redactor = knowing({"hunter2-pass"});
    RedactingStream stream(redactor);
    EXPECT_EQ(stream.feed("say hunter2").stored, "say ");
    EXPECT_EQ(stream.preview(), "hunter2");
    const RedactedBytes bytes = stream.feed("-pass ok\n");
    EXPECT_EQ(bytes.stored, "[redacted] ok\n");
    EXPECT_EQ(bytes.shown, "[redacted] ok\n");
}

TEST(RedactingStreamTest, ofASecretThatMayGoOnOnlyTheMaskIsShownAhead)
{
    const Redactor redactor = knowing({"hunter2", "hunter2-prod"});
    RedactingStream stream(redactor);
    EXPECT_EQ(stream.feed("hunter2").stored, "");
    EXPECT_EQ(stream.preview(), "[redacted]");
    const RedactedBytes bytes = stream.feed("-prod.\n");
    EXPECT_EQ(bytes.stored, "[redacted].\n");
    EXPECT_EQ(bytes.shown, ".\n");
}

TEST(RedactingStreamTest, whatComesAfterAStreamThatBrokeOffInAnEscapeSequenceIsText)
{
    const Redactor redactor = knowing({"hunter2-pass"});
    RedactingStream stream(redactor);
    EXPECT_EQ(stream.feed("\033]0;title of a lost connec").stored, "\033]0;title of a lost connec");
    (void)stream.flush();
    EXPECT_EQ(stream.feed("hunter2\r\n-pass.").stored, "[redacted]\r\n.");
}

TEST(RedactingStreamTest, aShellMarkIsNeverHeldBack)
{
    const Redactor redactor = knowing({"hunter2-pass"});
    RedactingStream stream(redactor);
    const QByteArray ended = "hunter2\033]133;D;0;hp=1\007";
    EXPECT_EQ(stream.feed(ended).stored, ended);
}

TEST(RedactingStreamTest, whatIsHeldBackIsBounded)
{
    const Redactor redactor = knowing({"hunter2-pass"});
    RedactingStream stream(redactor);
    const QByteArray flood = "hunter2" + QByteArray(1 << 20, '\n');
    qsizetype stored = 0;
    for (qsizetype at = 0; at < flood.size(); at += 4096) {
        stored += stream.feed(flood.mid(at, 4096)).stored.size();
        EXPECT_LE(std::min(at + 4096, flood.size()) - stored, 32 * 1024);
    }
}

TEST(RedactingStreamTest, withoutSecretsNothingIsHeldBack)
{
    const Redactor redactor;
    RedactingStream stream(redactor);
    EXPECT_EQ(stream.feed("prompt$ ").stored, "prompt$ ");
    EXPECT_FALSE(stream.hasPreview());
}

} // namespace
