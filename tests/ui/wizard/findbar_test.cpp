// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/terminal/terminalview.h>
#include <ui/wizard/findbar.h>

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace holdpoint;
using namespace holdpoint::ui;

namespace {

class FindBarTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        auto *column = new QVBoxLayout(&m_window);
        m_bar = new FindBar;
        m_view = new TerminalView;
        column->addWidget(m_bar);
        column->addWidget(m_view);
        m_view->setScreen(&m_screen);
        m_window.resize(900, 400);
        m_window.show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&m_window));
        m_screen.feed("error one\r\nall well\r\nerror two\r\nERROR three\r\n");
        m_view->screenChanged();
        m_bar->open(m_view);
        m_pattern = m_bar->findChild<QLineEdit *>();
        m_result = m_bar->findChild<QLabel *>(QStringLiteral("findResult"));
    }
    bool says(const char *text)
    {
        return QTest::qWaitFor([&] { return m_result->text() == QLatin1String(text); }, 5000);
    }

    terminal::Screen m_screen{80, 24};
    QWidget m_window;
    FindBar *m_bar = nullptr;
    TerminalView *m_view = nullptr;
    QLineEdit *m_pattern = nullptr;
    QLabel *m_result = nullptr;
};

TEST_F(FindBarTest, findsWhileOneTypes)
{
    QTest::keyClicks(m_pattern, QStringLiteral("error"));
    EXPECT_TRUE(says("3 of 3")) << m_result->text().toStdString();
    QTest::keyClicks(m_pattern, QStringLiteral(" two"));
    EXPECT_TRUE(says("1 of 1")) << m_result->text().toStdString();
    QTest::keyClicks(m_pattern, QStringLiteral("x"));
    EXPECT_TRUE(says("Not found")) << m_result->text().toStdString();
    m_pattern->selectAll();
    QTest::keyClick(m_pattern, Qt::Key_Delete);
    EXPECT_TRUE(says("")) << m_result->text().toStdString();
}

TEST_F(FindBarTest, enterGoesBackAndShiftEnterForth)
{
    QTest::keyClicks(m_pattern, QStringLiteral("error"));
    ASSERT_TRUE(says("3 of 3"));
    QTest::keyClick(m_pattern, Qt::Key_Return);
    EXPECT_TRUE(says("2 of 3")) << m_result->text().toStdString();
    QTest::keyClick(m_pattern, Qt::Key_Return);
    EXPECT_TRUE(says("1 of 3")) << m_result->text().toStdString();
    QTest::keyClick(m_pattern, Qt::Key_Return, Qt::ShiftModifier);
    EXPECT_TRUE(says("2 of 3")) << m_result->text().toStdString();
}

TEST_F(FindBarTest, aPatternThatIsTypedAndEnteredAtOnceIsLookedForOnce)
{
    QTest::keyClicks(m_pattern, QStringLiteral("error"));
    QTest::keyClick(m_pattern, Qt::Key_Return);
    EXPECT_EQ(m_result->text(), QStringLiteral("3 of 3"));
    QTest::qWait(300);
    EXPECT_EQ(m_result->text(), QStringLiteral("3 of 3"));
}

TEST_F(FindBarTest, tabGoesThroughItInTheOrderItIsSeen)
{
    QStringList names;
    for (int i = 0; i < 6; ++i) {
        names += QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    EXPECT_EQ(names, (QStringList{QStringLiteral("findPattern"), QStringLiteral("findPrevious"), QStringLiteral("findNext"),
                                  QStringLiteral("findCase"), QStringLiteral("findExpression"),
                                  QStringLiteral("findClose")}));
}

TEST_F(FindBarTest, anExpressionThatTakesTooLongIsSaidToBeSo)
{
    m_screen.feed(QByteArray(60, 'a') + "\r\nerror:\r\n");
    m_view->screenChanged();
    const auto look = [this](const QString &expression) {
        m_pattern->clear();
        QTest::keyClicks(m_pattern, expression);
    };
    m_bar->findChild<QCheckBox *>(QStringLiteral("findExpression"))->setChecked(true);
    look(QStringLiteral("(\\w+\\s?)+[:;]"));
    EXPECT_TRUE(says("This regular expression takes too long: a simpler one is needed.")) << m_result->text().toStdString();
    look(QStringLiteral("(\\w+"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_result->text().startsWith(QLatin1String("Not a valid regular expression: ")); }));
    look(QStringLiteral("\\w+:"));
    EXPECT_TRUE(says("1 of 1")) << m_result->text().toStdString();
}

} // namespace
