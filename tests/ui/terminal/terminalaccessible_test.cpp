// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "viewfixture.h"

#include <ui/terminal/terminalaccessible.h>

#include <QAccessible>

namespace holdpoint::ui::testing {
namespace {

class TerminalAccessibleTest : public ViewTest
{
protected:
    QAccessibleInterface *face() const { return QAccessible::queryAccessibleInterface(m_view); }
};

TEST_F(TerminalAccessibleTest, aScreenReaderFindsATerminalWithANameAndText)
{
    feed("hello\r\nworld");
    ASSERT_NE(face(), nullptr);
    EXPECT_EQ(face()->role(), QAccessible::Terminal);
    EXPECT_FALSE(face()->text(QAccessible::Name).isEmpty());
    QAccessibleTextInterface *text = face()->textInterface();
    ASSERT_NE(text, nullptr);
    EXPECT_EQ(text->text(0, 11).toStdString(), "hello\nworld");
    EXPECT_EQ(text->cursorPosition(), 11);
    EXPECT_EQ(text->characterCount(), m_view->visibleText().size());
}

TEST_F(TerminalAccessibleTest, charactersAndPlacesMatch)
{
    feed("ab\r\ncdef");
    QAccessibleTextInterface *text = face()->textInterface();
    const QRect rect = text->characterRect(5);
    EXPECT_EQ(rect.topLeft(), m_view->viewport()->mapToGlobal(m_view->cellRect(1, 2).topLeft()));
    EXPECT_EQ(text->offsetAtPoint(rect.center()), 5);
}

TEST_F(TerminalAccessibleTest, emptyTerminalsAreHarmless)
{
    m_view->setScreen(nullptr);
    QAccessibleTextInterface *text = face()->textInterface();
    EXPECT_EQ(text->characterCount(), 0);
    EXPECT_EQ(text->cursorPosition(), 0);
    EXPECT_EQ(text->offsetAtPoint({1, 1}), -1);
}

TEST_F(TerminalAccessibleTest, placesInTheTextAreThoseOfItsCharactersOnTheScreen)
{
    feed("\r\n漢字 ae\u0301\U0001f600b");
    QAccessibleTextInterface *text = face()->textInterface();
    EXPECT_EQ(text->cursorPosition(), 1 + 9);
    const auto global = [this](int column) { return m_view->viewport()->mapToGlobal(at(1, column)); };
    const QSize cell = m_view->cellRect(0, 0).size();
    struct Place { int offset; int column; int columns; };
    for (const auto &[offset, column, columns] :
         {Place{1, 0, 2}, {2, 2, 2}, {3, 4, 1}, {4, 5, 1}, {5, 6, 1}, {7, 7, 2}, {9, 9, 1}, {10, 10, 1}}) {
        const QRect rect = text->characterRect(offset);
        EXPECT_EQ(rect.topLeft(), m_view->viewport()->mapToGlobal(m_view->cellRect(1, column).topLeft())) << offset;
        EXPECT_EQ(rect.size(), QSize(columns * cell.width(), cell.height())) << offset;
        EXPECT_EQ(text->offsetAtPoint(global(column)), offset);
        EXPECT_EQ(text->offsetAtPoint(global(column + columns - 1)), offset) << "its second half";
    }
}

TEST_F(TerminalAccessibleTest, onlyWhatIsNewIsToldAndWhereItStands)
{
    using News = TerminalAccessible::News;
    QString known;
    const auto after = [&](const char *bytes) {
        feed(bytes);
        QTest::qWait(40);
        return TerminalAccessible::newsIn(m_view->visibleText(), std::exchange(known, m_view->visibleText()));
    };
    known = m_view->visibleText();
    EXPECT_EQ(after("top 1\r\nmiddle\r\nend\r\n$ "), (News{0, QStringLiteral("top 1\nmiddle\nend\n$")}));
    EXPECT_EQ(after("\033[1;5H2"), (News{4, QStringLiteral("2")})) << "not the rest of the screen again";
    EXPECT_EQ(after("\033[4;3Hls"), (News{19, QStringLiteral("ls")}));
    EXPECT_EQ(after("\033[2;1H\U0001f601ddle"), (News{6, QStringLiteral("\U0001f601")}));
    EXPECT_EQ(after("\033[2;1H\U0001f602ddle"), (News{6, QStringLiteral("\U0001f602")})) << "half of one is no text";
    EXPECT_TRUE(after("\033[2;1H\U0001f602ddle").text.isEmpty());
    EXPECT_EQ(after("\033[10;1H\r\nlast"), (News{22, QStringLiteral("last")})) << "scrolled";
    m_screen.feed("\033[H\033[2J");
    m_screen.resize(600, 10);
    known = m_view->visibleText();
    const QByteArray flood = QByteArray(400, 'a') + QByteArray(4600, 'b');
    const News end = after(flood.constData());
    EXPECT_EQ(end.text.size(), 4096);
    EXPECT_EQ(end.text, m_view->visibleText().mid(end.position, 4096));
    EXPECT_EQ(end.text.right(8), QStringLiteral("bbbbbbbb"));
}

} // namespace
} // namespace holdpoint::ui::testing
