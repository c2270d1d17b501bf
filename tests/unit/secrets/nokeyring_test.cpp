// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/secrets/createsigner.h>
#include <app/secrets/secretstore.h>
#include <tests/support/waiting.h>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::secrets;
using namespace holdpoint::testing;

namespace {

/// As on a server: no session bus to reach a keyring by.
class NoKeyringTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qunsetenv("KDE_SESSION_VERSION");
    }
};

TEST_F(NoKeyringTest, aSecretIsRefusedWithTheReasonAndGoesToNoFile)
{
    SecretStore store(QStringLiteral("holdpoint-test"));
    const auto written = waitFor(store.write(QStringLiteral("key"), "secret"));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, ErrorKind::Io);
    EXPECT_TRUE(written.error().detail.startsWith(QLatin1String("no usable keyring: "))) << written.error().detail.toStdString();
    EXPECT_FALSE(waitFor(store.read(QStringLiteral("key"))));
}

TEST_F(NoKeyringTest, thereIsNoSignerInTheKeyring)
{
    const auto signer = waitFor(createSigner(QStringLiteral("keychain"), {QStringLiteral("op@example"), {}, nullptr}));
    ASSERT_FALSE(signer);
    EXPECT_EQ(signer.error().kind, ErrorKind::Io);
}

} // namespace
