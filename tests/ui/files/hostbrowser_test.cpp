// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/support/faketransport.h>
#include <tests/support/scriptedfiles.h>
#include <tests/support/sftpserver.h>
#include <tests/support/textfile.h>
#include <tests/ui/widgetwalk.h>
#include <ui/common/style.h>
#include <ui/files/hostbrowser.h>

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QStyle>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::ui;
using namespace holdpoint::testing;
using files::Direction;
using files::Extent;
using Column = items::FolderListModel::Column;

namespace {

/// A host whose file server is OpenSSH's, and the window that shows its files.
class HostBrowserTest : public ::testing::Test
{
protected:
    HostBrowserTest()
    {
        QDir(m_there.path()).mkpath(QStringLiteral("conf/d"));
        put(there("a.log"), "12345");
        put(there("b.log"), "1");
        put(there(".profile"), "1");
        put(there("conf/shop.conf"), "open = yes\n");
        QFile::link(QStringLiteral("conf"), there("current"));
        m_transport->onSubsystem = [this](FakeChannel &channel) { serveFiles(channel, m_there.path()); };
        m_transport->setState(session::Transport::State::Ready);
    }
    void open(HostBrowser::Purpose purpose = HostBrowser::Purpose::Copy, const char *folder = "~/")
    {
        m_browser = std::make_unique<HostBrowser>(
            HostBrowser::Subject{.host = QStringLiteral("web1"),
                                 .folder = QLatin1String(folder),
                                 .localFolder = QStringLiteral("/kept")},
            purpose, [this] { return m_transport.get(); }, nullptr);
        m_browser->setAttribute(Qt::WA_DeleteOnClose, false);
        QObject::connect(m_browser.get(), &HostBrowser::ordersMade, m_browser.get(),
                         [this](const QList<files::TransferOrder> &orders) { m_orders += orders; });
        QObject::connect(m_browser.get(), &HostBrowser::chosen, m_browser.get(),
                         [this](const QString &path) { m_chosen = path; });
        m_browser->show();
        ASSERT_TRUE(ends());
    }
    [[nodiscard]] bool ends()
    {
        return QTest::qWaitFor([this] { return button("browserAgain")->text() == QStringLiteral("Read again"); },
                               20'000);
    }
    [[nodiscard]] QString there(const char *name) const { return m_there.filePath(QString::fromUtf8(name)); }
    [[nodiscard]] QTableView *table() const { return child<QTableView>(*m_browser, "browserTable"); }
    [[nodiscard]] QPushButton *button(const char *name) const { return child<QPushButton>(*m_browser, name); }
    [[nodiscard]] QString path() const { return child<QLineEdit>(*m_browser, "browserPath")->text(); }
    [[nodiscard]] QString status() const { return child<QLabel>(*m_browser, "browserStatus")->text(); }
    [[nodiscard]] QString problem() const
    {
        const auto *label = child<QLabel>(*m_browser, "browserProblem");
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList shown;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            shown.append(table()->model()->index(row, 0).data().toString());
        return shown;
    }
    [[nodiscard]] QString standsOn() const { return table()->currentIndex().siblingAtColumn(0).data().toString(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(table(), key, modifiers);
        ASSERT_TRUE(ends());
    }
    void type(const char *text) { QTest::keyClicks(table(), QLatin1String(text)); }
    void go(const QString &folder)
    {
        auto *line = child<QLineEdit>(*m_browser, "browserPath");
        line->setText(folder);
        QTest::keyClick(line, Qt::Key_Return);
        ASSERT_TRUE(ends());
    }

    QTemporaryDir m_there;
    std::unique_ptr<FakeTransport> m_transport = std::make_unique<FakeTransport>();
    std::unique_ptr<HostBrowser> m_browser;
    QList<files::TransferOrder> m_orders;
    QString m_chosen;
};

} // namespace

TEST_F(HostBrowserTest, theKeyboardAloneFindsAFileAndFetchesIt)
{
    open();
    EXPECT_EQ(names(), (QStringList{QStringLiteral("conf"), QStringLiteral("a.log"), QStringLiteral("b.log"),
                                    QStringLiteral("current")}));
    EXPECT_EQ(path(), QDir(m_there.path()).canonicalPath());
    EXPECT_TRUE(status().contains(QStringLiteral("4 names · 1 hidden"))) << qPrintable(status());
    type("conf");
    EXPECT_EQ(standsOn(), QStringLiteral("conf"));
    key(Qt::Key_Return);
    EXPECT_EQ(names(), (QStringList{QStringLiteral("d"), QStringLiteral("shop.conf")}));
    type("shop");
    key(Qt::Key_Return);
    ASSERT_EQ(m_orders.size(), 1);
    EXPECT_EQ(m_orders.first().direction, Direction::Fetch);
    EXPECT_EQ(m_orders.first().extent, Extent::File);
    EXPECT_EQ(m_orders.first().remotePath, QDir(m_there.path()).canonicalPath() + QStringLiteral("/conf/shop.conf"));
    EXPECT_EQ(m_orders.first().localPath, QStringLiteral("/kept/shop.conf"));
    key(Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(standsOn(), QStringLiteral("conf")); // where one came from
    key(Qt::Key_End);
    EXPECT_EQ(standsOn(), QStringLiteral("current"));
    key(Qt::Key_H, Qt::ControlModifier);
    EXPECT_TRUE(names().contains(QStringLiteral(".profile")));
    EXPECT_EQ(standsOn(), QStringLiteral("current"));
    key(Qt::Key_Backspace);
    EXPECT_EQ(path(), QFileInfo(QDir(m_there.path()).canonicalPath()).path());
    key(Qt::Key_Home, Qt::AltModifier);
    EXPECT_EQ(path(), QDir(m_there.path()).canonicalPath());
    put(there("c.log"), "1");
    key(Qt::Key_F5);
    EXPECT_TRUE(names().contains(QStringLiteral("c.log")));
}

TEST_F(HostBrowserTest, aFolderOrSeveralNamesAreOneOrder)
{
    open();
    type("conf");
    EXPECT_EQ(button("browserConfirm")->text(), QStringLiteral("Fetch the folder"));
    press(*m_browser, "browserConfirm");
    ASSERT_EQ(m_orders.size(), 1);
    EXPECT_EQ(m_orders[0].extent, Extent::Folder);
    EXPECT_EQ(m_orders[0].localPath, QStringLiteral("/kept/conf"));
    EXPECT_TRUE(m_orders[0].names.isEmpty());
    table()->selectAll();
    EXPECT_EQ(button("browserConfirm")->text(), QStringLiteral("Fetch all 4"));
    press(*m_browser, "browserConfirm");
    ASSERT_EQ(m_orders.size(), 2);
    EXPECT_EQ(m_orders[1].extent, Extent::Folder);
    EXPECT_EQ(m_orders[1].localPath, QStringLiteral("/kept"));
    EXPECT_EQ(m_orders[1].names.size(), 4);
}

TEST_F(HostBrowserTest, aLinkIsSaidToBeOneAndLeadsWhereItLeads)
{
    open();
    const int row = int(names().indexOf(QStringLiteral("current")));
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return table()->model()->index(row, Column::Kind).data().toString().contains(QStringLiteral("folder")); },
        10'000));
    EXPECT_EQ(table()->model()->index(row, Column::Kind).data().toString(), QStringLiteral("Link to conf (folder)"));
    type("current");
    key(Qt::Key_Return);
    EXPECT_TRUE(names().contains(QStringLiteral("shop.conf")));
}

TEST_F(HostBrowserTest, theLineTakesAFolderAndSaysWhatIsNone)
{
    open();
    go(QStringLiteral("~/conf"));
    EXPECT_TRUE(names().contains(QStringLiteral("shop.conf")));
    go(QStringLiteral("~/nowhere"));
    EXPECT_TRUE(problem().contains(QStringLiteral("not there"))) << qPrintable(problem());
    go(QStringLiteral("~/a.log"));
    EXPECT_TRUE(problem().contains(QStringLiteral("no folder"))) << qPrintable(problem());
    EXPECT_TRUE(names().isEmpty());
    QFile::remove(there("a.log"));
    QDir(m_there.path()).mkdir(QStringLiteral("a.log"));
    press(*m_browser, "browserRetry");
    ASSERT_TRUE(ends());
    EXPECT_EQ(problem(), QString());
}

TEST_F(HostBrowserTest, aFolderThatMayNotBeReadIsSaidToBe)
{
    m_transport->onSubsystem = [](FakeChannel &channel) {
        ScriptedFiles::serve(channel, [](const ScriptedFiles::Request &request) {
            return request.type == files::PacketType::RealPath
                       ? ScriptedFiles::names(request.id, {{"/root"}})
                       : ScriptedFiles::status(request.id, files::StatusCode::PermissionDenied);
        });
    };
    open();
    EXPECT_TRUE(problem().contains(QStringLiteral("may not look"))) << qPrintable(problem());
    EXPECT_FALSE(button("browserConfirm")->isEnabled());
}

TEST_F(HostBrowserTest, aLostConnectionIsSaidAndTheSameFolderIsReadOnceItIsBack)
{
    open();
    m_transport->lose(QStringLiteral("cut"));
    key(Qt::Key_F5);
    EXPECT_TRUE(problem().contains(QStringLiteral("no connection"))) << qPrintable(problem());
    m_transport = std::make_unique<FakeTransport>();
    m_transport->onSubsystem = [this](FakeChannel &channel) { serveFiles(channel, m_there.path()); };
    m_transport->setState(session::Transport::State::Ready);
    press(*m_browser, "browserRetry");
    ASSERT_TRUE(ends());
    EXPECT_TRUE(names().contains(QStringLiteral("a.log")));
}

TEST_F(HostBrowserTest, aListingWithoutAnEndIsStoppedByItsButton)
{
    m_transport->onSubsystem = [](FakeChannel &channel) {
        ScriptedFiles::serve(channel, [number = 0](const ScriptedFiles::Request &request) mutable {
            switch (request.type) {
            case files::PacketType::RealPath: return ScriptedFiles::names(request.id, {{"/endless"}});
            case files::PacketType::OpenDir: return ScriptedFiles::handle(request.id, "h");
            case files::PacketType::ReadDir:
                return ScriptedFiles::names(request.id, {{"n" + QByteArray::number(++number)}});
            default: return ScriptedFiles::status(request.id, files::StatusCode::Ok);
            }
        });
    };
    m_browser = std::make_unique<HostBrowser>(
        HostBrowser::Subject{.host = QStringLiteral("web1"), .folder = QStringLiteral("/endless")},
        HostBrowser::Purpose::Copy, [this] { return m_transport.get(); }, nullptr);
    m_browser->setAttribute(Qt::WA_DeleteOnClose, false);
    m_browser->show();
    ASSERT_TRUE(QTest::qWaitFor([this] { return names().size() > 20; }, 20'000));
    EXPECT_EQ(button("browserAgain")->text(), QStringLiteral("Stop"));
    press(*m_browser, "browserAgain");
    EXPECT_EQ(button("browserAgain")->text(), QStringLiteral("Read again"));
    EXPECT_TRUE(problem().contains(QStringLiteral("Stopped"))) << qPrintable(problem());
    EXPECT_GT(names().size(), 20);
}

TEST_F(HostBrowserTest, whoAsksForAPathGetsTheOneThatWasChosen)
{
    open(HostBrowser::Purpose::ChooseSource, "~/conf");
    type("d");
    press(*m_browser, "browserConfirm");
    EXPECT_EQ(m_chosen, QDir(m_there.path()).canonicalPath() + QStringLiteral("/conf/d/"));
    open(HostBrowser::Purpose::ChooseSource, "~/conf");
    type("shop");
    key(Qt::Key_Return);
    EXPECT_EQ(m_chosen, QDir(m_there.path()).canonicalPath() + QStringLiteral("/conf/shop.conf"));
    open(HostBrowser::Purpose::ChooseFolder, "~/conf");
    type("shop"); // a file is no folder to send to: the one that is shown is
    press(*m_browser, "browserConfirm");
    EXPECT_EQ(m_chosen, QDir(m_there.path()).canonicalPath() + QStringLiteral("/conf/"));
}

TEST_F(HostBrowserTest, everythingInItHasANameAndRoom)
{
    const QPointer<QStyle> before = QApplication::style(); // set without an owner before the application was there
    QApplication::setStyle(new Style);
    delete before;
    for (const auto purpose :
         {HostBrowser::Purpose::Copy, HostBrowser::Purpose::ChooseSource, HostBrowser::Purpose::ChooseFolder}) {
        open(purpose);
        EXPECT_EQ(namelessWidgets(*m_browser), QStringList());
        EXPECT_TRUE(QTest::qWaitFor([this] { return clippedTexts(*m_browser).isEmpty(); }, 2000))
            << qPrintable(clippedTexts(*m_browser).join(u'\n'));
        EXPECT_TRUE(smallTargets(*m_browser).isEmpty()) << qPrintable(smallTargets(*m_browser).join(u'\n'));
    }
    EXPECT_EQ(m_transport->subsystems.size(), 3); // one channel each
}
