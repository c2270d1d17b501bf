// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Interpreter: sequences with an intermediate character: rectangular areas, columns, cursor shape, protection, levels.

#include <models/terminal/interpreter.h>
#include <models/terminal/sgr.h>

namespace holdpoint::terminal {

void Interpreter::intermediateSequence(const ControlSequence &sequence)
{
    if (sequence.intermediate == '$' && sequence.final == 'p') {
        reportMode(sequence);
        return;
    }
    if (sequence.prefix != 0)
        return;
    switch (sequence.intermediate) {
    case '$':
        areaSequence(sequence);
        break;
    case '*':
        if (sequence.final == 'x')
            m_changeShape = sequence.value(0, 0) == 2 ? Canvas::Shape::Rectangle : Canvas::Shape::Stream;
        else if (sequence.final == 'y')
            reportChecksum(sequence);
        else if (sequence.final == '|')
            resize(m_canvas->columns(), sequence.value(0, 0));
        break;
    case '\'':
        if (sequence.final == '}')
            m_canvas->insertColumns(sequence.value(0, 1));
        else if (sequence.final == '~')
            m_canvas->deleteColumns(sequence.value(0, 1));
        break;
    case ' ':
        if (sequence.final == 'q')
            setCursorShape(sequence.value(0, 1));
        else if (sequence.final == '@')
            m_canvas->scrollLeft(sequence.value(0, 1));
        else if (sequence.final == 'A')
            m_canvas->scrollRight(sequence.value(0, 1));
        break;
    case '!':
        if (sequence.final == 'p')
            m_canvas->softReset();
        break;
    case '"':
        if (sequence.final == 'q')
            m_canvas->protect(sequence.value(0, 0) == 1, Protection::Selective);
        else if (sequence.final == 'p')
            setLevel(sequence.value(0, 61) - 60);
        break;
    default:
        break;
    }
}

// A level is set with a hard reset (VT420 manual, DECSCL). Controls are 7-bit whatever is asked for.
void Interpreter::setLevel(int level)
{
    if (level < 1)
        return;
    reset();
    m_canvas->modes().level = std::min(level, Modes::highestLevel);
}

/// The area in the parameters from `first` on: top, left, bottom, right, with the page as its default.
Area Interpreter::areaAt(const ControlSequence &sequence, int first) const
{
    return m_canvas->pageArea(sequence.value(first, 1) - 1, sequence.value(first + 1, 1) - 1,
                              sequence.value(first + 2, 0) - 1, sequence.value(first + 3, 0) - 1);
}

void Interpreter::areaSequence(const ControlSequence &sequence)
{
    switch (sequence.final) {
    case 'v': { // DECCRA; parameters 4 and 7 are pages, and there is one
        const Area target = areaAt(sequence, 5);
        m_canvas->copyArea(areaAt(sequence, 0), target.top, target.left);
        break;
    }
    case 'x': { // DECFRA
        const int code = sequence.value(0, 0);
        if ((code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff))
            m_canvas->fillArea(areaAt(sequence, 1), static_cast<char32_t>(code));
        break;
    }
    case 'z':
        m_canvas->eraseArea(areaAt(sequence, 0));
        break;
    case '{':
        m_canvas->eraseAreaSelectively(areaAt(sequence, 0));
        break;
    case 'r':
    case 't':
        changeArea(sequence);
        break;
    case '|':
        resize(sequence.value(0, 80), m_canvas->rows());
        break;
    default: // status line, screen copies and printing: there are none
        break;
    }
}

// DECCARA sets, DECRARA reverses, the attributes in the parameters behind the area.
void Interpreter::changeArea(const ControlSequence &sequence)
{
    ControlSequence look;
    for (int index = 4; index < sequence.count; ++index)
        look.values[static_cast<std::size_t>(look.count++)] = sequence.values[static_cast<std::size_t>(index)];
    const bool reverse = sequence.final == 't';
    int toggled = 0;
    for (int index = 0; index < look.count; ++index)
        toggled |= reversibleAttribute(look.value(index, 0));
    m_canvas->changeArea(areaAt(sequence, 0), m_changeShape, [&](Attributes &attributes) {
        if (reverse) {
            attributes.flags = static_cast<quint16>(attributes.flags ^ toggled);
            return;
        }
        Rendition rendition{attributes, Color{}};
        applySgr(look, &rendition);
        attributes = rendition.pen;
    });
}

void Interpreter::resize(int columns, int rows)
{
    if (m_permissions.resize && columns > 0 && rows > 0)
        m_canvas->resize(std::clamp(columns, Limits::fewestColumns, Limits::columns), std::min(rows, Limits::rows));
}

void Interpreter::setCursorShape(int style)
{
    if (style > 6)
        return;
    m_canvas->modes().cursorBlinks = style % 2 == 1;
    m_canvas->modes().cursorShape = style <= 2 ? CursorShape::Block
        : style <= 4                           ? CursorShape::Underline
                                               : CursorShape::Bar;
}

} // namespace holdpoint::terminal
