// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/panes/detachedpane.h>
#include <ui/panes/panearea.h>
#include <ui/panes/panegroup.h>
#include <ui/terminal/terminalview.h>
#include <ui/wizard/terminalpane.h>

#include <gtest/gtest.h>

#include <QApplication>
#include <QSplitter>
#include <QTest>

using namespace holdpoint::ui;

namespace {

class PaneAreaTest : public ::testing::Test
{
protected:
    PaneAreaTest()
    {
        m_area.resize(1200, 800);
        m_area.show();
        QObject::connect(&m_area, &PaneArea::newShellWanted, &m_area,
                         [this](TerminalPane *pane, Qt::Orientation) { m_newShells.append(pane->name()); });
        QObject::connect(&m_area, &PaneArea::closeWanted, &m_area,
                         [this](TerminalPane *pane) { m_closings.append(pane->name()); });
    }
    TerminalPane *add(const char *name, TerminalPane::Lifetime lifetime = TerminalPane::Lifetime::OfItsPage)
    {
        auto *pane = new TerminalPane(QLatin1String(name), QStringLiteral("ops@%1").arg(QLatin1String(name)), lifetime);
        m_area.add(pane);
        return pane;
    }
    /// The panes that are seen now, by name.
    [[nodiscard]] QStringList seen() const
    {
        QStringList names;
        for (const TerminalPane *pane : m_area.panes()) {
            if (pane->isVisible())
                names += pane->name();
        }
        return names;
    }
    [[nodiscard]] qsizetype parts() const
    {
        QList<PaneGroup *> groups = m_area.findChildren<PaneGroup *>();
        groups.removeIf([](const PaneGroup *group) { return !group->isVisible(); });
        return groups.size();
    }
    [[nodiscard]] DetachedPane *windowOf(const TerminalPane *pane) const
    {
        return qobject_cast<DetachedPane *>(pane->window());
    }

    PaneArea m_area;
    QStringList m_newShells;
    QStringList m_closings;
};

using Names = QStringList;
const QString web = QStringLiteral("web");
const QString db = QStringLiteral("db");
const QString cache = QStringLiteral("cache");

TEST_F(PaneAreaTest, asTabsOnePaneIsSeenAndSplitAllOfThem)
{
    add("web");
    add("db");
    add("cache");
    EXPECT_EQ(seen(), Names{cache});
    m_area.split(Qt::Horizontal);
    EXPECT_EQ(parts(), 2);
    m_area.bringForward(m_area.panes().first());
    m_area.split(Qt::Vertical);
    EXPECT_EQ(parts(), 3);
    Names all = seen();
    all.sort();
    EXPECT_EQ(all, (Names{cache, db, web}));
    EXPECT_EQ(m_area.findChildren<QSplitter *>().size(), 2) << "one inside the other";
}

TEST_F(PaneAreaTest, ofSeveralTerminalsTheOneThatTakesTheKeysSaysSo)
{
    TerminalPane *left = add("web");
    TerminalPane *right = add("db");
    using Keys = TerminalPane::Keys;
    EXPECT_EQ(right->shownKeys(), Keys::Alone) << "where there is no other, there is nothing to say";
    m_area.split(Qt::Horizontal);
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_area));
    m_area.focusPane(left);
    ASSERT_TRUE(QTest::qWaitFor([&] { return left->shownKeys() == Keys::Here; }, 5000));
    EXPECT_EQ(right->shownKeys(), Keys::Elsewhere);
    EXPECT_TRUE(left->findChild<QWidget *>(QStringLiteral("keysLabel"))->isVisible());
    EXPECT_FALSE(right->findChild<QWidget *>(QStringLiteral("keysLabel"))->isVisible());
    const QSize before = right->view()->viewport()->size();
    ASSERT_TRUE(m_area.focusNeighbour({1, 0}));
    ASSERT_TRUE(QTest::qWaitFor([&] { return right->shownKeys() == Keys::Here; }, 5000));
    EXPECT_EQ(left->shownKeys(), Keys::Elsewhere);
    EXPECT_EQ(right->view()->viewport()->size(), before) << "a program on it must not be resized by the focus";
    m_area.toggleMaximised();
    EXPECT_EQ(right->shownKeys(), Keys::Alone);
    m_area.toggleMaximised();
    EXPECT_EQ(right->shownKeys(), Keys::Here);
}

