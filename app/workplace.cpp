// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/secrets/createsigner.h>
#include <app/secrets/practicesigner.h>
#include <app/workplace.h>
#include <runbooks/parser.h>

namespace holdpoint::app {

/// Runs name the practice host "practice"; this knows where it listens today.
class Workplace::Transports final : public session::TransportFactory
{
public:
    Transports(ssh::SshTransportFactory &ssh, std::optional<session::HostAddress> practice)
        : m_ssh(ssh)
        , m_practice(std::move(practice))
    {
    }

    [[nodiscard]] std::unique_ptr<session::Transport> create(const session::HostAddress &address) override
    {
        const bool practice = m_practice && address.host == practiceAddress().host;
        return m_ssh.create(practice ? *m_practice : address);
    }

private:
    ssh::SshTransportFactory &m_ssh;
    std::optional<session::HostAddress> m_practice;
};

session::HostAddress Workplace::practiceAddress() { return {.host = QStringLiteral("practice"), .practice = true}; }

Result<std::unique_ptr<Workplace>> Workplace::open(Options options, session::Prompter &prompter)
{
    if (options.operatorName.isEmpty())
        options.operatorName = localOperator();
    std::unique_ptr<Workplace> place(new Workplace(std::move(options), prompter));
    auto opened = ledger::Ledger::open(place->m_options.paths.ledger(), place->m_clock);
    if (!opened)
        return fail(opened.error());
    place->m_ledger = std::move(*opened);
    std::optional<session::HostAddress> practiceHost;
    if (place->m_options.practice == Options::Practice::On) {
        auto host = practice::PracticeHost::start(
            {.folder = place->m_options.paths.practice(), .toolsFolder = practiceToolsFolder()});
        if (!host)
            return fail(host.error());
        place->m_practice = std::move(*host);
        place->m_ssh.setPractice(place->m_practice->clientKeyFile(), place->m_practice->knownHostsFile());
        practiceHost = place->m_practice->address();
        if (auto key = secrets::practiceSigner(place->m_options.paths.practice()))
            place->m_ledger->setSigner(*key);
    }
    place->m_transports = std::make_unique<Transports>(place->m_ssh, practiceHost);
    return place;
}

Workplace::Workplace(Options options, session::Prompter &prompter)
    : m_options(std::move(options))
    , m_prompter(prompter)
    , m_ssh(m_options.ssh, prompter)
{
}

Workplace::~Workplace() = default;

session::TransportFactory &Workplace::transports() { return *m_transports; }

const QList<runbooks::Document> &Workplace::library()
{
    if (!m_library)
        m_library = runbooks::loadDocuments({libraryFolder()}).documents;
    return *m_library;
}

QFuture<Result<std::shared_ptr<Signer>>> Workplace::signer(const QString &specification)
{
    using Made = Result<std::shared_ptr<Signer>>;
    if (!specification.isEmpty()) {
        return secrets::createSigner(specification, {.identity = m_options.operatorName,
                                                     .agentSocket = qEnvironmentVariable("SSH_AUTH_SOCK"),
                                                     .prompter = &m_prompter});
    }
    QPromise<Made> promise;
    promise.start();
    promise.addResult(isPractice() ? secrets::practiceSigner(m_options.paths.practice()) : Made(std::shared_ptr<Signer>()));
    promise.finish();
    return promise.future();
}

} // namespace holdpoint::app
