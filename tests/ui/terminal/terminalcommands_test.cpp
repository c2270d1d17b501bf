// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "viewfixture.h"

#include <QScrollBar>

namespace holdpoint::ui::testing {
namespace {

class TerminalCommandsTest : public ViewTest
{
protected:
    void runCommands(int commands, int lines)
    {
        for (int command = 0; command < commands; ++command) {
            QByteArray bytes = "\033]133;A\a$ \033]133;B\acommand " + QByteArray::number(command) + "\r\n\033]133;C\a";
            for (int line = 0; line < lines; ++line)
                bytes += "output " + QByteArray::number(command) + '.' + QByteArray::number(line) + "\r\n";
            feed(bytes + "\033]133;D;0\a");
        }
        feed("\033]133;A\a$ \033]133;B\a");
        ASSERT_TRUE(QTest::qWaitFor([&] { // the next frame
            return m_view->verticalScrollBar()->value() == static_cast<int>(m_screen.scrollbackLines());
        }));
    }
    void feed(const QByteArray &bytes) { ViewTest::feed(bytes.constData()); }
    QString topLine() const { return m_view->visibleText().section(u'\n', 0, 0); }
};

TEST_F(TerminalCommandsTest, onePromptAfterTheOtherComesToTheTop)
{
    runCommands(4, 20);
    m_view->previousCommand();
    EXPECT_EQ(topLine(), QStringLiteral("$ command 3"));
    m_view->previousCommand();
    EXPECT_EQ(topLine(), QStringLiteral("$ command 2"));
    m_view->nextCommand();
    EXPECT_EQ(topLine(), QStringLiteral("$ command 3"));
    for (int times = 0; times < 10; ++times)
        m_view->previousCommand();
    EXPECT_EQ(topLine(), QStringLiteral("$ command 0"));
}

TEST_F(TerminalCommandsTest, theOutputOfTheCommandInViewIsSelectedWhole)
{
    runCommands(3, 20);
    m_view->selectCommandOutput();
    EXPECT_TRUE(m_view->selectedText().startsWith(QStringLiteral("output 2.0\n")));
    EXPECT_TRUE(m_view->selectedText().trimmed().endsWith(QStringLiteral("\noutput 2.19")));
    m_view->previousCommand();
    m_view->previousCommand();
    m_view->selectCommandOutput();
    EXPECT_TRUE(m_view->selectedText().startsWith(QStringLiteral("output 1.0\n")));
    EXPECT_TRUE(m_view->selectedText().trimmed().endsWith(QStringLiteral("\noutput 1.19")));
}

TEST_F(TerminalCommandsTest, commandsThatAllFitOnTheScreenAreGoneToOneByOne)
{
    runCommands(3, 1);
    for (const char *output : {"output 2.0", "output 1.0", "output 0.0"}) {
        m_view->previousCommand();
        m_view->selectCommandOutput();
        EXPECT_EQ(m_view->selectedText().trimmed(), QLatin1String(output));
    }
    m_view->nextCommand();
    m_view->selectCommandOutput();
    EXPECT_EQ(m_view->selectedText().trimmed(), QStringLiteral("output 1.0"));
    QTest::keyClick(m_view, Qt::Key_X);
    m_view->selectCommandOutput();
    EXPECT_EQ(m_view->selectedText().trimmed(), QStringLiteral("output 2.0")) << "typing ends it";
}

TEST_F(TerminalCommandsTest, theOutputOfARunningCommandEndsAtTheCursor)
{
    feed("\033]133;A\a$ \033]133;B\atail\r\n\033]133;C\afirst\r\nsecond");
    m_view->selectCommandOutput();
    EXPECT_EQ(m_view->selectedText(), QStringLiteral("first\nsecond"));
}

TEST_F(TerminalCommandsTest, withoutMarksNothingHappens)
{
    feed(QByteArray("text\r\n").repeated(50));
    const int before = m_view->verticalScrollBar()->value();
    m_view->previousCommand();
    m_view->nextCommand();
    m_view->selectCommandOutput();
    EXPECT_EQ(m_view->verticalScrollBar()->value(), before);
    EXPECT_TRUE(m_view->selectedText().isEmpty());
}

} // namespace
} // namespace holdpoint::ui::testing
