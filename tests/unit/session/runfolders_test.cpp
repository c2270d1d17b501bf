// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/bytes.h>
#include <models/session/foldercopy.h>
#include <tests/support/runfixture.h>
#include <tests/support/scriptedfiles.h>
#include <tests/support/sftpserver.h>
#include <tests/support/textfile.h>

#include <QDir>
#include <QJsonArray>

#include <fcntl.h>
#include <sys/stat.h>

using namespace holdpoint;
using namespace holdpoint::session;
using namespace holdpoint::testing;
using files::Direction;
using files::Extent;
using files::PacketType;
using files::StatusCode;

namespace {

constexpr qint64 firstTime = 1'000'000'000;

/// A run on a host whose file server is OpenSSH's, and folders on both sides.
class RunFoldersTest : public RunFixture
{
protected:
    void SetUp() override
    {
        m_transports.onSubsystem = [this](FakeChannel &channel) { serveFiles(channel, m_host.path()); };
        begin();
    }
    static void fill(const QTemporaryDir &side, const char *path, const QByteArray &bytes)
    {
        const QString whole = side.filePath(QString::fromUtf8(path));
        QDir().mkpath(QFileInfo(whole).absolutePath());
        put(whole, bytes);
    }
    void fillBoth()
    {
        for (const QTemporaryDir *side : {&m_here, &m_host}) {
            fill(*side, "shop/a.conf", "open = yes\n");
            fill(*side, "shop/sub/deep/b.conf", "deep\n");
            QDir(side->path()).mkpath(QStringLiteral("shop/empty"));
            QFile::link(QStringLiteral("/etc/passwd"), side->filePath(QStringLiteral("shop/link")));
        }
    }
    [[nodiscard]] files::TransferOrder order(Direction direction, const char *local, const char *remote,
                                             files::Existing existing = files::Existing::Refuse) const
    {
        return {.direction = direction,
                .localPath = m_here.filePath(QString::fromUtf8(local)),
                .remotePath = QString::fromUtf8(remote),
                .existing = existing,
                .extent = Extent::Folder};
    }
    /// Copies, and gives the folder's own record at its end.
    CopyRecord copy(const files::TransferOrder &order)
    {
        const auto isFolder = [](const CopyRecord &copy) { return copy.isFolder; };
        const auto before = std::ranges::count_if(state().copies, isFolder);
        m_run->copyFile(role(), order);
        EXPECT_TRUE(QTest::qWaitFor([&] { return std::ranges::count_if(state().copies, isFolder) > before; }, 20'000));
        return wait(std::ranges::find_if(state().copies.rbegin(), state().copies.rend(), isFolder)->id);
    }
    CopyRecord wait(QString id) // a copy: the list it is from grows
    {
        const auto record = [&]() -> CopyRecord {
            for (const CopyRecord &copy : state().copies) {
                if (copy.id == id)
                    return copy;
            }
            return {};
        };
        EXPECT_TRUE(QTest::qWaitFor(
            [&] { return !record().id.isEmpty() && record().status != CopyRecord::Status::Running; }, 60'000));
        return record();
    }
    [[nodiscard]] QList<CopyRecord> partsOf(const CopyRecord &folder) const
    {
        QList<CopyRecord> parts;
        for (const CopyRecord &copy : state().copies) {
            if (copy.partOf == folder.id)
                parts.append(copy);
        }
        return parts;
    }
    static void date(const QTemporaryDir &side, const QString &path, qint64 seconds)
    {
        const timespec times[] = {{seconds, 0}, {seconds, 0}};
        ASSERT_EQ(::utimensat(AT_FDCWD, QFile::encodeName(side.filePath(path)).constData(), times, 0), 0);
    }
    static qint64 timeOf(const QTemporaryDir &side, const QString &path)
    {
        return QFileInfo(side.filePath(path)).lastModified().toSecsSinceEpoch();
    }
    [[nodiscard]] QByteArray there(const char *path) const { return content(m_host.filePath(QString::fromUtf8(path))); }
    [[nodiscard]] QByteArray here(const char *path) const { return content(m_here.filePath(QString::fromUtf8(path))); }

    QTemporaryDir m_here;
    QTemporaryDir m_host;
};

} // namespace

TEST_F(RunFoldersTest, aFolderThatIsFetchedIsOnRecordFileByFileAndAsAWhole)
{
    fillBoth();
    const CopyRecord folder = copy(order(Direction::Fetch, "got", "shop"));
    EXPECT_EQ(folder.status, CopyRecord::Status::Succeeded) << qPrintable(folder.outcome);
    EXPECT_TRUE(folder.isFolder);
    EXPECT_EQ(here("got/a.conf"), "open = yes\n");
    EXPECT_EQ(here("got/sub/deep/b.conf"), "deep\n");
    EXPECT_TRUE(QDir(m_here.filePath(QStringLiteral("got/empty"))).exists());
    EXPECT_FALSE(QFileInfo(m_here.filePath(QStringLiteral("got/link"))).isSymLink());
    const QList<CopyRecord> parts = partsOf(folder);
    ASSERT_EQ(parts.size(), 2);
    for (const CopyRecord &part : parts) {
        EXPECT_EQ(part.status, CopyRecord::Status::Succeeded) << qPrintable(part.outcome);
        EXPECT_EQ(part.sha256, sha256Hex(part.local.endsWith(QStringLiteral("a.conf")) ? "open = yes\n" : "deep\n"));
    }
    const QJsonObject end = lastBody("copy-finished")[QLatin1String("file")].toObject();
    EXPECT_EQ(end[QLatin1String("files")].toInt(), 2);
    EXPECT_EQ(end[QLatin1String("arrived")].toInt(), 2);
    EXPECT_EQ(end[QLatin1String("size")].toInt(), 16);
    EXPECT_EQ(end[QLatin1String("left_out")].toInt(), 1);
    EXPECT_TRUE(end[QLatin1String("left_out_first")][0].toString().contains(QStringLiteral("link: a symbolic link")));
    EXPECT_TRUE(folder.outcome.contains(QStringLiteral("left out: 1"))) << qPrintable(folder.outcome);
}

TEST_F(RunFoldersTest, aFolderThatIsSentIsThereWithItsFoldersAndTheirPermissions)
{
    fillBoth();
    QFile::setPermissions(m_here.filePath(QStringLiteral("shop/sub")),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const CopyRecord folder = copy(order(Direction::Put, "shop", "~/sent"));
    EXPECT_EQ(folder.status, CopyRecord::Status::Succeeded) << qPrintable(folder.outcome);
    EXPECT_EQ(there("sent/a.conf"), "open = yes\n");
    EXPECT_EQ(there("sent/sub/deep/b.conf"), "deep\n");
    EXPECT_EQ(QFileInfo(m_host.filePath(QStringLiteral("sent/sub"))).permissions() & 0x77, 0);
    EXPECT_FALSE(QFileInfo(m_host.filePath(QStringLiteral("sent/link"))).isSymLink());
    for (const CopyRecord &part : partsOf(folder))
        EXPECT_FALSE(part.sha256.isEmpty());
}

TEST_F(RunFoldersTest, theTimesOfFoldersAreKeptBothWays)
{
    fillBoth();
    const QStringList folders{QString(), QStringLiteral("/sub/deep"), QStringLiteral("/sub"), QStringLiteral("/empty")};
    for (const QTemporaryDir *side : {&m_here, &m_host}) {
        for (qsizetype i = 0; i < folders.size(); ++i)
            date(*side, QStringLiteral("shop") + folders[i], firstTime + i);
    }
    const CopyRecord sent = copy(order(Direction::Put, "shop", "~/sent"));
    EXPECT_EQ(sent.status, CopyRecord::Status::Succeeded) << qPrintable(sent.outcome);
    const CopyRecord fetched = copy(order(Direction::Fetch, "got", "shop"));
    EXPECT_EQ(fetched.status, CopyRecord::Status::Succeeded) << qPrintable(fetched.outcome);
    for (qsizetype i = 0; i < folders.size(); ++i) {
        EXPECT_EQ(timeOf(m_host, QStringLiteral("sent") + folders[i]), firstTime + i) << qPrintable(folders[i]);
        EXPECT_EQ(timeOf(m_here, QStringLiteral("got") + folders[i]), firstTime + i) << qPrintable(folders[i]);
    }
    EXPECT_EQ(lastBody("copy-finished")[QLatin1String("file")][QLatin1String("folder_times_lost")].toInt(-1), 0);
}

TEST_F(RunFoldersTest, theFolderThatChosenNamesGoIntoHasATimeOfItsOwn)
{
    fillBoth();
    date(m_here, QStringLiteral("shop"), firstTime);
    files::TransferOrder some = order(Direction::Put, "shop", "sent");
    some.names = {QStringLiteral("sub"), QStringLiteral("a.conf")};
    ASSERT_EQ(copy(some).status, CopyRecord::Status::Succeeded);
    EXPECT_GT(timeOf(m_host, QStringLiteral("sent")), firstTime + 10);
}

TEST_F(RunFoldersTest, aHostThatKeepsNoTimesTakesTheFolderAndThatIsSaid)
{
    fillBoth();
    m_transports.made.last()->onSubsystem = [this](FakeChannel &channel) {
        serveFiles(channel, m_host.path());
        channel.onWrite = [toServer = channel.onWrite](QByteArray bytes) {
            bytes.replace("lsetstat@openssh.com", "nothing@openssh.com "); // an extension it has not
            toServer(bytes);
        };
    };
    const CopyRecord folder = copy(order(Direction::Put, "shop", "sent"));
    EXPECT_EQ(folder.status, CopyRecord::Status::Succeeded) << qPrintable(folder.outcome);
    EXPECT_TRUE(folder.outcome.contains(QStringLiteral("could not be kept of 3 folders")))
        << qPrintable(folder.outcome);
}

TEST_F(RunFoldersTest, theNextAttemptFindsWhatIsCompleteAndGoesOn)
{
    fillBoth();
    ASSERT_EQ(copy(order(Direction::Fetch, "got", "shop")).status, CopyRecord::Status::Succeeded);
    fill(m_host, "shop/new.conf", "new\n");
    const CopyRecord again = copy(order(Direction::Fetch, "got", "shop"));
    EXPECT_EQ(again.status, CopyRecord::Status::Succeeded) << qPrintable(again.outcome);
    EXPECT_EQ(here("got/new.conf"), "new\n");
    EXPECT_EQ(lastBody("copy-finished")[QLatin1String("file")][QLatin1String("were_there")].toInt(), 2);
    ASSERT_EQ(copy(order(Direction::Put, "shop", "sent")).status, CopyRecord::Status::Succeeded);
    ASSERT_EQ(copy(order(Direction::Put, "shop", "sent")).status, CopyRecord::Status::Succeeded);
    EXPECT_EQ(lastBody("copy-finished")[QLatin1String("file")][QLatin1String("were_there")].toInt(), 2);
}

TEST_F(RunFoldersTest, aNameThatIsTakenIsLeftAsItIsAndTheRestArrives)
{
    fillBoth();
    fill(m_here, "got/a.conf", "mine\n");
    const CopyRecord refused = copy(order(Direction::Fetch, "got", "shop"));
    EXPECT_EQ(refused.status, CopyRecord::Status::Failed);
    EXPECT_TRUE(refused.nameTaken);
    EXPECT_TRUE(refused.outcome.contains(QStringLiteral("a.conf"))) << qPrintable(refused.outcome);
    EXPECT_EQ(here("got/a.conf"), "mine\n");
    EXPECT_EQ(here("got/sub/deep/b.conf"), "deep\n");
    const CopyRecord replaced = copy(order(Direction::Fetch, "got", "shop", files::Existing::Replace));
    EXPECT_EQ(replaced.status, CopyRecord::Status::Succeeded) << qPrintable(replaced.outcome);
    EXPECT_EQ(here("got/a.conf"), "open = yes\n");
}

TEST_F(RunFoldersTest, nothingIsWrittenThroughALinkThatStandsWhereAFolderShould)
{
    fillBoth();
    QTemporaryDir outside;
    QDir(m_here.path()).mkdir(QStringLiteral("got"));
    ASSERT_TRUE(QFile::link(outside.path(), m_here.filePath(QStringLiteral("got/sub"))));
    const CopyRecord fetched = copy(order(Direction::Fetch, "got", "shop"));
    EXPECT_EQ(fetched.status, CopyRecord::Status::Failed);
    EXPECT_EQ(here("got/a.conf"), "open = yes\n");
    QDir(m_host.path()).mkdir(QStringLiteral("sent"));
    ASSERT_TRUE(QFile::link(outside.path(), m_host.filePath(QStringLiteral("sent/sub"))));
    const CopyRecord sent = copy(order(Direction::Put, "shop", "sent"));
    EXPECT_EQ(sent.status, CopyRecord::Status::Failed);
    EXPECT_EQ(there("sent/a.conf"), "open = yes\n");
    EXPECT_TRUE(QDir(outside.path()).isEmpty());
}

TEST_F(RunFoldersTest, ofSeveralChosenNamesNoMoreIsCopied)
{
    fillBoth();
    fill(m_host, "shop/c.conf", "c\n");
    files::TransferOrder some = order(Direction::Fetch, "got", "shop");
    some.names = {QStringLiteral("c.conf"), QStringLiteral("sub")};
    const CopyRecord folder = copy(some);
    EXPECT_EQ(folder.status, CopyRecord::Status::Succeeded) << qPrintable(folder.outcome);
    EXPECT_EQ(folder.names, some.names);
    EXPECT_EQ(here("got/c.conf"), "c\n");
    EXPECT_EQ(here("got/sub/deep/b.conf"), "deep\n");
    EXPECT_EQ(here("got/a.conf"), "(none)");
}

TEST_F(RunFoldersTest, manyFilesGoOverFewChannels)
{
    for (int i = 0; i < 40; ++i)
        fill(m_host, QByteArray("many/" + QByteArray::number(i)).constData(), QByteArray::number(i));
    const CopyRecord fetched = copy(order(Direction::Fetch, "got", "many"));
    EXPECT_EQ(fetched.status, CopyRecord::Status::Succeeded) << qPrintable(fetched.outcome);
    EXPECT_LE(host().subsystems.size(), 3);
    const CopyRecord sent = copy(order(Direction::Put, "got", "sent"));
    EXPECT_EQ(sent.status, CopyRecord::Status::Succeeded) << qPrintable(sent.outcome);
    EXPECT_LE(host().subsystems.size(), 6);
    EXPECT_EQ(there("sent/39"), "39");
}

TEST_F(RunFoldersTest, aHostThatAllowsOneChannelMoreGetsAllFilesOverThat)
{
    fillBoth();
    m_transports.made.last()->onSubsystem = [this, opened = false](FakeChannel &channel) mutable {
        if (!std::exchange(opened, true))
            return serveFiles(channel, m_host.path());
        QTimer::singleShot(0, &channel, [&channel] {
            emit channel.failed({ErrorKind::NotPermitted, QStringLiteral("no more channels")});
        });
    };
    const CopyRecord folder = copy(order(Direction::Fetch, "got", "shop"));
    EXPECT_EQ(folder.status, CopyRecord::Status::Succeeded) << qPrintable(folder.outcome);
    EXPECT_EQ(here("got/sub/deep/b.conf"), "deep\n");
}

TEST_F(RunFoldersTest, aFileThatFailsInTheMiddleDoesNotSpoilTheNextOnes)
{
    for (int i = 10; i < 30; ++i)
        fill(m_here, QByteArray("many/" + QByteArray::number(i)).constData(), QByteArray(1000, 'x'));
    m_transports.made.last()->onSubsystem = [this, reads = 0](FakeChannel &channel) {
        serveFiles(channel, m_host.path());
        channel.onWrite = [toServer = channel.onWrite, reads](QByteArray bytes) mutable {
            if (bytes[4] == char(PacketType::Read) && ++reads == 4) // reading back a file of each channel fails
                bytes[16] = 99;                                     // the last byte of a handle that it did not give
            toServer(bytes);
        };
    };
    const CopyRecord folder = copy(order(Direction::Put, "many", "sent"));
    EXPECT_EQ(folder.status, CopyRecord::Status::Failed);
    const qint64 arrived = lastBody("copy-finished")[QLatin1String("file")][QLatin1String("arrived")].toInt();
    EXPECT_GT(arrived, 8) << qPrintable(folder.outcome);
    EXPECT_LT(arrived, 20);
    EXPECT_EQ(QDir(m_host.filePath(QStringLiteral("sent"))).entryList(QDir::Files).size(), arrived);
}

TEST_F(RunFoldersTest, aFolderThatIsCalledOffKeepsWhatIsComplete)
{
    for (int i = 0; i < 40; ++i)
        fill(m_host, QByteArray("many/" + QByteArray::number(i)).constData(), QByteArray(200'000, char('a' + i % 26)));
    QObject::connect(m_run.get(), &RunSession::folderProgressed, m_run.get(),
                     [this](const QString &id, const FolderProgress &progress) {
                         if (progress.files >= 5)
                             m_run->cancelCopy(id);
                     });
    const CopyRecord folder = copy(order(Direction::Fetch, "got", "many"));
    EXPECT_EQ(folder.status, CopyRecord::Status::Failed);
    EXPECT_TRUE(folder.isKept);
    const auto complete = QDir(m_here.filePath(QStringLiteral("got"))).entryList(QDir::Files).size();
    EXPECT_GE(complete, 5);
    EXPECT_LT(complete, 40);
    for (const CopyRecord &part : partsOf(folder))
        EXPECT_NE(part.status, CopyRecord::Status::Running);
    EXPECT_EQ(lastBody("copy-finished")[QLatin1String("file")][QLatin1String("arrived")].toInt(), complete);
    m_run->disconnect(m_run.get());
    const CopyRecord again = copy(order(Direction::Fetch, "got", "many"));
    EXPECT_EQ(again.status, CopyRecord::Status::Succeeded) << qPrintable(again.outcome);
    EXPECT_EQ(lastBody("copy-finished")[QLatin1String("file")][QLatin1String("were_there")].toInt(), complete);
}

TEST_F(RunFoldersTest, aConnectionThatBreaksEndsTheFolderAndSaysSo)
{
    for (int i = 0; i < 40; ++i)
        fill(m_host, QByteArray("many/" + QByteArray::number(i)).constData(), QByteArray(200'000, 'x'));
    QObject::connect(m_run.get(), &RunSession::folderProgressed, m_run.get(),
                     [this](const QString &, const FolderProgress &progress) {
                         if (progress.files >= 3)
                             host().lose(QStringLiteral("cut"));
                     });
    const CopyRecord folder = copy(order(Direction::Fetch, "got", "many"));
    EXPECT_EQ(folder.status, CopyRecord::Status::Failed);
    EXPECT_TRUE(folder.isKept);
    EXPECT_TRUE(folder.outcome.contains(QStringLiteral("connect"))) << qPrintable(folder.outcome);
    for (const CopyRecord &part : partsOf(folder))
        EXPECT_NE(part.status, CopyRecord::Status::Running);
}

TEST_F(RunFoldersTest, aConnectionThatBreaksWhileFoldersAreMadeEndsTheFolderAtOnce)
{
    constexpr int many = 3000;
    for (int i = 0; i < many; ++i)
        QDir(m_here.path()).mkpath(QStringLiteral("many/%1").arg(i));
    FakeTransport transport;
    int asked = 0;
    transport.onSubsystem = [&](FakeChannel &channel) {
        ScriptedFiles::serve(channel, [&](const ScriptedFiles::Request &request) -> QByteArray {
            const bool isFirst = request.type == PacketType::MakeFolder && asked++ == 0;
            return isFirst ? ScriptedFiles::status(request.id, StatusCode::Ok) : QByteArray();
        });
    };
    transport.setState(Transport::State::Ready);
    FolderCopy folder(order(Direction::Put, "many", "/x"), transport, [](int, const files::TransferOrder &) {});
    std::optional<Error> why;
    QObject::connect(&folder, &FolderCopy::finished, &folder, [&](const FolderTally &tally) { why = tally.error; });
    folder.start();
    ASSERT_TRUE(QTest::qWaitFor([&] { return asked > 5; }, 60'000));
    transport.lose(QStringLiteral("cut"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return why.has_value(); }, 20'000));
    EXPECT_EQ(why->kind, ErrorKind::Disconnected);
}

TEST_F(RunFoldersTest, aFolderThatIsNotThereIsAnErrorAndNothingIsMade)
{
    const CopyRecord folder = copy(order(Direction::Fetch, "got", "nowhere"));
    EXPECT_EQ(folder.status, CopyRecord::Status::Failed);
    EXPECT_TRUE(folder.outcome.contains(QStringLiteral("nowhere"))) << qPrintable(folder.outcome);
    EXPECT_FALSE(QFileInfo::exists(m_here.filePath(QStringLiteral("got"))));
    EXPECT_EQ(copy(order(Direction::Put, "nowhere", "x")).status, CopyRecord::Status::Failed);
    EXPECT_EQ(copy(order(Direction::Put, ".", "no/such/place")).status, CopyRecord::Status::Failed);
}

TEST_F(RunFoldersTest, aRunThatEndsCallsItsFoldersOffFirst)
{
    m_transports.made.last()->onSubsystem = [](FakeChannel &) {}; // never answers
    m_run->copyFile(role(), order(Direction::Fetch, "got", "shop"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !state().copies.isEmpty() && !host().subsystems.isEmpty(); }, 10'000));
    m_run->stop(QStringLiteral("enough"));
    ASSERT_TRUE(reaches(Phase::Stopped));
    EXPECT_EQ(state().copies.first().status, CopyRecord::Status::Failed);
    const QStringList types = entryTypes();
    EXPECT_LT(types.indexOf(QStringLiteral("copy-finished")), types.indexOf(QStringLiteral("run-finished")));
}

TEST_F(RunFoldersTest, aFileThatIsAFolderByTheTimeItIsFetchedIsSaidToBeAndNothingLeavesTheFolder)
{
    m_transports.made.last()->onSubsystem = [](FakeChannel &channel) {
        ScriptedFiles::serve(channel, [told = false](const ScriptedFiles::Request &request) mutable {
            switch (request.type) {
            case PacketType::OpenDir: return ScriptedFiles::handle(request.id, "d");
            case PacketType::ReadDir:
                return std::exchange(told, true)
                           ? ScriptedFiles::status(request.id, StatusCode::Eof)
                           : ScriptedFiles::names(request.id, {{"turned", 0100644, 3}, {"../out", 0100644, 3}});
            case PacketType::Stat: return ScriptedFiles::attributesOf(request.id, {"turned", 0040755, 3});
            default: return ScriptedFiles::status(request.id, StatusCode::NoSuchFile);
            }
        });
    };
    const CopyRecord folder = copy(order(Direction::Fetch, "got", "shop"));
    EXPECT_EQ(folder.status, CopyRecord::Status::Failed);
    EXPECT_TRUE(folder.outcome.contains(QStringLiteral("turned"))) << qPrintable(folder.outcome);
    EXPECT_TRUE(folder.outcome.contains(QStringLiteral("lead out"))) << qPrintable(folder.outcome);
    EXPECT_TRUE(QDir(m_here.filePath(QStringLiteral("got"))).isEmpty());
    EXPECT_FALSE(QFileInfo::exists(m_here.filePath(QStringLiteral("out"))));
}
