// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "ptyprocess.h"

#include <QDeadlineTimer>

#include <cstdlib>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace holdpoint::terminal::testing {

PtyProcess::PtyProcess(const std::vector<std::string> &arguments, Screen *screen) : m_screen(screen)
{
    winsize size{};
    size.ws_col = static_cast<unsigned short>(screen->columns());
    size.ws_row = static_cast<unsigned short>(screen->rows());
    m_child = forkpty(&m_master, nullptr, nullptr, &size);
    if (m_child != 0)
        return;
    setenv("TERM", "xterm-256color", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    std::vector<char *> raw;
    for (const std::string &argument : arguments)
        raw.push_back(const_cast<char *>(argument.c_str()));
    raw.push_back(nullptr);
    execvp(raw[0], raw.data());
    _exit(127);
}

PtyProcess::~PtyProcess()
{
    if (m_child > 0) {
        kill(m_child, SIGKILL);
        waitpid(m_child, nullptr, 0);
    }
    if (m_master >= 0)
        close(m_master);
}

void PtyProcess::type(const QByteArray &bytes) { std::ignore = write(m_master, bytes.data(), static_cast<std::size_t>(bytes.size())); }

void PtyProcess::resize(int columns, int rows)
{
    m_screen->resize(columns, rows);
    winsize size{};
    size.ws_col = static_cast<unsigned short>(columns);
    size.ws_row = static_cast<unsigned short>(rows);
    ioctl(m_master, TIOCSWINSZ, &size);
}

bool PtyProcess::readSome()
{
    pollfd waiting{m_master, POLLIN, 0};
    if (poll(&waiting, 1, 50) <= 0)
        return true;
    char buffer[4096];
    const ssize_t length = read(m_master, buffer, sizeof buffer);
    if (length <= 0)
        return false;
    m_output.append(buffer, length);
    m_screen->feed(QByteArrayView(buffer, length));
    const QByteArray replies = m_screen->takeReplies();
    if (!replies.isEmpty())
        type(replies);
    return true;
}

bool PtyProcess::readUntil(const std::function<bool()> &condition)
{
    const QDeadlineTimer deadline(30000);
    while (!condition()) {
        if (deadline.hasExpired() || !readSome())
            return condition();
    }
    return true;
}

bool PtyProcess::readToEnd()
{
    const QDeadlineTimer deadline(30000);
    while (readSome()) {
        if (deadline.hasExpired())
            return false;
    }
    return true;
}

} // namespace holdpoint::terminal::testing
