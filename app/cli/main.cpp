// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/documentverbs.h>
#include <app/cli/ledgerverbs.h>
#include <app/cli/practiceverb.h>
#include <app/cli/replayverb.h>
#include <app/cli/reportverbs.h>
#include <app/cli/runverb.h>
#include <app/cli/witnessverb.h>
#include <models/base/log.h>

#include <CLI/CLI.hpp>
#include <QCoreApplication>

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
    std::string resume;
    std::string run;
    std::string out;
    std::string sign;
    std::string folder;
    std::string allowedSigners;
    std::string ledger;
    std::string checkpoint;
    std::string witness;
    std::string pane;
    double speed = 1;
    double from = 0;
    std::optional<double> idleLimit;
    bool first = false;
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

cli::RunRequest runRequest(const Arguments &arguments)
{
    cli::RunRequest request{.workplace = workplace(arguments),
                            .runbook = text(arguments.runbook),
                            .resume = text(arguments.resume),
                            .hosts = texts(arguments.hosts),
                            .settings = texts(arguments.settings),
                            .secrets = texts(arguments.secrets),
                            .answers = text(arguments.answers),
                            .limit = text(arguments.limit)};
    request.mode = arguments.rehearse   ? session::Mode::Rehearsal
                   : arguments.practice ? session::Mode::Practice
                                        : session::Mode::Live;
    request.output = arguments.json    ? cli::RunDriver::Output::Json
                     : arguments.quiet ? cli::RunDriver::Output::Quiet
                                       : cli::RunDriver::Output::Text;
    request.input = arguments.noInput ? cli::Console::Input::Refused : cli::Console::Input::Allowed;
    return request;
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
        run->add_option("--host", m_arguments.hosts, "[NAME=][USER@]HOST[:PORT], with \"ssh \" before it for your own ssh program")->allow_extra_args(false);
        run->add_option("--set", m_arguments.settings, "NAME=VALUE")->allow_extra_args(false);
        run->add_option("--set-secret", m_arguments.secrets, "NAME=env:VAR or NAME=file:PATH")->allow_extra_args(false);
        run->add_option("--answers", m_arguments.answers, "YAML file with what people said");
        run->add_option("--limit", m_arguments.limit,
                        "Without a person: longest time of a command that has no timeout (1h)");
        run->add_option("--resume", m_arguments.resume, "Go on with this run");
        run->add_flag("--rehearse", m_arguments.rehearse, "On the practice host, marked REHEARSAL");
        run->add_flag("--practice", m_arguments.practice, "On the practice host, marked PRACTICE");
        json(run);
        CLI::App *trust = verb("trust", "Trust a runbook file as it is now; shows what has changed",
                               [](const Arguments &a) { return cli::trust(workplace(a), text(a.runbook)); });
        trust->add_option("FILE", m_arguments.runbook, "Markdown file")->required();
        CLI::App *runs =
            verb("runs", "The runs in the ledger", [](const Arguments &a) { return cli::runs(paths(a), format(a)); });
        json(runs);
        CLI::App *practice = verb("practice", "The practice host in the foreground", [](const Arguments &a) {
            return cli::practice(paths(a), quint16(a.port), format(a));
        });
        practice->add_option("--port", m_arguments.port, "Port on the loopback interface")->check(CLI::Range(0, 65535));
        json(practice);
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
                                    .input = a.noInput ? cli::Console::Input::Refused : cli::Console::Input::Allowed});
            });
        replay->add_option("RUN", m_arguments.run, "Id of the run, or its beginning")->required();
        replay->add_option("--speed", m_arguments.speed, "Times as fast, 0.5 to 16")->check(CLI::Range(0.5, 16.0));
        replay->add_option("--pane", m_arguments.pane,
                           "Role of a host, or name of a further shell; the first one without it");
        replay->add_option("--from", m_arguments.from, "Seconds from the start of the run")
            ->check(CLI::NonNegativeNumber);
        replay->add_option("--idle-limit", m_arguments.idleLimit, "Seconds that the longest pause is shortened to")
            ->check(CLI::NonNegativeNumber);
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
                                .sign = text(a.sign),
                                .format = format(a)});
        });
        report->add_option("RUN", m_arguments.run, "Id of the run, or its beginning")->required();
        report->add_option("--out", m_arguments.out, "New folder to write")->required();
        report->add_option("--sign", m_arguments.sign, "KEYFILE, agent:FINGERPRINT or keychain");
        report->add_flag("--practice", m_arguments.practice, "Sign with the practice key");
        json(report);
        CLI::App *verify =
            verb("verify", "Signature, completeness and ledger proof of a report",
                 [](const Arguments &a) { return cli::verify(text(a.folder), text(a.allowedSigners), format(a)); });
        verify->add_option("DIR", m_arguments.folder, "Report folder")->required();
        verify->add_option("--allowed-signers", m_arguments.allowedSigners, "File of trusted keys, see ssh-keygen(1)");
        json(verify);
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
                return cli::ledgerVerify(ledgerFile(a), {.checkpoint = text(a.checkpoint), .witness = text(a.witness)},
                                         format(a));
            },
            ledger);
        verify->add_option("--witness", m_arguments.witness, "Folder of a witness; every checkpoint in it must fit");
        json(verify);
        CLI::App *witness = verb(
            "witness", "Bring a checkpoint to a folder that somebody else keeps",
            [](const Arguments &a) {
                return cli::ledgerWitness({.ledger = ledgerFile(a),
                                           .folder = text(a.out),
                                           .sign = text(a.sign),
                                           .acquaintance = a.first ? cli::WitnessRequest::Acquaintance::First
                                                                   : cli::WitnessRequest::Acquaintance::Known,
                                           .operatorName = text(a.operatorName),
                                           .format = format(a)});
            },
            ledger);
        witness->add_flag("--first", m_arguments.first, "This ledger is new to a folder that keeps checkpoints of others");
        witness->add_option("--to", m_arguments.out, "Folder of the witness, a mounted share for instance")->required();
        witness->add_option("--sign", m_arguments.sign, "KEYFILE, agent:FINGERPRINT or keychain");
        json(witness);
        verb(
            "export", "Entries as JSON Lines", [](const Arguments &a) { return cli::ledgerExport(ledgerFile(a)); },
            ledger);
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
    return Commands().run(argc, argv);
}
