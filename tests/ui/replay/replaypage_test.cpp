// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/replay/replaypage.h>

#include <models/session/viewing.h>
#include <tests/support/templedger.h>
#include <tests/ui/widgetwalk.h>
#include <tests/unit/report/samplerun.h>
#include <ui/replay/scrubbar.h>
#include <ui/replay/timelineview.h>
#include <ui/terminal/terminalview.h>

#include <QAccessible>
#include <QComboBox>
#include <QFileDialog>
#include <QJsonArray>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::ui;
using holdpoint::testing::child;
using holdpoint::testing::press;
using holdpoint::testing::waitFor;
using replay::Player;

namespace {

class ReplayPageTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_run = holdpoint::testing::writeSampleRun(m_ledger, {});
        m_page.resize(1200, 800);
        m_page.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&m_page));
        open({}, 0);
    }
    void open(const QString &pane, double seconds)
    {
        const Player *before = m_page.player();
        m_page.showMoment(m_run, pane, seconds);
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return m_page.player() && m_page.player() != before && !m_page.player()->isSeeking(); }, 10000));
    }
    [[nodiscard]] bool arrives(qint64 ms) const
    {
        return QTest::qWaitFor([&] { return m_page.player()->positionMs() == ms && !m_page.player()->isSeeking(); },
                               10000);
    }
    [[nodiscard]] QString text(const char *label) const { return child<QLabel>(m_page, label)->text(); }
    [[nodiscard]] TerminalView &view() const { return *child<TerminalView>(m_page, "replayView"); }
    [[nodiscard]] QAbstractItemModel &items() const { return *child<QTableView>(m_page, "momentList")->model(); }

    holdpoint::testing::TempLedger m_ledger;
    QByteArray m_run;
    ReplayPage m_page{m_ledger.get(), m_ledger.clock(), QStringLiteral("auditor@noc")};
};

TEST_F(ReplayPageTest, aRunIsShownWithItsPanesItsMomentsAndTheTimeInUtc)
{
    const auto *panes = child<QComboBox>(m_page, "replayPane");
    EXPECT_EQ(panes->count(), 2);
    EXPECT_EQ(panes->currentText(), QStringLiteral("lb"));
    EXPECT_GT(items().rowCount(), 20);
    EXPECT_TRUE(text("replayTime").startsWith(QStringLiteral("00:00:00 of 00:00:")))
        << text("replayTime").toStdString();
    EXPECT_TRUE(text("replayTime").endsWith(QStringLiteral(" UTC")));
    EXPECT_TRUE(text("replayTitle").contains(QStringLiteral("Drain a node")));
    EXPECT_EQ(holdpoint::testing::clippedTexts(m_page), QStringList());
    EXPECT_EQ(holdpoint::testing::namelessWidgets(m_page), QStringList());
}

TEST_F(ReplayPageTest, aMomentOfAPaneShowsWhatStoodThere)
{
    open(QStringLiteral("node"), 20);
    EXPECT_EQ(child<QComboBox>(m_page, "replayPane")->currentText(), QStringLiteral("node"));
    EXPECT_TRUE(view().visibleText().contains(QStringLiteral("error: cannot evict pod web-1")))
        << view().visibleText().toStdString();
    EXPECT_EQ(view().screen()->columns(), 100) << "as wide as it was, whatever the window is";
    m_page.resize(700, 500);
    EXPECT_EQ(view().screen()->columns(), 100);
}

