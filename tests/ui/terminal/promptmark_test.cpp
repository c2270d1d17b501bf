// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "viewfixture.h"

#include <ui/terminal/promptmark.h>

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace holdpoint::ui::testing {
namespace {

using terminal::CommandOutcome;
using State = CommandOutcome::State;

const QList<std::optional<CommandOutcome>> outcomes{std::nullopt, CommandOutcome{State::Running, {}, {}},
                                                    CommandOutcome{State::Ended, 0, {}},
                                                    CommandOutcome{State::Ended, 1, {}}};

QImage drawn(const TerminalColors &colors, const std::optional<CommandOutcome> &outcome)
{
    QImage image(12, 18, QImage::Format_RGB32);
    image.fill(colors.background);
    QPainter painter(&image);
    paintPromptMark(painter, image.rect(), colors, outcome);
    return image;
}

TEST(PromptMarkTest, eachEndHasAShapeOfItsOwn)
{
    QList<QImage> shapes; // in black and white
    for (const auto &outcome : outcomes) {
        QImage image = drawn(TerminalColors::light(), outcome);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                image.setPixel(x, y, image.pixel(x, y) == TerminalColors::light().background ? 0xffffffff : 0xff000000);
        }
        EXPECT_FALSE(shapes.contains(image));
        shapes.append(image);
    }
    EXPECT_EQ(drawn(TerminalColors::light(), CommandOutcome{}), drawn(TerminalColors::light(), std::nullopt));
}

TEST(PromptMarkTest, itIsSeenOnBothThemesAndOnAnyBackground)
{
    TerminalColors grey = TerminalColors::dark();
    grey.background = 0xff808080;
    for (const TerminalColors &colors : {TerminalColors::light(), TerminalColors::dark(), grey}) {
        for (const auto &outcome : outcomes) {
            const QImage image = drawn(colors, outcome);
            double best = 1;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    best = std::max(best, contrastRatio(image.pixel(x, y), colors.background));
            }
            EXPECT_GE(best, 3);
        }
    }
}

class PromptMarkViewTest : public ViewTest
{
protected:
    void SetUp() override
    {
        ViewTest::SetUp();
        feed("\033]133;A\a$ false\r\n\033]133;C\a");
        m_screen.setOutcome(1, {.state = State::Ended, .exit = 1, .ms = 3000});
        feed("\033]133;A\a$ ");
    }
    void tipAt(QPoint point)
    {
        QHelpEvent help(QEvent::ToolTip, point, m_view->viewport()->mapToGlobal(point));
        QApplication::sendEvent(m_view->viewport(), &help);
    }
};

TEST_F(PromptMarkViewTest, theToolTipSaysItInWords)
{
    const QPoint mark(3, m_view->cellRect(0, 0).center().y());
    tipAt(mark);
    EXPECT_EQ(QToolTip::text(), QStringLiteral("exit status 1, took 3.0 s"));
    tipAt({3, m_view->cellRect(1, 0).center().y()});
    EXPECT_EQ(QToolTip::text(), QStringLiteral("How a command at this prompt ended is not known"));
    QToolTip::hideText();
}

TEST_F(PromptMarkViewTest, aScreenReaderHearsHowTheLastCommandEndedAndTheOneGoneTo)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(m_view);
    EXPECT_EQ(face->text(QAccessible::Description), QStringLiteral("exit status 1, took 3.0 s"));
    feed("true\r\n\033]133;C\a");
    m_screen.setOutcome(2, {.state = State::Running});
    EXPECT_EQ(face->text(QAccessible::Description), QStringLiteral("still runs"));
    feed("\033]133;A\a$ ");
    m_screen.setOutcome(2, {.state = State::Ended, .exit = 0});
    EXPECT_EQ(face->text(QAccessible::Description), QStringLiteral("exit status 0"));
    m_view->previousCommand();
    m_view->previousCommand();
    EXPECT_EQ(face->text(QAccessible::Description), QStringLiteral("exit status 1, took 3.0 s"));
}

} // namespace
} // namespace holdpoint::ui::testing
