// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "screens.h"

#include <QFile>
#include <QRegularExpression>

#include <gtest/gtest.h>

namespace holdpoint::terminal::testing {
namespace {

TEST(ControlsTest, everyModeThePageNamesIsKnownAndEveryRefusedOneIsNot)
{
    QFile page(QStringLiteral(HOLDPOINT_SOURCE_DIR "/models/terminal/CONTROLS.md"));
    ASSERT_TRUE(page.open(QIODevice::ReadOnly));
    const QString modes = QString::fromUtf8(page.readAll()).section(QStringLiteral("## Modes"), 1).section(QStringLiteral("\n## "), 0, 0);
    static const QRegularExpression number(QStringLiteral("([?]?)(\\d+)"));
    int seen = 0;
    for (const QString &row : modes.split(u'\n')) {
        const QStringList cells = row.split(u'|');
        if (cells.size() < 4 || cells[3].contains(QStringLiteral("no state")))
            continue;
        for (const QRegularExpressionMatch &match : number.globalMatch(cells[1])) {
            Screen screen(10, 2);
            screen.feed("\033[" + match.captured().toLatin1() + "$p");
            const bool known = !screen.takeReplies().contains(";0$y");
            EXPECT_EQ(known, !cells[3].contains(QStringLiteral("refused"))) << match.captured().toStdString();
            ++seen;
        }
    }
    EXPECT_GT(seen, 40);
}

} // namespace
} // namespace holdpoint::terminal::testing
