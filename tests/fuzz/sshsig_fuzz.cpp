// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// SSHSIG files and allowed_signers: no crash, and what parses is the same after a round.

#include <models/ledger/sshsig.h>

#include <cstdlib>

using namespace holdpoint;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto check = [](const QByteArray &armoured) {
        const auto signature = sshsig::parse(armoured);
        if (!signature)
            return;
        if (signature->hashAlgorithm == QLatin1String("sha512")
            && sshsig::parse(sshsig::armour(signature->publicKey, signature->nameSpace, signature->blob))->blob
                   != signature->blob)
            std::abort();
        (void)sshsig::verify(armoured, signature->nameSpace, "message");
    };
    check(bytes);
    // The same bytes inside good armour reach the layers below it.
    check("-----BEGIN SSH SIGNATURE-----\n" + bytes.toBase64() + "\n-----END SSH SIGNATURE-----\n");
    for (const sshsig::AllowedSigner &signer : sshsig::parseAllowedSigners(bytes)) {
        (void)sshsig::findSigner({signer}, {signer.publicKey, QStringLiteral("n"), QStringLiteral("sha512"), "b"},
                                 QDateTime::fromSecsSinceEpoch(1'790'000'000));
    }
    return 0;
}
