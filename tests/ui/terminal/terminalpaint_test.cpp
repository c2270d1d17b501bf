// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "emojifont.h"
#include "viewfixture.h"

#include <QFontDatabase>
#include <QImage>
#include <QPainter>
#include <QScreen>
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
    /// What stands on the screen, painted bit by bit as it changed.
    QImage shown()
    {
        QTest::qWait(60);
        return m_window->screen()->grabWindow(m_window->winId()).toImage();
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
    int inked(const QImage &image, int row, int column) const
    {
        return area() - count(image, row, column, m_dark.background);
    }
    /// As a screen shows it that has `scale` pixels for each of ours.
    QImage scaledPicture(qreal scale)
    {
        QTest::qWait(40);
        QImage image(m_view->viewport()->size() * scale, QImage::Format_RGB32);
        image.setDevicePixelRatio(scale);
        m_view->viewport()->render(&image);
        image.setDevicePixelRatio(1);
        return image;
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
        feed(
            ("\033[3" + QByteArray::number(line % 8) + "mline " + QByteArray::number(line) + "\033[m\r\n").constData());
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
    const QImage bar = picture();
    EXPECT_EQ(count(bar, 1, 0, m_dark.cursor), m_view->cellRect(0, 0).height())
        << "a pixel wide, in front of the character";
    EXPECT_EQ(count(bar, 1, 1, m_dark.cursor), 0) << "and not over its stem";
    feed("\033[2;1H");
    const QRect first = m_view->cellRect(1, 0);
    EXPECT_EQ(picture().pixel(first.left() - 1, first.center().y()), m_dark.cursor) << "in the first column too";
}

TEST_F(TerminalPaintTest, textDoesNotStickToThePanesEdge)
{
    EXPECT_GE(m_view->cellRect(0, 0).left(), 4);
    EXPECT_LE(m_view->cellRect(0, 0).left(), 14);
}

TEST_F(TerminalPaintTest, aPictureKeepsItsColoursHoweverNearTheyAre)
{
    feed("\033[2;1H\033[38;2;20;30;40;48;2;22;32;42m\u2580\u2588a\u28ff\033[38;2;22;32;42m\u2588\033[m");
    const QImage image = picture();
    EXPECT_EQ(count(image, 1, 0, 0xff141e28), area() / 2);
    EXPECT_EQ(count(image, 1, 0, 0xff16202a), area() - area() / 2);
    EXPECT_EQ(count(image, 1, 1, 0xff141e28), area());
    EXPECT_GT(count(image, 1, 2, 0xff16202a), 0) << "and around text its background is the host's too";
    EXPECT_LT(count(image, 1, 2, 0xff16202a) + count(image, 1, 2, 0xff141e28), area()) << "but text can be read";
    int brightest = 0;
    const QRect braille = m_view->cellRect(1, 3);
    for (int y = braille.top(); y <= braille.bottom(); ++y) {
        for (int x = braille.left(); x <= braille.right(); ++x)
            brightest = std::max(brightest, qGray(image.pixel(x, y)));
    }
    EXPECT_LT(brightest, 60);
    EXPECT_EQ(count(image, 1, 4, 0xff16202a), area()) << "a pixel in its background's colour";
}

TEST_F(TerminalPaintTest, aSelectedPictureKeepsItsColours)
{
    feed("\033[2;1H\033[38;2;47;77;115m\u2580\033[m");
    m_view->selectAll();
    EXPECT_EQ(count(picture(), 1, 0, 0xff2f4d73), area()) << "which here are the selection's";
}

TEST_F(TerminalPaintTest, nothingOfARowIsPaintedOutsideIt)
{
    for (int step = 0; step < 6; ++step) {
        feed("\033[?25l\033[2J\033[3;1H\u1ea4\u01fa\u1ed2A\u030a\u0302\u0301\u239d\u2571\u2573\u222b\ue0b1"
             "\033[4:3mgjpq\033[0;3m|fj\033[0;1m{\033[m\033[10;1H");
        const QImage image = picture();
        for (const int row : {1, 3}) {
            for (int column = 0; column < 20; ++column)
                EXPECT_EQ(count(image, row, column, m_dark.background), area())
                    << row << ' ' << column << " in step " << step;
        }
        m_view->zoomIn();
    }
}

TEST_F(TerminalPaintTest, whatIsErasedOrScrolledAwayLeavesNothingBehind)
{
    const QByteArray tall = "\u1ea4\u1ed2A\u030a\u0302\u0301\u2571\u2573\033[4:3mgjpq\033[0;3mfj\033[40Gf\033[m";
    feed("\033[?25l");
    for (const char *row : {"\033[2;1H", "\033[4;1H", "\033[6;1H", "\033[10;1H"})
        feed((row + tall).constData());
    shown();
    feed("\033[4;1H\033[2K");
    shown();
    feed("\033[10;1H\n\n");
    const QImage bitByBit = shown();
    ASSERT_FALSE(bitByBit.isNull());
    m_view->viewport()->update();
    EXPECT_EQ(shown(), bitByBit);
    feed("\033[2J");
    const QImage empty = shown();
    m_view->viewport()->update();
    EXPECT_EQ(shown(), empty);
    EXPECT_NE(empty, bitByBit);
}

TEST_F(TerminalPaintTest, linesHaveOneWeightOnAScreenOfAnyScale)
{
    feed("\033[?25l");
    for (int row = 1; row <= 10; ++row)
        feed(("\033[" + QByteArray::number(row) + ";1H\u2500\u2502\u2501\u2503\u2550\u2551\u2502\u2502").constData());
    for (const qreal scale : {1.0, 1.25, 1.5, 1.75, 2.0}) {
        const QImage image = scaledPicture(scale);
        const auto inkedRows = [&](int row, int column) {
            const QRect cell = m_view->cellRect(row, column);
            const int x = qRound(cell.center().x() * scale);
            int inked = 0;
            for (int y = qRound(cell.top() * scale); y < qRound((cell.bottom() + 1) * scale); ++y)
                inked += image.pixel(x, y) == m_dark.foreground ? 1 : 0;
            return inked;
        };
        const auto inkedColumns = [&](int row, int column) {
            const QRect cell = m_view->cellRect(row, column);
            int inked = 0;
            for (int x = qRound(cell.left() * scale); x < qRound((cell.right() + 1) * scale); ++x)
                inked += image.pixel(x, qRound(cell.center().y() * scale)) == m_dark.foreground ? 1 : 0;
            return inked;
        };
        const int light = inkedRows(0, 0);
        const int heavy = inkedRows(0, 2);
        EXPECT_GT(light, 0);
        EXPECT_GT(heavy, light);
        for (int row = 0; row < 10; ++row) {
            EXPECT_EQ(inkedRows(row, 0), light) << row << " at " << scale;
            EXPECT_EQ(inkedRows(row, 2), heavy) << row << " at " << scale;
            EXPECT_EQ(inkedRows(row, 4), 2 * light) << row << " at " << scale;
            for (const int column : {1, 6, 7})
                EXPECT_EQ(inkedColumns(row, column), light) << row << ' ' << column << " at " << scale;
            EXPECT_EQ(inkedColumns(row, 3), heavy) << row << " at " << scale;
            EXPECT_EQ(inkedColumns(row, 5), 2 * light) << row << " at " << scale;
        }
    }
}

TEST_F(TerminalPaintTest, linesAlongTextAreTheSameInEachRowOnAScreenOfAnyScale)
{
    feed("\033[?25l");
    for (const char *style : {"4", "4:2", "4:3", "4:4", "4:5", "9", "53"}) {
        feed("\033[H\033[2J");
        for (int row = 1; row <= 10; ++row)
            feed(("\033[" + QByteArray::number(row) + ";1H\033[" + style + "m        \033[m").constData());
        for (const qreal scale : {1.0, 1.25, 1.5, 1.75, 2.0}) {
            const QImage image = scaledPicture(scale);
            const auto partOf = [&](int row) {
                const QRect cell = m_view->cellRect(row, 0);
                return image.copy(qRound(cell.left() * scale), qRound(cell.top() * scale),
                                  qRound(8 * cell.width() * scale), static_cast<int>(cell.height() * scale));
            };
            const QImage first = partOf(0);
            bool isSharp = true;
            bool isAny = false;
            for (int y = 0; y < first.height(); ++y) {
                for (int x = 0; x < first.width(); ++x) {
                    const QRgb pixel = first.pixel(x, y);
                    isAny = isAny || pixel == m_dark.foreground;
                    isSharp = isSharp && (pixel == m_dark.foreground || pixel == m_dark.background);
                }
            }
            EXPECT_TRUE(isAny || qstrcmp(style, "4:3") == 0) << style << " at " << scale;
            EXPECT_TRUE(isSharp || qstrcmp(style, "4:3") == 0) << style << " at " << scale;
            for (int row = 1; row < 10; ++row)
                EXPECT_EQ(partOf(row), first) << style << " in row " << row << " at " << scale;
        }
    }
}

TEST_F(TerminalPaintTest, blinkingTextGoesAndComesWithTheCursorsTime)
{
    const int usual = QApplication::cursorFlashTime();
    QApplication::setCursorFlashTime(120);
    feed("\033[?25l\033[2;1H\033[5mX\033[0mX\033[0;6m\u28ff\u2588\033[m");
    QImage image;
    const auto turns = [&](int ink) {
        return QTest::qWaitFor(
            [&] {
                image = m_view->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
                return std::min(1, inked(image, 1, 0)) == ink;
            },
            2000);
    };
    EXPECT_TRUE(turns(0));
    EXPECT_GT(inked(image, 1, 1), 0) << "what does not blink stays";
    EXPECT_EQ(inked(image, 1, 2) + inked(image, 1, 3), 0) << "pictures blink too";
    EXPECT_TRUE(turns(1));
    EXPECT_TRUE(turns(0)) << "and again";
    m_view->clearFocus();
    EXPECT_GT(inked(picture(), 1, 0), 0) << "in a terminal that nobody looks at it is still";
    QApplication::setCursorFlashTime(usual);
}

TEST_F(TerminalPaintTest, withoutAFlashTimeBlinkingTextIsStill)
{
    const int usual = QApplication::cursorFlashTime();
    QApplication::setCursorFlashTime(0);
    feed("\033[2;1H\033[5mX\033[m");
    EXPECT_FALSE(QTest::qWaitFor([&] { return inked(picture(), 1, 0) == 0; }, 300));
    QApplication::setCursorFlashTime(usual);
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

/// A terminal where a font has emoji, each a full square.
class EmojiPaintTest : public TerminalPaintTest
{
protected:
    void SetUp() override
    {
        m_fontId = QFontDatabase::addApplicationFontFromData(emojiFont());
        ASSERT_NE(m_fontId, -1);
        TerminalPaintTest::SetUp();
    }
    void TearDown() override
    {
        TerminalPaintTest::TearDown();
        QFontDatabase::removeApplicationFont(m_fontId);
    }
    /// The columns of pixels from cell `column` on that a row has ink in, as first and last.
    std::pair<int, int> extent(const QImage &image, int row, int column, int columns) const
    {
        const QRect cell = m_view->cellRect(row, column);
        std::pair extent{columns * cell.width(), -1};
        for (int x = 0; x < columns * cell.width(); ++x) {
            for (int y = cell.top(); y <= cell.bottom(); ++y) {
                if (image.pixel(cell.left() + x, y) != m_dark.background)
                    extent = {std::min(extent.first, x), x};
            }
        }
        return extent;
    }

    int m_fontId = -1;
};

TEST_F(EmojiPaintTest, aSequenceIsOneGlyphInTheMiddleOfTwoCells)
{
    feed("\033[?25l\033[2;1H\U0001F44D\033[3;1H\U0001F44D\U0001F3FD"
         "\033[4;1H\U0001F468\u200d\U0001F469\u200d\U0001F467\u200d\U0001F466"
         "\033[5;1H\U0001F1E9\U0001F1EA\U0001F1E9\U0001F1EA\033[6;1H\U0001F44D\ufe0f\U0001F3FD");
    const QImage image = picture();
    const int cell = m_view->cellRect(0, 0).width();
    const auto [from, to] = extent(image, 1, 0, 2);
    const int width = to - from + 1;
    EXPECT_GT(width, cell);
    EXPECT_LE(width, 2 * cell);
    for (const int row : {1, 2, 3, 4, 5}) {
        const auto [left, right] = extent(image, row, 0, 2);
        EXPECT_NEAR(right - left + 1, width, 2) << "one of them in row " << row;
        EXPECT_NEAR(left, 2 * cell - 1 - right, 2) << "in the middle, in row " << row;
    }
    EXPECT_GT(inked(image, 4, 2), 0) << "the second flag";
    EXPECT_EQ(inked(image, 4, 4), 0);
    EXPECT_EQ(m_screen.lineText(3), QStringLiteral("\U0001F468\u200d\U0001F469\u200d\U0001F467\u200d\U0001F466"));
}

TEST_F(EmojiPaintTest, aSequenceThatTheFontLacksShowsItsPartsSmaller)
{
    feed("\033[?25l\033[2;1H\U0001F469\u200d\U0001F466");
    const QImage image = picture();
    EXPECT_GT(inked(image, 1, 0), 0);
    EXPECT_GT(inked(image, 1, 1), 0);
    EXPECT_EQ(inked(image, 1, 2), 0);
}

TEST_F(EmojiPaintTest, oneThatNoFontHasIsABoxAndNotNothing)
{
    feed("\033[?25l\033[2;1H\U0001faea");
    EXPECT_GT(inked(picture(), 1, 0), 0);
}

TEST_F(EmojiPaintTest, anEmojiInOneCellIsFittedIntoIt)
{
    feed("\033[?25l\033[2;1H\U0001F1E9 ");
    const QImage image = picture();
    EXPECT_GT(inked(image, 1, 0), 0);
    EXPECT_EQ(inked(image, 1, 1), 0);
    const QRect cell = m_view->cellRect(1, 0);
    EXPECT_EQ(image.pixel(cell.center().x(), cell.top()), m_dark.background) << "smaller, not cut";
}

TEST_F(EmojiPaintTest, theCursorCoversASequenceWholeAndNoMore)
{
    feed("\033[2;1H\U0001F44D\U0001F3FD\U0001F44D\033[?25l");
    const QImage without = picture();
    feed("\033[?25h\033[2;1H");
    const QImage with = picture();
    for (const int column : {2, 3})
        EXPECT_EQ(with.copy(m_view->cellRect(1, column)), without.copy(m_view->cellRect(1, column))) << column;
    for (const int column : {0, 1}) {
        EXPECT_GT(count(with, 1, column, m_dark.cursor), 0);
        EXPECT_LT(count(with, 1, column, m_dark.cursor), area()) << "the glyph is there, in other colours";
    }
}

TEST_F(EmojiPaintTest, aConcealedOrBlinkedOutEmojiIsNotSeen)
{
    feed("\033[?25l\033[2;1H\033[8m\U0001F44D\u2588\033[m");
    EXPECT_EQ(extent(picture(), 1, 0, 3).second, -1);
}

TEST_F(TerminalPaintTest, aControlThatTurnsTextIsSeenAndTurnsNothing)
{
    feed("\033[?25l\033[2;1Habc\033[3;1Ha\u202ebc");
    const QImage image = picture();
    EXPECT_GT(inked(image, 2, 0), inked(image, 1, 0)) << "a mark in the cell that it stands in";
    for (const int column : {1, 2})
        EXPECT_EQ(image.copy(m_view->cellRect(2, column)), image.copy(m_view->cellRect(1, column))) << column;
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

TEST_F(TerminalPaintTest, theMatchFoundLastIsMarkedOnlyWhileItsTextIsThere)
{
    feed("a needle");
    ASSERT_TRUE(m_view->find({QStringLiteral("needle")}, terminal::SearchDirection::Backward).any);
    ASSERT_GT(count(picture(), 0, 3, m_dark.currentMatch), area() / 3);
    feed("\033[?1049h\033[H");
    EXPECT_EQ(count(picture(), 0, 3, m_dark.currentMatch), 0);
    feed("\033[?1049l");
    EXPECT_GT(count(picture(), 0, 3, m_dark.currentMatch), area() / 3);
    feed("\ranother word");
    EXPECT_EQ(count(picture(), 0, 3, m_dark.currentMatch), 0);
}

TEST_F(TerminalPaintTest, matchesAreMarkedWhereTheyAreNow)
{
    ASSERT_FALSE(m_view->find({QStringLiteral("needle")}, terminal::SearchDirection::Backward).any);
    feed("\r\nneedle\r\npin");
    const auto marked = [this](int row) { return count(picture(), row, 2, m_dark.match) > area() / 3; };
    EXPECT_TRUE(marked(1)) << "what came since";
    feed("\r\033[M\033[H\033[L");
    EXPECT_FALSE(marked(1));
    EXPECT_TRUE(marked(2));
    feed("\033[10H\r\n\r\n");
    EXPECT_TRUE(marked(0)) << "scrolled by output";
    feed("\r\n\r\n");
    EXPECT_FALSE(marked(0));
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->value() - 2);
    EXPECT_TRUE(marked(0)) << "scrolled by a person";
    feed("\033[3J");
    for (int row = 0; row < 10; ++row)
        EXPECT_FALSE(marked(row)) << row;
    feed("\033[H\033[2Jpin and needle");
    (void)picture();
    (void)m_view->find({QStringLiteral("zip")}, terminal::SearchDirection::Backward);
    EXPECT_FALSE(count(picture(), 0, 10, m_dark.match) > 0);
    (void)m_view->find({QStringLiteral("(?i)NEEDLE|pin"), true}, terminal::SearchDirection::Backward);
    EXPECT_TRUE(marked(0)) << "another pattern";
    m_view->clearFind();
    EXPECT_FALSE(marked(0));
}

TEST_F(TerminalPaintTest, deletingTheFirstRowIsSeenInAllBelow)
{
    feed("\033[44m\033[5H    \033[m\033[H");
    const QPoint offset = m_view->viewport()->mapTo(m_window.get(), QPoint());
    const auto isBlue = [&](int row) {
        return (shown().pixel(m_view->cellRect(row, 1).center() + offset) | 0xff000000U) != m_dark.background;
    };
    ASSERT_TRUE(isBlue(4));
    feed("\033[M");
    EXPECT_TRUE(isBlue(3));
    EXPECT_FALSE(isBlue(4));
}

TEST_F(TerminalPaintTest, aHistoryThatIsClearedIsSeenNoMore)
{
    feed(("\033[44m" + QByteArray("      \r\n").repeated(30) + "\033[m\033[H\033[2J").constData());
    (void)shown();
    m_view->verticalScrollBar()->setValue(0);
    const QPoint cell = m_view->cellRect(3, 1).center() + m_view->viewport()->mapTo(m_window.get(), QPoint());
    ASSERT_NE(shown().pixel(cell) | 0xff000000U, m_dark.background);
    feed("\033[3J");
    EXPECT_EQ(shown().pixel(cell) | 0xff000000U, m_dark.background);
}

TEST_F(TerminalPaintTest, matchesAreMarkedInWhatIsLeftOfAClearedHistory)
{
    feed((QByteArray("\r\n").repeated(30) + "\033[Hneedle\r\n\r\n\r\nneedle").constData());
    (void)picture();
    m_view->verticalScrollBar()->setValue(0);
    ASSERT_TRUE(m_view->find({QStringLiteral("needle")}, terminal::SearchDirection::Backward).any);
    m_view->verticalScrollBar()->setValue(0);
    ASSERT_EQ(count(picture(), 0, 2, m_dark.match), 0);
    feed("\033[3J");
    EXPECT_GT(count(picture(), 0, 2, m_dark.match), area() / 3);
}

/// Sees each timer of the view before it does anything.
class TimerCount : public QObject
{
public:
    using QObject::QObject;
    int count = 0;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        count += event->type() == QEvent::Timer ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

TEST_F(TerminalPaintTest, aFrameThatIsBegunWhileAnotherIsDueIsNotShownHalf)
{
    const QScrollBar *bar = m_view->verticalScrollBar();
    const auto isDue = [&] { return bar->maximum() < m_screen.scrollbackLines(); };
    while (!isDue())
        feed("\r\n");
    TimerCount timers;
    m_view->installEventFilter(&timers);
    feed("\033[?2026h half a frame");
    ASSERT_TRUE(QTest::qWaitFor([&] { return !isDue(); }));
    EXPECT_GE(timers.count, 2) << "the frame's own, and the one for a host that never ends its frame";
}

} // namespace
} // namespace holdpoint::ui::testing
