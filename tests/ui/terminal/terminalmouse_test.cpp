// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "viewfixture.h"

#include <QClipboard>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <array>

namespace holdpoint::ui::testing {
namespace {

class TerminalMouseTest : public ViewTest
{
protected:
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *viewport = m_view->viewport();
        QTest::mousePress(viewport, Qt::LeftButton, modifiers, from);
        const QPointF target(to);
        QMouseEvent move(QEvent::MouseMove, target, viewport->mapToGlobal(target), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(viewport, &move);
        QTest::mouseRelease(viewport, Qt::LeftButton, modifiers, to);
    }
    void wheel(int notches)
    {
        QWidget *viewport = m_view->viewport();
        const QPointF point(at(2, 3));
        QWheelEvent event(point, viewport->mapToGlobal(point), {}, {0, notches * 120}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(viewport, &event);
    }
};

TEST_F(TerminalMouseTest, draggingSelectsTextThatCanBeCopied)
{
    feed("one two three\r\nfour");
    drag(at(0, 4), at(1, 2));
    EXPECT_EQ(m_view->selectedText().toStdString(), "two three\nfo");
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(QApplication::clipboard()->text().toStdString(), "two three\nfo");
    EXPECT_EQ(takeSent(), "");
}

TEST_F(TerminalMouseTest, altDraggingSelectsABlock)
{
    feed("abcd\r\nefgh\r\nijkl");
    drag(at(0, 1), at(2, 3), Qt::AltModifier);
    EXPECT_EQ(m_view->selectedText().toStdString(), "bc\nfg\njk");
}

TEST_F(TerminalMouseTest, aDoubleClickTakesAWordAndAThirdTheLine)
{
    feed("see /var/log/syslog, now");
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(0, 8));
    EXPECT_EQ(m_view->selectedText().toStdString(), "/var/log/syslog,");
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, at(0, 8));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, at(0, 8));
    EXPECT_EQ(m_view->selectedText().toStdString(), "see /var/log/syslog, now");
}

TEST_F(TerminalMouseTest, theSelectionStaysOnItsTextWhileOutputScrolls)
{
    feed("1\r\n2\r\nkeep me\r\n4\r\n5\r\n6\r\n7\r\n8\r\n9\r\n10");
    drag(at(2, 0), at(2, 7));
    ASSERT_EQ(m_view->selectedText().toStdString(), "keep me");
    feed("\r\n11\r\n12\r\n13\r\n14");
    EXPECT_TRUE(QTest::qWaitFor([&] { return !m_view->visibleText().contains(QStringLiteral("keep me")); }, 1000));
    EXPECT_EQ(m_view->selectedText().toStdString(), "keep me");
}

TEST_F(TerminalMouseTest, theSelectionStaysOnItsTextWhenLinesWrapAnew)
{
    feed("first\r\na line that is wrapped in a narrow window\r\nkeep me, too\r\n$ ");
    drag(at(1, 2), at(3, 7));
    const QString text = m_view->selectedText();
    ASSERT_TRUE(text.endsWith(QStringLiteral("\nkeep me"))) << text.toStdString();
    QSignalSpy changed(m_view, &TerminalView::selectionChanged);
    m_view->setMinimumSize(0, 0);
    QCoreApplication::processEvents(); // the window takes the new minimum over
    const QSize cell = m_view->cellRect(0, 0).size();
    for (const auto &[columns, rows] : {std::array{20, 10}, {7, 4}, {70, 12}, {40, 10}}) {
        m_window->resize(m_window->size()
                         + QSize((columns - m_screen.columns()) * cell.width(), (rows - m_screen.rows()) * cell.height()));
        ASSERT_TRUE(QTest::qWaitFor([&, width = columns] { return m_screen.columns() == width; }));
        QTest::qWait(40);
        EXPECT_EQ(m_view->selectedText(), text) << columns;
    }
    EXPECT_EQ(changed.count(), 0);
    feed("\033[H\033[2J");
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_view->selectedText().isEmpty(); })) << "it ends where its text is gone";
}

