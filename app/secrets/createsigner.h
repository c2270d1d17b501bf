// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/signer.h>

#include <memory>

namespace holdpoint::session {
class Prompter;
}

namespace holdpoint::secrets {

/// Who signs, and whom a key may ask.
struct SignerContext
{
    QString identity;     ///< "operator@noc.example", as allowed_signers lists it
    QString agentSocket;  ///< SSH_AUTH_SOCK; may be empty
    session::Prompter *prompter = nullptr; ///< for passphrases; null where nobody can be asked; outlives the signer
};

/// The signer a specification names: "agent:SHA256:..." or "agent:COMMENT", "keychain", or the path of an OpenSSH private
/// key file.
/// Thread: GUI thread, whose event loop must run for the answer.
/// Errors: NotFound, Invalid (no key file), AuthDenied, Timeout, Io; see the signers.
QFuture<Result<std::shared_ptr<Signer>>> createSigner(const QString &specification, const SignerContext &context);

} // namespace holdpoint::secrets
