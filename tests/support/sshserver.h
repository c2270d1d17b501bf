// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace holdpoint::testing {

/// The real OpenSSH server on a free loopback port, with its own host key and folder, for the user running the tests.
///
/// Owns: the server and the folder; both end with it, and so do the server's children.
class SshServer
{
public:
    /// `more` holds further sshd_config lines. A server that does not start is a failure of the test.
    explicit SshServer(const QByteArray &more = {});
    ~SshServer();
    SshServer(const SshServer &) = delete;
    SshServer &operator=(const SshServer &) = delete;

    [[nodiscard]] bool isRunning() const { return m_port != 0; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString user() const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// The private key that may log in, and a known_hosts file that knows the server.
    [[nodiscard]] QString clientKey() const { return path(QStringLiteral("client")); }
    [[nodiscard]] QString knownHosts() const { return path(QStringLiteral("known_hosts")); }
    /// "ssh-ed25519 AAAA..." of the server's host key.
    [[nodiscard]] QByteArray hostKey() const;

    /// Makes a key pair in the folder and lets it log in. Gives the private key's path.
    QString addClientKey(const QString &name, const QString &type, const QString &passphrase = {});
    /// The processes that serve the open connections.
    [[nodiscard]] QList<qint64> sessions() const;
    void signalSessions(int signal) const;
    void stop();

private:
    void writeConfig(const QByteArray &more);
    bool start();

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

/// Runs a program to its end; false when it fails. `output` gets what it printed.
bool runProgram(const QString &program, const QStringList &arguments, QByteArray *output = nullptr);

/// A port nobody listens on at the moment.
quint16 freePort();

} // namespace holdpoint::testing
