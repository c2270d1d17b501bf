// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/items/stagelistmodel.h>
#include <ui/wizard/stagedelegate.h>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::ui;

namespace {

int heightAt(int width, session::StageStatus status)
{
    session::Stage stage;
    stage.id = QStringLiteral("1");
    stage.title = QStringLiteral("Step");
    stage.status = status;
    stage.commands = {session::CommandRecord{}};
    items::StageListModel model;
    model.setStages({stage});
    QStyleOptionViewItem option;
    option.rect = QRect(0, 0, width, 100);
    return StageDelegate().sizeHint(option, model.index(0)).height();
}

TEST(StageDelegateTest, statusAndProgressHaveALineEachWhereOneIsTooNarrowForBoth)
{
    const int line = QStyleOptionViewItem().fontMetrics.height();
    const int wide = heightAt(600, session::StageStatus::Passed); // "Passed with exceptions · 0/1 commands"
    EXPECT_EQ(heightAt(200, session::StageStatus::Passed), wide + line);
    EXPECT_EQ(heightAt(200, session::StageStatus::Pending), wide) << "what fits stays in one";
}

} // namespace
