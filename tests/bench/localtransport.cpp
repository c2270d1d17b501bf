// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/bench/localtransport.h>

#include <QDir>
#include <QFile>
#include <QTimer>

#include <cerrno>
#include <unistd.h>

namespace holdpoint::bench {

namespace {

ssh::ChildProgram program(const QByteArray &command)
{
    ssh::ChildProgram shell{{"/bin/sh", "-c", command}, {}, QFile::encodeName(QDir::homePath())};
    for (char **entry = environ; *entry != nullptr; ++entry) {
        if (!QByteArrayView(*entry).startsWith("TERM="))
            shell.environment.append(*entry);
    }
    shell.environment.append("TERM=xterm-256color");
    return shell;
}

} // namespace

LocalChannel::LocalChannel(std::unique_ptr<ssh::ChildProcess> child, QObject *parent)
    : session::Channel(parent)
    , m_child(std::move(child))
    , m_readable(m_child->output(), QSocketNotifier::Read)
    , m_writable(m_child->input(), QSocketNotifier::Write)
{
    m_writable.setEnabled(false);
    connect(&m_readable, &QSocketNotifier::activated, this, &LocalChannel::receive);
    connect(&m_writable, &QSocketNotifier::activated, this, &LocalChannel::send);
}

QByteArray LocalChannel::read(qsizetype limit)
{
    if (limit >= m_inbox.size())
        return std::exchange(m_inbox, {});
    const QByteArray bytes = m_inbox.first(limit);
    m_inbox.remove(0, limit);
    return bytes;
}

/// Once for each time there is something: the kernel hands out a page of a pty at a time, and asking in vain costs as much.
void LocalChannel::receive()
{
    const auto count = ::read(m_child->output(), m_buffer.data(), m_buffer.size());
    if (count > 0) {
        m_inbox.append(m_buffer.data(), count);
        emit readyRead();
    } else if (count == 0 || errno != EAGAIN) { // EIO: the last program closed it
        m_readable.setEnabled(false);
        emit ended({.status = 0});
        emit closed();
    }
}

void LocalChannel::write(const QByteArray &bytes)
{
    m_outgoing += bytes;
    send();
}

void LocalChannel::send()
{
    const auto count = ::write(m_child->input(), m_outgoing.constData(), size_t(m_outgoing.size()));
    if (count > 0)
        m_outgoing.remove(0, count);
    m_writable.setEnabled(!m_outgoing.isEmpty());
}

void LocalTransport::open()
{
    QTimer::singleShot(0, this, [this] {
        m_state = State::Ready;
        emit stateChanged(m_state);
        emit ready();
    });
}

session::Channel *LocalTransport::openShell(int columns, int rows, const QByteArray &command)
{
    auto child = ssh::ChildProcess::start(program(command), ssh::TerminalSize{columns, rows});
    if (!child)
        qFatal("%s", qPrintable(child.error().detail));
    return new LocalChannel(std::move(*child), this);
}

} // namespace holdpoint::bench
