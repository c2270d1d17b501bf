// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Interpreter: operating system commands (OSC), and the events they make.

#include <models/terminal/eventtext.h>
#include <models/terminal/interpreter.h>

#include <algorithm>

namespace holdpoint::terminal {

namespace {

constexpr qsizetype longestLink = 2083; // what browsers take
constexpr qsizetype longestLinkId = 256;
constexpr int mostDecorations = 65000; // a cell names its decoration with 16 bits

} // namespace

bool Interpreter::operatingSystemCommand(QByteArrayView text)
{
    m_canvas->endText();
    const auto semicolon = std::find(text.begin(), text.end(), ';');
    const QByteArrayView command = text.first(semicolon - text.begin());
    const QByteArrayView rest = semicolon == text.end() ? QByteArrayView{} : text.sliced(command.size() + 1);
    bool isNumber = false;
    const int number = command.toInt(&isNumber);
    if (isNumber && number >= Titles::Both && number <= Titles::Window)
        setTitle(static_cast<Titles::Which>(number), rest);
    else if (isNumber && colorCommand(number, rest))
        return false;
    else if (command == "7")
        addEvent({Event::Kind::WorkingDirectory, eventText(rest), {}, {}});
    else if (command == "8")
        hyperlink(rest);
    else if (command == "9")
        progress(rest);
    else if (command == "52")
        clipboard(rest);
    else if (command == "133")
        return shellMark(rest);
    return false;
}

void Interpreter::setTitle(Titles::Which which, QByteArrayView text)
{
    m_titles.set(which, text.toByteArray());
    if (which != Titles::Icon)
        addEvent({Event::Kind::Title, m_titles.window(), {}, {}});
}

// CSI 22 t and 23 t: programs put the title aside while they show their own.
void Interpreter::keepTitles(const ControlSequence &sequence)
{
    const int which = sequence.value(1, 0);
    if (which > Titles::Window)
        return;
    if (sequence.value(0, 0) == 22) {
        m_titles.push();
        return;
    }
    const QString before = m_titles.window();
    m_titles.pop(static_cast<Titles::Which>(which));
    if (m_titles.window() != before)
        addEvent({Event::Kind::Title, m_titles.window(), {}, {}});
}

void Interpreter::hyperlink(QByteArrayView text)
{
    const auto semicolon = std::find(text.begin(), text.end(), ';');
    if (semicolon == text.end())
        return;
    const QByteArrayView target = text.sliced(semicolon - text.begin() + 1);
    Decoration decoration = m_canvas->decorations().at(m_canvas->pen().decoration);
    decoration.link = target.size() <= longestLink ? target.toByteArray() : QByteArray{};
    decoration.linkId = {};
    for (const QByteArray &parameter : text.first(semicolon - text.begin()).toByteArray().split(':')) {
        if (!decoration.link.isEmpty() && parameter.startsWith("id=") && parameter.size() <= longestLinkId)
            decoration.linkId = parameter.mid(3);
    }
    if (m_canvas->decorations().size() < mostDecorations || decoration == Decoration{})
        m_canvas->pen().decoration = static_cast<quint16>(m_canvas->decorations().intern(decoration));
}

void Interpreter::setUnderlineColor(Color color)
{
    Decoration decoration = m_canvas->decorations().at(m_canvas->pen().decoration);
    decoration.underline = color;
    if (m_canvas->decorations().size() < mostDecorations || decoration == Decoration{})
        m_canvas->pen().decoration = static_cast<quint16>(m_canvas->decorations().intern(decoration));
}

// OSC 52 ; targets ; base64. A query ("?") is never answered.
void Interpreter::clipboard(QByteArrayView text)
{
    const auto semicolon = std::find(text.begin(), text.end(), ';');
    if (semicolon == text.end())
        return;
    const QByteArrayView targets = text.first(semicolon - text.begin());
    if (!targets.isEmpty() && !targets.contains('c') && !targets.contains('s')) // a selection that is not the clipboard
        return;
    const QByteArray encoded = text.sliced(targets.size() + 1).toByteArray();
    const auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    if (encoded.isEmpty() || !decoded)
        return;
    addEvent({Event::Kind::ClipboardWrite, QString::fromUtf8(*decoded), {}, {}});
}

// OSC 9 ; 4 ; state ; percent, ConEmu's. Other OSC 9 are notifications.
void Interpreter::progress(QByteArrayView text)
{
    const QList<QByteArray> parts = text.toByteArray().split(';');
    if (parts.size() < 2 || parts[0] != "4")
        return;
    bool isNumber = false;
    const int state = parts[1].toInt(&isNumber);
    if (!isNumber || state < 0 || state > static_cast<int>(Progress::State::Paused))
        return;
    addEvent({Event::Kind::Progress,
              {},
              {},
              {static_cast<Progress::State>(state), std::clamp(parts.value(2).toInt(), 0, 100)}});
}

bool Interpreter::shellMark(QByteArrayView text)
{
    const std::optional<ShellMark> mark = parseShellMark(text);
    if (!mark)
        return false;
    if (mark->kind == ShellMark::Kind::PromptStart)
        m_canvas->markPromptStart(mark->nonce);
    else if (mark->kind == ShellMark::Kind::CommandStart)
        m_canvas->markOutputStart(mark->nonce);
    if (mark->kind == ShellMark::Kind::PromptEnd)
        m_canvas->markPrompt();
    else
        m_canvas->forgetPrompt();
    addEvent({Event::Kind::ShellMark, {}, *mark, {}});
    return true;
}

void Interpreter::addEvent(Event event)
{
    // What only its newest value says anything about is kept once: a flood of bells is one bell.
    const bool replaces = !m_events.empty() && m_events.back().kind == event.kind
        && event.kind != Event::Kind::ShellMark;
    if (replaces)
        m_events.back() = std::move(event);
    else if (m_events.size() < Limits::pendingEvents)
        m_events.push_back(std::move(event));
}

} // namespace holdpoint::terminal