TEST_F(ReplayPageTest, theKeyboardPlaysPausesAndGoes)
{
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_Right);
    EXPECT_TRUE(arrives(5000));
    QTest::keyClick(&view(), Qt::Key_Right);
    QTest::keyClick(&view(), Qt::Key_Left);
    EXPECT_TRUE(arrives(5000));
    QTest::keyClick(&view(), Qt::Key_Right, Qt::ShiftModifier);
    const qint64 next = m_page.player()->positionMs();
    EXPECT_GT(next, 5000);
    QTest::keyClick(&view(), Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_LE(m_page.player()->positionMs(), 5000);
    QTest::keyClick(&view(), Qt::Key_End);
    EXPECT_TRUE(arrives(m_page.player()->durationMs()));
    QTest::keyClick(&view(), Qt::Key_Home);
    EXPECT_TRUE(arrives(0));
    QTest::keyClick(&view(), Qt::Key_Plus);
    EXPECT_EQ(m_page.player()->speed(), 2);
    QTest::keyClick(&view(), Qt::Key_Minus);
    QTest::keyClick(&view(), Qt::Key_Minus);
    EXPECT_EQ(m_page.player()->speed(), 0.5);
    QTest::keyClick(&view(), Qt::Key_Space);
    EXPECT_EQ(m_page.player()->state(), Player::State::Playing);
    EXPECT_EQ(child<QPushButton>(m_page, "playButton")->text(), QStringLiteral("Pause"));
    QTest::keyClick(child(m_page, "scrubBar"), Qt::Key_Space);
    EXPECT_EQ(m_page.player()->state(), Player::State::Paused);
    QTest::keyClick(&view(), Qt::Key_Tab);
    EXPECT_FALSE(view().hasFocus()) << "Tab leads out of a terminal that has no shell";
}

TEST_F(ReplayPageTest, nothingTypedOrPastedReachesAnything)
{
    QSignalSpy input(&view(), &TerminalView::input);
    for (const Qt::Key key : {Qt::Key_A, Qt::Key_Return, Qt::Key_C, Qt::Key_Up})
        QTest::keyClick(&view(), key, key == Qt::Key_C ? Qt::ControlModifier : Qt::NoModifier);
    view().confirmPaste(QStringLiteral("rm -rf /"));
    EXPECT_EQ(input.count(), 0);
    EXPECT_EQ(view().inputPolicy(), InputPolicy::Locked);
}

TEST_F(ReplayPageTest, aRowOfTheListGoesToItsMomentOnItsPane)
{
    auto *list = child<QTableView>(m_page, "momentList");
    for (int row = 0; row < items().rowCount(); ++row) {
        const QModelIndex what = items().index(row, items::TimelineModel::What);
        if (!what.data().toString().startsWith(QStringLiteral("Command 2.1")))
            continue;
        emit list->clicked(what);
        EXPECT_TRUE(QTest::qWaitFor(
            [&] { return m_page.player()->pane().name == QLatin1String("node") && !m_page.player()->isSeeking(); }, 10000));
        EXPECT_TRUE(text("replayTime").startsWith(items().index(row, items::TimelineModel::Time).data().toString()));
        return;
    }
    FAIL() << "the command is not in the list";
}

TEST_F(ReplayPageTest, theScrubBarGoesWhereItIsPressedAndNamesWhatHappenedThere)
{
    auto *bar = child<ScrubBar>(m_page, "scrubBar");
    QTest::mouseClick(bar, Qt::LeftButton, {}, {bar->width() / 2, bar->height() / 2});
    EXPECT_NEAR(double(m_page.player()->positionMs()), double(m_page.player()->durationMs()) / 2, 300);
    EXPECT_FALSE(bar->accessibleDescription().isEmpty());
}

TEST_F(ReplayPageTest, thePictureIsReadAndWalkedAsRows)
{
    auto *picture = child<TimelineView>(m_page, "timelineView");
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(picture);
    ASSERT_NE(accessible, nullptr);
    ASSERT_NE(accessible->tableInterface(), nullptr);
    EXPECT_EQ(accessible->tableInterface()->rowCount(), items().rowCount());
    picture->setFocus();
    picture->setCurrentIndex(items().index(0, 0));
    QTest::keyClick(picture, Qt::Key_Down);
    const auto *model = qobject_cast<items::TimelineModel *>(&items());
    EXPECT_EQ(model->item(picture->currentIndex().row())->lane, 1);
    QTest::keyClick(picture, Qt::Key_Right);
    EXPECT_EQ(model->item(picture->currentIndex().row())->lane, 1);
    EXPECT_EQ(child<QTableView>(m_page, "momentList")->currentIndex().row(), picture->currentIndex().row())
        << "both show the same";
    const qint64 ms = model->item(picture->currentIndex().row())->fromMs;
    QTest::keyClick(picture, Qt::Key_Return);
    EXPECT_TRUE(arrives(ms));
    const double before = picture->zoom();
    QTest::keyClick(picture, Qt::Key_Plus);
    EXPECT_GT(picture->zoom(), before);
    for (int row = 0; row < items().rowCount(); ++row)
        EXPECT_FALSE(picture->visualRect(items().index(row, 0)).isEmpty()) << row;
}

