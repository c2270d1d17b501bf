// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/emoji.h>

#include <models/terminal/charwidth.h>
#include <models/terminal/screen.h>

#include <algorithm>
#include <array>

namespace holdpoint::ui {

using terminal::Cell;
using terminal::Line;
using terminal::Screen;

namespace {

constexpr char16_t joiner = 0x200d;
constexpr char16_t asText = 0xfe0e;
constexpr std::array<char32_t, 9> handsAndPeople{0x261d,  0x26f9,  0x270c,  0x270d, 0x1f3cb,
                                                 0x1f3cc, 0x1f574, 0x1f575, 0x1f590};

bool isFlagLetter(char32_t code) { return code >= 0x1f1e6 && code <= 0x1f1ff; }
bool isSkinTone(char32_t code) { return code >= 0x1f3fb && code <= 0x1f3ff; }

int columnsOf(const Cell &cell) { return cell.isWide() ? 2 : 1; }

const Cell *cellAt(const Line &line, int column)
{
    const auto index = static_cast<std::size_t>(column);
    return index < line.cells.size() ? &line.cells[index] : nullptr;
}

// Whether the cell and the one behind it are of one emoji.
bool joinsNext(const Screen &screen, const Line &line, int column)
{
    const Cell &cell = line.cells[static_cast<std::size_t>(column)];
    const Cell *next = cellAt(line, column + columnsOf(cell));
    if (!next || cell.isAscii() || next->isAscii())
        return false;
    if (isFlagLetter(cell.code()))
        return isFlagLetter(next->code());
    const QString nextText = next->isCluster() ? screen.cellText(*next) : QString();
    const bool isTone = next->isCluster()
                            ? nextText.size() > 1 && isSkinTone(QChar::surrogateToUcs4(nextText[0], nextText[1]))
                            : isSkinTone(next->code());
    return isTone || (cell.isCluster() && screen.cellText(cell).endsWith(QChar(joiner)));
}

} // namespace

// All that is wide and not of an East Asian script is an emoji (EastAsianWidth.txt has them as W for that); flags' letters are
// not wide. Squared ideographs (U+1F200 on) come along: an emoji font lacks most, and the next font has them.
bool isEmoji(char32_t code)
{
    if (isFlagLetter(code))
        return true;
    const bool isSymbol =
        (code >= 0x231a && code <= 0x2b55 && code != 0x2329 && code != 0x232a) || (code >= 0x1f004 && code <= 0x1faff);
    return isSymbol && terminal::charWidth(code) == 2;
}

bool mayBecomeEmoji(char32_t code)
{
    return isEmoji(code) || std::ranges::find(handsAndPeople, code) != handsAndPeople.end();
}

bool isEmojiText(QStringView text)
{
    if (text.contains(emojiSelector))
        return true;
    if (text.isEmpty() || text.contains(QChar(asText)))
        return false;
    const bool isPair = text.size() > 1 && text[0].isHighSurrogate() && text[1].isLowSurrogate();
    return isEmoji(isPair ? QChar::surrogateToUcs4(text[0], text[1]) : char32_t(text[0].unicode()));
}

/// Of one emoji: families have four. A host may join a whole row, which no font draws and each cell would ask for anew.
constexpr int mostJoined = 8;

int emojiEnd(const Screen &screen, const Line &line, int column, int end)
{
    const bool isFlag = isFlagLetter(line.cells[static_cast<std::size_t>(column)].code());
    bool joins = true;
    for (int count = 0; joins && column < end && count < (isFlag ? 2 : mostJoined); ++count) {
        joins = joinsNext(screen, line, column);
        column += columnsOf(line.cells[static_cast<std::size_t>(column)]);
    }
    return std::min(column, end);
}

std::pair<int, int> joinedAround(const Screen &screen, const Line &line, int column)
{
    const auto before = [&](int at) {
        return at > 1 && line.cells[static_cast<std::size_t>(at - 1)].isSpacer() ? at - 2 : at - 1;
    };
    int begin = column;
    while (begin > 0 && joinsNext(screen, line, before(begin)))
        begin = before(begin);
    int end = column;
    while (joinsNext(screen, line, end))
        end += columnsOf(line.cells[static_cast<std::size_t>(end)]);
    end += columnsOf(line.cells[static_cast<std::size_t>(end)]);
    return {begin, std::min(end, static_cast<int>(line.cells.size()))};
}

} // namespace holdpoint::ui
