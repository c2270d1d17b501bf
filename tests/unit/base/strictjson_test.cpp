// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/strictjson.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

using namespace holdpoint;

namespace {

TEST(StrictJsonTest, whatEveryReaderReadsAlikeIsTaken)
{
    for (const char *text : {"{}", "{ \"a\" : [ ] }", R"({"a":{"a":1},"b":[true,false,null,-0.5e+3,0,10,1E2,""]})",
                             R"({"\u00e9":"\ud83d\ude00\"\\\/\b\f\n\r\t","e":"\u00fc"})"})
        EXPECT_TRUE(checkStrictJson(text)) << text;
    const QJsonObject written{{QStringLiteral("text"), QStringLiteral("\u0001 \u2028 \"")},
                              {QStringLiteral("numbers"), QJsonArray{1e-7, qint64{9007199254740993}, 0.1}}};
    EXPECT_TRUE(checkStrictJson(QJsonDocument(written).toJson(QJsonDocument::Compact)));
}

TEST(StrictJsonTest, whatReadersReadDifferentlyIsRefused)
{
    for (const QByteArray text : {"",
                                  "{",
                                  "}",
                                  "[]",
                                  "1",
                                  " {}",
                                  "{} ",
                                  "{}{}",
                                  "\xef\xbb\xbf{}",
                                  "{\"a\":1,\"a\":1}",
                                  R"({"a":1,"\u0061":1})",
                                  "{\"\xc3\xa9\":1,\"\\u00e9\":1}",
                                  R"({"x":[{"a":1,"a":2}]})",
                                  "{\"a\":01}",
                                  "{\"a\":1.}",
                                  "{\"a\":.5}",
                                  "{\"a\":-}",
                                  "{\"a\":+1}",
                                  "{\"a\":1e}",
                                  "{\"a\":1e999}",
                                  "{\"a\":[-1E400]}",
                                  "{\"a\":NaN}",
                                  "{\"a\":Infinity}",
                                  "{\"a\":tru}",
                                  "{\"a\":'b'}",
                                  "{a:1}",
                                  "{\"a\":1,}",
                                  "{\"a\":[1,]}",
                                  "{\"a\" 1}",
                                  "{\"a\":\"\t\"}",
                                  R"({"a":"\q"})",
                                  R"({"a":"\u12g4"})",
                                  R"({"a":"\u12)",
                                  "{\"a\":\"\xff\"}",
                                  "{\"a\":\"\xed\xa0\x80\"}",
                                  "{\"a\":1}//",
                                  "{\"a\":1e-400}",
                                  "{\"a\":-0.1E-999}",
                                  "{\"a\":\"b}"})
        EXPECT_FALSE(checkStrictJson(text)) << text.constData();
    EXPECT_FALSE(checkStrictJson(QByteArray("{}\0", 3)));
}

TEST(StrictJsonTest, aKeyThatComesTwiceIsFoundAmongMany)
{
    QByteArray many = "{";
    for (int i = 0; i < 40; ++i)
        many += "\"key" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ',';
    EXPECT_TRUE(checkStrictJson(many + "\"last\":0}"));
    EXPECT_TRUE(checkStrictJson(many + "\"\":0,\"k\\u0065y\":0}"));
    EXPECT_TRUE(checkStrictJson(many + "\"\xef\xbb\xbfkey1\":0}"));
    EXPECT_TRUE(checkStrictJson(many + "\"\xef\xbb\xbf\\u006bey1\":0}"));
    EXPECT_FALSE(checkStrictJson(many + "\"\xef\xbb\xbf\":0,\"\\ufeff\":0}"));
    for (const int i : {0, 15, 16, 39}) {
        const QByteArray number = QByteArray::number(i);
        EXPECT_FALSE(checkStrictJson(many + "\"key" + number + "\":0}")) << i;
        EXPECT_FALSE(checkStrictJson(many + "\"k\\u0065y" + number + "\":0}")) << i;
    }
}

TEST(StrictJsonTest, aStringEndsWhereItEndsWhateverItsLength)
{
    for (int length = 0; length < 40; ++length) {
        const QByteArray text = QByteArray("ab\xc3\xa9").repeated(10).first(length / 4 * 4) + QByteArray(length % 4, 'x');
        EXPECT_TRUE(checkStrictJson("{\"a\":\"" + text + "\"}")) << length;
        EXPECT_TRUE(checkStrictJson("{\"a\":\"" + text + "\\\"" + text + "\"}")) << length;
        EXPECT_FALSE(checkStrictJson("{\"a\":\"" + text + '\x1f' + text + "\"}")) << length;
        EXPECT_FALSE(checkStrictJson("{\"a\":\"" + text)) << length;
    }
}

TEST(StrictJsonTest, nestingEndsAtTheDepthTheFormatNames)
{
    const auto nested = [](int depth) {
        return "{\"a\":" + QByteArray(depth - 1, '[') + QByteArray(depth - 1, ']') + '}';
    };
    EXPECT_TRUE(checkStrictJson(nested(deepestJson)));
    EXPECT_FALSE(checkStrictJson(nested(deepestJson + 1)));
    EXPECT_FALSE(checkStrictJson("{\"a\":" + QByteArray(1'000'000, '[')));
}

TEST(StrictJsonTest, cutAtAnyByteItIsNeverWhole)
{
    const QByteArray text = R"({"a":[1,-2.5e3,"\u00e9\n",{"b":null}],"c":true})";
    ASSERT_TRUE(checkStrictJson(text));
    for (qsizetype length = 0; length < text.size(); ++length)
        EXPECT_FALSE(checkStrictJson(text.first(length))) << length;
}

} // namespace
