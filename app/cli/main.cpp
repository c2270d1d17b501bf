// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/documentverbs.h>
#include <app/cli/ledgerverbs.h>
#include <app/cli/practiceverb.h>
#include <app/cli/print.h>
#include <app/cli/replayverb.h>
#include <app/cli/reportverbs.h>
#include <app/cli/retentionverbs.h>
#include <app/cli/runverb.h>
#include <app/cli/searchverb.h>
#include <app/cli/stampverb.h>
#include <app/cli/witnessverb.h>
#include <models/base/log.h>

#include <CLI/CLI.hpp>
#include <QCoreApplication>

#include <cmath>
#include <cstdlib>
#include <optional>
#include <sys/stat.h>

namespace {

using namespace holdpoint;
using cli::ExitCode;
using cli::Format;

/// What CLI11 fills in, before it becomes Qt types.
struct Arguments
{
    std::string dataDir;
    std::string configDir;
    std::string knownHosts;
    std::string sshConfig;
    std::string operatorName;
    std::vector<std::string> identities;
    std::vector<std::string> paths;
    std::vector<std::string> hosts;
    std::vector<std::string> settings;
    std::vector<std::string> secrets;
    std::string runbook;
    std::string answers;
    std::string limit = "1h";
    std::string breakGlass;
    std::string pseudonymous;
    std::string revocations;
    std::string keepKey;
    std::string withRecordings;
    std::string resume;
    std::string run;
    std::string out;
    std::string language;
    std::string sign;
    std::string certificate;
    std::string certificatePassword;
    std::string authority;
    std::string authorityCertificates;
    std::string certificateAuthorities;
    std::string folder;
    std::string allowedSigners;
    std::string ledger;
    std::string checkpoint;
    std::string witness;
    std::string since;
    std::string until;
    std::string host;
    std::string verdict;
    std::string by;
    std::vector<std::string> words;
    int hits = 200;
    std::string rules;
    std::string reason;
    bool dryRun = false;
    bool yes = false;
    std::string pane;
    double speed = 1;
    double from = 0;
    std::optional<double> idleLimit;
    bool first = false;
    bool timestamp = false;
    bool zip = false;
    std::string lintFormat = "text";
    bool json = false;
    bool quiet = false;
    bool noInput = false;
    bool rehearse = false;
    bool practice = false;
    bool noShellcheck = false;
    int port = 0;
};

QString text(const std::string &value) { return QString::fromStdString(value); }

QStringList texts(const std::vector<std::string> &values)
{
    QStringList list;
    for (const std::string &value : values)
        list.append(text(value));
    return list;
}

Format format(const Arguments &arguments) { return arguments.json ? Format::Json : Format::Text; }

app::Paths paths(const Arguments &arguments)
{
    return app::Paths::choose(text(arguments.dataDir), text(arguments.configDir));
}

app::Workplace::Options workplace(const Arguments &arguments)
{
    using Practice = app::Workplace::Options::Practice;
    return {.paths = paths(arguments),
            .ssh = {.identityFiles = texts(arguments.identities),
                    .knownHostsFile = text(arguments.knownHosts),
                    .configFile = text(arguments.sshConfig)},
            .operatorName = text(arguments.operatorName),
            .practice = arguments.practice || arguments.rehearse ? Practice::On : Practice::Off};
}

QString ledgerFile(const Arguments &arguments)
{
    return arguments.ledger.empty() ? paths(arguments).ledger() + QStringLiteral("/ledger.db") : text(arguments.ledger);
}

/// The authority to ask; none where nobody asked for a time stamp.
std::optional<timestamp::Authority> authority(const Arguments &arguments)
{
    if (!arguments.timestamp && arguments.authority.empty())
        return std::nullopt;
    return timestamp::withGiven(timestamp::configuredAuthority(paths(arguments).config), text(arguments.authority),
                                text(arguments.authorityCertificates));
}

cli::RunRequest runRequest(const Arguments &arguments)
{
    cli::RunRequest request{.workplace = workplace(arguments),
                            .runbook = text(arguments.runbook),
                            .resume = text(arguments.resume),
                            .hosts = texts(arguments.hosts),
                            .settings = texts(arguments.settings),
                            .secrets = texts(arguments.secrets),
                            .answers = text(arguments.answers),
                            .limit = text(arguments.limit),
                            .breakGlass = text(arguments.breakGlass)};
    request.mode = arguments.rehearse   ? session::Mode::Rehearsal
                   : arguments.practice ? session::Mode::Practice
                                        : session::Mode::Live;
    request.output = arguments.json    ? cli::RunDriver::Output::Json
                     : arguments.quiet ? cli::RunDriver::Output::Quiet
                                       : cli::RunDriver::Output::Text;
    request.input = arguments.noInput ? cli::Console::Input::Refused : cli::Console::Input::Allowed;
    return request;
}

cli::RunSelection runSelection(const Arguments &arguments)
{
    return {.since = text(arguments.since),
            .until = text(arguments.until),
            .operatorName = text(arguments.operatorName),
            .runbook = text(arguments.runbook),
            .host = text(arguments.host),
            .verdict = text(arguments.verdict)};
}

constexpr double longestSeconds = 1e9; // thirty years

/// CLI::Range lets pass what is no number.
CLI::Validator numberBetween(double least, double most)
{
    return CLI::Validator(
        [least, most](const std::string &given) {
            bool isNumber = false;
            const double number = text(given).toDouble(&isNumber);
            const bool fits = isNumber && std::isfinite(number) && number >= least && number <= most;
            return fits ? std::string()
                        : QStringLiteral("a number from %1 to %2 is needed").arg(least).arg(most).toStdString();
        },
        "NUMBER");
}

std::optional<report::Pseudonymity> pseudonymity(const Arguments &arguments)
{
    using report::Pseudonymity;
    if (arguments.pseudonymous.empty())
        return std::nullopt;
    return Pseudonymity{.hosts = arguments.pseudonymous == "people" ? Pseudonymity::Hosts::Named
                                                                    : Pseudonymity::Hosts::Replaced,
                        .recordings = arguments.withRecordings.empty() ? Pseudonymity::Recordings::LeftOut
                                                                       : Pseudonymity::Recordings::Included,
                        .recordingsReason = text(arguments.withRecordings)};
}

/// Every verb is one entry: what it is called with, and what it calls.
class Commands
{
public:
    Commands()
    {
        m_root.require_subcommand(1);
        m_root.set_version_flag("--version", HOLDPOINT_VERSION);
        m_root.fallthrough();
        m_root.add_option("--data-dir", m_arguments.dataDir,
                          "Folder of the ledger, in place of ~/.local/share/holdpoint");
        m_root.add_option("--config-dir", m_arguments.configDir,
                          "Folder of the settings, in place of ~/.config/holdpoint");
        m_root.add_option("--identity", m_arguments.identities, "Key file to log in with");
        m_root.add_option("--known-hosts", m_arguments.knownHosts, "known_hosts file to use in place of the user's");
        m_root.add_option("--ssh-config", m_arguments.sshConfig, "SSH configuration to use in place of the user's");
        m_root.add_option("--operator", m_arguments.operatorName, "Who works, as written to the ledger");
        m_root.add_flag("--quiet", m_arguments.quiet, "Print results only");
        m_root.add_flag("--no-input", m_arguments.noInput, "Never ask; stop with exit 6 where a person is needed");
        addDocumentVerbs();
        addRunVerbs();
        addReplayVerbs();
        addReportVerbs();
        addLedgerVerbs();
    }

