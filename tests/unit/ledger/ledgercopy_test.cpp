// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/ledgercopy.h>

#include <models/ledger/snapshot.h>
#include <tests/support/templedger.h>

#include <QTemporaryDir>

#include <future>
#include <sys/file.h>

using namespace holdpoint;
using namespace holdpoint::ledger;
using holdpoint::testing::TempLedger;
using holdpoint::testing::waitFor;

namespace {

class LedgerCopyTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_ledger.append(4);
        ASSERT_TRUE(waitFor(m_ledger->append({QStringLiteral("output"), QStringLiteral("op"), QByteArray(16, 'a'), {}, {"bytes"}})));
    }
    TempLedger m_ledger;
};

TEST_F(LedgerCopyTest, itIsReadWhileTheLedgerIsOpenAndWritten)
{
    const auto copy = LedgerCopy::take(m_ledger.path());
    ASSERT_TRUE(copy) << copy.error().detail.toStdString();
    m_ledger.append(2);
    const auto ofRun = (*copy)->entries(QByteArray(16, 'a'));
    ASSERT_TRUE(ofRun);
    EXPECT_EQ(ofRun->size(), 3) << "as it was at that moment";
    EXPECT_TRUE(ofRun->last().attachments.first().bytes.isEmpty());
    const auto notes = (*copy)->entriesOfType(QStringLiteral("note"));
    ASSERT_TRUE(notes);
    EXPECT_EQ(notes->size(), 4);
}

class CopyFoldersTest : public LedgerCopyTest
{
protected:
    void SetUp() override
    {
        LedgerCopyTest::SetUp();
        qputenv("TMPDIR", m_temporary.path().toLocal8Bit());
    }
    void TearDown() override { m_before.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", m_before); }

    [[nodiscard]] QStringList folders() const
    {
        return QDir(m_temporary.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }

    QTemporaryDir m_temporary;
    QByteArray m_before = qgetenv("TMPDIR");
};

TEST_F(CopyFoldersTest, aCopyThatAKilledProcessLeftGoesWithTheNext)
{
    const QDir folder(m_temporary.path());
    for (const char *name : {"holdpoint-copy-killed", "holdpoint-copy-at-work"}) {
        folder.mkdir(QLatin1String(name));
        QFile hold(folder.filePath(QLatin1String(name) + QStringLiteral("/in-use")));
        ASSERT_TRUE(hold.open(QIODevice::WriteOnly));
    }
    QFile atWork(folder.filePath(QStringLiteral("holdpoint-copy-at-work/in-use")));
    ASSERT_TRUE(atWork.open(QIODevice::ReadWrite));
    ASSERT_EQ(::flock(atWork.handle(), LOCK_EX | LOCK_NB), 0);
    {
        const auto copy = LedgerCopy::take(m_ledger.path());
        ASSERT_TRUE(copy) << copy.error().detail.toStdString();
        EXPECT_EQ(folders().size(), 2) << folders().join(u' ').toStdString();
        EXPECT_TRUE(folders().contains(QStringLiteral("holdpoint-copy-at-work")));
        for (const QString &name : folders())
            EXPECT_FALSE(QDir(folder.filePath(name)).exists(QStringLiteral("ledger.db"))) << "no name leads to what is read";
        EXPECT_TRUE((*copy)->entriesAt({4}));
    }
    EXPECT_EQ(folders(), QStringList(QStringLiteral("holdpoint-copy-at-work")));
}

TEST_F(CopyFoldersTest, thoseWhoTakeCopiesAtTheSameTimeLeaveEachOtherAlone)
{
    const auto takeMany = [this] {
        int taken = 0;
        for (int i = 0; i < 150; ++i) {
            const auto snapshot = Snapshot::take(m_ledger.path());
            taken += snapshot && QFile::exists((*snapshot)->path()) ? 1 : 0;
        }
        return taken;
    };
    auto other = std::async(std::launch::async, takeMany);
    EXPECT_EQ(takeMany(), 150);
    EXPECT_EQ(other.get(), 150);
    EXPECT_EQ(folders(), QStringList());
}

TEST_F(LedgerCopyTest, entriesAreReadByTheirNumbersWithWhatBelongsToThem)
{
    const auto copy = LedgerCopy::take(m_ledger.path());
    ASSERT_TRUE(copy);
    const auto read = (*copy)->entriesAt({4, 0});
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 2);
    EXPECT_EQ(read->first().attachments.first().bytes, "bytes");
    EXPECT_EQ(read->last().sequence, 0u);
    EXPECT_EQ((*copy)->entriesAt({99}).error().kind, ErrorKind::NotFound);
}

TEST_F(LedgerCopyTest, anOpenLedgerGivesTheSameByTheirNumbers)
{
    const auto read = waitFor(m_ledger->entriesAt({4, 0}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->first().attachments.first().bytes, "bytes");
    EXPECT_TRUE(read->first().attachments.first().present);
    EXPECT_EQ(read->last().sequence, 0u);
    EXPECT_TRUE(waitFor(m_ledger->entriesAt({}))->isEmpty());
    EXPECT_EQ(waitFor(m_ledger->entriesAt({1, 99})).error().kind, ErrorKind::NotFound);
}

TEST_F(LedgerCopyTest, aDamagedLedgerIsNotRead)
{
    m_ledger.close();
    m_ledger.dropRow(2);
    const auto copy = LedgerCopy::take(m_ledger.path());
    ASSERT_FALSE(copy);
    EXPECT_EQ(copy.error().kind, ErrorKind::Corrupt);
    EXPECT_EQ(LedgerCopy::take(m_ledger.folder() + QStringLiteral("/none.db")).error().kind, ErrorKind::NotFound);
}

} // namespace
