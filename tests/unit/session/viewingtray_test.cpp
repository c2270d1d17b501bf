// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/viewingtray.h>
#include <tests/support/templedger.h>

#include <gtest/gtest.h>

#include <QDir>
#include <QTest>

using namespace holdpoint;
using namespace holdpoint::session;

namespace {

class ViewingTrayTest : public ::testing::Test
{
protected:
    [[nodiscard]] Viewing look(const char *by) const
    {
        return {QByteArray(16, 'a'),
                {QStringLiteral("db")},
                viewedInWords(ViewedIn::ReplayTerminal),
                QString::fromLatin1(by),
                QDateTime::fromString(QStringLiteral("2026-11-23T12:00:00.250Z"), Qt::ISODateWithMs)};
    }
    [[nodiscard]] QList<Viewing> recorded() const
    {
        QList<Viewing> viewings;
        const auto entries = holdpoint::testing::waitFor(m_ledger->entriesOfType(QString::fromUtf16(viewedType)));
        for (const ledger::Entry &entry : *entries)
            viewings.append(*viewingIn(entry));
        return viewings;
    }
    [[nodiscard]] bool getsOnRecord(qsizetype count) const
    {
        return QTest::qWaitFor([&] { return recorded().size() == count; }, 10000);
    }
    [[nodiscard]] QDir folder() const { return QDir(m_ledger.folder() + QStringLiteral("/viewings")); }
    [[nodiscard]] bool isEmpty() const
    {
        return QTest::qWaitFor([&] { return folder().entryList(QDir::Files).isEmpty(); }, 10000);
    }

    holdpoint::testing::TempLedger m_ledger;
};

TEST_F(ViewingTrayTest, aLookThatWasLeftIsOnRecordWithItsOwnTimeOnceTheLedgerIsOpened)
{
    ASSERT_TRUE(ViewingTray::leave(m_ledger.folder(), look("eve@noc.example")));
    const ViewingTray tray(m_ledger.get());
    ASSERT_TRUE(getsOnRecord(1));
    const Viewing viewing = recorded().first();
    EXPECT_EQ(viewing.by, QStringLiteral("eve@noc.example"));
    EXPECT_EQ(viewing.run, QByteArray(16, 'a'));
    EXPECT_EQ(viewing.panes, QStringList(QStringLiteral("db")));
    EXPECT_EQ(viewing.how, QStringLiteral("the replay in a terminal"));
    EXPECT_EQ(viewing.utc, look("").utc);
    EXPECT_TRUE(isEmpty()) << "and is not recorded again";
}

TEST_F(ViewingTrayTest, whileTheLedgerIsOpenALookIsTakenAsItComes)
{
    const ViewingTray tray(m_ledger.get());
    for (const char *by : {"eve@noc.example", "bob@noc.example", "eve@noc.example"})
        ASSERT_TRUE(ViewingTray::leave(m_ledger.folder(), look(by)));
    EXPECT_TRUE(getsOnRecord(3));
    EXPECT_TRUE(isEmpty());
}

TEST_F(ViewingTrayTest, aProgramThatEndsAtOnceLeavesNoLookToBeRecordedAgain)
{
    for (const char *by : {"eve@noc.example", "bob@noc.example"})
        ASSERT_TRUE(ViewingTray::leave(m_ledger.folder(), look(by)));
    EXPECT_EQ(ViewingTray::waiting(m_ledger.folder()), 2);
    for (int start = 0; start < 3; ++start)
        const ViewingTray tray(m_ledger.get());
    EXPECT_EQ(ViewingTray::waiting(m_ledger.folder()), 0);
    EXPECT_EQ(recorded().size(), 2);
}

TEST_F(ViewingTrayTest, whatNoProgramOfOursWouldHaveLeftDoesNotComeOnRecord)
{
    Viewing elsewhere = look("eve@noc.example");
    elsewhere.how = QStringLiteral("a place of its own");
    Viewing steering = look("eve\x1b[2J");
    Viewing hiding = look("eve@noc.example");
    hiding.panes.append(QStringLiteral("db\nbob"));
    Viewing toCome = look("eve@noc.example");
    toCome.utc = QDateTime::currentDateTimeUtc().addDays(1);
    for (const Viewing &viewing : {elsewhere, steering, hiding, toCome, look("bob@noc.example")})
        ASSERT_TRUE(ViewingTray::leave(m_ledger.folder(), viewing));
    {
        const ViewingTray tray(m_ledger.get());
    }
    ASSERT_EQ(recorded().size(), 1);
    EXPECT_EQ(recorded().first().by, QStringLiteral("bob@noc.example"));
    EXPECT_EQ(ViewingTray::waiting(m_ledger.folder()), 4);
}

TEST_F(ViewingTrayTest, whatIsNoLookStaysWhereItIsAndHoldsUpNoOther)
{
    ASSERT_TRUE(folder().mkpath(QStringLiteral(".")));
    const QList<QByteArray> foreign{
        "", "[]", "{\"run\": \"00\"}", QByteArray(100'000, '{'),
        "{\"run\":\"61616161616161616161616161616161\",\"how\":\"x\",\"by\":\"y\",\"utc\":\"then\"}"};
    for (qsizetype at = 0; at < foreign.size(); ++at) {
        QFile file(folder().filePath(QStringLiteral("0%1.json").arg(at)));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(foreign[at]);
    }
    ASSERT_TRUE(QFile::link(QStringLiteral("/dev/zero"), folder().filePath(QStringLiteral("09.json"))));
    ASSERT_TRUE(ViewingTray::leave(m_ledger.folder(), look("eve@noc.example")));
    const ViewingTray tray(m_ledger.get());
    EXPECT_TRUE(getsOnRecord(1));
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return folder().entryList(QDir::Files | QDir::System).size() == foreign.size() + 1; }, 10000));
}

} // namespace
