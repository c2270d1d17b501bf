// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "screens.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

namespace holdpoint::terminal::testing {
namespace {

/// One row as one sees it.
std::string look(const Screen &screen, int row)
{
    std::string look;
    for (int column = 0; column < screen.columns(); ++column) {
        const Cell &cell = screen.cell(row, column);
        const Attributes &attributes = cell.attributes;
        look += screen.cellText(cell).toStdString() + ' ' + std::to_string(attributes.flags) + ' '
            + std::to_string(attributes.background.rgb()) + ' '
            + std::to_string(static_cast<int>(attributes.background.kind())) + '|';
    }
    return look;
}

std::vector<std::string> looks(const Screen &screen)
{
    std::vector<std::string> looks;
    for (int row = 0; row < screen.rows(); ++row)
        looks.push_back(look(screen, row));
    return looks;
}

/// Bytes that move, erase and write, anywhere on a screen and within any margins.
class Scribbler
{
public:
    Scribbler(quint32 seed, int columns, int rows) : m_random(seed), m_columns(columns), m_rows(rows) {}

    QByteArray next()
    {
        switch (below(9)) {
        case 0: return "\033[" + upTo(m_rows) + ';' + upTo(m_columns) + 'H';
        case 1: return "\033[" + upTo(m_rows) + ';' + upTo(m_rows) + 'r';
        case 2: return below(3) == 0 ? QByteArray("\033[?69h\033[") + upTo(m_columns) + ';' + upTo(m_columns) + 's'
                                     : QByteArray("\033[?69l\033[r");
        case 3: return below(2) == 0 ? "\n" : "\033M";
        case 4: return below(2) == 0 ? "\033[?1049h" : "\033[?1049l";
        case 5:
        case 6: {
            static constexpr std::array finals{'L', 'M', 'S', 'T', '@', 'P', 'X', 'J', 'K'};
            return "\033[" + upTo(3) + finals[static_cast<std::size_t>(below(static_cast<int>(finals.size())))];
        }
        case 7: return "\033[4" + QByteArray::number(below(8)) + 'm';
        default: return QByteArray("abcdefghijklmnopqrstuvwxyz漢字").sliced(below(26));
        }
    }
    int below(int end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }

private:
    QByteArray upTo(int last) { return QByteArray::number(1 + below(last)); }

    std::mt19937 m_random;
    int m_columns;
    int m_rows;
};

TEST(DamageTest, whatIsNotInTheDamageIsAsItWas)
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        const int columns = 2 + static_cast<int>(seed % 17);
        const int rows = 2 + static_cast<int>(seed % 7);
        Screen screen(columns, rows);
        Scribbler scribbler(seed, columns, rows);
        for (int step = 0; step < 60; ++step) {
            (void)screen.takeDamage();
            const std::vector<std::string> before = looks(screen);
            QByteArray bytes;
            for (int part = scribbler.below(3); part >= 0; --part)
                bytes += scribbler.next();
            screen.feed(bytes);
            const Damage damage = screen.takeDamage();
            for (int row = 0; row < rows; ++row) {
                if (std::ranges::binary_search(damage.rows, row))
                    continue;
                ASSERT_LT(row + damage.scrolled, rows) << seed << ' ' << bytes.toPercentEncoding().toStdString();
                ASSERT_EQ(look(screen, row), before[static_cast<std::size_t>(row + damage.scrolled)])
                    << seed << ' ' << bytes.toPercentEncoding().toStdString();
            }
        }
    }
}

TEST(DamageTest, deletingTheFirstRowChangesAllThatAreBelow)
{
    for (const char *deletion : {"\033[H\033[M", "\033[?1049h\033[H\033[2M"}) {
        Screen screen(10, 3);
        screen << "one\r\ntwo\r\nthree";
        (void)screen.takeDamage();
        screen << deletion;
        const Damage damage = screen.takeDamage();
        EXPECT_EQ(damage.rows, (std::vector<int>{0, 1, 2})) << deletion;
        EXPECT_EQ(damage.scrolled, 0) << "nothing went to the history";
    }
}

TEST(DamageTest, aLineThatChangedAndLeftTheScreenAtOnceIsTold)
{
    Screen screen(10, 3);
    screen << "one\r\ntwo\r\nthree";
    (void)screen.takeDamage();
    screen << "\033[2Hwas two\033[3H\r\n4\r\n5\r\n6\r\n7\r\n8";
    const Damage damage = screen.takeDamage();
    EXPECT_EQ(damage.leftChanged, std::vector<qint64>{1}) << "and none of those that came since";
    EXPECT_TRUE(screen.takeDamage().leftChanged.empty());
}

TEST(DamageTest, rowsThatStayWhileTheHistoryGrowsHaveOtherNumbers)
{
    constexpr qint64 none = Damage{}.renumberedFrom;
    Screen screen(10, 4);
    screen << "one\r\ntwo\r\nthree\r\nstatus\033[1;3r\033[3H";
    (void)screen.takeDamage();
    screen << "\n\n\n\n\n\n";
    EXPECT_EQ(screen.takeDamage().renumberedFrom, 3) << "where the row below the region was";
    screen << "\033[2;3r\033[3H\n";
    EXPECT_EQ(screen.takeDamage().renumberedFrom, none) << "nothing went to the history";
    screen << "\033[r\033[4H\n";
    EXPECT_EQ(screen.takeDamage().renumberedFrom, none) << "all moved along";
    screen << "\033[?1049h";
    EXPECT_EQ(screen.takeDamage().renumberedFrom, none);
    screen << "\n";
    EXPECT_EQ(screen.takeDamage().renumberedFrom, 7) << "the alternate screen has no history";
}

} // namespace
} // namespace holdpoint::terminal::testing
