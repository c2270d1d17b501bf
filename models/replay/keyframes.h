// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/screen.h>

#include <memory>
#include <vector>

namespace holdpoint::replay {

/// Screens kept on the way through a recording, so that going back need not begin at the start.
///
/// Invariants: at most `most` screens whatever the recording's length: when there are more, every second one goes, and the
/// distance between those to come doubles.
class Keyframes
{
public:
    static constexpr std::size_t most = 16;
    static constexpr qint64 firstSpacing = 2 << 20; ///< recorded bytes between two of them, at first

    /// The screen as it is before the first event of this piece. Kept when it is far enough from its neighbours.
    void offer(int piece, qint64 offset, const terminal::Screen &screen, quint32 command);
    struct Frame
    {
        int piece = 0;
        std::unique_ptr<terminal::Screen> screen; ///< a copy of its own
        quint32 command = 0; ///< as it was offered: that of the screen at the shell's own newest prompt
    };
    /// The nearest one at or before this piece; without a screen when there is none.
    [[nodiscard]] Frame nearest(int piece) const;
    /// The piece of the nearest one; 0 when there is none: the start needs no screen.
    [[nodiscard]] int nearestPiece(int piece) const;
    [[nodiscard]] std::size_t count() const { return m_frames.size(); }

private:
    struct Kept
    {
        int piece;
        qint64 offset;
        std::unique_ptr<terminal::Screen> screen;
        quint32 command;
    };
    [[nodiscard]] const Kept *find(int piece) const;

    std::vector<Kept> m_frames; // by piece
    qint64 m_spacing = firstSpacing;
};

} // namespace holdpoint::replay
