// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/handshake.h>
#include <app/ssh/publickey.h>
#include <app/ssh/questions.h>

namespace holdpoint::ssh {

/// Proves who we are: agent, key files (with a certificate first), keyboard-interactive, password, in this order or
/// the destination's, as far as the server offers them.
///
/// Every prompt is put to the person; nothing is answered automatically (RFC 4252, RFC 4256).
/// Thread: the login's.
/// Errors: AuthDenied with everything that was tried, Disconnected, Timeout, Cancelled.
class Authenticator
{
public:
    Authenticator(Handshake &handshake, CancelSwitch &cancel, const Destination &destination, Questions &questions);

    /// The method that succeeded, e.g. "publickey (agent)".
    Result<QString> run();

private:
    enum class Outcome { Success, Partial, Denied };

    Result<Outcome> tryMethods();
    Result<Outcome> tryAgent();
    Result<Outcome> tryKeyFiles();
    Result<Outcome> tryKeyFile(const QString &path);
    Result<Outcome> tryKey(const QString &path, const UserCertificate *certificate);
    Result<Outcome> tryInteractive();
    Result<Outcome> interactiveRounds(bool &asked);
    Result<bool> answerPrompts();
    Result<Outcome> tryPassword();

    [[nodiscard]] Result<KeyPtr> loadPrivateKey(const QString &path);
    [[nodiscard]] Result<KeyPtr> unlock(const QString &path);
    Result<Outcome> step(const std::function<int()> &call);
    [[nodiscard]] bool offers(int method) const;
    [[nodiscard]] tl::unexpected<Error> denied() const;

    Handshake &m_handshake;
    CancelSwitch &m_cancel;
    const Destination &m_destination;
    Questions &m_questions;
    QString m_method;
    QStringList m_tried;
};

} // namespace holdpoint::ssh
