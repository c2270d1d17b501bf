// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/parser.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace holdpoint::terminal {

namespace {

constexpr quint8 bel = 0x07;
constexpr quint8 cancel = 0x18;
constexpr quint8 substitute = 0x1a;
constexpr quint8 esc = 0x1b;
constexpr quint8 del = 0x7f;

bool isPrintable(quint8 byte) { return byte >= 0x20 && byte < del; }

// How many of the bytes are printable ASCII. Eight at a time: a byte below 0x20, at 0x7f or above sets its top bit in
// the test word, and carries run only upwards from such a byte, so the lowest set bit is exact.
const quint8 *endOfPrintable(const quint8 *at, const quint8 *end)
{
    if constexpr (std::endian::native == std::endian::little) {
        constexpr quint64 each = 0x0101010101010101;
        while (end - at >= 8) {
            quint64 word = 0;
            std::memcpy(&word, at, 8);
            const quint64 stops = ((word - each * 0x20) | word | (word + each)) & (each * 0x80);
            if (stops != 0)
                return at + std::countr_zero(stops) / 8;
            at += 8;
        }
    }
    return std::find_if_not(at, end, isPrintable);
}

} // namespace

qsizetype Parser::feed(QByteArrayView bytes)
{
    const auto *begin = reinterpret_cast<const quint8 *>(bytes.data());
    const auto *at = begin;
    const quint8 *end = begin + bytes.size();
    m_stops = false;
    while (at != end && !m_stops) {
        if (m_state == State::Ground)
            at = ground(at, end);
        else if (m_state == State::Parameters)
            at = parameters(at, end);
        else if (m_state == State::CommandString || m_state == State::ControlString)
            at = keptString(at, end);
        else
            step(*at++);
    }
    return at - begin;
}

const quint8 *Parser::ground(const quint8 *at, const quint8 *end)
{
    while (at != end && m_state == State::Ground) {
        if (m_utf8.isInside() || *at >= 0x80) {
            at = text(at, end);
            continue;
        }
        const quint8 *stop = endOfPrintable(at, end);
        if (stop != at)
            m_events->printAscii(reinterpret_cast<const char *>(at), static_cast<int>(stop - at));
        at = stop;
        if (end - at >= 2 && at[0] == esc && at[1] == '[') {
            startSequence();
            at = parameters(at + 2, end);
        } else if (at != end && *at < 0x80) {
            step(*at++);
        }
    }
    return at;
}

// Digits and semicolons in one run: what colours and moves the cursor is made of little else.
const quint8 *Parser::parameters(const quint8 *at, const quint8 *end)
{
    for (; at != end; ++at) {
        if (*at >= '0' && *at <= '9') {
            addDigit(*at - '0');
        } else if (*at == ';') {
            nextParameter(';');
        } else {
            step(*at);
            return at + 1;
        }
    }
    return at;
}

const quint8 *Parser::text(const quint8 *at, const quint8 *end)
{
    if (!m_utf8.isInside()) {
        char32_t code = 0;
        const int length = Utf8Decoder::decodeWhole(at, end, &code);
        if (length > 0) {
            print(code);
            return at + length;
        }
    }
    switch (m_utf8.feed(*at)) {
    case Utf8Decoder::Step::More:
        return at + 1;
    case Utf8Decoder::Step::Done:
        print(m_utf8.code());
        return at + 1;
    case Utf8Decoder::Step::Invalid:
        print(replacementCharacter);
        return at + 1;
    case Utf8Decoder::Step::Broken:
        print(replacementCharacter);
        return at;
    }
    return at + 1;
}

void Parser::print(char32_t code)
{
    if (code >= 0xa0) // U+0080 to U+009F are controls, which we honour only as ESC sequences
        m_events->printCharacter(code);
}

// OSC and DCS text is collected in runs: a 64 KiB clipboard should not cost 65,536 calls.
const quint8 *Parser::keptString(const quint8 *at, const quint8 *end)
{
    const quint8 *stop = std::find_if(at, end, [](quint8 byte) { return byte < 0x20; });
    const qsizetype length = stop - at;
    if (!m_stringTooLong && m_string.size() + length > Limits::stringBytes) {
        m_stringTooLong = true;
        m_string = {};
    }
    if (!m_stringTooLong)
        m_string.append(reinterpret_cast<const char *>(at), length);
    if (stop == end)
        return stop;
    step(*stop);
    return stop + 1;
}

void Parser::step(quint8 byte)
{
    if (anywhere(byte))
        return;
    switch (m_state) {
    case State::Ground:
        if (byte < 0x20)
            m_events->control(byte);
        break;
    case State::Escape:
        escapeStep(byte);
        break;
    case State::EscapeIntermediate:
    case State::EscapeIgnore:
        escapeIntermediateStep(byte);
        break;
    case State::Parameters:
        parametersStep(byte);
        break;
    case State::Intermediates:
    case State::SequenceIgnore:
        intermediatesStep(byte);
        break;
    case State::CommandString:
    case State::ControlString:
    case State::OtherString:
    case State::StringEscape:
        stringStep(byte);
        break;
    }
}

