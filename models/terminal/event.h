// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/shellmark.h>

#include <QString>

namespace holdpoint::terminal {

/// How far a program says it is (OSC 9;4).
struct Progress
{
    enum class State { None, Running, Failed, Unknown, Paused }; ///< as numbered there

    State state = State::None;
    int percent = 0;

    friend bool operator==(const Progress &, const Progress &) = default;
};

/// Something a host said that is not on the screen. All of it is the host's claim: show it, never act on it.
struct Event
{
    enum class Kind {
        Bell,
        Title,            ///< text: at most Limits::eventTextBytes, without control characters
        WorkingDirectory, ///< text: the file: URL of OSC 7
        ClipboardWrite,   ///< text: what OSC 52 wants on the clipboard
        ShellMark,        ///< mark
        Progress,         ///< progress
    };

    Kind kind = Kind::Bell;
    QString text;
    ShellMark mark;
    Progress progress;
};

} // namespace holdpoint::terminal