    int run(int argc, char **argv)
    {
        try {
            m_root.parse(argc, argv);
        } catch (const CLI::ParseError &error) {
            if (error.get_exit_code() != 0 && !m_root.remaining().empty() && m_root.get_subcommands().empty()) {
                QStringList verbs;
                for (const CLI::App *known : m_root.get_subcommands([](const CLI::App *) { return true; }))
                    verbs.append(QString::fromStdString(known->get_name()));
                cli::complain({ErrorKind::NotFound, QStringLiteral("there is no verb \"%1\"; there are %2")
                                                        .arg(QString::fromStdString(m_root.remaining().front()),
                                                             verbs.join(QStringLiteral(", ")))});
                return int(ExitCode::Usage);
            }
            const int code = m_root.exit(error);
            return code == 0 ? 0 : int(ExitCode::Usage);
        }
        return int(m_code);
    }

private:
    CLI::App *verb(const char *name, const char *help, std::function<ExitCode(const Arguments &)> call,
                   CLI::App *parent = nullptr)
    {
        CLI::App *command = (parent ? parent : &m_root)->add_subcommand(name, help);
        command->callback([this, call = std::move(call)] { m_code = call(m_arguments); });
        return command;
    }

    void json(CLI::App *command) { command->add_flag("--json", m_arguments.json, "Print JSON"); }

