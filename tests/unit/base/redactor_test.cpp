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

TEST(RedactorTest, aSecretThatALineEditorOrAPagerWrapsAtTheMarginIsMasked)
{
    const Redactor redactor = knowing("hunter2-pass");
    EXPECT_EQ(redactor.redacted(QByteArray("$ x hunter2- \rpass y")), "$ x [redacted]\r y") << "bash and Python";
    EXPECT_EQ(redactor.redacted(QByteArray("% x hunter2- \r\033[Kp\rpass y")), "% x [redacted]\r\033[K\r y") << "zsh";
    EXPECT_EQ(redactor.redacted(QByteArray("config: hunter2- \bpass\n")), "config: [redacted]\b\n") << "less";
    EXPECT_EQ(redactor.redacted(QByteArray("hunter2-pa\r\nss")), "[redacted]\r\n") << "one that wraps at a line's end";
    EXPECT_EQ(redactor.redacted(QByteArray("huntX\b \ber2-pass")), "[redacted]\b\b") << "a typing mistake";
    EXPECT_EQ(redactor.redacted(QByteArray("hunter2- \rfast")), "hunter2- \rfast");
}

TEST(RedactorTest, aSecretIsMaskedAsShellsAndMarkupWriteIt)
{
    const Redactor redactor = knowing("pa$$w/rd\"x'1! &<y");
    for (const QByteArray written : {
             R"('pa$$w/rd"x'\''1! &<y')",                  // set -x
             R"('pa$$w/rd"x'"'"'1! &<y')",                 // Python's shlex
             R"("pa\$\$w/rd\"x'1! &<y")",                  // export -p
             R"("pa\$\$w/rd\"x\'1\!\ \&\<y")",            // printf %q
             R"("pa%24%24w/rd%22x%271%21%20%26%3Cy")",     // Python's quote()
             R"("pa%24%24w%2frd%22x%271%21%20%26%3cy")",   // with small digits
             R"("pa%24%24w%2Frd%22x'1!%20%26%3Cy")",       // encodeURIComponent()
             R"("pa%24%24w%2Frd%22x%271%21+%26%3Cy")",     // a form
             R"("pa$$w/rd&quot;x'1! &amp;&lt;y")",         // HTML
             R"("pa$$w/rd&#34;x&#39;1! &amp;&lt;y")",      // of Go
             R"("pa$$w/rd\\\"x'1! &<y")",                  // JSON in JSON
         }) {
        const char quote = written.front();
        EXPECT_EQ(redactor.redacted(written), quote + QByteArray("[redacted]") + quote) << written.constData();
    }
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
