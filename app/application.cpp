// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/application.h>

#include <app/contactlist.h>
#include <app/lint/documentlint.h>
#include <app/pdf/pdfprocess.h>
#include <app/secrets/agentclient.h>
#include <models/audit/searchindex.h>
#include <models/base/log.h>
#include <models/base/privatefile.h>
#include <models/base/sha256.h>
#include <models/base/whenfinished.h>
#include <models/ledger/sshsig.h>
#include <models/retention/retentionwords.h>
#include <runbooks/parser.h>
#include <ui/common/describe.h>
#include <ui/terminal/terminalfont.h>

#include <QDesktopServices>
#include <QDir>
#include <QFontDatabase>
#include <QStandardPaths>
#include <QtConcurrentRun>

namespace holdpoint::app {

namespace {

constexpr int agentSeconds = 5;
const QString recentHostsKey = QStringLiteral("hosts/recent");
const QString schemeKey = QStringLiteral("appearance/scheme");
const QString textSizeKey = QStringLiteral("terminal/points");
const QString fontKey = QStringLiteral("terminal/family");

ui::SchemeChoice schemeOf(const QSettings &settings)
{
    const QString word = settings.value(schemeKey).toString();
    return word == QLatin1String("dark")    ? ui::SchemeChoice::Dark
           : word == QLatin1String("light") ? ui::SchemeChoice::Light
                                            : ui::SchemeChoice::System;
}

QString schemeWord(ui::SchemeChoice choice)
{
    switch (choice) {
    case ui::SchemeChoice::System: return QStringLiteral("system");
    case ui::SchemeChoice::Light: return QStringLiteral("light");
    case ui::SchemeChoice::Dark: return QStringLiteral("dark");
    }
    return {};
}

/// Where the layout of a runbook's terminals is kept; a path may hold what a settings key may not.
QString layoutKey(const QString &runbook)
{
    return QStringLiteral("terminals/") + sha256Hex(runbook.toUtf8()).first(16);
}

/// The keys of the agent as choices; asked off the GUI thread, because an agent may take its time.
QList<ui::SignerChoice> agentChoices()
{
    QList<ui::SignerChoice> choices;
    const auto keys =
        secrets::agentKeys(qEnvironmentVariable("SSH_AUTH_SOCK"), QDeadlineTimer(std::chrono::seconds(agentSeconds)));
    if (!keys)
        return choices;
    for (const secrets::AgentKey &key : *keys) {
        const QString print = sshsig::fingerprint(key.publicKey);
        choices.append(
            {QStringLiteral("agent:") + print, Application::tr("%1 (ssh-agent, %2)").arg(key.comment, print)});
    }
    return choices;
}

} // namespace

Result<std::unique_ptr<Application>> Application::start(WindowRequest request)
{
    const Paths paths = request.workplace.paths;
    if (const auto made = makePrivateFolder(paths.config); !made)
        return fail(made.error());
    if (const auto logging = log::start(paths.logs()); !logging)
        return fail(logging.error());
    std::unique_ptr<Application> application(new Application(std::move(request)));
    auto workplace = Workplace::open(application->m_request.workplace, *application->m_prompter);
    if (!workplace)
        return fail(workplace.error());
    application->m_workplace = std::move(*workplace);
    application->build();
    return application;
}

Application::Application(WindowRequest request)
    : m_request(std::move(request))
    , m_prompter(std::make_unique<ui::DialogPrompter>())
    , m_settings(m_request.workplace.paths.config + QStringLiteral("/holdpoint.ini"), QSettings::IniFormat)
    , m_theme(schemeOf(m_settings))
{
}

Application::~Application() = default;

void Application::build()
{
    Workplace &place = *m_workplace;
    m_reports = std::make_unique<WindowReports>(reportMeans());
    const QString family = m_settings.value(fontKey).toString();
    ui::TerminalFont::setUsualPoints(m_settings.value(textSizeKey).toDouble());
    ui::TerminalFont::setUsualFamily(family);
    m_retention = std::make_unique<retention::Retention>(place.ledger(), place.clock(), place.operatorName());
    connect(m_retention.get(), &retention::Retention::erased, this, &Application::forgetInSearch);
    m_window = std::make_unique<ui::MainWindow>(ui::WindowServices{
        .ledger = place.ledger(),
        .clock = place.clock(),
        .transports = place.transports(),
        .policyOf = place.policyOf(),
        .operatorName = place.operatorName(),
        .practiceHost = place.isPractice() ? std::optional(session::HostAddress::practiceHost()) : std::nullopt,
        .shippedFolder = libraryFolder(),
        .lint =
            [](const runbooks::Document &document) {
                return lintDocument(document, knownContacts({document}), Shellcheck::WhereInstalled);
            },
        .practiceWarning = place.practiceWarning(),
        .filesFolder = place.filesFolder(),
        .retentionRules = m_request.workplace.paths.retentionRules(),
        .reports = m_reports->service(signers({})),
        .paneLayout = [this](const QString &runbook) { return m_settings.value(layoutKey(runbook)).toByteArray(); },
        .recentHosts = m_settings.value(recentHostsKey).toStringList()});
    m_prompter->setWindow(m_window.get());
    m_window->showSchemeChoice(m_theme.choice());
    connect(m_window.get(), &ui::MainWindow::schemeWanted, &m_theme, &ui::Theme::setChoice);
    connect(&m_theme, &ui::Theme::choiceChanged, this, [this](ui::SchemeChoice choice) {
        m_settings.setValue(schemeKey, schemeWord(choice));
        m_window->showSchemeChoice(choice);
    });
    connect(
        m_window.get(), &ui::MainWindow::paneLayoutChanged, this,
        [this](const QString &runbook, const QByteArray &layout) { m_settings.setValue(layoutKey(runbook), layout); });
    connect(m_window.get(), &ui::MainWindow::textSizeChosen, this,
            [this](double points) { m_settings.setValue(textSizeKey, points); });
    connect(m_window.get(), &ui::MainWindow::fontChosen, this,
            [this](const QString &chosen) { m_settings.setValue(fontKey, chosen); });
    if (!family.isEmpty() && !QFontDatabase::hasFamily(family))
        m_window->sayFontIsMissing(family);
    connect(m_window.get(), &ui::MainWindow::recentHostsChanged, this,
            [this](const QStringList &addresses) { m_settings.setValue(recentHostsKey, addresses); });
    connect(m_window.get(), &ui::MainWindow::openUrlWanted, this,
            [](const QUrl &url) { QDesktopServices::openUrl(url); });
    m_window->show();
    // What can wait until the window is painted, does.
    QTimer::singleShot(0, this, &Application::load);
}

void Application::load()
{
    m_window->setHostAliases(m_workplace->hostAliases());
    whenFinished(QtConcurrent::run(agentChoices), this, [this](const QList<ui::SignerChoice> &choices) {
        m_window->setReportService(m_reports->service(signers(choices)));
    });
    const auto loading = QtConcurrent::run([] { return runbooks::loadDocuments({libraryFolder()}); });
    whenFinished(loading, this, [this](const runbooks::LoadedDocuments &loaded) {
        m_window->addDocuments(loaded.documents);
        for (const Error &error : loaded.errors)
            m_window->say(error);
        openRequested();
    });
    whenFinished(
        QtConcurrent::run([path = m_request.workplace.paths.retentionRules()] { return retention::loadRules(path); }),
        this, [this](const Result<retention::Rules> &rules) {
            if (rules)
                retain(*rules);
            else if (rules.error().kind != ErrorKind::NotFound)
                m_window->say(rules.error());
        });
}

/// What is erased from the ledger must not be found by a search.
void Application::forgetInSearch(const QList<quint64> &sequences)
{
    const ledger::Ledger &ledger = m_workplace->ledger();
    whenFinished(QtConcurrent::run([folder = ledger.folder(), origin = ledger.origin(), sequences] {
                     return audit::SearchIndex::forgetIn(folder, origin, sequences);
                 }),
                 this, [this](const Result<> &forgotten) {
                     if (!forgotten && forgotten.error().kind != ErrorKind::Busy) // then the next update forgets it
                         m_window->say(forgotten.error());
                 });
}

void Application::retain(const retention::Rules &rules)
{
    const auto tellDue = [this](const retention::Plan &plan, const QString &more) {
        m_window->tellOfRetention(tr("By the rules for retention, %1 are due to be erased.")
                                      .arg(retention::amountWords(plan.attachments(), plan.bytes()))
                                  + more);
    };
    const auto tellErased = [this](const Result<ledger::Erased> &erased) {
        if (!erased)
            return m_window->say(erased.error());
        m_window->tellOfRetention(tr("The rules for retention were applied: %1 erased.")
                                      .arg(retention::amountWords(erased->attachments, erased->bytes)));
    };
    const auto apply = [this, tellDue, tellErased](const retention::Plan &plan, const Result<QString> &doubt) {
        if (!doubt)
            return m_window->say(doubt.error());
        if (!doubt->isEmpty())
            return tellDue(plan, tr(" Nothing was erased without you: %1.").arg(*doubt));
        whenFinished(m_retention->erase(plan), this, tellErased);
    };
    const bool byHand = rules.apply == retention::Rules::Apply::ByHand;
    whenFinished(m_retention->planByRules(rules), this,
                 [this, byHand, tellDue, apply](const Result<retention::Plan> &plan) {
                     if (!plan || plan->due.isEmpty())
                         return;
                     if (byHand)
                         return tellDue(*plan, {});
                     whenFinished(m_retention->clockDoubt(), this,
                                  [plan = *plan, apply](const Result<QString> &doubt) { apply(plan, doubt); });
                 });
}

void Application::openRequested()
{
    for (const QString &file : std::as_const(m_request.files))
        m_window->openDocument(file);
    if (!m_request.resume.isEmpty())
        resume(m_request.resume);
    if (m_request.connect.isEmpty())
        return;
    if (const auto address = session::HostAddress::parse(m_request.connect))
        m_window->openTerminal(*address, m_request.exec);
    else
        m_window->say(address.error());
}

void Application::resume(const QString &text)
{
    whenFinished(m_workplace->ledger().entriesOfType(QStringLiteral("run-started")), this,
                 [this, text](const Result<QList<ledger::Entry>> &entries) {
                     if (!entries)
                         return m_window->say(entries.error());
                     for (const ledger::Entry &entry : *entries) {
                         if (QString::fromLatin1(entry.run.toHex()).startsWith(text))
                             return m_window->resumeRun(entry.run);
                     }
                     m_window->say({ErrorKind::NotFound, tr("no run \"%1\" in the ledger").arg(text)});
                 });
}

QList<ui::SignerChoice> Application::signers(const QList<ui::SignerChoice> &agentKeys) const
{
    QList<ui::SignerChoice> signers;
    if (m_workplace->isPractice())
        signers.append({QString::fromLatin1(practiceSignerId),
                        tr("practice@holdpoint (practice key: proves nothing about a person)")});
    signers += agentKeys;
    signers.append({QStringLiteral("keychain"), tr("%1 (key in the keyring)").arg(m_workplace->operatorName())});
    return signers;
}

WindowReports::Means Application::reportMeans()
{
    Workplace &place = *m_workplace;
    return {.ledger = place.ledger(),
            .clock = place.clock(),
            .operatorName = place.operatorName(),
            .configFolder = m_request.workplace.paths.config,
            .pdf = pdf::processRenderer(pdf::siblingProgram(), this),
            .signer = [&place](const QString &id) {
                return place.signer(id == QLatin1String(practiceSignerId) ? QString() : id);
            }};
}

} // namespace holdpoint::app
