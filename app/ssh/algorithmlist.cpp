// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/algorithmlist.h>

#include <models/base/sshpattern.h>

#include <map>

namespace holdpoint::ssh {

namespace {

using Algorithms = QList<QByteArray>;

void appendMissing(Algorithms &to, const Algorithms &more)
{
    for (const QByteArray &one : more) {
        if (!to.contains(one))
            to.append(one);
    }
}

/// In the order of the patterns; those of one pattern in the order of `supported`.
Algorithms matching(const Algorithms &patterns, const Algorithms &supported)
{
    Algorithms found;
    for (const QByteArray &pattern : patterns) {
        for (const QByteArray &algorithm : supported) {
            if (matchesPattern(algorithm, pattern))
                appendMissing(found, {algorithm});
        }
    }
    return found;
}

} // namespace

const Algorithms &preferredAlgorithms(AlgorithmKind kind)
{
    static const Algorithms keys{"ssh-ed25519",         "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384",
                                 "ecdsa-sha2-nistp521", "rsa-sha2-512",        "rsa-sha2-256"};
    static const std::map<AlgorithmKind, Algorithms> table{
        {AlgorithmKind::KeyExchange,
         {"curve25519-sha256", "curve25519-sha256@libssh.org", "ecdh-sha2-nistp256", "ecdh-sha2-nistp384",
          "ecdh-sha2-nistp521", "diffie-hellman-group16-sha512", "diffie-hellman-group18-sha512"}},
        {AlgorithmKind::HostKey, keys},
        {AlgorithmKind::Cipher,
         {"aes256-gcm@openssh.com", "aes128-gcm@openssh.com", "chacha20-poly1305@openssh.com", "aes256-ctr",
          "aes128-ctr"}},
        {AlgorithmKind::Mac, {"hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com"}},
        {AlgorithmKind::LoginKey,
         {"ssh-ed25519-cert-v01@openssh.com", "ecdsa-sha2-nistp256-cert-v01@openssh.com",
          "ecdsa-sha2-nistp384-cert-v01@openssh.com", "ecdsa-sha2-nistp521-cert-v01@openssh.com",
          "sk-ssh-ed25519-cert-v01@openssh.com", "sk-ecdsa-sha2-nistp256-cert-v01@openssh.com",
          "rsa-sha2-512-cert-v01@openssh.com", "rsa-sha2-256-cert-v01@openssh.com", "ssh-ed25519",
          "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "sk-ssh-ed25519@openssh.com",
          "sk-ecdsa-sha2-nistp256@openssh.com", "rsa-sha2-512", "rsa-sha2-256"}},
    };
    return table.at(kind);
}

const Algorithms &supportedAlgorithms(AlgorithmKind kind)
{
    static const std::map<AlgorithmKind, Algorithms> table{
        {AlgorithmKind::KeyExchange,
         {"curve25519-sha256", "curve25519-sha256@libssh.org", "ecdh-sha2-nistp256", "ecdh-sha2-nistp384",
          "ecdh-sha2-nistp521", "diffie-hellman-group-exchange-sha256", "diffie-hellman-group16-sha512",
          "diffie-hellman-group18-sha512", "diffie-hellman-group14-sha256", "diffie-hellman-group14-sha1",
          "diffie-hellman-group-exchange-sha1", "diffie-hellman-group1-sha1"}},
        {AlgorithmKind::HostKey,
         {"ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "rsa-sha2-512",
          "rsa-sha2-256", "ssh-rsa"}},
        {AlgorithmKind::Cipher,
         {"chacha20-poly1305@openssh.com", "aes128-ctr", "aes192-ctr", "aes256-ctr", "aes128-gcm@openssh.com",
          "aes256-gcm@openssh.com", "aes128-cbc", "aes192-cbc", "aes256-cbc", "3des-cbc"}},
        {AlgorithmKind::Mac,
         {"hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com", "hmac-sha1-etm@openssh.com",
          "hmac-sha2-256", "hmac-sha2-512", "hmac-sha1"}},
        {AlgorithmKind::LoginKey, preferredAlgorithms(AlgorithmKind::LoginKey) + Algorithms{"ssh-rsa"}},
    };
    return table.at(kind);
}

Result<Algorithms> chooseAlgorithms(const QByteArray &list, const Algorithms &preferred, const Algorithms &supported)
{
    const char how = list.isEmpty() ? '\0' : list.front();
    const Algorithms named = list.mid(how == '+' || how == '-' || how == '^' ? 1 : 0).split(',');
    Algorithms chosen;
    if (how == '-') {
        for (const QByteArray &algorithm : preferred) {
            if (!matchesAny(algorithm, named))
                chosen.append(algorithm);
        }
    } else {
        for (const QByteArray &pattern : named) {
            if (pattern.startsWith('!'))
                return fail(ErrorKind::Invalid, QStringLiteral("a negated pattern has no meaning here"));
        }
        chosen = how == '+' ? preferred : Algorithms();
        appendMissing(chosen, matching(named, supported));
        if (how == '^')
            appendMissing(chosen, preferred);
    }
    if (chosen.isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("nothing is left that Holdpoint supports"));
    return chosen;
}

} // namespace holdpoint::ssh
