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

TEST(RedactorTest, aShortSecretIsRefusedBecauseItWouldMatchByChance)
{
    Redactor redactor;
    EXPECT_FALSE(redactor.addSecret("abc"));
    EXPECT_EQ(redactor.redacted(QByteArray("abc")), "abc");
}

TEST(RedactingStreamTest, aSecretCutAtAnyPlaceIsStillMasked)
{
    const Redactor redactor = knowing(secret);
    const QByteArray text = "before " + secret + " after";
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        RedactingStream stream(redactor);
        QByteArray out = stream.feed(text.first(cut));
        out += stream.feed(text.mid(cut));
        out += stream.flush();
        EXPECT_EQ(out, "before [redacted] after") << cut;
    }
}

TEST(RedactingStreamTest, withoutSecretsNothingIsHeldBack)
{
    const Redactor redactor;
    RedactingStream stream(redactor);
    EXPECT_EQ(stream.feed("prompt$ "), "prompt$ ");
    EXPECT_FALSE(stream.holdsBack());
}

} // namespace
