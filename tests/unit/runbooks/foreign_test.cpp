// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Pages that were not written for us: what is a command, what is output, what are the steps.

#include "parsing.h"

#include <runbooks/plausibility.h>
#include <runbooks/prompts.h>

#include <gtest/gtest.h>

namespace {

using namespace holdpoint;
using namespace holdpoint::runbooks;
using holdpoint::testing::parsed;
using holdpoint::testing::textsOf;

QStringList strings(std::initializer_list<const char *> texts)
{
    QStringList list;
    for (const char *text : texts)
        list.append(QString::fromUtf8(text));
    return list;
}

TEST(PlausibilityTest, onlyWhatCanBeginACommandIsOne)
{
    for (const char *command : {"ls -l", "./run.sh", "/opt/x/bin/y", "$EDITOR x", "X=1 make", "[ -f x ]", "if true; then echo; fi",
                                "MegaCli64 -AdpAllInfo", "f() { :; }", "unknown-tool --flag", "<program> x"})
        EXPECT_TRUE(isPlausibleCommand(QString::fromLatin1(command))) << command;
    for (const char *other : {"apiVersion: v1", "NAME   READY   STATUS", "{\"status\": \"ok\"}", "sum(rate(x[5m])) by (job)",
                              "up{job=~\"a.*\"} == 0", "...", "- name: x", "10.0.0.1 is up", "Restart the server now"})
        EXPECT_FALSE(isPlausibleCommand(QString::fromLatin1(other))) << other;
}

TEST(TranscriptTest, commentsCaptionAndOutputStaysVisible)
{
    const Document document = parsed("# Page\n\n**Steps**:\n1. **Look**\n   ```console\n   # Only if the image is stale\n   $ crictl rmi abc\n"
                                     "   Deleted: abc\n\n   # For the other runtime\n   $ docker rmi abc\n   ```\n");
    const Step &step = document.runbooks[0].steps[0];
    EXPECT_EQ(textsOf(step.commands), strings({"crictl rmi abc", "docker rmi abc"}));
    EXPECT_EQ(step.commands[0].caption, QStringLiteral("Only if the image is stale"));
    EXPECT_EQ(step.commands[1].caption, QStringLiteral("For the other runtime"));
    EXPECT_TRUE(step.instructions.contains(u"Deleted: abc"));
}

TEST(TranscriptTest, aBackslashWithSpacesStillContinuesThere)
{
    const Transcript transcript = withoutPrompts(QStringLiteral("$ oc delete machineconfig \\ \n  00-override"), HashPrompt::No);
    EXPECT_EQ(transcript.code, QStringLiteral("oc delete machineconfig \\\n  00-override"));
}

TEST(TranscriptTest, manyPromptsAreKnown)
{
    for (const char *line : {"$ ls", "% ls", "user@host:~$ ls", "[root@db1 ~]# ls", "sh-5.1# ls", "host:/srv$ ls", "$> ls",
                             "(venv) me@box:~$ ls"})
        EXPECT_EQ(withoutPrompts(QString::fromLatin1(line), HashPrompt::No).code, QStringLiteral("ls")) << line;
    EXPECT_TRUE(withoutPrompts(QStringLiteral("postgres=# select 1;"), HashPrompt::Yes).otherProgram);
    EXPECT_TRUE(withoutPrompts(QStringLiteral("gpg> adduid"), HashPrompt::No).otherProgram);
}

TEST(TranscriptTest, aRootPromptFollowsACommandThatOpensARootShell)
{
    const Transcript transcript =
        withoutPrompts(QStringLiteral("$ sudo su\n# /root/fix.sh now\n# just a remark"), HashPrompt::No);
    EXPECT_EQ(transcript.code, QStringLiteral("sudo su\n/root/fix.sh now\n# just a remark"));
}

TEST(TranscriptTest, aCommandWithoutAPromptNeedsAClick)
{
    const Document document =
        parsed("# Page\n\n**Steps**:\n1. **In**\n   ```\n   kubectl -n vault exec -it vault-0 -- vault status\n   $ vault login\n   ```\n");
    const QList<Command> &commands = document.runbooks[0].steps[0].commands;
    ASSERT_EQ(commands.size(), 2);
    EXPECT_TRUE(commands[0].guessed);
}

TEST(ForeignPageTest, outputYamlAndQueriesInShellFencesAreNeverRun)
{
    const Document document = parsed("# Page\n\n## Diagnosis\n\nLook:\n\n```console\napiVersion: v1\nkind: Pod\n```\n\n```shell\nsum(rate(x[5m]))\n```\n\n"
                                     "Example output:\n\n```bash\ndefault_runtime = \"crun\"\n```\n\n```bash\nkubectl get pods\nNAME  READY\nweb   1/1\n```\n");
    QStringList commands;
    for (const Step &step : document.runbooks[0].steps) {
        for (const Command &command : step.commands) {
            if (command.language == Language::Shell)
                commands.append(command.text);
        }
    }
    EXPECT_EQ(commands, strings({"kubectl get pods"}));
}

TEST(ForeignPageTest, partsGiveTheirStepsAGroupAndThePurposeItsWords)
{
    const Document document = parsed("# Alert\n\n## Meaning\n\nIt fires.\n\n## Impact\n\nBad.\n\n## Diagnosis\n\n1. Look\n2. Think\n\n## Mitigation\n\n1. Act\n");
    const Runbook &runbook = document.runbooks[0];
    EXPECT_TRUE(runbook.purpose.contains(u"**Impact**"));
    ASSERT_EQ(runbook.steps.size(), 3);
    EXPECT_EQ(runbook.steps[0].group, QStringLiteral("Diagnosis"));
    EXPECT_EQ(runbook.steps[2].group, QStringLiteral("Mitigation"));
}

TEST(ForeignPageTest, aHeadingWithAListOfStepsIsTheirGroup)
{
    const Document document = parsed("# Alert\n\n## Resolution\n\n### When the disk is full\n\n1. Find it\n   ```bash\n   df -h\n   ```\n2. Free it\n\n### Else\n\nWait.\n");
    const QList<Step> &steps = document.runbooks[0].steps;
    ASSERT_EQ(steps.size(), 3);
    EXPECT_EQ(steps[0].title, QStringLiteral("Find it"));
    EXPECT_EQ(steps[0].group, QStringLiteral("When the disk is full"));
    EXPECT_EQ(steps[2].title, QStringLiteral("Else"));
}

TEST(ForeignPageTest, whatHelpsWhenNothingHelpedIsNoStep)
{
    const Document document = parsed("# Alert\n\n## Mitigation\n\n1. Restart it\n\nIf you cannot resolve the issue, see the following resources:\n\n"
                                     "- [Help](https://example.org/help)\n");
    const Runbook &runbook = document.runbooks[0];
    ASSERT_EQ(runbook.steps.size(), 1);
    EXPECT_TRUE((runbook.notes + runbook.steps[0].instructions).contains(u"https://example.org/help"));
}

TEST(ForeignPageTest, aTitleGoesOnOverTheLineWrap)
{
    const Document document = parsed("# Page\n\n**Steps**:\n1. In case there is no upgrade, but there is a change in\n   the configuration, look at it. Then go on.\n");
    EXPECT_EQ(document.runbooks[0].steps[0].title,
              QStringLiteral("In case there is no upgrade, but there is a change in the configuration, look at it"));
}

TEST(ForeignPageTest, manyWaysToLeaveAGapAreParameters)
{
    const Document document = parsed("# Page\n\n**Steps**:\n1. **Go**\n   ```bash\n   gcloud config set project YOUR_PROJECT\n   oc get node ${NODE}\n"
                                     "   oc project {{ namespace }}\n   oc get pods -o go-template='{{range .items}}{{.metadata.name}}{{end}}'\n"
                                     "   ssh your-host\n   ```\n");
    QStringList names;
    for (const Parameter &parameter : document.runbooks[0].parameters)
        names.append(parameter.name);
    EXPECT_EQ(names, strings({"YOUR_PROJECT", "NODE", "namespace", "your-host"}));
}

TEST(ForeignPageTest, proseInFrontOfHeadingsAndPartsWithoutTablesIsKept)
{
    const Document document = parsed("# Page\n\n## Parameters\n\n- `X`: the thing\n\n## Mitigation\n\nRead this first.\n\n### One\n\nDo it.\n");
    const Runbook &runbook = document.runbooks[0];
    EXPECT_TRUE(runbook.notes.contains(u"the thing"));
    EXPECT_TRUE(runbook.steps[0].instructions.contains(u"Read this first."));
}

TEST(ForeignPageTest, commandsThatOpenAPromptOfTheirOwnEndWhenThePersonLeaves)
{
    const Document document = parsed("# Page\n\n**Steps**:\n1. **Go**\n   ```bash\n   ssh web1\n   ssh web1 uptime\n   kubectl exec -it p -- sh\n   psql\n"
                                     "   psql -c 'select 1'\n   oc debug node/x\n   oc edit cm x\n   sudo -i\n   ```\n");
    QList<bool> interactive;
    for (const Command &command : document.runbooks[0].steps[0].commands)
        interactive.append(command.ending == Ending::Interactive);
    EXPECT_EQ(interactive, (QList<bool>{true, false, true, true, false, true, true, true}));
}

TEST(ForeignPageTest, aReferenceDocumentHoldsNoRunbook)
{
    const Document document = parsed("---\nkind: reference\ntitle: Common commands\n---\n# Common commands\n\n## Disks\n\n```bash\n# Space\ndf -h\n```\n");
    EXPECT_TRUE(document.runbooks.isEmpty());
    ASSERT_FALSE(document.references.isEmpty());
    EXPECT_EQ(document.references.last().commands[0].text, QStringLiteral("df -h"));
}

} // namespace
