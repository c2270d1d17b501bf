// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// holdpoint-askpass: what stands between ssh(1) and Holdpoint. Not called by people.
//
//   holdpoint-askpass PID PROGRAM ARGUMENT...   becomes the program, which is told to end when process PID dies
//   holdpoint-askpass QUESTION                  is called by ssh (SSH_ASKPASS): hands the question on and prints the answer
//
// The question goes to the socket HOLDPOINT_ASKPASS_SOCKET as TOKEN \n HINT \n QUESTION \0, where the hint is ssh's
// SSH_ASKPASS_PROMPT. The answer is "+" and its text; the end without one says that nobody answers.

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

constexpr int cannotRun = 127; // as shells say it

std::string variable(const char *name)
{
    const char *value = std::getenv(name);
    return value != nullptr ? value : "";
}

int become(char **arguments)
{
    const long parent = std::strtol(arguments[1], nullptr, 10);
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent) // it died before we asked to be told
        return EXIT_FAILURE;
    ::execv(arguments[2], arguments + 2);
    std::fprintf(stderr, "%s: %s\n", arguments[2], std::strerror(errno));
    return cannotRun;
}

int connectTo(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path)
        return -1;
    std::memcpy(address.sun_path, path.c_str(), path.size());
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return -1;
    return socket;
}

bool sendAll(int socket, const std::string &text)
{
    for (size_t sent = 0; sent < text.size();) {
        const ssize_t count = ::send(socket, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
        if (count < 0 && errno != EINTR)
            return false;
        sent += count > 0 ? size_t(count) : 0;
    }
    return true;
}

int ask(const char *question)
{
    const int socket = connectTo(variable("HOLDPOINT_ASKPASS_SOCKET"));
    const std::string said =
        variable("HOLDPOINT_ASKPASS_TOKEN") + '\n' + variable("SSH_ASKPASS_PROMPT") + '\n' + question + '\0';
    if (socket < 0 || !sendAll(socket, said)) {
        std::fputs("holdpoint-askpass: Holdpoint does not answer\n", stderr);
        return EXIT_FAILURE;
    }
    std::string answer;
    std::array<char, 4096> buffer{};
    for (ssize_t count = 1; count != 0;) {
        count = ::recv(socket, buffer.data(), buffer.size(), 0);
        if (count < 0 && errno != EINTR)
            return EXIT_FAILURE;
        answer.append(buffer.data(), count > 0 ? size_t(count) : 0);
    }
    if (answer.empty() || answer.front() != '+')
        return EXIT_FAILURE;
    const bool isPrinted = std::printf("%s\n", answer.c_str() + 1) > 0 && std::fflush(stdout) == 0;
    ::explicit_bzero(answer.data(), answer.size());
    ::explicit_bzero(buffer.data(), buffer.size());
    return isPrinted ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 2)
        return ask(argv[1]);
    if (argc > 3)
        return become(argv);
    std::fputs("holdpoint-askpass is called by Holdpoint and by ssh\n", stderr);
    return EXIT_FAILURE;
}
