// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/escalation/policy.h>

#include <gtest/gtest.h>

using namespace holdpoint;
using namespace holdpoint::escalation;
using namespace std::chrono_literals;

namespace {

runbooks::Document contacts()
{
    runbooks::Document document{.path = QStringLiteral("/x/contacts.md")};
    document.matrix = {{.name = QStringLiteral("On-call Engineer"), .severity = QStringLiteral("Critical"),
                        .method = QStringLiteral("Phone + SMS")},
                       {.name = QStringLiteral("Team Lead"), .severity = QStringLiteral("High"),
                        .method = QStringLiteral("Phone + Email")}};
    document.directory = {{.name = QStringLiteral("Team Lead"), .phone = QStringLiteral("+49 30 23125 002")},
                          {.name = QStringLiteral("Management"), .email = QStringLiteral("management@example.eu")}};
    document.ladder = {{.label = QStringLiteral("1 hour"), .delay = 1h, .action = QStringLiteral("Escalate to management")},
                       {.label = QStringLiteral("30 minutes"), .delay = 30min, .action = QStringLiteral("Escalate to team lead")},
                       {.label = QStringLiteral("15 minutes"), .delay = 15min,
                        .action = QStringLiteral("Manual call to on-call engineer")}};
    return document;
}

TEST(PolicyTest, rungsComeInOrderOfTimeAndKnowWhomTheyName)
{
    const Policy policy = policyFor(contacts(), {}, {});
    ASSERT_EQ(policy.ladder.size(), 3);
    EXPECT_EQ(policy.ladder[0].contactName, QStringLiteral("On-call Engineer"));
    EXPECT_EQ(policy.ladder[0].method, QStringLiteral("Phone + SMS"));
    EXPECT_EQ(policy.ladder[1].contactName, QStringLiteral("Team Lead"));
    EXPECT_EQ(policy.ladder[1].phone, QStringLiteral("+49 30 23125 002"));
    EXPECT_EQ(policy.ladder[2].contactName, QStringLiteral("Management"));
    EXPECT_EQ(policy.ladder[2].email, QStringLiteral("management@example.eu"));
}

TEST(PolicyTest, aRunbookWithoutContactsUsesThoseOfTheLibrary)
{
    const Policy policy = policyFor({}, {}, {contacts()});
    EXPECT_EQ(policy.ladder.size(), 3);
    EXPECT_EQ(policy.source, QStringLiteral("contacts.md"));
    EXPECT_EQ(policy.contactFor(QStringLiteral("CRITICAL"))->name, QStringLiteral("On-call Engineer"));
    EXPECT_FALSE(policy.contactFor(QStringLiteral("unheard of")));
}

TEST(PolicyTest, theLaddersNumbersComeWithItAndTheRunbooksOwnContactsComeFirst)
{
    runbooks::Document own{.path = QStringLiteral("/x/web.md")};
    own.directory = {{.name = QStringLiteral("Web Team"), .phone = QStringLiteral("+49 30 23125 900")}};
    runbooks::Document unrelated{.path = QStringLiteral("/x/other.md")};
    unrelated.directory = {{.name = QStringLiteral("Somebody Else"), .phone = QStringLiteral("+49 30 23125 901")}};
    const Policy policy = policyFor(own, {}, {unrelated, contacts()});
    ASSERT_EQ(policy.ladder.size(), 3);
    EXPECT_EQ(policy.ladder[1].phone, QStringLiteral("+49 30 23125 002"));
    ASSERT_EQ(policy.directory.size(), 3);
    EXPECT_EQ(policy.directory[0].name, QStringLiteral("Web Team"));
    EXPECT_EQ(policy.directory[1].name, QStringLiteral("Team Lead"));
}

TEST(PolicyTest, aDocumentWithALadderOfItsOwnNeverGetsNumbersOfAnotherList)
{
    runbooks::Document own{.path = QStringLiteral("/x/own.md")};
    own.ladder = {{.label = QStringLiteral("30 minutes"), .delay = 30min, .action = QStringLiteral("Escalate to team lead")}};
    const Policy policy = policyFor(own, {}, {contacts()});
    ASSERT_EQ(policy.ladder.size(), 1);
    EXPECT_TRUE(policy.ladder[0].phone.isEmpty());
    EXPECT_TRUE(policy.directory.isEmpty());
}

TEST(PolicyTest, whomARuleNamesIsFoundWithANumberByIdOrName)
{
    runbooks::Document document = contacts();
    document.directory.append({.id = QStringLiteral("dba"), .name = QStringLiteral("DBA on call"), .phone = QStringLiteral("+49 30 1")});
    document.directory.append({.id = QStringLiteral("x"), .name = QStringLiteral("Nobody"), .phone = QStringLiteral("+49-XXXX"), .placeholder = true});
    const Policy policy = policyFor(document, {}, {});
    EXPECT_EQ(policy.reach(QStringLiteral("dba")), QStringLiteral("DBA on call: +49 30 1"));
    EXPECT_EQ(policy.reach(QStringLiteral("team lead")), QStringLiteral("Team Lead: +49 30 23125 002"));
    for (const char *unknown : {"", "x", "somebody"})
        EXPECT_TRUE(policy.reach(QString::fromLatin1(unknown)).isEmpty()) << unknown;
}

TEST(PolicyTest, withoutAnyLadderThereIsStillOneRungToClimb)
{
    runbooks::Runbook runbook;
    runbook.escalation = {{.text = QStringLiteral("Contact the DBA"), .contact = QStringLiteral("DBA")}};
    const Policy policy = policyFor({}, runbook, {});
    ASSERT_EQ(policy.ladder.size(), 1);
    EXPECT_EQ(policy.ladder[0].contactName, QStringLiteral("DBA"));
}

TEST(PolicyTest, whomTheRunbookNamesComesBeforeTheLadderOfAnotherList)
{
    runbooks::Document own{.path = QStringLiteral("/x/own.md")};
    own.directory = {{.id = QStringLiteral("lead"), .name = QStringLiteral("Web Lead"), .phone = QStringLiteral("+32 2 555 01")}};
    runbooks::Runbook runbook;
    runbook.escalation = {{.text = QStringLiteral("Escalate to lead"), .contact = QStringLiteral("lead")}};
    const Policy policy = policyFor(own, runbook, {contacts()});
    ASSERT_GT(policy.ladder.size(), 1);
    EXPECT_EQ(policy.ladder[0].contactName, QStringLiteral("Web Lead"));
    EXPECT_EQ(policy.ladder[0].phone, QStringLiteral("+32 2 555 01"));
}

} // namespace
