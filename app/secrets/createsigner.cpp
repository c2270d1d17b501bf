// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/secrets/createsigner.h>

#include <app/secrets/agentsigner.h>
#include <app/secrets/ed25519signer.h>
#include <app/secrets/futures.h>
#include <app/secrets/keychainsigner.h>
#include <app/secrets/keygensigner.h>
#include <models/base/privatefile.h>

namespace holdpoint::secrets {

namespace {

constexpr qint64 maximumFileSize = 64 * 1024;

Result<std::shared_ptr<Signer>> fileSigner(const QString &path, const SignerContext &context)
{
    const auto file = readFile(path, maximumFileSize);
    if (!file)
        return fail(file.error());
    const auto keyFile = parseKeyFile(*file);
    if (!keyFile)
        return fail(keyFile.error().kind, path + QStringLiteral(": ") + keyFile.error().detail);
    if (const auto key = Ed25519Key::fromOpenSsh(*file))
        return std::make_shared<Ed25519Signer>(*key, context.identity);
    return KeygenSigner::create(path, *keyFile, context.identity, context.prompter);
}

} // namespace

QFuture<Result<std::shared_ptr<Signer>>> createSigner(const QString &specification, const SignerContext &context)
{
    const QLatin1String agentPrefix("agent:");
    if (specification.startsWith(agentPrefix))
        return AgentSigner::find(specification.mid(agentPrefix.size()), context.identity, context.agentSocket);
    if (specification == QLatin1String("keychain"))
        return keychainSigner(std::make_shared<SecretStore>(), context.identity);
    return finished(fileSigner(specification, context));
}

} // namespace holdpoint::secrets
