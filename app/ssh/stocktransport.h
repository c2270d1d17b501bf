// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/stockmaster.h>

#include <models/session/prompter.h>
#include <models/session/transport.h>

#include <QTimer>

namespace holdpoint::ssh {

/// A connection that the person's own ssh(1) makes: for what libssh cannot do, such as ProxyCommand, host certificates,
/// GSSAPI, post-quantum-only servers and security keys without an agent.
///
/// Security: it runs what the SSH configuration says (ProxyCommand, Match exec, KnownHostsCommand, LocalCommand, providers
/// of keys), so it is only ever made for an address that a person wrote with "ssh " before it, never in place of a login
/// that failed. Names and paths are arguments of their own behind validation and "--"; no shell is involved on this
/// side but the one ssh itself starts a ProxyCommand with. The host key is asked about whatever the configuration says,
/// and what is answered is the fingerprint that was shown, which ssh compares with the key it sees. The host gets no way
/// back: no agent, no X11, no forwarding, no tunnel. What is recorded about the host is ssh's own log, where a server
/// that puts in another key ends the login.
/// Thread, errors: as Transport. A transport connects once; make another one to try again.
/// Owns: the master process and its channels until they are deleted.
/// Invariants: as SshTransport. A silent link is given up, and said to be lost, after LinkTiming::silentAfter.
/// Not here: retry and reconnect.
class StockTransport final : public session::Transport
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StockTransport)

public:
    StockTransport(session::HostAddress address, SshOptions options, std::shared_ptr<Undertaker> undertaker,
                   session::Prompter &prompter);
    ~StockTransport() override;

    void open() override;
    void close() override;
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] session::HostIdentity identity() const override { return m_identity; }
    /// None: what the configuration says is done here, all of it.
    [[nodiscard]] QStringList notes() const override { return {}; }
    [[nodiscard]] QString awaited() const override;
    [[nodiscard]] session::Channel *openShell(int columns, int rows, const QByteArray &command) override;
    [[nodiscard]] session::Channel *exec(const QByteArray &command) override;
    [[nodiscard]] session::Channel *openSubsystem(const QByteArray &name) override;

private:
    /// Answers reach the master through this, so that late ones find nobody.
    struct OpenQuestion
    {
        bool isAnswered = false;
    };

    void progressed();
    void masterEnded();
    void ask(const QString &prompt);
    void askHostKey(const session::HostKeyQuestion &question);
    void askSecret(const QString &prompt);
    void withdraw();
    void setNotice(const QString &awaited);
    void established();
    void tooLate();
    void loginFailed(const Error &error);
    void lost(const Error &why);
    void setState(State state);
    [[nodiscard]] bool isLoggingIn() const { return m_state == State::Connecting || m_state == State::Authenticating; }
    session::Channel *openChannel(const ChannelRequest &request);

    const session::HostAddress m_address;
    const SshOptions m_options;
    const std::shared_ptr<Undertaker> m_undertaker;
    session::Prompter &m_prompter;
    State m_state = State::Closed;
    bool m_used = false;
    std::unique_ptr<StockMaster> m_master;
    std::shared_ptr<OpenQuestion> m_question;
    QString m_notice;   ///< what ssh says it waits for, a touch of a key for example; empty: nothing
    QTimer m_tellTimer; ///< runs until it is worth saying that the host is waited for
    QTimer m_patience; ///< how long ssh may say nothing before the host has greeted
    session::HostIdentity m_identity;
};

} // namespace holdpoint::ssh
