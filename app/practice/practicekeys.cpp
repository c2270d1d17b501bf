// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/practice/practicekeys.h>

#include <app/ssh/handshake.h>

#include <models/base/privatefile.h>

#include <QFileInfo>

namespace holdpoint::practice {

namespace {

using ssh::KeyPtr;
using ssh::TextPtr;

Result<> makeKey(const QString &path)
{
    ssh_key key = nullptr;
    if (ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &key) != SSH_OK)
        return fail(ErrorKind::Io, QStringLiteral("the SSH library cannot make a key"));
    const KeyPtr owned(key);
    char *text = nullptr;
    if (ssh_pki_export_privkey_base64(key, nullptr, nullptr, nullptr, &text) != SSH_OK)
        return fail(ErrorKind::Io, QStringLiteral("the SSH library cannot write a key"));
    const TextPtr ownedText(text);
    return writePrivateFile(path, text);
}

Result<KeyPtr> loadKey(const QString &path)
{
    if (!QFileInfo::exists(path)) {
        if (auto made = makeKey(path); !made)
            return fail(made.error());
    }
    ssh_key key = nullptr;
    if (ssh_pki_import_privkey_file(path.toLocal8Bit().constData(), nullptr, nullptr, nullptr, &key) != SSH_OK)
        return fail(ErrorKind::Corrupt, QStringLiteral("%1: not a private key").arg(path));
    return KeyPtr(key);
}

Result<QByteArray> publicBase64(const KeyPtr &key)
{
    char *text = nullptr;
    if (ssh_pki_export_pubkey_base64(key.get(), &text) != SSH_OK)
        return fail(ErrorKind::Io, QStringLiteral("the SSH library cannot write a key"));
    const TextPtr owned(text);
    return QByteArray(text);
}

} // namespace

Result<PracticeKeys> preparePracticeKeys(const QString &folder)
{
    if (auto made = makePrivateFolder(folder); !made)
        return fail(made.error());
    PracticeKeys keys;
    keys.hostKeyFile = folder + QStringLiteral("/host_key");
    keys.clientKeyFile = folder + QStringLiteral("/client_key");
    keys.knownHostsFile = folder + QStringLiteral("/known_hosts");
    const auto hostKey = loadKey(keys.hostKeyFile);
    if (!hostKey)
        return fail(hostKey.error());
    auto clientKey = loadKey(keys.clientKeyFile);
    if (!clientKey)
        return fail(clientKey.error());
    const auto hostPublic = publicBase64(*hostKey);
    if (!hostPublic)
        return fail(hostPublic.error());
    ssh_key clientPublic = nullptr;
    if (ssh_pki_export_privkey_to_pubkey(clientKey->get(), &clientPublic) != SSH_OK)
        return fail(ErrorKind::Io, QStringLiteral("the SSH library cannot read its key"));
    keys.clientPublicKey.reset(clientPublic);
    keys.fingerprint = ssh::keyFingerprint(QByteArray::fromBase64(*hostPublic));
    // The port is another one at every start, the key is not.
    const QByteArray known = "[127.0.0.1]:*,127.0.0.1 ssh-ed25519 " + *hostPublic + '\n';
    if (auto written = writePrivateFile(keys.knownHostsFile, known); !written)
        return fail(written.error());
    return keys;
}

} // namespace holdpoint::practice