    void addDocumentVerbs()
    {
        CLI::App *list = verb("list", "The runbooks in files and folders",
                              [](const Arguments &a) { return cli::list(texts(a.paths), format(a)); });
        list->add_option("PATH", m_arguments.paths, "Markdown files or folders")->required();
        json(list);
        CLI::App *show = verb("show", "One runbook as parsed",
                              [](const Arguments &a) { return cli::show(text(a.runbook), format(a)); });
        show->add_option("FILE#ID", m_arguments.runbook, "File and runbook")->required();
        json(show);
        CLI::App *lint = verb("lint", "Diagnostics of files and folders", [](const Arguments &a) {
            using cli::LintFormat;
            using app::Shellcheck;
            const LintFormat wanted = a.lintFormat == "json" || a.json ? LintFormat::Json
                                      : a.lintFormat == "sarif"        ? LintFormat::Sarif
                                                                       : LintFormat::Text;
            return cli::lint(texts(a.paths), wanted, a.noShellcheck ? Shellcheck::Skip : Shellcheck::WhereInstalled);
        });
        lint->add_option("PATH", m_arguments.paths, "Markdown files or folders")->required();
        lint->add_option("--format", m_arguments.lintFormat, "text, json or sarif (2.1.0)")
            ->check(CLI::IsMember({"text", "json", "sarif"}));
        lint->add_flag("--no-shellcheck", m_arguments.noShellcheck,
                       "Leave out what shellcheck says, where it is installed");
        json(lint);
        CLI::App *plan = verb("plan", "What would run; sends nothing", [](const Arguments &a) {
            return cli::plan(text(a.runbook), texts(a.hosts), texts(a.settings), format(a));
        });
        plan->add_option("FILE#ID", m_arguments.runbook, "File and runbook")->required();
        plan->add_option("--host", m_arguments.hosts, "[NAME=]HOST")->allow_extra_args(false);
        plan->add_option("--set", m_arguments.settings, "NAME=VALUE")->allow_extra_args(false);
        json(plan);
    }

    void addRunVerbs()
    {
        CLI::App *run =
            verb("run", "A guided run in the terminal", [](const Arguments &a) { return cli::run(runRequest(a)); });
        run->add_option("FILE#ID", m_arguments.runbook, "File and runbook");
        run->add_option("--host", m_arguments.hosts,
                        "[NAME=][USER@]HOST[:PORT], with \"ssh \" before it for your own ssh program")
            ->allow_extra_args(false);
        run->add_option("--set", m_arguments.settings, "NAME=VALUE")->allow_extra_args(false);
        run->add_option("--set-secret", m_arguments.secrets, "NAME=env:VAR, NAME=file:PATH or NAME=keychain:KEY")
            ->allow_extra_args(false);
        run->add_option("--answers", m_arguments.answers, "YAML file with what people said");
        run->add_option("--limit", m_arguments.limit,
                        "Without a person: longest time of a command that has no timeout (1h)");
        run->add_option("--break-glass", m_arguments.breakGlass,
                        "When the ledger fails in the run, go on unrecorded, for this reason");
        run->add_option("--resume", m_arguments.resume, "Go on with this run");
        run->add_flag("--rehearse", m_arguments.rehearse, "On the practice host, marked REHEARSAL");
        run->add_flag("--practice", m_arguments.practice, "On the practice host, marked PRACTICE");
        json(run);
        CLI::App *trust = verb("trust", "Trust a runbook file as it is now; shows what has changed",
                               [](const Arguments &a) { return cli::trust(workplace(a), text(a.runbook)); });
        trust->add_option("FILE", m_arguments.runbook, "Markdown file")->required();
        CLI::App *runs = verb("runs", "The runs in the ledger",
                              [](const Arguments &a) { return cli::runs(paths(a), runSelection(a), format(a)); });
        runs->add_option("--since", m_arguments.since,
                         "Begun on this day or later (2026-11-23, UTC), or at this moment");
        runs->add_option("--until", m_arguments.until, "Begun on this day or earlier, or before this moment");
        runs->add_option("--operator", m_arguments.operatorName, "By whom, or a part of it");
        runs->add_option("--runbook", m_arguments.runbook, "Id of the runbook, or a part of its title");
        runs->add_option("--host", m_arguments.host, "Part of a host's role or address");
        runs->add_option("--verdict", m_arguments.verdict, "passed, \"passed with exceptions\", stopped or open");
        json(runs);
        addSearch();
        CLI::App *practice = verb("practice", "The practice host in the foreground", [](const Arguments &a) {
            return cli::practice(paths(a), quint16(a.port), format(a));
        });
        practice->add_option("--port", m_arguments.port, "Port on the loopback interface")->check(CLI::Range(0, 65535));
        json(practice);
    }