// Bytes that mean the same in every state: they end or restart whatever is under way.
bool Parser::anywhere(quint8 byte)
{
    if (byte == cancel || byte == substitute) {
        m_state = State::Ground;
        return true;
    }
    if (byte != esc)
        return false;
    if (m_state == State::CommandString || m_state == State::ControlString || m_state == State::OtherString) {
        m_stringState = m_state;
        m_state = State::StringEscape;
    } else {
        m_state = State::Escape;
    }
    m_intermediate = 0;
    return true;
}

void Parser::escapeStep(quint8 byte)
{
    if (byte < 0x20) {
        m_events->control(byte);
    } else if (byte < 0x30) {
        m_intermediate = static_cast<char>(byte);
        m_state = State::EscapeIntermediate;
    } else if (byte == '[') {
        startSequence();
    } else if (byte == ']') {
        startString(State::CommandString);
    } else if (byte == 'P') {
        startString(State::ControlString);
    } else if (byte == 'X' || byte == '^' || byte == '_') {
        m_state = State::OtherString;
    } else if (byte < del) {
        m_state = State::Ground;
        m_events->escape(0, static_cast<char>(byte));
    } else if (byte > del) {
        m_state = State::Ground;
        m_utf8.reset();
        text(&byte, &byte + 1);
    }
}

void Parser::escapeIntermediateStep(quint8 byte)
{
    if (byte < 0x20) {
        m_events->control(byte);
    } else if (byte < 0x30) {
        m_state = State::EscapeIgnore; // no function has two intermediates
    } else if (byte != del) {
        const bool known = m_state == State::EscapeIntermediate && byte < del;
        m_state = State::Ground;
        if (known)
            m_events->escape(m_intermediate, static_cast<char>(byte));
    }
}

void Parser::startString(State string)
{
    m_string.clear();
    m_stringTooLong = false;
    m_state = string;
}

void Parser::startSequence()
{
    m_sequence = ControlSequence{};
    m_tooManyParameters = false;
    m_state = State::Parameters;
}

void Parser::parametersStep(quint8 byte)
{
    if (byte < 0x20) {
        m_events->control(byte);
    } else if (byte < 0x30) {
        m_sequence.intermediate = static_cast<char>(byte);
        m_state = State::Intermediates;
    } else if (byte == ':') { // digits and semicolons: parameters()
        nextParameter(':');
    } else if (byte < 0x40) {
        const bool isFirst = m_sequence.count == 0 && m_sequence.prefix == 0;
        m_sequence.prefix = static_cast<char>(byte);
        if (!isFirst)
            m_state = State::SequenceIgnore;
    } else if (byte != del) {
        dispatchSequence(byte);
    }
}

void Parser::addDigit(int digit)
{
    if (m_tooManyParameters)
        return;
    if (m_sequence.count == 0)
        m_sequence.count = 1;
    m_sequence.isGiven |= 1u << (m_sequence.count - 1);
    quint16 &value = m_sequence.values[static_cast<std::size_t>(m_sequence.count - 1)];
    value = static_cast<quint16>(std::min(value * 10 + digit, Limits::parameterValue));
}

void Parser::nextParameter(char separator)
{
    if (m_sequence.count == 0)
        m_sequence.count = 1;
    if (m_sequence.count == Limits::parameters) {
        m_tooManyParameters = true;
        return;
    }
    if (separator == ':')
        m_sequence.isSub |= 1u << m_sequence.count;
    ++m_sequence.count;
}

void Parser::intermediatesStep(quint8 byte)
{
    if (byte < 0x20) {
        m_events->control(byte);
    } else if (byte < 0x40) {
        m_state = State::SequenceIgnore; // two intermediates, or a parameter after one
    } else if (byte != del) {
        dispatchSequence(byte);
    }
}

void Parser::dispatchSequence(quint8 byte)
{
    const bool known = m_state != State::SequenceIgnore && byte < del;
    m_state = State::Ground;
    m_sequence.final = static_cast<char>(byte);
    if (known)
        m_events->controlSequence(m_sequence);
}

void Parser::stringStep(quint8 byte)
{
    const bool ended = m_state == State::StringEscape || (byte == bel && m_state == State::CommandString);
    if (!ended)
        return;
    const State string = m_state == State::StringEscape ? m_stringState : m_state;
    const bool terminated = byte == bel || byte == '\\';
    const bool interrupted = m_state == State::StringEscape && byte != '\\';
    m_state = State::Ground;
    if (interrupted) {
        m_state = State::Escape;
        escapeStep(byte);
    } else if (terminated && string == State::CommandString && !m_stringTooLong) {
        m_stops = m_events->operatingSystemCommand(m_string);
    } else if (terminated && string == State::ControlString && !m_stringTooLong) {
        m_events->deviceControlString(m_string);
    }
}

} // namespace holdpoint::terminal
