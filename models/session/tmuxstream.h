// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QList>

namespace holdpoint::session {

/// What a client in tmux's control mode reads (tmux(1), "CONTROL MODE"): lines, of which some tell what a pane printed and
/// some frame the answer to a command.
///
/// Invariants: the result does not depend on how the stream is cut into feed() calls; what a line may hold is bounded, a
/// longer one is cut. A program in the pane that knows the number of an answer can end it early by what it prints, so
/// answers are worth what a shell's marks are worth against a command that sets out to lie.
class TmuxStream
{
public:
    struct Item
    {
        enum class Kind {
            Output,   ///< of a pane, as the program wrote it
            Answer,   ///< to a command of this client
            Begin,    ///< answer to one of the commands it was started with
            Attached, ///< to a session: only now a command is for this client
            Exit,     ///< the last: why, when that is said
        };
        Kind kind = Kind::Output;
        QByteArray bytes;    ///< an answer's lines, each with its line feed
        QByteArray pane;     ///< of output: "%3"
        bool failed = false; ///< of an answer: it is an error message
    };

    QList<Item> feed(const QByteArray &bytes);

private:
    void line(QList<Item> &items);
    [[nodiscard]] bool endsAnswer() const;

    QByteArray m_line;
    QByteArray m_frame; ///< time, number and flags of the answer that is read; empty outside of one
    QByteArray m_answer;
};

} // namespace holdpoint::session
