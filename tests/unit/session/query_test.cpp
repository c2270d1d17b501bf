// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/jsonpath.h>
#include <models/session/query.h>
#include <models/session/verifier.h>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::session;
using runbooks::Language;

namespace {

ExecResult answered(int status, const QByteArray &body, int exit = 0)
{
    return {.end = {.status = exit}, .output = body, .errorOutput = "noise\n" + httpStatusMark + QByteArray::number(status)};
}

Result<ExecLine> lineOf(Language language, const char *text, const QMap<QString, QString> &attributes = {})
{
    return execLine({}, {.text = QString::fromUtf8(text), .language = language, .attributes = attributes}, {});
}

TEST(QueryTest, aRequestBecomesOneCurlCallWithEveryPartQuoted)
{
    const auto line = lineOf(Language::Http, "POST https://shop.example/api?x=1&y=2\nAccept: text/plain; q='a'\n\n{\"a\": 1}");
    ASSERT_TRUE(line);
    EXPECT_TRUE(line->command.contains(" -X POST -H 'Accept: text/plain; q='\\''a'\\''' --data-binary @- --url "
                                       "'https://shop.example/api?x=1&y=2'"))
        << line->command.toStdString();
    EXPECT_EQ(line->input, QByteArray("{\"a\": 1}"));
}

TEST(QueryTest, whatIsNoRequestIsRefused)
{
    for (const char *bad : {"GET file:///etc/passwd", "GET", "GET https://x/'; id", "GET https://x/\nno header"})
        EXPECT_FALSE(lineOf(Language::Http, bad)) << bad;
    EXPECT_FALSE(lineOf(Language::PromQl, "up"));
    EXPECT_FALSE(lineOf(Language::PromQl, "up", {{QStringLiteral("url"), QStringLiteral("ftp://x")}}));
}

TEST(QueryTest, aPromQlQueryGoesByStandardInput)
{
    const auto line = lineOf(Language::PromQl, "up{job=\"a'b\"}", {{QStringLiteral("url"), QStringLiteral("http://prom:9090/")}});
    ASSERT_TRUE(line);
    EXPECT_TRUE(line->command.endsWith(" --data-urlencode query@- --url 'http://prom:9090/api/v1/query'")) << line->command.toStdString();
    EXPECT_EQ(line->input, QByteArray("up{job=\"a'b\"}"));
}

TEST(QueryTest, theStatusAndThenTheBodyDecide)
{
    EXPECT_EQ(judge({}, answered(204, ""), Language::Http).verdict, Verdict::Passed);
    EXPECT_EQ(judge({}, answered(503, "ok"), Language::Http).verdict, Verdict::Failed);
    EXPECT_EQ(judge({.httpStatuses = {503}}, answered(503, ""), Language::Http).verdict, Verdict::Passed);
    EXPECT_EQ(judge({.match = QStringLiteral("^up$"), .json = QStringLiteral(".status")}, answered(200, R"({"status":"up"})"), Language::Http).verdict,
              Verdict::Passed);
    EXPECT_EQ(judge({.match = QStringLiteral("^up$"), .json = QStringLiteral(".status")}, answered(200, R"({"status":"down"})"), Language::Http).verdict,
              Verdict::Failed);
}

TEST(QueryTest, withoutAnAnswerNothingPasses)
{
    EXPECT_EQ(judge({}, answered(0, "", 7), Language::Http).verdict, Verdict::Failed);
    EXPECT_EQ(judge({}, {.end = {.status = 127}}, Language::Http).verdict, Verdict::Inconclusive);
    EXPECT_EQ(judge({}, {.end = {.linkLost = true}}, Language::Http).verdict, Verdict::Inconclusive);
    // What the server sends cannot be taken for our mark: it comes on the other stream.
    EXPECT_EQ(judge({}, {.end = {.status = 0}, .output = httpStatusMark + "200"}, Language::Http).verdict, Verdict::Failed);
}

TEST(QueryTest, everySampleMustHoldAndNoneIsNoSuccess)
{
    const QByteArray two = R"({"status":"success","data":{"resultType":"vector","result":[
        {"metric":{"__name__":"up","job":"a"},"value":[1,"1"]},{"metric":{"__name__":"up","job":"b"},"value":[1,"0"]}]}})";
    EXPECT_EQ(judge({.value = QStringLiteral(">= 0")}, answered(200, two), Language::PromQl).verdict, Verdict::Passed);
    const Judgement failed = judge({.value = QStringLiteral("== 1")}, answered(200, two), Language::PromQl);
    EXPECT_EQ(failed.verdict, Verdict::Failed);
    EXPECT_TRUE(failed.explanation.contains(u"up{job=\"b\"}")) << failed.explanation.toStdString();
    const QByteArray none = R"({"status":"success","data":{"resultType":"vector","result":[]}})";
    EXPECT_EQ(judge({.value = QStringLiteral("== 0")}, answered(200, none), Language::PromQl).verdict, Verdict::Failed);
    const QByteArray scalar = R"({"status":"success","data":{"resultType":"scalar","result":[1,"0"]}})";
    EXPECT_EQ(judge({.value = QStringLiteral("== 0")}, answered(200, scalar), Language::PromQl).verdict, Verdict::Passed);
    const QByteArray error = R"({"status":"error","errorType":"bad_data","error":"parse error"})";
    EXPECT_EQ(judge({}, answered(400, error), Language::PromQl).verdict, Verdict::Inconclusive);
}

TEST(JsonPathTest, pathsFindValuesOrSayWhatIsMissing)
{
    const QByteArray json = R"({"a":{"b":[1,{"c d":true}]},"n":1.5,"s":"x"})";
    const auto at = [&](const char *path) { return jsonValueAt(json, QString::fromLatin1(path)); };
    EXPECT_EQ(at(".n").value_or(QString()), QStringLiteral("1.5"));
    EXPECT_EQ(at(".a.b[0]").value_or(QString()), QStringLiteral("1"));
    EXPECT_EQ(at(".a.b[1].\"c d\"").value_or(QString()), QStringLiteral("true"));
    EXPECT_EQ(at(".a.b").value_or(QString()), QStringLiteral("[1,{\"c d\":true}]"));
    EXPECT_EQ(jsonValueAt("7\n", QStringLiteral(".")).value_or(QString()), QStringLiteral("7"));
    for (const char *missing : {".x", ".a.b[5]", ".s.y", ".a b", "a"})
        EXPECT_FALSE(at(missing)) << missing;
    EXPECT_FALSE(jsonValueAt("no json", QStringLiteral(".")));
}

} // namespace
