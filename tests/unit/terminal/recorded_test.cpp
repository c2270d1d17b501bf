// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Real programs on a real pty: what they draw must be on the screen, and no split of their output may change it.

#include "ptyprocess.h"
#include "screens.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace holdpoint::terminal::testing {
namespace {

class RealProgramTest : public ::testing::Test
{
protected:
    void SetUp() override { ASSERT_TRUE(m_folder.isValid()); }

    std::string path(const char *name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }
    void write(const char *name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    bool shows(const char *text) const
    {
        return m_screen.visibleLines().join(QLatin1Char('\n')).contains(QString::fromUtf8(text));
    }
    QString lastLine() const { return m_screen.lineText(m_screen.lines() - 1); }
    /// The same output in other pieces gives the same screen.
    void expectSplitsAgree(const QByteArray &output) const
    {
        Screen whole(80, 24);
        whole.feed(output);
        for (const qsizetype size : {1, 3, 7, 64}) {
            Screen pieces(80, 24);
            for (qsizetype at = 0; at < output.size(); at += size)
                pieces.feed(output.sliced(at, std::min(size, output.size() - at)));
            EXPECT_EQ(fingerprint(pieces), fingerprint(whole)) << "in pieces of " << size;
        }
    }

    QTemporaryDir m_folder;
    Screen m_screen{80, 24};
};

TEST_F(RealProgramTest, bashEditsALongCommandLineOverTheEdge)
{
    PtyProcess bash({"env", "PS1=ready> ", "bash", "--norc", "--noprofile"}, &m_screen);
    ASSERT_TRUE(bash.readUntil([&] { return shows("ready> "); }));
    bash.type("echo " + QByteArray(100, 'a') + "\x01\x1b[C\x1b[C\x1b[C\x1b[C\x1b[C" "b\r");
    const std::string expected = "b" + std::string(79, 'a') + "\n" + std::string(21, 'a');
    ASSERT_TRUE(bash.readUntil([&] { return shown(m_screen).find(expected) != std::string::npos; })) << shown(m_screen);
    bash.type("exit\r");
    EXPECT_TRUE(bash.readToEnd());
    expectSplitsAgree(bash.output());
}

TEST_F(RealProgramTest, lessPagesForwardBackAndSearches)
{
    QByteArray text;
    for (int line = 1; line <= 200; ++line)
        text += "line " + QByteArray::number(line) + " of the file\n";
    write("file.txt", text);
    PtyProcess less({"less", path("file.txt")}, &m_screen);
    ASSERT_TRUE(less.readUntil([&] { return shows("line 23 of the file"); }));
    EXPECT_TRUE(m_screen.alternateScreen());
    less.type(" ");
    ASSERT_TRUE(less.readUntil([&] { return shows("line 46 of the file"); }));
    less.type("kkk");
    ASSERT_TRUE(less.readUntil([&] { return m_screen.lineText(m_screen.scrollbackLines()) == QLatin1String("line 21 of the file"); }))
        << shown(m_screen);
    less.type("/line 150\r");
    ASSERT_TRUE(less.readUntil([&] { return m_screen.lineText(m_screen.scrollbackLines()) == QLatin1String("line 150 of the file"); }));
    EXPECT_TRUE(m_screen.cell(0, 0).attributes.has(Attributes::Inverse)) << "the match is highlighted";
    less.type("q");
    EXPECT_TRUE(less.readToEnd());
    EXPECT_FALSE(m_screen.alternateScreen());
    expectSplitsAgree(less.output());
}

TEST_F(RealProgramTest, vimEditsAndScrollsAndLeavesTheScreenClean)
{
    PtyProcess vim({"vim", "-u", "NONE", "-N", "-i", "NONE", path("notes.txt")}, &m_screen);
    ASSERT_TRUE(vim.readUntil([&] { return shows("[New]"); })) << shown(m_screen);
    vim.type("ifirst\rsecond 日本\rthird\x1b");
    ASSERT_TRUE(vim.readUntil([&] { return shows("third"); }));
    vim.type("ggOtop\x1b" "jdd:set number\r");
    ASSERT_TRUE(vim.readUntil([&] { return shows("  1 top\n  2 second 日本\n  3 third\n~"); })) << shown(m_screen);
    vim.type("50ox\x1b");
    ASSERT_TRUE(vim.readUntil([&] { return shows(" 52 x"); })) << shown(m_screen);
    vim.type("ggdG:q!\r");
    EXPECT_TRUE(vim.readToEnd());
    EXPECT_FALSE(m_screen.alternateScreen());
    expectSplitsAgree(vim.output());
}

TEST_F(RealProgramTest, topShowsItsTableInABatchOfOne)
{
    PtyProcess top({"top", "-n", "1"}, &m_screen);
    EXPECT_TRUE(top.readToEnd());
    EXPECT_TRUE(shows("Tasks:")) << shown(m_screen);
    EXPECT_TRUE(shows("PID USER")) << shown(m_screen);
    expectSplitsAgree(top.output());
}

TEST_F(RealProgramTest, htopDrawsMetersAndFunctionKeys)
{
    PtyProcess htop({"htop", "-d", "100"}, &m_screen);
    ASSERT_TRUE(htop.readUntil([&] { return shows("F10") && shows("Quit") && shows("PID"); })) << shown(m_screen);
    EXPECT_TRUE(shows("Mem[")) << shown(m_screen);
    EXPECT_FALSE(m_screen.cursorVisible());
    htop.type("q");
    EXPECT_TRUE(htop.readToEnd());
    EXPECT_TRUE(m_screen.cursorVisible());
    EXPECT_FALSE(m_screen.alternateScreen());
    expectSplitsAgree(htop.output());
}

TEST_F(RealProgramTest, tmuxDrawsPanesABorderAndAStatusLine)
{
    write("tmux.conf", "set -g assume-paste-time 0\n"); // else two keys at once are a paste, not a command
    PtyProcess tmux({"tmux", "-S", path("socket"), "-f", path("tmux.conf"), "new-session", "-s", "work",
                     "env PS1='left> ' bash --norc --noprofile"},
                    &m_screen);
    // The server is nobody's child: whatever fails below, it must not stay behind.
    const auto ended = qScopeGuard([&] {
        QProcess::execute(QStringLiteral("tmux"), {QStringLiteral("-S"), m_folder.filePath(QStringLiteral("socket")),
                                                   QStringLiteral("kill-server")});
    });
    ASSERT_TRUE(tmux.readUntil([&] { return shows("[work]") && shows("left>"); })) << shown(m_screen);
    tmux.type("\x02%");
    ASSERT_TRUE(tmux.readUntil([&] { return shows("│"); })) << shown(m_screen);
    EXPECT_EQ(m_screen.cellText(m_screen.cell(10, 40)).toStdString(), "│");
    tmux.type("\x02:");
    ASSERT_TRUE(tmux.readUntil([&] { return lastLine().startsWith(QLatin1Char(':')); })) << shown(m_screen);
    tmux.type("kill-server\r");
    EXPECT_TRUE(tmux.readToEnd());
    EXPECT_FALSE(m_screen.alternateScreen());
    expectSplitsAgree(tmux.output());
}

TEST_F(RealProgramTest, mcDrawsTwoFramedPanels)
{
    qputenv("HOME", m_folder.path().toLocal8Bit());
    write("a-file.txt", "x");
    PtyProcess mc({"mc", "-u", "-d", m_folder.path().toStdString(), m_folder.path().toStdString()}, &m_screen);
    ASSERT_TRUE(mc.readUntil([&] { return shows("a-file.txt") && shows("10Quit"); })) << shown(m_screen);
    EXPECT_TRUE(shows("┌") || shows("╔")) << shown(m_screen);
    EXPECT_EQ(m_screen.cell(23, 5).attributes.background.kind(), Color::Kind::Palette) << "the key bar has its colour";
    mc.type("\033[21~");
    EXPECT_TRUE(mc.readUntil([&] { return !m_screen.alternateScreen(); }));
    EXPECT_TRUE(mc.readToEnd());
    expectSplitsAgree(mc.output());
}

} // namespace
} // namespace holdpoint::terminal::testing