TEST_F(TerminalMouseTest, aSelectionNeverCutsAWideCharacterInTwo)
{
    feed("\u4e2d\u6587\u5b57x\r\n12345678\r\nab\u4e2d\u6587");
    drag(at(0, 1), at(2, 3), Qt::AltModifier);
    EXPECT_EQ(m_view->selectedText(), QStringLiteral("\u4e2d\u6587\n23\n"
                                                     "b\u4e2d"))
        << "a block, each row widened for itself";
    drag(at(0, 1), at(0, 3));
    EXPECT_EQ(m_view->selectedText(), QStringLiteral("\u4e2d\u6587"));
}

TEST(TerminalSelectionTest, aCutWideCharacterIsMarkedWhole)
{
    terminal::Screen screen(20, 3);
    screen.feed("\u4e2d\u6587x\r\n12345");
    TerminalSelection selection;
    selection.start(screen, {0, 1}, TerminalSelection::Unit::Character, terminal::SelectionShape::Block);
    selection.extend(screen, {1, 3});
    EXPECT_EQ(selection.columnsOf(screen, 0), (std::pair{0, 4}));
    EXPECT_EQ(selection.columnsOf(screen, 1), (std::pair{1, 3}));
}

TEST_F(TerminalMouseTest, aBlockEndsWhenItsLinesAreNotBelowEachOtherAnyMore)
{
    feed("abcdefgh\r\nijklmnop\r\n");
    drag(at(0, 1), at(1, 3), Qt::AltModifier);
    ASSERT_EQ(m_view->selectedText(), QStringLiteral("bc\njk"));
    m_view->setMinimumSize(0, 0);
    QCoreApplication::processEvents(); // the window takes the new minimum over
    const int cell = m_view->cellRect(0, 0).width();
    m_window->resize(m_window->width() - 20 * cell, m_window->height());
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_screen.columns() == 20; }));
    EXPECT_EQ(m_view->selectedText(), QStringLiteral("bc\njk"));
    m_window->resize(m_window->width() - 18 * cell, m_window->height());
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_screen.columns() < 8; }));
    EXPECT_TRUE(m_view->selectedText().isEmpty());
}

TEST_F(TerminalMouseTest, aSelectionWhoseTextChangesIsDropped)
{
    feed("old text");
    drag(at(0, 0), at(0, 8));
    ASSERT_FALSE(m_view->selectedText().isEmpty());
    QTest::qWait(20);
    feed("\rnew text");
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_view->selectedText().isEmpty(); }, 1000));
}

TEST_F(TerminalMouseTest, aProgramThatAsksForTheMouseGetsItUnlessShiftIsHeld)
{
    feed("some text\033[?1000h\033[?1006h");
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(1, 4));
    EXPECT_EQ(takeSent(), "\033[<0;5;2M\033[<0;5;2m");
    drag(at(0, 0), at(0, 4), Qt::ShiftModifier);
    EXPECT_EQ(takeSent(), "");
    EXPECT_EQ(m_view->selectedText().toStdString(), "some");
    wheel(1);
    EXPECT_EQ(takeSent(), "\033[<64;4;3M");
}

TEST_F(TerminalMouseTest, theWheelScrollsHistoryAndSendsArrowsToAnEditor)
{
    QByteArray lines;
    for (int line = 0; line < 50; ++line)
        lines += QByteArray::number(line) + "\r\n";
    feed(lines.constData());
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_view->verticalScrollBar()->maximum() == 41; }, 1000));
    EXPECT_EQ(m_view->verticalScrollBar()->value(), 41);
    wheel(2);
    EXPECT_EQ(m_view->verticalScrollBar()->value(), 35);
    EXPECT_TRUE(m_view->visibleText().startsWith(QStringLiteral("35\n36")));
    EXPECT_EQ(takeSent(), "");
    QTest::keyClicks(m_view, QStringLiteral("x"));
    EXPECT_EQ(m_view->verticalScrollBar()->value(), 41) << "typing goes back to the prompt";
    EXPECT_EQ(takeSent(), "x");
    feed("\033[?1049h");
    wheel(-1);
    EXPECT_EQ(takeSent(), "\033[B\033[B\033[B");
}

