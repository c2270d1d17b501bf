// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "viewfixture.h"

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

} // namespace
} // namespace holdpoint::ui::testing
