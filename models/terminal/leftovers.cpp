// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/terminal/leftovers.h>

#include <models/terminal/screen.h>

namespace holdpoint::terminal {

namespace {

constexpr char noKeyFlags[] = "\x1b[<16u\x1b[=0u"; // as many as can be put aside, then those in force

QByteArray modesUndone(const Modes &modes)
{
    QByteArray undone;
    const auto undo = [&](bool isOff, const char *sequence) {
        if (isOff)
            undone += sequence;
    };
    undo(modes.mouse != MouseTracking::Off, "\x1b[?1000l");
    undo(modes.mouseCoding != MouseCoding::Bytes, "\x1b[?1006l");
    undo(modes.focusReporting, "\x1b[?1004l");
    undo(modes.synchronisedOutput, "\x1b[?2026l");
    undo(modes.applicationCursorKeys, "\x1b[?1l");
    undo(modes.applicationKeypad, "\x1b>");
    undo(modes.otherKeys != 0, "\x1b[>4;0m");
    undo(modes.newLine, "\x1b[20l");
    undo(modes.insert, "\x1b[4l");
    undo(modes.reverseScreen, "\x1b[?5l");
    undo(!modes.autowrap, "\x1b[?7h");
    undo(!modes.cursorVisible, "\x1b[?25h");
    return undone;
}

/// What is off now. Leaving the alternate screen brings back what was kept when it was entered, which may be off too: until then
/// nothing is known of the cursor that has to stay.
QByteArray undoing(const Screen &screen)
{
    const Modes &modes = screen.modes();
    QByteArray undone = modes.keyFlags != 0 || screen.alternateScreen() ? noKeyFlags : "";
    if (screen.alternateScreen())
        return undone + "\x1b[?1049l"; // each screen has its own key flags
    undone += modesUndone(modes);
    // What takes margins off moves the cursor, which has to stay.
    if (modes.origin || modes.sideMargins) {
        undone += "\x1b[?6l\x1b[?69l";
        undone += "\x1b[" + QByteArray::number(screen.cursorRow() + 1) + ';'
                      + QByteArray::number(screen.cursorColumn() + 1) + 'H';
    }
    if (!screen.printsPlainly() || !undone.isEmpty()) {
        undone += "\x1b[m\x1b]8;;\x1b\\\x1b[0\"q\x1bW"; // looks, a link, and both ways to protect
        undone += "\x1b(B\x0f";
        undone += "\x1b"
                  "7\x1b[r\x1b"
                  "8";
    }
    return undone;
}

} // namespace

QByteArray undoLeftovers(Screen &screen)
{
    constexpr int mostPasses = 3; // out of the alternate screen, then what that brought back
    QByteArray all;
    for (int pass = 0; pass < mostPasses; ++pass) {
        const QByteArray undone = undoing(screen);
        if (undone.isEmpty())
            break;
        screen.feed(undone);
        all += undone;
    }
    return all;
}

} // namespace holdpoint::terminal