TEST_F(TerminalMouseTest, lookingAtHistoryIsNotDisturbedByOutput)
{
    QByteArray lines;
    for (int line = 0; line < 50; ++line)
        lines += QByteArray::number(line) + "\r\n";
    feed(lines.constData());
    QTest::qWait(40);
    wheel(5);
    const QString before = m_view->visibleText();
    feed("more\r\nand more\r\n");
    QTest::qWait(40);
    EXPECT_EQ(m_view->visibleText(), before);
}

TEST_F(TerminalMouseTest, onlyWebLinksAreOffered)
{
    QSignalSpy activated(m_view, &TerminalView::linkActivated);
    feed("\033]8;;https://example.org/a?b=c\aweb\033]8;;\a \033]8;;file:///etc/passwd\afile\033]8;;\a "
         "\033]8;;javascript:alert(1)\ascript\033]8;;\a \033]8;;ssh://h\assh\033]8;;\a");
    for (const int column : {5, 10, 17}) {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, at(0, column));
        EXPECT_EQ(activated.count(), 0) << column;
    }
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(0, 1));
    EXPECT_EQ(activated.count(), 0) << "a plain click selects";
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, at(0, 1));
    ASSERT_EQ(activated.count(), 1);
    EXPECT_EQ(activated[0][0].toUrl(), QUrl(QStringLiteral("https://example.org/a?b=c")));
}

TEST_F(TerminalMouseTest, theToolTipNamesTheRealTargetOfALink)
{
    feed("\033]8;;https://good.example@evil.example/%3Cb%3Ex?a=1&amp;b=2\ahttps://good.example\033]8;;\a");
    const QPoint point = at(0, 1);
    QHelpEvent help(QEvent::ToolTip, point, m_view->viewport()->mapToGlobal(point));
    QApplication::sendEvent(m_view->viewport(), &help);
    EXPECT_EQ(QToolTip::text().toStdString(),
              "This link goes to evil.example.\nhttps://good.example@evil.example/%3Cb%3Ex?a=1&amp;b=2\n"
              "Ctrl+click opens it.");
    QToolTip::hideText();
}

TEST_F(TerminalMouseTest, anAddressInTheTextIsOpenedLikeALinkAlsoWhereItWrapsAndInTheHistory)
{
    QSignalSpy activated(m_view, &TerminalView::linkActivated);
    feed("\u8a73\u7d30 (see https://a.example/a/long/path/that/wraps(x)).\r\nssh://b.example mailto:c@d.example");
    for (const QPoint cell : {QPoint(0, 2), QPoint(4, 0), QPoint(13, 1), QPoint(15, 2), QPoint(18, 2)})
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, at(cell.y(), cell.x()));
    EXPECT_EQ(activated.count(), 0);
    for (const QPoint cell : {QPoint(12, 0), QPoint(2, 1)}) {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, at(cell.y(), cell.x()));
        ASSERT_EQ(activated.count(), 1);
        EXPECT_EQ(activated.takeFirst()[0].toUrl(), QUrl(QStringLiteral("https://a.example/a/long/path/that/wraps(x)")));
    }
    feed(QByteArray("\r\n").repeated(30).constData());
    QTest::qWait(40);
    m_view->verticalScrollBar()->setValue(0);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, at(0, 12));
    EXPECT_EQ(activated.count(), 1);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(0, 12));
    EXPECT_EQ(activated.count(), 1) << "a plain click selects";
}

