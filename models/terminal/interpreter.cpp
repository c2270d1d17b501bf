// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/interpreter.h>

#include <models/terminal/sgr.h>

namespace holdpoint::terminal {

void Interpreter::control(quint8 byte)
{
    m_canvas->endText();
    switch (byte) {
    case 0x07:
        addEvent({Event::Kind::Bell, {}, {}, {}});
        break;
    case 0x08:
        m_canvas->backspace();
        break;
    case 0x09:
        m_canvas->tab(1);
        break;
    case 0x0a:
    case 0x0b:
    case 0x0c:
        lineFeed();
        break;
    case 0x0d:
        m_canvas->carriageReturn();
        break;
    case 0x0e:
        m_canvas->charsets().inUse = 1;
        break;
    case 0x0f:
        m_canvas->charsets().inUse = 0;
        break;
    default: // NUL, ENQ (there is no answerback) and the rest do nothing
        break;
    }
}

void Interpreter::lineFeed()
{
    m_canvas->lineFeed();
    if (m_canvas->modes().newLine)
        m_canvas->carriageReturn();
}

void Interpreter::escape(char intermediate, char final)
{
    m_canvas->endText();
    switch (intermediate) {
    case 0:
        plainEscape(final);
        break;
    case '(':
    case ')':
    case '*':
    case '+':
        designate(static_cast<std::size_t>(intermediate - '('), final);
        break;
    case '#':
        if (final == '8')
            m_canvas->fillWithE();
        break;
    default:
        break;
    }
}

void Interpreter::reset()
{
    if (m_canvas->modes().columnMode)
        resize(80, m_canvas->rows());
    m_canvas->reset();
    m_palette.reset();
    m_titles.reset();
    m_keptModes.clear();
    m_changeShape = Canvas::Shape::Stream;
}

void Interpreter::designate(std::size_t slot, char set)
{
    Charset charset = Charset::Ascii;
    if (set == '0')
        charset = Charset::DecGraphics;
    else if (set == 'A')
        charset = Charset::British;
    m_canvas->charsets().designated[slot] = charset;
}

void Interpreter::plainEscape(char final)
{
    switch (final) {
    case '6':
        m_canvas->backIndex();
        break;
    case '9':
        m_canvas->forwardIndex();
        break;
    case '7':
        m_canvas->saveCursor();
        break;
    case '8':
        m_canvas->restoreCursor();
        break;
    case 'D':
        m_canvas->lineFeed();
        break;
    case 'E':
        m_canvas->lineFeed();
        m_canvas->carriageReturn();
        break;
    case 'M':
        m_canvas->reverseLineFeed();
        break;
    case 'H':
        m_canvas->setTabStop();
        break;
    case 'V':
    case 'W':
        m_canvas->protect(final == 'V', Protection::Always);
        break;
    case 'Z':
        reportIdentity();
        break;
    case 'N':
    case 'O':
        m_canvas->charsets().once = final == 'N' ? 2 : 3;
        break;
    case 'n':
    case 'o':
        m_canvas->charsets().inUse = final == 'n' ? 2 : 3;
        break;
    case '=':
    case '>':
        m_canvas->modes().applicationKeypad = final == '=';
        break;
    case 'c':
        reset();
        break;
    default:
        break;
    }
}

void Interpreter::controlSequence(const ControlSequence &sequence)
{
    if (sequence.intermediate != 0) {
        intermediateSequence(sequence);
    } else if (sequence.prefix == 0) {
        plainSequence(sequence);
    } else if (sequence.prefix == '?') {
        switch (sequence.final) {
        case 'h':
        case 'l':
            setModes(sequence, sequence.final == 'h');
            break;
        case 'J':
            eraseDisplay(sequence.value(0, 0), Erase::Selective);
            break;
        case 'K':
            eraseLine(sequence.value(0, 0), Erase::Selective);
            break;
        case 'n':
            reportStatus(sequence);
            break;
        case 'm':
            if (sequence.value(0, 0) == 4)
                reply("\033[>4;" + QByteArray::number(m_canvas->modes().otherKeys) + 'm');
            break;
        case 's':
        case 'r':
            keepModes(sequence, sequence.final == 's');
            break;
        case 'u':
            reply("\033[?" + QByteArray::number(m_canvas->modes().keyFlags) + 'u');
            break;
        default:
            break;
        }
    } else if (sequence.prefix == '>' && (sequence.final == 't' || sequence.final == 'T')) {
        for (int index = 0; index < sequence.count; ++index)
            m_titles.setMode(sequence.value(index, 0), sequence.final == 't');
    } else if (sequence.prefix == '>' && (sequence.final == 'm' || sequence.final == 'n')) {
        setOtherKeys(sequence);
    } else if (sequence.final == 'u') {
        setKeyFlags(sequence);
    } else if (sequence.final == 'c' && sequence.value(0, 0) == 0) {
        reportVersion(sequence.prefix);
    }
    m_canvas->endText();
}

void Interpreter::plainSequence(const ControlSequence &sequence)
{
    if (sequence.final == 'm') { // by far the most frequent
        selectRendition(sequence);
        return;
    }
    if (moveCursor(sequence) || editText(sequence))
        return;
    switch (sequence.final) {
    case 'h':
    case 'l':
        setModes(sequence, sequence.final == 'h');
        break;
    case 'r':
        m_canvas->setMargins(sequence.value(0, 1) - 1, sequence.value(1, 0) - 1);
        break;
    case 's':
        if (m_canvas->modes().sideMargins)
            m_canvas->setSideMargins(sequence.value(0, 1) - 1, sequence.value(1, 0) - 1);
        else
            m_canvas->saveCursor();
        break;
    case 'u':
        m_canvas->restoreCursor();
        break;
    case 'g':
        if (sequence.value(0, 0) == 0)
            m_canvas->clearTabStop();
        else if (sequence.value(0, 0) == 3)
            m_canvas->clearTabStops();
        break;
    case 'c':
        if (sequence.value(0, 0) == 0)
            reportIdentity();
        break;
    case 'n':
        reportStatus(sequence);
        break;
    case 't':
        windowSequence(sequence);
        break;
    default:
        break;
    }
}

void Interpreter::selectRendition(const ControlSequence &sequence)
{
    Rendition rendition{m_canvas->pen(), m_canvas->decorations().at(m_canvas->pen().decoration).underline};
    const Color before = rendition.underlineColor;
    applySgr(sequence, &rendition);
    m_canvas->pen() = rendition.pen;
    if (rendition.underlineColor != before)
        setUnderlineColor(rendition.underlineColor);
}

bool Interpreter::moveCursor(const ControlSequence &sequence)
{
    const int count = sequence.value(0, 1);
    switch (sequence.final) {
    case 'A':
    case 'k':
        m_canvas->moveVertically(-count);
        return true;
    case 'B':
        m_canvas->moveVertically(count);
        return true;
    case 'e':
        m_canvas->moveToRow(m_canvas->reportedRow() + count);
        return true;
    case 'C':
        m_canvas->moveForward(count);
        return true;
    case 'a':
        m_canvas->moveToColumn(m_canvas->reportedColumn() + count);
        return true;
    case 'D':
    case 'j':
        m_canvas->moveBackward(count);
        return true;
    case 'E':
    case 'F':
        m_canvas->moveVertically(sequence.final == 'E' ? count : -count);
        m_canvas->carriageReturn();
        return true;
    case 'G':
    case '`':
        m_canvas->moveToColumn(count - 1);
        return true;
    case 'H':
    case 'f':
        m_canvas->moveTo(count - 1, sequence.value(1, 1) - 1);
        return true;
    case 'd':
        m_canvas->moveToRow(count - 1);
        return true;
    case 'I':
        m_canvas->tab(count);
        return true;
    case 'Z':
        m_canvas->backTab(count);
        return true;
    default:
        return false;
    }
}

bool Interpreter::editText(const ControlSequence &sequence)
{
    const int count = sequence.value(0, 1);
    switch (sequence.final) {
    case 'J':
        eraseDisplay(sequence.value(0, 0), Erase::Normal);
        return true;
    case 'K':
        eraseLine(sequence.value(0, 0), Erase::Normal);
        return true;
    case 'X':
        m_canvas->eraseCharacters(count);
        return true;
    case '@':
        m_canvas->insertCharacters(count);
        return true;
    case 'P':
        m_canvas->deleteCharacters(count);
        return true;
    case 'L':
        m_canvas->insertLines(count);
        return true;
    case 'M':
        m_canvas->deleteLines(count);
        return true;
    case 'S':
        m_canvas->scrollUp(count);
        return true;
    case 'T':
    case '^':
        if (sequence.count <= 1) // with five parameters it is xterm's highlight tracking
            m_canvas->scrollDown(count);
        return true;
    case 'b':
        m_canvas->repeatLast(count);
        return true;
    default:
        return false;
    }
}

void Interpreter::eraseDisplay(int which, Erase what)
{
    constexpr Extent extents[] = {Extent::ToEnd, Extent::ToStart, Extent::All};
    if (which < 3)
        m_canvas->eraseInDisplay(extents[which], what);
    else if (which == 3 && what == Erase::Normal)
        m_canvas->clearScrollback();
}

void Interpreter::eraseLine(int which, Erase what)
{
    constexpr Extent extents[] = {Extent::ToEnd, Extent::ToStart, Extent::All};
    if (which < 3)
        m_canvas->eraseInLine(extents[which], what);
}

} // namespace holdpoint::terminal
