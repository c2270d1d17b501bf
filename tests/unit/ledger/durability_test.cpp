// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// SECURITY cases 7, 70, 71, 72: killed processes, failing disks, full disks. With HOLDPOINT_THOROUGH set, 500 kills and every one
// of the first 200 calls, which takes some minutes.

#include <models/ledger/storage.h>
#include <tests/support/sshkeygen.h>
#include <tests/support/templedger.h>

#include <QRandomGenerator>
#include <QSignalSpy>

#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>

using namespace holdpoint;
using namespace holdpoint::ledger;
using namespace holdpoint::testing;

namespace {

bool isThorough() { return qEnvironmentVariableIsSet("HOLDPOINT_THOROUGH"); }

QString appender() { return QStringLiteral(LEDGER_APPENDER); }

/// The highest number in lines "ok N", or -1.
qint64 lastAcknowledged(const QByteArray &output)
{
    const QByteArray whole = output.left(output.lastIndexOf('\n') + 1);
    const qsizetype at = whole.lastIndexOf("ok ");
    return at < 0 ? -1 : whole.mid(at + 3).split('\n').first().toLongLong();
}

/// Every acknowledged entry is there, in a chain that is good; and the ledger opens and goes on.
void expectNothingLost(const QString &folder, qint64 acknowledged)
{
    const QString path = folder + QStringLiteral("/ledger.db");
    if (!QFile::exists(path)) {
        EXPECT_EQ(acknowledged, -1);
        return;
    }
    const auto audit = auditFile(path, {});
    ASSERT_TRUE(audit);
    EXPECT_EQ(audit->verdict, Audit::Verdict::Good) << audit->reason.toStdString();
    EXPECT_GT(qint64(audit->entries), acknowledged);
    ManualClock clock;
    const auto ledger = Ledger::open(folder, clock);
    ASSERT_TRUE(ledger) << ledger.error().detail.toStdString();
    EXPECT_TRUE(waitFor((*ledger)->append(TempLedger::draft(0))));
}

TEST(DurabilityTest, aProcessKilledAtAnyMomentLosesNothingItAcknowledged)
{
    const QTemporaryDir folder;
    const int rounds = isThorough() ? 500 : 30;
    for (int round = 0; round < rounds; ++round) {
        const QString path = folder.filePath(QString::number(round % 3)); // three ledgers, each killed again and again
        QProcess process;
        process.start(appender(), {path});
        ASSERT_TRUE(process.waitForStarted());
        if (round % 5 != 0) {
            ASSERT_TRUE(process.waitForReadyRead(20000));
        }
        QThread::msleep(QRandomGenerator::global()->bounded(60u));
        ::kill(pid_t(process.processId()), SIGKILL);
        process.waitForFinished();
        expectNothingLost(path, lastAcknowledged(process.readAllStandardOutput()));
    }
}

TEST(DurabilityTest, aCrashIsRecordedAtTheNextStart)
{
    const QTemporaryDir folder;
    QProcess process;
    process.start(appender(), {folder.filePath(QStringLiteral("ledger"))});
    ASSERT_TRUE(process.waitForReadyRead(20000));
    ::kill(pid_t(process.processId()), SIGKILL);
    process.waitForFinished();
    ManualClock clock;
    const auto ledger = Ledger::open(folder.filePath(QStringLiteral("ledger")), clock);
    ASSERT_TRUE(ledger);
    EXPECT_EQ(waitFor((*ledger)->entriesOfType(QStringLiteral("recovered-after-crash")))->size(), 1);
}

TEST(DurabilityTest, aLogThatIsGoneAfterACrashIsMissed)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("ledger"));
    ASSERT_EQ(runTool(appender(), {path, QStringLiteral("5")}).exit, 0);
    QProcess process;
    // Few enough that SQLite has not moved them from the log into the file by itself.
    process.start(appender(), {path, QStringLiteral("5"), QStringLiteral("linger")});
    QByteArray said;
    while (said.count('\n') < 5 && process.waitForReadyRead(20000))
        said += process.readAll();
    QThread::msleep(2500); // the high-water file follows each second
    ::kill(pid_t(process.processId()), SIGKILL);
    process.waitForFinished();
    ASSERT_TRUE(QFile::remove(path + QStringLiteral("/ledger.db-wal")));
    ManualClock clock;
    const auto ledger = Ledger::open(path, clock);
    ASSERT_FALSE(ledger);
    EXPECT_TRUE(ledger.error().detail.contains(QLatin1String("older than high-water mark"))) << ledger.error().detail.toStdString();
}

