// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace holdpoint::session {

/// The host key nobody knows yet, as shown to the person who must decide.
struct HostKeyQuestion
{
    QString host; ///< "db-07.example:22"
    QString keyType;
    QString fingerprint; ///< "SHA256:..."
    QString note;        ///< e.g. "this host is verified by a certificate authority", may be empty
};

/// A password, passphrase or keyboard-interactive prompt. All texts are neutralised.
struct SecretQuestion
{
    QString title;  ///< "Password for ops@db-07.example"
    QString instruction;
    QString prompt;
    bool echo = false; ///< the answer may be shown while typed
};

/// How a person is asked while a connection is made; implemented by ui/common and app/cli.
///
/// Thread: asked and answered on the GUI thread. Every question is answered exactly once; nothing blocks.
/// Nothing is ever answered automatically: a prompter without a person answers "no" and nullopt.
class Prompter
{
public:
    Prompter() = default;
    Prompter(const Prompter &) = delete;
    Prompter &operator=(const Prompter &) = delete;
    virtual ~Prompter() = default;

    virtual void confirmHostKey(const HostKeyQuestion &question, std::function<void(bool)> answer) = 0;
    virtual void askSecret(const SecretQuestion &question, std::function<void(std::optional<QString>)> answer) = 0;
    /// The connection that asked is gone: open questions are withdrawn, their answers ignored.
    virtual void withdraw() = 0;
};

} // namespace holdpoint::session
