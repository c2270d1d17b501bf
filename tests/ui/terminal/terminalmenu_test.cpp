// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "viewfixture.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>

namespace holdpoint::ui::testing {
namespace {

class TerminalMenuTest : public ViewTest
{
protected:
    /// The menu that a right click opens; null when none does.
    QMenu *menuAt(QPoint point, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(m_view->viewport(), Qt::RightButton, modifiers, point);
        QContextMenuEvent event(QContextMenuEvent::Mouse, point, m_view->viewport()->mapToGlobal(point), modifiers);
        QApplication::sendEvent(m_view->viewport(), &event);
        return menu();
    }
    QMenu *menu() const { return m_view->findChild<QMenu *>(QStringLiteral("terminalMenu")); }
    static QAction *item(QMenu *menu, const char *name)
    {
        return menu->findChild<QAction *>(QString::fromLatin1(name));
    }
    static bool isOn(QMenu *menu, const char *name) { return item(menu, name)->isEnabled(); }
    void choose(QMenu *menu, const char *name)
    {
        item(menu, name)->trigger();
        menu->close();
        ASSERT_TRUE(QTest::qWaitFor([&] { return !this->menu(); }));
    }
};

TEST_F(TerminalMenuTest, whatCannotActIsDisabled)
{
    feed("text");
    QApplication::clipboard()->clear();
    QMenu *menu = menuAt(at(0, 0));
    ASSERT_NE(menu, nullptr);
    for (const char *name : {"menuCopy", "menuCopyColors", "menuPaste", "menuSelectOutput", "menuClearSelection",
                             "menuFold", "menuFoldAll", "menuUnfoldAll", "menuOpenLink", "menuCopyLink"})
        EXPECT_FALSE(isOn(menu, name)) << name;
    EXPECT_TRUE(isOn(menu, "menuFind"));
    choose(menu, "menuSelectAll");
    QApplication::clipboard()->setText(QStringLiteral("x"));
    menu = menuAt(at(0, 0));
    for (const char *name : {"menuCopy", "menuCopyColors", "menuPaste", "menuClearSelection"})
        EXPECT_TRUE(isOn(menu, name)) << name;
    choose(menu, "menuClearSelection");
    EXPECT_TRUE(m_view->selectedText().isEmpty());
    m_view->setInputEnabled(InputPolicy::Locked);
    EXPECT_FALSE(isOn(menuAt(at(0, 0)), "menuPaste"));
}

TEST_F(TerminalMenuTest, itsItemsActOnTheCommandUnderThePointer)
{
    feed(
        "\033]133;A\a$ \033]133;B\aone\r\n\033]133;C\a1\r\n2\r\n\033]133;A\a$ \033]133;B\atwo\r\n\033]133;C\a3\r\n4\r\n"
        "\033]133;A\a$ \033]133;B\a");
    choose(menuAt(at(1, 0)), "menuSelectOutput");
    EXPECT_EQ(m_view->selectedText(), QStringLiteral("1\n2"));
    choose(menuAt(at(3, 0)), "menuFold");
    EXPECT_TRUE(m_view->visibleText().startsWith(QStringLiteral("$ one\n1\n2\n$ two\n… 2 lines folded\n$ ")));
    QMenu *menu = menuAt(at(4, 0));
    EXPECT_EQ(item(menu, "menuFold")->text(), QStringLiteral("Un&fold this command’s output"));
    choose(menu, "menuFold");
    EXPECT_TRUE(m_view->visibleText().contains(QStringLiteral("\n3\n4\n")));
}

TEST_F(TerminalMenuTest, aLinkIsOpenedOrCopied)
{
    QSignalSpy activated(m_view, &TerminalView::linkActivated);
    feed("\033]8;;https://example.org/a?b=c&d\aweb\033]8;;\a \033]8;;file:///etc/passwd\afile\033]8;;\a");
    choose(menuAt(at(0, 1)), "menuCopyLink");
    EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("https://example.org/a?b=c&d"));
    choose(menuAt(at(0, 1)), "menuOpenLink");
    EXPECT_EQ(activated.count(), 1);
    EXPECT_FALSE(isOn(menuAt(at(0, 5)), "menuCopyLink"));
}

TEST_F(TerminalMenuTest, withoutAMouseTheLastLinkBeforeTheCursorIsMeant)
{
    QSignalSpy activated(m_view, &TerminalView::linkActivated);
    feed("first https://a.example/x\r\nthen https://b.example/y.\r\nssh://c.example $ ");
    m_view->openMenu();
    ASSERT_NE(menu(), nullptr);
    EXPECT_EQ(item(menu(), "menuOpenLink")->text(), QStringLiteral("Op&en the link to b.example"));
    choose(menu(), "menuOpenLink");
    ASSERT_EQ(activated.count(), 1);
    EXPECT_EQ(activated[0][0].toUrl(), QUrl(QStringLiteral("https://b.example/y")));
}

TEST_F(TerminalMenuTest, aProgramThatTakesTheMouseGetsTheRightClickUnlessShiftIsHeld)
{
    feed("\033[?1000h\033[?1006h");
    EXPECT_EQ(menuAt(at(1, 4)), nullptr);
    EXPECT_EQ(takeSent(), "\033[<2;5;2M");
    EXPECT_NE(menuAt(at(1, 4), Qt::ShiftModifier), nullptr);
    EXPECT_EQ(takeSent(), "");
}

TEST_F(TerminalMenuTest, theMenuKeyOpensItAndShiftF10IsTheShells)
{
    QTest::keyClick(m_view, Qt::Key_F10, Qt::ShiftModifier);
    EXPECT_EQ(takeSent(), "\033[21;2~");
    EXPECT_EQ(menu(), nullptr);
    feed("\033[?1000h");
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {}, {});
    QApplication::sendEvent(m_view, &event);
    ASSERT_NE(menu(), nullptr);
    QTest::keyClick(menu(), Qt::Key_Escape);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !menu(); }));
    EXPECT_EQ(takeSent(), "");
}

TEST_F(TerminalMenuTest, theKeysOfTheWindowAreShown)
{
    QAction selectOutput(m_window.get());
    selectOutput.setObjectName(QStringLiteral("selectOutput"));
    selectOutput.setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+A")));
    EXPECT_EQ(item(menuAt(at(0, 0)), "menuSelectOutput")->shortcut(), selectOutput.shortcut());
}

} // namespace
} // namespace holdpoint::ui::testing
