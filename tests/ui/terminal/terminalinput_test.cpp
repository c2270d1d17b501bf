// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "viewfixture.h"

#include <QClipboard>
#include <QInputMethodEvent>
#include <QShortcut>

namespace holdpoint::ui::testing {
namespace {

using TerminalInputTest = ViewTest;

TEST_F(TerminalInputTest, typedTextGoesToTheHostAsUtf8)
{
    QTest::keyClicks(m_view, QStringLiteral("ls -l"));
    EXPECT_EQ(takeSent(), "ls -l");
    QTest::sendKeyEvent(QTest::Click, m_view, Qt::Key_unknown, QStringLiteral("é€"), Qt::NoModifier);
    EXPECT_EQ(takeSent(), "é€");
}

TEST_F(TerminalInputTest, controlAltAndFunctionKeysGoToTheShell)
{
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    QTest::keyClick(m_view, Qt::Key_W, Qt::ControlModifier);
    QTest::keyClick(m_view, Qt::Key_BracketLeft, Qt::ControlModifier);
    EXPECT_EQ(takeSent(), "\x03\x17\x1b");
    QTest::keyClick(m_view, Qt::Key_F, Qt::AltModifier);
    EXPECT_EQ(takeSent(), "\033f");
    QTest::keyClick(m_view, Qt::Key_F10);
    QTest::keyClick(m_view, Qt::Key_Tab);
    QTest::keyClick(m_view, Qt::Key_Backtab);
    QTest::keyClick(m_view, Qt::Key_Return);
    QTest::keyClick(m_view, Qt::Key_Backspace);
    EXPECT_EQ(takeSent(), "\033[21~\t\033[Z\r\177");
    EXPECT_TRUE(m_view->hasFocus()) << "Tab is the shell's";
}

TEST_F(TerminalInputTest, arrowsFollowTheModeTheProgramChose)
{
    QTest::keyClick(m_view, Qt::Key_Up);
    feed("\033[?1h");
    QTest::keyClick(m_view, Qt::Key_Up);
    QTest::keyClick(m_view, Qt::Key_Left, Qt::ControlModifier);
    EXPECT_EQ(takeSent(), "\033[A\033OA\033[1;5D");
}

TEST_F(TerminalInputTest, aProgramThatAsksHearsOfKeysThatAreLetGo)
{
    QTest::keyClick(m_view, Qt::Key_Up);
    EXPECT_EQ(takeSent(), "\033[A");
    feed("\033[>11u"); // disambiguate, events, all keys
    QTest::keyClick(m_view, Qt::Key_A);
    EXPECT_EQ(takeSent(), "\033[97u\033[97;1:3u");
    QTest::sendKeyEvent(QTest::Press, m_view, Qt::Key_A, QStringLiteral("A"), Qt::ShiftModifier);
    EXPECT_EQ(takeSent(), "\033[97;2u");
    QTest::sendKeyEvent(QTest::Press, m_view, Qt::Key_Exclam, QStringLiteral("!"), Qt::ShiftModifier);
    EXPECT_EQ(takeSent(), "\033[33u") << "which key it is on is not known";
    QTest::keyClick(m_view, Qt::Key_Backtab, Qt::ShiftModifier);
    EXPECT_EQ(takeSent(), "\033[9;2u\033[9;2:3u");
    QTest::keyClick(m_view, Qt::Key_Shift);
    EXPECT_EQ(takeSent(), "");
    m_view->clearFocus();
    m_view->setFocus();
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyRelease(m_view, Qt::Key_C);
    EXPECT_EQ(takeSent(), "") << "the press was the window's";
    feed("\033[<u");
    QTest::keyClick(m_view, Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(takeSent(), "\x01");
}

TEST_F(TerminalInputTest, aProgramThatFillsTheScreenGetsTheKeysOfTheHistoryItDoesNotHave)
{
    QTest::keyClick(m_view, Qt::Key_PageUp, Qt::ControlModifier);
    QTest::keyClick(m_view, Qt::Key_PageDown, Qt::ShiftModifier);
    EXPECT_EQ(takeSent(), "");
    feed("\033[?1049h");
    QTest::keyClick(m_view, Qt::Key_PageUp, Qt::ControlModifier);
    QTest::keyClick(m_view, Qt::Key_PageDown, Qt::ShiftModifier);
    EXPECT_EQ(takeSent(), "\033[5;5~\033[6;2~");
    QTest::keyClick(m_view, Qt::Key_F11);
    QTest::keyClick(m_view, Qt::Key_PageUp, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(takeSent(), "") << "these are the window's";
}

TEST_F(TerminalInputTest, givenAllKeysTheHostGetsEveryOneButTheOneThatEndsIt)
{
    int taken = 0;
    for (const QKeyCombination keys : {QKeyCombination(Qt::Key_F11), Qt::CTRL | Qt::Key_Tab, Qt::CTRL | Qt::Key_Plus,
                                       Qt::CTRL | Qt::SHIFT | Qt::Key_F, allKeysKey}) {
        auto *shortcut = new QShortcut(QKeySequence(keys), m_window.get());
        QObject::connect(shortcut, &QShortcut::activated, m_view, [&taken] { ++taken; });
    }
    m_view->setKeyPolicy(KeyPolicy::AllToHost);
    QTest::keyClick(m_view, Qt::Key_F11);
    QTest::keyClick(m_view, Qt::Key_PageUp, Qt::ControlModifier);
    QTest::keyClick(m_view, Qt::Key_Insert, Qt::ShiftModifier);
    QTest::keyClick(m_view, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(takeSent(), "\033[23~\033[5;5~\033[2;2~\x06");
    EXPECT_EQ(taken, 0);
    QTest::keyClick(m_view, Qt::Key_F11, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(taken, 1) << "the way out";
    EXPECT_EQ(takeSent(), "");
    m_view->setInputEnabled(InputPolicy::Locked);
    QTest::keyClick(m_view, Qt::Key_F11);
    EXPECT_EQ(taken, 2) << "a locked terminal keeps no key from the window";
}

TEST_F(TerminalInputTest, aChosenFontIsTakenAtOnceAndOneThatIsGoneIsTheDesktops)
{
    const QStringList families = TerminalFont::families();
    const QString usual = TerminalFont::defaultFont().family();
    EXPECT_TRUE(families.contains(QStringLiteral("DejaVu Sans Mono"))) << families.join(u',').toStdString();
    EXPECT_FALSE(families.contains(QStringLiteral("DejaVu Sans")));
    EXPECT_EQ(QSet<QString>(families.begin(), families.end()).size(), families.size());
    EXPECT_TRUE(families.filter(QStringLiteral(" [")).isEmpty()) << "a foundry is no part of a family's name";
    m_view->zoomIn();
    const auto usedFont = [this] { return m_view->inputMethodQuery(Qt::ImFont).value<QFont>(); };
    const double points = usedFont().pointSizeF();
    for (const QString &family : families) {
        TerminalFont::setUsualFamily(family);
        m_view->takeUsualFamily();
        EXPECT_EQ(usedFont().family(), family);
        EXPECT_EQ(usedFont().pointSizeF(), points);
    }
    TerminalFont::setUsualFamily(QStringLiteral("No Such Mono"));
    m_view->takeUsualFamily();
    EXPECT_EQ(usedFont().family(), usual);
    EXPECT_EQ(TerminalFont::usualFamily(), QStringLiteral("No Such Mono"));
}

TEST_F(TerminalInputTest, theKeypadTypesItsDigitsWhateverAProgramAsksFor)
{
    QTest::keyClick(m_view, Qt::Key_7, Qt::KeypadModifier);
    QTest::keyClick(m_view, Qt::Key_Enter, Qt::KeypadModifier);
    feed("\033=");
    QTest::keyClick(m_view, Qt::Key_7, Qt::KeypadModifier);
    QTest::keyClick(m_view, Qt::Key_Plus, Qt::KeypadModifier);
    QTest::keyClick(m_view, Qt::Key_Enter, Qt::KeypadModifier);
    EXPECT_EQ(takeSent(), "7\r7+\r");
    QKeyEvent silent(QEvent::KeyPress, Qt::Key_7, Qt::KeypadModifier);
    QApplication::sendEvent(m_view, &silent);
    EXPECT_EQ(takeSent(), "\033Ow") << "a keypad that does not type";
}

TEST_F(TerminalInputTest, whatTheKeypadTypesWithoutNumLockHasTheCodesAProgramAsksFor)
{
    constexpr quint32 numLock = 0x10; // as the window system tells it
    const auto press = [&](int code, const char *text, quint32 locks) {
        QKeyEvent event(QEvent::KeyPress, code, Qt::KeypadModifier, 104, 0xff8d, locks, QString::fromLatin1(text));
        QApplication::sendEvent(m_view, &event);
    };
    press(Qt::Key_Enter, "\r", 0);
    press(Qt::Key_Plus, "+", 0);
    EXPECT_EQ(takeSent(), "\r+") << "nobody asked";
    feed("\033=");
    press(Qt::Key_Enter, "\r", 0);
    press(Qt::Key_Plus, "+", 0);
    EXPECT_EQ(takeSent(), "\033OM\033Ok");
    press(Qt::Key_Enter, "\r", numLock);
    press(Qt::Key_Plus, "+", numLock);
    EXPECT_EQ(takeSent(), "\r+");
}

TEST_F(TerminalInputTest, aShortcutOfTheWindowDoesNotStealAShellKey)
{
    QShortcut closing(QKeySequence(QStringLiteral("Ctrl+W")), m_window.get());
    QSignalSpy fired(&closing, &QShortcut::activated);
    QTest::keyClick(m_view, Qt::Key_W, Qt::ControlModifier);
    EXPECT_EQ(fired.count(), 0);
    EXPECT_EQ(takeSent(), "\x17");
}

TEST_F(TerminalInputTest, theWindowsOwnKeysReachTheWindowAndNotTheShell)
{
    for (const char *keys : {"Ctrl+Shift+P", "Ctrl+Shift+Left", "Ctrl+Shift+Return", "Ctrl+PgUp", "F11", "Ctrl+Tab"}) {
        const QKeySequence sequence(QString::fromLatin1(keys));
        QShortcut shortcut(sequence, m_window.get());
        QSignalSpy fired(&shortcut, &QShortcut::activated);
        QTest::keyClick(m_view, sequence[0].key(), sequence[0].keyboardModifiers());
        EXPECT_EQ(fired.count(), 1) << keys;
        EXPECT_EQ(takeSent(), "") << keys;
    }
}

TEST_F(TerminalInputTest, windowKeysWithoutAShortcutAreLeftToTheWindow)
{
    QKeyEvent event(QEvent::KeyPress, Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QApplication::sendEvent(m_view, &event);
    EXPECT_FALSE(event.isAccepted());
    EXPECT_EQ(takeSent(), "");
}

TEST_F(TerminalInputTest, aDeadKeyArrivesAsTheCharacterItMakes)
{
    EXPECT_TRUE(m_view->testAttribute(Qt::WA_InputMethodEnabled));
    QInputMethodEvent composing(QStringLiteral("´"), {});
    QApplication::sendEvent(m_view, &composing);
    EXPECT_EQ(takeSent(), "") << "what is being composed is not typed yet";
    QInputMethodEvent done;
    done.setCommitString(QStringLiteral("é"));
    QApplication::sendEvent(m_view, &done);
    EXPECT_EQ(takeSent(), "é");
}

TEST_F(TerminalInputTest, theInputMethodKnowsWhereTheCursorIs)
{
    const auto place = [this] { return m_view->inputMethodQuery(Qt::ImCursorRectangle).toRect(); };
    feed("\033[3;5H");
    EXPECT_EQ(place().topLeft(), m_view->cellRect(2, 4).topLeft()) << "before it is painted there";
    m_view->viewport()->repaint();
    EXPECT_EQ(place().topLeft(), m_view->cellRect(2, 4).topLeft());
    m_view->setScreen(nullptr);
    EXPECT_TRUE(place().isEmpty());
}

TEST_F(TerminalInputTest, aLockedTerminalSendsNothingAndSaysSo)
{
    m_view->setInputEnabled(InputPolicy::Locked);
    QSignalSpy refused(m_view, &TerminalView::inputRefused);
    QTest::keyClicks(m_view, QStringLiteral("x"));
    QApplication::clipboard()->setText(QStringLiteral("y"));
    m_view->pasteClipboard();
    m_view->confirmPaste(QStringLiteral("z"));
    feed("\033[?1003h\033[?1006h\033[?1004h");
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(0, 0));
    EXPECT_EQ(takeSent(), "");
    EXPECT_EQ(refused.count(), 3);
    m_view->setInputEnabled(InputPolicy::Enabled);
    QTest::keyClicks(m_view, QStringLiteral("x"));
    EXPECT_EQ(takeSent(), "x");
}

TEST_F(TerminalInputTest, oneShortLineIsPastedAtOnce)
{
    QApplication::clipboard()->setText(QStringLiteral("uptime"));
    QTest::keyClick(m_view, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(takeSent(), "uptime");
    feed("\033[?2004h");
    m_view->pasteClipboard();
    EXPECT_EQ(takeSent(), "\033[200~uptime\033[201~");
}

TEST_F(TerminalInputTest, severalLinesAreShownBeforeTheyAreSent)
{
    QSignalSpy asked(m_view, &TerminalView::pasteNeedsConfirmation);
    QApplication::clipboard()->setText(QStringLiteral("one\ntwo\u001b[201~;rm x\r"));
    m_view->pasteClipboard();
    EXPECT_EQ(takeSent(), "");
    ASSERT_EQ(asked.count(), 1);
    const QString clean = asked[0][0].toString();
    EXPECT_EQ(clean.toStdString(), "one\ntwo;rm x\n");
    EXPECT_TRUE(asked[0][1].value<terminal::PasteFindings>().hadControls);
    m_view->confirmPaste(clean);
    EXPECT_EQ(takeSent(), "one\rtwo;rm x\r");
}

TEST_F(TerminalInputTest, focusIsReportedWhenAskedFor)
{
    feed("\033[?1004h");
    m_view->clearFocus();
    m_view->setFocus();
    EXPECT_EQ(takeSent(), "\033[O\033[I");
}

TEST_F(TerminalInputTest, aChosenTextSizeIsToldAndIsThatOfTheNextTerminal)
{
    QSignalSpy chosen(m_view, &TerminalView::textSizeChosen);
    const double before = TerminalFont::systemPoints();
    QTest::keyClick(m_view, Qt::Key_Plus, Qt::ControlModifier);
    QTest::keyClick(m_view, Qt::Key_Plus, Qt::ControlModifier);
    EXPECT_EQ(chosen.last().value(0).toDouble(), before + 2);
    const TerminalView next;
    EXPECT_EQ(next.cellRect(0, 0).size(), m_view->cellRect(0, 0).size());
    QTest::keyClick(m_view, Qt::Key_0, Qt::ControlModifier);
    EXPECT_EQ(chosen.last().value(0).toDouble(), before);
    EXPECT_EQ(TerminalFont::defaultFont().pointSizeF(), before);
}

TEST_F(TerminalInputTest, zoomingChangesTheNumberOfColumnsAndTellsSo)
{
    QSignalSpy resized(m_view, &TerminalView::resized);
    QTest::keyClick(m_view, Qt::Key_Plus, Qt::ControlModifier);
    QTest::keyClick(m_view, Qt::Key_Plus, Qt::ControlModifier);
    QTest::keyClick(m_view, Qt::Key_Plus, Qt::ControlModifier);
    ASSERT_GE(resized.count(), 1);
    EXPECT_LT(m_screen.columns(), 40);
    EXPECT_EQ(resized.last()[0].toInt(), m_screen.columns());
    QTest::keyClick(m_view, Qt::Key_0, Qt::ControlModifier);
    EXPECT_EQ(m_screen.columns(), 40);
    EXPECT_EQ(takeSent(), "");
}

TEST_F(TerminalInputTest, titlesAndBellsArePassedOn)
{
    QSignalSpy titles(m_view, &TerminalView::titleChanged);
    QSignalSpy bells(m_view, &TerminalView::bellRang);
    feed("\033]0;host\a\a");
    for (const terminal::Event &event : m_screen.takeEvents())
        m_view->tell(event);
    ASSERT_EQ(titles.count(), 1);
    EXPECT_EQ(titles[0][0].toString(), QStringLiteral("host"));
    EXPECT_EQ(bells.count(), 1);
}

} // namespace
} // namespace holdpoint::ui::testing
