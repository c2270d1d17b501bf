// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/redactor.h>

#include <gtest/gtest.h>

using namespace holdpoint;

namespace {

const QByteArray secret = "s3cr3t/Pass word";

Redactor knowing(const QByteArray &text)
{
    Redactor redactor;
    EXPECT_TRUE(redactor.addSecret(text));
    return redactor;
}

TEST(RedactorTest, aSecretIsMaskedAsItIsAndInItsEncodings)
{
    const Redactor redactor = knowing(secret);
    EXPECT_EQ(redactor.redacted("a " + secret + " b"), "a [redacted] b");
    EXPECT_FALSE(redactor.redacted("u=" + secret.toPercentEncoding()).contains("s3cr3t"));
    for (const QByteArray lead : {"", "x", "xy"}) {
        const QByteArray encoded = (lead + secret + "tail").toBase64();
        EXPECT_TRUE(redactor.redacted(encoded).contains("[redacted]")) << encoded.constData();
    }
}

TEST(RedactorTest, theAlphabetOfBase64ForAddressesCountsToo)
{
    const QByteArray bytes = "\xff\xef\xbe\xfb\xff\xbf\xfe\xff\xef";
    const Redactor redactor = knowing(bytes);
    EXPECT_EQ(redactor.redacted(bytes.toBase64()), "[redacted]");
    EXPECT_EQ(redactor.redacted(bytes.toBase64(QByteArray::Base64UrlEncoding)), "[redacted]");
}

TEST(RedactorTest, aSecretIsMaskedAsTheUsualJsonWritersWriteIt)
{
    const Redactor redactor = knowing("a<b&c/\xc3\xa4+\"x");
    for (const QByteArray written : {
             R"(a<b&c/ä+\"x)",                             // what must be
             R"(a\u003cb\u0026c/ä+\"x)",                   // Go
             R"(a<b&c/\u00e4+\"x)",                        // Python
             R"(a<b&c\/\u00e4+\"x)",                       // PHP
             R"(a\u003Cb\u0026c/\u00E4\u002B\u0022x)",     // .NET
         })
        EXPECT_EQ(redactor.redacted('"' + written + '"'), "\"[redacted]\"") << written.constData();
}

TEST(RedactorTest, coloursAndLineBreaksInsideASecretHideNothing)
{
    const Redactor redactor = knowing("hunter2-pass");
    EXPECT_EQ(redactor.redacted(QByteArray("x hunter2\033[01;31m-pa\033[mss y")), "x [redacted]\033[01;31m\033[m y");
    EXPECT_EQ(redactor.redacted(QByteArray("hunt\r\ner2-pass")), "[redacted]\r\n");
    EXPECT_EQ(redactor.redacted(QByteArray("hunter\0002-pass", 13)), QByteArray("[redacted]\0", 11));
    EXPECT_EQ(redactor.redacted(QByteArray("hunter\033]8;;http://x\033\\2-pass")), "[redacted]\033]8;;http://x\033\\");
    // What is written as a title is no less there.
    EXPECT_EQ(redactor.redacted(QByteArray("\033]0;hunter2-pass\007")), "\033]0;[redacted]\007");
}

TEST(RedactorTest, base64OfSeveralLinesIsMasked)
{
    const QByteArray lengthy = QByteArray("correct horse battery staple, ").repeated(5);
    const QByteArray encoded = ("password: " + lengthy + "\n").toBase64();
    QByteArray wrapped;
    for (qsizetype at = 0; at < encoded.size(); at += 76)
        wrapped += encoded.mid(at, 76) + '\n';
    const QByteArray clean = knowing(lengthy).redacted(wrapped);
    EXPECT_TRUE(clean.contains("[redacted]\n\nAo=")) << clean.constData();
}

TEST(RedactorTest, severalLinesAreMaskedHoweverTheyAreEnded)
{
    const QByteArray lines = "first line\nsecond line\n";
    const Redactor redactor = knowing(lines);
    EXPECT_FALSE(redactor.redacted(lines).contains("line"));
    EXPECT_FALSE(redactor.redacted(QByteArray("first line\r\nsecond line\r\n")).contains("line"));
    EXPECT_EQ(redactor.redacted(QByteArray("  second line")), "  [redacted]");
}

TEST(RedactorTest, theLongerOfTwoSecretsIsMaskedWhole)
{
    Redactor redactor = knowing("hunter2");
    ASSERT_TRUE(redactor.addSecret("hunter2-prod"));
    EXPECT_EQ(redactor.redacted(QByteArray("hunter2-prod hunter2-pro hunter2")),
              "[redacted] [redacted]-pro [redacted]");
}

TEST(RedactorTest, secretsThatOverlapAreMaskedFromTheFirstToTheLastByte)
{
    Redactor redactor = knowing("abcdefgh");
    ASSERT_TRUE(redactor.addSecret("efghijkl"));
    EXPECT_EQ(redactor.redacted(QByteArray("-abcdefghijkl-abcdefghabcdefgh-")),
              "-[redacted]-[redacted][redacted]-");
}

TEST(RedactorTest, aSecretThatIsCutOffAtTheEndIsMaskedAsFarAsItCame)
{
    const Redactor redactor = knowing("hunter2-pass");
    EXPECT_EQ(redactor.redacted(QByteArray("x hunter2-pas")), "x [redacted]");
    EXPECT_EQ(redactor.redacted(QByteArray("x hunte")), "x hunte");
}

TEST(RedactorTest, aShortSecretIsRefusedBecauseItWouldMatchByChance)
{
    Redactor redactor;
    EXPECT_FALSE(redactor.addSecret("abc"));
    EXPECT_EQ(redactor.redacted(QByteArray("abc")), "abc");
}

} // namespace
