// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/sha256.h>
#include <models/base/text.h>
#include <models/session/shellintegration.h>
#include <models/session/tmuxchannel.h>

#include <QTimer>

#include <utility>

namespace holdpoint::session {

namespace {

constexpr int keptLines = 50'000; // on the host, of one command: the rest is dropped there at each prompt
constexpr int readBackLines = 5'000;
constexpr qsizetype bytesOfACommand = 512;
constexpr std::chrono::seconds longestLeave{2};
constexpr int commandNotFound = 127; // of a POSIX shell
constexpr qsizetype mostBeforeAttached = 4 << 20; // a host that never says that it serves the session sends no more

const char placeFormat[] =
    "#{pane_id}|#{history_size}|#{cursor_y}|#{cursor_x}|#{alternate_on}|#{@holdpoint}|#{pane_path}";

/// Each session has a server to itself: up to 3.6 at least, one to which a client in control mode comes at the moment when a
/// session begins or ends in it crashes, with all its sessions.
QByteArray tmux(const QByteArray &session) { return "tmux -u -L " + session + " -f /dev/null "; }

/// A server that ends would leave its socket: it goes with the last session. The server waits for what if-shell has begun,
/// not for run-shell.
const char leaveNoSocket[] = "if-shell 'test -n \"#{S:x}\" || rm -f #{q:socket_path}' ''";

/// For tmux itself, and not another one whose name begins so. Quoted, because zsh takes a bare one for a program's name.
QByteArray exactly(const QByteArray &session) { return shellQuoted('=' + session); }

bool saysThatNoneIsThere(const QByteArray &problem)
{
    return problem.contains("can't find session") || problem.contains("no server running")
           || problem.contains("(No such file or directory)"); // its socket
}

/// Asked first, because an attempt to attach starts a server, which ends at once where it has no session and takes those
/// with it that come meanwhile.
QByteArray findCommand(const QByteArray &session)
{
    const QByteArray target = " -t " + exactly(session);
    return tmux(session) + "has-session" + target + " && exec " + tmux(session) + "-C attach-session -d" + target;
}

QByteArray startCommand(const QByteArray &session, int columns, int rows, const QByteArray &command)
{
    const auto option = [](const char *scope, const char *name, const QByteArray &value) {
        return QByteArray("set-option ") + scope + ' ' + name + ' ' + value + " ';' ";
    };
    return "exec " + tmux(session) + "-C start-server ';' "
           + option("-g", "history-limit", QByteArray::number(keptLines)) + option("-g", "status", "off")
           + option("-g", "default-terminal", "xterm-256color") + "set-hook -g session-closed "
           + shellQuoted(leaveNoSocket) + " ';' new-session -A -D -s " + session + " -x "
           + QByteArray::number(columns) + " -y " + QByteArray::number(rows) + ' ' + shellQuoted(command);
}

} // namespace

QByteArray tmuxSessionName(const QByteArray &runId, const QString &role, int shell)
{
    // A role may hold what a session's name may not; its hash tells apart what looks alike without it.
    QByteArray name;
    for (const char letter : role.toUtf8()) {
        if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9'))
            name += letter;
    }
    const QByteArray hash = sha256(role.toUtf8()).toHex();
    const QByteArray first = "holdpoint-" + runId.toHex().first(12) + '-' + name.left(16) + '-' + hash.first(4);
    return shell == 1 ? first : first + '-' + QByteArray::number(shell);
}

QByteArray tmuxEndCommand(const QByteArray &session)
{
    return "exec " + tmux(session) + "kill-session -t " + exactly(session);
}

TmuxChannel::TmuxChannel(Transport &transport, QByteArray session, int columns, int rows, const QByteArray &command)
    : Channel(&transport)
    , m_exec(transport.exec(command.isEmpty() ? findCommand(session) : startCommand(session, columns, rows, command)))
    , m_session(std::move(session))
    , m_onlyFinds(command.isEmpty())
{
    connect(m_exec, &Channel::readyRead, this, &Channel::readyRead);
    connect(m_exec, &Channel::failed, this, &Channel::failed);
    connect(m_exec, &Channel::ended, this, &TmuxChannel::endedBelow);
    connect(m_exec, &Channel::closed, this, &Channel::closed);
    resize(columns, rows);
}

TmuxChannel::~TmuxChannel()
{
    if (m_exec)
        m_exec->deleteLater();
}

/// tmux runs what it reads before the commands it was started with, if it comes early: so nothing is said until it serves
/// this session.
void TmuxChannel::tell(const QByteArray &command, Asked asked)
{
    if (!m_serves) {
        m_early.append({command, asked});
    } else if (m_exec) {
        m_exec->write(command + '\n');
        m_asked.push_back(asked);
    }
}

void TmuxChannel::begin()
{
    if (std::exchange(m_serves, true))
        return;
    const QByteArray target = this->target();
    // One line, so that nothing is printed between the two answers.
    tell(QByteArray("display-message -p") + target + '\'' + placeFormat + "' ; capture-pane -p -e -S -"
             + QByteArray::number(readBackLines) + target,
         Asked::Place);
    m_asked.push_back(Asked::Text);
    for (const Early &early : std::exchange(m_early, {}))
        tell(early.command, early.asked);
}

/// The shell's own pane, also when something in it has opened another.
QByteArray TmuxChannel::target() const { return " -t " + (m_pane.isEmpty() ? '=' + m_session + ':' : m_pane) + ' '; }

bool TmuxChannel::hasPending() const
{
    return (m_attached && !m_output.isEmpty()) || !m_items.empty() || (m_exec && m_exec->hasPending());
}

void TmuxChannel::pull()
{
    if (!m_exec || !m_exec->hasPending())
        return;
    constexpr qsizetype piece = 64 * 1024;
    for (TmuxStream::Item &item : m_stream.feed(m_exec->read(piece)))
        m_items.push_back(std::move(item));
    if (const QByteArray problem = m_exec->readError(piece); !problem.isEmpty())
        m_problem = (m_problem + problem).left(1024);
}

QByteArray TmuxChannel::read(qsizetype limit)
{
    const QPointer<TmuxChannel> self(this); // a listener may close the shell
    if (m_items.empty())
        pull();
    while (self && !m_items.empty() && (m_output.size() < limit || !m_attached)) {
        // What a listener does with an answer counts from the bytes before it.
        if (m_items.front().kind != TmuxStream::Item::Kind::Output && m_attached && !m_output.isEmpty())
            break;
        const TmuxStream::Item item = std::move(m_items.front());
        m_items.pop_front();
        take(item);
    }
    if (!self || !m_attached)
        return {};
    const QByteArray bytes = m_output.left(limit);
    m_output.remove(0, bytes.size());
    return bytes;
}

void TmuxChannel::take(const TmuxStream::Item &item)
{
    using Kind = TmuxStream::Item::Kind;
    switch (item.kind) {
    case Kind::Output:
        if ((m_pane.isEmpty() || item.pane == m_pane) && (m_attached || m_output.size() < mostBeforeAttached))
            m_output += item.bytes;
        break;
    case Kind::Answer: answered(item); break;
    case Kind::Attached: begin(); break;
    case Kind::Begin:
        if (item.failed)
            m_problem = item.bytes;
        break;
    case Kind::Exit: m_exit = item.bytes; break;
    }
}

void TmuxChannel::answered(const TmuxStream::Item &item)
{
    if (m_asked.empty())
        return;
    const Asked asked = m_asked.front();
    m_asked.pop_front();
    if (asked == Asked::Nothing || item.failed)
        return;
    if (asked == Asked::Text) {
        // Until here the screen has what was printed, so it is not told again; a new session has told nothing yet.
        if (!m_place.remembered.isEmpty())
            m_output.clear();
        m_place.text = item.bytes.split('\n');
        m_place.text.removeLast();
        m_place.oldest = std::max<qint64>(0, m_place.oldest - readBackLines);
        m_attached = true;
        emit attached(m_place);
        return;
    }
    const QList<QByteArray> fields = item.bytes.trimmed().split('|');
    if (fields.size() < 7)
        return;
    m_pane = fields[0];
    m_place = {.line = fields[1].toLongLong() + fields[2].toInt(),
               .column = fields[3].toInt(),
               .oldest = fields[1].toLongLong(),
               .alternateScreen = fields[4] == "1",
               .isCut = fields[1].toLongLong() >= keptLines * 9 / 10, // it drops a tenth at once
               .remembered = fields[5],
               .directory = fields.mid(6).join('|'),
               .text = {}};
    if (m_attached)
        emit placed(m_place);
}

void TmuxChannel::write(const QByteArray &bytes)
{
    for (qsizetype from = 0; from < bytes.size(); from += bytesOfACommand)
        tell("send-keys" + target() + "-H " + bytes.mid(from, bytesOfACommand).toHex(' '));
}

void TmuxChannel::resize(int columns, int rows)
{
    tell("refresh-client -C " + QByteArray::number(columns) + 'x' + QByteArray::number(rows));
}

void TmuxChannel::close()
{
    if (!m_exec || m_endsSoon) // what was written last would not get there
        return;
    // tmux leaves by itself and says so; one that cannot say so may stay, and with it a session that was to end with it.
    m_exec->writeEof();
    discard();
    QTimer::singleShot(longestLeave, m_exec, &Channel::close);
}

/// Nobody reads any more.
void TmuxChannel::discard()
{
    if (std::exchange(m_discards, true))
        return;
    const auto readOn = [this] {
        while (hasPending())
            (void)read(bytesOfACommand);
    };
    connect(this, &Channel::readyRead, this, readOn);
    QMetaObject::invokeMethod(this, readOn, Qt::QueuedConnection); // what has come already is not announced again
}

void TmuxChannel::remember(const QByteArray &line)
{
    tell("set-option -t =" + m_session + ": @holdpoint '" + line + '\'');
}

void TmuxChannel::askPlace() { tell("display-message -p" + target() + '\'' + placeFormat + '\'', Asked::Place); }

void TmuxChannel::clearHistory() { tell("clear-history" + target()); }

void TmuxChannel::end() { tell("kill-session -t =" + m_session); }

void TmuxChannel::endSoon()
{
    if (std::exchange(m_endsSoon, true))
        return;
    discard();
    end();
    if (m_serves || !m_exec)
        return;
    // The connection may go before that is said. A server that knows this ends as soon as its client goes, and this counts
    // whether it comes before the session or after.
    m_exec->write("set-option -g destroy-unattached on\n");
    m_asked.push_back(Asked::Nothing);
}

void TmuxChannel::letGo() { tell("set-option -t =" + m_session + ": destroy-unattached on"); }

// Without a reason it may have ended or be somebody else's now: whoever attaches next finds out.
bool TmuxChannel::livesOn() const
{
    return !m_isGone && (!m_exit || m_exit->isEmpty() || m_exit->startsWith("detached"));
}

void TmuxChannel::endedBelow(const ChannelEnd &end)
{
    const QPointer<TmuxChannel> self(this);
    while (m_exec && m_exec->hasPending())
        pull();
    for (const TmuxStream::Item &item : m_items) { // nobody may come to read them
        if (item.kind == TmuxStream::Item::Kind::Exit || item.kind == TmuxStream::Item::Kind::Begin)
            take(item);
    }
    const QByteArray exit = m_exit.value_or(QByteArray());
    const QByteArray words = !m_problem.trimmed().isEmpty() ? m_problem : !exit.isEmpty() ? exit : "it did not say why";
    m_isGone = m_onlyFinds && !m_serves && !end.linkLost && saysThatNoneIsThere(m_problem);
    if (m_isGone)
        emit gone();
    else if (!m_attached && end.status == commandNotFound)
        emit failed(
            {ErrorKind::NotFound,
             tr("the host has no tmux to keep a shell in: install it there, or leave \"tmux\" out of the address")});
    else if (!m_attached && !end.linkLost)
        emit failed({ErrorKind::Io,
                     tr("tmux on the host refused: %1").arg(visibleControls(QString::fromUtf8(words.trimmed())))});
    if (self)
        emit ended(end);
}

} // namespace holdpoint::session
