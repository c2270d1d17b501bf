// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "viewfixture.h"

#include <QImage>
#include <QScrollBar>

#include <algorithm>

namespace holdpoint::ui::testing {
namespace {

class TerminalPaintTest : public ViewTest
{
protected:
    void SetUp() override
    {
        ViewTest::SetUp();
        m_view->setColors(TerminalColors::dark());
    }
    QImage picture()
    {
        QTest::qWait(40);
        return m_view->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
    }
    /// How many pixels of a cell have the colour.
    int count(const QImage &image, int row, int column, QRgb color) const
    {
        const QRect cell = m_view->cellRect(row, column);
        int found = 0;
        for (int y = cell.top(); y <= cell.bottom(); ++y) {
            for (int x = cell.left(); x <= cell.right(); ++x)
                found += image.pixel(x, y) == color ? 1 : 0;
        }
        return found;
    }
    int area() const { return m_view->cellRect(0, 0).width() * m_view->cellRect(0, 0).height(); }

    const TerminalColors m_dark = TerminalColors::dark();
};

TEST_F(TerminalPaintTest, textIsPaintedOnTheBackgroundItWasGiven)
{
    feed("\033[2;1H\033[48;2;10;200;30mX\033[m");
    const QImage image = picture();
    EXPECT_GT(count(image, 1, 0, 0xff0ac81e), area() / 2);
    EXPECT_LT(count(image, 1, 0, 0xff0ac81e), area()) << "and there is a glyph on it";
    EXPECT_EQ(count(image, 1, 2, m_dark.background), area());
}

TEST_F(TerminalPaintTest, theWholePictureEqualsOnePaintedRowByRow)
{
    QByteArray lines;
    for (int line = 0; line < 30; ++line) {
        feed(("\033[3" + QByteArray::number(line % 8) + "mline " + QByteArray::number(line) + "\033[m\r\n").constData());
        QTest::qWait(20);
    }
    const QImage incremental = picture();
    m_view->viewport()->update();
    EXPECT_EQ(picture(), incremental) << "scrolling by copying pixels leaves nothing behind";
}

TEST_F(TerminalPaintTest, theCursorIsFilledWithFocusAndHollowWithout)
{
    feed("\033[2;2H");
    EXPECT_EQ(count(picture(), 1, 1, m_dark.cursor), area());
    m_view->clearFocus();
    const int hollow = count(picture(), 1, 1, m_dark.cursor);
    EXPECT_GT(hollow, 0);
    EXPECT_LT(hollow, area() / 2);
    m_view->setFocus();
    feed("\033[?25l");
    EXPECT_EQ(count(picture(), 1, 1, m_dark.background), area());
    feed("\033[?25h\033[6 q");
    const int bar = count(picture(), 1, 1, m_dark.cursor);
    EXPECT_GT(bar, 0);
    EXPECT_LT(bar, area() / 2);
}

TEST_F(TerminalPaintTest, linesOfABoxJoinWithoutASeam)
{
    feed("\033[2;1H\342\224\200\342\224\200");
    const QImage image = picture();
    const QRect left = m_view->cellRect(1, 0);
    int rowsJoined = 0;
    for (int y = left.top(); y <= left.bottom(); ++y) {
        bool all = true;
        for (int x = left.left(); x < left.left() + 2 * left.width(); ++x)
            all = all && image.pixel(x, y) != m_dark.background;
        rowsJoined += all ? 1 : 0;
    }
    EXPECT_GE(rowsJoined, 1);
}

TEST_F(TerminalPaintTest, underlinesArePaintedInTheirColour)
{
    feed("\033[2;1H\033[4;58:2::255:0:0m \033[m");
    EXPECT_GE(count(picture(), 1, 0, 0xffff0000), m_view->cellRect(0, 0).width());
}

TEST_F(TerminalPaintTest, aMatchThatGoesOnInTheNextRowIsMarkedInBoth)
{
    feed(("\033[2J\033[H" + QByteArray(38, '.') + "needle and needle").constData());
    ASSERT_TRUE(m_view->find({QStringLiteral("needle")}, terminal::SearchDirection::Backward).any);
    const QImage image = picture();
    EXPECT_EQ(count(image, 0, 37, m_dark.match), 0);
    for (const auto &[row, column] : {std::pair{0, 38}, {0, 39}, {1, 0}, {1, 3}})
        EXPECT_GT(count(image, row, column, m_dark.match), area() / 3) << row << ' ' << column;
    EXPECT_EQ(count(image, 1, 4, m_dark.match), 0);
    EXPECT_GT(count(image, 1, 9, m_dark.currentMatch), area() / 3);
}

TEST_F(TerminalPaintTest, onlyWhatIsOfferedAsALinkLooksLikeOne)
{
    feed("\033[2;1H\033]8;;https://example.org/\a  \033]8;;file:///etc/passwd\a  \033]8;;\a");
    const QImage image = picture();
    EXPECT_LT(count(image, 1, 0, m_dark.background), area());
    EXPECT_LT(count(image, 1, 1, m_dark.background), area());
    EXPECT_EQ(count(image, 1, 2, m_dark.background), area());
}

TEST_F(TerminalPaintTest, wideAndRareCharactersAreVisible)
{
    feed("\033[2;1H\u65e5e\u0301\U0001F600");
    const QImage image = picture();
    EXPECT_LT(count(image, 1, 0, m_dark.background), area());
    EXPECT_LT(count(image, 1, 2, m_dark.background), area());
}

TEST_F(TerminalPaintTest, concealedTextIsNotReadable)
{
    feed("\033[2;1H\033[8msecret\033[m");
    EXPECT_EQ(count(picture(), 1, 0, m_dark.background), area());
}

TEST_F(TerminalPaintTest, aHostThatNeverEndsItsFrameIsPaintedAnyway)
{
    feed("\033[?2026h\033[2;1H\033[41m \033[m");
    EXPECT_TRUE(QTest::qWaitFor([&] { return count(picture(), 1, 0, m_dark.background) == 0; }, 2000));
}

TEST(TerminalColorsTest, everyPairOfPaletteColoursCanBeRead)
{
    for (const TerminalColors &colors : {TerminalColors::light(), TerminalColors::dark()}) {
        EXPECT_GE(contrastRatio(colors.foreground, colors.background), 7.0);
        for (int text = 0; text < 16; ++text) {
            for (int background = 0; background < 16; ++background) {
                terminal::Attributes look;
                look.foreground = terminal::Color::palette(text);
                look.background = terminal::Color::palette(background);
                const TerminalColors::Pair pair = colors.resolve(look, false);
                EXPECT_GE(contrastRatio(pair.text, pair.background), colors.minimumContrast) << text << background;
            }
        }
        for (const QRgb highlight : {colors.selection, colors.match, colors.currentMatch}) {
            const QRgb text = readable(colors.foreground, highlight, colors.minimumContrast);
            EXPECT_GE(contrastRatio(text, highlight), 4.5);
        }
    }
}

} // namespace
} // namespace holdpoint::ui::testing
