// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/documentverbs.h>
#include <app/cli/interruption.h>
#include <app/cli/print.h>
#include <app/cli/runverb.h>
#include <app/cli/secretsource.h>
#include <app/cli/waiting.h>
#include <models/base/log.h>
#include <models/base/privatefile.h>
#include <models/base/text.h>
#include <models/session/trust.h>
#include <runbooks/binding.h>
#include <runbooks/inlinetext.h>
#include <runbooks/linediff.h>
#include <runbooks/parser.h>

#include <QDate>

namespace holdpoint::cli {

namespace {

using session::HostAddress;
using session::RunSession;

/// "NAME=ADDRESS" for one role, a bare address for the only or the default role; in practice every role is the
/// practice host.
Result<QMap<QString, HostAddress>> hostsFor(const runbooks::Runbook &runbook, const RunRequest &request)
{
    QMap<QString, HostAddress> hosts;
    if (request.mode != session::Mode::Live) {
        for (const QString &role : runbook.hostRoles)
            hosts.insert(role, session::HostAddress::practiceHost());
    }
    for (const QString &text : request.hosts) {
        const qsizetype equals = text.indexOf(u'=');
        const QString role = equals < 0 ? runbook.hostRoles.value(0) : text.first(equals);
        const auto address = HostAddress::parse(text.mid(equals + 1));
        if (!address)
            return fail(address.error());
        if (runbook.hostRoles.isEmpty())
            return fail(ErrorKind::Invalid, QStringLiteral("all of the runbook is done by hand: leave --host out"));
        if (!runbook.hostRoles.contains(role)) {
            return fail(ErrorKind::Invalid, QStringLiteral("the runbook has no host \"%1\"; it has %2")
                                                .arg(role, runbook.hostRoles.join(QStringLiteral(", "))));
        }
        hosts.insert(role, *address);
    }
    return hosts;
}

/// Asks for what has no value, one after the other, until each is valid; without a terminal the first is an error.
Result<runbooks::Values> withMissing(const runbooks::Runbook &runbook, runbooks::Values values, Console &console)
{
    for (const runbooks::Parameter &parameter : runbook.parameters) {
        const bool needed = parameter.required && parameter.type != runbooks::ParameterType::Secret;
        while (needed && !values.contains(parameter.name)) {
            if (!console.isInteractive())
                return fail(ErrorKind::Invalid,
                            QStringLiteral("\"%1\" has no value: give --set %1=...").arg(parameter.name));
            const QString help = parameter.help.isEmpty() ? QString() : QStringLiteral("  %1\n").arg(parameter.help);
            const auto line = askLine(
                console,
                QStringLiteral("%1%2 (%3): ").arg(help, parameter.label, runbooks::parameterTypeName(parameter.type)));
            if (!line)
                return fail(ErrorKind::Cancelled, QStringLiteral("no value was given for \"%1\"").arg(parameter.name));
            if (const auto valid = runbooks::validate(parameter, line->trimmed()); !valid)
                complain(valid.error());
            else
                values.insert(parameter.name, line->trimmed());
        }
    }
    return values;
}

Result<> recordTrust(app::Workplace &workplace, const runbooks::Document &document, const QString &how)
{
    const auto recorded =
        await(workplace.ledger().append(session::trustDraft(document, workplace.operatorName(), how)));
    return recorded ? Result<>() : fail(recorded.error());
}

void showDifferences(const runbooks::Document &document, const session::Trust &trust)
{
    const QString diff = runbooks::diffText(runbooks::lineDiff(trust.lastSource, document.source));
    std::fprintf(stderr, "%s has changed since %s trusted it:\n%s", qUtf8Printable(visibleControls(document.path)),
                 qUtf8Printable(visibleControls(trust.by)), qUtf8Printable(visibleControlsKeepingLines(diff)));
}

/// Naming a file nobody has run is saying that it was read; one that has changed since is shown first.
Result<> requireTrust(app::Workplace &workplace, const runbooks::Document &document, Console &console)
{
    const auto trust = await(session::findTrust(workplace.ledger(), document, app::libraryFolder()));
    if (!trust)
        return fail(trust.error());
    if (trust->state == session::Trust::State::Trusted)
        return {};
    if (trust->state == session::Trust::State::New)
        return recordTrust(workplace, document, QStringLiteral("named on the command line"));
    showDifferences(document, *trust);
    const auto answer =
        console.isInteractive()
            ? askLine(console, QStringLiteral("Have you read the differences? Type yes to trust this version: "))
            : std::nullopt;
    if (!answer || answer->trimmed() != QStringLiteral("yes"))
        return fail(ErrorKind::NotPermitted,
                    QStringLiteral("%1 is not the version that was trusted; read the differences, then "
                                   "`holdpoint-cli trust %1`")
                        .arg(document.path));
    return recordTrust(workplace, document, QStringLiteral("differences read at the terminal"));
}

Result<std::shared_ptr<RunSession>> newRun(app::Workplace &workplace, const RunRequest &request, Console &console)
{
    auto choice = chooseRunbook(request.runbook);
    if (!choice)
        return fail(choice.error());
    const runbooks::Runbook runbook = choice->runbook();
    if (const auto readable = runbooks::requireReadable(choice->document); !readable)
        return fail(readable.error());
    if (const auto trusted = requireTrust(workplace, choice->document, console); !trusted)
        return fail(trusted.error());
    const auto given = parseSettings(request.settings);
    if (!given)
        return fail(given.error());
    const auto values = runbooks::bind(runbook, *given, QDate::currentDate());
    if (!values)
        return fail(values.error());
    const auto complete = withMissing(runbook, *values, console);
    if (!complete)
        return fail(complete.error());
    const auto hosts = hostsFor(runbook, request);
    if (!hosts)
        return fail(hosts.error());
    auto made = RunSession::create({.document = choice->document,
                                    .runbookId = choice->id,
                                    .values = *complete,
                                    .hosts = *hosts,
                                    .mode = request.mode,
                                    .operatorName = workplace.operatorName(),
                                    .policy = workplace.policyOf()(choice->document, runbook)},
                                   {workplace.ledger(), workplace.clock(), workplace.transports(), workplace.filesFolder()});
    if (!made)
        return fail(made.error());
    return std::shared_ptr<RunSession>(std::move(*made));
}

Result<std::shared_ptr<RunSession>> oldRun(app::Workplace &workplace, const QString &id)
{
    const auto run = findRun(workplace.ledger(), id);
    if (!run)
        return fail(run.error());
    return await(RunSession::resume(*run, workplace.operatorName(),
                                    {workplace.ledger(), workplace.clock(), workplace.transports(), workplace.filesFolder()},
                                    workplace.policyOf()));
}

Result<> addSecrets(RunSession &session, const QStringList &secrets)
{
    for (const QString &text : secrets) {
        const auto value = secretFrom(text.section(u'=', 1));
        if (!value)
            return fail(value.error());
        if (!session.addSecret(*value))
            return fail(ErrorKind::Invalid, QStringLiteral("the secret %1 is too short to be kept out of the record")
                                                .arg(text.section(u'=', 0, 0)));
    }
    return {};
}

ExitCode drive(RunSession &session, const RunRequest &request, Answers answers, Console &console)
{
    RunDriver driver(session, std::move(answers), console, request.output);
    driver.setBreakGlass(request.breakGlass.trimmed());
    ExitCode code = ExitCode::Interrupted;
    QObject::connect(&driver, &RunDriver::finished, &driver, [&code](ExitCode ended) {
        code = ended;
        QCoreApplication::quit();
    });
    if (!console.isInteractive())
        session.setLongestCommand(*runbooks::parseDuration(request.limit));
    const Interruption interruption;
    driver.start();
    QCoreApplication::exec();
    if (code == ExitCode::Interrupted)
        std::fprintf(stderr, "holdpoint-cli: interrupted; the run is kept: holdpoint-cli run --resume %s\n",
                     qUtf8Printable(session.state().idText()));
    return code;
}

} // namespace

Result<QByteArray> findRun(ledger::Ledger &ledger, const QString &text)
{
    return findRun(await(ledger.entriesOfType(QStringLiteral("run-started"))), text);
}

Result<QByteArray> findRun(const Result<QList<ledger::Entry>> &started, const QString &text)
{
    if (!started)
        return fail(started.error());
    QList<QByteArray> found;
    for (const ledger::Entry &entry : *started) {
        if (entry.run.toHex().startsWith(text.toLower().toLatin1()))
            found.append(entry.run);
    }
    if (found.size() > 1)
        return fail(ErrorKind::NotPermitted, QStringLiteral("several runs begin with \"%1\"").arg(text));
    if (found.isEmpty() || text.isEmpty())
        return fail(ErrorKind::NotFound,
                    QStringLiteral("no run \"%1\" in the ledger; `holdpoint-cli runs` lists them").arg(text));
    return found.first();
}

/// What no run can mean, whatever is in the ledger; empty when the call is fine.
QString usageProblem(const RunRequest &request)
{
    if (!request.resume.isEmpty()
        && (!request.hosts.isEmpty() || !request.settings.isEmpty() || !request.runbook.isEmpty()))
        return QStringLiteral("--resume goes on with the run's own runbook, hosts and values: give none of them");
    if (request.resume.isEmpty() && request.runbook.isEmpty())
        return QStringLiteral("run needs FILE#ID, or --resume RUN");
    if (request.mode != session::Mode::Live && !request.hosts.isEmpty())
        return QStringLiteral("a rehearsal or practice run works on the practice host only: leave --host out");
    if (!runbooks::parseDuration(request.limit))
        return QStringLiteral("--limit \"%1\" is no duration such as 90s, 30m or 2h").arg(request.limit);
    if (const auto settings = parseSettings(request.settings); !settings)
        return settings.error().detail;
    return {};
}

ExitCode trust(const app::Workplace::Options &options, const QString &path)
{
    Console console(Console::Input::Refused);
    ConsolePrompter prompter(console);
    const auto document = runbooks::loadDocument(path);
    if (!document) {
        complain(document.error());
        return exitCodeFor(document.error());
    }
    auto workplace = app::Workplace::open(options, prompter);
    if (!workplace) {
        complain(workplace.error());
        return ExitCode::LedgerTrouble;
    }
    const auto known = await(session::findTrust((*workplace)->ledger(), *document, app::libraryFolder()));
    if (known && known->state == session::Trust::State::Changed)
        showDifferences(*document, *known);
    const auto recorded = !known ? Result<>(fail(known.error()))
                          : known->state == session::Trust::State::Trusted
                              ? Result<>()
                              : recordTrust(**workplace, *document, QStringLiteral("trusted on the command line"));
    if (!recorded) {
        complain(recorded.error());
        return ExitCode::LedgerTrouble;
    }
    print(QStringLiteral("Trusted: %1 (SHA-256 %2)\n").arg(document->path, document->sha256()));
    return ExitCode::Done;
}

ExitCode run(const RunRequest &request)
{
    if (const QString problem = usageProblem(request); !problem.isEmpty()) {
        complain({ErrorKind::NotFound, problem});
        return ExitCode::Usage;
    }
    Console console(request.input);
    ConsolePrompter prompter(console);
    auto answers = Answers::load(request.answers);
    if (!answers) {
        complain(answers.error());
        return ExitCode::Usage;
    }
    if (const auto logging = log::start(request.workplace.paths.logs()); !logging)
        complain(logging.error());
    auto workplace = app::Workplace::open(request.workplace, prompter);
    if (!workplace) {
        complain(workplace.error());
        return ExitCode::LedgerTrouble;
    }
    const auto session =
        request.resume.isEmpty() ? newRun(**workplace, request, console) : oldRun(**workplace, request.resume);
    if (!session) {
        complain(session.error());
        return exitCodeFor(session.error());
    }
    if (const QString warning = (*workplace)->practiceWarning(); !warning.isEmpty())
        std::fprintf(stderr, "holdpoint-cli: %s\n", qUtf8Printable(warning));
    if (const auto added = addSecrets(**session, request.secrets); !added) {
        complain(added.error());
        return exitCodeFor(added.error());
    }
    for (const QString &check : answers->unknownChecks((*session)->runbook()))
        std::fprintf(stderr, "holdpoint-cli: %s: this runbook has no check \"%s\"; the answer is not used\n",
                     qUtf8Printable(request.answers), qUtf8Printable(visibleControls(check)));
    return drive(**session, request, std::move(*answers), console);
}

} // namespace holdpoint::cli
