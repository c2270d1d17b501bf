// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/witnessfolder.h>

#include <models/ledger/checkpoint.h>
#include <models/ledger/merkle.h>
#include <tests/support/templedger.h>

#include <QDir>

#include <sys/stat.h>

using namespace holdpoint;
using namespace holdpoint::ledger;
using namespace holdpoint::testing;

namespace {

/// A ledger and a share somewhere else.
class WitnessTest : public ::testing::Test
{
protected:
    [[nodiscard]] QString share() const { return m_share.path(); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(share()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    /// Grows the ledger by some entries and brings the head to the witness.
    QString witness(int entries)
    {
        m_ledger.append(entries);
        const Head head = m_ledger->head();
        const auto kept = keepCheckpoint(
            share(), {.head = head, .origin = m_ledger->origin(), .body = checkpointBody(m_ledger->origin(), head)});
        EXPECT_TRUE(kept) << kept.error().detail.toStdString();
        return kept.value_or(QString());
    }
    [[nodiscard]] Audit audit() const
    {
        const auto kept = keptCheckpoints(share());
        EXPECT_TRUE(kept);
        const auto found = auditAgainst(m_ledger.path(), *kept);
        EXPECT_TRUE(found);
        return found.value_or(Audit());
    }
    void expectFound(const QString &file) const
    {
        const Audit found = audit();
        EXPECT_EQ(found.verdict, Audit::Verdict::Bad);
        EXPECT_TRUE(found.reason.contains(file)) << found.reason.toStdString();
        EXPECT_EQ(found.witnessed, 0U);
    }

    TempLedger m_ledger;
    QTemporaryDir m_share;
};

TEST_F(WitnessTest, aLedgerThatOnlyGrewFitsEveryCheckpoint)
{
    for (const int entries : {1, 3, 5, 9})
        witness(entries);
    m_ledger.append(2);
    const Audit found = audit();
    EXPECT_EQ(found.verdict, Audit::Verdict::Good) << found.reason.toStdString();
    EXPECT_EQ(found.witnessed, 18U);
    EXPECT_EQ(found.entries, 20U);
    EXPECT_EQ(found.head, m_ledger->head());
    EXPECT_EQ(found.origin, m_ledger->origin());
    EXPECT_EQ(files().size(), 4);
}

TEST_F(WitnessTest, aTailThatWasCutOffIsFoundAndTheCheckpointNamed)
{
    witness(4);
    const QString last = witness(5);
    m_ledger.close();
    m_ledger.truncate(6);
    ASSERT_TRUE(QFile::remove(m_ledger.folder() + QStringLiteral("/ledger.highwater")));
    EXPECT_EQ(auditFile(m_ledger.path(), QByteArray())->verdict, Audit::Verdict::Good) << "nothing inside shows it";
    expectFound(last);
}

TEST_F(WitnessTest, aRewrittenHistoryIsFoundAndTheFirstCheckpointThatSawAnotherIsNamed)
{
    witness(4);
    const QString saw = witness(5);
    witness(1);
    m_ledger.rewriteTail(7, 20);
    EXPECT_EQ(auditFile(m_ledger.path(), QByteArray())->verdict, Audit::Verdict::Good);
    expectFound(saw);
}

TEST_F(WitnessTest, anOlderCopyPutBackIsFound)
{
    m_ledger.append(3);
    m_ledger.close();
    ASSERT_TRUE(QFile::copy(m_ledger.path(), m_ledger.path() + QStringLiteral(".old")));
    m_ledger.open();
    const QString saw = witness(4);
    m_ledger.close();
    for (const char *name : {"ledger.db", "ledger.highwater"})
        ASSERT_TRUE(QFile::remove(m_ledger.folder() + QLatin1Char('/') + QLatin1String(name)));
    ASSERT_TRUE(QFile::rename(m_ledger.path() + QStringLiteral(".old"), m_ledger.path()));
    expectFound(saw);
}

TEST_F(WitnessTest, twoHistoriesWitnessedAtTheSameSizeBothStayAndOneIsFound)
{
    witness(4);
    const QString first = witness(3);
    m_ledger.rewriteTail(4, 3);
    m_ledger.open();
    const QString second = witness(0);
    EXPECT_NE(first, second);
    EXPECT_EQ(files().size(), 3) << "nothing was overwritten";
    expectFound(first);
}

TEST_F(WitnessTest, whatLiesThereIsNeverWrittenAgain)
{
    const QString name = witness(3);
    const QString path = share() + QLatin1Char('/') + name;
    struct stat before
    {
    };
    struct stat after
    {
    };
    ASSERT_EQ(::stat(QFile::encodeName(path).constData(), &before), 0);
    EXPECT_EQ(before.st_mode & 0222U, 0U) << "read-only";
    EXPECT_EQ(witness(0), name);
    ASSERT_EQ(::stat(QFile::encodeName(path).constData(), &after), 0);
    EXPECT_EQ(before.st_ino, after.st_ino);
    EXPECT_EQ(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
    EXPECT_EQ(files(), QStringList(name)) << "no half file beside it";
}

TEST_F(WitnessTest, somethingElseUnderTheNameIsLeftAndSaid)
{
    const QString name = witness(3);
    const QString path = share() + QLatin1Char('/') + name;
    ASSERT_TRUE(QFile::remove(path));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    const Head head = m_ledger->head();
    EXPECT_FALSE(keepCheckpoint(
        share(), {.head = head, .origin = m_ledger->origin(), .body = checkpointBody(m_ledger->origin(), head)}));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "mine");
    const auto kept = keptCheckpoints(share());
    ASSERT_FALSE(kept);
    EXPECT_EQ(kept.error().kind, ErrorKind::Corrupt);
    EXPECT_TRUE(kept.error().detail.contains(name));
}

TEST_F(WitnessTest, aShareThatIsNotMountedIsNotMade)
{
    const QString none = share() + QStringLiteral("/none");
    const Head head = m_ledger->head();
    const auto kept = keepCheckpoint(
        none, {.head = head, .origin = m_ledger->origin(), .body = checkpointBody(m_ledger->origin(), head)});
    ASSERT_FALSE(kept);
    EXPECT_EQ(kept.error().kind, ErrorKind::NotFound);
    EXPECT_FALSE(QFileInfo::exists(none));
    EXPECT_FALSE(keptCheckpoints(none));
}

TEST_F(WitnessTest, aWitnessOfOtherLedgersSaysNothingAboutThisOne)
{
    m_ledger.append(3);
    EXPECT_EQ(audit().verdict, Audit::Verdict::Unknown) << "an empty folder";
    TempLedger other;
    other.append(2);
    ASSERT_TRUE(keepCheckpoint(
        share(),
        {.head = other->head(), .origin = other->origin(), .body = checkpointBody(other->origin(), other->head())}));
    const Audit found = audit();
    EXPECT_EQ(found.verdict, Audit::Verdict::Unknown);
    EXPECT_TRUE(found.reason.contains(m_ledger->origin()));
    witness(1);
    EXPECT_EQ(audit().verdict, Audit::Verdict::Good) << "one share may serve many";
}

TEST_F(WitnessTest, whenItWasLastWitnessedIsRememberedBesideTheLedger)
{
    EXPECT_FALSE(lastWitness(m_ledger.folder()));
    const QDateTime utc = QDateTime::fromString(QStringLiteral("2026-11-23T10:00:00Z"), Qt::ISODate);
    ASSERT_TRUE(rememberWitness(m_ledger.folder(), {.size = 7, .utc = utc, .folder = share()}));
    const auto last = lastWitness(m_ledger.folder());
    ASSERT_TRUE(last);
    EXPECT_EQ(last->size, 7U);
    EXPECT_EQ(last->utc, utc);
    EXPECT_EQ(last->folder, share());
    TempLedger::flipByte(m_ledger.folder() + QStringLiteral("/ledger.witnessed"), 0);
    EXPECT_FALSE(lastWitness(m_ledger.folder()));
}

TEST_F(WitnessTest, aTimeStampLiesBesideItsCheckpointAndTheFirstOneStays)
{
    const QString file = witness(3);
    ASSERT_TRUE(keepTimestamp(share(), file, "the first stamp"));
    ASSERT_TRUE(keepTimestamp(share(), file, "a later one"));
    const auto kept = keptTimestamps(share());
    ASSERT_TRUE(kept);
    ASSERT_EQ(kept->size(), 1);
    EXPECT_EQ(kept->first().response, "the first stamp");
    EXPECT_EQ(kept->first().checkpoint.head.size, 3U);
    EXPECT_EQ(keptCheckpoints(share())->size(), 1) << "a stamp is no checkpoint";
    EXPECT_EQ(audit().verdict, Audit::Verdict::Good);
}

TEST_F(WitnessTest, aTimeStampWithoutItsCheckpointIsNamed)
{
    const QString file = witness(3);
    ASSERT_TRUE(keepTimestamp(share(), file, "stamp"));
    ASSERT_TRUE(QFile::remove(share() + QLatin1Char('/') + file));
    const auto kept = keptTimestamps(share());
    ASSERT_FALSE(kept);
    EXPECT_TRUE(kept.error().detail.contains(file)) << kept.error().detail.toStdString();
    EXPECT_TRUE(keptTimestamps(share() + QStringLiteral("/none"))->isEmpty());
}

} // namespace
