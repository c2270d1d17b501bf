// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// What is found below a folder, here and on a host: OpenSSH's own server, and one that lies.

#include <models/files/localtree.h>
#include <models/files/treereader.h>
#include <tests/support/scriptedfiles.h>
#include <tests/support/sftpserver.h>
#include <tests/support/textfile.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <sys/stat.h>

using namespace holdpoint;
using namespace holdpoint::files;
using namespace holdpoint::testing;

namespace {

QStringList pathsOf(const Tree &tree)
{
    QStringList paths;
    for (const TreeFile &file : tree.files())
        paths.append(file.path);
    paths.sort();
    return paths;
}

QStringList foldersOf(const Tree &tree)
{
    QStringList paths;
    for (const TreeFolder &folder : tree.folders())
        paths.append(folder.path);
    return paths;
}

class TreeTest : public ::testing::Test
{
protected:
    using Outcome = Result<Tree>;

    Outcome readFrom(SftpClient &client, const char *folder, const QStringList &names, TreeLimits limits)
    {
        std::optional<Outcome> outcome;
        client.start([](const Result<> &) {});
        TreeReader reader(
            client, folder, names, limits, [](qsizetype) {}, [&](const Outcome &tree) { outcome = tree; });
        reader.start();
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 60'000))
            return fail(ErrorKind::Timeout, QStringLiteral("it did not end"));
        return *outcome;
    }
    /// Below a folder of the real server's home.
    Outcome readThere(const char *folder, const QStringList &names = {}, TreeLimits limits = {})
    {
        SftpServer server(m_there.path());
        SftpClient client([&](const QByteArray &bytes) { server.write(bytes); });
        server.onOutput = [&](const QByteArray &bytes) { client.feed(bytes); };
        return readFrom(client, folder, names, limits);
    }
    /// The same of a scripted one.
    Outcome readScripted(ScriptedFiles::Answer answer, TreeLimits limits = {})
    {
        ScriptedFiles server(std::move(answer));
        QObject context;
        SftpClient *target = nullptr;
        SftpClient client([&](const QByteArray &bytes) {
            const QByteArray answers = server.feed(bytes);
            QMetaObject::invokeMethod(
                &context, [&target, answers] { target->feed(answers); }, Qt::QueuedConnection);
        });
        target = &client;
        return readFrom(client, "top", {}, limits);
    }
    void file(const char *path, const QByteArray &bytes = "x")
    {
        const QString whole = m_there.filePath(QString::fromUtf8(path));
        QDir().mkpath(QFileInfo(whole).absolutePath());
        put(whole, bytes);
    }
    [[nodiscard]] Outcome readHere(const QStringList &names = {}, TreeLimits limits = {}) const
    {
        return readLocalTree(m_there.filePath(QStringLiteral("top")), names, m_cancel, limits);
    }

    QTemporaryDir m_there;
    const CancelFlag m_cancel = std::make_shared<std::atomic<bool>>(false);
};

/// A server with one folder, whose listing is these names, then the end.
ScriptedFiles::Answer listing(const QList<ScriptedFiles::Entry> &entries)
{
    return [entries, told = false](const ScriptedFiles::Request &request) mutable {
        switch (request.type) {
        case PacketType::OpenDir: return ScriptedFiles::handle(request.id, request.subject);
        case PacketType::ReadDir:
            if (request.subject != "top" || std::exchange(told, true))
                return ScriptedFiles::status(request.id, StatusCode::Eof);
            return ScriptedFiles::names(request.id, entries);
        default: return ScriptedFiles::status(request.id, StatusCode::NoSuchFile);
        }
    };
}

} // namespace