TEST_F(PaneAreaTest, splittingAPaneThatIsAloneInItsPartAsksForAnotherShell)
{
    add("web");
    m_area.split(Qt::Horizontal);
    EXPECT_EQ(m_newShells, Names{web});
    EXPECT_EQ(parts(), 1);
}

TEST_F(PaneAreaTest, closingASplitPutsTheHostsPaneBackAmongTheTabs)
{
    add("web");
    TerminalPane *pane = add("db");
    m_area.split(Qt::Horizontal);
    ASSERT_EQ(parts(), 2);
    m_area.close(pane);
    EXPECT_EQ(parts(), 1);
    EXPECT_EQ(m_area.panes().size(), 2);
    EXPECT_EQ(seen(), Names{db});
    EXPECT_TRUE(m_closings.isEmpty());
    m_area.close(pane);
    EXPECT_EQ(m_area.panes().size(), 2) << "a host's pane is never lost";
}

TEST_F(PaneAreaTest, closingAFurtherShellIsAskedForAndTakingItOutClosesItsPart)
{
    add("web");
    TerminalPane *second = add("web (2)", TerminalPane::Lifetime::UntilClosed);
    m_area.split(Qt::Vertical);
    m_area.close(second);
    EXPECT_EQ(m_closings, Names{QStringLiteral("web (2)")});
    m_area.remove(second);
    EXPECT_EQ(parts(), 1);
    EXPECT_EQ(seen(), Names{web});
    EXPECT_EQ(m_area.currentPane()->name(), web);
}

TEST_F(PaneAreaTest, aMaximisedPaneIsAloneAndComesBackToItsShare)
{
    add("web");
    add("db");
    m_area.split(Qt::Horizontal);
    auto *splitter = m_area.findChild<QSplitter *>();
    splitter->setSizes({800, 400});
    const QList<int> before = splitter->sizes();
    const PaneLayout layout = m_area.layoutOf();
    m_area.toggleMaximised();
    EXPECT_EQ(seen(), Names{db});
    EXPECT_EQ(m_area.layoutOf(), layout) << "what is remembered is the arrangement, not the moment";
    m_area.toggleMaximised();
    EXPECT_EQ(seen().size(), 2);
    EXPECT_EQ(splitter->sizes(), before);
}

TEST_F(PaneAreaTest, theFocusGoesToTheNearestPaneInEachDirection)
{
    add("web");
    add("db");
    TerminalPane *third = add("cache");
    m_area.split(Qt::Horizontal); // web and db | cache
    m_area.bringForward(m_area.panes()[1]);
    m_area.split(Qt::Vertical); // web above db | cache
    QTest::qWait(1);
    EXPECT_EQ(m_area.currentPane()->name(), db);
    EXPECT_TRUE(m_area.focusNeighbour({0, -1}));
    EXPECT_EQ(m_area.currentPane()->name(), web);
    EXPECT_FALSE(m_area.focusNeighbour({0, -1}));
    EXPECT_FALSE(m_area.focusNeighbour({-1, 0}));
    EXPECT_TRUE(m_area.focusNeighbour({1, 0}));
    EXPECT_EQ(m_area.currentPane(), third);
    EXPECT_FALSE(m_area.focusNeighbour({1, 0}));
    EXPECT_TRUE(m_area.focusNeighbour({-1, 0}));
}

