// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "viewfixture.h"

#include <QAccessible>
#include <QClipboard>
#include <QMenu>
#include <QScrollBar>

#include <random>

namespace holdpoint::ui::testing {
namespace {

using terminal::SearchDirection;

class TerminalFoldTest : public ViewTest
{
protected:
    void SetUp() override
    {
        ViewTest::SetUp();
        m_view->setMinimumSize(0, 0);
        feed("\033]133;A\a$ \033]133;B\a");
    }
    /// What a shell with marks prints for a command that is typed at its prompt.
    void runCommand(const QByteArray &name, int lines)
    {
        QByteArray bytes = name + "\r\n\033]133;C\a";
        for (int line = 0; line < lines; ++line)
            bytes += name + ' ' + QByteArray::number(line) + "\r\n";
        m_screen.feed(bytes + "\033]133;D;0\a\033]133;A\a$ \033]133;B\a");
        m_view->screenChanged();
        settle();
    }
    void settle() { QTest::qWait(40); } // a frame: some are of a screen that is as before, which no signal tells
    QStringList rows() const
    {
        QStringList rows = m_view->visibleText().split(u'\n');
        while (!rows.isEmpty() && rows.last().isEmpty())
            rows.removeLast();
        return rows;
    }
    int maximum() const { return m_view->verticalScrollBar()->maximum(); }
};

TEST_F(TerminalFoldTest, aFinishedOutputBecomesOneRowAndComesBack)
{
    runCommand("a", 4);
    const QStringList before = rows();
    m_view->toggleFold();
    EXPECT_EQ(rows(), (QStringList{QStringLiteral("$ a"), QStringLiteral("… 4 lines folded"), QStringLiteral("$ ")}));
    m_view->toggleFold();
    EXPECT_EQ(rows(), before);
}

TEST_F(TerminalFoldTest, theScreenIsLeftAloneAndFoldedTextIsCopiedWhole)
{
    runCommand("a", 40);
    m_view->selectAll();
    const QString all = m_view->selectedText();
    m_view->toggleFold();
    EXPECT_EQ(m_view->selectedText(), all);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, at(0, 0));
    QTest::mouseMove(m_view->viewport(), at(2, 1) + QPoint(4, 0));
    QMouseEvent move(QEvent::MouseMove, QPointF(at(2, 1)), m_view->viewport()->mapToGlobal(QPointF(at(2, 1))),
                     Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(m_view->viewport(), &move);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, at(2, 1));
    EXPECT_TRUE(m_view->selectedText().startsWith(QStringLiteral("$ a\na 0\n")));
    EXPECT_TRUE(m_view->selectedText().contains(QStringLiteral("\na 39\n")));
}

TEST_F(TerminalFoldTest, aClickOnTheRowUnfoldsAndClicksBelowItMeanTheirLines)
{
    runCommand("a", 4);
    m_view->toggleFold();
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(2, 0));
    EXPECT_EQ(m_view->selectedText(), QStringLiteral("$"));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(1, 3));
    EXPECT_EQ(rows().size(), 6);
    EXPECT_EQ(takeSent(), "");
}

TEST_F(TerminalFoldTest, whatRunsOrPrintedOneLineIsNotFolded)
{
    runCommand("one", 1);
    const QStringList before = rows();
    m_view->toggleFold();
    m_view->foldAll();
    EXPECT_EQ(rows(), before);
    feed("tail\r\n\033]133;C\a1\r\n2\r\n3");
    settle();
    const QStringList running = rows();
    m_view->foldAll();
    EXPECT_EQ(rows(), running);
}

TEST_F(TerminalFoldTest, allAreFoldedAndUnfoldedAtOnceAndTheScrollBarFollows)
{
    for (const char *name : {"a", "b", "c"})
        runCommand(name, 30);
    ASSERT_GT(maximum(), 60);
    const int before = maximum();
    m_view->foldAll();
    EXPECT_EQ(maximum(), 0);
    EXPECT_EQ(rows().count(QStringLiteral("… 30 lines folded")), 3);
    runCommand("d", 20);
    EXPECT_EQ(rows().last(), QStringLiteral("$ "));
    EXPECT_EQ(maximum(), 3 * 2 + 21 + 1 - 10);
    m_view->unfoldAll();
    EXPECT_EQ(maximum(), before + 21);
}

