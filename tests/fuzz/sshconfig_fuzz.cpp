// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// SSH configurations against the stock client: what both accept means the same to both.

#include "shellprocess.h"

#include <app/ssh/algorithmlist.h>
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
        "IgnoreUnknown Foo\n", "Foo bar\n", "SendEnv LANG\n", "Match ", "Match user ops\n", "Match !host db\n", "host ", "originalhost ",
        "user ", "localuser ", "canonical ", "final ", "!final ", "all", "d*", "!ops,*", "10.*", "DB.Example", "%h.Example", "127.1",
        "ServerAliveInterval ", "ServerAliveCountMax ", "ConnectionAttempts ", "AddressFamily inet\n", "AddressFamily any\n",
        "BindAddress ", "TCPKeepAlive ", "SendEnv ", "LC_*", "-L*", "SetEnv ", "A=1 ", "B=2=3", "HashKnownHosts ", "RequiredRSASize ",
        "GlobalKnownHostsFile ", "PreferredAuthentications ", "password", "PasswordAuthentication ", "KbdInteractiveAuthentication ",
        "PubkeyAuthentication ", "NumberOfPasswordPrompts ", "CanonicalizeHostname yes\n", "CanonicalizeHostname ",
        "CanonicalizeMaxDots ", "Ciphers ", "aes128-ctr", "+aes*cbc", "-aes*", "^3des-cbc,aes128-ctr", "ForwardAgent yes\n",
        "StrictHostKeyChecking ", "accept-new", "RevokedHostKeys "};
    return list;
}

