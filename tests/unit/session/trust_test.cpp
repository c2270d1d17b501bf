// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/trust.h>
#include <runbooks/parser.h>
#include <tests/support/templedger.h>

#include <gtest/gtest.h>

using namespace holdpoint;
using session::Trust;
using holdpoint::testing::waitFor;

namespace {

class TrustTest : public ::testing::Test
{
protected:
    runbooks::Document document(const QByteArray &source, const QString &name = QStringLiteral("book.md"))
    {
        return *runbooks::parseDocument(source, m_folder.filePath(name));
    }
    Trust trust(const runbooks::Document &document, const QString &shipped = {})
    {
        const auto found = waitFor(session::findTrust(m_ledger.get(), document, shipped));
        EXPECT_TRUE(found);
        return *found;
    }
    void give(const runbooks::Document &document)
    {
        ASSERT_TRUE(waitFor(m_ledger->append(session::trustDraft(document, QStringLiteral("ann@noc.example"), QStringLiteral("read")))));
    }

    QTemporaryDir m_folder;
    holdpoint::testing::TempLedger m_ledger;
};

TEST_F(TrustTest, aFileNobodySpokeOfIsNew) { EXPECT_EQ(trust(document("# A\n")).state, Trust::State::New); }

TEST_F(TrustTest, trustIsForContentAndNamesWhoGaveIt)
{
    give(document("# A\n"));
    const Trust given = trust(document("# A\n"));
    EXPECT_EQ(given.state, Trust::State::Trusted);
    EXPECT_EQ(given.by, QStringLiteral("ann@noc.example"));
}

// SECURITY case 61
TEST_F(TrustTest, oneChangedByteTakesItAwayAndTheTrustedTextIsThereToCompare)
{
    give(document("# A\n"));
    const Trust changed = trust(document("# B\n"));
    EXPECT_EQ(changed.state, Trust::State::Changed);
    EXPECT_EQ(changed.lastSource, QByteArray("# A\n"));
}

TEST_F(TrustTest, anEarlierVersionStaysTrusted)
{
    give(document("# A\n"));
    give(document("# B\n"));
    EXPECT_EQ(trust(document("# A\n")).state, Trust::State::Trusted);
    EXPECT_EQ(trust(document("# C\n")).lastSource, QByteArray("# B\n"));
}

TEST_F(TrustTest, anotherFileOfTheSameContentIsAnotherMatter)
{
    give(document("# A\n"));
    EXPECT_EQ(trust(document("# A\n", QStringLiteral("other.md"))).state, Trust::State::New);
}

TEST_F(TrustTest, whatCameWithTheProgramIsTrusted)
{
    QFile file(m_folder.filePath(QStringLiteral("book.md")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.close();
    EXPECT_EQ(trust(document("# A\n"), m_folder.path()).state, Trust::State::Trusted);
}

} // namespace
