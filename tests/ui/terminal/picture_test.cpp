// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/picture.h>
#include <ui/terminal/picturecell.h>

#include <QImage>
#include <QPainter>

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace holdpoint::ui::testing {
namespace {

struct Size
{
    int width;
    int height;
    int lineWidth;
};

const std::vector<Size> sizes{{4, 9, 1},   {5, 10, 1},  {7, 14, 1},  {8, 16, 1}, {9, 17, 1},
                              {11, 23, 1}, {12, 24, 2}, {15, 31, 2}, {20, 41, 3}};

/// Cells in a row, as the terminal draws them one after the other.
QImage drawn(const std::u32string &text, const Size &size)
{
    QImage image(size.width * static_cast<int>(text.size()), size.height, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    for (std::size_t column = 0; column < text.size(); ++column) {
        const QRect cell(static_cast<int>(column) * size.width, 0, size.width, size.height);
        paintPicture({painter, cell, size.lineWidth, Qt::white}, text[column]);
    }
    return image;
}

int ink(const QImage &image, int x, int y) { return qGray(image.pixel(x, y)); }

/// Which rows of a column, or columns of a row, are inked through and through.
std::set<int> rowsAt(const QImage &image, int x)
{
    std::set<int> rows;
    for (int y = 0; y < image.height(); ++y) {
        if (ink(image, x, y) > 250)
            rows.insert(y);
    }
    return rows;
}
std::set<int> columnsAt(const QImage &image, int y)
{
    std::set<int> columns;
    for (int x = 0; x < image.width(); ++x) {
        if (ink(image, x, y) > 250)
            columns.insert(x);
    }
    return columns;
}

/// Smoothed edges may lose a shade to rounding.
bool alike(const QImage &one, const QImage &other)
{
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            if (std::abs(ink(one, x, y) - ink(other, x, y)) > 8)
                return false;
        }
    }
    return true;
}

/// Whether the second fills exactly what the first leaves open.
bool complete(const QImage &one, QImage other)
{
    other.invertPixels();
    return alike(one, other);
}

TEST(PictureTest, everyCharacterLeavesInkAtEverySize)
{
    for (const Size &size : sizes) {
        for (char32_t code = 0x2500; code <= 0x1fbff; ++code) {
            if (!isDrawn(code) && !isDrawnWhereMissing(code))
                continue;
            const QImage image = drawn({code}, size);
            int most = 0;
            for (int y = 0; y < size.height; ++y) {
                for (int x = 0; x < size.width; ++x)
                    most = std::max(most, ink(image, x, y));
            }
            EXPECT_GT(most, 50) << std::hex << static_cast<unsigned>(code) << std::dec << " at " << size.width << 'x'
                                << size.height;
        }
    }
}

TEST(PictureTest, dashedAndBentLinesGoOnWhereStraightOnesEnd)
{
    for (const Size &size : sizes) {
        const auto rows = [&](char32_t code, int x) { return rowsAt(drawn({code}, size), x); };
        const auto columns = [&](char32_t code, int y) { return columnsAt(drawn({code}, size), y); };
        const int right = size.width - 1;
        const int bottom = size.height - 1;
        const std::set<int> lightRows = rows(U'┌', right);
        const std::set<int> lightColumns = columns(U'┌', bottom);
        ASSERT_EQ(static_cast<int>(lightRows.size()), size.lineWidth);
        for (const char32_t code : {U'─', U'┄', U'┈', U'╌', U'╯', U'╮', U'╴'})
            EXPECT_EQ(rows(code, 0), lightRows) << static_cast<unsigned>(code) << " at " << size.width;
        for (const char32_t code : {U'│', U'┆', U'┊', U'╎', U'╯', U'╰', U'╵'})
            EXPECT_EQ(columns(code, 0), lightColumns) << static_cast<unsigned>(code) << " at " << size.width;
        for (const char32_t code : {U'╭', U'╰'})
            EXPECT_EQ(rows(code, right), lightRows) << static_cast<unsigned>(code) << " at " << size.width;
        for (const char32_t code : {U'╭', U'╮'})
            EXPECT_EQ(columns(code, bottom), lightColumns) << static_cast<unsigned>(code) << " at " << size.width;
        for (const char32_t code : {U'━', U'┅', U'┉', U'╍'})
            EXPECT_EQ(rows(code, 0), rows(U'┏', right)) << static_cast<unsigned>(code) << " at " << size.width;
        for (const char32_t code : {U'┃', U'┇', U'┋', U'╏'})
            EXPECT_EQ(columns(code, 0), columns(U'┏', bottom)) << static_cast<unsigned>(code) << " at " << size.width;
    }
}

TEST(PictureTest, aHeavyLineLiesEvenlyAboutALightOne)
{
    for (const Size &size : sizes) {
        const QImage image = drawn(U"╾", size); // heavy from the left, light to the right
        const std::set<int> heavy = rowsAt(image, 0);
        const std::set<int> light = rowsAt(image, size.width - 1);
        EXPECT_GT(heavy.size(), light.size());
        EXPECT_EQ(*light.begin() - *heavy.begin(), *heavy.rbegin() - *light.rbegin()) << size.width;
    }
}

TEST(PictureTest, aDashedLineHasDashesAndGapsAtEverySize)
{
    for (const Size &size : sizes) {
        for (const char32_t code : {U'┄', U'┅', U'┈', U'┉', U'╌', U'╍'}) {
            const int y = *rowsAt(drawn({code}, size), 0).begin();
            const auto inked = columnsAt(drawn({code}, size), y).size();
            EXPECT_GE(inked, 1u) << static_cast<unsigned>(code) << " at " << size.width;
            EXPECT_LT(inked, static_cast<std::size_t>(size.width))
                << static_cast<unsigned>(code) << " at " << size.width;
        }
    }
}

TEST(PictureTest, whatOneBlockLeavesOpenItsCounterpartFills)
{
    std::vector<std::pair<char32_t, char32_t>> pairs{{U'▀', U'▄'},    {U'▌', U'▐'},    {U'▚', U'▞'},    {U'▛', U'▗'},
                                                     {U'▜', U'▖'},    {U'▙', U'▝'},    {U'▟', U'▘'},    {U'▇', U'▔'},
                                                     {U'▉', U'▕'},    {0x1fb82, U'▆'}, {0x1fb83, U'▅'}, {0x1fb84, U'▃'},
                                                     {0x1fb85, U'▂'}, {0x1fb86, U'▁'}, {0x1fb87, U'▊'}, {0x1fb88, U'▋'},
                                                     {0x1fb89, U'▍'}, {0x1fb8a, U'▎'}, {0x1fb8b, U'▏'}};
    for (char32_t sixths = 0x1fb00; sixths <= 0x1fb3b; ++sixths)
        pairs.emplace_back(sixths, 0x1fb3b - (sixths - 0x1fb00));
    for (char32_t cut = 0x1fb3c; cut <= 0x1fb51; ++cut)
        pairs.emplace_back(cut, cut + 22);
    for (char32_t wedge = 0x1fb68; wedge <= 0x1fb6b; ++wedge)
        pairs.emplace_back(wedge, wedge + 4);
    for (const Size &size : sizes) {
        if (size.width < 8)
            continue; // an eighth is less than a pixel, and shown
        for (const auto &[one, other] : pairs)
            EXPECT_TRUE(complete(drawn({one}, size), drawn({other}, size)))
                << std::hex << static_cast<unsigned>(one) << std::dec << " at " << size.width << 'x' << size.height;
    }
}

TEST(PictureTest, sixthsAndCutsAreWhereTheirNamesSay)
{
    const Size size{12, 24, 1};
    const auto full = [&](char32_t code, int x, int y) { return ink(drawn({code}, size), x, y) > 200; };
    EXPECT_TRUE(full(0x1fb00, 2, 2)) << "sextant 1: the upper left";
    EXPECT_FALSE(full(0x1fb00, 8, 2));
    EXPECT_FALSE(full(0x1fb00, 2, 10));
    EXPECT_TRUE(full(0x1fb14, 2, 10) && full(0x1fb14, 2, 20) && full(0x1fb14, 8, 2)) << "sextants 2 3 5";
    EXPECT_FALSE(full(0x1fb14, 2, 2));
    EXPECT_TRUE(full(0x1fb3c, 1, 22)) << "below lower middle left to lower centre";
    EXPECT_FALSE(full(0x1fb3c, 6, 20));
    EXPECT_TRUE(full(0x1fb45, 10, 2)) << "lower left to upper centre, and all that is right of it";
    EXPECT_FALSE(full(0x1fb45, 1, 2));
    EXPECT_TRUE(full(0x1fb6d, 6, 2)) << "the upper wedge";
    EXPECT_FALSE(full(0x1fb6d, 6, 20) || full(0x1fb6d, 0, 12));
    EXPECT_TRUE(full(0x1fb81, 6, 1) && full(0x1fb81, 6, 7) && full(0x1fb81, 6, 13) && full(0x1fb81, 6, 22));
    EXPECT_FALSE(full(0x1fb81, 6, 4) || full(0x1fb81, 6, 10) || full(0x1fb81, 6, 17));
}

TEST(PictureTest, halvesAreWhereTheirNamesSay)
{
    const Size size{12, 24, 1};
    const auto at = [&](char32_t code, int x, int y) { return ink(drawn({code}, size), x, y); };
    const auto isShade = [&](char32_t code, int x, int y) { return std::abs(at(code, x, y) - 127) < 3; };
    EXPECT_TRUE(isShade(0x1fb8c, 2, 12) && at(0x1fb8c, 9, 12) == 0) << "the left half";
    EXPECT_TRUE(isShade(0x1fb8d, 9, 12) && at(0x1fb8d, 2, 12) == 0) << "the right half";
    EXPECT_TRUE(isShade(0x1fb8e, 6, 2) && at(0x1fb8e, 6, 20) == 0) << "the upper half";
    EXPECT_TRUE(isShade(0x1fb8f, 6, 20) && at(0x1fb8f, 6, 2) == 0) << "the lower half";
    EXPECT_TRUE(isShade(0x1fb90, 6, 2) && isShade(0x1fb90, 6, 20));
    EXPECT_TRUE(isShade(0x1fb91, 6, 20) && at(0x1fb91, 6, 2) == 255) << "a block above the shade";
    EXPECT_TRUE(isShade(0x1fb92, 6, 2) && at(0x1fb92, 6, 20) == 255) << "a block below it";
    EXPECT_TRUE(isShade(0x1fb94, 2, 12) && at(0x1fb94, 9, 12) == 255) << "a block at its right";
    EXPECT_TRUE(at(0x1fb9a, 6, 2) > 200 && at(0x1fb9a, 6, 21) > 200 && at(0x1fb9a, 1, 12) == 0);
    EXPECT_TRUE(at(0x1fb9b, 1, 12) > 200 && at(0x1fb9b, 10, 12) > 200 && at(0x1fb9b, 6, 2) == 0);
    const QImage diamond = drawn({0x1fbae}, size);
    for (const auto &[code, opposite] :
         {std::pair(0x1fba4, 0x1fba5), std::pair(0x1fba6, 0x1fba7), std::pair(0x1fba8, 0x1fba9)}) {
        const QImage one = drawn({static_cast<char32_t>(code)}, size);
        const QImage other = drawn({static_cast<char32_t>(opposite)}, size);
        for (const QPoint corner : {QPoint(3, 5), QPoint(8, 5), QPoint(3, 18), QPoint(8, 18)}) {
            const int most = std::max(ink(one, corner.x(), corner.y()), ink(other, corner.x(), corner.y()));
            EXPECT_EQ(most, ink(diamond, corner.x(), corner.y())) << "both are the diamond";
        }
    }
    EXPECT_TRUE(at(0x1fba0, 3, 5) > 60 && at(0x1fba0, 8, 5) == 0 && at(0x1fba0, 3, 18) == 0 && at(0x1fba0, 8, 18) == 0);
    EXPECT_TRUE(at(0x1fbaa, 3, 5) == 0 && at(0x1fbaa, 8, 5) > 60 && at(0x1fbaa, 3, 18) > 60 && at(0x1fbaa, 8, 18) > 60);
    EXPECT_TRUE(at(0x1fbad, 8, 18) == 0 && at(0x1fbad, 3, 5) > 60 && at(0x1fbad, 8, 5) > 60 && at(0x1fbad, 3, 18) > 60);
}

TEST(PictureTest, shadedCornersAndTheStruckLineAreWhereTheirNamesSay)
{
    const Size size{12, 24, 1};
    const QList<QPoint> corners{{2, 4}, {9, 4}, {9, 19}, {2, 19}}; // from the upper left
    for (int corner = 0; corner < 4; ++corner) {
        const QImage image = drawn({static_cast<char32_t>(0x1fb9c + corner)}, size);
        const QPoint own = corners[corner];
        const QPoint opposite = corners[(corner + 2) % 4];
        EXPECT_NEAR(ink(image, own.x(), own.y()), 127, 3) << corner;
        EXPECT_EQ(ink(image, opposite.x(), opposite.y()), 0) << corner;
    }
    for (const Size &each : sizes) {
        const QImage struck = drawn({0x1fbaf}, each);
        EXPECT_EQ(rowsAt(struck, 0), rowsAt(drawn(U"─", each), 0)) << each.width;
        EXPECT_EQ(rowsAt(struck, each.width - 1), rowsAt(struck, 0)) << each.width;
        const int middle = *columnsAt(drawn(U"│", each), 0).begin();
        const auto rows = static_cast<int>(rowsAt(struck, middle).size());
        EXPECT_GT(rows, each.lineWidth + 1) << each.width;
        EXPECT_LT(rows, each.height * 2 / 3) << each.width;
    }
}

TEST(PictureTest, theCheckersOfOneFillWhatTheOtherLeavesOpenAndStripesLieInTheSecondAndLastQuarter)
{
    for (const Size &size : sizes) {
        if (size.width >= 8) {
            EXPECT_TRUE(complete(drawn({0x1fb95}, size), drawn({0x1fb96}, size))) << size.width;
        }
    }
    const Size size{12, 24, 1};
    EXPECT_EQ(ink(drawn({0x1fb95}, size), 1, 1), 255);
    EXPECT_EQ(ink(drawn({0x1fb95}, size), 4, 1), 0);
    EXPECT_EQ(ink(drawn({0x1fb95}, size), 4, 4), 255);
    const std::set<int> stripes = rowsAt(drawn({0x1fb97}, size), 5);
    EXPECT_EQ(stripes, (std::set<int>{6, 7, 8, 9, 10, 11, 18, 19, 20, 21, 22, 23}));
}

TEST(PictureTest, slantedLinesGoOnInEveryNeighbour)
{
    const Size size{8, 16, 1};
    for (const char32_t code : {0x1fb98, 0x1fb99}) {
        QImage image(3 * size.width, 3 * size.height, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 3; ++column)
                paintPicture({painter, {column * size.width, row * size.height, size.width, size.height}, 1, Qt::white},
                             code);
        }
        painter.end();
        const int way = code == 0x1fb98 ? 1 : -1;
        for (int y = 1; y < image.height(); ++y) {
            for (int x = 1; x + 1 < image.width(); ++x) // at 45 degrees here: each row is the one above, a pixel on
                EXPECT_NEAR(ink(image, x, y), ink(image, x - way, y - 1), 4) << x << ',' << y;
        }
    }
    EXPECT_TRUE(alike(drawn({0x1fb98}, size), drawn({0x1fb99}, size).mirrored(true, false)));
}

