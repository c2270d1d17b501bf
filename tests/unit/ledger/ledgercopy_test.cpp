// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/ledgercopy.h>

#include <tests/support/templedger.h>

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

TEST_F(LedgerCopyTest, aCopyThatAKilledProcessLeftGoesWithTheNext)
{
    const QTemporaryDir temporary;
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", temporary.path().toLocal8Bit());
    const QDir folder(temporary.path());
    const auto leave = [&](const char *name, qint64 process) {
        folder.mkdir(QLatin1String(name));
        QFile lock(folder.filePath(QLatin1String(name) + QStringLiteral("/in-use")));
        EXPECT_TRUE(lock.open(QIODevice::WriteOnly));
        lock.write(QByteArray::number(process) + "\nledger_test\n" + QSysInfo::machineHostName().toLocal8Bit() + "\n\n\n");
    };
    leave("holdpoint-copy-killed", 0x7ffffffe);
    leave("holdpoint-copy-at-work", QCoreApplication::applicationPid());
    {
        const auto copy = LedgerCopy::take(m_ledger.path());
        ASSERT_TRUE(copy) << copy.error().detail.toStdString();
        const QStringList folders = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        EXPECT_EQ(folders.size(), 2) << folders.join(u' ').toStdString();
        EXPECT_TRUE(folders.contains(QStringLiteral("holdpoint-copy-at-work")));
        for (const QString &name : folders)
            EXPECT_FALSE(QDir(folder.filePath(name)).exists(QStringLiteral("ledger.db"))) << "no name leads to what is read";
        EXPECT_TRUE((*copy)->entriesAt({4}));
    }
    EXPECT_EQ(folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList(QStringLiteral("holdpoint-copy-at-work")));
    before.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
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
