// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "parsing.h"

#include <gtest/gtest.h>

namespace {

using namespace holdpoint;
using namespace holdpoint::runbooks;
using holdpoint::testing::parsed;
using holdpoint::testing::textsOf;

constexpr const char *example = R"(---
holdpoint: 1
id: db-backup-verify
title: Database Backup Verification
version: 2.0.0
severity: medium
hosts:
  db: {max: 1}
params:
  critical_table: {type: identifier, default: orders, label: Table to count, aliases: [critical-table]}
  min_rows: {type: int, default: 1, min: 0}
  day: {type: date, default: today}
defaults: {host: db, timeout: 60s}
escalation:
  - {after_failures: 3, to: dba-lead, via: [phone]}
contacts:
  dba-lead: {name: DBA team lead, phone: "+33 1 55 55 01 00"}
---
# Database Backup Verification

**Purpose**: Verify that last night's PostgreSQL backup can be restored

**Steps**:
1. **Check the backup**
   ```bash {name=list readonly}
   pg_restore --list /backups/postgresql/<day>/database.dump | head -20
   ```
2. **Restore into a scratch database**
   ```bash {name=restore timeout=30m rollback=drop}
   createdb test_restore
   pg_restore --exit-on-error -d test_restore /backups/postgresql/<day>/database.dump
   ```
   **Rollback**:
   ```bash {name=drop}
   dropdb --if-exists test_restore
   ```

**Verification**:
- The critical table has rows
  ```sql {verify db=test_restore value=">= <min_rows>"}
  SELECT count(*) FROM <critical_table>;
  ```
- The backup size is within the expected range (ask the DBA on duty)
)";

TEST(DialectTest, theExampleOfTheFormatIsReadWholly)
{
    using namespace std::chrono_literals;
    const Document document = parsed(example);
    EXPECT_TRUE(document.diagnostics.isEmpty());
    ASSERT_EQ(document.runbooks.size(), 1);
    const Runbook &runbook = document.runbooks.first();
    EXPECT_EQ(runbook.id, QStringLiteral("db-backup-verify"));
    EXPECT_EQ(runbook.version, QStringLiteral("2.0.0"));
    EXPECT_EQ(runbook.severity, QStringLiteral("medium"));
    EXPECT_EQ(runbook.hostRoles, QStringList{QStringLiteral("db")});
    ASSERT_EQ(runbook.parameters.size(), 3);
    EXPECT_EQ(runbook.parameters[0].label, QStringLiteral("Table to count"));
    EXPECT_EQ(runbook.parameters[0].origin, Origin::Declared);
    EXPECT_EQ(runbook.parameters[0].position.line, 10);
    ASSERT_EQ(runbook.steps.size(), 2);
    const Command &list = runbook.steps[0].commands[0];
    EXPECT_EQ(list.name, QStringLiteral("list"));
    EXPECT_TRUE(list.readOnly);
    EXPECT_EQ(list.host.role, QStringLiteral("db"));
    EXPECT_EQ(list.timeout, 60s);
    const Command &restore = runbook.steps[1].commands[1];
    EXPECT_EQ(restore.timeout, 30min);
    EXPECT_EQ(restore.rollback, QStringLiteral("drop"));
    ASSERT_TRUE(runbook.steps[1].rollback);
    EXPECT_EQ(runbook.steps[1].rollback->commands[0].name, QStringLiteral("drop"));
    ASSERT_EQ(runbook.checks.size(), 2);
    const Check &rows = runbook.checks[0];
    EXPECT_EQ(rows.kind, CheckKind::Automated);
    EXPECT_EQ(rows.text, QStringLiteral("The critical table has rows"));
    EXPECT_EQ(rows.expectation.value, QStringLiteral(">= <min_rows>"));
    EXPECT_EQ(rows.command->language, Language::Sql);
    EXPECT_EQ(rows.command->attributes.value(QStringLiteral("db")), QStringLiteral("test_restore"));
    EXPECT_EQ(rows.id, QStringLiteral("verify.1"));
    EXPECT_EQ(runbook.checks[1].kind, CheckKind::Manual);
    ASSERT_EQ(runbook.escalation.size(), 1);
    EXPECT_EQ(runbook.escalation[0].afterFailures, 3);
    EXPECT_EQ(runbook.escalation[0].origin, Origin::Declared);
    ASSERT_EQ(document.directory.size(), 1);
    EXPECT_EQ(document.directory[0].id, QStringLiteral("dba-lead"));
    EXPECT_EQ(document.directory[0].phone, QStringLiteral("+33 1 55 55 01 00"));
}

