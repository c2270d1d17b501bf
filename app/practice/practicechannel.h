// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/childprocess.h>
#include <app/ssh/libssh.h>

#include <memory>
#include <optional>
#include <poll.h>
#include <vector>

namespace holdpoint::practice {

using ssh::ChildProcess;
using ssh::Descriptor;
using ssh::ProgramEnd;
using ssh::TerminalSize;

/// Where the practice host's programs run.
struct Surroundings
{
    QByteArray home;
    QByteArray state;
    QByteArray tools; ///< searched before the system's own PATH
    bool contained = false; ///< programs run in a bubblewrap container
};

/// Which folders such as /etc and /var a program of the practice host sees. Stand-ins map their arguments themselves; a
/// program that serves files cannot.
enum class SystemFolders { Machines, Rehearsed };

/// One session channel on the practice host: at most one program, its bytes in both directions, its end.
///
/// Thread: the server's.
/// Owns: the ssh_channel and the program. Callbacks start the program and note events; they never call libssh.
class PracticeChannel
{
public:
    /// A fresh environment: nothing of the program's own (agent, display, secrets) reaches a rehearsal.
    [[nodiscard]] static QList<QByteArray> environment(const Surroundings &surroundings, const QByteArray &term);

    PracticeChannel(ssh_session session, const Surroundings &surroundings);
    ~PracticeChannel();
    PracticeChannel(const PracticeChannel &) = delete;
    PracticeChannel &operator=(const PracticeChannel &) = delete;

    [[nodiscard]] ssh_channel handle() const { return m_channel; }
    /// Adds the descriptors worth waiting for.
    void watch(std::vector<pollfd> &watched) const;
    /// Moves what can be moved without waiting. True when something did.
    bool service();
    [[nodiscard]] bool isDone() const { return m_done; }

private:
    static int onPty(ssh_session, ssh_channel, const char *term, int width, int height, int, int, void *self);
    static int onResize(ssh_session, ssh_channel, int width, int height, int, int, void *self);
    static int onShell(ssh_session, ssh_channel, void *self);
    static int onExec(ssh_session, ssh_channel, const char *command, void *self);
    static int onSubsystem(ssh_session, ssh_channel, const char *name, void *self);

    bool run(const QList<QByteArray> &arguments, SystemFolders folders = SystemFolders::Machines);
    bool fromClient();
    bool toChild();
    bool fromChild(int descriptor, bool isError);
    void reportEnd();
    [[nodiscard]] bool canSend() const;

    const ssh_session m_session;
    const Surroundings &m_surroundings;
    ssh_channel m_channel;
    ssh_channel_callbacks_struct m_callbacks{};
    std::optional<TerminalSize> m_terminal;
    QByteArray m_term;
    std::unique_ptr<ChildProcess> m_child;
    QByteArray m_pending; ///< from the client, for the program
    bool m_clientEnded = false;
    bool m_outputEnded = false;
    bool m_errorEnded = false;
    bool m_done = false;
};

} // namespace holdpoint::practice
