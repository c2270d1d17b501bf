// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/screen.h>

#include <QByteArray>
#include <QString>

#include <string>

namespace holdpoint::terminal::testing {

/// The screen's text, rows joined by line feeds, without the blank rows at the end.
inline std::string shown(const Screen &screen)
{
    QStringList lines = screen.visibleLines();
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines.join(QLatin1Char('\n')).toStdString();
}

/// Scrollback and screen, as `shown`.
inline std::string everything(const Screen &screen)
{
    QStringList lines;
    for (qint64 line = 0; line < screen.lines(); ++line)
        lines += screen.lineText(line);
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines.join(QLatin1Char('\n')).toStdString();
}

/// Everything one can see of a screen, as one comparable text: cells with their looks, cursor, modes, scrollback.
inline std::string fingerprint(const Screen &screen)
{
    std::string print = everything(screen);
    print += "\ncursor " + std::to_string(screen.cursorRow()) + ' ' + std::to_string(screen.cursorColumn()) + '\n';
    for (int row = 0; row < screen.rows(); ++row) {
        for (int column = 0; column < screen.columns(); ++column) {
            const Cell &cell = screen.cell(row, column);
            const Attributes &look = cell.attributes;
            if (cell == Cell{})
                continue;
            print += std::to_string(row) + ',' + std::to_string(column) + ':' + screen.cellText(cell).toStdString()
                + ' ' + std::to_string(look.flags) + ' ' + std::to_string(look.foreground.rgb()) + ' '
                + std::to_string(static_cast<int>(look.foreground.kind())) + ' '
                + std::to_string(look.background.rgb()) + ' '
                + std::to_string(static_cast<int>(look.background.kind())) + ' '
                + screen.decoration(cell).link.toStdString() + '\n';
        }
        print += screen.isWrapped(row) ? "wrapped\n" : "";
    }
    return print;
}

inline Screen &operator<<(Screen &screen, const char *bytes)
{
    screen.feed(QByteArrayView(bytes));
    return screen;
}

} // namespace holdpoint::terminal::testing