TEST(DialectTest, rolesAreKnownInFiveLanguages)
{
    const Document document = parsed(
        "# Neustart\n\n**Zweck**: Dienst neu starten\n\n**Voraussetzungen**:\n- Zugang\n\n**Schritte**:\n1. **Neu "
        "starten**\n\n"
        "**Überprüfung**:\n- Läuft\n\n**Eskalation**: Sofort eskalieren an Bereitschaft bei kritischen Störungen\n");
    const Runbook &runbook = document.runbooks.first();
    EXPECT_EQ(runbook.purpose, QStringLiteral("Dienst neu starten"));
    EXPECT_EQ(runbook.prerequisites.size(), 1);
    EXPECT_EQ(runbook.steps.size(), 1);
    EXPECT_EQ(runbook.checks.size(), 1);
    ASSERT_EQ(runbook.escalation.size(), 1);
    EXPECT_TRUE(runbook.escalation[0].immediately);
    EXPECT_EQ(runbook.escalation[0].severity, QStringLiteral("critical"));
    for (const char *word : {"Étapes", "Pasos", "Passi", "Vorgehen", "Procedure", "Mitigation"}) {
        const QByteArray text = QByteArray("# T\n## ") + word + "\n1. **One**\n2. **Two**\n";
        EXPECT_EQ(parsed(text.constData()).runbooks.first().steps.size(), 2) << word;
    }
}

TEST(DialectTest, aDocumentWithoutAnyLabelHasItsHeadingsAsSteps)
{
    const Document document = parsed("# Disk full\n\nThe disk is full.\n\n## Find it\n\nLook:\n\n```bash\ndf "
                                     "-h\n```\n\n## Clean up\n\n```bash\nrm -rf /tmp/cache\n```\n");
    ASSERT_EQ(document.runbooks.size(), 1);
    const Runbook &runbook = document.runbooks.first();
    EXPECT_EQ(runbook.title, QStringLiteral("Disk full"));
    EXPECT_EQ(runbook.purpose, QStringLiteral("The disk is full."));
    ASSERT_EQ(runbook.steps.size(), 2);
    EXPECT_EQ(runbook.steps[0].title, QStringLiteral("Find it"));
    EXPECT_EQ(runbook.steps[0].instructions, QStringLiteral("Look:"));
    EXPECT_EQ(runbook.steps[1].commands[0].text, QStringLiteral("rm -rf /tmp/cache"));
    EXPECT_EQ(runbook.steps[1].commands[0].dangerousOrigin, Origin::Inferred);
}

TEST(DialectTest, proseAloneIsOneManualStep)
{
    const Document document = parsed("Call the data centre. They know what to do.\n");
    ASSERT_EQ(document.runbooks.size(), 1);
    ASSERT_EQ(document.runbooks[0].steps.size(), 1);
    EXPECT_EQ(document.runbooks[0].steps[0].title, QStringLiteral("Call the data centre"));
    EXPECT_EQ(document.runbooks[0].steps[0].instructions, QStringLiteral("They know what to do."));
}

TEST(DialectTest, fencesThatStandOutsideTheirItemsStillBelongToThem)
{
    const Document document = parsed("# T\n## Steps\n1. First\n```bash\nls\n```\n2. Second\n```bash\npwd\n```\n");
    const QList<Step> &steps = document.runbooks.first().steps;
    ASSERT_EQ(steps.size(), 2);
    EXPECT_EQ(textsOf(steps[0].commands), QStringList{QStringLiteral("ls")});
    EXPECT_EQ(textsOf(steps[1].commands), QStringList{QStringLiteral("pwd")});
}

TEST(DialectTest, promptsAreStrippedAndOutputIsNoCommand)
{
    const Document document = parsed("# T\n## Steps\n1. Look\n   ```console\n   $ ls \\\n   > -l\n   total 0\n   # "
                                     "whoami\n   root\n   ops@web1:~$ cat <<EOF\n   > a\n   > EOF\n   a\n   ```\n");
    EXPECT_EQ(
        textsOf(document.runbooks[0].steps[0].commands),
        (QStringList{QStringLiteral("ls \\\n-l"), QStringLiteral("whoami"), QStringLiteral("cat <<EOF\na\nEOF")}));
    EXPECT_EQ(document.runbooks[0].steps[0].commands[1].position.line, 8);
}

