// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/contactlist.h>
#include <app/secrets/createsigner.h>
#include <app/secrets/practicesigner.h>
#include <app/workplace.h>
#include <runbooks/parser.h>

#include <QCoreApplication>

namespace holdpoint::app {

/// Runs name the practice host "practice"; this starts it when it is needed and knows where it listens today.
class Workplace::Transports final : public session::TransportFactory
{
public:
    explicit Transports(Workplace &place)
        : m_place(place)
    {
    }

    [[nodiscard]] std::unique_ptr<session::Transport> create(const session::HostAddress &address) override
    {
        if (!address.practice)
            return m_place.m_ssh.create(address);
        // A rehearsal never reaches a real host, not even one that is called "practice".
        const auto started = m_place.startPractice();
        const session::HostAddress nowhere{.host = QStringLiteral("practice.invalid"), .practice = true};
        return m_place.m_ssh.create(started ? m_place.m_practice->address() : nowhere);
    }

private:
    Workplace &m_place;
};

Result<std::unique_ptr<Workplace>> Workplace::open(Options options, session::Prompter &prompter)
{
    if (options.operatorName.isEmpty())
        options.operatorName = localOperator();
    std::unique_ptr<Workplace> place(new Workplace(std::move(options), prompter));
    auto opened = ledger::Ledger::open(place->m_options.paths.ledger(), place->m_clock);
    if (!opened)
        return fail(opened.error());
    place->m_ledger = std::move(*opened);
    place->m_viewings = std::make_unique<session::ViewingTray>(*place->m_ledger);
    place->m_transports = std::make_unique<Transports>(*place);
    if (place->m_options.practice == Options::Practice::On) {
        if (const auto started = place->startPractice(); !started)
            return fail(started.error());
    }
    return place;
}

Result<> Workplace::startPractice()
{
    if (m_practice)
        return {};
    auto host =
        practice::PracticeHost::start({.folder = m_options.paths.practice(), .toolsFolder = practiceToolsFolder()});
    if (!host)
        return fail(host.error());
    m_practice = std::move(*host);
    m_ssh.setPractice(m_practice->clientKeyFile(), m_practice->knownHostsFile());
    if (auto key = secrets::practiceSigner(m_options.paths.practice()); key && m_options.practice == Options::Practice::On)
        m_ledger->setSigner(*key);
    return {};
}

QString Workplace::practiceWarning() const
{
    if (!m_practice || m_practice->isContained())
        return {};
    return QCoreApplication::translate(
        "Workplace", "The practice host is not contained on this machine (bubblewrap is missing or not permitted): what a "
                     "runbook writes by redirection or by a full path changes your own files.");
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

escalation::PolicyOf Workplace::policyOf()
{
    return [library = library()](const runbooks::Document &document, const runbooks::Runbook &runbook) {
        return escalation::policyFor(withContactsBeside(document), runbook, library);
    };
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
