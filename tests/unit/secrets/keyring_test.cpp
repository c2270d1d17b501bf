// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Runs under with-keyring.sh: a real, unlocked keyring of its own.

#include <app/secrets/createsigner.h>
#include <app/secrets/secretstore.h>
#include <tests/support/sshkeygen.h>
#include <tests/support/waiting.h>

using namespace holdpoint;
using namespace holdpoint::secrets;
using namespace holdpoint::testing;

namespace {

TEST(KeyringTest, aSecretComesBackUntilItIsRemoved)
{
    SecretStore store;
    const QByteArray secret("bytes\0and zeros", 15);
    ASSERT_TRUE(waitFor(store.write(QStringLiteral("key"), secret)));
    EXPECT_EQ(waitFor(store.read(QStringLiteral("key"))).value(), secret);
    ASSERT_TRUE(waitFor(store.remove(QStringLiteral("key"))));
    EXPECT_EQ(waitFor(store.read(QStringLiteral("key"))).error().kind, ErrorKind::NotFound);
}

TEST(KeyringTest, theSigningKeyIsMadeOnceAndSigns)
{
    const SignerContext context{QStringLiteral("operator@noc.example"), {}, nullptr};
    const auto first = waitFor(createSigner(QStringLiteral("keychain"), context));
    ASSERT_TRUE(first) << first.error().detail.toStdString();
    const auto second = waitFor(createSigner(QStringLiteral("keychain"), context));
    ASSERT_TRUE(second);
    EXPECT_EQ((*first)->publicKey(), (*second)->publicKey());
    EXPECT_TRUE((*second)->isUnattended());
    const auto signature = waitFor((*second)->signature(QStringLiteral("session-report@holdpoint"), "message"));
    ASSERT_TRUE(signature);
    EXPECT_TRUE(sshKeygenVerifies("ssh-ed25519 " + (*first)->publicKey().toBase64(),
                                  QStringLiteral("session-report@holdpoint"), *signature, "message"));
}

TEST(KeyringTest, whatIsNoKeyIsNotReplaced)
{
    SecretStore store;
    ASSERT_TRUE(waitFor(store.write(QStringLiteral("signing-key"), "something else")));
    const auto signer = waitFor(createSigner(QStringLiteral("keychain"), {QStringLiteral("op@example"), {}, nullptr}));
    ASSERT_FALSE(signer);
    EXPECT_EQ(signer.error().kind, ErrorKind::Corrupt);
    EXPECT_EQ(waitFor(store.read(QStringLiteral("signing-key"))).value(), "something else");
}

} // namespace