TEST(PictureTest, signsOfStatusLinesAreWhereTheyBelongAndStayInTheirCell)
{
    for (const Size &size : sizes) {
        const auto inkOf = [&](char32_t code, QRect part) {
            const QImage image = drawn({code}, size);
            int sum = 0;
            for (int y = part.top(); y <= part.bottom(); ++y) {
                for (int x = part.left(); x <= part.right(); ++x)
                    sum += ink(image, x, y);
            }
            return sum;
        };
        const QRect upper(0, 0, size.width, size.height / 2);
        const QRect lower(0, size.height / 2, size.width, size.height - size.height / 2);
        for (const char32_t letters : {0xe0a1, 0xe0a3})
            EXPECT_TRUE(inkOf(letters, upper) > 255 && inkOf(letters, lower) > 255) << size.width;
        EXPECT_GT(inkOf(0xe0a2, lower), inkOf(0xe0a2, upper)) << "the body below the shackle, at " << size.width;
        for (char32_t code = 0xe0a0; code <= 0xe0a3; ++code) {
            constexpr int around = 3;
            const QRect cell(around, around, size.width, size.height);
            QImage image(size.width + 2 * around, size.height + 2 * around, QImage::Format_RGB32);
            image.fill(Qt::black);
            QPainter painter(&image);
            paintPicture({painter, cell, size.lineWidth, Qt::white}, code);
            painter.fillRect(cell, Qt::black);
            painter.end();
            QImage none(image.size(), image.format());
            none.fill(Qt::black);
            EXPECT_EQ(image, none) << std::hex << static_cast<unsigned>(code) << std::dec << " at " << size.width;
        }
    }
}

