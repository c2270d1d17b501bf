// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>

namespace holdpoint::session {

/// Cuts what one command printed out of a shell's stream: the bytes between the shell's marks C and D (OSC 133 with its
/// nonce), without the prompt and the line editor's echo around them. Marks with another nonce are the command's output.
///
/// Invariants: the result does not depend on how the stream is cut into feed() calls; at most one mark is held back.
class CommandOutput
{
public:
    CommandOutput() = default;
    /// `marksStarts`: the shell sends mark C. One that does not has its echo taken for output.
    CommandOutput(const QByteArray &nonce, bool marksStarts);

    /// The part of these bytes (and of what was held back) that is the command's.
    QByteArray feed(const QByteArray &bytes);
    /// What is held back when the stream ends without mark D.
    QByteArray flush();

private:
    enum class Place { Before, Inside, Behind };

    void skipToStart();
    QByteArray takeInside();

    QByteArray m_start;
    QByteArray m_endSuffix; ///< of mark D, behind the exit status
    QByteArray m_held;
    Place m_place = Place::Behind;
};

} // namespace holdpoint::session
