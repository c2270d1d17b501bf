// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/canvas.h>
#include <models/terminal/event.h>
#include <models/terminal/palette.h>
#include <models/terminal/parser.h>
#include <models/terminal/permissions.h>
#include <models/terminal/theme.h>
#include <models/terminal/titles.h>
#include <models/terminal/windowrequest.h>

#include <QByteArray>

#include <map>
#include <optional>
#include <vector>

namespace holdpoint::terminal {

/// What each sequence means: drawing goes to the canvas, answers and events are kept until taken.
///
/// Source: ECMA-48, the VT420 and VT510 manuals, and xterm's ctlseqs; CONTROLS.md lists each. Replies are fixed texts and
/// numbers; nothing a host sent ever comes back as input (no titles, no answerback, no colour or clipboard queries).
class Interpreter final : public ParserEvents
{
public:
    Interpreter(Canvas *canvas, const Permissions &permissions) : m_canvas(canvas), m_permissions(permissions) {}
    /// In the state of the other, for a canvas of its own.
    Interpreter(const Interpreter &other, Canvas *canvas) : Interpreter(other) { m_canvas = canvas; }

    [[nodiscard]] const Palette &palette() const { return m_palette; }
    void setTheme(const Theme &theme) { m_theme = theme; }

    [[nodiscard]] std::vector<WindowRequest> takeWindowRequests() { return std::exchange(m_windowRequests, {}); }
    [[nodiscard]] QByteArray takeReplies() { return std::exchange(m_replies, {}); }
    [[nodiscard]] std::vector<Event> takeEvents() { return std::exchange(m_events, {}); }

    void printAscii(const char *text, int count) override { m_canvas->printAscii(text, count); }
    void printCharacter(char32_t code) override { m_canvas->print(code); }
    void control(quint8 byte) override;
    void escape(char intermediate, char final) override;
    void controlSequence(const ControlSequence &sequence) override;
    /// Stops behind a shell mark.
    bool operatingSystemCommand(QByteArrayView text) override;
    void deviceControlString(QByteArrayView text) override;

private:
    Interpreter(const Interpreter &) = default;
    void plainEscape(char final);
    void designate(std::size_t slot, char set);
    void lineFeed();

    void selectRendition(const ControlSequence &sequence);
    [[nodiscard]] bool moveCursor(const ControlSequence &sequence);
    [[nodiscard]] bool editText(const ControlSequence &sequence);
    void plainSequence(const ControlSequence &sequence);
    void intermediateSequence(const ControlSequence &sequence);
    void areaSequence(const ControlSequence &sequence);
    [[nodiscard]] Area areaAt(const ControlSequence &sequence, int first) const;
    void changeArea(const ControlSequence &sequence);
    void windowSequence(const ControlSequence &sequence);
    void resize(int columns, int rows);
    void setLevel(int level);
    void eraseDisplay(int which, Erase what);
    void eraseLine(int which, Erase what);
    void setCursorShape(int style);

    void setModes(const ControlSequence &sequence, bool on);
    void setAnsiMode(int mode, bool on);
    void setPrivateMode(int mode, bool on);
    void setScreenMode(int mode, bool on);
    void setColumnMode(bool wide);
    void setOtherKeys(const ControlSequence &sequence);
    void setKeyFlags(const ControlSequence &sequence);
    void keepModes(const ControlSequence &sequence, bool save);
    void reportMode(const ControlSequence &sequence);
    [[nodiscard]] int ansiModeState(int mode) const;
    [[nodiscard]] int privateModeState(int mode) const;
    void reportIdentity();
    void reportVersion(char prefix);
    void reportStatus(const ControlSequence &sequence);
    void reportDevice(const ControlSequence &sequence);
    void reportCapability(QByteArrayView name);
    void reportChecksum(const ControlSequence &sequence);
    [[nodiscard]] std::optional<QByteArray> settingOf(QByteArrayView function) const;
    void reply(const QByteArray &bytes);

    void reset();
    void setTitle(Titles::Which which, QByteArrayView text);
    void keepTitles(const ControlSequence &sequence);
    [[nodiscard]] bool colorCommand(int command, QByteArrayView rest);
    void indexedColor(int command, const QByteArray &number, const QByteArray &specification);
    void dynamicColor(int number, const QByteArray &specification);
    void resetColors(int first, int count, const QList<QByteArray> &numbers);
    void changed(bool palette);
    void setUnderlineColor(Color color);
    void hyperlink(QByteArrayView text);
    void clipboard(QByteArrayView text);
    void progress(QByteArrayView text);
    bool shellMark(QByteArrayView text);
    void addEvent(Event event);

    Canvas *m_canvas;
    const Permissions m_permissions;
    Canvas::Shape m_changeShape = Canvas::Shape::Stream; ///< DECSACE
    Palette m_palette;
    Theme m_theme;
    Titles m_titles;
    std::vector<WindowRequest> m_windowRequests;
    std::map<int, bool> m_keptModes;                     ///< by XTSAVE
    QByteArray m_replies;
    std::vector<Event> m_events;
};

} // namespace holdpoint::terminal