TEST_F(TerminalFoldTest, findUnfoldsWhatItGoesTo)
{
    runCommand("a", 30);
    runCommand("b", 30);
    m_view->foldAll();
    const auto found = m_view->find({QStringLiteral("a 17")}, SearchDirection::Backward);
    EXPECT_TRUE(found.any);
    EXPECT_EQ(found.count.total, 1);
    EXPECT_TRUE(rows().contains(QStringLiteral("a 17")));
    EXPECT_EQ(maximum(), 31 + 2 + 1 - 10);
    EXPECT_FALSE(m_view->visibleText().contains(QStringLiteral("… 30 lines folded\n$ \n")))
        << "b stays folded further down";
}

TEST_F(TerminalFoldTest, foldsStayOnTheirOutputThroughResizes)
{
    runCommand("a rather long name that wraps in a narrow window", 12);
    runCommand("b", 12);
    m_view->foldAll();
    const QStringList folded = rows();
    for (const int columns : {20, 33, 11, 50, 40}) {
        const QRect cell = m_view->cellRect(0, 0);
        m_window->resize(m_window->width() + (columns - m_screen.columns()) * cell.width(), m_window->height());
        settle();
        ASSERT_EQ(m_screen.columns(), columns);
        EXPECT_EQ(rows().filter(QStringLiteral("lines folded")).size(), 2)
            << columns << m_view->visibleText().toStdString();
    }
    EXPECT_EQ(rows(), folded);
}

