// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/authenticator.h>
#include <app/ssh/hop.h>
#include <app/ssh/sshoptions.h>
#include <app/ssh/tunnel.h>

#include <models/session/transport.h>

#include <functional>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

namespace holdpoint::ssh {

/// An authenticated session on its way to the worker that will run it.
struct Established
{
    SessionPtr session;
    session::HostIdentity identity;
    LinkTiming timing;
    QList<EnvironmentVariable> environment; ///< of every channel
};

/// What the configuration says about the hosts of the way and does not do here, once the way is known.
struct ConfigurationNotes
{
    QStringList notes;
};

/// From now on this is waited for: "an answer from ops@bastion:22 (jump host for db-07)".
struct Awaited
{
    enum class Told { WhenLong, Soon };
    QString what;
    Told told = Told::WhenLong;
};

struct LoginStarted
{}; ///< connected; the host key is right and the login itself begins

/// A jump host that is logged in to: the worker has to run its session from now on, and to let it forward.
struct HopEstablished
{
    SessionPtr session;
    LinkTiming timing;
    Hop hop;
    std::shared_ptr<Tunnel> tunnel;
};

using LoginEvent = std::variant<ConfigurationNotes, Awaited, LoginStarted, session::HostKeyQuestion, session::SecretQuestion, HopEstablished,
                                Established, Error>;

/// One way from an address to an authenticated session, on a thread of its own: an agent waiting for a touch, a slow
/// key derivation or an unanswered question holds up nobody else. Jump hosts are logged in to one after the other, each
/// as itself: own key check, own keys and questions. Each session is handed over once, when finished.
///
/// Thread: made and asked on the GUI thread; `notify` is called from the login's thread when events wait.
/// Owns: the thread; the destructor calls the login off and joins it.
/// Invariants: the last event is Established or an Error, and there is exactly one of them.
/// Errors: as Transport::failed(), with the name of the host, or jump host, that failed.
class Login final : private Questions
{
public:
    Login(session::HostAddress address, SshOptions options, std::function<void()> notify);
    ~Login() override;

    void cancel() { m_cancel.cancel(); }
    [[nodiscard]] std::vector<LoginEvent> takeEvents();
    /// The answer to the question asked last.
    void answerHostKey(bool accepted);
    void answerSecret(std::optional<QString> secret);
    [[nodiscard]] bool isFinished() const { return m_finished; }

private:
    using Answer = std::variant<std::monostate, bool, std::optional<QString>>;

    void run();
    Result<Established> attempt();
    Result<Established> logIn(const Destination &destination, Result<Descriptor> socket);
    Result<Descriptor> tunnel(const Destination &hop, Established reached, const Destination &next);
    Result<> verifyHostKey(const Destination &destination, const QByteArray &key);
    Result<bool> confirmHostKey(const session::HostKeyQuestion &question) override;
    Result<std::optional<QString>> askSecret(const session::SecretQuestion &question) override;
    void awaits(const QString &name) override;
    void looksUp(const QString &name);
    Result<Answer> waitForAnswer(LoginEvent question);
    void report(LoginEvent event);
    void answer(Answer answer);

    const session::HostAddress m_address;
    const SshOptions m_options;
    const std::function<void()> m_notify;
    CancelSwitch m_cancel;
    Descriptor m_answered;
    int m_socket = -1;       ///< the login thread's: watched while a question is open
    std::vector<Hop> m_hops; ///< the login thread's: those passed
    QString m_awaited;       ///< the login thread's: whose answer is waited for
    QStringList m_via;       ///< the login thread's: the same for the record
    std::atomic<bool> m_finished = false;
    std::mutex m_mutex;
    std::vector<LoginEvent> m_events; ///< protected by m_mutex
    Answer m_answer;                  ///< protected by m_mutex
    std::thread m_thread;
};

} // namespace holdpoint::ssh
