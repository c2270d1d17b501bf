// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/clock.h>
#include <models/base/result.h>
#include <models/replay/eventlines.h>
#include <models/replay/keyframes.h>
#include <models/replay/recordedpane.h>

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace holdpoint::replay {

/// Where pieces come from: Ledger::entriesAt(), or a copy of a ledger file.
using PieceSource = std::function<QFuture<Result<QList<ledger::Entry>>>(const QList<quint64> &sequences)>;

/// A stretch of which the recording holds nothing.
struct Gap
{
    enum class Kind { Erased, LeftOut };
    Kind kind = Kind::Erased;
    qint64 fromMs = 0;
    qint64 toMs = 0;
    qint64 bytes = 0; ///< that were left out

    friend bool operator==(const Gap &, const Gap &) = default;
};

/// Plays the recording of one pane into a screen of its own: at any speed, from any moment.
///
/// Thread: GUI, or the one thread of a program without a window. Owns the screen; who looks at it lets go of it on
/// screenReplaced(). Borrows the clock.
/// Invariants: the screen at a moment is the same, whichever way led there. Work is done in slices of a few milliseconds
/// between other events, and few pieces are in memory at a time. What the recorded host asked of its terminal is dropped: no
/// answer, no bell, no clipboard, no window request leaves.
/// Errors: those of the source, by failed(); the screen then stays at what was read, until the next seek().
class Player final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Player)

public:
    static constexpr double slowest = 0.5;
    static constexpr double fastest = 16;
    static constexpr qint64 historyBytes = 4 << 20; ///< of scrollback: a keyframe costs as much

    enum class State { Paused, Playing };

    /// `durationMs`: of the run's time axis; the recording may end before.
    Player(RecordedPane pane, qint64 durationMs, PieceSource source, const Clock &clock, QObject *parent = nullptr);
    ~Player() override;

    [[nodiscard]] const RecordedPane &pane() const { return m_pane; }
    /// What is shown: the screen at positionMs(), or still the one before while isSeeking().
    [[nodiscard]] terminal::Screen &screen() { return m_shown ? *m_shown : *m_screen; }
    [[nodiscard]] qint64 positionMs() const { return m_now; }
    [[nodiscard]] qint64 durationMs() const { return m_duration; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isSeeking() const { return m_isSeeking; }
    [[nodiscard]] double speed() const { return m_speed; }
    /// What is known of them: that something was erased shows when it is reached.
    [[nodiscard]] const QList<Gap> &gaps() const { return m_gaps; }

    void play();
    void pause();
    /// To any moment, forward or back; what plays goes on playing from there.
    void seek(qint64 ms);
    void setSpeed(double speed);
    /// A pause in the output that is longer is played as if it took so long; nothing: every pause takes its time.
    void setLongestPause(std::optional<qint64> ms);
    /// As much time has passed for who watches; a timer calls it while it plays.
    void advance(qint64 realMs);

signals:
    /// Something was fed to the screen.
    void screenChanged();
    /// screen() is another object now; the one before is gone when the signal has been delivered.
    void screenReplaced();
    void moved(qint64 ms);
    void stateChanged();
    void seekingChanged();
    void gapsChanged();
    void failed(const holdpoint::Error &error);

private:
    enum class Progress { Ready, Waiting, Arrived };

    void work();
    void arrive();
    /// Makes m_next the event that comes next, as far as the target needs it.
    Progress takeNext();
    Progress openPiece();
    void request(int piece);
    void received(const QList<int> &pieces, const Result<QList<ledger::Entry>> &entries);
    void addGap(const Gap &gap);
    void apply(const RecordedEvent &event);
    void note(const session::PaneMarker &marker);
    void restore(Keyframes::Frame frame);
    void setSeeking(bool seeking);
    void tick();
    [[nodiscard]] qint64 nextEventMs() const;
    [[nodiscard]] std::unique_ptr<terminal::Screen> freshScreen() const;

    RecordedPane m_pane;
    qint64 m_duration;
    PieceSource m_source;
    const Clock &m_clock;

    std::unique_ptr<terminal::Screen> m_screen; ///< fed up to m_next
    std::unique_ptr<terminal::Screen> m_shown;  ///< the one before, while another is being fed
    Keyframes m_keyframes;
    int m_piece = 0; ///< the next one to open
    quint32 m_command = 0; ///< of the screen, at the shell's own newest prompt; 0 where that is not known
    EventLines m_lines;
    std::optional<RecordedEvent> m_next;
    qint64 m_lastEventMs = 0;
    QHash<int, std::optional<QByteArray>> m_loaded; ///< by piece; nothing for what was erased
    bool m_isRequested = false;
    bool m_hasFailed = false;
    bool m_hasChanged = false;
    QList<Gap> m_gaps;

    State m_state = State::Paused;
    bool m_isSeeking = false;
    qint64 m_now = 0;
    qint64 m_restMs = 0; ///< where a person has put it: a pause counts from there
    double m_fraction = 0;
    double m_speed = 1;
    std::optional<qint64> m_longestPause;
    QTimer m_workTimer;
    QTimer m_tickTimer;
    qint64 m_lastTickMs = 0;
};

} // namespace holdpoint::replay