TEST(DialectTest, aBlockWithoutALanguageIsGuessedOrData)
{
    const Document document = parsed("# T\n## Steps\n1. Look\n   ```\n   $ uptime\n   up 3 days\n   ```\n2. Read\n   "
                                     "```\n   Filesystem  Size\n   ```\n3. Set\n   ```yaml\n   a: b\n   ```\n");
    const QList<Step> &steps = document.runbooks[0].steps;
    ASSERT_EQ(steps[0].commands.size(), 1);
    EXPECT_TRUE(steps[0].commands[0].guessed);
    EXPECT_EQ(steps[0].commands[0].text, QStringLiteral("uptime"));
    EXPECT_TRUE(steps[1].commands.isEmpty());
    EXPECT_TRUE(steps[1].instructions.contains(QStringLiteral("Filesystem  Size")));
    EXPECT_TRUE(steps[2].instructions.contains(QStringLiteral("a: b")));
}

TEST(DialectTest, theNearestAttributeWins)
{
    const Document document = parsed("---\ndefaults: {host: a, timeout: 1s}\nrunbooks:\n  \"1\": {defaults: {host: "
                                     "b}}\n---\n# Book\n## 1 One\n### Steps\n1. Go\n"
                                     "   <!-- hp host=c -->\n\n   Text.\n\n   ```bash\n   ls\n   ```\n   <!-- hp "
                                     "host=d -->\n   ```bash\n   pwd\n   ```\n"
                                     "   ```bash {host=e}\n   id\n   ```\n2. Next\n   ```bash\n   df\n   ```\n## 2 "
                                     "Two\n### Steps\n1. Go\n   ```bash\n   ls\n   ```\n");
    ASSERT_EQ(document.runbooks.size(), 2);
    const QList<Step> &steps = document.runbooks[0].steps;
    const auto host = [](const Command &command) { return command.host.role.toStdString(); };
    EXPECT_EQ(host(steps[0].commands[0]), "c");
    EXPECT_EQ(host(steps[0].commands[1]), "d");
    EXPECT_EQ(host(steps[0].commands[2]), "e");
    EXPECT_EQ(host(steps[1].commands[0]), "b");
    EXPECT_EQ(host(document.runbooks[1].steps[0].commands[0]), "a");
}

TEST(DialectTest, attributesAreReadInAllTheirForms)
{
    const Document document =
        parsed("# T\n## Steps\n1. Go\n   ```bash {name=\"a b\" expect=0,3 dangerous=\"cuts users off\" "
               "match='\\d+\\.x' odd}\n   ls\n   ```\n"
               "   ```bash {\"name\": \"json\", \"expect\": \"any\", \"interactive\": true}\n   ls\n   ```\n   ```bash "
               "{background}\n   serve\n   ```\n"
               "   ```bash {mode=script}\n   a\n   b\n   ```\n   ```bash {dangerous=no}\n   rm -rf x\n   ```\n");
    const QList<Command> &commands = document.runbooks[0].steps[0].commands;
    ASSERT_EQ(commands.size(), 5);
    EXPECT_EQ(commands[0].name, QStringLiteral("a b"));
    EXPECT_EQ(commands[0].expect.statuses, (QList<int>{0, 3}));
    EXPECT_EQ(commands[0].dangerous, QStringLiteral("cuts users off"));
    EXPECT_EQ(commands[0].dangerousOrigin, Origin::Declared);
    EXPECT_EQ(commands[0].attributes.value(QStringLiteral("match")), QStringLiteral("\\d+\\.x"));
    EXPECT_EQ(commands[0].attributes.value(QStringLiteral("odd")), QStringLiteral("true"));
    EXPECT_EQ(commands[1].name, QStringLiteral("json"));
    EXPECT_TRUE(commands[1].expect.any);
    EXPECT_EQ(commands[1].ending, Ending::Interactive);
    EXPECT_EQ(commands[2].ending, Ending::Endless);
    EXPECT_EQ(commands[3].text, QStringLiteral("a\nb"));
    EXPECT_TRUE(commands[4].dangerous.isEmpty());
}

