// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/panemarker.h>

#include <QByteArray>

#include <optional>

namespace holdpoint::replay {

/// One line of a recording: text that a pane showed, its new size, or what became of a command in it.
struct RecordedEvent
{
    qint64 atMs = 0;
    QByteArray output; ///< UTF-8; empty for the others
    int columns = 0;   ///< 0: no new size
    int rows = 0;
    std::optional<session::PaneMarker> marker{};
};

/// Reads the event lines of one piece, one after the other (asciicast version 2).
///
/// Invariants: times never go back, and are not before `earliestMs`. A line that is no event, or of a kind that changes no
/// screen, is passed over.
class EventLines
{
public:
    EventLines() = default;
    EventLines(QByteArray lines, qint64 earliestMs)
        : m_lines(std::move(lines))
        , m_lastMs(earliestMs)
    {
    }

    /// Nothing after the last.
    std::optional<RecordedEvent> next();

private:
    std::optional<RecordedEvent> parsed(const QByteArray &line) const;

    QByteArray m_lines;
    qsizetype m_at = 0;
    qint64 m_lastMs = 0;
};

} // namespace holdpoint::replay
