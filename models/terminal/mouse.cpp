// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/mouse.h>

#include <QString>

#include <algorithm>

namespace holdpoint::terminal {

namespace {

bool isWanted(const MouseReport &report, MouseTracking tracking)
{
    const bool isOneOfThree = report.button <= MouseButton::Right;
    switch (tracking) {
    case MouseTracking::Off:
        return false;
    case MouseTracking::X10:
        return report.action == MouseAction::Press && isOneOfThree;
    case MouseTracking::Buttons:
        return report.action != MouseAction::Move;
    case MouseTracking::Drag:
        return report.action != MouseAction::Move || report.button != MouseButton::None;
    case MouseTracking::Motion:
        return true;
    }
    return false;
}

bool isSgr(MouseCoding coding) { return coding == MouseCoding::Sgr || coding == MouseCoding::SgrPixels; }

QByteArray numbers(int code, int column, int row)
{
    return QByteArray::number(code) + ';' + QByteArray::number(column) + ';' + QByteArray::number(row);
}

int buttonCode(const MouseReport &report, const Modes &modes)
{
    int code = 0;
    switch (report.button) {
    case MouseButton::Left:
        code = 0;
        break;
    case MouseButton::Middle:
        code = 1;
        break;
    case MouseButton::Right:
        code = 2;
        break;
    case MouseButton::None:
        code = 3;
        break;
    case MouseButton::WheelUp:
        code = 64;
        break;
    case MouseButton::WheelDown:
        code = 65;
        break;
    case MouseButton::Back: // xterm's buttons 8 and 9
        code = 128;
        break;
    case MouseButton::Forward:
        code = 129;
        break;
    }
    if (report.action == MouseAction::Release && !isSgr(modes.mouseCoding))
        code = 3;
    if (report.action == MouseAction::Move)
        code += 32;
    if (modes.mouse != MouseTracking::X10) {
        code += report.modifiers.testFlag(Modifier::Shift) ? 4 : 0;
        code += report.modifiers.testFlag(Modifier::Alt) ? 8 : 0;
        code += report.modifiers.testFlag(Modifier::Control) ? 16 : 0;
    }
    return code;
}

} // namespace

QByteArray encodeMouse(const MouseReport &report, const Modes &modes)
{
    if (!isWanted(report, modes.mouse))
        return {};
    const int code = buttonCode(report, modes);
    const QByteArray final = report.action == MouseAction::Release ? "m" : "M";
    constexpr int inOneByte = 223; // from 32 on
    constexpr int inTwoBytes = 2015;
    switch (modes.mouseCoding) {
    case MouseCoding::Sgr: return "\033[<" + numbers(code, report.column + 1, report.row + 1) + final;
    case MouseCoding::SgrPixels: return "\033[<" + numbers(code, report.x + 1, report.y + 1) + final;
    case MouseCoding::Urxvt: return "\033[" + numbers(32 + code, report.column + 1, report.row + 1) + 'M';
    case MouseCoding::Bytes:
    case MouseCoding::Utf8: break;
    }
    const bool utf8 = modes.mouseCoding == MouseCoding::Utf8;
    if (std::max(report.column, report.row) >= (utf8 ? inTwoBytes : inOneByte))
        return {};
    QByteArray bytes("\033[M");
    for (const int value : {code, report.column + 1, report.row + 1}) {
        const QChar character(static_cast<char16_t>(32 + value));
        bytes += utf8 ? QString(character).toUtf8() : QByteArray(1, static_cast<char>(character.unicode()));
    }
    return bytes;
}

QByteArray encodeFocus(bool hasFocus, const Modes &modes)
{
    if (!modes.focusReporting)
        return {};
    return hasFocus ? QByteArray("\033[I") : QByteArray("\033[O");
}

} // namespace holdpoint::terminal
