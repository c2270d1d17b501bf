// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// SSH configurations against the stock client: what both accept means the same to both.

#include "shellprocess.h"

#include <app/ssh/sshconfig.h>

#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace holdpoint;

const QByteArrayList &tokens()
{
    static const QByteArrayList list{
        "Host ", "host=", "Match all", "Match host db\n", "Match final\n", "db", "web", "*", "d?", "!db ", "!", " ", "\t", "\n", "\n  ",
        "\"", "=", " = ", "#", "# note\n", "HostName ", "10.0.0.5", "%h.net", "%%", "User ", "ops", "Port ", "22", "2222", "0", "99999", "abc",
        "IdentityFile ", "~/.ssh/key", "/k%r", "none", "IdentitiesOnly ", "yes", "no", "true", "ConnectTimeout ", "5", "1m", "1h5s",
        "HostKeyAlias ", "alias", "UserKnownHostsFile ", "/a /b", "ProxyJump ", "bastion", "a,b", "ops@b:22", "ProxyCommand ", "CertificateFile ",
        "ServerAliveInterval 3\n", "Compression no\n", "Host db\n", "Host *\n", "Host web db\n", "Host \"db\"\n", "\\", "'", ",", "\r\n", "Include /nonexistent\n",
        "IgnoreUnknown Foo\n", "Foo bar\n", "SendEnv LANG\n"};
    return list;
}

/// What the stock client says of a keyword; nothing when it refuses the file.
std::optional<QByteArrayList> stockSettings(const QString &file)
{
    QProcess ssh;
    ssh.start(QStringLiteral("ssh"), {QStringLiteral("-G"), QStringLiteral("-F"), file, QStringLiteral("db")});
    ssh.closeWriteChannel();
    ssh.waitForFinished(5000);
    if (ssh.exitStatus() != QProcess::NormalExit || ssh.exitCode() != 0)
        return std::nullopt;
    return ssh.readAllStandardOutput().split('\n');
}

QStringList valuesOf(const QByteArrayList &printed, const QByteArray &keyword)
{
    QStringList values;
    for (const QByteArray &line : printed) {
        if (line.startsWith(keyword + ' '))
            values.append(QString::fromUtf8(line.mid(keyword.size() + 1)));
    }
    return values;
}

/// Names of hosts are the same in either case.
void expect(const char *keyword, const QStringList &ours, const QStringList &stock, const QByteArray &text,
            Qt::CaseSensitivity letters = Qt::CaseSensitive)
{
    if (ours.join(u'\n').compare(stock.join(u'\n'), letters) == 0)
        return;
    std::fprintf(stderr, "%s: we have \"%s\", ssh has \"%s\"\n--- file\n%s\n", keyword, qPrintable(ours.join(u'|')),
                 qPrintable(stock.join(u'|')), text.constData());
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QTemporaryDir folder(QStringLiteral("/dev/shm/sshconfig"));
    static const QString path = folder.filePath(QStringLiteral("config"));
    if (size > 60)
        return 0;
    const QByteArray text = fuzz::textOf(data, size, tokens());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text) != text.size())
        return 0;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.close();
    const auto config = ssh::SshConfig::load({path});
    const auto ours = config ? config->lookup(QStringLiteral("db")) : Result<ssh::HostSettings>(fail(config.error()));
    // What a "Match" that we do not evaluate would say is left out, and said so in the notes.
    if (!ours || !ours->notes.isEmpty())
        return 0;
    const auto stock = stockSettings(path);
    if (!stock)
        return 0;
    // Addresses are printed in the form the system gives them: 99999 is 0.1.134.159.
    const bool isAddress = !ours->hostName.isEmpty() && ours->hostName.front().isDigit();
    if (!isAddress)
        expect("hostname", {ours->hostName}, valuesOf(*stock, "hostname"), text, Qt::CaseInsensitive);
    expect("user", {ours->user.value_or(ssh::localUserName())}, valuesOf(*stock, "user"), text);
    expect("port", {QString::number(ours->port.value_or(22))}, valuesOf(*stock, "port"), text);
    expect("identitiesonly", {ours->identitiesOnly ? QStringLiteral("yes") : QStringLiteral("no")}, valuesOf(*stock, "identitiesonly"), text);
    expect("hostkeyalias", ours->hostKeyAlias.isEmpty() ? QStringList() : QStringList{ours->hostKeyAlias},
           valuesOf(*stock, "hostkeyalias"), text, Qt::CaseInsensitive);
    return 0;
}
