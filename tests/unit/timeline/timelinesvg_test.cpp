// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/timeline/timelinesvg.h>

#include <models/timeline/timelinerows.h>
#include <tests/unit/report/samplerun.h>

#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include <algorithm>

using namespace holdpoint;
using namespace holdpoint::timeline;
using holdpoint::testing::TempLedger;
using holdpoint::testing::waitFor;

namespace {

Timeline sample(const Language &language = {})
{
    TempLedger ledger;
    const QByteArray run = holdpoint::testing::writeSampleRun(ledger, {});
    return timelineOf(*waitFor(ledger->entries(run, ledger::Ledger::Attachments::Skip)), language);
}

/// A language whose words are longer than English ones.
class Longwinded final : public QTranslator
{
public:
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QLatin1String(text) + QString::fromLatin1(text).right(3).repeated(4);
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// The names of all elements; fails the test when it is no XML.
QStringList elements(const QString &svg)
{
    QXmlStreamReader reader(svg);
    QStringList names;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement)
            names.append(reader.name().toString());
    }
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString() << " at line " << reader.lineNumber();
    return names;
}

TEST(TimelineSvgTest, itIsSelfContainedAndTheSameEachTime)
{
    const Timeline timeline = sample();
    const QString svg = timelineSvg(timeline, SvgUse::Standalone);
    EXPECT_EQ(svg, timelineSvg(timeline, SvgUse::Standalone));
    EXPECT_EQ(elements(svg).first(), QStringLiteral("svg"));
    for (const char *part : {"<script", "href", "url(", "@import", "<image", "<foreignObject", "onload"})
        EXPECT_FALSE(svg.contains(QLatin1String(part), Qt::CaseInsensitive)) << part;
    EXPECT_TRUE(svg.contains(QStringLiteral("prefers-color-scheme:dark")));
}

TEST(TimelineSvgTest, whoCannotSeeItHasTitleDescriptionAndATitleForEachThing)
{
    const Timeline timeline = sample();
    const QString svg = timelineSvg(timeline, SvgUse::Standalone);
    EXPECT_TRUE(svg.contains(QStringLiteral("role=\"img\"")));
    EXPECT_EQ(elements(svg).count(QStringLiteral("title")), timeline.items.size() + 1);
    EXPECT_EQ(elements(svg).count(QStringLiteral("desc")), 1);
    EXPECT_TRUE(svg.contains(QStringLiteral("Time in UTC")));
    EXPECT_TRUE(svg.contains(QStringLiteral("PRACTICE")));
    EXPECT_TRUE(svg.contains(QStringLiteral("Result: passed with exceptions")));
    EXPECT_TRUE(svg.contains(QStringLiteral("✕ 2.1"))) << "a failure is a mark and not only a colour";
}

TEST(TimelineSvgTest, foreignTextNeverBecomesMarkup)
{
    Timeline hostile = sample();
    const QStringList calm = elements(timelineSvg(hostile, SvgUse::Standalone));
    hostile.runbook = QStringLiteral("</title><script>alert(1)</script>\"'&");
    for (Item &item : hostile.items)
        item.what = item.result = QStringLiteral("</title></svg><script>x</script> \x1b ") + QChar(0x202e)
                                  + QChar(0xfffe) + QChar(0xffff) + QStringLiteral("]]>&lt; %1 %2");
    for (Lane &lane : hostile.lanes)
        lane.name = QStringLiteral("<b>&");
    EXPECT_EQ(elements(timelineSvg(hostile, SvgUse::Standalone)), calm);
}

TEST(TimelineSvgTest, onPaperItIsNarrowerInOneFontAndWithoutColoursForDarkGround)
{
    const QString svg = timelineSvg(sample(), SvgUse::Paper);
    EXPECT_EQ(elements(svg).first(), QStringLiteral("svg"));
    EXPECT_TRUE(svg.contains(QStringLiteral("viewBox=\"0 0 820.0 ")));
    EXPECT_TRUE(svg.contains(QStringLiteral("font-family=\"DejaVu Sans\"")));
    EXPECT_FALSE(svg.contains(QStringLiteral("<style")));
}

TEST(TimelineSvgTest, longWordsOfAnotherLanguageStayInThePicture)
{
    const Language language(QStringLiteral("de"), std::make_shared<Longwinded>());
    const auto heightOf = [](const QString &svg) {
        static const QRegularExpression form(QStringLiteral("viewBox=\"0 0 820.0 ([0-9.]+)\""));
        return form.match(svg).captured(1).toDouble();
    };
    const QString svg = timelineSvg(sample(language), SvgUse::Paper);
    EXPECT_TRUE(svg.contains(QStringLiteral("failed or unknown") + QStringLiteral("own").repeated(4)));
    EXPECT_GT(heightOf(svg), heightOf(timelineSvg(sample(), SvgUse::Paper)))
        << "what the colours mean takes a line more";
    static const QRegularExpression text(QStringLiteral("<text x=\"([0-9.]+)\"[^>]*>([^<]*)</text>"));
    int seen = 0;
    for (auto found = text.globalMatch(svg); found.hasNext(); ++seen) {
        const auto match = found.next();
        EXPECT_LE(match.captured(1).toDouble() + 6.6 * double(match.captured(2).size()), 820.0)
            << match.captured(2).toStdString();
    }
    EXPECT_GT(seen, 10);
}

TEST(TimelineSvgTest, anEmptyOneIsAPictureToo)
{
    elements(timelineSvg({}, SvgUse::Standalone));
    elements(timelineSvg({}, SvgUse::Inline));
}

TEST(ArrangementTest, nothingInALaneHidesAnythingElse)
{
    const Timeline timeline = sample();
    const auto extentOf = [](const Item &item) {
        return Extent{double(item.fromMs), double(item.toMs) + 1, double(item.toMs) + 1500};
    };
    const Arrangement arrangement = arrangementOf(timeline, extentOf);
    ASSERT_EQ(arrangement.places.size(), timeline.items.size());
    for (qsizetype one = 0; one < timeline.items.size(); ++one) {
        for (qsizetype other = one + 1; other < timeline.items.size(); ++other) {
            if (arrangement.places[one].row == arrangement.places[other].row && arrangement.places[other].isLabelled) {
                EXPECT_LE(extentOf(timeline.items[one]).labelledTo, extentOf(timeline.items[other]).from)
                    << one << ' ' << other;
            }
        }
    }
}

TEST(ArrangementTest, aThousandThingsAtOnceKeepALaneLow)
{
    Timeline timeline{.lanes = {Lane{}}};
    for (int i = 0; i < 1000; ++i)
        timeline.items.append({.fromMs = 0, .toMs = 10});
    const Arrangement arrangement = arrangementOf(timeline, [](const Item &) { return Extent{0, 10, 20}; });
    EXPECT_LE(arrangement.rows, 6);
    EXPECT_TRUE(std::ranges::any_of(arrangement.places, [](const auto &place) { return !place.isLabelled; }));
}

} // namespace
