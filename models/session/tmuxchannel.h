// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/tmuxstream.h>
#include <models/session/transport.h>

#include <QPointer>

#include <deque>

namespace holdpoint::session {

/// Where a shell that tmux keeps stands.
struct TmuxPlace
{
    qint64 line = 0;   ///< of the cursor, counted from the oldest one that tmux keeps
    int column = 0;    ///< of the cursor
    qint64 oldest = 0; ///< the line with which `text` begins
    bool alternateScreen = false;
    bool isCut = false;     ///< tmux may have dropped lines, so numbers do not go together with those of before
    QByteArray remembered;  ///< what remember() was given last; empty in a session that is new
    QByteArray directory;   ///< what the shell said last by OSC 7
    QList<QByteArray> text; ///< the last lines and the screen, with colours, without trailing blanks
};

/// A shell inside a tmux session of the host, through a client in control mode: it prints what the shell prints, byte for byte,
/// and the shell goes on when the connection is lost. A channel for the same session later finds it again.
///
/// Each session has a tmux server to itself, with a socket of the session's name and without the user's configuration. Needs
/// tmux 3.0 or newer on the host.
///
/// Thread: GUI thread. Owns the exec channel below it; belongs to the transport, like every channel.
/// Invariants: signals of its own come from read(), before the bytes that follow them; attached() comes once, first.
/// What the shell printed while nobody was attached is in attached()'s text, and nowhere else.
/// Errors: failed() with NotFound when the host has no tmux, Io when tmux refuses; gone() in place of it when there is no such
/// session to be found.
class TmuxChannel final : public Channel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TmuxChannel)

public:
    /// `session`: letters, digits and hyphens. `command` starts the shell where the session is new; without one only a
    /// session that is there is found.
    TmuxChannel(Transport &transport, QByteArray session, int columns, int rows, const QByteArray &command);
    ~TmuxChannel() override;

    [[nodiscard]] QByteArray read(qsizetype limit) override;
    [[nodiscard]] QByteArray readError(qsizetype) override { return {}; }
    [[nodiscard]] bool hasPending() const override;
    void write(const QByteArray &bytes) override;
    void writeEof() override {}
    void resize(int columns, int rows) override;
    /// Leaves the session behind, with what runs in it, unless endSoon() was asked for.
    void close() override;

    /// Kept with the session for whoever attaches next: one line without quotes.
    void remember(const QByteArray &line);
    /// Asks where the cursor is, for placed().
    void askPlace();
    /// tmux forgets the lines above the screen.
    void clearHistory();
    /// From now on the session ends with its last client.
    void letGo();
    /// Ends the session, and what runs in it.
    void end();
    /// The same, as soon as tmux listens; nobody needs to read any more, and it closes by itself.
    void endSoon();
    /// After ended(): whether the shell goes on as far as one can tell from here.
    [[nodiscard]] bool livesOn() const;

signals:
    void attached(const holdpoint::session::TmuxPlace &place);
    void gone();
    void placed(const holdpoint::session::TmuxPlace &place);

private:
    enum class Asked { Nothing, Place, Text };

    struct Early
    {
        QByteArray command;
        Asked asked;
    };

    void tell(const QByteArray &command, Asked asked = Asked::Nothing);
    [[nodiscard]] QByteArray target() const;
    void begin();
    void pull();
    void discard();
    void take(const TmuxStream::Item &item);
    void answered(const TmuxStream::Item &item);
    void endedBelow(const ChannelEnd &end);

    QPointer<Channel> m_exec;
    QByteArray m_session;
    TmuxStream m_stream;
    std::deque<TmuxStream::Item> m_items; ///< not yet read
    std::deque<Asked> m_asked;            ///< answers that are still to come, in order
    QByteArray m_output;                  ///< decoded, not yet read
    QByteArray m_pane;                    ///< whose output it is
    TmuxPlace m_place;
    QByteArray m_problem;             ///< what tmux said when it refused
    std::optional<QByteArray> m_exit; ///< why tmux left, in its words; empty: the session ended
    QList<Early> m_early;             ///< what was said before it serves the session
    bool m_serves = false;            ///< tmux does
    bool m_attached = false;
    bool m_onlyFinds = false; ///< a session that is there
    bool m_isGone = false;    ///< there is none
    bool m_endsSoon = false;
    bool m_discards = false; ///< what is printed
};

/// The name of the session that keeps a role's shell in a run: the first, in which the runbook's commands run, or a further
/// one by its number.
QByteArray tmuxSessionName(const QByteArray &runId, const QString &role, int shell = 1);
/// Ends a session to which nobody here is attached: a command for a POSIX shell of the host.
QByteArray tmuxEndCommand(const QByteArray &session);

} // namespace holdpoint::session
