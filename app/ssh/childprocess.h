// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/channelpipe.h>
#include <app/ssh/descriptor.h>

#include <models/base/result.h>

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>
#include <sys/types.h>

namespace holdpoint::ssh {

/// What to run and in which surroundings.
struct ChildProgram
{
    QList<QByteArray> arguments; ///< the first is the program's path
    QList<QByteArray> environment; ///< "NAME=value", nothing else is inherited
    QByteArray folder;
};

struct ProgramEnd
{
    int status = 0;
    int signal = 0; ///< 0: it ended by itself
};

/// One program in a session of its own, on a pty or on pipes.
///
/// Thread: one thread. Started by posix_spawn, which is safe in a program with many threads; no descriptor of ours is
/// inherited.
/// Owns: the process and every process of its session: all are ended with it.
class ChildProcess
{
public:
    /// Errors: Io.
    static Result<std::unique_ptr<ChildProcess>> start(const ChildProgram &program,
                                                       std::optional<TerminalSize> terminal);
    ~ChildProcess();
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    /// Non-blocking ends: on a pty input and output are the same terminal and there is no error stream.
    [[nodiscard]] int input() const { return m_terminal.isOpen() ? m_terminal.get() : m_input.get(); }
    [[nodiscard]] int output() const { return m_terminal.isOpen() ? m_terminal.get() : m_output.get(); }
    [[nodiscard]] int error() const { return m_error.get(); }
    /// Readable once the program has ended.
    [[nodiscard]] int exitDescriptor() const { return m_pidDescriptor.get(); }

    void closeInput();
    void closeOutput();
    /// To the program alone, while it runs. A program that ended keeps its number until this dies.
    void signal(int number) const;
    void resize(TerminalSize size);
    /// How the program ended; nothing while it runs.
    [[nodiscard]] std::optional<ProgramEnd> ended() const;

private:
    ChildProcess() = default;
    [[nodiscard]] bool openTerminal(TerminalSize size, QByteArray &path);
    [[nodiscard]] bool spawn(const ChildProgram &program, const QByteArray &terminalPath);
    void endSession() const;

    pid_t m_pid = -1;
    Descriptor m_pidDescriptor;
    Descriptor m_terminal;
    Descriptor m_input;
    Descriptor m_output;
    Descriptor m_error;
};

} // namespace holdpoint::ssh
