// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/screenframe.h>

#include <models/base/text.h>

#include <algorithm>

namespace holdpoint::cli {

using terminal::Attributes;
using terminal::Cell;
using terminal::Color;
using terminal::Screen;

namespace {

QByteArray place(int row, int column)
{
    return "\x1b[" + QByteArray::number(row + 1) + ';' + QByteArray::number(column + 1) + 'H';
}

QByteArray colourCode(Color colour, const char *selector)
{
    if (colour.kind() == Color::Kind::Palette)
        return QByteArray(";") + selector + ";5;" + QByteArray::number(colour.index());
    if (colour.kind() == Color::Kind::Rgb) {
        const quint32 rgb = colour.rgb();
        return QByteArray(";") + selector + ";2;" + QByteArray::number(rgb >> 16) + ';'
               + QByteArray::number(rgb >> 8 & 0xff) + ';' + QByteArray::number(rgb & 0xff);
    }
    return {};
}

/// The look as one SGR sequence that begins from the plain one. Blinking is left out: nobody needs it again.
QByteArray look(const Attributes &attributes)
{
    QByteArray codes = "\x1b[0";
    for (const auto &[flag, code] : {std::pair(Attributes::Bold, ";1"), std::pair(Attributes::Faint, ";2"),
                                     std::pair(Attributes::Italic, ";3"), std::pair(Attributes::Inverse, ";7"),
                                     std::pair(Attributes::Concealed, ";8"), std::pair(Attributes::Struck, ";9")}) {
        if (attributes.has(flag))
            codes += code;
    }
    if (attributes.underline() != terminal::Underline::None)
        codes += ";4";
    return codes + colourCode(attributes.foreground, "38") + colourCode(attributes.background, "48") + 'm';
}

bool isPrintable(char32_t code) { return code >= 0x20 && (code < 0x7f || code > 0x9f) && !isInvisibleControl(code); }

QByteArray printable(const QString &text)
{
    QString kept;
    const QList<uint> codes = text.toUcs4();
    for (const uint code : codes) {
        const char32_t character = isPrintable(code) ? code : U'?';
        kept += QString::fromUcs4(&character, 1);
    }
    return kept.toUtf8();
}

QByteArray drawnRow(const Screen &screen, int row, int columns)
{
    QByteArray bytes = "\x1b[0m";
    Attributes now;
    int end = columns;
    while (end > 0 && screen.cell(row, end - 1) == Cell{}) // what follows is erased, not written
        --end;
    for (int column = 0; column < end; ++column) {
        const Cell &cell = screen.cell(row, column);
        if (cell.isSpacer())
            continue;
        Attributes wanted = cell.attributes;
        wanted.decoration = 0; // a link is no look
        if (!(wanted == now))
            bytes += look(now = wanted);
        const bool isCut = cell.isWide() && column + 1 == columns;
        bytes += isCut || cell.isFiller() ? QByteArray(" ") : printable(screen.cellText(cell));
        if (!cell.isAscii() && column + 1 < columns) // the terminal may count the character's columns otherwise
            bytes += "\x1b[" + QByteArray::number(column + (cell.isWide() ? 3 : 2)) + 'G';
    }
    return bytes + "\x1b[0m";
}

} // namespace

QByteArray ScreenFrame::changes(const Screen &screen, int columns, int rows)
{
    const int height = std::max(1, rows - 1);
    const int first = std::clamp(screen.cursorRow() - height + 1, 0, std::max(0, screen.rows() - height));
    const bool isWhole = m_shown.size() != height;
    if (isWhole)
        m_shown = QList<QByteArray>(height);
    QByteArray bytes = isWhole ? QByteArray("\x1b[0m\x1b[2J") : QByteArray();
    for (int row = 0; row < height; ++row) {
        const bool isThere = first + row < screen.rows();
        QByteArray drawn = isThere ? drawnRow(screen, first + row, std::min(columns, screen.columns())) : QByteArray();
        if (!isWhole && drawn == m_shown[row])
            continue;
        bytes += place(row, 0) + drawn + "\x1b[K";
        m_shown[row] = std::move(drawn);
    }
    return bytes;
}

QByteArray statusRow(const QString &text, int columns)
{
    return "\x1b[0;7m" + printable(elided(visibleControls(text), columns).leftJustified(columns)) + "\x1b[0m";
}

} // namespace holdpoint::cli
