// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/inference.h>

#include <models/base/text.h>
#include <runbooks/calls.h>
#include <runbooks/words.h>

#include <QRegularExpression>

namespace holdpoint::runbooks {

namespace {

QString removalDanger(const Call &call)
{
    const QString &program = call.program;
    if (program == QStringLiteral("rm") && (call.hasLetter(u'r') || call.hasLetter(u'R') || call.has("--recursive")))
        return QStringLiteral("It deletes whole folders");
    if (program == QStringLiteral("find") && (call.has("-delete") || (call.hasPrefix("-exec") && call.has("rm"))))
        return QStringLiteral("It deletes every file it finds");
    if (program == QStringLiteral("xargs") && call.has("rm"))
        return QStringLiteral("It deletes whatever its input names");
    if (program == QStringLiteral("dd") && call.hasPrefix("of="))
        return QStringLiteral("It overwrites its output file or device");
    if (program.startsWith(QStringLiteral("mkfs")) || isOneOf(program, "wipefs fdisk sfdisk parted shred blkdiscard"))
        return QStringLiteral("It destroys what is on the disk");
    if (isOneOf(program, "dropdb dropuser"))
        return QStringLiteral("It deletes a database object");
    if (isOneOf(program, "userdel deluser groupdel"))
        return QStringLiteral("It deletes an account");
    if (isOneOf(program, "lvremove vgremove pvremove zpool")
        && (program != QStringLiteral("zpool") || call.has("destroy")))
        return QStringLiteral("It removes storage volumes");
    return {};
}

QString serviceDanger(const Call &call)
{
    const QString &program = call.program;
    constexpr const char *ends = "shutdown poweroff reboot halt";
    if (isOneOf(program, ends) || (program == QStringLiteral("systemctl") && call.isVerb(ends)))
        return QStringLiteral("It takes the host down");
    if (program == QStringLiteral("kill") && (call.has("-9") || call.has("-KILL") || call.has("-SIGKILL")))
        return QStringLiteral("It kills the process without letting it clean up");
    if (isOneOf(program, "killall pkill"))
        return QStringLiteral("It ends every process of that name");
    if (program == QStringLiteral("systemctl") && call.isVerb("stop disable mask isolate"))
        return QStringLiteral("It stops a service");
    if (program == QStringLiteral("openstack") && call.isVerb("delete stop"))
        return QStringLiteral("It stops or deletes cloud resources");
    if (isOneOf(program, "kubectl oc") && call.isVerb("delete drain"))
        return QStringLiteral("It removes workloads from the cluster");
    if (isOneOf(program, "docker podman") && call.isVerb("rm rmi kill prune"))
        return QStringLiteral("It removes containers or images");
    if (isOneOf(program, "kubectl oc") && call.has("scale") && call.has("--replicas=0"))
        return QStringLiteral("It stops every replica of the workload");
    constexpr const char *managers = "gcloud az aws gsutil knife helm etcdctl vault consul odf ceph rados doctl "
                                     "hcloud pvesh rabbitmqctl virtctl crictl";
    constexpr const char *removals = "delete destroy purge rm remove uninstall terminate-instances";
    if (isOneOf(program, managers) && call.isVerb(removals))
        return QStringLiteral("It deletes what it manages");
    if (isOneOf(program, "apt apt-get dnf yum zypper") && call.isVerb("remove purge autoremove"))
        return QStringLiteral("It removes packages");
    if (program == QStringLiteral("terraform") && call.isVerb("destroy apply"))
        return QStringLiteral("It changes or destroys infrastructure");
    return {};
}

QString networkDanger(const Call &call)
{
    constexpr const char *tables = "iptables ip6tables";
    const bool changes = call.has("-A") || call.has("-I") || call.has("-F") || call.has("-P");
    if (isOneOf(call.program, tables) && changes && (call.has("DROP") || call.has("REJECT")))
        return QStringLiteral("It blocks network traffic, perhaps your own");
    if (isOneOf(call.program, tables) && (call.has("-F") || call.has("--flush")))
        return QStringLiteral("It removes firewall rules");
    if (call.program == QStringLiteral("nft") && call.isVerb("flush delete"))
        return QStringLiteral("It removes firewall rules");
    if (call.program == QStringLiteral("ip") && call.has("link") && call.has("down"))
        return QStringLiteral("It takes a network interface down, perhaps the one you are connected through");
    if (isOneOf(call.program, "ifdown"))
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
    static const QRegularExpression drop(QStringLiteral("\\b(?:DROP|TRUNCATE)\\s"),
                                         QRegularExpression::CaseInsensitiveOption);
    return isOneOf(call.program, "psql mysql mariadb") && drop.match(call.arguments.join(u' ')).hasMatch();
}

/// Whether ssh(1) is given a host and nothing to run there.
bool sshHasNoCommand(const Call &call)
{
    static const QString withValue = QStringLiteral("bcDEeFIiJLlmOopQRSWw");
    if (call.hasLetter(u'N') || call.hasLetter(u'V') || call.hasLetter(u'G'))
        return false;
    int operands = 0;
    for (qsizetype i = 0; i < call.arguments.size(); ++i) {
        const QString &argument = call.arguments[i];
        if (!argument.startsWith(u'-'))
            ++operands;
        else if (argument.size() == 2 && withValue.contains(argument[1]))
            ++i;
    }
    return operands == 1;
}

/// A call that opens a shell or a prompt of its own and ends when the person leaves it.
bool opensPrompt(const Call &call)
{
    constexpr const char *shells = "sh bash zsh dash ash ksh fish /bin/sh /bin/bash /bin/ash";
    const QString &program = call.program;
    const bool terminal = call.hasLetter(u't') && call.hasLetter(u'i');
    const QStringList operands = call.operands();
    if (program == QStringLiteral("kubectl") || program == QStringLiteral("oc")) {
        if (call.isVerb("edit"))
            return true;
        if (call.isVerb("debug rsh"))
            return !call.has("--") || isOneOf(operands.value(operands.size() - 1), shells);
        return call.has("exec") && terminal
               && (!call.has("--") || isOneOf(operands.value(operands.size() - 1), shells));
    }
    if (program == QStringLiteral("docker") || program == QStringLiteral("podman")
        || program == QStringLiteral("crictl"))
        return (call.has("exec") || call.has("run")) && terminal
               && isOneOf(operands.value(operands.size() - 1), shells);
    if (program == QStringLiteral("sudo"))
        return call.arguments == QStringList{QStringLiteral("-i")}
               || call.arguments == QStringList{QStringLiteral("-s")};
    if (program == QStringLiteral("su"))
        return !call.has("-c") && !call.hasPrefix("--command");
    if (program == QStringLiteral("chroot"))
        return operands.size() == 1;
    if (program == QStringLiteral("psql"))
        return !call.fromPipe && !call.piped && !call.hasLetter(u'c') && !call.hasLetter(u'f') && !call.hasLetter(u'l')
               && !call.hasPrefix("--command") && !call.hasPrefix("--file") && !call.hasPrefix("--list")
               && !call.hasPrefix("--version") && !call.hasPrefix("--help") && !call.hasLetter(u'V');
    if (program == QStringLiteral("ssh") || program == QStringLiteral("toolbox"))
        return !call.fromPipe && (program == QStringLiteral("toolbox") ? operands.isEmpty() : sshHasNoCommand(call));
    constexpr const char *consoles = "irb pry mysql mariadb redis-cli mongosh sqlite3 python3 python ipython";
    return isOneOf(program, consoles) && call.arguments.isEmpty() && !call.fromPipe;
}

Ending ending(const Call &call)
{
    const QString &program = call.program;
    constexpr const char *screens = "vim vi nvim nano emacs less more most top htop atop btop iotop man mc visudo vipw "
                                    "vigr screen tmux k9s ncdu nmtui fdisk cfdisk";
    const bool batch = (program == QStringLiteral("top") && (call.hasLetter(u'b') || call.hasLetter(u'n')))
                       || (program == QStringLiteral("fdisk") && call.hasLetter(u'l'));
    if (isOneOf(program, screens) && !batch)
        return Ending::Interactive;
    if (opensPrompt(call) || (program == QStringLiteral("crontab") && call.hasLetter(u'e')))
        return Ending::Interactive;
    const bool follows = call.hasLetter(u'f') || call.hasPrefix("--follow");
    if (program == QStringLiteral("tail") && (follows || call.hasLetter(u'F')))
        return Ending::Endless;
    if (isOneOf(program, "journalctl dmesg") && (follows || call.hasLetter(u'w')))
        return program == QStringLiteral("dmesg") && !call.hasLetter(u'w') ? Ending::ByItself : Ending::Endless;
    if (isOneOf(program, "docker podman kubectl oc") && call.has("logs") && follows)
        return Ending::Endless;
    const bool counted = call.hasLetter(u'c') || call.hasPrefix("--count");
    const bool bounded = call.has("-w") && program == QStringLiteral("ping");
    if (isOneOf(program, "ping ping6 tcpdump") && !counted && !bounded)
        return Ending::Endless;
    return program == QStringLiteral("watch") ? Ending::Endless : Ending::ByItself;
}

} // namespace

namespace {

/// Letters of two scripts in one word, or characters that cannot be seen: the text reads other than it runs.
QString deceit(const QString &text)
{
    static const QRegularExpression mixed(
        QStringLiteral("[A-Za-z][\\p{Cyrillic}\\p{Greek}]|[\\p{Cyrillic}\\p{Greek}][A-Za-z]"),
        QRegularExpression::UseUnicodePropertiesOption);
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (ascii)
        return {};
    for (const char32_t c : text.toUcs4()) {
        if (isInvisibleControl(c))
            return QStringLiteral("It holds a character that cannot be seen (U+%1) and may read other than it runs")
                .arg(QString::number(uint(c), 16).toUpper());
    }
    return mixed.match(text).hasMatch()
               ? QStringLiteral("It mixes letters of two alphabets in one word, which look alike and are not")
               : QString();
}

} // namespace

void inferCommand(Command &command, const QList<Call> &calls)
{
    command.dangerousOrigin = Origin::Inferred;
    command.dangerous = deceit(command.text);
    if (command.language == Language::Sql && command.dangerous.isEmpty())
        command.dangerous = sqlDanger(command.text);
    if (command.language != Language::Shell)
        return;
    constexpr const char *ends = "shutdown poweroff reboot halt";
    const bool limited = !calls.isEmpty() && calls.first().program == QStringLiteral("timeout");
    for (const Call &call : calls) {
        if (command.dangerous.isEmpty())
            command.dangerous = danger(call);
        if (command.dangerous.isEmpty() && holdsDropStatement(call))
            command.dangerous = QStringLiteral("It deletes database objects or all rows");
        if (isOneOf(call.program, ends) || (call.program == QStringLiteral("systemctl") && call.isVerb(ends)))
            command.expect.disconnect = !call.has("-c");
        if (command.ending == Ending::ByItself && !limited)
            command.ending = ending(call);
    }
}

} // namespace holdpoint::runbooks
