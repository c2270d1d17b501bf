// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>

namespace holdpoint::audit {

/// When something was shown or written, and by which entry.
struct Moment
{
    quint64 sequence = 0; ///< of the ledger's entry
    qint64 utcMs = 0;
    qint64 castMs = -1; ///< in the pane's recording (asciicast time); -1 where there is none

    friend bool operator==(const Moment &, const Moment &) = default;
};

/// One line of plain text: no control characters, nothing that steers direction or hides.
struct Line
{
    QString text;
    quint64 first = 0; ///< sequence of the entry with its first character
    Moment moment;     ///< of its last character: from then on all of it could be seen

    friend bool operator==(const Line &, const Line &) = default;
};

} // namespace holdpoint::audit
