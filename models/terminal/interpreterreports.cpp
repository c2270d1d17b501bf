// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Interpreter: what a host may ask. Every answer is made here: fixed texts, and numbers of our own state.

#include <models/terminal/interpreter.h>
#include <models/terminal/sgr.h>

#include <algorithm>

namespace holdpoint::terminal {

namespace {

QByteArray csi(const QByteArray &rest) { return "\033[" + rest; }
QByteArray dcs(const QByteArray &rest) { return "\033P" + rest + "\033\\"; }
QByteArray number(int value) { return QByteArray::number(value); }
QByteArray pair(int first, int second) { return number(first) + ';' + number(second); }

/// A VT420 with 132 columns, selective erase, national sets, technical characters, horizontal scrolling, colours and
/// rectangular editing (VT420 manual, DA1).
constexpr const char *features = ";1;6;9;15;21;22;28c";
/// xterm's number for a VT420, and the patch of xterm whose functions programs may expect.
constexpr const char *version = ">41;400;0c";
constexpr const char *unit = "!|00000000"; // DECRPTUI: terminals of one kind are all the same

WindowRequest parametersOf(const ControlSequence &sequence)
{
    WindowRequest request;
    for (int index = 0; index < sequence.count; ++index)
        request.push_back(sequence.isGivenParameter(index) ? sequence.value(index, 0) : -1);
    return request;
}

} // namespace

void Interpreter::reply(const QByteArray &bytes)
{
    if (m_replies.size() + bytes.size() <= Limits::pendingReplyBytes)
        m_replies += bytes;
}

void Interpreter::reportIdentity() { reply(csi('?' + number(60 + m_canvas->modes().level) + features)); }

void Interpreter::reportVersion(char prefix)
{
    if (prefix == '>')
        reply(csi(version));
    else if (prefix == '=')
        reply(dcs(unit));
}

void Interpreter::reportStatus(const ControlSequence &sequence)
{
    const int what = sequence.value(0, 0);
    const QByteArray place = pair(m_canvas->reportedRow() + 1, m_canvas->reportedColumn() + 1);
    if (sequence.prefix == '?')
        reportDevice(sequence);
    else if (what == 5)
        reply(csi("0n"));
    else if (what == 6)
        reply(csi(place + 'R'));
}

// DECDSR, VT420 manual: no printer, no locator, no user-defined keys, no macros, one session.
void Interpreter::reportDevice(const ControlSequence &sequence)
{
    switch (sequence.value(0, 0)) {
    case 6:
        reply(csi('?' + pair(m_canvas->reportedRow() + 1, m_canvas->reportedColumn() + 1) + ";1R"));
        break;
    case 15: reply(csi("?13n")); break;
    case 25: reply(csi("?21n")); break;
    case 26: reply(csi("?27;1;0;0n")); break;
    case 53:
    case 55: reply(csi("?50n")); break;
    case 56: reply(csi("?57;0n")); break;
    case 62: reply(csi("0*{")); break;
    case 63: reply(dcs(number(sequence.value(1, 0)) + "!~0000")); break;
    case 75: reply(csi("?70n")); break;
    case 85: reply(csi("?83n")); break;
    default: break;
    }
}

void Interpreter::reportChecksum(const ControlSequence &sequence)
{
    if (!m_permissions.readScreen)
        return;
    const QByteArray sum = QByteArray::number(m_canvas->checksum(areaAt(sequence, 2)), 16);
    reply(dcs(number(sequence.value(0, 0)) + "!~" + sum.toUpper().rightJustified(4, '0')));
}

// The page's size in characters is what the pty says too; all else about the window is not a host's to know.
void Interpreter::windowSequence(const ControlSequence &sequence)
{
    const int what = sequence.value(0, 0);
    const auto isZero = [&](int index) { return sequence.isGivenParameter(index) && sequence.value(index, 0) == 0; };
    if (what == 18 || (what == 19 && !m_permissions.window))
        reply(csi(number(what - 10) + ';' + pair(m_canvas->rows(), m_canvas->columns()) + 't'));
    else if (what == 22 || what == 23)
        keepTitles(sequence);
    else if ((what == 20 || what == 21) && m_permissions.readTitle)
        reply(what == 20 ? "\033]L" + m_titles.report(Titles::Icon) + "\033\\"
                         : "\033]l" + m_titles.report(Titles::Window) + "\033\\");
    else if (what == 8 && !isZero(1) && !isZero(2)) // 0 is all that the display has, which the window knows
        resize(sequence.value(2, m_canvas->columns()), sequence.value(1, m_canvas->rows()));
    else if (what >= 24)
        resize(m_canvas->columns(), what);
    else if (m_permissions.window && m_windowRequests.size() < Limits::pendingEvents)
        m_windowRequests.push_back(parametersOf(sequence));
}

// DECRQSS is the one request that is read: DCS $ q FUNCTION ST. The answer is built from our state; a function we do not
// know gets the same refusal, whatever its text (CVE-2008-2383 was an echo of it).
void Interpreter::deviceControlString(QByteArrayView text)
{
    m_canvas->endText();
    if (text.startsWith("$q")) {
        const std::optional<QByteArray> setting = settingOf(text.sliced(2));
        reply(dcs(setting ? "1$r" + *setting : QByteArray("0$r")));
    } else if (text.startsWith("+q")) {
        reportCapability(text.sliced(2));
    }
}

// XTGETTCAP, whose names and values are hexadecimal digits: the colours there are. All else is refused.
void Interpreter::reportCapability(QByteArrayView name)
{
    const bool colors = name.compare("436F", Qt::CaseInsensitive) == 0; // "Co"
    reply(dcs(colors ? "1+r436F=323536" : "0+r"));
}

std::optional<QByteArray> Interpreter::settingOf(QByteArrayView function) const
{
    const Modes &modes = std::as_const(*m_canvas).modes();
    const Area &margins = m_canvas->margins();
    if (function == "m")
        return renditionText(m_canvas->pen()) + 'm';
    if (function == "r")
        return pair(margins.top + 1, margins.bottom + 1) + 'r';
    if (function == "s")
        return pair(margins.left + 1, margins.right + 1) + 's';
    if (function == "t" || function == "*|")
        return number(m_canvas->rows()) + function.toByteArray().right(2);
    if (function == "$|")
        return number(m_canvas->columns()) + "$|";
    if (function == "\"q")
        return number(m_canvas->pen().has(Attributes::Protected) ? 1 : 0) + "\"q";
    if (function == "\"p")
        return pair(60 + modes.level, 1) + "\"p";
    if (function == " q")
        return number(2 * static_cast<int>(modes.cursorShape) + (modes.cursorBlinks ? 1 : 2)) + " q";
    if (function == "*x")
        return number(m_changeShape == Canvas::Shape::Rectangle ? 2 : 0) + "*x";
    for (const char *fixed : {"$}", "$~", "+q", "*}", "+r"}) { // status line, local functions, key reports: there are none
        if (function == fixed)
            return QByteArray("0") + fixed;
    }
    return std::nullopt;
}

} // namespace holdpoint::terminal
