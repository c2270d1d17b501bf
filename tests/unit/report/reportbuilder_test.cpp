// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportbuilder.h>

#include <models/ledger/sshsig.h>
#include <models/report/reportverifier.h>
#include <tests/unit/report/keysigner.h>
#include <tests/unit/report/samplerun.h>

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <sys/stat.h>
#include <unistd.h>

using namespace holdpoint;
using namespace holdpoint::report;
using namespace holdpoint::testing;

namespace {

class ReportBuilderTest : public ::testing::Test
{
protected:
    [[nodiscard]] QString target() const { return m_folder.filePath(QStringLiteral("report")); }

    Result<WrittenReport> write(const std::shared_ptr<Signer> &signer, const PdfRenderer &pdf = {})
    {
        const QByteArray run = writeSampleRun(m_ledger);
        ReportBuilder builder(m_ledger.get(), m_ledger.clock(), pdf, QStringLiteral("op"));
        return waitFor(builder.write(run, {.path = target(), .endorsements = {.signer = signer}}));
    }

    [[nodiscard]] QByteArray file(const char *name) const
    {
        QFile bytes(target() + QLatin1Char('/') + QLatin1String(name));
        EXPECT_TRUE(bytes.open(QIODevice::ReadOnly)) << name;
        return bytes.readAll();
    }

