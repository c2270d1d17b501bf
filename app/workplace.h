// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/paths.h>
#include <app/practice/practicehost.h>
#include <app/ssh/sshtransportfactory.h>
#include <models/base/clock.h>
#include <models/base/signer.h>
#include <models/escalation/policy.h>
#include <models/ledger/ledger.h>
#include <models/session/prompter.h>
#include <models/session/viewingtray.h>
#include <runbooks/document.h>

#include <memory>
#include <optional>

namespace holdpoint::app {

/// The composition that both programs share: clock, ledger, SSH and, when asked for, the practice host.
///
/// Thread: main. Everything it hands out lives as long as it does; the prompter outlives it.
class Workplace
{
public:
    struct Options
    {
        enum class Practice { Off, On };

        Paths paths;
        ssh::SshOptions ssh;
        QString operatorName; ///< empty: localOperator()
        Practice practice = Practice::Off;
    };

    /// Opens the ledger and, where asked for, starts the practice host. Errors: those of Ledger::open() and PracticeHost::start().
    static Result<std::unique_ptr<Workplace>> open(Options options, session::Prompter &prompter);
    ~Workplace();
    Q_DISABLE_COPY_MOVE(Workplace)

    [[nodiscard]] const QString &operatorName() const { return m_options.operatorName; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] ledger::Ledger &ledger() { return *m_ledger; }
    [[nodiscard]] QString filesFolder() const { return m_options.paths.files(); }
    /// The SSH factory, behind a look-up of the name "practice".
    [[nodiscard]] session::TransportFactory &transports();
    [[nodiscard]] QStringList hostAliases() const { return m_ssh.hostAliases(); }
    [[nodiscard]] bool isPractice() const { return m_practice != nullptr; }
    /// Starts the practice host unless it runs; a practice run that is resumed does it by connecting. Errors: those of
    /// PracticeHost::start().
    Result<> startPractice();
    /// What a person must know before rehearsing: programs of the practice host are not kept in. Empty when they are.
    [[nodiscard]] QString practiceWarning() const;
    /// The shipped runbooks; parsed at the first call.
    [[nodiscard]] const QList<runbooks::Document> &library();
    /// Whom a run calls: by the document, a contacts.md beside it, and the library. May be called in any thread.
    [[nodiscard]] escalation::PolicyOf policyOf();

    /// The signer that `specification` names, see secrets::createSigner(); empty: the practice key in practice, else no
    /// signer (null). Errors: those of secrets::createSigner().
    [[nodiscard]] QFuture<Result<std::shared_ptr<Signer>>> signer(const QString &specification);

private:
    class Transports;
    Workplace(Options options, session::Prompter &prompter);

    Options m_options;
    session::Prompter &m_prompter;
    SystemClock m_clock;
    std::unique_ptr<ledger::Ledger> m_ledger;
    std::unique_ptr<session::ViewingTray> m_viewings;
    ssh::SshTransportFactory m_ssh;
    std::unique_ptr<practice::PracticeHost> m_practice;
    std::unique_ptr<Transports> m_transports;
    std::optional<QList<runbooks::Document>> m_library;
};

} // namespace holdpoint::app
