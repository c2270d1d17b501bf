// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/unit/files/transferfixture.h>

#include <models/base/sha256.h>

#include <QDir>

using namespace holdpoint;
using namespace holdpoint::files;
using namespace holdpoint::testing;

namespace {

constexpr qsizetype large = 5'000'003; // many requests, and no whole number of them

const QDateTime longAgo(QDate(2001, 2, 3), QTime(4, 5, 6), Qt::UTC);

void setModified(const QString &path, const QDateTime &time)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite) && file.setFileTime(time, QFileDevice::FileModificationTime));
}

/// A put that is called off once some of it is there.
class InterruptedTest : public TransferTest
{
protected:
    void callOff(const TransferOrder &order)
    {
        std::unique_ptr<FileTransfer> transfer;
        m_atProgress = [&transfer](qint64 done) {
            if (done > large / 3)
                QMetaObject::invokeMethod(transfer.get(), [&transfer] { transfer->cancel(); }, Qt::QueuedConnection);
        };
        transfer = start(order);
        const auto outcome = wait();
        m_atProgress = nullptr;
        ASSERT_FALSE(outcome);
        EXPECT_EQ(outcome.error().kind, ErrorKind::Cancelled);
        EXPECT_FALSE(m_client->isAtRest());
    }
};

} // namespace

