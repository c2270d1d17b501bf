// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportbuilder.h>

#include <app/pdf/pdfprocess.h>
#include <models/report/pdfsignature.h>
#include <models/report/reportstamp.h>
#include <models/report/reportverifier.h>
#include <models/report/reportzip.h>
#include <models/x509/cmssignature.h>
#include <tests/support/authorities.h>
#include <tests/unit/report/keysigner.h>
#include <tests/unit/report/samplerun.h>

#include <QFileInfo>

using namespace holdpoint;
using namespace holdpoint::report;
using namespace holdpoint::testing;

namespace {

class EndorsementsTest : public ::testing::Test
{
protected:
    static void SetUpTestSuite() { s_authorities = new Authorities; }
    static void TearDownTestSuite() { delete s_authorities; }

    [[nodiscard]] QString target(const char *name = "report") const { return m_folder.filePath(QLatin1String(name)); }

    static Result<std::shared_ptr<const x509::CertificateKey>> key(const char *file = "signer.p12")
    {
        return x509::CertificateKey::read(s_authorities->file(file), "secret", QDateTime::currentDateTimeUtc());
    }
    /// openssl ts in the place of an authority on the network.
    static QFuture<Result<x509::TimeStamp>> stamp(const QByteArray &message)
    {
        const QByteArray request = x509::timestampRequest(message);
        s_authorities->write("x.tsq", request);
        static_cast<void>(
            s_authorities->openssl(QStringLiteral("ts -reply -config openssl.cnf -section tsa-good -queryfile x.tsq "
                                                  "-signer tsa.pem -inkey tsa.key -out x.tsr")));
        return QtFuture::makeReadyFuture(
            x509::checkAnswer(s_authorities->file("x.tsr"), request, {s_authorities->file("ca.pem"), {}}));
    }
    static QFuture<Result<x509::TimeStamp>> refuse(const QByteArray &)
    {
        return QtFuture::makeReadyFuture(
            Result<x509::TimeStamp>(fail(ErrorKind::Timeout, QStringLiteral("nobody answers"))));
    }

    Result<WrittenReport> write(const Endorsements &endorsements, const char *name = "report",
                                Container container = Container::Folder)
    {
        ReportBuilder builder(m_ledger.get(), m_ledger.clock(),
                              pdf::processRenderer(QStringLiteral(HOLDPOINT_BIN_DIR "/holdpoint-pdf"), &m_context),
                              QStringLiteral("auditor@noc"));
        return waitFor(
            builder.write(m_run, {.path = target(name), .endorsements = endorsements, .container = container}), 60000);
    }
    [[nodiscard]] ReportVerification verify(const char *name = "report") const
    {
        const auto verified = verifyReport(target(name), {.allowedSigners = m_key->allowedLine(),
                                                          .authorities = s_authorities->file("ca.pem"),
                                                          .timestampAuthorities = s_authorities->file("ca.pem"),
                                                          .when = QDateTime::currentDateTimeUtc()});
        EXPECT_TRUE(verified);
        return verified.value_or(ReportVerification{});
    }
    [[nodiscard]] QByteArray file(const char *name) const
    {
        return readFile(target() + QLatin1Char('/') + QLatin1String(name), 1 << 24).value_or(QByteArray());
    }

    static inline Authorities *s_authorities = nullptr;
    QTemporaryDir m_folder;
    QObject m_context;
    TempLedger m_ledger;
    QByteArray m_run = writeSampleRun(m_ledger);
    std::shared_ptr<KeySigner> m_key = std::make_shared<KeySigner>();
};

TEST_F(EndorsementsTest, aReportWithAllOfThemIsGoodInAFolderAndInAZip)
{
    const Endorsements all{.signer = m_key, .certificate = key(), .stamp = stamp};
    ASSERT_TRUE(write(all));
    const auto zipped = write(all, "report.zip", Container::Zip);
    ASSERT_TRUE(zipped) << zipped.error().detail.toStdString();
    EXPECT_TRUE(QFileInfo(target("report.zip")).isFile());
    for (const char *name : {"report", "report.zip"}) {
        const ReportVerification verification = verify(name);
        EXPECT_TRUE(verification.isGood()) << name;
        EXPECT_EQ(verification.timestamp.verdict, Judgement::Good) << verification.timestamp.reason.toStdString();
        EXPECT_EQ(verification.certificate.verdict, Judgement::Good) << verification.certificate.reason.toStdString();
        EXPECT_EQ(verification.certificate.covers.size(), 2);
    }
}

TEST_F(EndorsementsTest, pdfsigSaysThatTheWholePdfIsSigned)
{
    ASSERT_TRUE(write({.signer = m_key, .certificate = key()}));
    const Ran said =
        run(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), target() + QStringLiteral("/report.pdf")});
    for (const char *words : {"Signature is Valid", "Total document signed", "ETSI.CAdES.detached"})
        EXPECT_TRUE(said.output.contains(words)) << said.output.constData();
}

