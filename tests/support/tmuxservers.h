// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <tests/support/sshpeer.h>
#include <tests/support/sshserver.h>

#include <QDir>
#include <QTemporaryDir>

#include <csignal>

namespace holdpoint::testing {

/// The tmux servers of a test's host, one for each kept shell and called as it is, with their sockets in a folder of their own.
class TmuxServers
{
public:
    /// For the environment of the host's programs.
    [[nodiscard]] QByteArray variable() const { return "TMUX_TMPDIR=" + m_folder.path().toUtf8(); }
    /// Whether this tmux does it.
    bool tell(const QString &name, const QStringList &arguments, QByteArray *output = nullptr) const
    {
        return runProgram(QStringLiteral("env"),
                          QStringList{QString::fromUtf8(variable()), QStringLiteral("tmux"), QStringLiteral("-L"), name}
                              + arguments,
                          output);
    }
    /// What has a socket, whether or not somebody still listens there.
    [[nodiscard]] QStringList sockets() const
    {
        QStringList names;
        for (const QString &folder : QDir(m_folder.path()).entryList({QStringLiteral("tmux-*")}, QDir::Dirs))
            names += QDir(m_folder.filePath(folder)).entryList(QDir::System);
        return names;
    }
    /// Those that keep a shell. One without may wait for ever for a client whose link was cut while it was told something.
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const QString &name : sockets()) {
            QByteArray sessions;
            if (tell(name, {QStringLiteral("list-sessions")}, &sessions) && !sessions.isEmpty())
                names += name;
        }
        return names;
    }
    /// Servers and clients, also those that answer nobody any more.
    [[nodiscard]] QStringList processes() const
    {
        QStringList found;
        for (const QString &process : QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
            const QString folder = QStringLiteral("/proc/%1/").arg(process);
            QFile environment(folder + QStringLiteral("environ"));
            QFile command(folder + QStringLiteral("cmdline"));
            if (environment.open(QIODevice::ReadOnly) && command.open(QIODevice::ReadOnly)
                && environment.readAll().contains(variable()) && command.readAll().startsWith("tmux"))
                found += process;
        }
        return found;
    }
    /// All, as when the host goes down. False: there was none, or one stays.
    bool end() const
    {
        bool anyEnded = false;
        bool allEnded = true;
        for (const QString &name : sockets()) {
            if (const int pid = processOf(name); pid != 0) {
                anyEnded = true;
                allEnded = ends(pid) && allEnded;
            }
        }
        return anyEnded && allEnded;
    }
    [[nodiscard]] int processOf(const QString &name) const
    {
        QByteArray pid;
        return tell(name, {QStringLiteral("display-message"), QStringLiteral("-p"), QStringLiteral("#{pid}")}, &pid)
                   ? pid.trimmed().toInt()
                   : 0;
    }

private:
    static bool ends(int pid)
    {
        const QString process = QStringLiteral("/proc/%1/exe").arg(pid);
        return ::kill(pid, SIGKILL) == 0
               && QTest::qWaitFor([&] { return !QFile::exists(process); }, patience);
    }

    QTemporaryDir m_folder;
};

} // namespace holdpoint::testing