TEST_F(TerminalFoldTest, aClearedScreenShowsWhatIsThereNow)
{
    runCommand("a", 4);
    m_view->toggleFold();
    feed("\033[H\033[2Jnew\r\n1\r\n2\r\n3\r\n4");
    settle();
    EXPECT_EQ(rows(), (QStringList{QStringLiteral("new"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"),
                                   QStringLiteral("4")}));
}

TEST_F(TerminalFoldTest, anEditorHasTheWholeScreenAndTheFoldIsThereAfterIt)
{
    runCommand("a", 4);
    m_view->toggleFold();
    feed("\033[?1049h\033[H1\r\n2\r\n3\r\n4\r\n5");
    settle();
    EXPECT_EQ(rows().size(), 5);
    feed("\033[?1049l");
    settle();
    EXPECT_EQ(rows().value(1), QStringLiteral("… 4 lines folded"));
}

TEST_F(TerminalFoldTest, aScreenReaderHearsTheFoldAndFindsTheCursor)
{
    runCommand("a", 4);
    m_view->toggleFold();
    QAccessibleTextInterface *text = QAccessible::queryAccessibleInterface(m_view)->textInterface();
    const QString all = text->text(0, text->characterCount());
    EXPECT_TRUE(all.startsWith(QStringLiteral("$ a\n… 4 lines folded\n$ ")));
    EXPECT_EQ(text->cursorPosition(), all.indexOf(QStringLiteral("\n$ ")) + 3);
}

TEST_F(TerminalFoldTest, goingFromCommandToCommandFoldsTheOneGoneTo)
{
    runCommand("a", 20);
    runCommand("b", 20);
    m_view->previousCommand();
    m_view->previousCommand();
    m_view->toggleFold();
    EXPECT_EQ(rows().mid(0, 3),
              (QStringList{QStringLiteral("$ a"), QStringLiteral("… 20 lines folded"), QStringLiteral("$ b")}));
    m_view->toggleFold();
    EXPECT_EQ(rows().value(1), QStringLiteral("a 0"));
}

TEST_F(TerminalFoldTest, aFoldWhoseOldestLinesAreDroppedStandsForTheRest)
{
    terminal::Limits limits;
    limits.scrollbackBytes = 600'000;
    terminal::Screen screen(40, 10, limits);
    m_view->setScreen(&screen);
    const auto run = [&](int lines) {
        screen.feed("x\r\n\033]133;C\a" + QByteArray("output of a command\r\n").repeated(lines)
                    + "\033]133;A\a$ \033]133;B\a");
        m_view->screenChanged();
        settle();
    };
    screen.feed("\033]133;A\a$ \033]133;B\a");
    run(20000);
    run(10);
    m_view->foldAll();
    ASSERT_EQ(screen.droppedLines(), 0);
    run(20000);
    ASSERT_GT(screen.droppedLines(), 0);
    const qint64 left = screen.markedAtOrAfter(0, terminal::LineMark::Prompt);
    ASSERT_GT(left, 1);
    m_view->verticalScrollBar()->setValue(0);
    EXPECT_EQ(rows().mid(0, 5), (QStringList{QStringLiteral("… %1 lines folded").arg(left), QStringLiteral("$ x"),
                                             QStringLiteral("… 10 lines folded"), QStringLiteral("$ x"),
                                             QStringLiteral("output of a command")}));
    EXPECT_EQ(maximum(), static_cast<int>(screen.lines() - (left - 1) - 9) - 10);
    m_view->setScreen(nullptr);
}

TEST_F(TerminalFoldTest, whatIsShownIsTheScreenWithoutTheFoldedLinesWhateverHappens)
{
    for (unsigned seed = 1; seed <= 6; ++seed) {
        std::mt19937 random(seed);
        m_screen.feed("\033c\033[3J\033]133;A\a$ \033]133;B\a");
        m_view->unfoldAll();
        for (int step = 0; step < 40; ++step) {
            switch (random() % 6) {
            case 0:
            case 1:
                m_screen.feed("x\r\n\033]133;C\a" + QByteArray("some output\r\n").repeated(random() % 9)
                              + "\033]133;D;0\a\033]133;A\a$ \033]133;B\a");
                break;
            case 2: m_view->foldAll(); break;
            case 3:
                m_view->previousCommand();
                m_view->toggleFold();
                break;
            case 4:
                m_view->verticalScrollBar()->setValue(
                    static_cast<int>(random() % static_cast<unsigned>(maximum() + 1)));
                break;
            default: m_window->resize(m_window->width() + static_cast<int>(random() % 41) - 20, m_window->height());
            }
            m_view->screenChanged();
            settle();
            // Walk down from the top: every row is a line, or stands for as many as it says.
            QStringList lines;
            m_view->verticalScrollBar()->setValue(0);
            const int last = maximum();
            qint64 line = 0;
            for (int row = 0; row < last + m_screen.rows() && line < m_screen.lines(); ++row) {
                m_view->verticalScrollBar()->setValue(std::min(row, last));
                const QString text =
                    m_view->visibleText().section(u'\n', row - std::min(row, last), row - std::min(row, last));
                if (text.startsWith(u'…')) {
                    const int count = text.section(u' ', 1, 1).toInt();
                    ASSERT_EQ(m_screen.mark(line), terminal::LineMark::Output) << "seed " << seed << " step " << step;
                    line += count;
                    ASSERT_EQ(m_screen.mark(line), terminal::LineMark::Prompt) << "seed " << seed << " step " << step;
                } else {
                    ASSERT_EQ(text, m_screen.lineText(line++)) << "seed " << seed << " step " << step;
                }
            }
            ASSERT_EQ(line, m_screen.lines()) << "seed " << seed << " step " << step;
            m_view->verticalScrollBar()->setValue(last);
        }
    }
}

TEST_F(TerminalFoldTest, allOutputsAreFoldedThatCanBe)
{
    runCommand("a", 3);
    runCommand("short", 1);
    feed("b\r\n\033]133;C\ab 0\r\n\033]133;C\ab 1\r\n\033]133;A\a$ ");
    settle();
    m_view->foldAll();
    const QStringList folded{QStringLiteral("$ a"),     QStringLiteral("… 3 lines folded"), QStringLiteral("$ short"),
                             QStringLiteral("short 0"), QStringLiteral("$ b"),              QStringLiteral("… 2 lines folded"),
                             QStringLiteral("$ ")};
    EXPECT_EQ(rows(), folded);
    m_view->foldAll();
    EXPECT_EQ(rows(), folded) << "none twice";
}

TEST_F(TerminalFoldTest, whatIsFoundOnTheAlternateScreenUnfoldsNothing)
{
    runCommand("a", 4);
    m_view->foldAll();
    const QStringList folded = rows();
    ASSERT_TRUE(folded.contains(QStringLiteral("… 4 lines folded")));
    feed("\033[?1049h\033[H\r\nneedle\r\nneedle\r\nneedle");
    settle();
    for (int match = 0; match < 3; ++match)
        EXPECT_TRUE(m_view->find({QStringLiteral("needle")}, SearchDirection::Forward).any);
    feed("\033[?1049l");
    settle();
    EXPECT_EQ(rows(), folded);
}

} // namespace
} // namespace holdpoint::ui::testing
