// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/hostfolder.h>
#include <tests/support/scriptedfiles.h>
#include <tests/support/sftpserver.h>
#include <tests/support/textfile.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::session;
using namespace holdpoint::testing;
using files::PacketType;
using files::StatusCode;

namespace {

/// A host whose file server is OpenSSH's, and somebody who looks at its folders.
class HostFolderTest : public ::testing::Test
{
protected:
    HostFolderTest()
    {
        m_transport->onSubsystem = [this](FakeChannel &channel) { serveFiles(channel, m_there.path()); };
        m_transport->setState(Transport::State::Ready);
        QObject::connect(&m_folder, &HostFolder::opened, &m_folder, [this](const QString &path) {
            m_path = path;
            m_names.clear();
        });
        QObject::connect(&m_folder, &HostFolder::came, &m_folder, [this](const QList<files::FolderEntry> &entries) {
            for (const files::FolderEntry &entry : entries)
                m_names.append(QString::fromUtf8(entry.name));
            ++m_slices;
        });
        QObject::connect(&m_folder, &HostFolder::ended, &m_folder,
                         [this](const Result<files::FolderReader::End> &end) { m_ends.append(end); });
        QObject::connect(&m_folder, &HostFolder::resolved, &m_folder,
                         [this](const QByteArray &name, const LinkTarget &target) { m_targets.insert(name, target); });
    }
    Result<files::FolderReader::End> look(const QString &path)
    {
        m_ends.clear();
        m_folder.open(path);
        return wait();
    }
    Result<files::FolderReader::End> wait()
    {
        if (!QTest::qWaitFor([this] { return !m_ends.isEmpty(); }, 60'000))
            return fail(ErrorKind::Timeout, QStringLiteral("it did not end"));
        return m_ends.first();
    }
    [[nodiscard]] QString there(const char *name) const { return m_there.filePath(QString::fromUtf8(name)); }

    QTemporaryDir m_there;
    std::unique_ptr<FakeTransport> m_transport = std::make_unique<FakeTransport>();
    HostFolder m_folder{[this] { return m_transport.get(); }};
    QString m_path;
    QStringList m_names;
    int m_slices = 0;
    QList<Result<files::FolderReader::End>> m_ends;
    QMap<QByteArray, LinkTarget> m_targets;
};

} // namespace

TEST_F(HostFolderTest, aFolderIsListedOverOneChannelFolderAfterFolder)
{
    QDir(m_there.path()).mkpath(QStringLiteral("logs/old"));
    put(there("logs/a.log"), "1");
    put(there("logs/.hidden"), "1");
    const auto end = look(QStringLiteral("~/logs"));
    ASSERT_TRUE(end) << qPrintable(end.error().detail);
    EXPECT_EQ(*end, files::FolderReader::End::Whole);
    EXPECT_EQ(m_path, QDir(there("logs")).canonicalPath());
    m_names.sort();
    EXPECT_EQ(m_names, (QStringList{QStringLiteral(".hidden"), QStringLiteral("a.log"), QStringLiteral("old")}));
    ASSERT_TRUE(look(there("logs/old")));
    EXPECT_TRUE(m_names.isEmpty());
    EXPECT_EQ(m_transport->subsystems.size(), 1);
}

TEST_F(HostFolderTest, thousandsOfNamesComeInSlices)
{
    constexpr int many = 3000;
    QDir(m_there.path()).mkdir(QStringLiteral("many"));
    for (int i = 0; i < many; ++i)
        put(there("many/") + QString::number(i), {});
    ASSERT_TRUE(look(QStringLiteral("many")));
    EXPECT_EQ(m_names.size(), many);
    EXPECT_GT(m_slices, 10);
}

TEST_F(HostFolderTest, whatCannotBeReadIsAnErrorOfItsKindAndTheNextFolderIsRead)
{
    put(there("file"), "1");
    EXPECT_EQ(look(QStringLiteral("~/gone")).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(look(QStringLiteral("~/file")).error().kind, ErrorKind::Invalid);
    EXPECT_TRUE(look(QStringLiteral("~")));
    EXPECT_EQ(m_transport->subsystems.size(), 1);
}

TEST_F(HostFolderTest, anotherFolderOpenedMeanwhileIsTheOneThatIsListed)
{
    QDir(m_there.path()).mkdir(QStringLiteral("one"));
    QDir(m_there.path()).mkdir(QStringLiteral("two"));
    put(there("one/a"), {});
    put(there("two/b"), {});
    m_folder.open(QStringLiteral("one"));
    m_folder.open(QStringLiteral("two"));
    ASSERT_TRUE(wait());
    EXPECT_EQ(m_names, QStringList{QStringLiteral("b")});
    EXPECT_EQ(m_ends.size(), 1);
}

TEST_F(HostFolderTest, whereALinkLeadsIsToldWhetherThereIsAnythingOrNot)
{
    QDir(m_there.path()).mkdir(QStringLiteral("www"));
    ASSERT_TRUE(QFile::link(QStringLiteral("www"), there("current")));
    ASSERT_TRUE(QFile::link(QStringLiteral("nowhere"), there("broken")));
    ASSERT_TRUE(QFile::link(QStringLiteral("self"), there("self")));
    ASSERT_TRUE(look(QStringLiteral("~")));
    for (const char *name : {"current", "broken", "self"})
        m_folder.resolve(name);
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_targets.size() == 3; }, 20'000));
    EXPECT_TRUE(QString::fromUtf8(m_targets["current"].path).endsWith(QStringLiteral("www")));
    ASSERT_TRUE(m_targets["current"].attributes);
    EXPECT_TRUE(m_targets["current"].attributes->isFolder());
    EXPECT_FALSE(m_targets["broken"].attributes);
    EXPECT_FALSE(m_targets["self"].attributes);
}

TEST_F(HostFolderTest, aConnectionThatIsLostIsSaidAndTheNextLookUsesTheNewOne)
{
    put(there("a"), {});
    m_transport->onSubsystem = [](FakeChannel &) {}; // never answers
    m_folder.open(QStringLiteral("~"));
    m_transport->lose(QStringLiteral("cut"));
    const auto lost = wait();
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().kind, ErrorKind::Disconnected);
    EXPECT_EQ(look(QStringLiteral("~")).error().kind, ErrorKind::Disconnected); // still none
    m_transport = std::make_unique<FakeTransport>();
    m_transport->onSubsystem = [this](FakeChannel &channel) { serveFiles(channel, m_there.path()); };
    m_transport->setState(Transport::State::Ready);
    ASSERT_TRUE(look(QStringLiteral("~")));
    EXPECT_TRUE(m_names.contains(QStringLiteral("a")));
}

/// A folder of links whose listing goes on while they are followed.
class LinkedFolderTest : public HostFolderTest
{
protected:
    using Answer = std::function<QByteArray(const ScriptedFiles::Request &link, quint32 listing)>;
    void beginWith(const Answer &answer)
    {
        m_transport->onSubsystem = [this, answer](FakeChannel &channel) {
            ScriptedFiles::serve(channel, [this, answer](const ScriptedFiles::Request &request) -> QByteArray {
                switch (request.type) {
                case PacketType::RealPath: return ScriptedFiles::names(request.id, {{"/x"}});
                case PacketType::OpenDir: return ScriptedFiles::handle(request.id, "h");
                case PacketType::ReadDir:
                    if (std::exchange(m_listing, request.id) == 0)
                        return ScriptedFiles::names(request.id, {{"a", 0120777}, {"b", 0120777}, {"c", 0120777}});
                    return {};
                case PacketType::ReadLink: return answer(request, m_listing);
                default: return {};
                }
            });
        };
        QObject::connect(&m_folder, &HostFolder::came, &m_folder, [this](const QList<files::FolderEntry> &entries) {
            for (const files::FolderEntry &entry : entries)
                m_folder.resolve(entry.name);
        });
        m_folder.open(QStringLiteral("~"));
        ASSERT_TRUE(QTest::qWaitFor([this] { return m_names.size() == 3; }, 20'000));
    }
    quint32 m_listing = 0; ///< the request that has no answer yet
};

TEST_F(LinkedFolderTest, aConnectionThatIsLostWhileLinksAreFollowedIsSaid)
{
    beginWith([](const ScriptedFiles::Request &, quint32) { return QByteArray(); });
    QTest::qWait(20);
    m_transport->lose(QStringLiteral("cut"));
    EXPECT_EQ(wait().error().kind, ErrorKind::Disconnected);
}

TEST_F(LinkedFolderTest, aHostThatBreaksOffTheListingAndAnswersALinkInOneWriteIsSaidTo)
{
    beginWith([](const ScriptedFiles::Request &link, quint32 listing) {
        return ScriptedFiles::names(listing, {}) + ScriptedFiles::names(link.id, {{"target"}});
    });
    EXPECT_FALSE(wait());
}

TEST_F(HostFolderTest, aListingIsStoppedWithWhatHasCome)
{
    m_transport->onSubsystem = [](FakeChannel &channel) {
        ScriptedFiles::serve(channel, [number = 0](const ScriptedFiles::Request &request) mutable {
            switch (request.type) {
            case PacketType::RealPath: return ScriptedFiles::names(request.id, {{"/endless"}});
            case PacketType::OpenDir: return ScriptedFiles::handle(request.id, "h");
            case PacketType::ReadDir: return ScriptedFiles::names(request.id, {{QByteArray::number(++number)}});
            default: return ScriptedFiles::status(request.id, StatusCode::Ok);
            }
        });
    };
    m_folder.open(QStringLiteral("/endless"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_names.size() > 50; }, 20'000));
    m_folder.stop();
    const qsizetype count = m_names.size();
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    EXPECT_EQ(m_names.size(), count);
    EXPECT_TRUE(m_ends.isEmpty());
    EXPECT_FALSE(m_folder.isReading());
}

TEST_F(HostFolderTest, aHostThatListsForEverIsCutOff)
{
    m_transport->onSubsystem = [](FakeChannel &channel) {
        QList<ScriptedFiles::Entry> slice(2000, {QByteArray(100, 'n')});
        ScriptedFiles::serve(channel, [slice](const ScriptedFiles::Request &request) {
            switch (request.type) {
            case PacketType::RealPath: return ScriptedFiles::names(request.id, {{"/endless"}});
            case PacketType::OpenDir: return ScriptedFiles::handle(request.id, "h");
            case PacketType::ReadDir: return ScriptedFiles::names(request.id, slice.mid(0, 1000));
            default: return ScriptedFiles::status(request.id, StatusCode::Ok);
            }
        });
    };
    const auto end = look(QStringLiteral("/endless"));
    ASSERT_TRUE(end) << qPrintable(end.error().detail);
    EXPECT_EQ(*end, files::FolderReader::End::Cut);
    EXPECT_LE(m_names.size(), 210'000);
}

TEST_F(HostFolderTest, aHostThatBreaksTheProtocolIsSaidToAndTheNextLookBeginsAnew)
{
    m_transport->onSubsystem = [](FakeChannel &channel) {
        channel.onWrite = [target = QPointer(&channel)](const QByteArray &) {
            QTimer::singleShot(0, target, [target] { target->print("Welcome to web-1\r\n"); });
        };
    };
    const auto text = look(QStringLiteral("~"));
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().kind, ErrorKind::Corrupt);
    EXPECT_TRUE(text.error().detail.contains(QStringLiteral("Welcome to web-1")));
    m_transport->onSubsystem = [](FakeChannel &channel) {
        ScriptedFiles::serve(channel, [](const ScriptedFiles::Request &request) {
            return ScriptedFiles::names(request.id, {{"not/from/the/root"}});
        });
    };
    EXPECT_EQ(look(QStringLiteral("~")).error().kind, ErrorKind::Corrupt);
    m_transport->onSubsystem = nullptr; // refuses
    EXPECT_FALSE(look(QStringLiteral("~")));
    m_transport->onSubsystem = [this](FakeChannel &channel) { serveFiles(channel, m_there.path()); };
    EXPECT_TRUE(look(QStringLiteral("~")));
}
