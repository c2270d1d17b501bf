// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/support/faketransport.h>
#include <tests/support/sftpserver.h>
#include <tests/support/textfile.h>
#include <tests/ui/widgetwalk.h>
#include <ui/common/elidedlabel.h>
#include <ui/files/copyrow.h>
#include <ui/files/hostbrowser.h>
#include <ui/files/hostcopies.h>
#include <ui/files/panefiles.h>
#include <ui/terminal/terminalview.h>
#include <ui/wizard/terminalpane.h>

#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::ui;
using namespace holdpoint::testing;

namespace {

/// A terminal of a host whose file server is OpenSSH's, outside any run.
class PaneFilesTest : public ::testing::Test
{
protected:
    PaneFilesTest()
    {
        put(m_here.filePath(QStringLiteral("shop.conf")), "open = yes\n");
        m_transport.onSubsystem = [this](FakeChannel &channel) { serveFiles(channel, m_there.path()); };
        m_transport.setState(session::Transport::State::Ready);
        QObject::connect(m_files, &PaneFiles::copyWanted, &m_copies,
                         [this](const files::TransferOrder &order) { m_copies.copy(order, m_transport); });
        QObject::connect(m_files, &PaneFiles::cancelWanted, &m_copies, &HostCopies::cancel);
        QObject::connect(&m_copies, &HostCopies::changed, m_files, [this] { m_files->refresh(m_copies.copies()); });
        QObject::connect(&m_copies, &HostCopies::progressed, m_files, &PaneFiles::setProgress);
        QObject::connect(&m_copies, &HostCopies::folderProgressed, m_files, &PaneFiles::setFolderProgress);
        m_pane.resize(1000, 500);
        m_pane.show();
    }
    void drop(const QString &path) { drop(QList<QUrl>{QUrl::fromLocalFile(path)}); }
    void drop(const QList<QUrl> &urls)
    {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent entered(QPoint(100, 100), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_pane, &entered);
        ASSERT_TRUE(entered.isAccepted());
        QDropEvent event(QPointF(100, 100), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_pane, &event);
        EXPECT_EQ(event.dropAction(), Qt::CopyAction);
    }
    void confirm(const QString &remote)
    {
        child<QLineEdit>(m_pane, "copyRemote")->setText(remote);
        press(m_pane, "copyConfirm");
    }
    [[nodiscard]] QString words(const char *id)
    {
        const auto *label = m_pane.findChild<ElidedLabel *>(QStringLiteral("copyWords_%1").arg(QLatin1String(id)));
        return label ? label->text() : QString();
    }
    [[nodiscard]] bool says(const char *id, const char *text)
    {
        return QTest::qWaitFor([&] { return words(id).contains(QLatin1String(text)); }, 20'000);
    }

    QTemporaryDir m_here;
    QTemporaryDir m_there;
    FakeTransport m_transport;
    HostCopies m_copies;
    TerminalPane m_pane{QStringLiteral("web1"), QStringLiteral("ops@web1"), TerminalPane::Lifetime::OfItsPage};
    PaneFiles *m_files = new PaneFiles(m_pane, m_here.filePath(QStringLiteral("fetched")), [this] { return &m_transport; });
};

} // namespace

TEST_F(PaneFilesTest, aFileThatIsDroppedOnATerminalIsSentOnceItIsSaidWhere)
{
    drop(m_here.filePath(QStringLiteral("shop.conf")));
    EXPECT_EQ(child<QLineEdit>(m_pane, "copyRemote")->text(), QStringLiteral("~/"));
    EXPECT_TRUE(m_copies.copies().isEmpty());
    confirm(QStringLiteral("~/"));
    ASSERT_TRUE(says("copy.1", "is there")) << qPrintable(words("copy.1"));
    EXPECT_TRUE(words("copy.1").contains(QStringLiteral("SHA-256")));
    EXPECT_EQ(content(m_there.filePath(QStringLiteral("shop.conf"))), "open = yes\n");
    press(m_pane, "copyClose_copy.1");
    EXPECT_FALSE(m_files->bar()->isVisible());
}

TEST_F(PaneFilesTest, aNameThatIsTakenCanBeReplacedOnASecondWord)
{
    put(m_there.filePath(QStringLiteral("shop.conf")), "older\n");
    drop(m_here.filePath(QStringLiteral("shop.conf")));
    confirm(QStringLiteral("~/"));
    ASSERT_TRUE(says("copy.1", "was not sent")) << qPrintable(words("copy.1"));
    EXPECT_EQ(content(m_there.filePath(QStringLiteral("shop.conf"))), "older\n");
    press(m_pane, "copyReplace_copy.1");
    ASSERT_TRUE(says("copy.2", "is there")) << qPrintable(words("copy.2"));
    EXPECT_EQ(content(m_there.filePath(QStringLiteral("shop.conf"))), "open = yes\n");
}

TEST_F(PaneFilesTest, aFileIsFetchedByTheNameThatIsSelectedInTheTerminal)
{
    put(m_there.filePath(QStringLiteral("error.log")), "none\n");
    emit m_pane.view()->fetchFileWanted(QStringLiteral("error.log"));
    EXPECT_EQ(child<QLineEdit>(m_pane, "copyRemote")->text(), QStringLiteral("~/error.log"));
    press(m_pane, "copyConfirm");
    ASSERT_TRUE(says("copy.1", "is here")) << qPrintable(words("copy.1"));
    EXPECT_EQ(content(m_here.filePath(QStringLiteral("fetched/error.log"))), "none\n");
}

TEST_F(PaneFilesTest, aFolderIsNoFileToFetch)
{
    emit m_pane.view()->fetchFileWanted({});
    EXPECT_FALSE(child<QPushButton>(m_pane, "copyConfirm")->isEnabled());
    EXPECT_FALSE(child<QLabel>(m_pane, "copyProblem")->text().isEmpty());
}

TEST_F(PaneFilesTest, aFileOnItsWayIsCalledOffAndSaidToBe)
{
    m_transport.onSubsystem = [](FakeChannel &) {}; // never answers
    drop(m_here.filePath(QStringLiteral("shop.conf")));
    confirm(QStringLiteral("~/"));
    ASSERT_TRUE(says("copy.1", "Sending"));
    press(m_pane, "copyCancel_copy.1");
    ASSERT_TRUE(says("copy.1", "was not sent"));
    EXPECT_TRUE(child<QPushButton>(m_pane, "copyAgain_copy.1")->isVisible());
}

TEST_F(PaneFilesTest, aFolderThatIsDroppedIsSentWithAllInIt)
{
    QDir(m_here.path()).mkpath(QStringLiteral("site/img"));
    put(m_here.filePath(QStringLiteral("site/index.html")), "<html>");
    put(m_here.filePath(QStringLiteral("site/img/a.png")), "picture");
    ASSERT_TRUE(QFile::link(QStringLiteral("/etc"), m_here.filePath(QStringLiteral("site/etc"))));
    drop(m_here.filePath(QStringLiteral("site")));
    confirm(QStringLiteral("~/"));
    ASSERT_TRUE(says("copy.1", "Sent")) << qPrintable(words("copy.1"));
    EXPECT_TRUE(words("copy.1").contains(QStringLiteral("2 files"))) << qPrintable(words("copy.1"));
    EXPECT_TRUE(words("copy.1").contains(QStringLiteral("left out: 1"))) << qPrintable(words("copy.1"));
    EXPECT_EQ(content(m_there.filePath(QStringLiteral("site/img/a.png"))), "picture");
    EXPECT_FALSE(QFileInfo(m_there.filePath(QStringLiteral("site/etc"))).exists());
    // Once more: what is there already is found to be.
    drop(m_here.filePath(QStringLiteral("site")));
    confirm(QStringLiteral("~/"));
    ASSERT_TRUE(says("copy.2", "2 of them stood there already")) << qPrintable(words("copy.2"));
}

TEST_F(PaneFilesTest, severalFilesThatAreDroppedAreOneRow)
{
    QList<QUrl> urls;
    for (int i = 0; i < 20; ++i) {
        const QString path = m_here.filePath(QStringLiteral("f%1").arg(i));
        put(path, QByteArray::number(i));
        urls.append(QUrl::fromLocalFile(path));
    }
    drop(urls);
    child<QLineEdit>(m_pane, "copyRemote")->setText(QStringLiteral("~/x"));
    EXPECT_FALSE(child<QPushButton>(m_pane, "copyConfirm")->isEnabled());
    confirm(QStringLiteral("~/"));
    ASSERT_TRUE(says("copy.1", "Sent")) << qPrintable(words("copy.1"));
    EXPECT_TRUE(words("copy.1").contains(QStringLiteral("20 names"))) << qPrintable(words("copy.1"));
    EXPECT_EQ(m_copies.copies().size(), 1);
    EXPECT_EQ(content(m_there.filePath(QStringLiteral("f19"))), "19");
}

TEST_F(PaneFilesTest, aFolderWithASlashAtItsEndIsFetchedAndANameInTheWayCanBeReplaced)
{
    QDir(m_there.path()).mkpath(QStringLiteral("logs/old"));
    put(m_there.filePath(QStringLiteral("logs/a.log")), "a\n");
    put(m_there.filePath(QStringLiteral("logs/old/b.log")), "b\n");
    QDir(m_here.path()).mkpath(QStringLiteral("fetched/logs"));
    put(m_here.filePath(QStringLiteral("fetched/logs/a.log")), "mine\n");
    emit m_pane.view()->fetchFileWanted({});
    child<QLineEdit>(m_pane, "copyRemote")->setText(QStringLiteral("~/logs/"));
    EXPECT_EQ(child<QPushButton>(m_pane, "copyConfirm")->text(), QStringLiteral("Fetch the folder"));
    press(m_pane, "copyConfirm");
    ASSERT_TRUE(says("copy.1", "Not all of")) << qPrintable(words("copy.1"));
    EXPECT_TRUE(words("copy.1").contains(QStringLiteral("a.log"))) << qPrintable(words("copy.1"));
    EXPECT_EQ(content(m_here.filePath(QStringLiteral("fetched/logs/a.log"))), "mine\n");
    EXPECT_EQ(content(m_here.filePath(QStringLiteral("fetched/logs/old/b.log"))), "b\n");
    press(m_pane, "copyReplace_copy.1");
    ASSERT_TRUE(says("copy.2", "Fetched")) << qPrintable(words("copy.2"));
    EXPECT_EQ(content(m_here.filePath(QStringLiteral("fetched/logs/a.log"))), "a\n");
}

TEST_F(PaneFilesTest, aBlankAtTheEndOfANameIsAPartOfItAndThatIsSaid)
{
    put(m_there.filePath(QStringLiteral("odd ")), "with\n");
    put(m_there.filePath(QStringLiteral("odd")), "without\n");
    emit m_pane.view()->fetchFileWanted({});
    auto *remote = child<QLineEdit>(m_pane, "copyRemote");
    remote->setText(QStringLiteral("  "));
    EXPECT_FALSE(child<QPushButton>(m_pane, "copyConfirm")->isEnabled());
    remote->setText(QStringLiteral("~/odd "));
    EXPECT_TRUE(child<QLabel>(m_pane, "copyProblem")->text().contains(QStringLiteral("blank")));
    press(m_pane, "copyConfirm");
    ASSERT_TRUE(says("copy.1", "is here")) << qPrintable(words("copy.1"));
    EXPECT_EQ(content(m_here.filePath(QStringLiteral("fetched/odd "))), "with\n");
}

TEST_F(PaneFilesTest, aFileIsSentIntoTheFolderThatWasFoundOnTheHost)
{
    QDir(m_there.path()).mkpath(QStringLiteral("srv/www"));
    drop(m_here.filePath(QStringLiteral("shop.conf")));
    press(m_pane, "copyBrowse");
    auto *browser = child<HostBrowser>(m_pane, "hostBrowser");
    const auto *table = child<QTableView>(*browser, "browserTable");
    ASSERT_TRUE(QTest::qWaitFor([&] { return table->model()->rowCount() > 0; }, 10'000));
    press(*browser, "browserConfirm"); // it stands on the only folder
    EXPECT_EQ(child<QLineEdit>(m_pane, "copyRemote")->text(), QDir(m_there.path()).canonicalPath() + QStringLiteral("/srv/"));
    press(m_pane, "copyConfirm");
    ASSERT_TRUE(says("copy.1", "is there")) << qPrintable(words("copy.1"));
    EXPECT_EQ(content(m_there.filePath(QStringLiteral("srv/shop.conf"))), "open = yes\n");
}

TEST_F(PaneFilesTest, whatIsFetchedFromTheBrowserHasItsRowThereAndAboveTheTerminal)
{
    put(m_there.filePath(QStringLiteral("error.log")), "none\n");
    emit m_pane.view()->browseFilesWanted();
    emit m_pane.view()->browseFilesWanted(); // the same window again
    EXPECT_EQ(m_pane.findChildren<HostBrowser *>().size(), 1);
    auto *browser = child<HostBrowser>(m_pane, "hostBrowser");
    const auto *table = child<QTableView>(*browser, "browserTable");
    ASSERT_TRUE(QTest::qWaitFor([&] { return table->model()->rowCount() > 0; }, 10'000));
    press(*browser, "browserConfirm");
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            const auto *row = browser->findChild<ElidedLabel *>(QStringLiteral("copyWords_copy.1"));
            return row && row->text().contains(QStringLiteral("is here"));
        },
        20'000));
    EXPECT_TRUE(m_files->bar()->findChild<ElidedLabel *>(QStringLiteral("copyWords_copy.1")));
    EXPECT_EQ(content(m_here.filePath(QStringLiteral("fetched/error.log"))), "none\n");
}

TEST_F(PaneFilesTest, thatTheSameContentStoodThereAlreadyIsSaid)
{
    put(m_there.filePath(QStringLiteral("shop.conf")), "open = yes\n");
    drop(m_here.filePath(QStringLiteral("shop.conf")));
    confirm(QStringLiteral("~/"));
    ASSERT_TRUE(says("copy.1", "is there")) << qPrintable(words("copy.1"));
    EXPECT_TRUE(words("copy.1").contains(QStringLiteral("stood there already"))) << qPrintable(words("copy.1"));
}

TEST_F(PaneFilesTest, thatTheOriginalChangedMeanwhileIsSaidOfAFileAndOfWhichInAFolder)
{
    for (const char *name : {"logs/still.log", "logs/grows.log", "grows.log"}) {
        const QString path = m_there.filePath(QLatin1String(name));
        QDir().mkpath(QFileInfo(path).absolutePath());
        put(path, "one\n");
    }
    m_transport.onSubsystem = [this](FakeChannel &channel) {
        serveFiles(channel, m_there.path());
        channel.onWrite = [this, toServer = channel.onWrite](const QByteArray &bytes) {
            for (const char *name : {"logs/grows.log", "grows.log"}) {
                QFile file(m_there.filePath(QLatin1String(name)));
                if (bytes.contains(char(files::PacketType::Read)) && file.open(QIODevice::Append))
                    file.write("two\n");
            }
            toServer(bytes);
        };
    };
    emit m_pane.view()->fetchFileWanted(QStringLiteral("grows.log"));
    press(m_pane, "copyConfirm");
    ASSERT_TRUE(says("copy.1", "is here")) << qPrintable(words("copy.1"));
    EXPECT_TRUE(words("copy.1").contains(QStringLiteral("the original changed while it was copied")))
        << qPrintable(words("copy.1"));
    emit m_pane.view()->fetchFileWanted({});
    child<QLineEdit>(m_pane, "copyRemote")->setText(QStringLiteral("~/logs/"));
    press(m_pane, "copyConfirm");
    ASSERT_TRUE(says("copy.2", "Fetched")) << qPrintable(words("copy.2"));
    EXPECT_TRUE(words("copy.2").contains(QStringLiteral("changed while they were copied: 1 (grows.log)")))
        << qPrintable(words("copy.2"));
}

TEST_F(PaneFilesTest, theRowOfACopyIsAsHighWhateverItSaysAndHowLittleRoomThereIs)
{
    drop(m_here.filePath(QStringLiteral("shop.conf")));
    confirm(QStringLiteral("~/a-name-that-is-as-long-as-names-of-backups-of-some-databases-tend-to-be.conf"));
    const int height = m_files->bar()->sizeHint().height();
    ASSERT_TRUE(says("copy.1", "is there")) << qPrintable(words("copy.1"));
    m_pane.resize(420, 500);
    QTest::qWait(1);
    EXPECT_EQ(m_pane.width(), 420) << "words must not make the pane wider";
    EXPECT_EQ(m_files->bar()->height(), height);
    const auto *label = m_pane.findChild<ElidedLabel *>(QStringLiteral("copyWords_copy.1"));
    EXPECT_TRUE(label->toolTip().contains(QStringLiteral("SHA-256")));
    EXPECT_EQ(label->accessibleName(), label->text());
}

TEST(CopyRowTest, ofAFolderTheBarGoesOnWithEachFileAndWithEachByte)
{
    CopyRow row({.id = QStringLiteral("copy.1"),
                 .order = {.localPath = QStringLiteral("/home/ada/site"), .extent = files::Extent::Folder}});
    const auto *bar = row.findChild<QProgressBar *>();
    session::FolderProgress progress{
        .files = 0, .allFiles = 1000, .bytes = 0, .allBytes = 20 << 20, .isCounting = false};
    row.setFolderProgress(progress);
    const int begun = bar->value();
    progress.files = 214; // all of them empty
    row.setFolderProgress(progress);
    const int many = bar->value();
    EXPECT_GT(many, begun);
    progress.bytes = 3'250'000; // of a large one
    row.setFolderProgress(progress);
    EXPECT_GT(bar->value(), many);
    EXPECT_LT(bar->value(), bar->maximum());
    const QString words = row.findChild<ElidedLabel *>()->text();
    EXPECT_TRUE(words.endsWith(QStringLiteral("214 of 1000 files, 3.1 of 20.0 MiB"))) << qPrintable(words);
}