struct Injection
{
    const char *call;
    const char *what;
    int first;
    int step;
};

class FailingDiskTest : public ::testing::TestWithParam<Injection>
{
};

/// strace(1) makes the N-th call fail or kills the process there, N going up.
TEST_P(FailingDiskTest, stopsTheAppendsAndLosesNothing)
{
    const Injection &injection = GetParam();
    int stopped = 0;
    const int first = isThorough() ? 1 : injection.first;
    const int step = isThorough() ? 1 : injection.step;
    const int count = isThorough() ? 200 : 8;
    for (int n = first; n < first + count * step; n += step) {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("ledger"));
        ASSERT_EQ(runTool(appender(), {path, QStringLiteral("3")}).exit, 0);
        const QString inject = QStringLiteral("inject=%1:%2:when=%3+")
                                   .arg(QLatin1String(injection.call), QLatin1String(injection.what)).arg(n);
        const Answer answer = runTool(QStringLiteral("strace"),
                                      {QStringLiteral("-E"), QStringLiteral("ASAN_OPTIONS=detect_leaks=0"), // it traces too
                                       QStringLiteral("-f"), QStringLiteral("-qq"), QStringLiteral("-o"), QStringLiteral("/dev/null"),
                                       QStringLiteral("-e"), QStringLiteral("trace=") + QLatin1String(injection.call),
                                       QStringLiteral("-e"), inject, appender(), path, QStringLiteral("100")});
        if (answer.errors.contains("ptrace"))
            GTEST_SKIP() << "needs the right to trace: " << answer.errors.toStdString();
        stopped += answer.exit == 0 ? 0 : 1;
        expectNothingLost(path, std::max<qint64>(2, lastAcknowledged(answer.output)));
    }
    EXPECT_GT(stopped, 0);
}

INSTANTIATE_TEST_SUITE_P(Injections, FailingDiskTest,
                         ::testing::Values(Injection{"fdatasync", "error=EIO", 1, 1}, Injection{"fdatasync", "error=ENOSPC", 2, 2},
                                           Injection{"pwrite64", "error=EIO", 1, 5}, Injection{"pwrite64", "error=ENOSPC", 3, 5},
                                           Injection{"pwrite64", "signal=KILL", 1, 7}, Injection{"fdatasync", "signal=KILL", 1, 2}));

/// A ledger on a small disk of its own.
class FullDiskTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        const QByteArray name = QFile::encodeName(m_mount.path());
        if (::mount("none", name.constData(), "tmpfs", 0, "size=40m,mode=700") != 0)
            GTEST_SKIP() << "needs the right to mount";
        m_isMounted = true;
    }
    void TearDown() override
    {
        if (m_isMounted)
            ::umount(QFile::encodeName(m_mount.path()).constData());
    }
    [[nodiscard]] QString folder() const { return m_mount.filePath(QStringLiteral("ledger")); }

    /// Appends until one is refused; how many were taken.
    static quint64 fillUp(Ledger &ledger, Error &refusal)
    {
        for (quint64 taken = 0;; ++taken) {
            Draft draft = TempLedger::draft(int(taken));
            draft.attachments = {randomAttachment()};
            const auto entry = waitFor(ledger.append(draft));
            if (!entry) {
                refusal = entry.error();
                return taken;
            }
        }
    }
    static QByteArray randomAttachment()
    {
        QByteArray bytes(400'000, Qt::Uninitialized);
        QRandomGenerator::global()->fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
        return bytes;
    }

    QTemporaryDir m_mount;
    ManualClock m_clock;
    bool m_isMounted = false;
};

