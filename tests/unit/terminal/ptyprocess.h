// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/screen.h>

#include <QByteArray>

#include <functional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace holdpoint::terminal::testing {

/// A real program on a real pty whose output goes to a screen, and the screen's replies back.
///
/// Owns: the child; the destructor ends and reaps it.
class PtyProcess
{
public:
    PtyProcess(const std::vector<std::string> &arguments, Screen *screen);
    ~PtyProcess();
    PtyProcess(const PtyProcess &) = delete;
    PtyProcess &operator=(const PtyProcess &) = delete;

    void type(const QByteArray &bytes);
    void resize(int columns, int rows);
    /// Reads until the condition holds; false when it does not within half a minute.
    [[nodiscard]] bool readUntil(const std::function<bool()> &condition);
    /// Reads until the program ends by itself.
    [[nodiscard]] bool readToEnd();
    /// Everything the program printed so far.
    [[nodiscard]] const QByteArray &output() const { return m_output; }

private:
    [[nodiscard]] bool readSome();

    Screen *m_screen;
    pid_t m_child = -1;
    int m_master = -1;
    bool m_ended = false;
    QByteArray m_output;
};

} // namespace holdpoint::terminal::testing