/// What a run of the stock client printed; nothing when it refuses.
std::optional<QByteArrayList> askStock(const QStringList &arguments)
{
    QProcess ssh;
    ssh.start(QStringLiteral("ssh"), arguments);
    ssh.closeWriteChannel();
    if (!ssh.waitForFinished(60'000)) { // a machine with much to do
        ssh.kill();
        ssh.waitForFinished();
        return std::nullopt;
    }
    if (ssh.exitStatus() != QProcess::NormalExit || ssh.exitCode() != 0)
        return std::nullopt;
    return ssh.readAllStandardOutput().split('\n');
}

std::optional<QByteArrayList> stockSettings(const QString &file)
{
    return askStock({QStringLiteral("-G"), QStringLiteral("-F"), file, QStringLiteral("db")});
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

QString word(bool flag)
{
    return flag ? QStringLiteral("yes") : QStringLiteral("no");
}

QStringList present(const QString &value)
{
    return value.isEmpty() ? QStringList() : QStringList{value};
}

QStringList texts(const QByteArrayList &list)
{
    QStringList found;
    for (const QByteArray &one : list)
        found.append(QString::fromUtf8(one));
    return found;
}

void compareWhere(const ssh::HostSettings &ours, const QByteArrayList &stock, const QByteArray &text)
{
    // With a family the stock client leaves an address of the other one as it is; it could not be connected to.
    if (ours.addressFamily == ssh::AddressFamily::Any)
        expect("hostname", {ours.hostName}, valuesOf(stock, "hostname"), text, Qt::CaseInsensitive);
    expect("user", {ours.user.value_or(ssh::localUserName())}, valuesOf(stock, "user"), text);
    expect("port", {QString::number(ours.port.value_or(22))}, valuesOf(stock, "port"), text);
    expect("hostkeyalias", present(ours.hostKeyAlias), valuesOf(stock, "hostkeyalias"), text, Qt::CaseInsensitive);
    expect("hashknownhosts", {word(ours.hashKnownHosts)}, valuesOf(stock, "hashknownhosts"), text);
    expect("revokedhostkeys", present(ours.revokedHostKeys), valuesOf(stock, "revokedhostkeys"), text);
    if (ours.globalKnownHostsFiles)
        expect("globalknownhostsfile", {ours.globalKnownHostsFiles->join(u' ')}, valuesOf(stock, "globalknownhostsfile"), text);
}

void compareLink(const ssh::HostSettings &ours, const QByteArrayList &stock, const QByteArray &text)
{
    using Family = ssh::AddressFamily;
    const QString family = ours.addressFamily == Family::Any    ? QStringLiteral("any")
                           : ours.addressFamily == Family::IPv4 ? QStringLiteral("inet")
                                                                : QStringLiteral("inet6");
    expect("addressfamily", {family}, valuesOf(stock, "addressfamily"), text);
    expect("bindaddress", present(ours.bindAddress), valuesOf(stock, "bindaddress"), text);
    expect("tcpkeepalive", {word(ours.tcpKeepAlive)}, valuesOf(stock, "tcpkeepalive"), text);
    const auto number = [&](const char *keyword, int value) {
        expect(keyword, {QString::number(value)}, valuesOf(stock, keyword), text);
    };
    number("serveraliveinterval", ours.serverAliveSeconds.value_or(0));
    number("serveralivecountmax", ours.serverAliveCount.value_or(3));
    number("connectionattempts", ours.connectionAttempts);
    number("canonicalizemaxdots", ours.canonicalizeMaxDots);
    if (ours.connectTimeoutSeconds)
        number("connecttimeout", *ours.connectTimeoutSeconds);
    expect("sendenv", texts(ours.sendEnv), valuesOf(stock, "sendenv"), text);
    expect("setenv", texts(ours.setEnv), valuesOf(stock, "setenv"), text);
}

void compareCiphers(const QByteArray &list, const QByteArrayList &stock, const QByteArray &text)
{
    static const QByteArrayList usual = stockSettings(QStringLiteral("/dev/null")).value_or(QByteArrayList());
    static const QByteArrayList preferred = valuesOf(usual, "ciphers").value(0).toUtf8().split(',');
    static const QByteArrayList supported = [] {
        auto known = askStock({QStringLiteral("-Q"), QStringLiteral("cipher")}).value_or(QByteArrayList());
        known.removeAll(QByteArray());
        return known;
    }();
    const auto ours = ssh::chooseAlgorithms(list, preferred, supported);
    expect("ciphers", {QString::fromUtf8(ours.value_or(QByteArrayList()).join(','))}, valuesOf(stock, "ciphers"), text);
}

void compareLogin(const ssh::HostSettings &ours, const QByteArrayList &stock, const QByteArray &text)
{
    const auto allowed = [&](const char *method) { return !ours.refusedLoginMethods.contains(QLatin1String(method)); };
    expect("identitiesonly", {word(ours.identitiesOnly)}, valuesOf(stock, "identitiesonly"), text);
    expect("passwordauthentication", {word(allowed("password"))}, valuesOf(stock, "passwordauthentication"), text);
    expect("kbdinteractiveauthentication", {word(allowed("keyboard-interactive"))}, valuesOf(stock, "kbdinteractiveauthentication"), text);
    expect("pubkeyauthentication", {allowed("publickey") ? QStringLiteral("true") : QStringLiteral("false")},
           valuesOf(stock, "pubkeyauthentication"), text);
    expect("numberofpasswordprompts", {QString::number(ours.secretPrompts)}, valuesOf(stock, "numberofpasswordprompts"), text);
    // Nothing between two commas is no method to either.
    if (ours.loginMethods) {
        const QString methods = valuesOf(stock, "preferredauthentications").join(u'\n');
        expect("preferredauthentications", *ours.loginMethods, methods.split(u',', Qt::SkipEmptyParts), text);
    }
    if (ours.leastRsaBits)
        expect("requiredrsasize", {QString::number(*ours.leastRsaBits)}, valuesOf(stock, "requiredrsasize"), text);
    if (const auto ciphers = ours.algorithms.find(ssh::AlgorithmKind::Cipher); ciphers != ours.algorithms.end())
        compareCiphers(ciphers->second, stock, text);
}

/// No name of the fuzzer's has an address.
Result<QString> noNames(const QString &, ssh::AddressFamily)
{
    return fail(ErrorKind::NotFound, QStringLiteral("none"));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QTemporaryDir folder(QStringLiteral("/dev/shm/sshconfig"));
    static const QString path = folder.filePath(QStringLiteral("config"));
    if (size > 60)
        return 0;
    const QByteArray text = fuzz::textOf(data, size, tokens());
    if (!fuzz::putText(path, text))
        return 0;
    const auto config = ssh::SshConfig::load({path});
    const auto ours =
        config ? config->lookup(QStringLiteral("db"), {}, {noNames}) : Result<ssh::HostSettings>(fail(config.error()));
    // What a "Match" that we do not evaluate would say is left out, and said so in the notes.
    if (!ours || ours->notes.join(u' ').contains(QStringLiteral("never evaluated")))
        return 0;
    if (const auto stock = stockSettings(path)) {
        compareWhere(*ours, *stock, text);
        compareLink(*ours, *stock, text);
        compareLogin(*ours, *stock, text);
    }
    return 0;
}
