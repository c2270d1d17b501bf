// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/unit/audit/historyfixture.h>

#include <models/audit/block.h>

#include <sqlite3.h>

#include <chrono>
#include <filesystem>

using namespace holdpoint;
using audit::SearchIndex;

namespace {

class ErasingTest : public holdpoint::testing::HistoryFixture
{
protected:
    /// The ledger's side of an erasure: the bytes are gone, and an entry says so.
    void erase(const QByteArray &runId, quint64 first, quint64 last)
    {
        append(runId, "erased",
               {{"rule", "request"}, {"entries", QJsonArray{QJsonArray{qint64(first), qint64(last)}}}});
        m_ledger.close();
        m_ledger.sql(QStringLiteral("DELETE FROM attachment WHERE sequence BETWEEN %1 AND %2").arg(first).arg(last));
        m_ledger.open();
    }
    /// One value of the index's file, as any tool reads it.
    [[nodiscard]] QByteArray value(const QByteArray &sql) const
    {
        sqlite3 *handle = nullptr;
        EXPECT_EQ(sqlite3_open(QFile::encodeName(SearchIndex::path(m_ledger.folder())).constData(), &handle),
                  SQLITE_OK);
        sqlite3_stmt *statement = nullptr;
        EXPECT_EQ(sqlite3_prepare_v2(handle, sql.constData(), -1, &statement, nullptr), SQLITE_OK)
            << sqlite3_errmsg(handle);
        QByteArray bytes;
        if (sqlite3_step(statement) == SQLITE_ROW)
            bytes = QByteArray(static_cast<const char *>(sqlite3_column_blob(statement, 0)),
                               sqlite3_column_bytes(statement, 0));
        sqlite3_finalize(statement);
        sqlite3_close(handle);
        return bytes;
    }
    /// All that lies on the disk of the index.
    [[nodiscard]] QByteArray file() const
    {
        QByteArray bytes;
        for (const char *suffix : {"", "-wal"}) {
            QFile part(SearchIndex::path(m_ledger.folder()) + QLatin1String(suffix));
            if (part.open(QIODevice::ReadOnly))
                bytes += part.readAll();
        }
        return bytes;
    }
};

TEST_F(ErasingTest, whatIsForgottenIsFoundNoMoreAndTheRestIs)
{
    begin(run('a'));
    const quint64 sent = send(run('a'), "show --secret-flag");
    show(run('a'), QStringLiteral("first line\r\n"));
    const quint64 secret = show(run('a'), QStringLiteral("the passphrase is hunter2\r\n"));
    show(run('a'), QStringLiteral("third line\r\n"));
    const auto opened = index();
    update(*opened);
    ASSERT_EQ(lines(*opened, "hunter2").size(), 1);
    ASSERT_TRUE(opened->forget({secret, sent}));
    EXPECT_EQ(lines(*opened, "hunter2").size(), 0);
    EXPECT_EQ(lines(*opened, "line").size(), 2);
    EXPECT_EQ(lines(*opened, "secret-flag").size(), 1) << "the ledger keeps what was sent, so the index does";
    EXPECT_EQ(lines("line").size(), 2) << "an update does not bring it back, nor take more away";
}

TEST_F(ErasingTest, noByteOfTheFileHoldsWhatWasForgotten)
{
    begin(run('a'));
    QString text;
    for (int number = 0; number < 400; ++number)
        text += QStringLiteral("ordinary line number %1\r\n").arg(number);
    show(run('a'), text);
    const quint64 secret = show(run('b'), QString(), 1);
    begin(run('b'), "Other", "vault");
    const quint64 passphrase =
        show(run('b'), QStringLiteral("zq%1xj passphrase\r\n").arg(QStringLiteral("vwk")), 2, "vault");
    show(run('a'), text);
    const auto opened = index();
    update(*opened);
    const QByteArray packed =
        value("SELECT bytes FROM block JOIN place ON place.number = block.place WHERE pane = 'vault'");
    ASSERT_FALSE(packed.isEmpty());
    ASSERT_TRUE(file().contains(packed));
    ASSERT_TRUE(opened->forget({secret, passphrase}));
    EXPECT_FALSE(file().contains(packed));
    EXPECT_EQ(value("SELECT count(*) FROM block JOIN place ON place.number = block.place WHERE pane = 'vault'"), "0");
    // The vocabulary of the whole words' table: a trigram that only the forgotten line had.
    sqlite3 *handle = nullptr;
    ASSERT_EQ(sqlite3_open(QFile::encodeName(SearchIndex::path(m_ledger.folder())).constData(), &handle), SQLITE_OK);
    const auto countOf = [&](const char *term) {
        EXPECT_EQ(sqlite3_exec(handle,
                               "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, words, row)",
                               nullptr, nullptr, nullptr),
                  SQLITE_OK);
        int rows = 0;
        const auto add = [](void *sum, int, char **, char **) { return ++*static_cast<int *>(sum), 0; };
        const QByteArray sql = QByteArray("SELECT 1 FROM temp.terms WHERE term = '") + term + '\'';
        EXPECT_EQ(sqlite3_exec(handle, sql.constData(), add, &rows, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
        return rows;
    };
    EXPECT_EQ(countOf("ine"), 1);
    EXPECT_EQ(countOf("qvw"), 0);
    EXPECT_EQ(countOf("kxj"), 0);
    sqlite3_close(handle);
    EXPECT_FALSE(file().contains("qvw"));
    EXPECT_EQ(value("SELECT count(*) FROM pragma_freelist_count WHERE freelist_count > 0"), "0");
    EXPECT_EQ(lines(*opened, "ordinary 399").size(), 2);
}

TEST_F(ErasingTest, anErasedEntryIsGoneAfterTheNextUpdate)
{
    begin(run('a'));
    const quint64 secret = show(run('a'), QStringLiteral("the passphrase is hunter2\r\nand half a li"));
    append(run('a'), "check-intended", {{"check", "2.c1"}, {"stage", "2"}, {"role", "backup"}, {"text", "cat vault"}});
    const quint64 checked = append(run('a'), "check-verdict",
                                   {{"check", "2.c1"}, {"stage", "2"}, {"verdict", "passed"}}, {"hunter2 too\n"});
    begin(run('b'));
    const quint64 other = show(run('b'), QStringLiteral("hunter2 of another run\r\n"));
    const auto opened = index();
    update(*opened);
    ASSERT_EQ(lines(*opened, "hunter2").size(), 3);
    erase(run('a'), secret, other);
    show(run('a'), QStringLiteral("ne that goes on\r\n"));
    EXPECT_EQ(lines("hunter2"), QStringList(QStringLiteral("hunter2 of another run")));
    EXPECT_EQ(lines("half").size(), 0);
    EXPECT_EQ(lines("\"goes on\"").size(), 1);
    EXPECT_GT(checked, secret);
}

TEST_F(ErasingTest, anErasedEntryIsInNoIndexThatIsMadeLater)
{
    begin(run('a'));
    const quint64 secret = show(run('a'), QStringLiteral("the passphrase is hunter2\r\n"));
    show(run('a'), QStringLiteral("another line\r\n"));
    erase(run('a'), secret, secret);
    EXPECT_EQ(lines("hunter2").size(), 0);
    EXPECT_EQ(lines("another").size(), 1);
}

TEST_F(ErasingTest, theFileIsWrittenAnewOnlyWhenSomethingNewIsForgotten)
{
    begin(run('a'));
    const quint64 secret = show(run('a'), QStringLiteral("the passphrase is hunter2\r\n"));
    const quint64 other = show(run('a'), QStringLiteral("the other passphrase\r\n"));
    const auto opened = index();
    update(*opened);
    ASSERT_TRUE(opened->forget({secret}));
    // By its path: to open and close it here would give up the locks of this process.
    const std::filesystem::path file(SearchIndex::path(m_ledger.folder()).toStdString());
    const auto before = std::filesystem::last_write_time(file) - std::chrono::hours(1);
    const auto isWritten = [&](const QList<quint64> &sequences) {
        std::filesystem::last_write_time(file, before);
        EXPECT_TRUE(SearchIndex::forgetIn(m_ledger.folder(), m_ledger->origin(), sequences));
        return std::filesystem::last_write_time(file) != before;
    };
    EXPECT_FALSE(isWritten({secret}));
    EXPECT_TRUE(isWritten({secret, other}));
    EXPECT_FALSE(isWritten({secret, other}));
    EXPECT_EQ(lines("passphrase").size(), 0);
}

TEST_F(ErasingTest, forgettingWhatIsNotThereChangesNothing)
{
    begin(run('a'));
    show(run('a'), QStringLiteral("a line\r\n"));
    const auto opened = index();
    EXPECT_TRUE(opened->forget({}));
    EXPECT_TRUE(opened->forget({1, 2, 3'000'000}));
    EXPECT_EQ(lines("line").size(), 1);
}

} // namespace
