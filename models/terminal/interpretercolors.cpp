// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Interpreter: the colours a host sets, asks for and takes back (OSC 4, 5, 10 to 19, 104, 105, 110 to 119).

#include <models/terminal/interpreter.h>

namespace holdpoint::terminal {

namespace {

constexpr quint32 black = 0;

QByteArray osc(const QByteArray &rest) { return "\033]" + rest + "\033\\"; }

} // namespace

bool Interpreter::colorCommand(int command, QByteArrayView rest)
{
    const QList<QByteArray> arguments = rest.toByteArray().split(';');
    if (command == 4 || command == 5) {
        for (qsizetype i = 0; i + 1 < arguments.size(); i += 2)
            indexedColor(command, arguments[i], arguments[i + 1]);
    } else if (command >= Palette::firstDynamic && command < Palette::firstDynamic + Palette::dynamic) {
        for (qsizetype i = 0; i < arguments.size(); ++i) // further arguments are for the numbers that follow
            dynamicColor(command + static_cast<int>(i), arguments[i]);
    } else if (command == 104 || command == 105) {
        resetColors(command == 105 ? Palette::indexed : 0, command == 105 ? Palette::special : Palette::indexed,
                    rest.isEmpty() ? QList<QByteArray>() : arguments);
    } else if (command >= 110 && command < 110 + Palette::dynamic) {
        changed(m_palette.setDynamic(command - 100, std::nullopt));
    } else {
        return false;
    }
    return true;
}

void Interpreter::changed(bool palette)
{
    if (palette)
        m_canvas->grid().touchAll();
}

void Interpreter::indexedColor(int command, const QByteArray &number, const QByteArray &specification)
{
    bool isNumber = false;
    const int index = number.toInt(&isNumber) + (command == 5 ? Palette::indexed : 0);
    if (!isNumber || index < 0 || index >= Palette::indexed + Palette::special)
        return;
    if (specification != "?") {
        if (const auto rgb = Palette::parse(specification))
            changed(m_palette.set(index, rgb));
    } else if (m_permissions.readColors) {
        const int shown = command == 5 ? index - Palette::indexed : index;
        reply(osc(QByteArray::number(command) + ';' + QByteArray::number(shown) + ';'
                  + Palette::text(m_palette.color(index).value_or(black))));
    }
}

// A program that asks for foreground or background wants to know whether the screen is dark. It is told the theme's own
// colours, whatever a host has set.
void Interpreter::dynamicColor(int number, const QByteArray &specification)
{
    if (specification != "?") {
        if (const auto rgb = Palette::parse(specification))
            changed(m_palette.setDynamic(number, rgb));
        return;
    }
    const bool isBasic = number == Palette::Foreground || number == Palette::Background || number == Palette::Cursor;
    const quint32 own = number == Palette::Background ? m_theme.background : m_theme.foreground;
    if (m_permissions.readColors)
        reply(osc(QByteArray::number(number) + ';' + Palette::text(m_palette.dynamicColor(number).value_or(own))));
    else if (isBasic)
        reply(osc(QByteArray::number(number) + ';' + Palette::text(own)));
}

void Interpreter::resetColors(int first, int count, const QList<QByteArray> &numbers)
{
    bool any = false;
    for (int index = first; numbers.isEmpty() && index < first + count; ++index)
        any = m_palette.set(index, std::nullopt) || any;
    for (const QByteArray &number : numbers) {
        bool isNumber = false;
        const int index = number.toInt(&isNumber);
        any = (isNumber && m_palette.set(first + index, std::nullopt)) || any;
    }
    changed(any);
}

} // namespace holdpoint::terminal
