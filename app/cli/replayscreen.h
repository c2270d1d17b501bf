// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/cli/console.h>
#include <app/cli/exitcode.h>
#include <app/cli/screenframe.h>
#include <models/replay/player.h>
#include <models/timeline/timeline.h>

#include <QObject>
#include <QTimer>

namespace holdpoint::cli {

/// A replay on the terminal the program was started from: on its alternate screen, with a line of status, obeying a few keys.
///
/// Thread: main. Borrows the player, the timeline and the console. The terminal is put back when the object goes.
/// Ends the event loop: at the end of the recording where nobody can press a key, else on q or Ctrl+C.
class ReplayScreen final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplayScreen)

public:
    ReplayScreen(replay::Player &player, const timeline::Timeline &timeline, Console &console);
    ~ReplayScreen() override;

    /// How it ended: Interrupted until somebody ended it, or the recording did.
    [[nodiscard]] ExitCode exitCode() const { return m_code; }
    /// Why it could not go on.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    void take(const QByteArray &keys);
    void goToMoment(int step);
    void draw();
    void end(ExitCode code);
    [[nodiscard]] QString status() const;

    replay::Player &m_player;
    const timeline::Timeline &m_timeline;
    Console &m_console;
    ScreenFrame m_frame;
    std::pair<int, int> m_size;
    QTimer m_drawTimer;
    QTimer m_sizeTimer;
    ExitCode m_code = ExitCode::Interrupted;
    std::optional<Error> m_error;
};

} // namespace holdpoint::cli
