// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <models/session/prompter.h>

namespace holdpoint::ssh {

/// How the login's thread asks the person at the GUI thread: the call blocks until answered, but for
/// awaits().
///
/// Errors: Cancelled, and Disconnected when the server hangs up while the question is open.
class Questions
{
public:
    Questions() = default;
    Questions(const Questions &) = delete;
    Questions &operator=(const Questions &) = delete;
    virtual ~Questions() = default;

    virtual Result<bool> confirmHostKey(const session::HostKeyQuestion &question) = 0;
    /// nullopt: nobody answered.
    virtual Result<std::optional<QString>> askSecret(const session::SecretQuestion &question) = 0;
    /// From now on an answer of this one is waited for, which the person is told when it takes long.
    virtual void awaits(const QString &name) = 0;
};

} // namespace holdpoint::ssh