    void addSearch()
    {
        CLI::App *search =
            verb("search", "Commands, output and statements of all runs that hold TEXT", [](const Arguments &a) {
                return cli::search({.paths = paths(a),
                                    .text = texts(a.words).join(u' '),
                                    .run = text(a.run),
                                    .host = text(a.host),
                                    .runbook = text(a.runbook),
                                    .by = text(a.by),
                                    .limit = a.hits,
                                    .operatorName = text(a.operatorName),
                                    .format = format(a)});
            });
        search
            ->add_option("TEXT", m_arguments.words,
                         "Words that one line holds, all of them; \"a phrase\"; -word for what it must not hold (put "
                         "-- before it)")
            ->required();
        search->add_option("--run", m_arguments.run, "Id of a run, or its beginning");
        search->add_option("--host", m_arguments.host, "Part of a host's role or address");
        search->add_option("--runbook", m_arguments.runbook, "Id of the runbook, or a part of its title");
        search->add_option("--by", m_arguments.by, "Part of who sent or said it");
        search->add_option("--limit", m_arguments.hits, "At most so many hits, the newest ones (200)")
            ->check(CLI::Range(1, 100'000));
        json(search);
    }

    void addReplayVerbs()
    {
        CLI::App *replay = verb(
            "replay", "What a pane of a run showed, played in the terminal; its text where there is none",
            [](const Arguments &a) {
                return cli::replay({.ledger = ledgerFile(a),
                                    .run = text(a.run),
                                    .pane = text(a.pane),
                                    .speed = a.speed,
                                    .fromSeconds = a.from,
                                    .longestPauseSeconds = a.idleLimit,
                                    .input = a.noInput ? cli::Console::Input::Refused : cli::Console::Input::Allowed,
                                    .operatorName = text(a.operatorName)});
            });
        replay->add_option("RUN", m_arguments.run, "Id of the run, or its beginning")->required();
        replay->add_option("--speed", m_arguments.speed, "Times as fast, 0.5 to 16")->check(numberBetween(0.5, 16));
        replay->add_option("--pane", m_arguments.pane,
                           "Role of a host, or name of a further shell; the first one without it");
        replay->add_option("--from", m_arguments.from, "Seconds from the start of the run")
            ->check(numberBetween(0, longestSeconds));
        replay->add_option("--idle-limit", m_arguments.idleLimit, "Seconds that the longest pause is shortened to")
            ->check(numberBetween(0, longestSeconds));
        CLI::App *timeline = verb("timeline", "The timeline of a run as a picture (SVG)", [](const Arguments &a) {
            return cli::timeline(ledgerFile(a), text(a.run), text(a.out));
        });
        timeline->add_option("RUN", m_arguments.run, "Id of the run, or its beginning")->required();
        timeline->add_option("--out", m_arguments.out, "New file to write")->required();
    }

    void addReportVerbs()
    {
        CLI::App *report = verb("report", "The signed session report of a run", [](const Arguments &a) {
            return cli::report({.workplace = workplace(a),
                                .run = text(a.run),
                                .folder = text(a.out),
                                .container = a.zip ? report::Container::Zip : report::Container::Folder,
                                .language = text(a.language),
                                .sign = text(a.sign),
                                .certificate = text(a.certificate),
                                .certificatePassword = text(a.certificatePassword),
                                .authority = authority(a),
                                .input = a.noInput ? cli::Console::Input::Refused : cli::Console::Input::Allowed,
                                .pseudonymity = pseudonymity(a),
                                .keyFile = text(a.keepKey),
                                .format = format(a)});
        });
        addPseudonymity(report);
        report->add_option("RUN", m_arguments.run, "Id of the run, or its beginning")->required();
        report->add_option("--out", m_arguments.out, "New folder to write, or zip with --zip")->required();
        report->add_option("--language", m_arguments.language,
                           "Language of its pages: de, en, es, fr, it, nl or pl; that of the locale if not given");
        report->add_option("--sign", m_arguments.sign, "KEYFILE, agent:FINGERPRINT or keychain");
        report->add_option("--sign-x509", m_arguments.certificate,
                           "Sign report.pdf and the manifest with this PKCS#12 file too");
        report->add_option("--p12-password", m_arguments.certificatePassword,
                           "env:VAR, file:PATH or keychain:KEY; asked for if not given");
        report->add_flag("--zip", m_arguments.zip, "Write one zip in place of a folder");
        report->add_flag("--practice", m_arguments.practice, "Sign with the practice key");
        addTimestampOptions(report);
        json(report);
        CLI::App *stamp = verb("stamp", "Add a time stamp to a report that has none",
                               [](const Arguments &a) { return cli::stamp(text(a.folder), authority(a), format(a)); });
        stamp->add_option("REPORT", m_arguments.folder, "Report folder, or its zip")->required();
        addTimestampOptions(stamp);
        json(stamp);
        CLI::App *verify =
            verb("verify", "Signature, completeness and ledger proof of a report", [](const Arguments &a) {
                return cli::verify(text(a.folder),
                                   {.allowedSigners = text(a.allowedSigners),
                                    .authorities = text(a.certificateAuthorities),
                                    .revocations = text(a.revocations),
                                    .timestampAuthorities = text(a.authorityCertificates)},
                                   format(a));
            });
        verify->add_option("REPORT", m_arguments.folder, "Report folder, or its zip")->required();
        verify->add_option("--allowed-signers", m_arguments.allowedSigners, "File of trusted keys, see ssh-keygen(1)");
        CLI::Option *authorities = verify->add_option("--ca", m_arguments.certificateAuthorities,
                                                      "File of the authorities (PEM) whose certificates may sign");
        verify->add_option("--crl", m_arguments.revocations, "File with what they have revoked (PEM)")->needs(authorities);
        verify->add_option("--tsa-ca", m_arguments.authorityCertificates,
                           "File of the authorities (PEM) that may stamp");
        json(verify);
    }

    void addTimestampOptions(CLI::App *command)
    {
        command->add_flag("--timestamp", m_arguments.timestamp,
                          "Have it time stamped by the authority of the settings");
        command->add_option("--tsa", m_arguments.authority,
                            "Have it time stamped by the authority (RFC 3161) at this URL");
        command->add_option("--tsa-ca", m_arguments.authorityCertificates,
                            "File of the authorities (PEM) that may stamp");
    }

    void addPseudonymity(CLI::App *report)
    {
        CLI::Option *pseudonymous =
            report
                ->add_flag(
                    "--pseudonymous{people}", m_arguments.pseudonymous,
                    "Replace names by pseudonyms; with =people,hosts those of hosts too. Nothing is proven by it")
                ->check(CLI::IsMember({"people", "people,hosts"}));
        report->add_option("--keep-key", m_arguments.keepKey, "File to write who is who to")->needs(pseudonymous);
        report->add_option("--with-recordings", m_arguments.withRecordings, "Leave recordings in, for this reason")
            ->needs(pseudonymous);
    }

    void addLedgerVerbs()
    {
        CLI::App *ledger = m_root.add_subcommand("ledger", "The record of everything");
        ledger->require_subcommand(1);
        ledger->add_option("--ledger", m_arguments.ledger, "Ledger file, in place of the one in the data folder");
        ledger->add_option("--checkpoint", m_arguments.checkpoint, "A checkpoint that must fit (verify)");
        CLI::App *verify = verb(
            "verify", "Re-walk the chain",
            [](const Arguments &a) {
                const auto known = timestamp::withGiven(timestamp::configuredAuthority(paths(a).config), {},
                                                        text(a.authorityCertificates));
                return cli::ledgerVerify(ledgerFile(a),
                                         {.checkpoint = text(a.checkpoint),
                                          .witness = text(a.witness),
                                          .timestampAuthorities = known.certificates},
                                         format(a));
            },
            ledger);
        verify->add_option("--witness", m_arguments.witness, "Folder of a witness; every checkpoint in it must fit");
        verify->add_option("--tsa-ca", m_arguments.authorityCertificates,
                           "File of the authorities (PEM) that may stamp");
        json(verify);
        CLI::App *witness = verb(
            "witness", "Have somebody else see a checkpoint: a folder they keep, a time stamp authority",
            [](const Arguments &a) {
                return cli::ledgerWitness({.ledger = ledgerFile(a),
                                           .folder = text(a.out),
                                           .sign = text(a.sign),
                                           .authority = authority(a),
                                           .acquaintance = a.first ? cli::WitnessRequest::Acquaintance::First
                                                                   : cli::WitnessRequest::Acquaintance::Known,
                                           .operatorName = text(a.operatorName),
                                           .format = format(a)});
            },
            ledger);
        witness->add_flag("--first", m_arguments.first,
                          "This ledger is new to a folder that keeps checkpoints of others");
        witness->add_option("--to", m_arguments.out, "Folder of the witness, a mounted share for instance");
        addTimestampOptions(witness);
        witness->add_option("--sign", m_arguments.sign, "KEYFILE, agent:FINGERPRINT or keychain");
        json(witness);
        verb(
            "export", "Entries as JSON Lines", [](const Arguments &a) { return cli::ledgerExport(ledgerFile(a)); },
            ledger);
        addRetentionVerbs(ledger);
    }

    void addRetentionVerbs(CLI::App *ledger)
    {
        CLI::App *retain = verb(
            "retain", "Erase what the rules say is due; the records stay",
            [](const Arguments &a) {
                return cli::ledgerRetain(
                    {.ledger = ledgerFile(a),
                     .rules = a.rules.empty() ? paths(a).retentionRules() : text(a.rules),
                     .act = a.dryRun ? cli::RetainRequest::Act::Tell : cli::RetainRequest::Act::Erase,
                     .operatorName = text(a.operatorName),
                     .format = format(a)});
            },
            ledger);
        retain->add_flag("--dry-run", m_arguments.dryRun, "Say what is due and erase nothing");
        retain->add_option("--rules", m_arguments.rules,
                           "File with the rules, in place of retention.yaml in the settings' folder");
        json(retain);
        CLI::App *erase = verb(
            "erase", "Erase what is attached to one run, on request",
            [](const Arguments &a) {
                return cli::ledgerErase(
                    {.ledger = ledgerFile(a),
                     .run = text(a.run),
                     .reason = text(a.reason),
                     .consent = a.yes ? cli::EraseRequest::Consent::Given : cli::EraseRequest::Consent::Asked,
                     .operatorName = text(a.operatorName),
                     .format = format(a)});
            },
            ledger);
        erase->add_option("--run", m_arguments.run, "Id of the run, or its beginning")->required();
        erase->add_option("--reason", m_arguments.reason, "Why; stays in the record")->required();
        erase->add_flag("--yes", m_arguments.yes, "Do not ask");
        json(erase);
        CLI::App *views = verb(
            "views", "Who has looked at recordings",
            [](const Arguments &a) { return cli::ledgerViews(ledgerFile(a), text(a.run), format(a)); }, ledger);
        views->add_option("--run", m_arguments.run, "Id of the run, or its beginning");
        json(views);
    }

    CLI::App m_root{"Markdown runbooks, guided, verified and recorded."};
    Arguments m_arguments;
    ExitCode m_code = ExitCode::Done;
};

} // namespace

int main(int argc, char **argv)
{
    ::umask(077);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("holdpoint-cli"));
    for (int i = 1; i < argc; ++i) {
        if (!QByteArrayView(argv[i]).isValidUtf8()) {
            cli::complain(
                {ErrorKind::Invalid, QStringLiteral("argument %1 is no UTF-8 text; nothing was done").arg(i)});
            return int(cli::ExitCode::Usage);
        }
    }
    const int code = Commands().run(argc, argv);
    if (cli::isPrinted())
        return code;
    cli::complain(
        {ErrorKind::Io,
         QStringLiteral("not all results could be written to standard output: what is there is not complete")});
    return code == int(cli::ExitCode::Done) ? int(cli::ExitCode::Failed) : code;
}