TEST(DialectTest, whatMustBeRecordedHoldsForWhatStandsBeforeTheWordToo)
{
    const Document document =
        parsed("# T\n## Steps\n1. One\n   ```bash\n   a\n   ```\n   ```bash {recorded=no}\n   b\n   ```\n"
               "   ```bash {verify}\n   c\n   ```\n   <!-- hp recorded -->\n\n   Then look.\n"
               "2. Two\n   ```bash\n   d\n   ```\n");
    const QList<Step> &steps = document.runbooks.first().steps;
    ASSERT_EQ(steps.size(), 2);
    EXPECT_TRUE(steps[0].mustBeRecorded);
    EXPECT_TRUE(steps[0].commands[0].mustBeRecorded);
    EXPECT_FALSE(steps[0].commands[1].mustBeRecorded);
    ASSERT_TRUE(steps[0].checks[0].command);
    EXPECT_TRUE(steps[0].checks[0].command->mustBeRecorded);
    EXPECT_FALSE(steps[1].mustBeRecorded);
    EXPECT_FALSE(steps[1].commands[0].mustBeRecorded);
}

TEST(DialectTest, whatMustBeRecordedIsSaidAtACommandAStepOrTheRunbook)
{
    const Document document =
        parsed("# T\n## Steps\n1. One\n   ```bash {recorded}\n   a\n   ```\n   ```bash\n   b\n   ```\n"
               "2. Two <!-- hp recorded -->\n   ```bash\n   a\n   ```\n"
               "   ```bash {recorded=no}\n   b\n   ```\n   ```bash {verify}\n   c\n   ```\n");
    const QList<Step> &steps = document.runbooks[0].steps;
    EXPECT_TRUE(steps[0].commands[0].mustBeRecorded);
    EXPECT_FALSE(steps[0].commands[1].mustBeRecorded);
    EXPECT_FALSE(steps[0].mustBeRecorded);
    EXPECT_TRUE(steps[1].mustBeRecorded);
    EXPECT_TRUE(steps[1].commands[0].mustBeRecorded);
    EXPECT_FALSE(steps[1].commands[1].mustBeRecorded);
    EXPECT_TRUE(steps[1].checks[0].command->mustBeRecorded);
    const Document whole =
        parsed("# T\n<!-- hp recorded -->\n\n## Steps\n1. **By hand**\n2. Go\n   ```bash\n   a\n   ```\n");
    EXPECT_TRUE(whole.runbooks[0].steps[0].mustBeRecorded);
    EXPECT_TRUE(whole.runbooks[0].steps[1].commands[0].mustBeRecorded);
}

TEST(DialectTest, checksAreGatesOfTheirSteps)
{
    using namespace std::chrono_literals;
    const Document document = parsed("# T\n## Steps\n1. **Go**\n   ```bash\n   ls\n   ```\n   The port answers:\n   "
                                     "```bash {verify retry=5 every=2s match=open}\n   nc -z x 1\n   ```\n"
                                     "   **Verification**:\n   - Seen by eye\n2. **Next**\n\n## Verification\n- Late\n "
                                     " ```bash {after=1 nomatch=err contains=ok}\n  true\n  ```\n- Last\n\n"
                                     "## Prerequisites\n- Space\n  ```bash\n  df\n  ```\n");
    const Runbook &runbook = document.runbooks[0];
    ASSERT_EQ(runbook.steps[0].commands.size(), 1);
    ASSERT_EQ(runbook.steps[0].checks.size(), 3);
    const Check &port = runbook.steps[0].checks[0];
    EXPECT_EQ(port.text, QStringLiteral("The port answers"));
    EXPECT_EQ(port.attempts, 5);
    EXPECT_EQ(port.interval, 2s);
    EXPECT_EQ(port.expectation.match, QStringLiteral("open"));
    EXPECT_EQ(port.id, QStringLiteral("1.check.1"));
    EXPECT_EQ(runbook.steps[0].checks[1].text, QStringLiteral("Seen by eye"));
    EXPECT_EQ(runbook.steps[0].checks[1].kind, CheckKind::Manual);
    EXPECT_EQ(runbook.steps[0].checks[2].text, QStringLiteral("Late"));
    EXPECT_EQ(runbook.steps[0].checks[2].expectation.noMatch, QStringLiteral("err"));
    ASSERT_EQ(runbook.checks.size(), 1);
    ASSERT_EQ(runbook.prerequisites.size(), 1);
    EXPECT_EQ(runbook.prerequisites[0].kind, CheckKind::Automated);
}

