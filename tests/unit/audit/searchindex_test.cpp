// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/unit/audit/historyfixture.h>

#include <models/ledger/ledgercopy.h>

#include <QFileInfo>
#include <QLockFile>

#include <future>

using namespace holdpoint;
using audit::Hit;
using audit::Kind;
using audit::SearchIndex;
using holdpoint::testing::Body;

namespace {

class SearchIndexTest : public holdpoint::testing::HistoryFixture
{
protected:
    void writeBackup()
    {
        begin(run('a'));
        append(run('a'), "step-passed", {{"stage", "1"}});
        send(run('a'), "tar -czf /backup/etc.tar.gz /etc");
        show(run('a'), QStringLiteral("tar: Removing leading `/' from member names\r\n"), 12.5);
        finish(run('a'));
    }
};

TEST_F(SearchIndexTest, aHitKnowsRunRunbookStepCommandHostTimeEntryAndSecond)
{
    begin(run('a'));
    const quint64 sent = send(run('a'), "tar -czf /backup/etc.tar.gz /etc");
    const quint64 shown = show(run('a'), QStringLiteral("tar: Removing leading `/' from member names\r\n"), 12.5);
    const auto opened = index();
    update(*opened);
    const QList<Hit> hits = find(*opened, "tar");
    ASSERT_EQ(hits.size(), 2);
    const Hit &output = hits.first();
    EXPECT_EQ(output.place.kind, Kind::Output);
    EXPECT_EQ(output.place.run, run('a'));
    EXPECT_EQ(output.runbook, QStringLiteral("6.1"));
    EXPECT_EQ(output.title, QStringLiteral("System backup"));
    EXPECT_EQ(output.place.stage, QStringLiteral("2"));
    EXPECT_EQ(output.place.subject, QStringLiteral("2.1"));
    EXPECT_EQ(output.place.pane, QStringLiteral("backup"));
    EXPECT_EQ(output.place.role, QStringLiteral("backup"));
    EXPECT_EQ(output.place.address, QStringLiteral("ops@10.0.0.5:22"));
    EXPECT_EQ(output.sequence, shown);
    EXPECT_DOUBLE_EQ(output.seconds, 12.5);
    EXPECT_EQ(output.utc, m_ledger.clock().utcNow());
    EXPECT_EQ(output.spans, (QList<audit::SearchQuery::Span>{{0, 3}}));
    const Hit &command = hits.last();
    EXPECT_EQ(command.place.kind, Kind::Command);
    EXPECT_EQ(command.text, QStringLiteral("tar -czf /backup/etc.tar.gz /etc"));
    EXPECT_EQ(command.sequence, sent);
    EXPECT_EQ(command.place.who, QStringLiteral("ada@noc.example"));
}

TEST_F(SearchIndexTest, partsOfWordsPathsAddressesAndNumbersAreFound)
{
    begin(run('a'));
    show(run('a'),
         QStringLiteral("Nov 23 02:41:07 db-07 postgres[48213]: could not open /var/lib/postgresql/15/main/base\r\n"
                        "sha256 9f86d081884c7d659a2feaa0c55ad015 backup.tar\r\nlistening on 10.200.3.17:5432\r\n"));
    const auto opened = index();
    update(*opened);
    for (const char *text : {"db-07", "b-0", "48213", "/lib/postgresql/15", "0.3.17", "17:5432", "c7d659a2", "POSTGRES",
                             "02:41:07", "15", "on"})
        EXPECT_FALSE(find(*opened, text).isEmpty()) << text;
    for (const char *text : {"mysql", "10.200.3.18", "48213 listening", "db -postgres", "tg"})
        EXPECT_TRUE(find(*opened, text).isEmpty()) << text;
}

TEST_F(SearchIndexTest, anUpdateWaitsForWhoHasTheIndexForAMoment)
{
    writeBackup();
    (void)index(); // is made
    auto lock = std::make_unique<QLockFile>(m_ledger->folder() + QStringLiteral("/search.lock"));
    ASSERT_TRUE(lock->tryLock(0));
    auto updating = std::async(std::launch::async, [&] {
        const auto opened = index();
        return opened->update(audit::sourceOf(m_ledger.get()), [](quint64, quint64) { return true; });
    });
    EXPECT_EQ(updating.wait_for(std::chrono::milliseconds(300)), std::future_status::timeout);
    lock.reset();
    EXPECT_TRUE(updating.get());
    EXPECT_EQ(find(*index(), "tar -czf").size(), 1);
}

TEST_F(SearchIndexTest, inAnIndexThatIsLargeEnoughToSampleTheSameIsFound)
{
    begin(run('a'));
    constexpr int lineCount = 12'000;
    constexpr int linesAtOnce = 1000;
    for (int first = 0; first < lineCount; first += linesAtOnce) {
        QString text;
        for (int line = first; line < first + linesAtOnce; ++line)
            text += QStringLiteral("host%1 sshd[7]: %3 from 10.0.%2.9%4\r\n")
                        .arg(line % 40)
                        .arg(line % 251)
                        .arg(QString(200, QChar(u'a' + line % 26)),
                             line == 7'000 ? QStringLiteral(" NEEDLE naïve") : QString());
        show(run('a'), text, 1);
    }
    const auto opened = index();
    update(*opened);
    EXPECT_EQ(find(*opened, "needle").size(), 1);
    EXPECT_EQ(find(*opened, "NAÏVE host0 sshd from").size(), 1);
    EXPECT_EQ(find(*opened, "needle -host0").size(), 0);
    const auto withBoth = [](int host, int network) {
        int count = 0;
        for (int line = 0; line < lineCount; ++line)
            count += line % 40 == host && line % 251 == network ? 1 : 0;
        return count;
    };
    EXPECT_EQ(find(*opened, "\"host17 sshd[7]\" \"from 10.0.33.9\"").size(), withBoth(17, 33));
    EXPECT_EQ(find(*opened, "host:backup \"host39 SSHD\" 10.0.250.9").size(), withBoth(39, 250));
    EXPECT_EQ(find(*opened, "host41").size(), 0);
}

TEST_F(SearchIndexTest, whatIsSplitOverBatchesIsFoundAcrossTheSplit)
{
    const QString text = QStringLiteral("before\r\nThe \033[1mneedle\033[0m is here\r\nafter\r\n");
    for (qsizetype at = 1; at < text.size(); ++at) {
        const QByteArray id(16, char(at));
        begin(id);
        show(id, text.first(at), 1);
        const auto opened = index();
        update(*opened); // what is there now is found now, and still is one line with what comes
        show(id, text.sliced(at), 2);
        update(*opened);
        const QByteArray query = "run:" + id.toHex() + " needle";
        EXPECT_EQ(lines(*opened, query.constData()), QStringList(QStringLiteral("The needle is here"))) << at;
    }
}

TEST_F(SearchIndexTest, aLineThatHasNotEndedIsFound)
{
    begin(run('a'));
    show(run('a'), QStringLiteral("Password for ops: "));
    EXPECT_EQ(lines("password"), QStringList(QStringLiteral("Password for ops: ")));
}

TEST_F(SearchIndexTest, outputOfManyLinesIsFoundLineByLineNewestFirst)
{
    begin(run('a'));
    QString text;
    for (int number = 0; number < 3000; ++number)
        text += QStringLiteral("line number %1 of the log\r\n").arg(number);
    show(run('a'), text);
    const auto opened = index();
    update(*opened);
    EXPECT_EQ(lines(*opened, "\"number 1234\""), QStringList(QStringLiteral("line number 1234 of the log")));
    const auto results =
        opened->search(*audit::SearchQuery::parse(QStringLiteral("log")), {.hits = 50, .isCancelled = {}});
    ASSERT_TRUE(results);
    EXPECT_EQ(results->hits.size(), 50);
    EXPECT_TRUE(results->hasMore);
    EXPECT_EQ(results->hits.first().text, QStringLiteral("line number 2999 of the log"));
}

TEST_F(SearchIndexTest, checksAnswersNotesAndReasonsAreFound)
{
    begin(run('a'));
    append(run('a'), "check-intended",
           {{"check", "2.c1"}, {"stage", "2"}, {"role", "backup"}, {"text", "stat -c %s /backup/latest"}});
    append(run('a'), "check-verdict", {{"check", "2.c1"}, {"stage", "2"}, {"text", "Size"}, {"verdict", "passed"}},
           {"18200000\nsecond line\n"});
    append(run('a'), "answered",
           {{"check", "2.c2"},
            {"stage", "2"},
            {"text", "Backup size within expected range"},
            {"verdict", "passed"},
            {"evidence", Body{{"by", "grace@noc"}, {"note", "18.2 GB, as yesterday"}}}});
    append(run('a'), "skipped",
           {{"stage", "3"}, {"subject", "3.1"}, {"reason", "reload is done elsewhere"}, {"by", ""}});
    append(run('a'), "note", {{"stage", "3"}, {"text", "vendor ticket 4711"}});
    const auto opened = index();
    update(*opened);
    EXPECT_EQ(find(*opened, "18200000").value(0).place.kind, Kind::CheckOutput);
    EXPECT_EQ(find(*opened, "18200000").value(0).place.role, QStringLiteral("backup"));
    EXPECT_EQ(find(*opened, "%s").value(0).place.kind, Kind::Check);
    const Hit answer = find(*opened, "yesterday range").value(0);
    EXPECT_EQ(answer.text, QStringLiteral("Backup size within expected range · passed · 18.2 GB, as yesterday"));
    EXPECT_EQ(answer.place.who, QStringLiteral("grace@noc"));
    EXPECT_EQ(answer.place.subject, QStringLiteral("2.c2"));
    EXPECT_EQ(answer.seconds, -1);
    EXPECT_EQ(find(*opened, "elsewhere").value(0).place.subject, QStringLiteral("3.1"));
    EXPECT_EQ(find(*opened, "4711").value(0).place.kind, Kind::Statement);
    EXPECT_EQ(lines(*opened, "2026-11-23"), QStringList(QStringLiteral("day = 2026-11-23")));
}

TEST_F(SearchIndexTest, aHitIsAtTheMomentWhenItsLineWasWhole)
{
    begin(run('a'));
    show(run('a'), QStringLiteral("ops@backup:~$ "), 2);
    const auto opened = index();
    update(*opened);
    const quint64 typed = show(run('a'), QStringLiteral("rm -rf /srv/old"), 1200.001);
    show(run('a'), QStringLiteral("\r\nremoved\r\n"), 1300);
    update(*opened);
    const Hit hit = find(*opened, "\"$ rm -rf\"").value(0);
    EXPECT_EQ(hit.sequence, typed);
    EXPECT_DOUBLE_EQ(hit.seconds, 1200.001);
}

TEST_F(SearchIndexTest, anOpenLineKeepsItsMomentWhenTheIndexIsOpenedAgainBeforeItEnds)
{
    begin(run('a'));
    show(run('a'), QStringLiteral("ops@backup:~$ "), 2);
    const quint64 typed = show(run('a'), QStringLiteral("uptime"), 30);
    const auto opened = index();
    update(*opened);
    show(run('a'), QStringLiteral("\r\n"), 900);
    update(*opened);
    EXPECT_EQ(find(*opened, "uptime").value(0).sequence, typed);
    EXPECT_DOUBLE_EQ(find(*opened, "uptime").value(0).seconds, 30);
}

TEST_F(SearchIndexTest, whatWasDoneWhileNothingWasRecordedIsFound)
{
    begin(run('a'));
    const auto told = [](const char *type, const Body &body) {
        return Body{{"type", type}, {"utc", "2026-11-23T10:00:00.000Z"}, {"body", body}};
    };
    append(run('a'), "unrecorded-interval",
           {{"reason", "the disk is full, the customer waits"},
            {"cause", "no space left on device"},
            {"remembered",
             QJsonArray{told("command-intended",
                             {{"command", "4.1"}, {"stage", "4"}, {"role", "backup"}, {"text", "rm /srv/huge.log"}}),
                        told("check-verdict", {{"check", "4.c1"}, {"evidence", Body{{"output", "3 GB free"}}}}),
                        told("note", {{"text", "agreed with grace"}})}}});
    const auto opened = index();
    update(*opened);
    EXPECT_EQ(find(*opened, "customer").value(0).place.kind, Kind::Statement);
    const Hit command = find(*opened, "huge.log").value(0);
    EXPECT_EQ(command.place.kind, Kind::Command);
    EXPECT_EQ(command.place.subject, QStringLiteral("4.1"));
    EXPECT_EQ(find(*opened, "\"3 GB\"").value(0).place.kind, Kind::CheckOutput);
    EXPECT_EQ(lines(*opened, "agreed"), QStringList(QStringLiteral("agreed with grace")));
}

TEST_F(SearchIndexTest, filtersNarrowToRunHostRunbookAndPerson)
{
    begin(run('a'), "System backup", "backup");
    send(run('a'), "uptime", "backup");
    begin(run('b'), "Certificate renewal", "web");
    send(run('b'), "uptime", "web");
    append(run('b'), "note", {{"stage", "2"}, {"text", "uptime looks fine"}}, {}, "grace@noc");
    const auto opened = index();
    update(*opened);
    const auto count = [&](const char *text) { return find(*opened, text).size(); };
    EXPECT_EQ(count("uptime"), 3);
    EXPECT_EQ(count("uptime run:6161"), 1);
    EXPECT_EQ(count("uptime host:web"), 1);
    EXPECT_EQ(count("uptime host:10.0.0.5"), 2);
    EXPECT_EQ(count("uptime runbook:renewal"), 2);
    EXPECT_EQ(count("uptime runbook:6.1"), 3);
    EXPECT_EQ(count("uptime by:grace"), 1);
    EXPECT_EQ(count("uptime run:ffff"), 0);
}

TEST_F(SearchIndexTest, commandsOfOneHostDoNotTakeTheOutputOfAnother)
{
    begin(run('a'));
    send(run('a'), "uptime", "web");
    show(run('a'), QStringLiteral("load from web\r\n"), 1, "web");
    show(run('a'), QStringLiteral("load from db\r\n"), 1, "db");
    append(run('a'), "shell-opened", {{"role", "web"}, {"pane", "web (2)"}, {"number", 2}});
    show(run('a'), QStringLiteral("load beside it\r\n"), 1, "web (2)");
    finish(run('a'), "web");
    show(run('a'), QStringLiteral("load afterwards\r\n"), 2, "web");
    const auto opened = index();
    update(*opened);
    EXPECT_EQ(find(*opened, "\"from web\"").value(0).place.subject, QStringLiteral("2.1"));
    EXPECT_EQ(find(*opened, "\"from db\"").value(0).place.subject, QString());
    EXPECT_EQ(find(*opened, "beside").value(0).place.role, QStringLiteral("web"));
    EXPECT_EQ(find(*opened, "beside").value(0).place.subject, QString());
    EXPECT_EQ(find(*opened, "afterwards").value(0).place.subject, QString());
}

TEST_F(SearchIndexTest, anythingPeopleTypeIsASearchAndNoError)
{
    writeBackup();
    const auto opened = index();
    update(*opened);
    for (const char *text : {"\"",
                             "a\"b",
                             "tar AND",
                             "NOT tar",
                             "tar*",
                             "(tar",
                             "col:tar",
                             "^tar",
                             "tar NEAR/2 x",
                             "'; DROP TABLE block; --",
                             "%",
                             "\\",
                             "ta\"\"r",
                             "-",
                             "--",
                             "- tar",
                             "\xc3\xa4\xf0\x9f\x98\x80x",
                             "{tar}",
                             "text:tar",
                             "\x01\x01"}) {
        if (const auto query = audit::SearchQuery::parse(QString::fromUtf8(text))) {
            EXPECT_TRUE(opened->search(*query, {})) << text;
        }
    }
    EXPECT_EQ(find(*opened, "tar").size(), 2);
}

TEST_F(SearchIndexTest, anUpdateReadsOnlyWhatIsNew)
{
    writeBackup();
    const auto opened = index();
    update(*opened);
    const audit::EntrySource source = audit::sourceOf(m_ledger.get());
    show(run('a'), QStringLiteral("later\r\n"));
    quint64 earliest = source.size;
    audit::EntrySource watched = audit::sourceOf(m_ledger.get());
    watched.piece = [&, piece = watched.piece](quint64 sequence, int count) {
        earliest = std::min(earliest, sequence);
        return piece(sequence, count);
    };
    ASSERT_TRUE(opened->update(watched, [](quint64, quint64) { return true; }));
    EXPECT_EQ(earliest, source.size - 1) << "the last one it knows tells whether the history is the same";
    EXPECT_EQ(lines(*opened, "later").size(), 1);
    EXPECT_EQ(find(*opened, "tar").size(), 2);
}

TEST_F(SearchIndexTest, anUpdateThatIsStoppedKeepsWhatItHasAndGoesOnLater)
{
    begin(run('a'));
    for (int number = 0; number < 1200; ++number)
        append(run('a'), "note", {{"stage", "1"}, {"text", QStringLiteral("remark %1 end").arg(number)}});
    const auto opened = index();
    QList<quint64> seen;
    const auto stopped = opened->update(audit::sourceOf(m_ledger.get()), [&](quint64 done, quint64 total) {
        EXPECT_EQ(total, 1201u);
        seen.append(done);
        return seen.size() < 2;
    });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().kind, ErrorKind::Cancelled);
    EXPECT_EQ(seen, (QList<quint64>{500, 1000}));
    EXPECT_EQ(lines(*opened, "\"remark 900\"").size(), 1);
    EXPECT_EQ(lines(*opened, "\"remark 1100\"").size(), 0);
    update(*opened);
    EXPECT_EQ(lines(*opened, "\"remark 1100\"").size(), 1);
    EXPECT_EQ(lines(*opened, "\"remark 900\"").size(), 1);
}

TEST_F(SearchIndexTest, aSearchThatIsCancelledStops)
{
    writeBackup();
    const auto opened = index();
    update(*opened);
    const auto results = opened->search(*audit::SearchQuery::parse(QStringLiteral("tar")),
                                        {.hits = 10, .isCancelled = [] { return true; }});
    ASSERT_FALSE(results);
    EXPECT_EQ(results.error().kind, ErrorKind::Cancelled);
}

TEST_F(SearchIndexTest, theIndexIsForItsOwnerAloneAndMadeAnewWhenItIsDeleted)
{
    writeBackup();
    EXPECT_EQ(lines("tar").size(), 2);
    const QString path = SearchIndex::path(m_ledger.folder());
    EXPECT_EQ(QFileInfo(path).permissions()
                  & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
              0);
    ASSERT_TRUE(QFile::remove(path));
    EXPECT_EQ(lines("tar").size(), 2);
}

TEST_F(SearchIndexTest, aDamagedIndexIsMadeAnew)
{
    writeBackup();
    const QString path = SearchIndex::path(m_ledger.folder());
    for (const qint64 offset : {0, 20, 100, 108, 4096 + 8, 3 * 4096 + 8}) {
        EXPECT_EQ(lines("tar").size(), 2);
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::ReadWrite));
        ASSERT_TRUE(file.seek(offset));
        ASSERT_EQ(file.write(QByteArray(64, '\xa5')), 64);
        file.close();
        const auto opened = SearchIndex::open(m_ledger.folder(), m_ledger->origin());
        ASSERT_TRUE(opened) << offset << opened.error().detail.toStdString();
        update(**opened);
        const auto results = (*opened)->search(*audit::SearchQuery::parse(QStringLiteral("tar")), {});
        // Damage that only a search meets is an error once, and gone with the next update.
        EXPECT_TRUE(results || results.error().kind == ErrorKind::Corrupt) << offset;
        QFile::remove(path);
    }
    QFile garbage(path);
    ASSERT_TRUE(garbage.open(QIODevice::WriteOnly | QIODevice::Truncate));
    garbage.write(QByteArray(10'000, 'x'));
    garbage.close();
    EXPECT_EQ(lines("tar").size(), 2);
}

TEST_F(SearchIndexTest, anIndexOfAnotherLedgerOrHistoryIsMadeAnew)
{
    writeBackup();
    EXPECT_EQ(lines("tar").size(), 2);
    {
        const auto foreign = SearchIndex::open(m_ledger.folder(), QStringLiteral("holdpoint/another"));
        ASSERT_TRUE(foreign);
        EXPECT_TRUE(find(**foreign, "tar").isEmpty());
    }
    EXPECT_EQ(lines("tar").size(), 2);
    m_ledger.rewriteTail(2, 6);
    m_ledger.open();
    EXPECT_EQ(lines("tar").size(), 0) << "the entries that held it are not in this history";
}

TEST_F(SearchIndexTest, aLedgerThatIsOpenElsewhereIsReadFromACopy)
{
    writeBackup();
    const auto copy = ledger::LedgerCopy::take(m_ledger.path());
    ASSERT_TRUE(copy) << copy.error().detail.toStdString();
    EXPECT_EQ(*(*copy)->origin(), m_ledger->origin());
    const auto source = audit::sourceOf(**copy);
    ASSERT_TRUE(source);
    const auto opened = index();
    ASSERT_TRUE(opened->update(*source, [](quint64, quint64) { return true; }));
    EXPECT_EQ(lines(*opened, "tar").size(), 2);
    show(run('a'), QStringLiteral("later\r\n"));
    update(*opened);
    EXPECT_EQ(lines(*opened, "later").size(), 1);
}

TEST_F(SearchIndexTest, whoeverUpdatesIsAloneAndOthersGoOnSearching)
{
    writeBackup();
    const auto first = index();
    update(*first);
    show(run('a'), QStringLiteral("later\r\n"));
    const auto second = index();
    const auto updated = first->update(audit::sourceOf(m_ledger.get()), [&](quint64, quint64) {
        const auto refused = second->update(audit::sourceOf(m_ledger.get()), [](quint64, quint64) { return true; });
        EXPECT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, ErrorKind::Busy);
        EXPECT_EQ(lines(*second, "tar").size(), 2);
        return true;
    });
    EXPECT_TRUE(updated);
    EXPECT_EQ(lines(*second, "later").size(), 1);
}

} // namespace