TEST_F(ReplayPageTest, anErasedPartIsNamed)
{
    const auto entries = waitFor(m_ledger->entries(m_run, ledger::Ledger::Attachments::Skip));
    ASSERT_TRUE(entries);
    const auto recorded = std::ranges::find_if(*entries, [](const ledger::Entry &entry) {
        return entry.type == QLatin1String("output")
               && entry.body[QLatin1String("pane")].toString() == QLatin1String("lb");
    });
    ASSERT_NE(recorded, entries->end());
    ASSERT_TRUE(waitFor(m_ledger->erase({{.run = m_run,
                                          .rule = QStringLiteral("request"),
                                          .reason = QStringLiteral("a test"),
                                          .actor = QStringLiteral("auditor@noc"),
                                          .sequences = {recorded->sequence}}})));
    ReplayPage page(m_ledger.get(), m_ledger.clock(), QStringLiteral("auditor@noc"));
    page.showMoment(m_run, QStringLiteral("lb"), 0);
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return page.player() && !page.player()->gaps().isEmpty() && !page.player()->isSeeking(); }, 10000));
    EXPECT_EQ(child<QLabel>(page, "replayNotice")->text(),
              QStringLiteral("This part of the recording was erased."));
}

TEST_F(ReplayPageTest, whoLooksAtARecordingIsOnRecord)
{
    open(QStringLiteral("node"), 0);
    const auto entries = waitFor(m_ledger->entriesOfType(QStringLiteral("recording-viewed")));
    ASSERT_TRUE(entries);
    ASSERT_EQ(entries->size(), 2);
    EXPECT_EQ(entries->last().run, m_run);
    const auto viewing = session::viewingIn(entries->last());
    ASSERT_TRUE(viewing);
    EXPECT_EQ(viewing->by, QStringLiteral("auditor@noc"));
    EXPECT_EQ(viewing->panes, QStringList{QStringLiteral("node")});
}

TEST_F(ReplayPageTest, theTimelineIsExportedAsAPicture)
{
    QSignalSpy said(&m_page, &ReplayPage::said);
    press(m_page, "exportTimeline");
    auto *dialog = child<QFileDialog>(m_page, "timelineFile");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("picture.svg"));
    emit dialog->fileSelected(path);
    dialog->close();
    ASSERT_TRUE(QTest::qWaitFor([&] { return said.count() == 1; }, 10000));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains("<title id=\"timeline-title\">Timeline of the run: Drain a node</title>"));
}

TEST_F(ReplayPageTest, aRecordedLinkIsOpenedOnlyAfterItWasShown)
{
    QSignalSpy opened(&m_page, &ReplayPage::openUrlWanted);
    emit view().linkActivated(QUrl(QStringLiteral("https://host.example/page")));
    auto *question = child<QMessageBox>(m_page, "linkQuestion");
    EXPECT_EQ(opened.count(), 0);
    EXPECT_TRUE(question->informativeText().contains(QStringLiteral("https://host.example/page")));
    child<QPushButton>(*question, "linkOpen")->click();
    EXPECT_EQ(opened.count(), 1);
}

TEST_F(ReplayPageTest, aHiddenReplayDoesNotGoOn)
{
    m_page.player()->play();
    m_page.hide();
    EXPECT_EQ(m_page.player()->state(), Player::State::Paused);
}

} // namespace
