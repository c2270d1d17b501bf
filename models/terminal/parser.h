// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/limits.h>
#include <models/terminal/utf8.h>

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace holdpoint::terminal {

/// One control sequence: CSI prefix parameters intermediate final (ECMA-48 5.4).
struct ControlSequence
{
    char prefix = 0;       ///< '?', '>', '=' or '<', or 0
    char intermediate = 0; ///< 0x20 to 0x2f, or 0
    char final = 0;
    int count = 0;
    std::array<quint16, Limits::parameters> values{};
    quint32 isSub = 0; ///< bit n: parameter n was joined to the one before by a colon
    quint32 isGiven = 0; ///< bit n: parameter n has a digit

    /// Parameter `index`, or `otherwise` when it is missing or 0: most functions read 0 as their default.
    [[nodiscard]] int value(int index, int otherwise) const
    {
        const int given = index < count ? values[static_cast<std::size_t>(index)] : 0;
        return given == 0 ? otherwise : given;
    }
    [[nodiscard]] bool isGivenParameter(int index) const { return index < count && ((isGiven >> index) & 1u) != 0; }
    [[nodiscard]] bool isSubParameter(int index) const { return index < count && ((isSub >> index) & 1u) != 0; }
};

/// What the parser tells. Called in stream order from Parser::feed().
class ParserEvents
{
public:
    virtual ~ParserEvents() = default;
    virtual void printAscii(const char *text, int count) = 0; ///< only 0x20 to 0x7e
    virtual void printCharacter(char32_t code) = 0;           ///< from U+00A0 on
    virtual void control(quint8 byte) = 0;                    ///< C0
    virtual void escape(char intermediate, char final) = 0;
    virtual void controlSequence(const ControlSequence &sequence) = 0;
    /// Whether the parser is to stop behind it.
    [[nodiscard]] virtual bool operatingSystemCommand(QByteArrayView text) = 0;
    virtual void deviceControlString(QByteArrayView text) = 0; ///< all of it: parameters, function and data
};

/// Bytes from a host to events. A state machine after the published study of the DEC parsers (P. Williams, vt100.net).
///
/// Invariants: any split of the stream gives the same events, save that a run of ASCII may come in pieces. Memory is
/// bounded by Limits whatever arrives. C1 controls count only in their ESC form: as bytes they belong to UTF-8.
/// Not here: what a sequence means (Interpreter). SOS, PM and APC strings are read over and dropped.
class Parser
{
public:
    explicit Parser(ParserEvents *events) : m_events(events) {}
    /// In the state of the other, in the middle of a sequence too.
    Parser(const Parser &other, ParserEvents *events) : Parser(other) { m_events = events; }
    /// How many bytes were read: all, or those up to where it was told to stop.
    qsizetype feed(QByteArrayView bytes);
    /// Whether the last feed() was told to stop.
    [[nodiscard]] bool hasStopped() const { return m_stops; }

private:
    Parser(const Parser &) = default;
    enum class State : quint8 {
        Ground,
        Escape,
        EscapeIntermediate,
        EscapeIgnore,
        Parameters,
        Intermediates,
        SequenceIgnore,
        CommandString, // OSC
        ControlString, // DCS
        OtherString,   // SOS, PM, APC
        StringEscape,  // ESC inside a string: ST, or the start of something else
    };

    const quint8 *ground(const quint8 *at, const quint8 *end);
    const quint8 *text(const quint8 *at, const quint8 *end);
    const quint8 *parameters(const quint8 *at, const quint8 *end);
    const quint8 *keptString(const quint8 *at, const quint8 *end);
    void startString(State string);
    void decode(quint8 byte);
    void print(char32_t code);
    void step(quint8 byte);
    [[nodiscard]] bool anywhere(quint8 byte);
    void escapeStep(quint8 byte);
    void escapeIntermediateStep(quint8 byte);
    void parametersStep(quint8 byte);
    void intermediatesStep(quint8 byte);
    void stringStep(quint8 byte);
    void startSequence();
    void addDigit(int digit);
    void nextParameter(char separator);
    void dispatchSequence(quint8 byte);

    ParserEvents *m_events;
    State m_state = State::Ground;
    State m_stringState = State::Ground; // the string that StringEscape interrupted
    Utf8Decoder m_utf8;
    char m_intermediate = 0;
    bool m_tooManyParameters = false;
    bool m_stringTooLong = false;
    bool m_stops = false;
    ControlSequence m_sequence;
    QByteArray m_string;
};

} // namespace holdpoint::terminal