TEST_F(EndorsementsTest, aPdfWithAnAppendedRevisionWasChangedAfterSigning)
{
    ASSERT_TRUE(write({.signer = m_key, .certificate = key()}));
    const QByteArray pdf = file("report.pdf");
    const auto whole = findPdfSignature(pdf);
    ASSERT_TRUE(whole && *whole);
    const auto appended = findPdfSignature(pdf + "5 0 obj\n<<>>\nendobj\n");
    ASSERT_FALSE(appended);
    EXPECT_TRUE(appended.error().detail.contains(QStringLiteral("changed after signing")));
    const auto again = signPdf(pdf, **key(), QDateTime::currentDateTimeUtc());
    EXPECT_FALSE(again) << "a signed PDF is not signed a second time";
}

TEST_F(EndorsementsTest, withoutTheCertificateTheReportSaysWhyAndHasNoTraceOfIt)
{
    const auto written = write({.signer = m_key, .certificate = key("expired.p12"), .stamp = stamp});
    ASSERT_TRUE(written);
    ASSERT_TRUE(written->certificateError);
    EXPECT_TRUE(written->isSigned);
    EXPECT_FALSE(written->certificate);
    EXPECT_TRUE(file("report.html").contains("none: the certificate of CN=expired is valid from"));
    EXPECT_TRUE(file("MANIFEST.sha256.p7s").isEmpty());
    EXPECT_FALSE(file("report.pdf").contains("/ByteRange"));
}

TEST_F(EndorsementsTest, nobodySignsWhenKeyAndCertificateAreNotToBeHad)
{
    const auto written = write({.signer = std::make_shared<RefusingSigner>(), .certificate = key("enciphers.p12")});
    ASSERT_TRUE(written);
    const QByteArray page = file("report.html");
    EXPECT_TRUE(page.contains("UNSIGNED"));
    EXPECT_TRUE(page.contains("nobody touched the key"));
    EXPECT_TRUE(page.contains("not for signing"));
}

TEST_F(EndorsementsTest, aCertificateSignsWhenTheKeyRefuses)
{
    const auto written = write({.signer = std::make_shared<RefusingSigner>(), .certificate = key()});
    ASSERT_TRUE(written);
    EXPECT_TRUE(written->signatureError);
    EXPECT_TRUE(written->certificate);
    EXPECT_EQ(verify().certificate.verdict, Judgement::Good);
    EXPECT_FALSE(file("report.html").contains("UNSIGNED"));
}

TEST_F(EndorsementsTest, whereNoAuthorityAnswersTheReportIsSignedAndCanBeStampedLater)
{
    const auto written = write({.signer = m_key, .stamp = refuse});
    ASSERT_TRUE(written);
    EXPECT_TRUE(written->isSigned);
    ASSERT_TRUE(written->timestampError);
    EXPECT_EQ(verify().timestamp.verdict, Judgement::Bad) << "who names authorities asks for a stamp";
    EXPECT_FALSE(waitFor(stampReport(target(), refuse, &m_context)));
    EXPECT_TRUE(file("MANIFEST.sha256.sig.tsr").isEmpty());
    ASSERT_TRUE(waitFor(stampReport(target(), stamp, &m_context)));
    EXPECT_EQ(verify().timestamp.verdict, Judgement::Good);
    EXPECT_EQ(waitFor(stampReport(target(), stamp, &m_context)).error().kind, ErrorKind::NotPermitted);
}

TEST_F(EndorsementsTest, aPdfOfAnotherMakeIsNotSigned)
{
    for (const QByteArray &pdf :
         {QByteArray(), QByteArray("%PDF-1.4\n"), QByteArray("startxref\n9999999\n%%EOF"),
          QByteArray(
              "%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1 /Root 1 0 R>>\nstartxref\n9\n%%EOF\n")})
        EXPECT_FALSE(signPdf(pdf, **key(), QDateTime::currentDateTimeUtc())) << pdf.constData();
}