TEST(PictureTest, aSeparatorFillsTheSideOfThePartItEnds)
{
    for (const Size &size : sizes) {
        const auto filled = [&](char32_t code, int x) {
            return static_cast<int>(rowsAt(drawn({code}, size), x).size());
        };
        EXPECT_GE(filled(0xe0b0, 0), size.height - 2 - size.height / size.width)
            << "the arrow's base, at " << size.width;
        EXPECT_GE(filled(0xe0b2, size.width - 1), size.height - 2 - size.height / size.width) << size.width;
        EXPECT_GE(filled(0xe0b4, 0), size.height - 2) << size.width;
        EXPECT_GE(filled(0xe0b6, size.width - 1), size.height - 2) << size.width;
        EXPECT_TRUE(alike(drawn(U"\ue0b2", size), drawn(U"\ue0b0", size).mirrored(true, false))) << size.width;
        EXPECT_TRUE(complete(drawn(U"\ue0b8", size), drawn(U"\ue0be", size))) << size.width;
        EXPECT_TRUE(complete(drawn(U"\ue0ba", size), drawn(U"\ue0bc", size))) << size.width;
    }
}

TEST(PictureTest, diagonalsOfNeighboursAreOneLine)
{
    for (const Size &size : sizes) {
        QImage image(2 * size.width, 2 * size.height, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        for (int step = 0; step < 2; ++step) {
            const QRect cell(step * size.width, step * size.height, size.width, size.height);
            painter.setClipRect(0, cell.top(), image.width(), cell.height()); // a row of the terminal
            paintPicture({painter, cell, size.lineWidth, Qt::white}, U'╲');
        }
        painter.end();
        const auto inkOf = [&](int y) {
            int sum = 0;
            for (int x = 0; x < image.width(); ++x)
                sum += ink(image, x, y);
            return sum;
        };
        for (int y = size.height / 2; y < size.height * 3 / 2; ++y)
            EXPECT_NEAR(inkOf(y), inkOf(size.height / 2), 40) << "row " << y << " at " << size.width;
    }
}

} // namespace
} // namespace holdpoint::ui::testing
