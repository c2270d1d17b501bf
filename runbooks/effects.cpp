// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/effects.h>
#include <runbooks/transfersyntax.h>
#include <runbooks/words.h>

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace holdpoint::runbooks {

namespace {

/// Programs that do nothing but change.
const QSet<QString> &changers()
{
    static const QSet<QString> programs = wordSet(
        "rm mv cp mkdir rmdir ln chmod chown chgrp chattr setfacl dd truncate install rsync scp patch unzip mount "
        "umount "
        "swapon swapoff modprobe rmmod useradd userdel usermod groupadd groupdel groupmod passwd chpasswd adduser "
        "deluser "
        "kill killall pkill shutdown reboot poweroff halt createdb dropdb createuser dropuser pg_restore nsupdate "
        "ifup ifdown mkfs wipefs sfdisk parted shred blkdiscard lvremove lvextend lvcreate vgremove pvremove resize2fs "
        "xfs_growfs setenforce setsebool update-grub update-initramfs newusers kexec touch");
    return programs;
}

/// Programs whose verb decides.
const QHash<QString, const char *> &changingVerbs()
{
    static const QHash<QString, const char *> verbs = [] {
        QHash<QString, const char *> made;
        const auto add = [&](const char *programs, const char *words) {
            for (const QString &program : wordSet(programs))
                made.insert(program, words);
        };
        add("systemctl", "start stop restart reload try-restart enable disable mask unmask isolate daemon-reload kill "
                         "set-property edit reload-or-restart poweroff reboot halt");
        add("service", "start stop restart reload");
        add("kubectl oc",
            "apply create delete scale patch edit label annotate cordon uncordon drain restart undo taint "
            "set replace autoscale expose run adm");
        add("helm", "install upgrade rollback uninstall delete");
        add("openstack", "create delete set unset stop start reboot add remove update resize rebuild restore migrate");
        add("docker podman", "run rm rmi start stop restart kill prune create exec pull tag push build");
        add("apt apt-get dnf yum zypper", "install remove purge upgrade update dist-upgrade autoremove");
        add("pip pip3 npm gem", "install uninstall update");
        add("terraform tofu", "apply destroy import taint");
        add("ip", "add del delete set flush change replace");
        add("nft", "add insert delete flush create");
        add("zpool zfs", "create destroy set offline online replace");
        add("aws az gcloud", "create delete update put start stop terminate reboot");
        add("certbot", "certonly renew run delete install");
        add("etcdctl", "put del compact defrag");
        add("rabbitmqctl", "stop start_app stop_app reset set_policy delete_queue purge_queue");
        add("nginx haproxy", "reload");
        add("firewall-cmd ufw", "allow deny delete enable disable reload");
        add("git", "push commit checkout reset merge pull clone");
        add("vault", "write delete put");
        return made;
    }();
    return verbs;
}

bool isDryRun(const Call &call)
{
    return call.hasPrefix("--dry-run") || call.has("--check") || call.has("--simulate") || call.has("--noop")
           || (call.program == QStringLiteral("rsync") && call.hasLetter(u'n'));
}

bool sqlChanges(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\b(?:INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|TRUNCATE|GRANT|REVOKE|"
                       "COPY\\s+\\S+\\s+FROM|pg_terminate_backend|pg_reload_conf|pg_promote)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression explain(QStringLiteral("^\\s*EXPLAIN(?!\\s*\\(?[^)]*ANALYZE)"),
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch() && !explain.match(text).hasMatch();
}

bool firewallChanges(const Call &call)
{
    return std::any_of(call.arguments.begin(), call.arguments.end(), [](const QString &argument) {
        return isOneOf(argument, "-A -I -D -F -P -X -N -R -Z --append --insert --delete --flush --policy --new-chain");
    });
}

} // namespace

bool changesSomething(const Call &call)
{
    const QString &program = call.program;
    if (isDryRun(call))
        return false;
    if (changers().contains(program) || program.startsWith(QStringLiteral("mkfs.")))
        return true;
    const auto verbs = changingVerbs().constFind(program);
    if (verbs != changingVerbs().constEnd())
        return call.isVerb(*verbs);
    if (program == QStringLiteral("iptables") || program == QStringLiteral("ip6tables"))
        return firewallChanges(call);
    if (program == QStringLiteral("sed") || program == QStringLiteral("perl"))
        return call.hasLetter(u'i') || call.hasPrefix("--in-place");
    if (program == QStringLiteral("tar"))
        return call.hasLetter(u'x') || call.has("--extract")
               || (!call.arguments.isEmpty() && call.arguments.first().startsWith(u'x'));
    if (program == QStringLiteral("find"))
        return call.has("-delete") || (call.has("-exec") && (call.has("rm") || call.has("mv") || call.has("chmod")));
    if (program == QStringLiteral("sysctl"))
        return call.has("-w") || call.has("--system") || call.has("-p");
    if (program == QStringLiteral("crontab"))
        return call.hasLetter(u'e') || call.hasLetter(u'r');
    if (program == QStringLiteral("ansible-playbook"))
        return true;
    if (program == QStringLiteral("psql") || program == QStringLiteral("mysql") || program == QStringLiteral("mariadb"))
        return call.has("-f") || sqlChanges(call.arguments.join(u' '));
    if (program == QStringLiteral("curl"))
        return call.has("POST") || call.has("PUT") || call.has("DELETE") || call.has("PATCH") || call.has("-XPOST")
               || call.has("-XPUT") || call.has("-XDELETE") || call.has("-d") || call.hasPrefix("--data");
    return false;
}

bool changesSomething(const Command &command, const QList<Call> &calls)
{
    if (command.readOnly)
        return false;
    if (command.language == Language::Sql)
        return sqlChanges(command.text);
    if (command.language == Language::Sftp) {
        const auto transfer = readTransfer(command.text);
        return transfer && transfer->direction == TransferLine::Direction::Put;
    }
    return std::any_of(calls.begin(), calls.end(), [](const Call &call) { return changesSomething(call); });
}

} // namespace holdpoint::runbooks