TEST_F(EndorsementsTest, aZipThatCannotBeAReportIsAVerdict)
{
    ASSERT_TRUE(writePrivateFile(target("not.zip"), "PK\x05\x06 and nothing else"));
    EXPECT_EQ(verify("not.zip").completeness.verdict, Judgement::Bad);
    for (const char *name : {"../evil", "a/b", "/etc/evil"}) {
        QFile::remove(target("evil.zip"));
        ASSERT_TRUE(
            writeReportZip(target("evil.zip"), {{QStringLiteral("report.html"), "x"}, {QLatin1String(name), "y"}}));
        const ReportVerification verification = verify("evil.zip");
        EXPECT_EQ(verification.signature.verdict, Judgement::Bad) << name;
        EXPECT_TRUE(verification.completeness.reason.contains(QStringLiteral("something else"))) << name;
    }
    EXPECT_FALSE(verifyReport(target("none.zip"), {}));
}

TEST_F(EndorsementsTest, aReportThatWasLeftWithoutItsStampGetsItLaterInAFolderAndInAZip)
{
    const Endorsements unstamped{.signer = m_key, .stamp = refuse};
    ASSERT_TRUE(write(unstamped));
    ASSERT_TRUE(write(unstamped, "report.zip", Container::Zip));
    for (const char *name : {"report", "report.zip"}) {
        EXPECT_FALSE(waitFor(stampReport(target(name), refuse, &m_context))) << name;
        ASSERT_TRUE(waitFor(stampReport(target(name), stamp, &m_context))) << name;
        EXPECT_EQ(verify(name).timestamp.verdict, Judgement::Good) << name;
        EXPECT_EQ(verify(name).completeness.verdict, Judgement::Good) << name;
        const auto again = waitFor(stampReport(target(name), stamp, &m_context));
        ASSERT_FALSE(again) << name;
        EXPECT_EQ(again.error().kind, ErrorKind::NotPermitted);
    }
    EXPECT_EQ(QFile::permissions(target("report.zip")) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

TEST_F(EndorsementsTest, aZipThatSomebodyMadeOfTheFolderGetsItsStampBesideTheOtherFiles)
{
    ASSERT_TRUE(write({.signer = m_key}));
    const QString made = target("by-hand.zip");
    const Ran packed = run(QStringLiteral("python3"), {QStringLiteral("-m"), QStringLiteral("zipfile"),
                                                       QStringLiteral("-c"), made, target("report")});
    ASSERT_TRUE(QFileInfo::exists(made)) << packed.output.constData();
    const qint64 before = QFileInfo(made).size();
    const auto stamped = waitFor(stampReport(made, stamp, &m_context));
    ASSERT_TRUE(stamped) << stamped.error().detail.toStdString();
    EXPECT_EQ(verify("by-hand.zip").timestamp.verdict, Judgement::Good);
    EXPECT_EQ(verify("by-hand.zip").completeness.verdict, Judgement::Good);
    EXPECT_GT(QFileInfo(made).size(), before) << "what was in it stays packed as it was";
}

/// A zip of a folder with a name that is not ASCII: written in place, or to a pipe, which cannot go back.
constexpr char packInFolder[] = R"(
import os, sys, zipfile
made, folder, method = sys.argv[1:]
class Pipe:
    def __init__(self, path):
        self.file = open(path, 'wb')
        self.write, self.flush = self.file.write, self.file.flush
with zipfile.ZipFile(made if method == 'in place' else Pipe(made), 'w', zipfile.ZIP_DEFLATED) as archive:
    for name in sorted(os.listdir(folder)):
        archive.write(os.path.join(folder, name), 'Pr\u00fcf' + '/' + name)
)";
/// Whether everything lies in one folder for whoever goes by the marks.
constexpr char lookAsOthersDo[] = R"(
import sys, zipfile
sys.exit(len({name.rpartition('/')[0] for name in zipfile.ZipFile(sys.argv[1]).namelist()}) - 1)
)";

TEST_F(EndorsementsTest, aStampLiesInTheSameFolderOfAZipForEveryReader)
{
    ASSERT_TRUE(write({.signer = m_key}));
    for (const char *method : {"in place", "piped"}) {
        const QString made = target("by-hand.zip");
        const auto python = [](const QStringList &arguments) {
            return run(QStringLiteral("python3"), QStringList{QStringLiteral("-c")} + arguments);
        };
        QFile::remove(made);
        (void)python({QLatin1String(packInFolder), made, target("report"), QLatin1String(method)});
        ASSERT_EQ(verify("by-hand.zip").completeness.verdict, Judgement::Good) << method;
        const auto stamped = waitFor(stampReport(made, stamp, &m_context));
        ASSERT_TRUE(stamped) << method << ": " << stamped.error().detail.toStdString();
        EXPECT_EQ(verify("by-hand.zip").timestamp.verdict, Judgement::Good) << method;
        EXPECT_EQ(verify("by-hand.zip").completeness.verdict, Judgement::Good) << method;
        EXPECT_EQ(python({QLatin1String(lookAsOthersDo), made}).status, 0) << method;
    }
}

} // namespace