TEST_F(TransferTest, aFileThatWasSentIsThereByteForByteWithItsPermissions)
{
    const QByteArray bytes = sample(large);
    put(here("big"), bytes);
    QFile::setPermissions(here("big"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup);
    const auto copied = send("big", "copy");
    ASSERT_TRUE(copied) << qPrintable(copied.error().detail);
    EXPECT_EQ(content(there("copy")), bytes);
    EXPECT_EQ(copied->size, large);
    EXPECT_EQ(copied->sha256, sha256Hex(bytes));
    EXPECT_EQ(QFileInfo(there("copy")).permissions() & 0x0fff,
              QFileInfo(here("big")).permissions() & 0x0fff);
    EXPECT_EQ(parts(m_there), QStringList());
    EXPECT_EQ(m_progress, large);
}

TEST_F(TransferTest, aFileThatWasFetchedIsHereByteForByteAndPrivate)
{
    const QByteArray bytes = sample(large);
    put(there("log"), bytes);
    const auto copied = fetch("log", "copy");
    ASSERT_TRUE(copied) << qPrintable(copied.error().detail);
    EXPECT_EQ(content(here("copy")), bytes);
    EXPECT_EQ(copied->sha256, sha256Hex(bytes));
    EXPECT_FALSE(copied->changedMeanwhile);
    EXPECT_EQ(QFileInfo(here("copy")).permissions() & 0x77, 0);
    EXPECT_EQ(parts(m_here), QStringList());
}

TEST_F(TransferTest, aCopyHasTheTimeOfItsOriginalInBothDirections)
{
    put(here("a"), sample(large));
    setModified(here("a"), longAgo);
    const auto sent = send("a", "x");
    ASSERT_TRUE(sent) << qPrintable(sent.error().detail);
    EXPECT_FALSE(sent->timeLost);
    EXPECT_EQ(QFileInfo(there("x")).lastModified(), longAgo);
    const auto fetched = fetch("x", "back");
    ASSERT_TRUE(fetched) << qPrintable(fetched.error().detail);
    EXPECT_FALSE(fetched->timeLost);
    EXPECT_EQ(QFileInfo(here("back")).lastModified(), longAgo);
}

TEST_F(TransferTest, aHostThatDoesNotSetTimesGetsTheFileAllTheSameAndThatIsSaid)
{
    put(here("a"), "1");
    setModified(here("a"), longAgo);
    m_onSend = [](QByteArray packet) {
        const bool setsTimes =
            packet[4] == char(PacketType::Fsetstat) && packet.size() > 12 && packet[packet.size() - 9] == 8;
        if (setsTimes)
            packet[16] = 99; // the last byte of a handle that it did not give
        return packet;
    };
    const auto sent = send("a", "x");
    ASSERT_TRUE(sent) << qPrintable(sent.error().detail);
    EXPECT_TRUE(sent->timeLost);
    EXPECT_EQ(content(there("x")), "1");
}

TEST_F(TransferTest, aTimeThatTheProtocolHasNoWordsForIsSaidToBeLost)
{
    put(here("a"), "1");
    setModified(here("a"), QDateTime(QDate(1960, 1, 1), QTime(0, 0), Qt::UTC));
    const auto sent = send("a", "x");
    ASSERT_TRUE(sent) << qPrintable(sent.error().detail);
    EXPECT_TRUE(sent->timeLost);
}

TEST_F(TransferTest, oneConversationServesOneFileAfterTheOther)
{
    put(here("a"), "1");
    put(here("b"), "2");
    ASSERT_TRUE(send("a", "x"));
    EXPECT_TRUE(m_client->isAtRest());
    ASSERT_TRUE(runNext(putOf("b", "y")));
    ASSERT_TRUE(runNext(fetchOf("x", "back")));
    EXPECT_TRUE(m_client->isAtRest());
    EXPECT_EQ(content(there("y")), "2");
    EXPECT_EQ(content(here("back")), "1");
    // A name that is taken leaves nothing open either.
    put(here("other"), "3");
    EXPECT_EQ(runNext(fetchOf("x", "other")).error().kind, ErrorKind::Busy);
    EXPECT_TRUE(m_client->isAtRest());
}

TEST_F(TransferTest, anEmptyFileIsAFile)
{
    put(here("empty"), {});
    ASSERT_TRUE(send("empty", "there"));
    EXPECT_EQ(content(there("there")), QByteArray());
    ASSERT_TRUE(fetch("there", "back"));
    EXPECT_EQ(content(here("back")), QByteArray());
}

TEST_F(TransferTest, aFolderMeansUnderTheSameNameInIt)
{
    put(here("a b"), "1");
    QDir(m_there.path()).mkdir(QStringLiteral("etc"));
    const auto copied = send("a b", "etc");
    ASSERT_TRUE(copied) << qPrintable(copied.error().detail);
    EXPECT_EQ(content(there("etc/a b")), "1");
    EXPECT_TRUE(copied->path.endsWith(QStringLiteral("etc/a b"))) << qPrintable(copied->path);
}

TEST_F(TransferTest, aTildeIsTheHomeFolder)
{
    put(here("a"), "1");
    ASSERT_TRUE(send("a", "~/x"));
    EXPECT_EQ(content(there("x")), "1");
    ASSERT_TRUE(send("a", "~"));
    EXPECT_EQ(content(there("a")), "1");
}

TEST_F(TransferTest, aNameThatIsTakenByOtherContentIsRefusedAndNothingChanges)
{
    put(here("a"), "new");
    put(there("x"), "old");
    const auto copied = send("a", "x");
    ASSERT_FALSE(copied);
    EXPECT_EQ(copied.error().kind, ErrorKind::Busy);
    EXPECT_EQ(content(there("x")), "old");
    EXPECT_EQ(parts(m_there), QStringList());
    const auto fetched = fetch("x", "a");
    ASSERT_FALSE(fetched);
    EXPECT_EQ(fetched.error().kind, ErrorKind::Busy);
    EXPECT_EQ(content(here("a")), "new");
}

TEST_F(TransferTest, theSameContentUnderTheSameNameIsSaidToBeThere)
{
    put(here("a"), "same");
    put(there("x"), "same");
    const auto copied = send("a", "x");
    ASSERT_TRUE(copied);
    EXPECT_TRUE(copied->wasThere);
}

TEST_F(TransferTest, theSameContentIsNotFetchedAgainEither)
{
    put(here("a"), sample(40'000));
    put(there("x"), sample(40'000));
    for (const Existing existing : {Existing::Refuse, Existing::Replace}) {
        const auto copied = fetch("x", "a", existing);
        ASSERT_TRUE(copied) << qPrintable(copied.error().detail);
        EXPECT_TRUE(copied->wasThere);
        EXPECT_EQ(copied->sha256, sha256Hex(sample(40'000)));
    }
    QByteArray other = sample(40'000);
    other.back() = char(~other.back());
    put(there("x"), other);
    EXPECT_EQ(fetch("x", "a").error().kind, ErrorKind::Busy);
    EXPECT_EQ(content(here("a")), sample(40'000));
    ASSERT_TRUE(fetch("x", "a", Existing::Replace));
    EXPECT_EQ(content(here("a")), other);
}

TEST_F(TransferTest, aPartOfAFolderDoesNotGoIntoAFolderOfItsName)
{
    put(here("a"), "1");
    QDir(m_there.path()).mkdir(QStringLiteral("a"));
    TransferOrder order = putOf("a", "a");
    order.isPart = true;
    EXPECT_EQ(run(order).error().kind, ErrorKind::Invalid);
    EXPECT_FALSE(QFileInfo::exists(there("a/a")));
}

TEST_F(TransferTest, aFileThatIsNotWhatWasDecidedOnIsNotSent)
{
    put(here("a"), "changed since");
    TransferOrder order = putOf("a", "x");
    order.sha256 = sha256Hex("as it was");
    const auto copied = run(order);
    ASSERT_FALSE(copied);
    EXPECT_EQ(copied.error().kind, ErrorKind::Invalid);
    EXPECT_FALSE(QFileInfo::exists(there("x")));
}

TEST_F(TransferTest, aFileIsReplacedWhereThatIsAskedForAndKeepsItsPermissions)
{
    put(here("a"), "new");
    put(there("x"), "old");
    QFile::setPermissions(there("x"), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    ASSERT_TRUE(send("a", "x", Existing::Replace));
    EXPECT_EQ(content(there("x")), "new");
    EXPECT_TRUE(QFileInfo(there("x")).permissions() & QFile::ReadOther);
    put(there("y"), "newer");
    ASSERT_TRUE(fetch("y", "a", Existing::Replace));
    EXPECT_EQ(content(here("a")), "newer");
}

TEST_F(TransferTest, aLinkOnTheHostStaysALinkAndWhatItLeadsToIsReplaced)
{
    put(here("a"), "new");
    put(there("real.conf"), "old");
    ASSERT_TRUE(QFile::link(there("real.conf"), there("current.conf")));
    const auto copied = send("a", "current.conf", Existing::Replace);
    ASSERT_TRUE(copied) << qPrintable(copied.error().detail);
    EXPECT_TRUE(QFileInfo(there("current.conf")).isSymLink());
    EXPECT_EQ(content(there("real.conf")), "new");
    EXPECT_TRUE(copied->path.endsWith(QStringLiteral("real.conf"))) << qPrintable(copied->path);
}

TEST_F(TransferTest, aNameThatALinkHasIsNotTakenFromIt)
{
    put(here("a"), "new");
    ASSERT_TRUE(QFile::link(there("nowhere"), there("dangling")));
    const auto copied = send("a", "dangling");
    ASSERT_FALSE(copied);
    EXPECT_EQ(copied.error().kind, ErrorKind::Busy) << qPrintable(copied.error().detail);
    EXPECT_TRUE(QFileInfo(there("dangling")).isSymLink());
}

TEST_F(TransferTest, aLinkPlantedInThePlaceOfAPartIsNotWrittenThrough)
{
    put(here("a"), "new");
    put(there("victim"), "theirs");
    const QString part = QStringLiteral(".x.%1.part").arg(sha256Hex("new").left(16));
    ASSERT_TRUE(QFile::link(there("victim"), m_there.filePath(part)));
    const auto copied = send("a", "x");
    ASSERT_TRUE(copied) << qPrintable(copied.error().detail);
    EXPECT_EQ(content(there("victim")), "theirs");
    EXPECT_EQ(content(there("x")), "new");
}

TEST_F(TransferTest, whatIsLeftOfAnotherFileIsNotTakenForThisOne)
{
    put(there("log"), "0123456789");
    const QFileInfo source(there("log"));
    const QString part = QStringLiteral(".copy.10-%1.part").arg(source.lastModified().toSecsSinceEpoch());
    put(m_here.filePath(part), "abcde");
    const auto copied = fetch("log", "copy");
    ASSERT_TRUE(copied) << qPrintable(copied.error().detail);
    EXPECT_EQ(content(here("copy")), "0123456789");
    EXPECT_EQ(copied->resumedAt, 0);
}

TEST_F(TransferTest, aFolderThatIsNotThereIsSaidToBeNone)
{
    put(here("a"), "1");
    const auto copied = send("a", "nowhere/");
    ASSERT_FALSE(copied);
    EXPECT_TRUE(copied.error().detail.contains(QStringLiteral("no folder"))) << qPrintable(copied.error().detail);
}

TEST_F(TransferTest, aServerWithoutExtensionsReplacesToo)
{
    put(here("a"), "new");
    put(there("x"), "old");
    const QStringList withoutExtensions{QStringLiteral("-P"), QStringLiteral("posix-rename,fsync")};
    const auto copied = run(putOf("a", "x", Existing::Replace), withoutExtensions);
    ASSERT_TRUE(copied) << qPrintable(copied.error().detail);
    EXPECT_EQ(content(there("x")), "new");
}

TEST_F(TransferTest, whatIsNotThereIsNotFound)
{
    const auto gone = fetch("nothing", "x");
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().kind, ErrorKind::NotFound);
    const auto nowhere = send("nothing", "x");
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().kind, ErrorKind::NotFound);
    put(here("a"), "1");
    const auto noFolder = send("a", "no/such/folder");
    ASSERT_FALSE(noFolder);
    EXPECT_EQ(noFolder.error().kind, ErrorKind::NotFound) << qPrintable(noFolder.error().detail);
}

TEST_F(TransferTest, whatIsNoPlainFileIsRefused)
{
    QDir(m_there.path()).mkdir(QStringLiteral("folder"));
    const auto folder = fetch("folder", "x");
    ASSERT_FALSE(folder);
    EXPECT_EQ(folder.error().kind, ErrorKind::Invalid);
    const auto own = send(".", "x");
    ASSERT_FALSE(own);
    EXPECT_EQ(own.error().kind, ErrorKind::Invalid);
    const auto device = fetch("/dev/zero", "x");
    ASSERT_FALSE(device);
    EXPECT_EQ(device.error().kind, ErrorKind::Invalid);
}

TEST_F(TransferTest, aFileWhoseLengthTheHostDoesNotTellIsReadToItsEnd)
{
    const auto copied = fetch("/proc/self/status", "status");
    ASSERT_TRUE(copied) << qPrintable(copied.error().detail);
    EXPECT_TRUE(content(here("status")).startsWith("Name:")) << content(here("status")).constData();
    EXPECT_EQ(copied->size, content(here("status")).size());
}

TEST_F(InterruptedTest, aPutThatWasCalledOffGoesOnWhereItWas)
{
    const QByteArray bytes = sample(large);
    put(here("big"), bytes);
    callOff(putOf("big", "copy"));
    EXPECT_FALSE(QFileInfo::exists(there("copy")));
    ASSERT_EQ(parts(m_there).size(), 1);
    const auto copied = send("big", "copy");
    ASSERT_TRUE(copied) << qPrintable(copied.error().detail);
    EXPECT_GT(copied->resumedAt, 0);
    EXPECT_EQ(content(there("copy")), bytes);
    EXPECT_EQ(parts(m_there), QStringList());
}

TEST_F(InterruptedTest, aFetchThatWasCalledOffGoesOnWhereItWas)
{
    const QByteArray bytes = sample(large);
    put(there("big"), bytes);
    callOff(fetchOf("big", "copy"));
    EXPECT_FALSE(QFileInfo::exists(here("copy")));
    ASSERT_EQ(parts(m_here).size(), 1);
    const auto copied = fetch("big", "copy");
    ASSERT_TRUE(copied) << qPrintable(copied.error().detail);
    EXPECT_GT(copied->resumedAt, 0);
    EXPECT_EQ(content(here("copy")), bytes);
}

TEST_F(InterruptedTest, aPartThatIsNotOursIsWrittenAnew)
{
    const QByteArray bytes = sample(large);
    put(here("big"), bytes);
    callOff(putOf("big", "copy"));
    ASSERT_EQ(parts(m_there).size(), 1);
    const QString part = m_there.filePath(parts(m_there).first());
    QByteArray changed = content(part);
    changed[changed.size() / 2] = char(~changed[changed.size() / 2]);
    put(part, changed);
    const auto copied = send("big", "copy");
    ASSERT_TRUE(copied) << qPrintable(copied.error().detail);
    EXPECT_EQ(copied->resumedAt, 0);
    EXPECT_EQ(content(there("copy")), bytes);
}

TEST_F(InterruptedTest, aFetchOfAFileThatChangedSinceBeginsAnew)
{
    put(there("big"), sample(large));
    callOff(fetchOf("big", "copy"));
    put(there("big"), "short now");
    const auto copied = fetch("big", "copy");
    ASSERT_TRUE(copied) << qPrintable(copied.error().detail);
    EXPECT_EQ(copied->resumedAt, 0);
    EXPECT_EQ(content(here("copy")), "short now");
}

TEST_F(TransferTest, aServerThatDiesIsALostConnectionOnceItIsTold)
{
    put(here("big"), sample(large));
    std::unique_ptr<FileTransfer> transfer;
    m_atProgress = [this](qint64 done) {
        if (done > large / 3)
            m_server->kill();
    };
    transfer = start(putOf("big", "copy"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_progress > large / 3; }, 30'000));
    transfer->lose({ErrorKind::Disconnected, QStringLiteral("the connection was lost")});
    const auto outcome = wait();
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().kind, ErrorKind::Disconnected);
    EXPECT_FALSE(QFileInfo::exists(there("copy")));
}

TEST_F(TransferTest, aSymbolicLinkInThePlaceOfAPartIsNotFollowed)
{
    put(there("x"), "12345");
    put(here("victim"), "mine");
    const QFileInfo source(there("x"));
    const QString part = QStringLiteral(".y.5-%1.part").arg(source.lastModified().toSecsSinceEpoch());
    ASSERT_TRUE(QFile::link(here("victim"), m_here.filePath(part)));
    const auto copied = fetch("x", "y");
    ASSERT_FALSE(copied);
    EXPECT_EQ(copied.error().kind, ErrorKind::Io);
    EXPECT_EQ(content(here("victim")), "mine");
}