TEST_F(TreeTest, bothSidesFindTheSameFilesAndFoldersAndFollowNoLink)
{
    file("top/a", "12345");
    file("top/sub/deep/b", "123");
    file("top/.hidden");
    file("top/two\nlines");
    QDir(m_there.path()).mkpath(QStringLiteral("top/empty"));
    ASSERT_TRUE(QFile::link(QStringLiteral(".."), m_there.filePath(QStringLiteral("top/loop"))));
    ASSERT_TRUE(QFile::link(QStringLiteral("/etc"), m_there.filePath(QStringLiteral("top/sub/away"))));
    ASSERT_EQ(::mkfifo(m_there.filePath(QStringLiteral("top/pipe")).toLocal8Bit().constData(), 0600), 0);
    const auto there = readThere("top");
    const auto here = readHere();
    ASSERT_TRUE(there) << qPrintable(there.error().detail);
    ASSERT_TRUE(here) << qPrintable(here.error().detail);
    for (const Tree &tree : {*there, *here}) {
        EXPECT_EQ(pathsOf(tree), (QStringList{QStringLiteral(".hidden"), QStringLiteral("a"),
                                              QStringLiteral("sub/deep/b"), QStringLiteral("two\nlines")}));
        QStringList folders = foldersOf(tree);
        EXPECT_LT(folders.indexOf(QStringLiteral("sub")), folders.indexOf(QStringLiteral("sub/deep")));
        folders.sort();
        EXPECT_EQ(folders,
                  (QStringList{QString(), QStringLiteral("empty"), QStringLiteral("sub"), QStringLiteral("sub/deep")}));
        EXPECT_EQ(tree.bytes(), 5 + 3 + 1 + 1);
        EXPECT_EQ(tree.left().count(), 3); // two links and a pipe
        EXPECT_EQ(tree.problems().count(), 0);
        EXPECT_TRUE(tree.left().first().join(u'\n').contains(QStringLiteral("loop: a symbolic link, not followed")));
    }
}

TEST_F(TreeTest, ofNamesThatAPersonChoseNoMoreIsTakenAndALinkMeansWhereItLeads)
{
    file("top/a");
    file("top/b");
    file("top/sub/c");
    file("elsewhere/d");
    ASSERT_TRUE(QFile::link(QStringLiteral("../elsewhere"), m_there.filePath(QStringLiteral("top/link"))));
    const QStringList names{QStringLiteral("a"), QStringLiteral("sub"), QStringLiteral("link"), QStringLiteral("gone"),
                            QStringLiteral("../elsewhere")};
    for (const auto &tree : {readThere("top", names), readHere(names)}) {
        ASSERT_TRUE(tree) << qPrintable(tree.error().detail);
        EXPECT_EQ(pathsOf(*tree),
                  (QStringList{QStringLiteral("a"), QStringLiteral("link/d"), QStringLiteral("sub/c")}));
        EXPECT_EQ(tree->problems().count(), 2); // what is gone, and the name that leads out
    }
}

