// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/authenticator.h>
#include <app/ssh/sshoptions.h>

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
};

struct LoginStarted
{}; ///< connected; the host key is right and the login itself begins

using LoginEvent
    = std::variant<LoginStarted, session::HostKeyQuestion, session::SecretQuestion, Established, Error>;

/// One way from an address to an authenticated session, on a thread of its own: an agent waiting for a touch, a slow
/// key derivation or an unanswered question holds up nobody else. The session is handed over once, when finished.
///
/// Thread: made and asked on the GUI thread; `notify` is called from the login's thread when events wait.
/// Owns: the thread; the destructor calls the login off and joins it.
/// Invariants: the last event is Established or an Error, and there is exactly one of them.
/// Errors: as Transport::failed().
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
    Result<> verifyHostKey(const Destination &destination, const QByteArray &key);
    Result<bool> confirmHostKey(const session::HostKeyQuestion &question) override;
    Result<std::optional<QString>> askSecret(const session::SecretQuestion &question) override;
    Result<Answer> waitForAnswer(LoginEvent question);
    void report(LoginEvent event);
    void answer(Answer answer);

    const session::HostAddress m_address;
    const SshOptions m_options;
    const std::function<void()> m_notify;
    CancelSwitch m_cancel;
    Descriptor m_answered;
    int m_socket = -1; ///< the login thread's: watched while a question is open
    std::atomic<bool> m_finished = false;
    std::mutex m_mutex;
    std::vector<LoginEvent> m_events; ///< protected by m_mutex
    Answer m_answer;                  ///< protected by m_mutex
    std::thread m_thread;
};

} // namespace holdpoint::ssh
