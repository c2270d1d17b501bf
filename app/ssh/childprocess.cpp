// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/childprocess.h>

#include <QDir>
#include <QFile>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <vector>

namespace holdpoint::ssh {

namespace {

/// What posix_spawn(3) does between fork and exec.
class SpawnPlan
{
public:
    SpawnPlan()
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawnattr_init(&m_attributes);
        sigset_t set;
        sigemptyset(&set);
        posix_spawnattr_setsigmask(&m_attributes, &set);
        sigfillset(&set);
        posix_spawnattr_setsigdefault(&m_attributes, &set);
        posix_spawnattr_setflags(&m_attributes,
                                 short(POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
    }
    ~SpawnPlan()
    {
        posix_spawn_file_actions_destroy(&m_actions);
        posix_spawnattr_destroy(&m_attributes);
    }
    SpawnPlan(const SpawnPlan &) = delete;
    SpawnPlan &operator=(const SpawnPlan &) = delete;

    /// The first terminal a session leader opens becomes its controlling one.
    void useTerminal(const QByteArray &path)
    {
        posix_spawn_file_actions_addopen(&m_actions, 0, path.constData(), O_RDWR, 0);
        posix_spawn_file_actions_adddup2(&m_actions, 0, 1);
        posix_spawn_file_actions_adddup2(&m_actions, 0, 2);
    }
    void usePipe(int ours, int theirs) { posix_spawn_file_actions_adddup2(&m_actions, ours, theirs); }

    pid_t run(const ChildProgram &program)
    {
        posix_spawn_file_actions_addclosefrom_np(&m_actions, 3);
        posix_spawn_file_actions_addchdir_np(&m_actions, program.folder.constData());
        auto arguments = pointers(program.arguments);
        auto environment = pointers(program.environment);
        pid_t pid = -1;
        const int error
            = posix_spawn(&pid, arguments.front(), &m_actions, &m_attributes, arguments.data(), environment.data());
        errno = error;
        return error == 0 ? pid : -1;
    }

private:
    static std::vector<char *> pointers(const QList<QByteArray> &texts)
    {
        std::vector<char *> result;
        for (const QByteArray &text : texts)
            result.push_back(const_cast<char *>(text.constData())); // exec(3) promises not to write
        result.push_back(nullptr);
        return result;
    }

    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

struct Pipe
{
    Descriptor reading;
    Descriptor writing;
};

Pipe makePipe()
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return {};
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

bool makeNonBlocking(const Descriptor &descriptor)
{
    const int flags = ::fcntl(descriptor.get(), F_GETFL);
    return flags >= 0 && ::fcntl(descriptor.get(), F_SETFL, flags | O_NONBLOCK) == 0;
}

/// The session of a process: field 6 of /proc/PID/stat, after the name in parentheses (proc(5)).
pid_t sessionOf(const QString &pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray line = file.readAll();
    return line.mid(line.lastIndexOf(')') + 2).split(' ').value(3).toInt();
}

} // namespace

Result<std::unique_ptr<ChildProcess>> ChildProcess::start(const ChildProgram &program,
                                                          std::optional<TerminalSize> terminal)
{
    std::unique_ptr<ChildProcess> child(new ChildProcess);
    QByteArray path;
    if ((terminal && !child->openTerminal(*terminal, path)) || !child->spawn(program, path)) {
        return fail(ErrorKind::Io, QStringLiteral("cannot start %1: %2")
                                       .arg(QString::fromLocal8Bit(program.arguments.front()),
                                            QString::fromLocal8Bit(std::strerror(errno))));
    }
    return child;
}

bool ChildProcess::openTerminal(TerminalSize size, QByteArray &path)
{
    m_terminal.reset(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK));
    std::array<char, 64> name{};
    if (!m_terminal.isOpen() || ::grantpt(m_terminal.get()) != 0 || ::unlockpt(m_terminal.get()) != 0
        || ::ptsname_r(m_terminal.get(), name.data(), name.size()) != 0)
        return false;
    path = name.data();
    resize(size);
    return true;
}

bool ChildProcess::spawn(const ChildProgram &program, const QByteArray &terminalPath)
{
    SpawnPlan plan;
    std::array<Pipe, 3> pipes;
    if (m_terminal.isOpen()) {
        plan.useTerminal(terminalPath);
    } else {
        for (Pipe &pipe : pipes) {
            pipe = makePipe();
            if (!pipe.reading.isOpen())
                return false;
        }
        plan.usePipe(pipes[0].reading.get(), 0);
        plan.usePipe(pipes[1].writing.get(), 1);
        plan.usePipe(pipes[2].writing.get(), 2);
        m_input = std::move(pipes[0].writing);
        m_output = std::move(pipes[1].reading);
        m_error = std::move(pipes[2].reading);
        if (!makeNonBlocking(m_input) || !makeNonBlocking(m_output) || !makeNonBlocking(m_error))
            return false;
    }
    m_pid = plan.run(program);
    if (m_pid < 0)
        return false;
    m_pidDescriptor.reset(int(::syscall(SYS_pidfd_open, m_pid, 0))); // close-on-exec by definition
    return m_pidDescriptor.isOpen();
}

ChildProcess::~ChildProcess()
{
    if (m_pid < 0)
        return;
    // Until it is waited for, nobody else can get its number, nor the session named after it.
    endSession();
    m_terminal.reset();
    ::waitpid(m_pid, nullptr, 0);
}

void ChildProcess::endSession() const
{
    for (const QString &pid : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (pid.front().isDigit() && sessionOf(pid) == m_pid)
            ::kill(pid.toInt(), SIGKILL);
    }
}

void ChildProcess::signal(int number) const
{
    ::kill(m_pid, number);
}

void ChildProcess::closeInput()
{
    m_input.reset();
}

void ChildProcess::closeOutput()
{
    m_output.reset();
}

void ChildProcess::resize(TerminalSize size)
{
    winsize window{};
    window.ws_col = static_cast<unsigned short>(size.columns);
    window.ws_row = static_cast<unsigned short>(size.rows);
    ::ioctl(m_terminal.get(), TIOCSWINSZ, &window);
}

std::optional<ProgramEnd> ChildProcess::ended() const
{
    siginfo_t info{};
    // WNOWAIT: the process stays a zombie, so that its number keeps naming the session until the destructor.
    if (::waitid(P_PID, id_t(m_pid), &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid != m_pid)
        return std::nullopt;
    return info.si_code == CLD_EXITED ? ProgramEnd{info.si_status, 0} : ProgramEnd{0, info.si_status};
}

} // namespace holdpoint::ssh
