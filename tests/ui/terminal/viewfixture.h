// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/terminal/terminalfont.h>
#include <ui/terminal/terminalview.h>

#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <memory>

namespace holdpoint::ui::testing {

/// A shown and active window with a terminal of 40 by 10 in it.
class ViewTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_window = std::make_unique<QMainWindow>();
        m_view = new TerminalView;
        m_view->setScreen(&m_screen);
        m_window->setCentralWidget(m_view);
        const QRect cell = m_view->cellRect(0, 0);
        m_view->setMinimumSize(m_view->sizeHint() - QSize(40 * cell.width(), 14 * cell.height()));
        m_window->resize(m_view->minimumSize());
        m_window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        m_view->setFocus();
        ASSERT_TRUE(QTest::qWaitFor([&] { return m_view->hasFocus(); }));
        ASSERT_EQ(m_screen.columns(), 40);
        ASSERT_EQ(m_screen.rows(), 10);
        QObject::connect(m_view, &TerminalView::input, m_view, [this](const QByteArray &bytes) { m_sent += bytes; });
    }
    void TearDown() override
    {
        m_window.reset();
        TerminalFont::setUsualPoints(0);
        TerminalFont::setUsualFamily({});
    }

    void feed(const char *bytes)
    {
        m_screen.feed(bytes);
        m_view->screenChanged();
    }
    QPoint at(int row, int column) const { return m_view->cellRect(row, column).center() - QPoint(2, 0); }
    std::string takeSent() { return std::exchange(m_sent, {}).toStdString(); }

    terminal::Screen m_screen{80, 24};
    std::unique_ptr<QMainWindow> m_window;
    TerminalView *m_view = nullptr;
    QByteArray m_sent;
};

} // namespace holdpoint::ui::testing
