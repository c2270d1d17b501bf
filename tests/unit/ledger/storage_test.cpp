// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// SECURITY cases 73, 74, 80: who may have a ledger, and where.

#include <models/ledger/storage.h>
#include <tests/support/sshkeygen.h>
#include <tests/support/templedger.h>

#include <QDirIterator>
#include <QFileInfo>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace holdpoint;
using namespace holdpoint::ledger;
using namespace holdpoint::testing;

namespace {

TEST(StorageTest, aSecondLedgerOnTheSameFolderIsToldWhoHoldsIt)
{
    const TempLedger ledger;
    const auto second = ledger.tryOpen();
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, ErrorKind::Busy);
    EXPECT_TRUE(second.error().detail.contains(QString::number(::getpid()))) << second.error().detail.toStdString();
    EXPECT_TRUE(second.error().detail.contains(QSysInfo::machineHostName()));
}

TEST(StorageTest, aLockOfAProcessThatWasKilledBeforeItSignedItIsTakenOver)
{
    for (const char *content : {"", "4242", "4242\nholdpoint"}) {
        const QTemporaryDir folder;
        QFile lock(folder.filePath(QStringLiteral("ledger.lock")));
        ASSERT_TRUE(lock.open(QIODevice::WriteOnly));
        lock.write(content);
        lock.close();
        ManualClock clock;
        const auto ledger = Ledger::open(folder.path(), clock);
        EXPECT_TRUE(ledger) << '"' << content << "\": " << (ledger ? "" : qPrintable(ledger.error().detail));
    }
}

TEST(StorageTest, theFileItselfIsLockedForOtherPrograms)
{
    TempLedger ledger;
    ledger.append(1);
    sqlite3 *handle = nullptr;
    ASSERT_EQ(sqlite3_open(QFile::encodeName(ledger.path()).constData(), &handle), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(handle, "SELECT count(*) FROM entry", nullptr, nullptr, nullptr), SQLITE_BUSY);
    sqlite3_close(handle);
}

TEST(StorageTest, whateverTheUmaskOnlyTheOwnerCanReadTheFiles)
{
    const mode_t before = ::umask(0);
    TempLedger ledger;
    ledger.append(3);
    int files = 0;
    for (QDirIterator it(ledger.folder(), QDir::Files | QDir::Hidden); it.hasNext();) {
        struct stat status{};
        ASSERT_EQ(::stat(QFile::encodeName(it.next()).constData(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777, 0600u) << it.filePath().toStdString();
        ++files;
    }
    EXPECT_GE(files, 5); // file, log, lock, reserve, high-water
    struct stat status{};
    ASSERT_EQ(::stat(QFile::encodeName(ledger.folder()).constData(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0700u);
    ::umask(before);
}

TEST(StorageTest, aSymbolicLinkInPlaceOfTheLedgerIsRefused)
{
    TempLedger ledger;
    ledger.append(1);
    ledger.close();
    const QString elsewhere = ledger.folder() + QStringLiteral("/elsewhere");
    ASSERT_TRUE(QFile::rename(ledger.path(), elsewhere));
    ASSERT_TRUE(QFile::link(elsewhere, ledger.path()));
    const auto opened = ledger.tryOpen();
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::NotPermitted);
    EXPECT_TRUE(opened.error().detail.contains(ledger.path()));
}

TEST(StorageTest, networkFileSystemsAreKnownByTheirNumbers)
{
    EXPECT_EQ(remoteFileSystem(0x6969), QStringLiteral("NFS"));
    EXPECT_EQ(remoteFileSystem(0xff534d42), QStringLiteral("CIFS"));
    EXPECT_EQ(remoteFileSystem(0x65735546), QStringLiteral("FUSE"));
    // statfs gives a signed word on some machines
    EXPECT_EQ(remoteFileSystem(quint64(qint64(qint32(0xff534d42)))), QStringLiteral("CIFS"));
    EXPECT_TRUE(remoteFileSystem(0xef53).isEmpty());     // ext4
    EXPECT_TRUE(remoteFileSystem(0x01021994).isEmpty()); // tmpfs
}

TEST(StorageTest, aFolderThatCannotBeWrittenIsRefusedWithItsPath)
{
    ManualClock clock;
    const auto opened = Ledger::open(QStringLiteral("/proc/holdpoint"), clock);
    ASSERT_FALSE(opened);
    EXPECT_TRUE(opened.error().detail.contains(QLatin1String("/proc/holdpoint")));
}

TEST(StorageTest, aReadOnlyFileSystemIsRefusedWithItsPath)
{
    ManualClock clock;
    const QTemporaryDir folder;
    const QByteArray name = QFile::encodeName(folder.path());
    if (::mount("none", name.constData(), "tmpfs", MS_RDONLY, nullptr) != 0)
        GTEST_SKIP() << "needs the right to mount";
    const auto opened = Ledger::open(folder.path(), clock);
    ::umount(name.constData());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::NotPermitted);
    EXPECT_TRUE(opened.error().detail.contains(folder.path()));
}

TEST(StorageTest, theReserveIsSetAside)
{
    const TempLedger ledger;
    EXPECT_EQ(QFileInfo(ledger.folder() + QStringLiteral("/ledger.reserve")).size(), Storage::reserveSize);
}

} // namespace