TEST_F(TerminalMouseTest, whileCtrlIsHeldTheLinkUnderThePointerIsUnderlined)
{
    feed("https://a.example/x and \033]8;;https://b.example\ahere\033]8;;\a");
    QTest::qWait(40);
    const auto picture = [this] { return m_view->viewport()->grab().toImage(); };
    const auto move = [this](int column, Qt::KeyboardModifiers held) {
        const QPoint point = at(0, column);
        QMouseEvent event(QEvent::MouseMove, point, m_view->viewport()->mapToGlobal(point), Qt::NoButton, {}, held);
        QApplication::sendEvent(m_view->viewport(), &event);
    };
    const QImage plain = picture();
    move(3, {});
    EXPECT_EQ(picture(), plain);
    move(3, Qt::ControlModifier);
    const QImage underlined = picture();
    EXPECT_NE(underlined, plain);
    EXPECT_EQ(m_view->viewport()->cursor().shape(), Qt::PointingHandCursor);
    move(26, Qt::ControlModifier);
    EXPECT_NE(picture(), plain) << "a link of the host";
    EXPECT_NE(picture(), underlined);
    move(21, Qt::ControlModifier);
    EXPECT_EQ(picture(), plain);
    EXPECT_EQ(m_view->viewport()->cursor().shape(), Qt::IBeamCursor);
    move(3, Qt::ControlModifier);
    feed("\r\033[K");
    QTest::qWait(40);
    EXPECT_EQ(m_view->viewport()->cursor().shape(), Qt::IBeamCursor) << "what it stood on is gone";
}

TEST_F(TerminalMouseTest, findGoesThroughHistoryInBothDirections)
{
    QByteArray lines;
    for (int line = 0; line < 100; ++line)
        lines += "line " + QByteArray::number(line) + "\r\n";
    feed(lines.constData());
    QTest::qWait(40);
    using terminal::SearchDirection;
    EXPECT_TRUE(m_view->find({QStringLiteral("LINE 42")}, SearchDirection::Backward).any);
    EXPECT_TRUE(m_view->visibleText().contains(QStringLiteral("line 42")));
    EXPECT_FALSE(m_view->find({.text = QStringLiteral("LINE 42"), .isCaseSensitive = true}, SearchDirection::Forward).any);
    EXPECT_TRUE(m_view->find({.text = QStringLiteral("line [12]7$"), .isExpression = true}, SearchDirection::Backward).any);
    EXPECT_TRUE(m_view->visibleText().contains(QStringLiteral("line 27")));
    EXPECT_TRUE(m_view->find({.text = QStringLiteral("line [12]7$"), .isExpression = true}, SearchDirection::Backward).any);
    EXPECT_TRUE(m_view->visibleText().contains(QStringLiteral("line 17")));
    EXPECT_FALSE(m_view->find({.text = QStringLiteral("line ["), .isExpression = true}, SearchDirection::Forward).any);
}

TEST_F(TerminalMouseTest, aBlockOfNoWidthIsNothing)
{
    feed("abcd\r\nefgh\r\nijkl");
    drag(at(0, 2), at(2, 2), Qt::AltModifier);
    EXPECT_EQ(m_view->selectedText(), QString());
    EXPECT_EQ(m_screen.text({0, 2}, {2, 2}, terminal::SelectionShape::Block), QString());
}

TEST_F(TerminalMouseTest, aDoubleClickTakesAWordThatGoesOnInTheNextRow)
{
    const QByteArray path = "/srv" + QByteArray("/a-long-path").repeated(8);
    for (const char *ending : {"", "\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n"}) {
        feed(("\033[H\033[2J\033[3Jsee\r\n\u4e2d (" + path + "), now\r\n" + ending).constData());
        QTest::qWait(40);
        m_view->verticalScrollBar()->setValue(0);
        for (const QPoint cell : {QPoint(10, 1), QPoint(20, 2), QPoint(0, 3), QPoint(39, 1)}) {
            QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(cell.y(), cell.x()));
            EXPECT_EQ(m_view->selectedText().toStdString(), path.toStdString()) << cell.x() << ' ' << cell.y();
        }
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(1, 2));
        EXPECT_EQ(m_view->selectedText().toStdString(), " ");
    }
}

TEST_F(TerminalMouseTest, pixelsAreCountedFromTheFirstCell)
{
    feed("\033[?1000h\033[?1016h");
    const QSize cell = m_view->cellRect(0, 0).size();
    const auto report = [](int x, int y) { return "\033[<0;" + std::to_string(x) + ';' + std::to_string(y) + 'M'; };
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, m_view->cellRect(1, 4).topLeft() + QPoint(1, 2));
    EXPECT_EQ(takeSent(), report(4 * cell.width() + 2, cell.height() + 3));
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, {1, 0});
    EXPECT_EQ(takeSent(), report(1, 1));
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, m_view->viewport()->rect().bottomRight());
    EXPECT_EQ(takeSent(), report(40 * cell.width(), 10 * cell.height()));
}