TEST_F(TreeTest, aFolderThatMayNotBeReadIsAProblemAndTheRestIsFound)
{
    if (::geteuid() == 0) // who may read everything cannot be refused: the scripted host refuses
    {
        const auto tree = readScripted([told = false](const ScriptedFiles::Request &request) mutable {
            if (request.type == PacketType::OpenDir && request.subject == "top/closed")
                return ScriptedFiles::status(request.id, StatusCode::PermissionDenied);
            if (request.type == PacketType::OpenDir)
                return ScriptedFiles::handle(request.id, request.subject);
            if (request.type == PacketType::ReadDir && !std::exchange(told, true))
                return ScriptedFiles::names(request.id, {{"closed", 0040700}, {"a"}});
            return ScriptedFiles::status(request.id, StatusCode::Eof);
        });
        ASSERT_TRUE(tree) << qPrintable(tree.error().detail);
        EXPECT_EQ(pathsOf(*tree), QStringList{QStringLiteral("a")});
        EXPECT_EQ(tree->problems().count(), 1);
        return;
    }
    file("top/a");
    file("top/closed/b");
    QFile::setPermissions(m_there.filePath(QStringLiteral("top/closed")), {});
    const auto tree = readThere("top");
    QFile::setPermissions(m_there.filePath(QStringLiteral("top/closed")),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    ASSERT_TRUE(tree) << qPrintable(tree.error().detail);
    EXPECT_EQ(tree->problems().count(), 1);
}

TEST_F(TreeTest, tooMuchIsRefusedWithANumberBeforeAnythingIsCopied)
{
    for (int i = 0; i < 12; ++i)
        file(QByteArray("top/" + QByteArray::number(i)).constData());
    file("top/1deep/2/3/4/x");
    for (const auto &tree : {readThere("top", {}, {.files = 5}), readHere({}, {.files = 5})}) {
        ASSERT_FALSE(tree);
        EXPECT_EQ(tree.error().kind, ErrorKind::Invalid);
        EXPECT_TRUE(tree.error().detail.contains(QStringLiteral("more than 5 files")))
            << qPrintable(tree.error().detail);
    }
    for (const auto &tree : {readThere("top", {}, {.depth = 3}), readHere({}, {.depth = 3})}) {
        ASSERT_FALSE(tree);
        EXPECT_TRUE(tree.error().detail.contains(QStringLiteral("3 deep"))) << qPrintable(tree.error().detail);
    }
    for (const auto &tree : {readThere("top", {}, {.folders = 2}), readHere({}, {.folders = 2}),
                             readThere("top", {}, {.names = 6}), readHere({}, {.names = 6})})
        EXPECT_FALSE(tree);
}

TEST_F(TreeTest, whatIsNoFolderOrNotThereIsSaidToBe)
{
    file("top/a");
    EXPECT_EQ(readThere("top/a").error().kind, ErrorKind::Invalid);
    EXPECT_EQ(readThere("nowhere").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(readLocalTree(m_there.filePath(QStringLiteral("top/a")), {}, m_cancel).error().kind, ErrorKind::Invalid);
    EXPECT_EQ(readLocalTree(m_there.filePath(QStringLiteral("nowhere")), {}, m_cancel).error().kind,
              ErrorKind::NotFound);
}

TEST_F(TreeTest, noNameThatAHostTellsLeadsOutOfTheFolder)
{
    const auto tree = readScripted(listing({{"good"},
                                            {".."},
                                            {"."},
                                            {"../../etc/passwd"},
                                            {"/etc/passwd"},
                                            {"sub/../../x"},
                                            {QByteArray("nul\0x", 5)},
                                            {""},
                                            {"\xff\xfe"},
                                            {QByteArray(300, 'l')},
                                            {"good"},
                                            {"good", 0040755}}));
    ASSERT_TRUE(tree) << qPrintable(tree.error().detail);
    EXPECT_EQ(pathsOf(*tree), QStringList{QStringLiteral("good")});
    EXPECT_EQ(foldersOf(*tree), QStringList{QString()});
    EXPECT_EQ(tree->problems().count(), 9); // all but the good one, "." and ".."; the good one's doubles among them
}

TEST_F(TreeTest, sizesThatAreLiesAreAddedUpWithoutHarm)
{
    const auto tree =
        readScripted(listing({{"a", 0100644, ~quint64(0)}, {"b", 0100644, ~quint64(0) / 2}, {"c", 0100644, 7}}));
    ASSERT_TRUE(tree);
    EXPECT_GT(tree->bytes(), 0);
}

TEST_F(TreeTest, aHostThatListsForEverIsStopped)
{
    int number = 0;
    const auto endless = readScripted(
        [&number](const ScriptedFiles::Request &request) {
            if (request.type == PacketType::OpenDir)
                return ScriptedFiles::handle(request.id, request.subject);
            if (request.type == PacketType::ReadDir)
                return ScriptedFiles::names(request.id, {{"n" + QByteArray::number(++number), 0120777}});
            return ScriptedFiles::status(request.id, StatusCode::Ok);
        },
        {.names = 500});
    ASSERT_FALSE(endless);
    EXPECT_EQ(endless.error().kind, ErrorKind::Invalid);
    const auto dots = readScripted(
        [](const ScriptedFiles::Request &request) {
            if (request.type == PacketType::OpenDir)
                return ScriptedFiles::handle(request.id, request.subject);
            return request.type == PacketType::ReadDir ? ScriptedFiles::names(request.id, {{"."}, {".."}})
                                                       : ScriptedFiles::status(request.id, StatusCode::Ok);
        },
        {.names = 500});
    ASSERT_FALSE(dots);
    const auto nothing = readScripted([](const ScriptedFiles::Request &request) {
        if (request.type == PacketType::OpenDir)
            return ScriptedFiles::handle(request.id, request.subject);
        return request.type == PacketType::ReadDir ? ScriptedFiles::names(request.id, {})
                                                   : ScriptedFiles::status(request.id, StatusCode::Ok);
    });
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().kind, ErrorKind::Corrupt);
}

TEST_F(TreeTest, aFolderThatHoldsItselfForEverIsStoppedAtItsDepth)
{
    QSet<QByteArray> told;
    const auto tree = readScripted([&told](const ScriptedFiles::Request &request) {
        if (request.type == PacketType::OpenDir)
            return ScriptedFiles::handle(request.id, request.subject);
        if (request.type != PacketType::ReadDir || told.contains(request.subject))
            return ScriptedFiles::status(request.id, StatusCode::Eof);
        told.insert(request.subject);
        return ScriptedFiles::names(request.id, {{"again", 0040755}});
    });
    ASSERT_FALSE(tree);
    EXPECT_EQ(tree.error().kind, ErrorKind::Invalid);
    EXPECT_TRUE(tree.error().detail.contains(QStringLiteral("deep")));
}

TEST_F(TreeTest, aFolderThatIsAFileByTheTimeItIsReadIsAProblem)
{
    const auto tree = readScripted([told = false](const ScriptedFiles::Request &request) mutable {
        if (request.type == PacketType::OpenDir && request.subject == "top")
            return ScriptedFiles::handle(request.id, request.subject);
        if (request.type == PacketType::OpenDir)
            return ScriptedFiles::status(request.id, StatusCode::Failure);
        if (request.type == PacketType::ReadDir && !std::exchange(told, true))
            return ScriptedFiles::names(request.id, {{"turns", 0040755}, {"a"}});
        if (request.type == PacketType::Stat)
            return ScriptedFiles::attributesOf(request.id, {"turns", 0100644, 3});
        return ScriptedFiles::status(request.id, StatusCode::Eof);
    });
    ASSERT_TRUE(tree) << qPrintable(tree.error().detail);
    EXPECT_EQ(pathsOf(*tree), QStringList{QStringLiteral("a")});
    ASSERT_EQ(tree->problems().count(), 1);
    EXPECT_TRUE(tree->problems().first().first().contains(QStringLiteral("is no folder")))
        << qPrintable(tree->problems().first().first());
}

TEST_F(TreeTest, aListingThatDoesNotSayWhatItsNamesAreIsAskedAboutEach)
{
    const auto tree = readScripted([told = false](const ScriptedFiles::Request &request) mutable {
        if (request.type == PacketType::OpenDir)
            return ScriptedFiles::handle(request.id, request.subject);
        if (request.type == PacketType::ReadDir && !std::exchange(told, true))
            return ScriptedFiles::names(request.id, {{"a", 0}, {"b", 0}, {"c", 0}});
        if (request.type == PacketType::Lstat && request.subject == "top/a")
            return ScriptedFiles::attributesOf(request.id, {"a", 0100644, 3});
        if (request.type == PacketType::Lstat && request.subject == "top/b")
            return ScriptedFiles::attributesOf(request.id, {"b", 0120777, 3});
        return ScriptedFiles::status(request.id,
                                     request.type == PacketType::Lstat ? StatusCode::NoSuchFile : StatusCode::Eof);
    });
    ASSERT_TRUE(tree);
    EXPECT_EQ(pathsOf(*tree), QStringList{QStringLiteral("a")});
    EXPECT_EQ(tree->left().count(), 1);
    EXPECT_EQ(tree->problems().count(), 1);
}

TEST_F(TreeTest, aReaderThatIsGoneLeavesNothingOpenThere)
{
    QList<QByteArray> closed;
    ScriptedFiles server([&closed](const ScriptedFiles::Request &request) {
        if (request.type == PacketType::Close)
            closed.append(request.subject);
        return request.type == PacketType::OpenDir ? ScriptedFiles::handle(request.id, "h") : QByteArray();
    });
    QByteArray answers;
    SftpClient client([&](const QByteArray &bytes) { answers += server.feed(bytes); });
    client.start([](const Result<> &) {});
    client.feed(std::exchange(answers, {}));
    {
        FolderReader reader(
            client, "top", {}, [](const QList<FolderEntry> &) {}, [](const Result<FolderReader::End> &) {});
        reader.start();
        client.feed(std::exchange(answers, {}));
    }
    EXPECT_EQ(closed, QList<QByteArray>{"h"});
    {
        FolderReader reader(
            client, "top", {}, [](const QList<FolderEntry> &) {}, [](const Result<FolderReader::End> &) {});
        reader.start();
    }
    client.feed(std::exchange(answers, {})); // opened for a reader that is gone
    EXPECT_EQ(closed.size(), 2);
}
