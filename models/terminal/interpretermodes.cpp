// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Interpreter: modes (SM, RM, DECSET, DECRST, DECRQM, XTSAVE, XTRESTORE).

#include <models/terminal/interpreter.h>

#include <algorithm>
#include <array>
#include <utility>

namespace holdpoint::terminal {

namespace {

enum ModeState { NotRecognised = 0, Set = 1, Reset = 2, PermanentlyReset = 4 };

int stateOf(bool on) { return on ? Set : Reset; }

/// Private modes that hosts set and read back and that change nothing here: smooth scrolling, key repeat, printer, locale
/// of keyboards and pages. Their place is their bit in Modes::inert.
constexpr std::array inertModes{4, 8, 18, 19, 34, 35, 36, 42, 57, 61, 64, 68, 73, 81, 95, 1010, 1011, 1034};

/// ANSI modes that a VT420 has as permanently reset (VT420 manual, DECRPM): GATM, SRTM, VEM, HEM, PUM, FEAM, FETM, MATM,
/// TTM, SATM, TSM, EBM.
constexpr std::array resetModes{1, 5, 7, 10, 11, 13, 14, 15, 16, 17, 18, 19};

std::optional<quint32> inertBit(int mode)
{
    const auto *const found = std::find(inertModes.begin(), inertModes.end(), mode);
    if (found == inertModes.end())
        return std::nullopt;
    return 1u << (found - inertModes.begin());
}

/// The modes that are one bool and nothing else.
bool Modes::*flagOf(int mode)
{
    switch (mode) {
    case 1: return &Modes::applicationCursorKeys;
    case 7: return &Modes::autowrap;
    case 12: return &Modes::cursorBlinks;
    case 25: return &Modes::cursorVisible;
    case 40: return &Modes::allowsColumnMode;
    case 41: return &Modes::tabWraps;
    case 66: return &Modes::applicationKeypad;
    case 67: return &Modes::backspaceIsBs;
    case 1004: return &Modes::focusReporting;
    case 1007: return &Modes::alternateScroll;
    case 2004: return &Modes::bracketedPaste;
    case 2026: return &Modes::synchronisedOutput;
    case 2027: return &Modes::clusters;
    default: return nullptr;
    }
}

std::optional<MouseTracking> trackingOf(int mode)
{
    switch (mode) {
    case 9: return MouseTracking::X10;
    case 1000: return MouseTracking::Buttons;
    case 1002: return MouseTracking::Drag;
    case 1003: return MouseTracking::Motion;
    default: return std::nullopt;
    }
}

std::optional<MouseCoding> codingOf(int mode)
{
    switch (mode) {
    case 1005: return MouseCoding::Utf8;
    case 1006: return MouseCoding::Sgr;
    case 1015: return MouseCoding::Urxvt;
    case 1016: return MouseCoding::SgrPixels;
    default: return std::nullopt;
    }
}

std::optional<ReverseWrap> reverseWrapOf(int mode)
{
    if (mode == 45)
        return ReverseWrap::Inline;
    return mode == 1045 ? std::optional(ReverseWrap::Extended) : std::nullopt;
}

} // namespace

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
    Modes &modes = m_canvas->modes();
    if (mode == 2)
        modes.keyboardLocked = on; // shown to who asks; a host does not lock the operator out
    else if (mode == 4)
        modes.insert = on;
    else if (mode == 12)
        modes.localEcho = !on;
    else if (mode == 20)
        modes.newLine = on;
}

void Interpreter::setPrivateMode(int mode, bool on)
{
    Modes &modes = m_canvas->modes();
    if (bool Modes::*flag = flagOf(mode))
        modes.*flag = on;
    else if (const auto tracking = trackingOf(mode))
        modes.mouse = on ? *tracking : MouseTracking::Off;
    else if (const auto coding = codingOf(mode))
        modes.mouseCoding = on ? *coding : MouseCoding::Bytes;
    else if (const auto wrap = reverseWrapOf(mode))
        modes.reverseWrap = on ? *wrap : ReverseWrap::Off;
    else if (const auto bit = inertBit(mode))
        modes.inert = on ? modes.inert | *bit : modes.inert & ~*bit;
    else
        setScreenMode(mode, on);
}