TEST_F(FullDiskTest, refusesWhatBeginsAndStillTakesWhatEnds)
{
    auto ledger = Ledger::open(folder(), m_clock);
    ASSERT_TRUE(ledger) << ledger.error().detail.toStdString();
    QSignalSpy failed(ledger->get(), &Ledger::failed);
    Error refusal;
    const quint64 taken = fillUp(**ledger, refusal);
    EXPECT_GT(taken, 10u);
    EXPECT_EQ(refusal.kind, ErrorKind::Io);
    EXPECT_TRUE(QTest::qWaitFor([&] { return failed.size() == 1; }, 5000));
    Draft closing = TempLedger::draft(1);
    closing.type = QStringLiteral("command-finished");
    closing.kind = Draft::Kind::Closing;
    EXPECT_TRUE(waitFor((*ledger)->append(closing)));
    EXPECT_FALSE(waitFor((*ledger)->append(TempLedger::draft(2))));
    EXPECT_EQ(waitFor((*ledger)->entriesOfType(QStringLiteral("storage-full")))->size(), 1);
    EXPECT_EQ(failed.size(), 1);
    ledger->reset();
    const auto audit = auditFile(folder() + QStringLiteral("/ledger.db"), {});
    ASSERT_TRUE(audit);
    EXPECT_EQ(audit->verdict, Audit::Verdict::Good) << audit->reason.toStdString();
    EXPECT_EQ(audit->entries, taken + 2);
}

TEST_F(FullDiskTest, recoversOnceThereIsSpaceAgain)
{
    const QString ballast = m_mount.filePath(QStringLiteral("ballast"));
    {
        QFile file(ballast);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(18'000'000, 'x'));
    }
    auto ledger = Ledger::open(folder(), m_clock);
    ASSERT_TRUE(ledger) << ledger.error().detail.toStdString();
    Error refusal;
    fillUp(**ledger, refusal);
    EXPECT_FALSE(waitFor((*ledger)->append(TempLedger::draft(1))));
    ASSERT_TRUE(QFile::remove(ballast));
    const auto recovered = waitFor((*ledger)->recover());
    ASSERT_TRUE(recovered) << recovered.error().detail.toStdString();
    EXPECT_TRUE(waitFor((*ledger)->append(TempLedger::draft(1))));
    EXPECT_EQ(waitFor((*ledger)->entriesOfType(QStringLiteral("ledger-recovered")))->size(), 1);
    EXPECT_EQ(QFileInfo(folder() + QStringLiteral("/ledger.reserve")).size(), Storage::reserveSize);
    EXPECT_EQ(waitFor((*ledger)->audit())->verdict, Audit::Verdict::Good);
}

TEST_F(FullDiskTest, isWarnedOfBeforeItHappens)
{
    auto ledger = Ledger::open(folder(), m_clock);
    ASSERT_TRUE(ledger);
    QSignalSpy low(ledger->get(), &Ledger::spaceLow);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !low.isEmpty(); }, 5000));
    EXPECT_LT(low.value(0).value(0).toLongLong(), qint64(200) << 20);
}

TEST(FailedWriteTest, aFileSizeLimitStopsTheLedgerUntilItIsLifted)
{
    TempLedger ledger;
    ledger.append(5);
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    QSignalSpy failed(&ledger.get(), &Ledger::failed);
    const rlimit small{100'000, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    Draft large = TempLedger::draft(1);
    large.attachments = {QByteArray(), QByteArray()};
    for (QByteArray &bytes : large.attachments) {
        bytes.resize(300'000);
        QRandomGenerator::global()->fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    }
    const auto refused = waitFor(ledger->append(large));
    const auto after = waitFor(ledger->append(TempLedger::draft(2)));
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(refused);
    ASSERT_FALSE(after);
    EXPECT_EQ(after.error(), refused.error());
    EXPECT_TRUE(QTest::qWaitFor([&] { return failed.size() == 1; }, 5000));
    ASSERT_TRUE(waitFor(ledger->recover()));
    EXPECT_TRUE(waitFor(ledger->append(large)));
    EXPECT_EQ(waitFor(ledger->audit())->verdict, Audit::Verdict::Good);
}

} // namespace
