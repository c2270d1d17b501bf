// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/escapescan.h>

#include <string_view>

namespace holdpoint {

namespace {

constexpr quint8 bell = 0x07;
constexpr quint8 cancel = 0x18;
constexpr quint8 substitute = 0x1a;
constexpr quint8 escape = 0x1b;
constexpr std::string_view shellMark = "133;";

} // namespace

EscapeScan::Kind EscapeScan::nextSkipped(quint8 byte)
{
    if (byte == escape) {
        m_state = State::Escape;
    } else if (byte == cancel || byte == substitute) {
        m_state = State::Text;
    } else {
        switch (m_state) {
        case State::Text:
        case State::OtherString: break;
        case State::Escape: return afterEscape(byte);
        case State::Intermediate:
            if (byte >= 0x30 && byte != 0x7f)
                m_state = State::Text;
            break;
        case State::Sequence:
            if (byte >= 0x40 && byte != 0x7f)
                m_state = State::Text;
            break;
        case State::Command: return inCommand(byte);
        }
    }
    return Kind::Skipped;
}

EscapeScan::Kind EscapeScan::afterEscape(quint8 byte)
{
    if (byte < 0x20 || byte == 0x7f)
        return Kind::Skipped;
    if (byte > 0x7f) { // no sequence after all
        m_state = State::Text;
        return Kind::Text;
    }
    switch (byte) {
    case '[': m_state = State::Sequence; break;
    case ']':
        m_state = State::Command;
        m_markLength = 0;
        break;
    case 'P':
    case 'X':
    case '^':
    case '_': m_state = State::OtherString; break;
    default: m_state = byte < 0x30 ? State::Intermediate : State::Text;
    }
    return Kind::Skipped;
}

EscapeScan::Kind EscapeScan::inCommand(quint8 byte)
{
    if (byte == bell) {
        m_state = State::Text;
        return Kind::Skipped;
    }
    if (m_markLength < 0 || m_markLength == int(shellMark.size()))
        return Kind::Skipped;
    m_markLength = byte == quint8(shellMark[size_t(m_markLength)]) ? m_markLength + 1 : -1;
    return m_markLength == int(shellMark.size()) ? Kind::Boundary : Kind::Skipped;
}

} // namespace holdpoint
