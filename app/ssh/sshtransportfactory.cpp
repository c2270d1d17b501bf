// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/sshtransportfactory.h>

#include <app/ssh/route.h>
#include <app/ssh/sshconfig.h>
#include <app/ssh/sshtransport.h>
#include <app/ssh/sshworker.h>
#include <app/ssh/stocktransport.h>

namespace holdpoint::ssh {

SshTransportFactory::SshTransportFactory(SshOptions options, session::Prompter &prompter)
    : m_options(std::move(options))
    , m_prompter(prompter)
    , m_worker(std::make_shared<SshWorker>())
    , m_logins(std::make_shared<LoginSlots>())
    , m_undertaker(std::make_shared<Undertaker>())
{}

SshTransportFactory::~SshTransportFactory() = default;

std::unique_ptr<session::Transport> SshTransportFactory::create(const session::HostAddress &address)
{
    if (address.client == session::SshClient::Stock && !address.practice)
        return std::make_unique<StockTransport>(address, m_options, m_undertaker, m_prompter);
    return std::make_unique<SshTransport>(address, m_options, SshTransport::Shared{m_worker, m_logins}, m_prompter);
}

QStringList SshTransportFactory::hostAliases() const
{
    const auto config = SshConfig::load(configFiles(m_options));
    return config ? config->hostAliases() : QStringList();
}

void SshTransportFactory::setPractice(const QString &identityFile, const QString &knownHostsFile)
{
    m_options.practiceIdentityFile = identityFile;
    m_options.practiceKnownHostsFile = knownHostsFile;
}

} // namespace holdpoint::ssh
