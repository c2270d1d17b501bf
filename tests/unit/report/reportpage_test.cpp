// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportpage.h>

#include <models/report/reportbuilder.h>
#include <tests/unit/report/samplerun.h>

#include <QXmlStreamReader>

using namespace holdpoint;
using namespace holdpoint::report;
using namespace holdpoint::testing;

namespace {

QString page(const Sample &sample, HtmlPage::Medium medium = HtmlPage::Medium::Screen)
{
    TempLedger ledger;
    const QByteArray run = writeSampleRun(ledger, sample);
    ReportBuilder builder(ledger.get(), ledger.clock(), {}, QStringLiteral("op"));
    auto input = waitFor(builder.gather(run));
    EXPECT_TRUE(input);
    return renderReport(*input, viewOf(input->entries), {QStringLiteral("session.jsonl")}, medium);
}

/// The names of all elements, in order; fails the test when tags do not nest.
QStringList elements(QString html)
{
    html.remove(QStringLiteral("<!DOCTYPE html>"));
    for (const char *tag : {"meta charset=\"utf-8\"", "meta name=\"viewport\" content=\"width=device-width, initial-scale=1\""})
        html.replace(QStringLiteral("<%1>").arg(QLatin1String(tag)), QStringLiteral("<%1/>").arg(QLatin1String(tag)));
    html.replace(QStringLiteral("form-action 'none'\">"), QStringLiteral("form-action 'none'\"/>"));
    html.replace(QStringLiteral("<br>"), QStringLiteral("<br/>"));
    QXmlStreamReader reader(html);
    QStringList names;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement)
            names.append(reader.name().toString());
    }
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString() << " at line " << reader.lineNumber();
    return names;
}

TEST(ReportPageTest, foreignTextNeverBecomesMarkup)
{
    const QStringList calm = elements(page({}));
    Sample hostile;
    hostile.output = QString::fromUtf8("</pre></td><script>alert(1)</script><img src=x onerror=alert(1)> & \" ' %1 %2\x1b[31m\x07");
    hostile.note = QString::fromUtf8("<b>\xe2\x80\xae" "desrever</b><!-- --> ]]> <style>*{display:none}</style>");
    const QString html = page(hostile);
    EXPECT_EQ(elements(html), calm);
    EXPECT_FALSE(html.contains(QStringLiteral("<script")));
    EXPECT_FALSE(html.contains(QStringLiteral("<img")));
    EXPECT_FALSE(html.contains(QChar(0x1b)));
    EXPECT_FALSE(html.contains(QChar(0x202e)));
    EXPECT_TRUE(html.contains(QStringLiteral("[U+001B][31m[U+0007]")));
    EXPECT_TRUE(html.contains(QStringLiteral("[U+202E]desrever")));
}

TEST(ReportPageTest, thePageLoadsNothingAndRunsNothing)
{
    const QString html = page({});
    for (const char *part : {"<script", "<link", "<img", "<iframe", "<object", "<form", "url(", "@import", "http:", "https:",
                             "javascript:", "src="})
        EXPECT_FALSE(html.contains(QLatin1String(part), Qt::CaseInsensitive)) << part;
    EXPECT_TRUE(html.contains(QStringLiteral("default-src 'none'")));
}

TEST(ReportPageTest, screenReadersFindLanguageHeadingsLandmarksAndHeaderScopes)
{
    const QString html = page({});
    EXPECT_TRUE(html.contains(QStringLiteral("<html lang=\"en\">")));
    const QStringList names = elements(html);
    EXPECT_EQ(names.count(QStringLiteral("h1")), 1);
    for (const char *landmark : {"header", "nav", "main", "footer"})
        EXPECT_EQ(names.count(QLatin1String(landmark)), 1) << landmark;
    EXPECT_EQ(names.count(QStringLiteral("th")), html.count(QStringLiteral("<th scope=\"col\"")));
    EXPECT_EQ(names.count(QStringLiteral("table")), names.count(QStringLiteral("caption")));
    EXPECT_EQ(names.count(QStringLiteral("section")), html.count(QStringLiteral("<section aria-labelledby=")));
}

TEST(ReportPageTest, practiceAndRehearsalStandOnTopAndBesideEveryHeading)
{
    for (const auto mode : {session::Mode::Practice, session::Mode::Rehearsal}) {
        const QString mark = session::modeName(mode).toUpper();
        const QString html = page({.mode = mode});
        EXPECT_LT(html.indexOf(mark, html.indexOf(QStringLiteral("<header>"))), html.indexOf(QStringLiteral("<h1>")));
        EXPECT_EQ(html.count(QStringLiteral("<span class=\"mark\">%1</span>").arg(mark)),
                  html.count(QStringLiteral("<section ")));
    }
    EXPECT_FALSE(page({.mode = session::Mode::Live}).contains(QStringLiteral("<span class=\"mark\">")));
}

TEST(ReportPageTest, exceptionsNameEverythingThatDidNotGoByTheBook)
{
    const QString html = page({});
    const QString exceptions = html.section(QStringLiteral("<h2 id=\"exceptions\">"), 1).section(QStringLiteral("</section>"), 0, 0);
    for (const char *part : {"Command 2.1 failed", "Command 2.2 was skipped", "only a look; the check below asks the same",
                             "Waived: The load balancer shows the other nodes as healthy", "ticket 4711"})
        EXPECT_TRUE(exceptions.contains(QLatin1String(part))) << part;
    EXPECT_TRUE(html.contains(QStringLiteral("Passed with exceptions")));
}

TEST(ReportPageTest, commandsChecksEvidenceAndEscalationAreTold)
{
    const QString html = page({});
    for (const char *part : {"kubectl drain node-07 --ignore-daemonsets", "Pods move to other nodes", "exit status 0",
                             "exit status the SSH protocol reported", "the value is 0, expected == 0",
                             "No pod is left on the node", "Statement by operator@noc.example", "SHA256:7bqX0yQnXJrsl1N0",
                             "Team Lead", "no answer", "looks at the pods", "one pod had no budget left", "Undo list",
                             "Load was low before the start.", "node-07"})
        EXPECT_TRUE(html.contains(QLatin1String(part))) << part;
}

TEST(ReportPageTest, thePaperPageSaysTheSame)
{
    const QString paper = page({}, HtmlPage::Medium::Paper);
    elements(paper);
    for (const char *part : {"PRACTICE", "UNSIGNED", "Command 2.1 failed", "kubectl cordon node-07", "Waived"})
        EXPECT_TRUE(paper.contains(QLatin1String(part))) << part;
}

} // namespace
