// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/dataprograms.h>
#include <runbooks/words.h>

#include <algorithm>

namespace holdpoint::runbooks {

namespace {

/// Programs none of whose options or operands is code, a command line, a template or a file to run. Judged by their manual
/// pages in Debian 12; the list is closed on purpose.
const QSet<QString> &dataPrograms()
{
    static const QSet<QString> programs = wordSet(
        "echo printf cat tac head tail ls stat file wc sort uniq cut tr tee touch mkdir rmdir rm cp mv ln chmod chown "
        "chgrp "
        "readlink realpath basename dirname du df test [ true false : grep egrep fgrep zgrep diff cmp md5sum sha1sum "
        "sha256sum sha512sum [[ gzip gunzip zcat bzip2 xz logger curl ping ping6 host dig nslookup traceroute "
        "systemctl "
        "journalctl service id getent useradd usermod groupadd userdel groupdel openstack createdb dropdb createuser "
        "dropuser pg_dump pg_dumpall pg_restore pg_isready ss iptables ip6tables date sleep cd pwd "
        "mount umount ps pgrep pkill kill killall lsof free uptime uname hostname hostnamectl timedatectl lsblk blkid "
        "notify-send wall haproxy apt-cache sha256 cksum nproc who w last seq yes");
    return programs;
}

/// Programs that only start the one behind them, which is judged by itself.
constexpr const char *wrappers = "sudo doas nohup time timeout nice ionice stdbuf command builtin exec";

/// Verbs of tools that run what they are given, inside a container or on another host.
bool runsElsewhere(const Call &call)
{
    return call.isVerb("exec run debug rsh attach ssh cp edit apply patch create replace build compose");
}

bool takesData(const Call &call)
{
    if (isOneOf(call.program, wrappers))
        return !call.hasLetter(u'S') && !call.hasLetter(u'i') && !call.hasLetter(u's') && !call.hasPrefix("--shell")
               && !call.hasPrefix("--login") && !call.hasPrefix("--split-string");
    if (isOneOf(call.program, "kubectl oc docker podman"))
        return !runsElsewhere(call) && !call.hasPrefix("-o=go-template") && !call.hasPrefix("--template");
    if (call.program == QStringLiteral("sort"))
        return !call.hasPrefix("--compress-program");
    if (call.program == QStringLiteral("ip"))
        return !call.operands().contains(QStringLiteral("exec"));
    if (call.program == QStringLiteral("printf") || call.program == QStringLiteral("test")
        || call.program == QStringLiteral("["))
        return !call.has("-v") && !call.has("-R");
    if (call.program == QStringLiteral("curl"))
        return !call.hasLetter(u'K') && !call.hasPrefix("--config");
    return dataPrograms().contains(call.program);
}

} // namespace

bool takesDataOnly(const QList<Call> &calls) { return std::ranges::all_of(calls, takesData); }

} // namespace holdpoint::runbooks
