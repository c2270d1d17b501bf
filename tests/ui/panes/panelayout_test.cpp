// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/panes/panelayout.h>

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>

using holdpoint::ui::PaneLayout;

namespace {

PaneLayout leaf(const QStringList &panes) { return {.panes = panes, .front = panes.first()}; }

std::optional<PaneLayout> read(const QByteArray &json)
{
    return PaneLayout::fromJson(QJsonDocument::fromJson(json).object());
}

TEST(PaneLayoutTest, whatIsWrittenIsReadAgain)
{
    const PaneLayout right{.orientation = Qt::Vertical,
                           .parts = {leaf({QStringLiteral("db")}), leaf({QStringLiteral("web1 (2)")})},
                           .shares = {300, 700}};
    const PaneLayout all{.parts = {leaf({QStringLiteral("web1"), QStringLiteral("web2")}), right},
                         .shares = {600, 400}};
    EXPECT_EQ(PaneLayout::fromJson(all.toJson()), all);
}

TEST(PaneLayoutTest, whatIsNoLayoutIsNone)
{
    EXPECT_FALSE(read("{}"));
    EXPECT_FALSE(read(R"({"panes":[]})"));
    EXPECT_FALSE(read(R"({"split":"right","parts":[{"panes":["a"]}],"shares":[1000]})"));
    EXPECT_FALSE(read(R"({"split":"right","parts":[{"panes":["a"]},{}],"shares":[1,1]})"));
    EXPECT_FALSE(read(R"({"split":"right","parts":[{"panes":["a"]},{"panes":["b"]}],"shares":[1]})"));
    EXPECT_TRUE(read(R"({"split":"right","parts":[{"panes":["a"]},{"panes":["b"]}],"shares":[1,1]})"));
}

TEST(PaneLayoutTest, oneThatIsDeeperThanAnybodySplitsIsNone)
{
    QJsonObject deep{{QStringLiteral("panes"), QJsonArray{QStringLiteral("a")}}};
    const QJsonObject other = deep;
    for (int depth = 0; depth < 40; ++depth)
        deep = {{QStringLiteral("split"), QStringLiteral("down")},
                {QStringLiteral("parts"), QJsonArray{deep, other}},
                {QStringLiteral("shares"), QJsonArray{500, 500}}};
    EXPECT_FALSE(PaneLayout::fromJson(deep));
}

} // namespace
