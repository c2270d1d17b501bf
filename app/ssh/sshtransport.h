// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/doorbell.h>
#include <app/ssh/loginslots.h>
#include <app/ssh/sshchannel.h>
#include <app/ssh/sshworker.h>

#include <models/session/prompter.h>
#include <models/session/transport.h>

#include <QTimer>

#include <memory>

namespace holdpoint::ssh {

/// One SSH connection over libssh: a login on a thread of its own, then a link on the shared worker, and a link for each
/// jump host on the way.
///
/// Thread, errors: as Transport. A transport connects once; make another one to try again.
/// Owns: its channels until they are deleted, the login while it lasts, the links on the worker.
/// Invariants: close() on an open connection ends with disconnected(Cancelled), during the login with
/// failed(Cancelled); a channel of a lost connection ends with linkLost before disconnected().
/// Not here: retry and reconnect; host keys (Login, KnownHosts).
class SshTransport final : public session::Transport
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SshTransport)

public:
    /// What all transports share.
    struct Shared
    {
        std::shared_ptr<SshWorker> worker;
        std::shared_ptr<LoginSlots> logins;
    };
    SshTransport(session::HostAddress address, SshOptions options, Shared shared, session::Prompter &prompter);
    ~SshTransport() override;

    void open() override;
    void close() override;
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] session::HostIdentity identity() const override { return m_identity; }
    [[nodiscard]] QStringList notes() const override { return m_notes; }
    [[nodiscard]] QString awaited() const override { return m_tellTimer.isActive() ? QString() : m_awaited; }
    [[nodiscard]] session::Channel *openShell(int columns, int rows, const QByteArray &command) override;
    [[nodiscard]] session::Channel *exec(const QByteArray &command) override;
    [[nodiscard]] session::Channel *openSubsystem(const QByteArray &name) override;

private:
    /// Answers reach the login through this, so that late ones find nobody.
    struct OpenQuestion
    {
        Login *login;
        bool isAnswered = false;
    };

    void logIn();
    void turnedAway(const Error &error);
    void attend();
    void attendLogin();
    void attendLink();
    void handle(LoginEvent &event);
    void ask(const session::HostKeyQuestion &question);
    void ask(const session::SecretQuestion &question);
    void hopEstablished(HopEstablished &hop);
    void established(Established &result);
    void endLogin();
    void loginFailed(const Error &error);
    void lost(const Error &why);
    void dropLinks();
    void setState(State state);
    void setAwaited(const Awaited &now);
    session::Channel *openChannel(ChannelRequest request);

    const session::HostAddress m_address;
    const SshOptions m_options;
    const std::shared_ptr<SshWorker> m_worker;
    const std::shared_ptr<LoginSlots> m_logins;
    session::Prompter &m_prompter;
    const std::shared_ptr<Doorbell> m_bell;
    const std::shared_ptr<LinkReport> m_report;
    State m_state = State::Closed;
    bool m_used = false;
    int m_timesTurnedAway = 0;
    QTimer m_againTimer; ///< after a host turned us away
    std::unique_ptr<Login> m_login;
    std::shared_ptr<OpenQuestion> m_question;
    LinkId m_link = 0;
    std::vector<Hop> m_hops;        ///< from here to the host
    std::vector<LinkId> m_hopLinks; ///< of the same
    session::HostIdentity m_identity;
    QList<EnvironmentVariable> m_environment;
    QStringList m_notes;
    QString m_awaited;
    QTimer m_tellTimer; ///< runs while it is too early to tell
};

} // namespace holdpoint::ssh