TEST_F(PaneAreaTest, aPaneMovesToTheNextPart)
{
    add("web");
    add("db");
    m_area.split(Qt::Horizontal);
    m_area.moveToNextPart();
    EXPECT_EQ(parts(), 1) << "the part it left is empty";
    EXPECT_EQ(m_area.panes().size(), 2);
}

TEST_F(PaneAreaTest, anArrangementIsRestoredWithItsSharesAndWhatItDoesNotNameStays)
{
    PaneLayout kept;
    {
        PaneArea area;
        area.resize(1200, 800);
        area.show();
        for (const QString &name : {web, db, cache})
            area.add(new TerminalPane(name, {}, TerminalPane::Lifetime::OfItsPage));
        area.split(Qt::Horizontal);
        area.findChild<QSplitter *>()->setSizes({900, 300});
        kept = area.layoutOf();
    }
    add("db");
    add("cache");
    add("mail");
    m_area.arrange(kept);
    EXPECT_EQ(parts(), 2);
    EXPECT_EQ(m_area.panes().size(), 3);
    const QList<int> sizes = m_area.findChild<QSplitter *>()->sizes();
    EXPECT_NEAR(double(sizes[0]) / (sizes[0] + sizes[1]), 0.75, 0.05);
    EXPECT_EQ(m_area.layoutOf().parts[1].panes, Names{cache});
    EXPECT_TRUE(m_area.layoutOf().parts[0].panes.contains(QStringLiteral("mail")));
}

TEST_F(PaneAreaTest, everyPaneSurvivesALongRowOfSplitsMovesAndClosings)
{
    add("web");
    add("db");
    add("cache");
    add("mail");
    quint32 seed = 7;
    for (int step = 0; step < 300; ++step) {
        seed = seed * 1664525 + 1013904223;
        const QList<TerminalPane *> panes = m_area.panes();
        m_area.bringForward(panes[int((seed >> 8) % 4)]);
        switch ((seed >> 16) % 6) {
        case 0: m_area.split(Qt::Horizontal); break;
        case 1: m_area.split(Qt::Vertical); break;
        case 2: m_area.close(m_area.currentPane()); break;
        case 3: m_area.moveToNextPart(); break;
        case 4: m_area.toggleMaximised(); break;
        case 5: m_area.arrange(m_area.layoutOf()); break;
        }
        ASSERT_EQ(m_area.panes().size(), 4) << "step " << step;
        ASSERT_NE(m_area.currentPane(), nullptr) << "step " << step;
        ASSERT_TRUE(m_area.currentPane()->isVisible()) << "step " << step;
    }
}

TEST_F(PaneAreaTest, aDetachedPaneHasAWindowOfItsOwnAndClosingThatPutsItBack)
{
    add("web");
    TerminalPane *pane = add("db");
    m_area.split(Qt::Horizontal);
    m_area.detach(pane, {.title = QStringLiteral("db - Holdpoint")});
    ASSERT_NE(windowOf(pane), nullptr);
    EXPECT_EQ(pane->window()->windowTitle(), QStringLiteral("db - Holdpoint"));
    EXPECT_TRUE(pane->isVisible());
    EXPECT_EQ(parts(), 1);
    EXPECT_EQ(m_area.panes().size(), 2);
    windowOf(pane)->close();
    EXPECT_EQ(windowOf(pane), nullptr);
    EXPECT_TRUE(m_area.isAncestorOf(pane));
    EXPECT_EQ(seen(), Names{db});
}

TEST_F(PaneAreaTest, withItsAreaADetachedWindowGoes)
{
    auto *area = new PaneArea;
    auto *pane = new TerminalPane(web, {}, TerminalPane::Lifetime::OfItsPage);
    area->add(pane);
    area->detach(pane, {.title = web});
    const QPointer<QWidget> window = pane->window();
    const QPointer<TerminalPane> guarded = pane;
    delete area;
    EXPECT_TRUE(window.isNull());
    EXPECT_TRUE(guarded.isNull());
}

} // namespace