    QTemporaryDir m_folder;
    TempLedger m_ledger;
};

TEST_F(ReportBuilderTest, stockToolsSayThatASignedReportIsGood)
{
    const auto key = std::make_shared<KeySigner>();
    const auto written = write(key);
    ASSERT_TRUE(written) << written.error().detail.toStdString();
    EXPECT_TRUE(written->isSigned);
    QFile allowed(m_folder.filePath(QStringLiteral("allowed_signers")));
    ASSERT_TRUE(allowed.open(QIODevice::WriteOnly));
    allowed.write(key->allowedLine("namespaces=\"session-report@holdpoint\""));
    allowed.close();
    const Ran verified = run(QStringLiteral("ssh-keygen"),
                             {QStringLiteral("-Y"), QStringLiteral("verify"), QStringLiteral("-f"), allowed.fileName(),
                              QStringLiteral("-I"), QStringLiteral("operator@noc.example"), QStringLiteral("-n"),
                              QStringLiteral("session-report@holdpoint"), QStringLiteral("-s"),
                              QStringLiteral("MANIFEST.sha256.sig")},
                             file("MANIFEST.sha256"), target());
    EXPECT_EQ(verified.status, 0) << verified.output.constData();
    const Ran summed = run(QStringLiteral("sha256sum"), {QStringLiteral("--strict"), QStringLiteral("-c"), QStringLiteral("MANIFEST.sha256")}, {}, target());
    EXPECT_EQ(summed.status, 0) << summed.output.constData();
    EXPECT_EQ(summed.output.count(": OK"), 6) << summed.output.constData();
}

TEST_F(ReportBuilderTest, theFilesAreThoseOfTheFormatAndOnlyTheOwnerMayReadThem)
{
    const mode_t old = ::umask(0);
    const auto written = write(std::make_shared<KeySigner>());
    ::umask(old);
    ASSERT_TRUE(written);
    const QStringList names = QDir(target()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    EXPECT_EQ(names.join(QLatin1Char(' ')).toStdString(),
              "MANIFEST.sha256 MANIFEST.sha256.sig ledger-proof.txt report.html runbook.md session.jsonl "
              "terminal-1.cast terminal-2.cast");
    struct stat status{};
    ASSERT_EQ(::stat(QFile::encodeName(target()).constData(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777, 0700U);
    for (const QString &name : names) {
        ASSERT_EQ(::stat(QFile::encodeName(target() + QLatin1Char('/') + name).constData(), &status), 0);
        EXPECT_EQ(status.st_mode & 07777, 0600U) << name.toStdString();
    }
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
              QStringList{QStringLiteral("report")});
}

TEST_F(ReportBuilderTest, theSourceAndTheRecordingsAreByteForByteWhatTheLedgerHolds)
{
    ASSERT_TRUE(write({}));
    EXPECT_EQ(file("runbook.md"), sampleRunbook());
    const QList<QByteArray> lines = file("terminal-2.cast").split('\n');
    const QJsonObject header = QJsonDocument::fromJson(lines.first()).object();
    EXPECT_EQ(header[QLatin1String("version")].toInt(), 2);
    EXPECT_EQ(header[QLatin1String("width")].toInt(), 100);
    EXPECT_EQ(header[QLatin1String("height")].toInt(), 30);
    EXPECT_EQ(header[QLatin1String("title")].toString(), QStringLiteral("Drain a node - node"));
    ASSERT_GT(lines.size(), 5);
    for (qsizetype i = 1; i + 1 < lines.size(); ++i) {
        const QJsonArray event = QJsonDocument::fromJson(lines[i]).array();
        ASSERT_EQ(event.size(), 3) << lines[i].constData();
        EXPECT_EQ(event[1].toString(), QStringLiteral("o"));
    }
    EXPECT_EQ(lines.last(), QByteArray());
}

TEST_F(ReportBuilderTest, withoutASignerThePageBeginsWithUnsigned)
{
    const auto written = write({});
    ASSERT_TRUE(written);
    EXPECT_FALSE(written->isSigned);
    EXPECT_FALSE(QFileInfo::exists(target() + QStringLiteral("/MANIFEST.sha256.sig")));
    const QByteArray page = file("report.html");
    const qsizetype body = page.indexOf("<header>");
    EXPECT_LT(page.indexOf("UNSIGNED", body), page.indexOf("<h1>"));
    EXPECT_TRUE(page.contains("<title>PRACTICE - UNSIGNED - "));
}

TEST_F(ReportBuilderTest, aKeyThatRefusesLeavesACompleteReportThatSaysWhy)
{
    const auto written = write(std::make_shared<RefusingSigner>());
    ASSERT_TRUE(written) << written.error().detail.toStdString();
    EXPECT_FALSE(written->isSigned);
    ASSERT_TRUE(written->signatureError);
    EXPECT_EQ(written->signatureError->kind, ErrorKind::Timeout);
    EXPECT_FALSE(QFileInfo::exists(target() + QStringLiteral("/MANIFEST.sha256.sig")));
    EXPECT_TRUE(file("report.html").contains("nobody touched the key"));
    const auto verified = verifyReport(target(), {.when = QDateTime::currentDateTimeUtc()});
    ASSERT_TRUE(verified);
    EXPECT_EQ(verified->completeness.verdict, Judgement::Good) << verified->completeness.reason.toStdString();
}

TEST_F(ReportBuilderTest, whatStandsAtTheTargetIsNeverTouched)
{
    ASSERT_TRUE(QDir().mkpath(target()));
    const auto overFolder = write({});
    ASSERT_FALSE(overFolder);
    EXPECT_EQ(overFolder.error().kind, ErrorKind::NotPermitted);
    EXPECT_TRUE(QDir(target()).isEmpty());
    ASSERT_TRUE(QDir().rmdir(target()));
    const QString elsewhere = m_folder.filePath(QStringLiteral("elsewhere"));
    ASSERT_TRUE(QFile::link(elsewhere, target()));
    ReportBuilder builder(m_ledger.get(), m_ledger.clock(), {}, QStringLiteral("op"));
    for (const QString &path : {target(), target() + QLatin1Char('/')}) {
        const auto overLink = waitFor(builder.write(QByteArray(16, '\x42'), {.path = path}));
        ASSERT_FALSE(overLink);
        EXPECT_EQ(overLink.error().kind, ErrorKind::NotPermitted);
    }
    EXPECT_FALSE(QFileInfo::exists(elsewhere));
}

TEST_F(ReportBuilderTest, aFolderThatCannotBeWrittenLeavesNothingHalfDone)
{
    const QByteArray run = writeSampleRun(m_ledger);
    QFile file(m_folder.filePath(QStringLiteral("file")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    ReportBuilder builder(m_ledger.get(), m_ledger.clock(), {}, QStringLiteral("op"));
    const auto written = waitFor(builder.write(run, {.path = m_folder.filePath(QStringLiteral("file/report"))}));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, ErrorKind::Io);
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
              QStringList{QStringLiteral("file")});
}

TEST_F(ReportBuilderTest, aRunNobodyStartedIsNotFound)
{
    ReportBuilder builder(m_ledger.get(), m_ledger.clock(), {}, QStringLiteral("op"));
    const auto written = waitFor(builder.write(QByteArray(16, '\x7f'), {.path = target()}));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, ErrorKind::NotFound);
    EXPECT_FALSE(QFileInfo::exists(target()));
}

TEST_F(ReportBuilderTest, aPdfThatFailsIsMissingAndSaidSo)
{
    const auto written = write({}, [](const QString &) {
        return QtFuture::makeReadyFuture(Result<QByteArray>(fail(ErrorKind::Io, QStringLiteral("no fonts"))));
    });
    ASSERT_TRUE(written);
    ASSERT_TRUE(written->pdfError);
    EXPECT_EQ(written->pdfError->detail, QStringLiteral("no fonts"));
    EXPECT_FALSE(QFileInfo::exists(target() + QStringLiteral("/report.pdf")));
    EXPECT_FALSE(file("report.html").contains("report.pdf"));
}

TEST_F(ReportBuilderTest, anEntryOfAnotherRunBetweenDoesNotDisturbTheProof)
{
    m_ledger.append(3);
    const QByteArray run = writeSampleRun(m_ledger);
    m_ledger.append(5);
    const auto key = std::make_shared<KeySigner>();
    ReportBuilder builder(m_ledger.get(), m_ledger.clock(), {}, QStringLiteral("op"));
    ASSERT_TRUE(waitFor(builder.write(run, {.path = target(), .endorsements = {.signer = key}})));
    const auto verified = verifyReport(target(), {.allowedSigners = key->allowedLine(), .when = QDateTime::currentDateTimeUtc()});
    ASSERT_TRUE(verified);
    EXPECT_TRUE(verified->isGood()) << QJsonDocument(verificationJson(*verified)).toJson().constData();
    EXPECT_GE(verified->ledger.size, quint64(verified->ledger.entries) + 8);
}

} // namespace
