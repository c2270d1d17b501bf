// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// The operations document the project started from, with every count taken from the document by hand.

#include "parsing.h"

#include <gtest/gtest.h>

namespace {

using namespace holdpoint;
using namespace holdpoint::runbooks;
using holdpoint::testing::textsOf;

const Document &seed()
{
    static const Document document = [] {
        auto loaded =
            loadDocument(QStringLiteral(HOLDPOINT_SOURCE_DIR "/tests/fixtures/runbooks/operations-runbooks.md"));
        if (!loaded)
            qFatal("the seed document does not load");
        return *std::move(loaded);
    }();
    return document;
}

const Runbook &runbook(const char *id)
{
    const Runbook *found = seed().find(QString::fromLatin1(id));
    if (!found)
        qFatal("no runbook %s", id);
    return *found;
}

struct Counts
{
    const char *id;
    const char *title;
    int line;
    QList<int> commands; ///< of each step
    int prerequisites;
    int checks;
    int rollbacks;
    int escalations;
    int parameters;
};

const QList<Counts> &counts()
{
    static const QList<Counts> all{
        {"1.1", "Virtual Machine Deployment", 30, {2, 1, 2}, 3, 3, 1, 1, 8},
        {"1.2", "Kubernetes Cluster Scaling", 85, {3, 2, 2}, 2, 3, 1, 0, 4},
        {"2.1", "Security Incident Response", 136, {2, 3, 2}, 3, 3, 0, 1, 9},
        {"2.2", "Certificate Renewal", 184, {2, 2, 4}, 2, 3, 0, 0, 4},
        {"3.1", "Database Backup Verification", 232, {4, 3, 1}, 2, 3, 0, 0, 1},
        {"3.2", "Database Performance Tuning", 275, {2, 4}, 2, 3, 0, 0, 1},
        {"4.1", "Network Connectivity Troubleshooting", 318, {6, 4, 4}, 2, 3, 0, 0, 3},
        {"4.2", "Load Balancer Configuration", 373, {2, 3, 2}, 2, 3, 0, 0, 3},
        {"5.1", "Alert Investigation and Resolution", 421, {4, 4, 3}, 2, 3, 0, 0, 7},
        {"6.1", "System Backup Procedures", 478, {3, 3, 2}, 2, 3, 0, 0, 0},
        {"6.2", "Disaster Recovery Procedures", 526, {3, 3, 3}, 2, 3, 0, 0, 9},
        {"7.1", "Emergency Shutdown Procedures", 585, {4, 3}, 2, 3, 0, 0, 2},
        {"7.2", "Emergency Contact Procedures", 624, {0, 0, 0, 0, 0}, 0, 0, 0, 0, 0},
    };
    return all;
}

TEST(SeedDocumentTest, holdsThirteenRunbooksInOrder)
{
    ASSERT_EQ(seed().runbooks.size(), counts().size());
    for (qsizetype i = 0; i < counts().size(); ++i) {
        EXPECT_EQ(seed().runbooks[i].id, QLatin1String(counts()[i].id));
        EXPECT_EQ(seed().runbooks[i].title, QLatin1String(counts()[i].title));
        EXPECT_EQ(seed().runbooks[i].position, (Position{counts()[i].line, 1}));
    }
    EXPECT_TRUE(seed().diagnostics.isEmpty());
}

TEST(SeedDocumentTest, everyPartOfEveryRunbookIsThere)
{
    for (const Counts &expected : counts()) {
        SCOPED_TRACE(expected.id);
        const Runbook &book = runbook(expected.id);
        EXPECT_FALSE(book.purpose.isEmpty());
        EXPECT_FALSE(book.purpose.contains(u'\n')) << book.purpose.toStdString();
        EXPECT_EQ(book.prerequisites.size(), expected.prerequisites);
        EXPECT_EQ(book.checks.size(), expected.checks);
        EXPECT_EQ(book.rollback ? book.rollback->commands.size() : 0, expected.rollbacks);
        EXPECT_EQ(book.escalation.size(), expected.escalations);
        EXPECT_EQ(book.parameters.size(), expected.parameters);
        ASSERT_EQ(book.steps.size(), expected.commands.size());
        for (qsizetype i = 0; i < book.steps.size(); ++i)
            EXPECT_EQ(book.steps[i].commands.size(), expected.commands[i]) << "step " << i + 1;
    }
}

TEST(SeedDocumentTest, everyPositionPointsAtItsText)
{
    const QStringList lines = QString::fromUtf8(seed().source).split(u'\n');
    for (const Runbook &book : seed().runbooks) {
        for (const Step &step : book.steps) {
            EXPECT_TRUE(lines[step.position.line - 1].contains(step.title)) << step.title.toStdString();
            for (const Command &command : step.commands) {
                const QString first = command.text.section(u'\n', 0, 0);
                EXPECT_TRUE(lines[command.position.line - 1].mid(command.position.column - 1).startsWith(first))
                    << command.text.toStdString();
            }
        }
        for (const Check &check : book.checks)
            EXPECT_TRUE(lines[check.position.line - 1].contains(check.text)) << check.text.toStdString();
    }
}

TEST(SeedDocumentTest, aCommandKeepsItsContinuationLinesAndItsCommentIsItsCaption)
{
    const Command &command = runbook("1.1").steps[1].commands.first();
    EXPECT_EQ(command.caption, QStringLiteral("Deploy VM with EU-compliant settings"));
    EXPECT_EQ(
        command.text,
        QStringLiteral("openstack server create \\\n  --flavor <flavor-name> \\\n  --image <eu-approved-image> \\\n"
                       "  --network <eu-network> \\\n  --security-group <security-group> \\\n"
                       "  --availability-zone <eu-zone> \\\n  --key-name <ssh-key> \\\n  <vm-name>"));
    EXPECT_EQ(command.placeholders.size(), 7);
    EXPECT_EQ(command.id, QStringLiteral("2.1"));
}

TEST(SeedDocumentTest, aHereDocumentIsOneCommandWithItsDelimiterAtTheLineStart)
{
    EXPECT_EQ(runbook("6.2").steps[1].commands.last().text,
              QStringLiteral("nsupdate -k /etc/bind/keys/update.key <<EOF\nserver <dns-server>\n"
                             "update delete <service-name>.eu-cloud.local A\n"
                             "update add <service-name>.eu-cloud.local 300 A <dr-site-ip>\nsend\nEOF"));
}

TEST(SeedDocumentTest, aCommentThatCaptionsNothingIsKeptInTheInstructions)
{
    const Step &step = runbook("5.1").steps.first();
    EXPECT_EQ(step.instructions, QStringLiteral("Review Grafana dashboards\nAccess: https://grafana.eu-cloud.local"));
    EXPECT_EQ(step.commands[1].text, QStringLiteral("top"));
    EXPECT_EQ(step.commands[1].caption, QStringLiteral("Check system resources"));
}

TEST(SeedDocumentTest, sqlBlocksAreCutIntoStatements)
{
    const QList<Step> &steps = runbook("3.2").steps;
    EXPECT_EQ(textsOf(steps[1].commands),
              (QStringList{QStringLiteral("ANALYZE;"), QStringLiteral("REINDEX INDEX CONCURRENTLY <index_name>;"),
                           QStringLiteral("ALTER SYSTEM SET shared_buffers = '256MB';"),
                           QStringLiteral("SELECT pg_reload_conf();")}));
    EXPECT_EQ(steps[0].commands[0].caption, QStringLiteral("PostgreSQL slow query analysis"));
    EXPECT_EQ(steps[0].commands[0].language, Language::Sql);
}

TEST(SeedDocumentTest, bracesOfFindAndCommandSubstitutionsAreNoPlaceholders)
{
    EXPECT_TRUE(runbook("2.2").steps[0].commands[1].placeholders.isEmpty());
    EXPECT_TRUE(runbook("6.1").parameters.isEmpty());
}

TEST(SeedDocumentTest, typesAreInferredFromNames)
{
    const auto typeOf = [](const char *id, const char *name) {
        for (const Parameter &parameter : runbook(id).parameters) {
            if (parameter.name == QLatin1String(name)) {
                EXPECT_EQ(parameter.origin, Origin::Inferred);
                return parameterTypeName(parameter.type);
            }
        }
        return QString();
    };
    EXPECT_EQ(typeOf("4.1", "target-ip"), QStringLiteral("ip"));
    EXPECT_EQ(typeOf("4.1", "hostname"), QStringLiteral("host"));
    EXPECT_EQ(typeOf("1.2", "new-count"), QStringLiteral("int"));
    EXPECT_EQ(typeOf("2.1", "token"), QStringLiteral("secret"));
    EXPECT_EQ(typeOf("3.2", "index_name"), QStringLiteral("identifier"));
    EXPECT_EQ(typeOf("1.1", "ssh-key"), QStringLiteral("word"));
}

TEST(SeedDocumentTest, endingsAndDangersAreInferred)
{
    EXPECT_EQ(runbook("4.2").steps[1].commands[0].ending, Ending::Interactive);
    EXPECT_EQ(runbook("5.1").steps[0].commands[1].ending, Ending::Interactive);
    EXPECT_EQ(runbook("5.1").steps[1].commands[0].ending, Ending::Endless);
    EXPECT_EQ(runbook("5.1").steps[1].commands[1].ending, Ending::Endless);
    EXPECT_EQ(runbook("2.1").steps[2].commands[1].ending, Ending::Endless);
    EXPECT_EQ(runbook("4.1").steps[1].commands[2].ending, Ending::ByItself);
    EXPECT_EQ(runbook("4.1").steps[0].commands[2].ending, Ending::ByItself);
    EXPECT_EQ(runbook("6.2").steps[0].commands[0].ending, Ending::Endless);
    const Command &shutdown = runbook("7.1").steps[1].commands[2];
    EXPECT_TRUE(shutdown.expect.disconnect);
    EXPECT_FALSE(shutdown.dangerous.isEmpty());
    EXPECT_EQ(shutdown.dangerousOrigin, Origin::Inferred);
    EXPECT_FALSE(runbook("2.1").steps[1].commands[0].dangerous.isEmpty()) << "iptables DROP";
    EXPECT_FALSE(runbook("2.1").steps[2].commands[0].dangerous.isEmpty()) << "dd of=";
    EXPECT_FALSE(runbook("5.1").steps[2].commands[1].dangerous.isEmpty()) << "find -delete";
    EXPECT_FALSE(runbook("1.1").rollback->commands[0].dangerous.isEmpty()) << "server delete";
    EXPECT_TRUE(runbook("4.1").steps[1].commands[3].dangerous.isEmpty()) << "iptables -L";
}

TEST(SeedDocumentTest, escalationSentencesAreRead)
{
    const EscalationRule &deployment = runbook("1.1").escalation.first();
    EXPECT_EQ(deployment.afterFailures, 3);
    EXPECT_EQ(deployment.contact, QStringLiteral("Infrastructure Team Lead"));
    EXPECT_FALSE(deployment.immediately);
    EXPECT_EQ(deployment.origin, Origin::Inferred);
    const EscalationRule &incident = runbook("2.1").escalation.first();
    EXPECT_TRUE(incident.immediately);
    EXPECT_EQ(incident.severity, QStringLiteral("critical"));
    EXPECT_EQ(incident.contact, QStringLiteral("CISO"));
}

TEST(SeedDocumentTest, theContactMatrixHasFourRows)
{
    ASSERT_EQ(seed().matrix.size(), 4);
    const Contact &first = seed().matrix.first();
    EXPECT_EQ(first.name, QStringLiteral("On-call Engineer"));
    EXPECT_EQ(first.severity, QStringLiteral("Critical"));
    EXPECT_EQ(first.responseTime, QStringLiteral("15 minutes"));
    EXPECT_EQ(first.method, QStringLiteral("Phone + SMS"));
    EXPECT_EQ(first.position.line, 631);
}

TEST(SeedDocumentTest, theLadderHasFiveRungsWithTheirTimesAndContacts)
{
    using namespace std::chrono_literals;
    ASSERT_EQ(seed().ladder.size(), 5);
    const QList<std::chrono::milliseconds> delays{0min, 15min, 30min, 1h, 2h};
    for (qsizetype i = 0; i < delays.size(); ++i)
        EXPECT_EQ(seed().ladder[i].delay, delays[i]);
    EXPECT_EQ(seed().ladder[0].label, QStringLiteral("Initial Contact"));
    EXPECT_EQ(seed().ladder[1].contact, QStringLiteral("On-call Engineer"));
    EXPECT_EQ(seed().ladder[2].contact, QStringLiteral("Team Lead"));
    EXPECT_EQ(runbook("7.2").steps[1].title, QStringLiteral("15 minutes"));
    EXPECT_EQ(runbook("7.2").steps[1].instructions, QStringLiteral("Manual call to on-call engineer"));
}

TEST(SeedDocumentTest, channelsAndDirectoryAreRead)
{
    ASSERT_EQ(seed().channels.size(), 4);
    EXPECT_EQ(seed().channels[3].label, QStringLiteral("Status Updates"));
    EXPECT_EQ(seed().channels[3].text, QStringLiteral("Slack #incidents channel"));
    ASSERT_EQ(seed().directory.size(), 5);
    EXPECT_EQ(seed().directory[0].name, QStringLiteral("24/7 Operations Center"));
    EXPECT_TRUE(seed().directory[0].placeholder);
    EXPECT_TRUE(seed().directory[1].placeholder);
    EXPECT_FALSE(seed().directory[2].placeholder);
    EXPECT_EQ(seed().directory[2].email, QStringLiteral("infrastructure@eu-cloud.local"));
}

TEST(SeedDocumentTest, referencesHoldTheCommonCommandsAndTheRelatedDocuments)
{
    const auto reference = [](const char *title) {
        for (const ReferenceSection &section : seed().references) {
            if (section.title == QLatin1String(title))
                return section;
        }
        return ReferenceSection{};
    };
    const ReferenceSection commands = reference("A. Common Commands Reference");
    ASSERT_EQ(commands.commands.size(), 19);
    EXPECT_EQ(commands.commands[1].text, QStringLiteral("lscpu"));
    EXPECT_EQ(commands.commands[1].caption, QStringLiteral("CPU information"));
    EXPECT_EQ(commands.commands[8].text, QStringLiteral("kill -9 <pid>"));
    EXPECT_EQ(commands.commands[8].placeholders, QStringList{QStringLiteral("pid")});
    const ReferenceSection documents = reference("C. Related Documentation");
    ASSERT_EQ(documents.links.size(), 4);
    EXPECT_EQ(documents.links[0], QStringLiteral("Incident Response Plan -> ../security/INCIDENT_RESPONSE.md"));
    EXPECT_TRUE(documents.markdown.contains(QStringLiteral("Next Review: February 2026")));
}

} // namespace
