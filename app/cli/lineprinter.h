// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QString>

namespace holdpoint::cli {

/// Puts the program's own lines between what a host prints: each begins at the start of a line.
///
/// Thread: main.
class LinePrinter
{
public:
    enum class Lines { Printed, Suppressed };

    explicit LinePrinter(Lines lines) : m_printed(lines == Lines::Printed) {}

    /// A host's bytes, as they are.
    void write(const QByteArray &bytes);
    /// One or more of the program's own lines; controls in them are made visible.
    void say(const QString &text);
    /// Ends what a host left in mid-line, before something else writes to the terminal.
    void startLine();

private:
    bool m_printed;
    bool m_lineOpen = false; ///< what was printed last does not end in a line feed
};

} // namespace holdpoint::cli
