// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/replayscreen.h>

#include <models/base/text.h>
#include <models/timeline/axis.h>

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

namespace holdpoint::cli {

namespace {

constexpr int frameMs = 33;
constexpr int sizeMs = 500; // how soon a new size of the terminal is noticed
constexpr qint64 stepMs = 5000;

void write(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

std::pair<int, int> terminalSize()
{
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
        return {80, 24};
    return {size.ws_col, size.ws_row};
}

} // namespace

ReplayScreen::ReplayScreen(replay::Player &player, const timeline::Timeline &timeline, Console &console)
    : m_player(player)
    , m_timeline(timeline)
    , m_console(console)
    , m_size(terminalSize())
{
    m_drawTimer.setSingleShot(true);
    m_drawTimer.setInterval(frameMs);
    connect(&m_drawTimer, &QTimer::timeout, this, &ReplayScreen::draw);
    const auto later = [this] {
        if (!m_drawTimer.isActive())
            m_drawTimer.start();
    };
    connect(&m_player, &replay::Player::screenChanged, this, later);
    connect(&m_player, &replay::Player::screenReplaced, this, later);
    connect(&m_player, &replay::Player::moved, this, later);
    connect(&m_player, &replay::Player::seekingChanged, this, later);
    connect(&m_player, &replay::Player::stateChanged, this, [this, later] {
        later();
        if (!m_console.isInteractive() && m_player.positionMs() >= m_player.durationMs())
            end(ExitCode::Done);
    });
    connect(&m_player, &replay::Player::failed, this, [this](const Error &error) {
        m_error = error;
        end(exitCodeFor(error));
    });
    m_sizeTimer.setInterval(sizeMs);
    connect(&m_sizeTimer, &QTimer::timeout, this, [this, later] {
        if (const auto size = terminalSize(); size != m_size) {
            m_size = size;
            m_frame.forget();
            later();
        }
    });
    m_sizeTimer.start();
    connect(&m_console, &Console::inputEnded, this, [this] { end(ExitCode::Interrupted); });
    m_console.enterRaw([this](const QByteArray &keys) { take(keys); });
    write("\x1b[?1049h\x1b[?25l");
    draw();
}

ReplayScreen::~ReplayScreen()
{
    write("\x1b[0m\x1b[?25h\x1b[?1049l");
    m_console.leaveRaw();
}

void ReplayScreen::end(ExitCode code)
{
    draw();
    m_code = code;
    QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
}

void ReplayScreen::take(const QByteArray &keys)
{
    constexpr char interrupt = 3; // Ctrl+C in raw mode
    if (keys.contains(interrupt))
        return end(ExitCode::Interrupted);
    if (keys == "\x1b[C" || keys == "\x1bOC")
        return m_player.seek(m_player.positionMs() + stepMs);
    if (keys == "\x1b[D" || keys == "\x1bOD")
        return m_player.seek(m_player.positionMs() - stepMs);
    for (const char key : keys) {
        switch (key) {
        case 'q': return end(ExitCode::Done);
        case ' ': m_player.state() == replay::Player::State::Playing ? m_player.pause() : m_player.play(); break;
        case '+': m_player.setSpeed(m_player.speed() * 2); break;
        case '-': m_player.setSpeed(m_player.speed() / 2); break;
        case 'n': goToMoment(1); break;
        case 'p': goToMoment(-1); break;
        default: break;
        }
    }
    draw();
}

void ReplayScreen::goToMoment(int step)
{
    const qint64 now = m_player.positionMs();
    const auto &items = m_timeline.items;
    if (step > 0) {
        const auto next = std::ranges::upper_bound(items, now, {}, &timeline::Item::fromMs);
        m_player.seek(next == items.end() ? m_player.durationMs() : next->fromMs);
    } else {
        const auto here = std::ranges::lower_bound(items, now, {}, &timeline::Item::fromMs);
        m_player.seek(here == items.begin() ? 0 : std::prev(here)->fromMs);
    }
}

QString ReplayScreen::status() const
{
    const qint64 now = m_player.positionMs();
    const QString utc = m_timeline.started.addMSecs(now).toUTC().toString(QStringLiteral("HH:mm:ss"));
    // What matters most stands first: a narrow terminal cuts the rest.
    QStringList parts{m_player.pane().name, QStringLiteral("%1 of %2").arg(timeline::clockText(now),
                                                                           timeline::clockText(m_player.durationMs()))};
    if (m_player.isSeeking())
        parts.append(QStringLiteral("reading"));
    else if (m_player.state() == replay::Player::State::Paused)
        parts.append(now >= m_player.durationMs() ? QStringLiteral("the end") : QStringLiteral("paused"));
    const terminal::Screen &screen = m_player.screen();
    if (screen.columns() > m_size.first || screen.rows() > m_size.second - 1)
        parts.append(QStringLiteral("cut: recorded at %1x%2").arg(screen.columns()).arg(screen.rows()));
    const auto gap = std::ranges::find_if(
        m_player.gaps(), [now](const replay::Gap &one) { return now >= one.fromMs && now <= one.toMs; });
    if (gap != m_player.gaps().end())
        parts.append(gap->kind == replay::Gap::Kind::Erased ? QStringLiteral("erased")
                                                            : QStringLiteral("not all was recorded"));
    parts.append(utc + QStringLiteral(" UTC"));
    parts.append(QStringLiteral("%1x").arg(m_player.speed()));
    if (m_console.isInteractive())
        parts.append(QStringLiteral("space arrows n p + - q"));
    const auto after = std::ranges::upper_bound(m_timeline.items, now, {}, &timeline::Item::fromMs);
    if (after != m_timeline.items.begin())
        parts.append(std::prev(after)->what);
    return QLatin1Char(' ') + parts.join(QStringLiteral(" | "));
}

void ReplayScreen::draw()
{
    m_drawTimer.stop();
    const auto [columns, rows] = m_size;
    write(m_frame.changes(m_player.screen(), columns, rows) + "\x1b[" + QByteArray::number(rows) + ";1H"
          + statusRow(status(), columns - 1));
}

} // namespace holdpoint::cli
