// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "viewfixture.h"

#include <ui/terminal/coloredtext.h>

#include <QClipboard>
#include <QMimeData>
#include <QTextDocument>

#include <random>

namespace holdpoint::ui::testing {
namespace {

using terminal::Position;
using terminal::Screen;
using terminal::SelectionShape;

QString whole(const Screen &screen, const TerminalColors &colors = TerminalColors::light())
{
    return coloredText(screen, {0, 0}, {screen.lines() - 1, screen.columns()}, SelectionShape::Stream, colors);
}

/// What a reader of the HTML reads.
QString read(const QString &html)
{
    QTextDocument document;
    document.setHtml(html);
    return document.toPlainText();
}

TEST(ColoredTextTest, everyLookHasItsStyle)
{
    Screen screen(60, 1);
    screen.feed("\033[1mb\033[0;3mi\033[0;4mu\033[0;9ms\033[0;4:3mc\033[0;58:2::255:0:0;4md\033[0;31mr\033[m");
    const QString html = whole(screen);
    EXPECT_TRUE(html.startsWith(QStringLiteral("<pre style=\"font-family:monospace;white-space:pre;color:#24292f;"
                                               "background-color:#fcfcfd\">")))
        << html.toStdString();
    for (const char *span :
         {"<span style=\"font-weight:bold\">b</span>", "<span style=\"font-style:italic\">i</span>",
          "<span style=\"text-decoration:underline\">u</span>", "<span style=\"text-decoration:line-through\">s</span>",
          "<span style=\"text-decoration:underline;text-decoration-style:wavy\">c</span>",
          "<span style=\"text-decoration:underline;text-decoration-color:#ff0000\">d</span>",
          "<span style=\"color:#b3261e\">r</span>"})
        EXPECT_TRUE(html.contains(QLatin1String(span))) << span << " in " << html.toStdString();
}

TEST(ColoredTextTest, aPictureIsCopiedInTheColoursItIsSeenIn)
{
    Screen screen(10, 1);
    screen.feed("\033[38;2;250;250;250;48;2;255;255;255m\u2580a\033[m");
    const QString html = whole(screen);
    EXPECT_TRUE(html.contains(QStringLiteral("color:#fafafa;background-color:#ffffff\">\u2580</span>")))
        << html.toStdString();
    EXPECT_FALSE(html.contains(QStringLiteral("color:#fafafa;background-color:#ffffff\">a"))) << html.toStdString();
}

TEST(ColoredTextTest, inverseTextHasItsColoursSwappedAndThemesDiffer)
{
    Screen screen(10, 1);
    screen.feed("\033[7mx\033[m");
    EXPECT_TRUE(
        whole(screen).contains(QStringLiteral("<span style=\"color:#fcfcfd;background-color:#24292f\">x</span>")));
    EXPECT_TRUE(whole(screen, TerminalColors::dark())
                    .contains(QStringLiteral("<span style=\"color:#15191f;background-color:#d7dde5\">x</span>")));
}

TEST(ColoredTextTest, whatAHostPrintsIsNeverMarkup)
{
    Screen screen(60, 2);
    screen.feed("<script>alert(\"1\")</script>&amp; \033[1m</pre><b>\033[m");
    const QString html = whole(screen);
    EXPECT_FALSE(html.contains(QStringLiteral("<script")));
    EXPECT_FALSE(html.contains(QStringLiteral("<b>")));
    EXPECT_EQ(html.count(QStringLiteral("</pre>")), 1);
    EXPECT_EQ(read(html).trimmed(), QStringLiteral("<script>alert(\"1\")</script>&amp; </pre><b>"));
}

TEST(ColoredTextTest, onlyWebLinksStayLinks)
{
    Screen screen(60, 1);
    screen.feed("\033]8;;https://example.org/a?b=c&d=%22e%22\aweb\033]8;;\a \033]8;;file:///etc/passwd\afile\033]8;;\a "
                "\033]8;;javascript:alert(1)\ascript\033]8;;\a");
    const QString html = whole(screen);
    EXPECT_TRUE(html.contains(QStringLiteral("<a href=\"https://example.org/a?b=c&amp;d=%22e%22\">web</a>")))
        << html.toStdString();
    EXPECT_EQ(html.count(QStringLiteral("href")), 1);
    EXPECT_FALSE(html.contains(QStringLiteral("passwd")));
}

TEST(ColoredTextTest, aBlockAndWideCharactersAreWhatTheTextIs)
{
    Screen screen(20, 3);
    screen.feed("ab\033[32mcd\033[m\r\n\u65e5\u672c\u8a9e\r\nijkl");
    const QString html = coloredText(screen, {0, 1}, {2, 4}, SelectionShape::Block, TerminalColors::light());
    EXPECT_EQ(read(html), screen.text({0, 1}, {2, 4}, SelectionShape::Block));
    EXPECT_TRUE(html.contains(QStringLiteral("cd</span>")));
}

TEST(ColoredTextTest, withoutTagsItSaysWhatTheTextSays)
{
    const QByteArray pieces[] = {"word ",
                                 "\033[1;31m",
                                 "\033[m",
                                 "\r\n",
                                 "\u65e5\u672c",
                                 "e\u0301",
                                 "<&\"'>",
                                 "\033[44m",
                                 "\033]8;;http://h/\a",
                                 "\033]8;;\a",
                                 "    ",
                                 "\033[7;4m",
                                 "a line that is longer "};
    for (unsigned seed = 1; seed <= 40; ++seed) {
        std::mt19937 random(seed);
        Screen screen(17, 6);
        for (int piece = 0; piece < 60; ++piece)
            screen.feed(pieces[random() % std::size(pieces)]);
        const auto place = [&] {
            return Position{static_cast<qint64>(random() % static_cast<unsigned>(screen.lines())),
                            static_cast<int>(random() % 18)};
        };
        const auto shape = seed % 3 == 0 ? SelectionShape::Block : SelectionShape::Stream;
        const Position from = place();
        const Position to = place();
        const QString text = screen.text(from, to, shape) + QLatin1Char('|'); // readers drop a line feed at the end
        QString html = coloredText(screen, from, to, shape, TerminalColors::dark());
        html.insert(html.lastIndexOf(QLatin1Char('<')), QLatin1Char('|'));
        ASSERT_EQ(read(html).toStdString(), text.toStdString()) << "seed " << seed << '\n' << html.toStdString();
    }
}

using CopyTest = ViewTest;

TEST_F(CopyTest, copyWithColoursOffersTextAndHtmlAndPlainCopyOnlyText)
{
    feed("plain \033[31mred\033[m");
    m_view->selectAll();
    m_view->copySelection();
    ASSERT_NE(QApplication::clipboard()->mimeData(), nullptr);
    EXPECT_FALSE(QApplication::clipboard()->mimeData()->hasHtml());
    const QString text = QApplication::clipboard()->text();
    m_view->copyWithColors();
    EXPECT_EQ(QApplication::clipboard()->text(), text);
    EXPECT_TRUE(QApplication::clipboard()->mimeData()->html().contains(QStringLiteral(">red</span>")));
}

} // namespace
} // namespace holdpoint::ui::testing
