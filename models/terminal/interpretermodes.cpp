// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Interpreter: modes, and the reports a host may ask for.

#include <models/terminal/interpreter.h>

namespace holdpoint::terminal {

namespace {

// Every answer we ever give. Nothing of what a host sent is in them but the number of the mode it asked for.
const QByteArray deviceAttributes = QByteArrayLiteral("\033[?62;22c"); // a VT220 with colours
const QByteArray secondaryAttributes = QByteArrayLiteral("\033[>1;0;0c");
const QByteArray allIsWell = QByteArrayLiteral("\033[0n");

constexpr int notRecognised = 0;
int stateOf(bool on) { return on ? 1 : 2; }

} // namespace

void Interpreter::reply(const QByteArray &bytes)
{
    if (m_replies.size() + bytes.size() <= Limits::pendingReplyBytes)
        m_replies += bytes;
}

void Interpreter::reportStatus(const ControlSequence &sequence)
{
    if (sequence.final == 'c') {
        if (sequence.value(0, 0) == 0)
            reply(deviceAttributes);
        return;
    }
    const int what = sequence.value(0, 0);
    const bool isPrivate = sequence.prefix == '?';
    if (what == 5 && !isPrivate) {
        reply(allIsWell);
    } else if (what == 6) {
        reply(QByteArrayLiteral("\033[") + (isPrivate ? "?" : "")
              + QByteArray::number(m_canvas->reportedRow() + 1) + ';'
              + QByteArray::number(m_canvas->cursor().column + 1) + 'R');
    }
}

void Interpreter::setModes(const ControlSequence &sequence, bool on)
{
    for (int index = 0; index < sequence.count; ++index) {
        if (sequence.prefix == '?')
            setPrivateMode(sequence.value(index, 0), on);
        else
            setAnsiMode(sequence.value(index, 0), on);
    }
}

void Interpreter::setAnsiMode(int mode, bool on)
{
    if (mode == 4)
        m_canvas->modes().insert = on;
    else if (mode == 20)
        m_canvas->modes().newLine = on;
}

void Interpreter::setPrivateMode(int mode, bool on)
{
    Modes &modes = m_canvas->modes();
    switch (mode) {
    case 5:
        modes.reverseScreen = on;
        m_canvas->grid().touchAll();
        break;
    case 6:
        m_canvas->setOrigin(on);
        break;
    case 7:
        modes.autowrap = on;
        break;
    case 12:
        modes.cursorBlinks = on;
        break;
    case 25:
        modes.cursorVisible = on;
        break;
    case 2026:
        modes.synchronisedOutput = on;
        break;
    default:
        if (!setInputMode(mode, on))
            setScreenMode(mode, on);
        break;
    }
}

bool Interpreter::setInputMode(int mode, bool on)
{
    Modes &modes = m_canvas->modes();
    const auto track = [&](MouseTracking tracking) { modes.mouse = on ? tracking : MouseTracking::Off; };
    switch (mode) {
    case 1:
        modes.applicationCursorKeys = on;
        return true;
    case 66:
        modes.applicationKeypad = on;
        return true;
    case 9:
        track(MouseTracking::X10);
        return true;
    case 1000:
        track(MouseTracking::Buttons);
        return true;
    case 1002:
        track(MouseTracking::Drag);
        return true;
    case 1003:
        track(MouseTracking::Motion);
        return true;
    case 1004:
        modes.focusReporting = on;
        return true;
    case 1006:
        modes.sgrMouse = on;
        return true;
    case 1007:
        modes.alternateScroll = on;
        return true;
    case 2004:
        modes.bracketedPaste = on;
        return true;
    default:
        return false;
    }
}

void Interpreter::setScreenMode(int mode, bool on)
{
    switch (mode) {
    case 47:
        m_canvas->showAlternate(on);
        break;
    case 1047:
        if (!on && m_canvas->isAlternate())
            m_canvas->eraseInDisplay(Extent::All);
        m_canvas->showAlternate(on);
        break;
    case 1048:
        on ? m_canvas->saveCursor() : m_canvas->restoreCursor();
        break;
    case 1049:
        if (on == m_canvas->isAlternate())
            break;
        if (on)
            m_canvas->saveCursor();
        m_canvas->showAlternate(on);
        if (on)
            m_canvas->eraseInDisplay(Extent::All);
        else
            m_canvas->restoreCursor();
        break;
    default:
        break;
    }
}

void Interpreter::reportMode(const ControlSequence &sequence)
{
    const int mode = sequence.value(0, 0);
    const bool isPrivate = sequence.prefix == '?';
    const int state = isPrivate ? privateModeState(mode) : ansiModeState(mode);
    reply(QByteArrayLiteral("\033[") + (isPrivate ? "?" : "") + QByteArray::number(mode) + ';'
          + QByteArray::number(state) + "$y");
}

int Interpreter::ansiModeState(int mode) const
{
    switch (mode) {
    case 4:
        return stateOf(m_canvas->modes().insert);
    case 20:
        return stateOf(m_canvas->modes().newLine);
    default:
        return notRecognised;
    }
}

int Interpreter::privateModeState(int mode) const
{
    const Modes &modes = m_canvas->modes();
    switch (mode) {
    case 1:
        return stateOf(modes.applicationCursorKeys);
    case 5:
        return stateOf(modes.reverseScreen);
    case 6:
        return stateOf(modes.origin);
    case 7:
        return stateOf(modes.autowrap);
    case 9:
        return stateOf(modes.mouse == MouseTracking::X10);
    case 12:
        return stateOf(modes.cursorBlinks);
    case 25:
        return stateOf(modes.cursorVisible);
    case 47:
    case 1047:
    case 1049:
        return stateOf(m_canvas->isAlternate());
    case 66:
        return stateOf(modes.applicationKeypad);
    case 1000:
        return stateOf(modes.mouse == MouseTracking::Buttons);
    case 1002:
        return stateOf(modes.mouse == MouseTracking::Drag);
    case 1003:
        return stateOf(modes.mouse == MouseTracking::Motion);
    case 1004:
        return stateOf(modes.focusReporting);
    case 1006:
        return stateOf(modes.sgrMouse);
    case 1007:
        return stateOf(modes.alternateScroll);
    case 2004:
        return stateOf(modes.bracketedPaste);
    case 2026:
        return stateOf(modes.synchronisedOutput);
    default:
        return notRecognised;
    }
}

} // namespace holdpoint::terminal
