// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Runs a program on a pty whose terminal is our engine, without a window: for test suites of terminals that run inside
// the terminal they test. Ends with the program's status; at the end it prints what the screen shows.
// Usage: terminal_host [--permissive] COMMAND [ARGUMENT...]

#include <models/terminal/screen.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace holdpoint::terminal;

namespace {

constexpr int columns = 80;
constexpr int rows = 25;

void writeAll(int descriptor, const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t written = write(descriptor, bytes.constData() + at, static_cast<std::size_t>(bytes.size() - at));
        if (written > 0)
            at += written;
        else if (errno != EINTR)
            return;
    }
}

/// A window as far as a host can ask about one: a place, a size and a state.
class Window
{
public:
    Window(Screen &screen, int terminal) : m_screen(screen), m_terminal(terminal) {}

    void serve()
    {
        for (const WindowRequest &request : m_screen.takeWindowRequests())
            answer(request);
        winsize size{};
        ioctl(m_terminal, TIOCGWINSZ, &size);
        if (size.ws_col != m_screen.columns() || size.ws_row != m_screen.rows()) {
            size.ws_col = static_cast<unsigned short>(m_screen.columns());
            size.ws_row = static_cast<unsigned short>(m_screen.rows());
            ioctl(m_terminal, TIOCSWINSZ, &size);
        }
        writeAll(m_terminal, m_screen.takeReplies());
    }

private:
    static constexpr int cellWidth = 8;
    static constexpr int cellHeight = 16;
    static constexpr int displayWidth = 1600;
    static constexpr int displayHeight = 1200;

    static int at(const WindowRequest &request, std::size_t index, int otherwise)
    {
        return index < request.size() && request[index] >= 0 ? request[index] : otherwise;
    }

    void report(int what, int first, int second)
    {
        writeAll(m_terminal, "\033[" + QByteArray::number(what) + ';' + QByteArray::number(first) + ';'
                                 + QByteArray::number(second) + 't');
    }

    void answer(const WindowRequest &request)
    {
        const int height = m_screen.rows() * cellHeight;
        const int width = m_screen.columns() * cellWidth;
        switch (at(request, 0, 0)) {
        case 1:
        case 2: m_iconified = request[0] == 2; break;
        case 3:
            m_x = at(request, 1, 0);
            m_y = at(request, 2, 0);
            break;
        case 4: resizeTo(at(request, 2, width), at(request, 1, height)); break;
        case 8:
            resizeTo(at(request, 2, m_screen.columns()) * cellWidth, at(request, 1, m_screen.rows()) * cellHeight);
            break;
        case 9:
        case 10: maximize(request[0], at(request, 1, 0)); break;
        case 11: writeAll(m_terminal, m_iconified ? "\033[2t" : "\033[1t"); break;
        case 13: report(3, m_x, m_y); break;
        case 14: report(4, height, width); break;
        case 15: report(5, displayHeight, displayWidth); break;
        case 16: report(6, cellHeight, cellWidth); break;
        case 19: report(9, displayHeight / cellHeight, displayWidth / cellWidth); break;
        default: break;
        }
    }

    /// 0 is all of the display.
    void resizeTo(int width, int height)
    {
        m_screen.resize((width == 0 ? displayWidth : width) / cellWidth,
                        (height == 0 ? displayHeight : height) / cellHeight);
    }

    void maximize(int operation, int how)
    {
        const bool isLarge = m_smallWidth > 0;
        const bool restore = how == 0 || (operation == 10 && how == 2 && isLarge);
        if (restore && isLarge) {
            resizeTo(std::exchange(m_smallWidth, 0), m_smallHeight);
        } else if (!restore) {
            m_smallWidth = m_screen.columns() * cellWidth;
            m_smallHeight = m_screen.rows() * cellHeight;
            const bool wide = operation == 10 || how != 2;
            const bool high = operation == 10 || how != 3;
            resizeTo(wide ? 0 : m_smallWidth, high ? 0 : m_smallHeight);
        }
    }

    Screen &m_screen;
    int m_terminal;
    int m_smallWidth = 0; ///< before it was maximized
    int m_smallHeight = 0;
    bool m_iconified = false;
    int m_x = 0;
    int m_y = 0;
};

} // namespace

int main(int count, char **arguments)
{
    const bool permissive = count > 1 && std::strcmp(arguments[1], "--permissive") == 0;
    char **command = arguments + (permissive ? 2 : 1);
    if (*command == nullptr) {
        std::fputs("usage: terminal_host [--permissive] COMMAND [ARGUMENT...]\n", stderr);
        return 2;
    }
    int terminal = -1;
    winsize size{rows, columns, 0, 0};
    const pid_t child = forkpty(&terminal, nullptr, nullptr, &size);
    if (child == 0) {
        setenv("TERM", "xterm-256color", 1);
        execvp(*command, command);
        std::perror(*command);
        _exit(127);
    }
    Screen screen(columns, rows, {}, permissive ? Permissions::everything() : Permissions{});
    Window window(screen, terminal);
    std::array<char, 65536> buffer{};
    for (;;) {
        const ssize_t length = read(terminal, buffer.data(), buffer.size());
        if (length < 0 && errno == EINTR)
            continue;
        if (length <= 0)
            break;
        screen.feed(QByteArrayView(buffer.data(), length));
        window.serve();
    }
    for (const QString &line : screen.visibleLines())
        std::puts(qPrintable(line));
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
