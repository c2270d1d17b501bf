// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "parsing.h"

#include <runbooks/lint/codes.h>
#include <runbooks/lint/linter.h>
#include <runbooks/lint/sarif.h>

#include <gtest/gtest.h>

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>

namespace {

using namespace holdpoint;
using namespace holdpoint::runbooks;
using holdpoint::testing::parsed;

const QDate today(2026, 11, 25);

/// "HP020:12" for each finding of these levels.
QStringList found(const Document &document,
                  QList<Diagnostic::Level> levels = {Diagnostic::Level::Error, Diagnostic::Level::Warning})
{
    QStringList list;
    for (const Diagnostic &diagnostic : lint::lint(document, today)) {
        if (levels.contains(diagnostic.level))
            list.append(QStringLiteral("%1:%2").arg(diagnostic.code).arg(diagnostic.position.line));
    }
    return list;
}

/// The codes for one shell block in a runbook that is fine otherwise. The block's code starts at line 12.
QStringList codesFor(const QString &code, const QString &info = QStringLiteral("bash"))
{
    const QString source =
        QStringLiteral("---\nreview_by: 2027-01-01\ncontacts: {ann: {name: Ann, phone: \"+33 1 99 00 00 01\"}}\n---\n"
                       "# Book\n\n**Purpose**: One thing\n\n**Steps**:\n1. **Do**\n   ```%1\n   %2\n   ```\n\n"
                       "**Verification**:\n- It is done\n\n**Rollback**: Undo it by hand\n\n"
                       "**Escalation**: Call **Ann** after 3 failures\n")
            .arg(info, QString(code).replace(u'\n', QStringLiteral("\n   ")));
    const auto document = parseDocument(source.toUtf8(), QStringLiteral("book.md"));
    if (!document)
        return {document.error().detail};
    QStringList codes;
    for (const Diagnostic &diagnostic : lint::lint(*document, today))
        codes.append(diagnostic.code);
    return codes;
}

TEST(LintTest, aRunbookThatIsFineHasNoFindings)
{
    EXPECT_EQ(codesFor(QStringLiteral("df -h /backup")), QStringList());
    EXPECT_EQ(codesFor(QStringLiteral("tail -n 20 /var/log/syslog | grep -c error")), QStringList());
    EXPECT_EQ(codesFor(QStringLiteral("curl --fail --silent http://localhost/health")), QStringList());
}

TEST(LintTest, commandsThatNeverEndAreNamedAndBoundedOnesAreNot)
{
    for (const char *endless : {"tail -f /var/log/x", "journalctl -fu nginx", "ping 192.0.2.1",
                                "tcpdump -i eth0 -w x.pcap", "openssl s_client -connect localhost:443"})
        EXPECT_TRUE(codesFor(QString::fromLatin1(endless)).contains(QStringLiteral("HP020"))) << endless;
    for (const char *bounded : {"ping -c 3 192.0.2.1", "timeout 30 tcpdump -i eth0", "tail -n 5 x",
                                "openssl s_client -connect localhost:443 </dev/null"})
        EXPECT_FALSE(codesFor(QString::fromLatin1(bounded)).contains(QStringLiteral("HP020"))) << bounded;
    EXPECT_FALSE(
        codesFor(QStringLiteral("tail -f x"), QStringLiteral("bash {until=30s}")).contains(QStringLiteral("HP020")));
}

TEST(LintTest, destructiveCommandsNeedAWordThatTheAuthorKnows)
{
    EXPECT_TRUE(codesFor(QStringLiteral("rm -rf /srv/cache")).contains(QStringLiteral("HP022")));
    EXPECT_FALSE(
        codesFor(QStringLiteral("rm -rf /srv/cache"), QStringLiteral("bash {dangerous=\"the cache is rebuilt\"}"))
            .contains(QStringLiteral("HP022")));
}

TEST(LintTest, optionsAndFactsThatAreNoneAreFound)
{
    EXPECT_TRUE(codesFor(QStringLiteral("psql -f dump.sql --dry-run")).contains(QStringLiteral("HP024")));
    EXPECT_FALSE(codesFor(QStringLiteral("rsync -a --dry-run a/ b/")).contains(QStringLiteral("HP024")));
    EXPECT_TRUE(codesFor(QStringLiteral("SELECT query, mean_time FROM pg_stat_statements;"), QStringLiteral("sql"))
                    .contains(QStringLiteral("HP025")));
    EXPECT_FALSE(
        codesFor(QStringLiteral("SELECT query, mean_exec_time FROM pg_stat_statements;"), QStringLiteral("sql"))
            .contains(QStringLiteral("HP025")));
    EXPECT_TRUE(codesFor(QStringLiteral("ps aux | grep nginx")).contains(QStringLiteral("HP026")));
    EXPECT_TRUE(
        codesFor(QStringLiteral("find . -name '*.crt' -exec openssl x509 -checkend 86400 -noout -in {} \\; -print"))
            .contains(QStringLiteral("HP026")));
    EXPECT_FALSE(
        codesFor(QStringLiteral("find . -name '*.crt' ! -exec openssl x509 -checkend 86400 -noout -in {} \\; -print"))
            .contains(QStringLiteral("HP026")));
    EXPECT_TRUE(codesFor(QStringLiteral("ALTER SYSTEM SET shared_buffers = '1GB';\nSELECT pg_reload_conf();"),
                         QStringLiteral("sql"))
                    .contains(QStringLiteral("HP026")));
}

TEST(LintTest, secretsInCommandsAreErrors)
{
    for (const char *leak :
         {"curl --fail -H 'Authorization: Bearer abcdef123456' https://x.example/", "PGPASSWORD=hunter22 pg_dump x",
          "export K=AKIAIOSFODNN7EXAMPLE", "git clone https://joe:s3cr3tpw@git.example/x"})
        EXPECT_TRUE(codesFor(QString::fromLatin1(leak)).contains(QStringLiteral("HP018"))) << leak;
    for (const char *fine :
         {"curl --fail -H \"Authorization: Bearer $TOKEN\" https://x.example/", "PGPASSWORD=$(cat /run/pw) pg_dump x"})
        EXPECT_FALSE(codesFor(QString::fromLatin1(fine)).contains(QStringLiteral("HP018"))) << fine;
    EXPECT_TRUE(codesFor(QStringLiteral("login <token>")).contains(QStringLiteral("HP017")));
}

TEST(LintTest, placeholdersThatLookLikeOneAreNamed)
{
    EXPECT_TRUE(codesFor(QStringLiteral("dig <domain>\ndig <domain-name>")).contains(QStringLiteral("HP014")));
    EXPECT_TRUE(codesFor(QStringLiteral("systemctl status <service>\nsystemctl status <servce>"))
                    .contains(QStringLiteral("HP014")));
    EXPECT_FALSE(codesFor(QStringLiteral("dig <host1>\ndig <host2>")).contains(QStringLiteral("HP014")));
    EXPECT_TRUE(codesFor(QStringLiteral("<program> --version")).contains(QStringLiteral("HP015")));
}

TEST(LintTest, charactersThatLieAreFound)
{
    EXPECT_TRUE(codesFor(QStringLiteral("echo \u201Chello\u201D")).contains(QStringLiteral("HP062")));
    EXPECT_FALSE(codesFor(QStringLiteral("echo 'it\u2019s fine'")).contains(QStringLiteral("HP062")));
    EXPECT_TRUE(codesFor(QStringLiteral("ls \u2013l")).contains(QStringLiteral("HP062")));
    EXPECT_TRUE(codesFor(QStringLiteral("ls \u200B-l")).contains(QStringLiteral("HP060")));
    EXPECT_TRUE(codesFor(QStringLiteral("ls \\ \n-l")).contains(QStringLiteral("HP064")));
    EXPECT_TRUE(codesFor(QStringLiteral("kubectl get pods [--namespace <ns>]")).contains(QStringLiteral("HP065")));
}

TEST(LintTest, whatAShellWouldWaitForIsAnError)
{
    for (const char *open : {"echo \"half", "for i in 1 2; do echo $i", "cat <<EOF\nnever closed", "(cd /tmp && ls"})
        EXPECT_TRUE(codesFor(QString::fromLatin1(open)).contains(QStringLiteral("HP070"))) << open;
    EXPECT_FALSE(codesFor(QStringLiteral("for i in 1 2\ndo\n  echo $i\ndone")).contains(QStringLiteral("HP070")));
}

TEST(LintTest, attributesAreReadLikeACompilerWould)
{
    EXPECT_TRUE(codesFor(QStringLiteral("true"), QStringLiteral("bash {timout=3s}")).contains(QStringLiteral("HP005")));
    EXPECT_TRUE(codesFor(QStringLiteral("true"), QStringLiteral("bash {sudo}")).contains(QStringLiteral("HP006")));
    EXPECT_TRUE(
        codesFor(QStringLiteral("true"), QStringLiteral("bash {timeout=soon}")).contains(QStringLiteral("HP007")));
    EXPECT_TRUE(
        codesFor(QStringLiteral("true"), QStringLiteral("bash {recorded=maybe}")).contains(QStringLiteral("HP007")));
    EXPECT_TRUE(
        codesFor(QStringLiteral("true"), QStringLiteral("bash {rollback=nothing}")).contains(QStringLiteral("HP036")));
    EXPECT_EQ(codesFor(QStringLiteral("true"), QStringLiteral("bash {name=go timeout=3s recorded tag=x category=y}")),
              QStringList());
}

TEST(LintTest, aProcedureIsAskedForItsWayBackItsVerificationAndItsHelp)
{
    const Document bare = parsed("# Bare\n\n**Steps**:\n1. **Go**\n   ```bash\n   systemctl restart nginx\n   ```\n");
    const QStringList codes = found(bare);
    for (const char *code : {"HP023:6", "HP030:1", "HP031:1", "HP033:6"})
        EXPECT_TRUE(codes.contains(QString::fromLatin1(code))) << code << " in " << codes.join(u' ').toStdString();
    const Document irreversible =
        parsed("# Bare\n\n**Steps**:\n1. **Go**\n   ```bash {reversible=no}\n   systemctl restart nginx\n   ```\n");
    EXPECT_FALSE(found(irreversible).contains(QStringLiteral("HP023:6")));
}

TEST(LintTest, aCheckThatCannotFailIsNone)
{
    const Document document =
        parsed("# Book\n\n**Steps**:\n1. Go\n\n**Verification**:\n- It answers\n  ```bash\n  curl -f x || true\n  ```\n"
               "- It says so\n  ```bash {match=ok expect=any}\n  curl -f x\n  ```\n");
    EXPECT_TRUE(found(document).contains(QStringLiteral("HP034:7")));
    EXPECT_FALSE(found(document).contains(QStringLiteral("HP034:11")));
}

TEST(LintTest, aCheckOfSeveralCommandsIsJudgedByItsLastOneOnly)
{
    const auto lint = [](const char *check) {
        return found(parsed(qPrintable(
                         QStringLiteral(
                             "# Book\n\n**Steps**:\n1. Go\n\n**Verification**:\n- It works\n  ```bash%1\n  ```\n")
                             .arg(QString::fromUtf8(check)))))
            .contains(QStringLiteral("HP035:7"));
    };
    EXPECT_TRUE(lint("\n  systemctl is-active a\n  systemctl is-active b"));
    EXPECT_FALSE(lint("\n  systemctl is-active a && systemctl is-active b"));
    EXPECT_FALSE(lint("\n  systemctl is-active a &&\n    systemctl is-active b"));
    EXPECT_FALSE(lint("\n  set -e\n  systemctl is-active a\n  systemctl is-active b"));
    EXPECT_FALSE(lint("\n  unit=a\n  systemctl is-active \"$unit\""));
    EXPECT_FALSE(lint(" {contains=active}\n  systemctl status a\n  systemctl status b"));
}

TEST(LintTest, nothingOfADocumentWithAnOpenFenceRuns)
{
    const Document document = parsed("# Book\n\n**Steps**:\n1. Go\n\n```bash\nls\n\n2. Then remove it all\n");
    EXPECT_EQ(found(document).filter(QStringLiteral("HP063")), QStringList{QStringLiteral("HP063:6")});
    EXPECT_FALSE(requireReadable(document));
    EXPECT_TRUE(requireReadable(parsed("# Book\n\n**Steps**:\n1. Go\n\n```bash\nls\n```\n")));
}

TEST(LintTest, datesThatHavePassedAreNamed)
{
    EXPECT_TRUE(found(parsed("---\nreview_by: 2026-11-01\n---\n# B\n\n**Steps**:\n1. Go\n"))
                    .contains(QStringLiteral("HP050:4")));
    EXPECT_FALSE(found(parsed("---\nreview_by: 2026-12-01\n---\n# B\n\n**Steps**:\n1. Go\n"))
                     .contains(QStringLiteral("HP050:4")));
    EXPECT_TRUE(found(parsed("---\nlast_reviewed_on: 2026-01-01\nreview_in: 90d\n---\n# B\n\n**Steps**:\n1. Go\n"))
                    .contains(QStringLiteral("HP050:5")));
    EXPECT_TRUE(
        found(parsed("# B\n\n**Steps**:\n1. Go\n\n*Last Updated: March 2025*\n")).contains(QStringLiteral("HP050:6")));
    EXPECT_FALSE(
        found(parsed("# B\n\n**Steps**:\n1. Go\n\n*Last Updated: March 2026*\n")).contains(QStringLiteral("HP050:6")));
}

TEST(LintTest, contactsOfADocumentBesideItCount)
{
    const Document document = parsed("# B\n\n**Steps**:\n1. Go\n\n**Escalation**: Call **Ann** after 2 failures\n");
    EXPECT_TRUE(found(document).contains(QStringLiteral("HP041:6")));
    const QList<Diagnostic> with =
        lint::lint(document, today, {{.id = QStringLiteral("ann"), .name = QStringLiteral("Ann")}});
    EXPECT_TRUE(
        std::none_of(with.begin(), with.end(), [](const Diagnostic &d) { return d.code == QStringLiteral("HP041"); }));
}

TEST(LintTest, theSeedLightsUpWithItsRealDefects)
{
    const auto seed =
        loadDocument(QStringLiteral(HOLDPOINT_SOURCE_DIR "/tests/fixtures/runbooks/operations-runbooks.md"));
    ASSERT_TRUE(seed);
    const QStringList findings = found(*seed);
    for (const char *expected : {"HP017:150", // a bearer token as a placeholder
                                 "HP022:159", "HP020:174", "HP041:182",
                                 "HP026:199", // lists the certificates that do not expire
                                 "HP014:215", // <domain> and <domain-name>
                                 "HP022:267", "HP025:287", "HP026:305", "HP022:364", "HP021:394",
                                 "HP028:108", // two ways to scale, one after the other
                                 "HP028:409", // takes the server out right after putting it in
                                 "HP020:447", "HP020:450", "HP026:454", "HP022:463", "HP024:518", "HP020:538",
                                 "HP014:570", "HP022:597", "HP022:616", "HP040:686", "HP040:687"})
        EXPECT_TRUE(findings.contains(QString::fromLatin1(expected))) << expected;
    // Every runbook but 1.1 and 2.1 has no escalation; all but 1.1 and 1.2 change something without a way back, 7.2 has no command.
    EXPECT_EQ(findings.filter(QRegularExpression(QStringLiteral("^HP031:"))).size(), 10);
    // Nothing that is fine is called wrong: a bounded ping and tcpdump, a dry look at quotas, the contact that has a mail address.
    for (const char *fine : {"HP020:334", "HP020:349", "HP042:640", "HP021:439:"})
        EXPECT_FALSE(findings.contains(QString::fromLatin1(fine))) << fine;
    EXPECT_TRUE(findings.filter(QRegularExpression(QStringLiteral("^(?:HP00|HP06|HP070|HP015)"))).isEmpty());
}

TEST(LintTest, everyCodeIsDocumentedAndEveryDocumentedCodeExists)
{
    QFile format(QStringLiteral(HOLDPOINT_SOURCE_DIR "/runbooks/FORMAT.md"));
    ASSERT_TRUE(format.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(format.readAll());
    static const QRegularExpression row(QStringLiteral("^\\| (HP\\d{3}) \\| (error|warning|note) \\|"),
                                        QRegularExpression::MultilineOption);
    QMap<QString, QString> documented;
    QRegularExpressionMatchIterator rows = row.globalMatch(text);
    while (rows.hasNext()) {
        const QRegularExpressionMatch match = rows.next();
        documented.insert(match.captured(1), match.captured(2));
    }
    QMap<QString, QString> known;
    for (const lint::Code &code : lint::codes())
        known.insert(QLatin1String(code.id), lint::levelName(code.level));
    EXPECT_EQ(documented, known);
}

TEST(LintTest, sarifNamesRuleLevelAndPlace)
{
    const QList<lint::FileFindings> files{{QStringLiteral("a b.md"),
                                           {{Diagnostic::Level::Error,
                                             QStringLiteral("HP024"),
                                             QStringLiteral("psql has no option --dry-run"),
                                             QStringLiteral("Do x"),
                                             {7, 3}}}}};
    const QJsonObject root = lint::sarif(files, QStringLiteral("1.2.3"));
    EXPECT_EQ(root[QLatin1String("version")], QStringLiteral("2.1.0"));
    const QJsonObject run = root[QLatin1String("runs")].toArray()[0].toObject();
    const QJsonObject result = run[QLatin1String("results")].toArray()[0].toObject();
    EXPECT_EQ(result[QLatin1String("ruleId")], QStringLiteral("HP024"));
    EXPECT_EQ(result[QLatin1String("level")], QStringLiteral("error"));
    const QJsonObject place =
        result[QLatin1String("locations")].toArray()[0][QLatin1String("physicalLocation")].toObject();
    EXPECT_EQ(place[QLatin1String("artifactLocation")][QLatin1String("uri")], QStringLiteral("a%20b.md"));
    EXPECT_EQ(place[QLatin1String("region")][QLatin1String("startLine")], 7);
    EXPECT_EQ(run[QLatin1String("tool")][QLatin1String("driver")][QLatin1String("rules")].toArray().size(),
              qsizetype(lint::codes().size()));
}

TEST(LintTest, frontMatterThatIsNeverClosedIsAnErrorAndALineAcrossThePageIsNone)
{
    const auto open = parseDocument("---\nversion: 2\n# Book\n## Steps\n1. Go\n", QStringLiteral("x.md"));
    ASSERT_TRUE(open);
    EXPECT_EQ(open->diagnostics.first().code, QStringLiteral("HP001"));
    const auto line = parseDocument("---\n# Book\n## Steps\n1. Go\n", QStringLiteral("x.md"));
    ASSERT_TRUE(line);
    EXPECT_TRUE(line->diagnostics.isEmpty());
}

TEST(LintTest, limitsThatMakeNoSenseAreNamed)
{
    const auto document =
        parseDocument("---\nparams:\n  size: {type: int, min: 5, max: 2}\n  name: {type: word, pattern: \"[\"}\n"
                      "  day: {type: date, min: 1}\n  port: {type: port, min: 1024}\n---\n# T\n**Steps**:\n"
                      "1. Go\n   ```bash\n   echo <size> <name> <day> <port>\n   ```\n",
                      QStringLiteral("x.md"));
    ASSERT_TRUE(document);
    EXPECT_EQ(found(*document, {Diagnostic::Level::Error}),
              (QStringList{QStringLiteral("HP011:3"), QStringLiteral("HP011:4"), QStringLiteral("HP011:5")}));
}

} // namespace
