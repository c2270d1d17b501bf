// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/cli/console.h>
#include <app/cli/lineprinter.h>
#include <app/cli/spokenanswer.h>

#include <functional>
#include <optional>
#include <span>

namespace holdpoint::cli {

/// Asks the person at the terminal what a run needs to know. One question at a time.
///
/// Thread: main. Borrows console and printer. Every answer that a callback gets is empty at end of input.
class Questions
{
public:
    /// Why something dangerous is right, and who else agrees where that is asked for.
    struct Consent
    {
        QString reason;
        QString by;
    };
    using Line = std::optional<QString>;

    /// `lookAgain` is called after an answer that was none: what was asked may no longer be what is needed.
    Questions(Console &console, LinePrinter &printer, std::function<void()> lookAgain);

    [[nodiscard]] bool isOpen() const { return m_open; }

    void ask(const QString &question, std::function<void(const Line &)> then);
    /// Takes a line that begins with one of the choices; what is wrong with any other is said, and it is asked again.
    void choose(const QString &question, std::span<const OfferedChoice> choices,
                std::function<void(const std::optional<SpokenAnswer> &)> then);
    /// Asks for the reason of something dangerous. Nothing when the person refuses.
    void askConsent(const QString &what, bool bySecond, std::function<void(const std::optional<Consent> &)> then);

private:
    void askSecond(const QString &reason, std::function<void(const std::optional<Consent> &)> then);

    Console &m_console;
    LinePrinter &m_printer;
    std::function<void()> m_lookAgain;
    bool m_open = false;
};

} // namespace holdpoint::cli
