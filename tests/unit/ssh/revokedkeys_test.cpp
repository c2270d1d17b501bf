// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/revokedkeys.h>

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace holdpoint::ssh {

class RevokedKeysTest : public ::testing::Test
{
protected:
    Result<bool> revoked(const QByteArray &content)
    {
        QFile file(m_folder.filePath(QStringLiteral("revoked")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        file.close();
        return isRevoked(file.fileName(), m_key);
    }

    QTemporaryDir m_folder;
    const QByteArray m_key = "the key's own bytes";
    const QByteArray m_line = "ssh-ed25519 " + m_key.toBase64();
};

TEST_F(RevokedKeysTest, aListedKeyIsFoundWhereverItStands)
{
    EXPECT_EQ(revoked(m_line), Result<bool>(true));
    EXPECT_EQ(revoked("# old\n\nssh-rsa AAAA x\n  " + m_line + " of db\r\n"), Result<bool>(true));
    EXPECT_EQ(revoked("#" + m_line + "\nssh-rsa AAAA\n"), Result<bool>(false));
    EXPECT_EQ(revoked(""), Result<bool>(false));
}

TEST_F(RevokedKeysTest, aListThatCannotBeReadIsAnErrorAndNotAnEmptyOne)
{
    EXPECT_FALSE(revoked(QByteArray("SSHKRL\n\0", 8) + m_line));
    EXPECT_FALSE(isRevoked(m_folder.filePath(QStringLiteral("nowhere")), m_key));
    EXPECT_FALSE(isRevoked(m_folder.path(), m_key));
}

} // namespace holdpoint::ssh