void Interpreter::setScreenMode(int mode, bool on)
{
    switch (mode) {
    case 3:
        setColumnMode(on);
        break;
    case 5:
        m_canvas->modes().reverseScreen = on;
        m_canvas->grid().touchAll();
        break;
    case 6:
        m_canvas->setOrigin(on);
        break;
    case 69:
        if (m_canvas->modes().level >= 4)
            m_canvas->allowSideMargins(on);
        break;
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

// DECCOLM clears the page, homes the cursor and forgets the margins; the width changes only where a host may resize.
void Interpreter::setColumnMode(bool wide)
{
    Modes &modes = m_canvas->modes();
    if (!modes.allowsColumnMode)
        return;
    modes.columnMode = wide;
    m_canvas->allowSideMargins(modes.sideMargins);
    m_canvas->setMargins(0, -1);
    m_canvas->moveTo(0, 0);
    m_canvas->eraseInDisplay(Extent::All);
    resize(wide ? 132 : 80, m_canvas->rows());
}

// Kitty's keyboard protocol: CSI > flags u puts the flags in force aside and sets others, CSI < count u takes them back, and
// CSI = flags ; how u changes them.
void Interpreter::setKeyFlags(const ControlSequence &sequence)
{
    const int how = sequence.value(1, 1);
    m_canvas->changeKeyFlags([&](KeyFlags *flags) {
        if (sequence.prefix == '>')
            flags->push(sequence.value(0, 0));
        else if (sequence.prefix == '<')
            flags->pop(sequence.value(0, 1));
        else if (sequence.prefix == '=' && how >= 1 && how <= 3)
            flags->change(sequence.value(0, 0), static_cast<KeyFlags::Change>(how));
    });
}

// XTMODKEYS, of which resource 4 is modifyOtherKeys: CSI > 4 ; level m sets, without a level or with n it is off.
void Interpreter::setOtherKeys(const ControlSequence &sequence)
{
    if (sequence.count == 0 || sequence.value(0, 0) == 4)
        m_canvas->modes().otherKeys = sequence.final == 'm' ? std::min(sequence.value(1, 0), 2) : 0;
}

void Interpreter::keepModes(const ControlSequence &sequence, bool save)
{
    for (int index = 0; index < sequence.count; ++index) {
        const int mode = sequence.value(index, 0);
        const int state = privateModeState(mode);
        if (save && state != NotRecognised)
            m_keptModes[mode] = state == Set;
        else if (const auto kept = m_keptModes.find(mode); !save && kept != m_keptModes.end())
            setPrivateMode(mode, kept->second);
    }
}

void Interpreter::reportMode(const ControlSequence &sequence)
{
    if (m_canvas->modes().level < 3)
        return;
    const int mode = sequence.value(0, 0);
    const bool isPrivate = sequence.prefix == '?';
    const int state = isPrivate ? privateModeState(mode) : ansiModeState(mode);
    reply(QByteArrayLiteral("\033[") + (isPrivate ? "?" : "") + QByteArray::number(mode) + ';'
          + QByteArray::number(state) + "$y");
}

int Interpreter::ansiModeState(int mode) const
{
    const Modes &modes = std::as_const(*m_canvas).modes();
    switch (mode) {
    case 2: return stateOf(modes.keyboardLocked);
    case 4: return stateOf(modes.insert);
    case 12: return stateOf(!modes.localEcho);
    case 20: return stateOf(modes.newLine);
    default: break;
    }
    return std::find(resetModes.begin(), resetModes.end(), mode) != resetModes.end() ? PermanentlyReset : NotRecognised;
}

int Interpreter::privateModeState(int mode) const
{
    const Modes &modes = std::as_const(*m_canvas).modes();
    if (bool Modes::*flag = flagOf(mode))
        return stateOf(modes.*flag);
    if (const auto tracking = trackingOf(mode))
        return stateOf(modes.mouse == *tracking);
    if (const auto coding = codingOf(mode))
        return stateOf(modes.mouseCoding == *coding);
    if (const auto wrap = reverseWrapOf(mode))
        return stateOf(modes.reverseWrap == *wrap);
    if (const auto bit = inertBit(mode))
        return stateOf((modes.inert & *bit) != 0);
    switch (mode) {
    case 3: return stateOf(modes.columnMode);
    case 5: return stateOf(modes.reverseScreen);
    case 6: return stateOf(modes.origin);
    case 60: return PermanentlyReset; // DECHCCM: columns and pages are never coupled
    case 69: return stateOf(modes.sideMargins);
    case 47:
    case 1047:
    case 1049: return stateOf(m_canvas->isAlternate());
    default: return NotRecognised;
    }
}

} // namespace holdpoint::terminal