TEST_F(TerminalMouseTest, aButtonIsReportedAsItselfOrNotAtAll)
{
    feed("\033[?1000h\033[?1006h");
    QTest::mouseClick(m_view->viewport(), Qt::BackButton, {}, at(1, 4));
    EXPECT_EQ(takeSent(), "\033[<128;5;2M\033[<128;5;2m");
    QTest::mouseClick(m_view->viewport(), Qt::ForwardButton, {}, at(1, 4));
    EXPECT_EQ(takeSent(), "\033[<129;5;2M\033[<129;5;2m");
    QTest::mouseClick(m_view->viewport(), Qt::TaskButton, {}, at(1, 4));
    EXPECT_EQ(takeSent(), "");
}

TEST(TerminalSelectionTest, theAlternateScreenHasNoHistoryToSelect)
{
    terminal::Screen screen(10, 2);
    screen.feed("one\r\na long line that wraps\033[?1049h\033[Hfull\r\nscreen");
    ASSERT_EQ(screen.scrollbackLines(), 2);
    TerminalSelection selection;
    selection.selectAll(screen);
    EXPECT_EQ(selection.text(screen).toStdString(), "full\nscreen");
    selection.start(screen, {2, 1}, TerminalSelection::Unit::Line, terminal::SelectionShape::Stream);
    EXPECT_EQ(selection.text(screen).toStdString(), "full");
    selection.start(screen, {2, 1}, TerminalSelection::Unit::Word, terminal::SelectionShape::Stream);
    EXPECT_EQ(selection.text(screen).toStdString(), "full");
}

TEST_F(TerminalMouseTest, aSelectionEndsWhereOtherTextComesToStandInIt)
{
    using terminal::SearchDirection;
    feed("\033[?1049hone\r\ntwo\r\nthree");
    drag(at(1, 0), at(1, 3));
    ASSERT_EQ(m_view->selectedText().toStdString(), "two");
    ASSERT_TRUE(m_view->find({QStringLiteral("three")}, SearchDirection::Forward).any);
    feed("\033[10H\n");
    QTest::qWait(40);
    EXPECT_EQ(m_view->selectedText(), QString()) << "the alternate screen scrolled";
    EXPECT_EQ(m_view->find({QStringLiteral("three")}, SearchDirection::Forward).count.current, 1);
    feed("\033[?1049l\033[10Hstatus line\033[1;8r\033[8H");
    drag(at(9, 0), at(9, 6));
    ASSERT_EQ(m_view->selectedText().toStdString(), "status");
    feed("\n");
    QTest::qWait(40);
    EXPECT_EQ(m_view->selectedText(), QString()) << "what is above it went to the history";
    drag(at(9, 0), at(9, 6));
    ASSERT_EQ(m_view->selectedText().toStdString(), "status");
    feed("\n\n\n\n\n\n\n\n\n\n\n\n");
    QTest::qWait(40);
    EXPECT_EQ(m_view->selectedText(), QString());
}

TEST_F(TerminalMouseTest, aSelectionEndsWithItsTextThoughTheRowLeavesInTheSameFrame)
{
    feed("\033[2Hprogress 10%\r\nnext");
    drag(at(1, 0), at(1, 8));
    ASSERT_EQ(m_view->selectedText().toStdString(), "progress");
    feed(("\033[2Hfinished\033[10H" + QByteArray("\r\nline").repeated(40)).constData());
    QTest::qWait(40);
    EXPECT_EQ(m_view->selectedText(), QString());
    feed("\033[H\033[2Jkept\r\nnext");
    drag(at(0, 0), at(0, 4));
    ASSERT_EQ(m_view->selectedText().toStdString(), "kept");
    feed(("\033[3Hother\033[10H" + QByteArray("\r\nline").repeated(40)).constData());
    QTest::qWait(40);
    EXPECT_EQ(m_view->selectedText().toStdString(), "kept");
}

} // namespace
} // namespace holdpoint::ui::testing
