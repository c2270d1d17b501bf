// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Whatever a host prints: no crash, and the same screen, replies and events however the stream is cut.

#include <models/terminal/leftovers.h>
#include <models/terminal/paste.h>
#include <models/terminal/screen.h>

#include <algorithm>
#include <cstdlib>

using namespace holdpoint::terminal;

namespace {

void expect(bool holds)
{
    if (!holds)
        std::abort();
}

/// The cursor is on the page, and no wide character has lost a half.
void examine(const Screen &screen)
{
    expect(screen.cursorRow() >= 0 && screen.cursorRow() < screen.rows());
    expect(screen.cursorColumn() >= 0 && screen.cursorColumn() < screen.columns());
    for (int row = 0; row < screen.rows(); ++row) {
        for (int column = 0; column < screen.columns(); ++column) {
            const bool hasHalf = column + 1 < screen.columns() && screen.cell(row, column + 1).isSpacer();
            expect(screen.cell(row, column).isWide() == hasHalf);
        }
    }
    constexpr qint64 looked = 100; // a row of a long line is found by going through the line
    for (qint64 row = std::max<qint64>(0, screen.scrollbackLines() - looked); row < screen.scrollbackLines(); ++row) {
        const std::vector<Cell> cells = screen.line(row).cells;
        expect(static_cast<int>(cells.size()) <= screen.columns());
        for (std::size_t column = 0; column < cells.size(); ++column)
            expect(cells[column].isWide() == (column + 1 < cells.size() && cells[column + 1].isSpacer()));
    }
}

void compare(const Screen &one, const Screen &other)
{
    expect(one.cursorRow() == other.cursorRow() && one.cursorColumn() == other.cursorColumn());
    expect(one.scrollbackLines() == other.scrollbackLines() && one.alternateScreen() == other.alternateScreen());
    for (int row = 0; row < one.rows(); ++row) {
        expect(one.isWrapped(row) == other.isWrapped(row));
        for (int column = 0; column < one.columns(); ++column) {
            const Cell &cell = one.cell(row, column);
            const Cell &same = other.cell(row, column);
            expect(one.cellText(cell) == other.cellText(same) && one.decoration(cell) == other.decoration(same));
            expect(cell.attributes.flags == same.attributes.flags
                   && cell.attributes.foreground == same.attributes.foreground
                   && cell.attributes.background == same.attributes.background);
        }
    }
    for (qint64 line = 0; line < one.scrollbackLines(); ++line)
        expect(one.lineText(line) == other.lineText(line));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const int columns = 1 + data[0] % 90;
    const qsizetype piece = 1 + data[1] % 16;
    const QByteArrayView stream(data + 2, static_cast<qsizetype>(size - 2));
    const Permissions permissions = data[1] % 2 == 0 ? Permissions{} : Permissions::everything();
    Screen whole(columns, 6, {}, permissions);
    Screen pieces(columns, 6, {}, permissions);
    whole.feed(stream);
    for (qsizetype at = 0; at < stream.size(); at += piece)
        pieces.feed(stream.sliced(at, std::min(piece, stream.size() - at)));
    compare(whole, pieces);
    examine(whole);
    expect(whole.takeReplies() == pieces.takeReplies());
    expect(whole.takeEvents().size() == pieces.takeEvents().size());

    whole.resize(1 + data[1] % 50, 1 + data[0] % 9);
    whole.feed(stream);
    examine(whole);
    whole.resize(columns, 6);
    examine(whole);
    expect(whole.text({0, 0}, {whole.lines(), 0}).size() >= 0);
    // What a dead program left is undone at once, wherever it died.
    whole.feed("\x18");
    undoLeftovers(whole);
    expect(undoLeftovers(whole).isEmpty() && !whole.alternateScreen());
    expect(!inspectPaste(QString::fromUtf8(stream)).cleanText.contains(QChar(0x1b)));
    return 0;
}
