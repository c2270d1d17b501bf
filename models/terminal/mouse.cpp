// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/mouse.h>

namespace holdpoint::terminal {

namespace {

bool isWanted(const MouseReport &report, MouseTracking tracking)
{
    const bool isWheel = report.button == MouseButton::WheelUp || report.button == MouseButton::WheelDown;
    switch (tracking) {
    case MouseTracking::Off:
        return false;
    case MouseTracking::X10:
        return report.action == MouseAction::Press && !isWheel;
    case MouseTracking::Buttons:
        return report.action != MouseAction::Move;
    case MouseTracking::Drag:
        return report.action != MouseAction::Move || report.button != MouseButton::None;
    case MouseTracking::Motion:
        return true;
    }
    return false;
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
    }
    if (report.action == MouseAction::Release && !modes.sgrMouse)
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
    if (modes.sgrMouse) {
        return "\033[<" + QByteArray::number(code) + ';' + QByteArray::number(report.column + 1) + ';'
            + QByteArray::number(report.row + 1) + (report.action == MouseAction::Release ? 'm' : 'M');
    }
    constexpr int farthest = 223; // one byte each, from 32 on
    if (report.column >= farthest || report.row >= farthest)
        return {};
    QByteArray bytes("\033[M");
    for (const int value : {code, report.column + 1, report.row + 1})
        bytes += static_cast<char>(32 + value);
    return bytes;
}

QByteArray encodeFocus(bool hasFocus, const Modes &modes)
{
    if (!modes.focusReporting)
        return {};
    return hasFocus ? QByteArray("\033[I") : QByteArray("\033[O");
}

} // namespace holdpoint::terminal
