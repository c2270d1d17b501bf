// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "parsing.h"

#include <runbooks/json.h>

#include <QJsonArray>

#include <gtest/gtest.h>

namespace {

using namespace holdpoint::runbooks;

Document document()
{
    return holdpoint::testing::parsed(
        "# Restart\n\n**Purpose**: Bring it back\n\n**Prerequisites**:\n- Access\n\n**Steps**:\n1. **Restart**\n"
        "   ```bash\n   # Now\n   systemctl restart <service-name>\n   ```\n\n**Verification**:\n- It runs\n"
        "  ```bash {verify}\n  systemctl is-active <service-name>\n  ```\n- Users are happy\n\n**Rollback**:\n"
        "```bash\nsystemctl stop <service-name>\n```\n\n**Escalation**: Call Bob after 2 failures\n");
}

TEST(JsonTest, listCountsTheParts)
{
    const Document parsed = document();
    const QJsonObject list = listJson(parsed);
    EXPECT_EQ(list[QStringLiteral("path")].toString(), QStringLiteral("test.md"));
    const QJsonObject runbook = list[QStringLiteral("runbooks")].toArray().at(0).toObject();
    EXPECT_EQ(runbook[QStringLiteral("id")].toString(), QStringLiteral("restart"));
    EXPECT_EQ(runbook[QStringLiteral("line")].toInt(), 1);
    for (const char *key : {"steps", "commands", "prerequisites", "parameters", "rollbacks", "escalations"})
        EXPECT_EQ(runbook[QLatin1String(key)].toInt(), 1) << key;
    EXPECT_EQ(runbook[QStringLiteral("checks")].toInt(), 2);
    EXPECT_EQ(list[QStringLiteral("contacts")].toInt(), 0);
    EXPECT_EQ(list[QStringLiteral("ladders")].toInt(), 0);
}

TEST(JsonTest, showHoldsEveryPartWithItsPlace)
{
    const Document parsed = document();
    const QJsonObject show = showJson(parsed, parsed.runbooks.first());
    EXPECT_EQ(show[QStringLiteral("purpose")].toString(), QStringLiteral("Bring it back"));
    const QJsonObject command =
        show[QStringLiteral("steps")].toArray().at(0)[QStringLiteral("commands")].toArray().at(0).toObject();
    EXPECT_EQ(command[QStringLiteral("text")].toString(), QStringLiteral("systemctl restart <service-name>"));
    EXPECT_EQ(command[QStringLiteral("caption")].toString(), QStringLiteral("Now"));
    EXPECT_EQ(command[QStringLiteral("language")].toString(), QStringLiteral("shell"));
    EXPECT_EQ(command[QStringLiteral("line")].toInt(), 12);
    EXPECT_EQ(command[QStringLiteral("column")].toInt(), 4);
    EXPECT_EQ(command[QStringLiteral("placeholders")].toArray().at(0).toString(), QStringLiteral("service-name"));
    const QJsonArray checks = show[QStringLiteral("checks")].toArray();
    EXPECT_EQ(checks.at(0)[QStringLiteral("kind")].toString(), QStringLiteral("automated"));
    EXPECT_EQ(checks.at(1)[QStringLiteral("kind")].toString(), QStringLiteral("manual"));
    EXPECT_EQ(checks.at(1)[QStringLiteral("line")].toInt(), 20);
    EXPECT_TRUE(show[QStringLiteral("parameters")].toArray().at(0)[QStringLiteral("inferred")].toBool());
    EXPECT_EQ(show[QStringLiteral("rollback")].toArray().size(), 1);
    EXPECT_EQ(show[QStringLiteral("escalation")].toArray().at(0)[QStringLiteral("afterFailures")].toInt(), 2);
}

} // namespace
