// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// What programs and databases really know. Sources: the manual pages of Debian 12, PostgreSQL's release notes.

#include <runbooks/lint/findings.h>
#include <runbooks/words.h>

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace holdpoint::runbooks::lint {

namespace {

/// Options that a program does not have, and what to use.
struct MissingOption
{
    const char *programs;
    const char *option;
    const char *cure;
};

constexpr std::array missingOptions{
    MissingOption{"psql", "--dry-run",
                  "Restore into a scratch database in place of it, or wrap the file in BEGIN and ROLLBACK"},
    MissingOption{"pg_restore pg_dump pg_dumpall createdb dropdb", "--dry-run",
                  "pg_restore --list shows what an archive holds"},
    MissingOption{"tar gzip cp mv rm mkdir ln dd chmod chown", "--dry-run",
                  "List what it would touch with ls or find first"},
    MissingOption{"nginx", "--dry-run", "nginx -t checks the configuration"},
    MissingOption{"haproxy", "--dry-run", "haproxy -c -f FILE checks the configuration"},
    MissingOption{"ansible-playbook ansible", "--dry-run", "ansible-playbook --check"},
    MissingOption{"terraform tofu", "--dry-run", "terraform plan"},
    MissingOption{"iptables ip6tables nft", "--dry-run", "iptables-restore --test, or nft --check"},
    MissingOption{"docker podman useradd userdel usermod kill killall", "--dry-run", "There is no rehearsal for it"},
    MissingOption{"openstack", "--dry-run", "Show the resource first"},
    MissingOption{"mysql mysqldump mariadb", "--dry-run", "Load it into a scratch database"},
    MissingOption{"certbot", "--check", "certbot --dry-run"},
    MissingOption{"kubectl oc", "--all-namespace", "--all-namespaces"},
};

void judgeOptions(const Seen &seen, const Call &call, Findings &findings)
{
    for (const MissingOption &missing : missingOptions) {
        if (isOneOf(call.program, missing.programs) && call.has(missing.option))
            findings.add("HP024", positionIn(*seen.command, call.start),
                         QStringLiteral("%1 has no option %2").arg(call.program, QLatin1String(missing.option)),
                         QString::fromUtf8(missing.cure));
    }
}

/// Programs and verbs that were replaced.
void judgeAge(const Seen &seen, const Call &call, Findings &findings)
{
    static const QHash<QString, QString> replaced{
        {QStringLiteral("ifconfig"), QStringLiteral("ip addr")},
        {QStringLiteral("netstat"), QStringLiteral("ss (ip -s link for interface counters, ip route for -r)")},
        {QStringLiteral("route"), QStringLiteral("ip route")},
        {QStringLiteral("arp"), QStringLiteral("ip neigh")},
        {QStringLiteral("apt-key"), QStringLiteral("a key file in /etc/apt/keyrings and signed-by")},
        {QStringLiteral("docker-compose"), QStringLiteral("docker compose")},
        {QStringLiteral("rcp"), QStringLiteral("scp or rsync")},
        {QStringLiteral("rsh"), QStringLiteral("ssh")},
        {QStringLiteral("ntpdate"), QStringLiteral("chronyc or timedatectl")}};
    if (replaced.contains(call.program))
        findings.add("HP025", positionIn(*seen.command, call.start),
                     QStringLiteral("%1 is not installed on current systems").arg(call.program),
                     QStringLiteral("Use %1").arg(replaced.value(call.program)));
    if (call.program == QStringLiteral("kubectl") && call.has("--dry-run"))
        findings.add("HP025", positionIn(*seen.command, call.start),
                     QStringLiteral("kubectl --dry-run without a value is gone since Kubernetes 1.23"),
                     QStringLiteral("Use --dry-run=client or --dry-run=server"));
}

void judgeLogic(const Seen &seen, Findings &findings)
{
    for (qsizetype i = 0; i < seen.calls.size(); ++i) {
        const Call &call = seen.calls[i];
        const bool negated = call.has("!") || call.has("-not");
        if (call.program == QStringLiteral("find") && call.has("-checkend") && call.has("-print") && !negated)
            findings.add(
                "HP026", positionIn(*seen.command, call.start),
                QStringLiteral("openssl -checkend succeeds for a certificate that does NOT expire in that time: "
                               "the list shows the good ones"),
                QStringLiteral("Put ! before -exec, so that those are listed for which it fails"));
        const bool psGrep = i > 0 && call.program == QStringLiteral("grep") && call.fromPipe
                            && seen.calls[i - 1].program == QStringLiteral("ps")
                            && !call.arguments.join(u' ').contains(u'[') && !call.hasLetter(u'v');
        if (psGrep)
            findings.add("HP026", positionIn(*seen.command, seen.calls[i - 1].start),
                         QStringLiteral("The list always holds grep itself, so something is always found"),
                         QStringLiteral("Use pgrep -a, which never finds itself"));
    }
}

/// Words of SQL that a release took away.
struct RenamedColumn
{
    const char *pattern;
    const char *message;
    const char *cure;
};

constexpr std::array renamed{
    RenamedColumn{"\\bpg_stat_statements\\b[\\s\\S]*\\b(?:mean|total|min|max|stddev)_time\\b|\\b(?:mean|total|min|max|"
                  "stddev)_time\\b[\\s\\S]*\\bpg_stat_statements\\b",
                  "pg_stat_statements has no *_time columns since PostgreSQL 13",
                  "Use mean_exec_time, total_exec_time and their kin"},
    RenamedColumn{"\\bpg_(?:xlog|last_xlog|current_xlog)\\w*",
                  "The pg_xlog functions are pg_wal functions since PostgreSQL 10",
                  "Use pg_current_wal_lsn() and its kin"},
    RenamedColumn{
        "\\bpg_stat_activity\\b[\\s\\S]*\\b(?:procpid|current_query|waiting)\\b|\\b(?:procpid|current_query)\\b",
        "pg_stat_activity has pid, query and wait_event in place of procpid, current_query and waiting",
        "Use the new names"},
};

void judgeSql(const Command &command, const QString &sql, Findings &findings)
{
    static const QList<QRegularExpression> patterns = [] {
        QList<QRegularExpression> made;
        for (const RenamedColumn &entry : renamed)
            made.append(
                QRegularExpression(QString::fromLatin1(entry.pattern), QRegularExpression::CaseInsensitiveOption));
        return made;
    }();
    for (qsizetype i = 0; i < patterns.size(); ++i) {
        if (patterns[i].match(sql).hasMatch())
            findings.add("HP025", command.position, QString::fromLatin1(renamed[std::size_t(i)].message),
                         QString::fromLatin1(renamed[std::size_t(i)].cure));
    }
}

/// Settings of PostgreSQL that only a restart applies (pg_settings.context = postmaster), where only a reload follows.
void judgeRestarts(const Subject &subject, Findings &findings)
{
    static const QRegularExpression setting(
        QStringLiteral("\\bALTER\\s+SYSTEM\\s+SET\\s+(shared_buffers|max_connections|wal_level|max_worker_processes|"
                       "listen_addresses|port|max_wal_senders|max_replication_slots|huge_pages|wal_buffers|"
                       "shared_preload_libraries|max_prepared_transactions|hot_standby|archive_mode)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression restart(QStringLiteral("\\b(?:restart|pg_ctlcluster|pg_ctl)\\b"));
    const bool restarts =
        std::ranges::any_of(subject.commands, [](const Seen &seen) { return seen.command->text.contains(restart); });
    for (const Seen &seen : subject.commands) {
        const QRegularExpressionMatch match = setting.match(seen.command->text);
        if (match.hasMatch() && !restarts)
            findings.add("HP026", positionIn(*seen.command, match.capturedStart()),
                         QStringLiteral("%1 takes effect only when the server starts; a reload does not apply it")
                             .arg(match.captured(1)),
                         QStringLiteral("Plan a restart as a step of its own, or set something that a reload applies"));
    }
}

} // namespace

void factRules(const Subject &subject, Findings &findings)
{
    for (const Seen &seen : subject.commands) {
        for (const Call &call : seen.calls) {
            judgeOptions(seen, call, findings);
            judgeAge(seen, call, findings);
            if (call.program == QStringLiteral("psql"))
                judgeSql(*seen.command, call.arguments.join(u' '), findings);
        }
        judgeLogic(seen, findings);
        if (seen.command->language == Language::Sql)
            judgeSql(*seen.command, seen.command->text, findings);
    }
    judgeRestarts(subject, findings);
}

} // namespace holdpoint::runbooks::lint
