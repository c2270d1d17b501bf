// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/replay/player.h>

#include <models/base/whenfinished.h>

#include <QElapsedTimer>

#include <algorithm>

namespace holdpoint::replay {

namespace {

constexpr int sliceMs = 5;
constexpr int tickIntervalMs = 16;
constexpr qint64 requestBytes = 1 << 20; // read at once
constexpr int requestPieces = 64;

} // namespace

Player::Player(RecordedPane pane, qint64 durationMs, PieceSource source, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_pane(std::move(pane))
    , m_duration(std::max(durationMs, m_pane.endMs()))
    , m_source(std::move(source))
    , m_clock(clock)
    , m_screen(freshScreen())
{
    for (const Piece &piece : std::as_const(m_pane.pieces)) {
        if (piece.leftOut > 0)
            addGap({Gap::Kind::LeftOut, piece.fromMs, piece.toMs, piece.leftOut});
    }
    m_workTimer.setSingleShot(true);
    m_workTimer.setInterval(0);
    connect(&m_workTimer, &QTimer::timeout, this, &Player::work);
    m_tickTimer.setInterval(tickIntervalMs);
    m_tickTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_tickTimer, &QTimer::timeout, this, &Player::tick);
}

Player::~Player() = default;

std::unique_ptr<terminal::Screen> Player::freshScreen() const
{
    return std::make_unique<terminal::Screen>(m_pane.columns, m_pane.rows,
                                              terminal::Limits{.scrollbackBytes = historyBytes});
}

void Player::play()
{
    if (m_state == State::Playing)
        return;
    if (m_now >= m_duration)
        seek(0);
    m_hasFailed = false;
    m_state = State::Playing;
    m_lastTickMs = m_clock.bootMs();
    m_tickTimer.start();
    emit stateChanged();
}

void Player::pause()
{
    if (m_state == State::Paused)
        return;
    m_state = State::Paused;
    m_tickTimer.stop();
    emit stateChanged();
}

void Player::setSpeed(double speed) { m_speed = std::clamp(speed, slowest, fastest); }

void Player::setLongestPause(std::optional<qint64> ms) { m_longestPause = ms; }

void Player::seek(qint64 ms)
{
    m_now = m_restMs = std::clamp<qint64>(ms, 0, m_duration);
    m_fraction = 0;
    m_hasFailed = false;
    const int goal = std::max(m_pane.pieceAt(m_now), 0);
    if (m_now < m_lastEventMs || m_keyframes.nearestPiece(goal) > m_piece)
        restore(m_keyframes.nearest(goal));
    setSeeking(true);
    emit moved(m_now);
    work();
}

void Player::restore(Keyframes::Frame frame)
{
    if (!m_shown)
        m_shown = std::move(m_screen);
    m_screen = frame.screen ? std::move(frame.screen) : freshScreen();
    m_piece = frame.piece;
    m_command = frame.command;
    m_lines = {};
    m_next.reset();
    m_loaded.clear();
    m_lastEventMs = m_piece > 0 ? m_pane.pieces[m_piece - 1].toMs : 0;
    m_hasChanged = true;
}

void Player::tick()
{
    const qint64 now = m_clock.bootMs();
    advance(now - std::exchange(m_lastTickMs, now));
}

qint64 Player::nextEventMs() const
{
    return m_next ? m_next->atMs : m_piece < m_pane.pieces.size() ? m_pane.pieces[m_piece].fromMs : m_duration;
}

void Player::advance(qint64 realMs)
{
    if (m_state == State::Paused || m_isSeeking) // time does not pass while something is still to be read
        return;
    m_fraction += double(realMs) * m_speed;
    const auto passed = qint64(m_fraction);
    m_fraction -= double(passed);
    qint64 now = m_now + passed;
    if (m_longestPause) {
        const qint64 over = std::max(m_lastEventMs, m_restMs) + *m_longestPause;
        if (nextEventMs() > over && now >= over)
            now = std::max(now, nextEventMs());
    }
    m_now = std::min(now, m_duration);
    work();
    if (m_now >= m_duration)
        pause();
    emit moved(m_now);
}

/// Feeds the screen up to m_now, or as far as a slice of time goes.
void Player::work()
{
    QElapsedTimer spent;
    spent.start();
    for (;;) {
        const Progress progress = takeNext();
        if (progress == Progress::Arrived)
            return arrive();
        if (progress == Progress::Waiting)
            return setSeeking(true);
        apply(*m_next);
        m_next.reset();
        if (spent.hasExpired(sliceMs)) {
            setSeeking(true);
            m_workTimer.start();
            return;
        }
    }
}

void Player::arrive()
{
    m_workTimer.stop();
    const std::unique_ptr<terminal::Screen> before = std::exchange(m_shown, nullptr);
    if (before)
        emit screenReplaced();
    if (std::exchange(m_hasChanged, false))
        emit screenChanged();
    setSeeking(false);
}

Player::Progress Player::takeNext()
{
    while (!m_next) {
        m_next = m_lines.next();
        if (m_next)
            break;
        if (m_piece >= m_pane.pieces.size() || m_pane.pieces[m_piece].fromMs > m_now)
            return Progress::Arrived;
        if (openPiece() == Progress::Waiting)
            return Progress::Waiting;
    }
    return m_next->atMs > m_now ? Progress::Arrived : Progress::Ready;
}

Player::Progress Player::openPiece()
{
    const auto loaded = m_loaded.constFind(m_piece);
    if (loaded == m_loaded.constEnd()) {
        if (!m_hasFailed)
            request(m_piece);
        return Progress::Waiting;
    }
    const Piece &piece = m_pane.pieces[m_piece];
    m_keyframes.offer(m_piece, piece.offset, *m_screen, m_command);
    if (!*loaded) {
        addGap({Gap::Kind::Erased, piece.fromMs, piece.toMs, 0});
        m_command = 0; // a prompt may have been in it
    }
    m_lines = EventLines(loaded->value_or(QByteArray()), piece.fromMs);
    m_loaded.erase(loaded);
    ++m_piece;
    if (m_piece < m_pane.pieces.size() && !m_loaded.contains(m_piece + requestPieces / 2))
        request(m_piece); // before it is needed
    return Progress::Ready;
}

void Player::request(int piece)
{
    if (m_isRequested)
        return;
    QList<int> pieces;
    QList<quint64> sequences;
    const qint64 begin = m_pane.pieces[piece].offset;
    const int end = std::min(piece + requestPieces, int(m_pane.pieces.size()));
    for (int index = piece; index < end; ++index) {
        if (!sequences.isEmpty() && m_pane.pieces[index].offset - begin > requestBytes)
            break;
        if (m_loaded.contains(index))
            continue;
        pieces.append(index);
        sequences.append(m_pane.pieces[index].sequence);
    }
    if (pieces.isEmpty())
        return;
    m_isRequested = true;
    whenFinished(m_source(sequences), this,
                 [this, pieces](const Result<QList<ledger::Entry>> &entries) { received(pieces, entries); });
}

void Player::received(const QList<int> &pieces, const Result<QList<ledger::Entry>> &entries)
{
    m_isRequested = false;
    if (!entries) {
        m_hasFailed = true;
        pause();
        emit failed(entries.error());
        arrive();
        return;
    }
    for (qsizetype i = 0; i < std::min(pieces.size(), entries->size()); ++i) {
        const int piece = pieces[i];
        if (piece < m_piece || piece >= m_piece + 2 * requestPieces)
            continue; // it was asked for before a seek
        const QList<ledger::Attachment> &attachments = entries->at(i).attachments;
        const bool isThere = !attachments.isEmpty() && attachments.first().present;
        m_loaded.insert(piece, isThere ? std::optional(attachments.first().bytes) : std::nullopt);
    }
    if (m_isSeeking && !m_workTimer.isActive())
        work();
}

void Player::addGap(const Gap &gap)
{
    if (m_gaps.contains(gap))
        return;
    m_gaps.append(gap);
    std::ranges::sort(m_gaps, {}, &Gap::fromMs);
    emit gapsChanged();
}

void Player::apply(const RecordedEvent &event)
{
    if (event.marker)
        note(*event.marker);
    else if (event.columns > 0)
        m_screen->resize(event.columns, event.rows);
    else
        m_screen->feed(event.output);
    (void)m_screen->takeReplies();
    (void)m_screen->takeEvents();
    (void)m_screen->takeWindowRequests();
    m_lastEventMs = event.atMs;
    m_hasChanged = true;
}

/// The marks in the output are anybody's: what is recorded beside it is not.
void Player::note(const session::PaneMarker &marker)
{
    if (marker.outcome)
        m_screen->setOutcome(m_command, *marker.outcome);
    else
        m_command = m_screen->newestCommand();
}

void Player::setSeeking(bool seeking)
{
    if (m_isSeeking == seeking)
        return;
    m_isSeeking = seeking;
    emit seekingChanged();
}

} // namespace holdpoint::replay
