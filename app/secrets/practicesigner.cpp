// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/secrets/practicesigner.h>

#include <app/secrets/ed25519signer.h>
#include <models/base/privatefile.h>

namespace holdpoint::secrets {

namespace {

constexpr qint64 maximumFileSize = 64 * 1024;

QString practiceIdentity() { return QStringLiteral("practice@holdpoint"); }

Result<> createKey(const QString &folder, const QString &path)
{
    const Ed25519Key key = Ed25519Key::generate();
    const QByteArray line = "ssh-ed25519 " + key.publicKey().toBase64() + ' ' + practiceIdentity().toUtf8() + '\n';
    Result<> done = makePrivateFolder(folder);
    if (done)
        done = writePrivateFile(path + QStringLiteral(".pub"), line);
    // Last: who finds the key finds its public half too.
    if (done)
        done = writePrivateFile(path, key.toOpenSsh(practiceIdentity()));
    return done;
}

} // namespace

Result<std::shared_ptr<Signer>> practiceSigner(const QString &folder)
{
    const QString path = folder + QStringLiteral("/practice-key");
    auto file = readFile(path, maximumFileSize);
    if (!file && file.error().kind == ErrorKind::NotFound) {
        if (auto created = createKey(folder, path); !created)
            return fail(created.error());
        file = readFile(path, maximumFileSize);
    }
    if (!file)
        return fail(file.error());
    const auto key = Ed25519Key::fromOpenSsh(*file);
    if (!key)
        return fail(key.error().kind, path + QStringLiteral(": ") + key.error().detail);
    return std::make_shared<Ed25519Signer>(*key, practiceIdentity());
}

} // namespace holdpoint::secrets
