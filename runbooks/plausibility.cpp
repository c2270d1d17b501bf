// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/plausibility.h>

#include <runbooks/calls.h>
#include <runbooks/nestedcode.h>
#include <runbooks/shelllexer.h>
#include <runbooks/words.h>

#include <QRegularExpression>

#include <algorithm>
#include <cstring>

namespace holdpoint::runbooks {

namespace {

/// The first word of the first simple command, as written; empty when there is none.
QString firstWord(const ShellLexer &lexer)
{
    qsizetype first = -1;
    qsizetype end = 0;
    for (const SimpleCommand &simple : lexer.commands()) {
        if (first < 0 || simple.first().start < first) {
            first = simple.first().start;
            end = simple.first().end;
        }
    }
    return first < 0 ? QString() : lexer.text().mid(first, end - first);
}

QString secondWord(const QString &command) { return command.simplified().section(u' ', 1, 1); }

/// Words that only a program's name has: lower case, or with an option behind it.
bool isProgramWord(const QString &word, const QString &command)
{
    const auto isIn = [](QChar c, const char *marks) {
        const char16_t u = c.unicode();
        return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9')
               || (u != 0 && u < 0x80 && std::strchr(marks, char(u)));
    };
    const QChar first = word.front();
    if (first.isDigit()) {
        static const QRegularExpression numbered(QStringLiteral("^\\d+[a-z][a-z0-9]*$")); // 7z, 2to3
        return numbered.match(word).hasMatch();
    }
    const bool capital = first >= u'A' && first <= u'Z';
    const bool named =
        std::all_of(word.begin(), word.end(), [&](QChar c) { return isIn(c, capital ? "_.+-" : "_.+@-"); });
    if (capital)
        return named && secondWord(command).startsWith(u'-');
    return named && (first == u'_' || first.isLower());
}

} // namespace

bool looksLikePromQl(const QString &text)
{
    static const QRegularExpression aggregate(QStringLiteral(
        "^\\s*(?:sum|rate|irate|increase|topk|bottomk|max|min|avg|count|histogram_quantile|absent|label_replace|"
        "predict_linear|delta|deriv|quantile|stddev|count_values|group|max_over_time|avg_over_time)\\s*"
        "(?:(?:by|without)\\s*\\([^)]*\\)\\s*)?\\("));
    static const QRegularExpression selector(QStringLiteral("^\\s*[A-Za-z_:][A-Za-z0-9_:]*\\{[^{}]*=[~\"][^{}]*\\}"));
    return (text.contains(u'(') && aggregate.match(text).hasMatch())
           || (text.contains(u'{') && selector.match(text).hasMatch());
}

bool isPlausibleCommand(const QString &command) { return isPlausibleCommand(command, readShell(command)); }

bool isPlausibleCommand(const QString &command, const ShellLexer &lexer)
{
    static const QRegularExpression data(
        QStringLiteral("^\\s*(?:\\{\\s*\"|\\[\\s*[\\{\"]|---|\\.\\.\\.|\u2026|-\\s|//|<\\?|[|+=*]{2,})"));
    const auto first = std::find_if_not(command.begin(), command.end(), [](QChar c) { return c.isSpace(); });
    const bool mark = first != command.end() && !first->isLetterOrNumber();
    if (looksLikePromQl(command) || (mark && data.match(command).hasMatch()))
        return false;
    const QString word = firstWord(lexer);
    if (word.isEmpty())
        return true; // assignments, functions, compound commands
    static const QRegularExpression special(
        QStringLiteral("^(?:[~.]?/|\\.\\.?/|[$<\"'`\\\\]|\\[{1,2}$|\\(\\(|[.:!]$|\\{\\{)"));
    return (!word.front().isLetterOrNumber() && special.match(word).hasMatch()) || isProgramWord(word, command);
}

bool announcesOutput(const QString &text)
{
    static const QRegularExpression announced(
        QStringLiteral(
            "(?:\\b(?:example|sample|expected|typical|command)\\s+(?:of\\s+)?(?:the\\s+)?output\\b|"
            "\\boutput\\s*:?\\s*$|\\b(?:looks?|look something) like\\b|\\bsimilar to\\b|\\bwill be logged\\b|"
            "\\byou (?:should|will|would) (?:then )?see\\b|\\bshould (?:output|print|return|show)\\b|"
            "\\bbeispielausgabe\\b|\\bausgabe\\s*:?\\s*$)[^.]{0,80}$"),
        QRegularExpression::CaseInsensitiveOption);
    return announced.match(text.trimmed().right(300)).hasMatch();
}

bool looksLikeCommand(const QString &line)
{
    static const QSet<QString> known = wordSet(
        "ansible ansible-playbook apt apt-get asdf aws az bash brew bundle cat cd ceph certbot chef-client chmod chown "
        "chroot consul cp crictl crontab curl date dd df dig dnf docker docker-compose du echo etcdctl export find "
        "firewall-cmd for free gcloud gem getent git gitlab-ctl gitlab-rails go grep gsutil gunzip gzip haproxy head "
        "helm "
        "host hostname htop id if ip iptables journalctl jq kill killall knife kubeadm kubectl ln ls lsblk lscpu lsof "
        "lvs "
        "make mkdir mount mv mysql mysqldump netstat nginx nmcli npm nslookup nsupdate oc openssl openstack passwd "
        "patronictl "
        "pg_dump pg_dumpall pg_restore pgbouncer ping pip pip3 podman ps psql python python3 rabbitmqctl rake "
        "redis-cli rm rpm "
        "rsync scp sed service sh skopeo ssh ss stat su sudo swapoff sysctl systemctl tail tar tcpdump tee telnet "
        "terraform "
        "top touch traceroute tsh ufw umount uname uptime useradd userdel vault vgs vim virtctl vmstat watch wget "
        "while yum "
        "zpool");
    static const QRegularExpression path(
        QStringLiteral("^(?:\\.{1,2}/|~/|/(?:usr|opt|bin|sbin|etc|root|home|var)/)\\S+$|\\.sh$"));
    static const QRegularExpression assignment(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*="));
    QString rest = line.trimmed();
    while (assignment.match(rest).hasMatch() && rest.contains(u' '))
        rest = rest.section(u' ', 1).trimmed();
    const QString first = rest.section(u' ', 0, 0);
    return known.contains(programName(first)) || path.match(first).hasMatch() || assignment.match(first).hasMatch();
}

} // namespace holdpoint::runbooks
