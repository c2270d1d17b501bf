// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/canvas.h>
#include <models/terminal/event.h>
#include <models/terminal/parser.h>

#include <QByteArray>

#include <vector>

namespace holdpoint::terminal {

/// What each sequence means: drawing goes to the canvas, answers and events are kept until taken.
///
/// Source: ECMA-48, the VT510 manual, and xterm's ctlseqs. Replies are the fixed ones of replies.h; nothing a host
/// sent ever comes back as input (no titles, no DECRQSS, no answerback, no colour or clipboard queries).
class Interpreter final : public ParserEvents
{
public:
    explicit Interpreter(Canvas *canvas) : m_canvas(canvas) {}

    [[nodiscard]] QByteArray takeReplies() { return std::exchange(m_replies, {}); }
    [[nodiscard]] std::vector<Event> takeEvents() { return std::exchange(m_events, {}); }

    void printAscii(const char *text, int count) override { m_canvas->printAscii(text, count); }
    void printCharacter(char32_t code) override { m_canvas->print(code); }
    void control(quint8 byte) override;
    void escape(char intermediate, char final) override;
    void controlSequence(const ControlSequence &sequence) override;
    void operatingSystemCommand(QByteArrayView text) override;

private:
    void plainEscape(char final);
    void designate(std::size_t slot, char set);
    void lineFeed();

    [[nodiscard]] bool moveCursor(const ControlSequence &sequence);
    [[nodiscard]] bool editText(const ControlSequence &sequence);
    void plainSequence(const ControlSequence &sequence);
    void intermediateSequence(const ControlSequence &sequence);
    void eraseDisplay(int which, Erase what);
    void eraseLine(int which, Erase what);
    void setCursorShape(int style);
    void softReset();

    void setModes(const ControlSequence &sequence, bool on);
    void setAnsiMode(int mode, bool on);
    void setPrivateMode(int mode, bool on);
    [[nodiscard]] bool setInputMode(int mode, bool on);
    void setScreenMode(int mode, bool on);
    void reportMode(const ControlSequence &sequence);
    [[nodiscard]] int ansiModeState(int mode) const;
    [[nodiscard]] int privateModeState(int mode) const;
    void reportStatus(const ControlSequence &sequence);
    void reply(const QByteArray &bytes);

    void setUnderlineColor(Color color);
    void hyperlink(QByteArrayView text);
    void clipboard(QByteArrayView text);
    void shellMark(QByteArrayView text);
    void addEvent(Event event);

    Canvas *m_canvas;
    QByteArray m_replies;
    std::vector<Event> m_events;
};

} // namespace holdpoint::terminal