TEST(DialectTest, aParameterTableDeclares)
{
    const Document document =
        parsed("# T\n\n**Parameters**:\n| Name | Type | Default | Description |\n|---|---|---|---|\n| `port` | port | "
               "8080 | Where it listens |\n| mode | choice |  | x |\n\n"
               "## Steps\n1. Go\n   ```bash\n   nc <port> <a|b>\n   ```\n");
    const QList<Parameter> &parameters = document.runbooks[0].parameters;
    ASSERT_EQ(parameters.size(), 3);
    EXPECT_EQ(parameters[0].type, ParameterType::Port);
    EXPECT_EQ(parameters[0].defaultValue, QStringLiteral("8080"));
    EXPECT_EQ(parameters[0].help, QStringLiteral("Where it listens"));
    EXPECT_EQ(parameters[0].origin, Origin::Declared);
    EXPECT_EQ(parameters[2].type, ParameterType::Choice);
    EXPECT_EQ(parameters[2].choices, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
}

TEST(DialectTest, brokenMetadataIsADiagnosticAndNoMore)
{
    const Document document = parsed("---\na: [1\n---\n# T\n## Steps\n1. Go\n");
    ASSERT_EQ(document.diagnostics.size(), 1);
    EXPECT_EQ(document.diagnostics[0].code, QStringLiteral("HP001"));
    EXPECT_EQ(document.runbooks.size(), 1);
    EXPECT_EQ(parsed("---\nparams: {a: {type: wrod}}\nodd: 1\n---\n# T\n").diagnostics.size(), 2);
}

TEST(DialectTest, blocksAreThoseOfCommonMark)
{
    const Document document = parsed("# T\n## Steps\n1. Go\n   > ```bash\n   > ls\n   > ```\n\n   ~~~~bash\n   cat "
                                     "<<'X'\n   ```\n   X\n   ~~~~\n2. Open\n   ```bash\n   pwd\n\n   id\n");
    const QList<Step> &steps = document.runbooks[0].steps;
    EXPECT_EQ(textsOf(steps[0].commands), (QStringList{QStringLiteral("ls"), QStringLiteral("cat <<'X'\n```\nX")}));
    EXPECT_EQ(textsOf(steps[1].commands), (QStringList{QStringLiteral("pwd"), QStringLiteral("id")}));
}

TEST(DialectTest, aLadderBesideCommandsIsWhomToCallAndNotWhatToDo)
{
    const char *ladder =
        "## Escalation steps\n\n1. **Initial contact**: Call the Web Lead\n2. **15 minutes**: Call the boss\n";
    const Document beside = parsed(qPrintable(
        QStringLiteral("# T\n## Look\n```bash\nls\n```\n## Load\n```bash\npwd\n```\n%1").arg(QLatin1String(ladder))));
    ASSERT_EQ(beside.runbooks.size(), 1);
    ASSERT_EQ(beside.runbooks[0].steps.size(), 2);
    EXPECT_EQ(beside.runbooks[0].steps[1].commands.size(), 1);
    EXPECT_EQ(beside.ladder.size(), 2);
    const Document alone = parsed(qPrintable(QStringLiteral("# T\n%1").arg(QLatin1String(ladder))));
    ASSERT_EQ(alone.runbooks.size(), 1);
    EXPECT_EQ(alone.runbooks[0].steps.size(), 2);
}

TEST(DialectTest, everyWordOfTheProseIsKept)
{
    const Document document =
        parsed("# T\n## Steps\n1. Restart <service-name> and <b>wait</b>. <!-- a note -->\n   Then `go` on.\n");
    const Step &step = document.runbooks[0].steps[0];
    EXPECT_EQ(step.title, QStringLiteral("Restart <service-name> and <b>wait</b>"));
    EXPECT_TRUE(step.instructions.contains(QStringLiteral("Then `go` on.")));
}

} // namespace
