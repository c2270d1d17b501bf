// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

namespace holdpoint::secrets {

/// A pseudo-terminal for a child that asks its questions on /dev/tty (pty(7)).
class TerminalPair
{
public:
    TerminalPair();
    ~TerminalPair();
    TerminalPair(const TerminalPair &) = delete;
    TerminalPair &operator=(const TerminalPair &) = delete;

    [[nodiscard]] bool isGood() const { return m_near >= 0 && m_far >= 0; }
    /// Our end, non-blocking: what the child writes is read here, what is written here it reads.
    [[nodiscard]] int near() const { return m_near; }
    /// Makes the other end the terminal of the calling process, which must be a fresh child. Async-signal-safe.
    void becomeTerminal() const;

private:
    int m_near = -1;
    int m_far = -1;
};

} // namespace holdpoint::secrets
