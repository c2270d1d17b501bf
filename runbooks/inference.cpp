// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/inference.h>

#include <runbooks/nestedcode.h>
#include <runbooks/shelllexer.h>

#include <QRegularExpression>
#include <QSet>

namespace holdpoint::runbooks {

namespace {

QSet<QString> words(const char *list)
{
    const QStringList all = QString::fromLatin1(list).split(u' ');
    return {all.begin(), all.end()};
}

/// One program and its arguments inside a command.
struct Call
{
    QString program;
    QStringList arguments;

    [[nodiscard]] bool has(const char *argument) const { return arguments.contains(QLatin1String(argument)); }
    /// Whether a bundle of short options holds the letter: -rf has r.
    [[nodiscard]] bool hasLetter(QChar letter) const
    {
        return std::any_of(arguments.begin(), arguments.end(), [letter](const QString &argument) {
            return argument.size() > 1 && argument[0] == u'-' && argument[1] != u'-'
                   && argument.mid(1).contains(letter);
        });
    }
    [[nodiscard]] bool hasPrefix(const char *prefix) const
    {
        return std::any_of(arguments.begin(), arguments.end(),
                           [prefix](const QString &argument) { return argument.startsWith(QLatin1String(prefix)); });
    }
    /// Whether the first words that are no options are these.
    [[nodiscard]] bool isVerb(const QSet<QString> &verbs) const
    {
        int operands = 0;
        for (const QString &argument : arguments) {
            if (argument.startsWith(u'-'))
                continue;
            if (verbs.contains(argument))
                return true;
            if (++operands == 3)
                break;
        }
        return false;
    }
};

QList<Call> callsOf(const QString &text)
{
    ShellLexer lexer(ShellLexer::Placeholders::Recognised);
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines)
        lexer.feedLine(line);
    QList<Call> calls;
    for (const SimpleCommand &command : lexer.commands()) {
        const QStringList plain = plainWords(lexer, command);
        for (const qsizetype at : startedPrograms(plain))
            calls.append({programName(plain[at]), plain.mid(at + 1)});
    }
    return calls;
}

QString removalDanger(const Call &call)
{
    const QString &program = call.program;
    if (program == QStringLiteral("rm") && (call.hasLetter(u'r') || call.hasLetter(u'R') || call.has("--recursive")))
        return QStringLiteral("It deletes whole folders");
    if (program == QStringLiteral("find") && call.has("-delete"))
        return QStringLiteral("It deletes every file it finds");
    if (program == QStringLiteral("dd") && call.hasPrefix("of="))
        return QStringLiteral("It overwrites its output file or device");
    if (program.startsWith(QStringLiteral("mkfs"))
        || words("wipefs fdisk sfdisk parted shred blkdiscard").contains(program))
        return QStringLiteral("It destroys what is on the disk");
    if (words("dropdb dropuser").contains(program))
        return QStringLiteral("It deletes a database object");
    if (words("userdel deluser groupdel").contains(program))
        return QStringLiteral("It deletes an account");
    if (words("lvremove vgremove pvremove zpool").contains(program)
        && (program != QStringLiteral("zpool") || call.has("destroy")))
        return QStringLiteral("It removes storage volumes");
    return {};
}

QString serviceDanger(const Call &call)
{
    const QString &program = call.program;
    static const QSet<QString> ends = words("shutdown poweroff reboot halt");
    if (ends.contains(program) || (program == QStringLiteral("systemctl") && call.isVerb(ends)))
        return QStringLiteral("It takes the host down");
    if (program == QStringLiteral("kill") && (call.has("-9") || call.has("-KILL") || call.has("-SIGKILL")))
        return QStringLiteral("It kills the process without letting it clean up");
    if (words("killall pkill").contains(program))
        return QStringLiteral("It ends every process of that name");
    if (program == QStringLiteral("systemctl") && call.isVerb(words("stop disable mask isolate")))
        return QStringLiteral("It stops a service");
    if (program == QStringLiteral("openstack") && call.isVerb(words("delete stop")))
        return QStringLiteral("It stops or deletes cloud resources");
    if (words("kubectl oc").contains(program) && call.isVerb(words("delete drain")))
        return QStringLiteral("It removes workloads from the cluster");
    if (words("docker podman").contains(program) && call.isVerb(words("rm rmi kill prune")))
        return QStringLiteral("It removes containers or images");
    if (program == QStringLiteral("terraform") && call.isVerb(words("destroy apply")))
        return QStringLiteral("It changes or destroys infrastructure");
    return {};
}

QString networkDanger(const Call &call)
{
    static const QSet<QString> tables = words("iptables ip6tables");
    const bool changes = call.has("-A") || call.has("-I") || call.has("-F") || call.has("-P") || call.has("-D");
    if (tables.contains(call.program) && changes && (call.has("DROP") || call.has("REJECT")))
        return QStringLiteral("It blocks network traffic, perhaps your own");
    if (tables.contains(call.program) && (call.has("-F") || call.has("--flush")))
        return QStringLiteral("It removes firewall rules");
    if (call.program == QStringLiteral("nft") && call.isVerb(words("flush delete")))
        return QStringLiteral("It removes firewall rules");
    if (call.program == QStringLiteral("ip") && call.has("link") && call.has("down"))
        return QStringLiteral("It takes a network interface down, perhaps the one you are connected through");
    if (words("ifdown").contains(call.program))
        return QStringLiteral("It takes a network interface down, perhaps the one you are connected through");
    return {};
}

QString danger(const Call &call)
{
    for (const auto judge : {removalDanger, serviceDanger, networkDanger}) {
        const QString reason = judge(call);
        if (!reason.isEmpty())
            return reason;
    }
    return {};
}

QString sqlDanger(const QString &text)
{
    static const QRegularExpression drop(QStringLiteral("\\b(?:DROP|TRUNCATE)\\b"),
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression change(QStringLiteral("^\\s*(?:DELETE\\s+FROM|UPDATE)\\b"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression where(QStringLiteral("\\bWHERE\\b"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression system(QStringLiteral("^\\s*ALTER\\s+SYSTEM\\b"),
                                           QRegularExpression::CaseInsensitiveOption);
    if (drop.match(text).hasMatch())
        return QStringLiteral("It deletes database objects or all rows");
    if (change.match(text).hasMatch() && !where.match(text).hasMatch())
        return QStringLiteral("It changes every row of the table");
    if (system.match(text).hasMatch())
        return QStringLiteral("It changes the configuration of the whole database server");
    return {};
}

/// SQL given to a client on the command line.
bool holdsDropStatement(const Call &call)
{
    static const QSet<QString> clients = words("psql mysql mariadb");
    static const QRegularExpression drop(QStringLiteral("\\b(?:DROP|TRUNCATE)\\s"),
                                         QRegularExpression::CaseInsensitiveOption);
    return clients.contains(call.program) && drop.match(call.arguments.join(u' ')).hasMatch();
}

Ending ending(const Call &call)
{
    const QString &program = call.program;
    static const QSet<QString> screens =
        words("vim vi nvim nano emacs less more most top htop atop btop iotop man mc visudo vipw "
              "vigr screen tmux k9s ncdu nmtui fdisk cfdisk");
    const bool batch = (program == QStringLiteral("top") && (call.hasLetter(u'b') || call.hasLetter(u'n')))
                       || (program == QStringLiteral("fdisk") && call.hasLetter(u'l'));
    if (screens.contains(program) && !batch)
        return Ending::Interactive;
    if (program == QStringLiteral("crontab") && call.hasLetter(u'e'))
        return Ending::Interactive;
    const bool follows = call.hasLetter(u'f') || call.hasPrefix("--follow");
    if (program == QStringLiteral("tail") && (follows || call.hasLetter(u'F')))
        return Ending::Endless;
    if (words("journalctl dmesg").contains(program) && (follows || call.hasLetter(u'w')))
        return program == QStringLiteral("dmesg") && !call.hasLetter(u'w') ? Ending::ByItself : Ending::Endless;
    if (words("docker podman kubectl oc").contains(program) && call.has("logs") && follows)
        return Ending::Endless;
    const bool counted = call.hasLetter(u'c') || call.hasPrefix("--count");
    const bool bounded = call.has("-w") && program == QStringLiteral("ping");
    if (words("ping ping6 tcpdump").contains(program) && !counted && !bounded)
        return Ending::Endless;
    return program == QStringLiteral("watch") ? Ending::Endless : Ending::ByItself;
}

} // namespace

void inferCommand(Command &command)
{
    command.dangerousOrigin = Origin::Inferred;
    if (command.language == Language::Sql)
        command.dangerous = sqlDanger(command.text);
    if (command.language != Language::Shell)
        return;
    static const QSet<QString> ends = words("shutdown poweroff reboot halt");
    const QList<Call> calls = callsOf(command.text);
    const bool limited = !calls.isEmpty() && calls.first().program == QStringLiteral("timeout");
    for (const Call &call : calls) {
        if (command.dangerous.isEmpty())
            command.dangerous = danger(call);
        if (command.dangerous.isEmpty() && holdsDropStatement(call))
            command.dangerous = QStringLiteral("It deletes database objects or all rows");
        if (ends.contains(call.program) || (call.program == QStringLiteral("systemctl") && call.isVerb(ends)))
            command.expect.disconnect = !call.has("-c");
        if (command.ending == Ending::ByItself && !limited)
            command.ending = ending(call);
    }
}

bool looksLikeCommand(const QString &line)
{
    static const QSet<QString> known = words("ansible ansible-playbook apt apt-get aws az bash brew cat cd certbot "
                                             "chmod chown cp crontab curl date dd df dig dnf "
                                             "docker du echo etcdctl export find firewall-cmd free gcloud git go grep "
                                             "gunzip gzip haproxy head helm host htop id ip "
                                             "iptables journalctl jq kill killall kubeadm kubectl ln ls lsblk lscpu "
                                             "lsof make mkdir mount mv mysql mysqldump netstat "
                                             "nginx nslookup nsupdate oc openssl openstack passwd pg_dump pg_dumpall "
                                             "pg_restore ping pip podman ps psql python python3 "
                                             "rabbitmqctl redis-cli rm rpm rsync scp sed service sh ssh ss stat su "
                                             "sudo swapoff sysctl systemctl tail tar tcpdump tee "
                                             "telnet terraform top touch traceroute ufw umount uname uptime useradd "
                                             "userdel vault vim vmstat watch wget yum zpool");
    const QString first = line.trimmed().section(u' ', 0, 0);
    return known.contains(programName(first));
}

} // namespace holdpoint::runbooks
