// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/sshoptions.h>

#include <models/session/prompter.h>
#include <models/session/transport.h>

#include <memory>

namespace holdpoint::ssh {

class LoginSlots;
class SshWorker;
class Undertaker;

/// Makes SSH transports that share one worker thread, and those that ssh(1) carries for addresses that say so.
///
/// Thread: GUI thread. The prompter must outlive the factory and its transports.
class SshTransportFactory final : public session::TransportFactory
{
public:
    SshTransportFactory(SshOptions options, session::Prompter &prompter);
    ~SshTransportFactory() override;

    [[nodiscard]] std::unique_ptr<session::Transport> create(const session::HostAddress &address) override;

    /// The hosts the SSH configuration names, for a list to choose from; empty when it cannot be read.
    [[nodiscard]] QStringList hostAliases() const;
    /// The practice host's own files, once it runs.
    void setPractice(const QString &identityFile, const QString &knownHostsFile);

private:
    SshOptions m_options;
    session::Prompter &m_prompter;
    const std::shared_ptr<SshWorker> m_worker;
    const std::shared_ptr<LoginSlots> m_logins;
    const std::shared_ptr<Undertaker> m_undertaker;
};

} // namespace holdpoint::ssh
