// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/recordings.h>
#include <models/report/reportbuilder.h>
#include <models/report/spool.h>
#include <tests/unit/report/samplerun.h>

#include <gtest/gtest.h>

#include <QDir>
#include <QTemporaryDir>

using namespace holdpoint;
using namespace holdpoint::report;
using namespace holdpoint::testing;

namespace {

QStringList allIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

TEST(SpoolTest, givesBackWhatWasPutInAndIsSeenByNobody)
{
    const QTemporaryDir folder;
    const auto spool = Spool::open(folder.path());
    ASSERT_TRUE(spool) << spool.error().detail.toStdString();
    QByteArray all;
    for (int i = 0; i < 40; ++i) {
        const QByteArray piece(100'000, char('a' + i % 26));
        ASSERT_TRUE((*spool)->append(piece));
        all += piece;
    }
    EXPECT_EQ((*spool)->size(), all.size());
    EXPECT_EQ(allIn(folder.path()), QStringList());
    for (int twice = 0; twice < 2; ++twice) {
        QByteArray back;
        ASSERT_TRUE((*spool)->pieces([&](QByteArrayView piece) {
            back += piece;
            return Result<>();
        }));
        EXPECT_EQ(back, all);
    }
}

TEST(SpoolTest, stopsWhereItsReaderFails)
{
    const QTemporaryDir folder;
    const auto spool = Spool::open(folder.path());
    ASSERT_TRUE(spool);
    ASSERT_TRUE((*spool)->append(QByteArray(5 << 20, 'x')));
    int pieces = 0;
    const auto read = (*spool)->pieces([&](QByteArrayView) -> Result<> {
        ++pieces;
        return fail(ErrorKind::Io, QStringLiteral("full"));
    });
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().detail, QStringLiteral("full"));
    EXPECT_EQ(pieces, 1);
}

TEST(SpoolTest, aFolderThatIsNotThereIsAnError)
{
    const auto spool = Spool::open(QStringLiteral("/nonexistent/folder"));
    ASSERT_FALSE(spool);
    EXPECT_EQ(spool.error().kind, ErrorKind::Io);
}

TEST(SpoolTest, aSlashAtTheEndOfAReportsPathSaysNothing)
{
    const QTemporaryDir folder;
    TempLedger ledger;
    const QByteArray run = writeSampleRun(ledger);
    ReportBuilder builder(ledger.get(), ledger.clock(), {}, QStringLiteral("op"));
    const auto written = waitFor(builder.write(run, {.path = folder.filePath(QStringLiteral("r/"))}));
    EXPECT_TRUE(written) << written.error().detail.toStdString();
    EXPECT_EQ(allIn(folder.path()), QStringList{QStringLiteral("r")});
}

TEST(SpoolTest, aReportFromDiskHasTheRecordingsOfOneFromMemory)
{
    const QTemporaryDir folder;
    TempLedger ledger;
    const QByteArray run = writeSampleRun(ledger);
    ReportBuilder builder(ledger.get(), ledger.clock(), {}, QStringLiteral("op"));
    const auto input = waitFor(builder.gather(run));
    ASSERT_TRUE(input);
    for (const auto container : {Container::Folder, Container::Zip}) {
        const QString target =
            folder.filePath(container == Container::Folder ? QStringLiteral("r") : QStringLiteral("r.zip"));
        ASSERT_TRUE(waitFor(builder.write(run, {.path = target, .container = container})));
        const auto source = openReport(target);
        ASSERT_TRUE(source);
        const session::RunState state = session::foldRun(input->entries);
        for (const Recording &recording : recordingsOf(input->entries)) {
            const QString title = QStringLiteral("%1 - %2").arg(state.runbookTitle, recording.pane);
            EXPECT_EQ((*source)->read(recording.fileName, 1 << 20).value_or(QByteArray()),
                      asciicast(recording, input->entries, title, state.started))
                << recording.fileName.toStdString();
        }
    }
    QStringList made = allIn(folder.path());
    made.sort();
    EXPECT_EQ(made, (QStringList{QStringLiteral("r"), QStringLiteral("r.zip")}));
    EXPECT_EQ(QFile::permissions(folder.filePath(QStringLiteral("r.zip"))) & (QFile::ReadGroup | QFile::ReadOther), 0);
}

} // namespace
