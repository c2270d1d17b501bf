// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/error.h>
#include <models/session/transport.h>

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace holdpoint::ssh {

/// What ssh(1) tells in its own log (-v -E FILE) about one connection, line by line.
///
/// Thread: none of its own, a value. The log holds no banner of the server and nothing a jump host's ssh says, which
/// go to standard error; but a server can put lines of its making into it by debug messages (RFC 4253 section 11.3). So
/// the first word about each thing counts, and two different host keys are a contradiction: ssh always names the true one.
/// The wording is that of OpenSSH 9.2.
class StockLog
{
public:
    enum class Stage {
        Connecting, ///< to the host itself
        Proxying,   ///< a program of the configuration makes the connection
        Greeted,    ///< the server said which version it speaks
        LoggingIn,  ///< the host key is right
        LoggedIn,
    };

    void read(const QByteArray &line);

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] const session::HostIdentity &identity() const { return m_identity; }
    /// Whether more than one host key was named.
    [[nodiscard]] bool contradictsItself() const { return m_contradicts; }
    /// Why the connection ended, from ssh's last words; nothing when it said none.
    [[nodiscard]] std::optional<ErrorKind> failure() const { return m_failure; }
    /// The last lines meant for a person, each neutralised.
    [[nodiscard]] const QStringList &lastWords() const { return m_lastWords; }

private:
    void readDetail(const QString &line);
    void readWords(const QString &line);
    void advance(Stage stage);
    void nameKey(const QString &type, const QString &fingerprint);

    Stage m_stage = Stage::Connecting;
    session::HostIdentity m_identity;
    QString m_acceptedKey; ///< "(agent)" or "(/home/ops/.ssh/id_ed25519)"
    bool m_contradicts = false;
    std::optional<ErrorKind> m_failure;
    QStringList m_lastWords;
};

} // namespace holdpoint::ssh
