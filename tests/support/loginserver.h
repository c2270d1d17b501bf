// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QList>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

namespace holdpoint::testing {

/// What the server asks in one round of keyboard-interactive, and the answers it takes.
struct LoginRound
{
    QByteArray instruction;
    QList<QByteArray> prompts;
    QList<QByteArray> answers;
};

struct LoginScript
{
    QByteArray password;         ///< empty: passwords are not offered
    QList<LoginRound> rounds;    ///< empty: keyboard-interactive is not offered
    bool needsBoth = false;      ///< the password first, then the rounds
    bool wantsOurAgent = false;  ///< opens an agent channel to the client after the login
};

/// An SSH server whose login is scripted, for what the OpenSSH server would need PAM for. One connection at a time.
class LoginServer
{
public:
    explicit LoginServer(LoginScript script);
    ~LoginServer();
    LoginServer(const LoginServer &) = delete;
    LoginServer &operator=(const LoginServer &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString knownHosts() const { return m_folder.filePath(QStringLiteral("known_hosts")); }
    [[nodiscard]] bool wasRefusedTheAgent() const { return m_agentRefused; }

private:
    void run();
    void serve(int socket);

    const LoginScript m_script;
    QTemporaryDir m_folder;
    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_stopping = false;
    std::atomic<bool> m_agentRefused = false;
    std::thread m_thread;
};

} // namespace holdpoint::testing
