// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/timestamp/authority.h>
#include <tests/ui/report/exportfixture.h>

using namespace holdpoint;
using namespace holdpoint::testing;
using report::Judgement;

namespace {

class CertificateSectionTest : public ExportFixture
{
protected:
    void choose(const QString &file)
    {
        if (!child<QCheckBox>(*m_dialog, "exportCertificate")->isChecked())
            tick("exportCertificate");
        m_trust.authorities = s_authorities->file("ca.pem");
        type("exportCertificateFile", file);
    }
    [[nodiscard]] bool isShown(const char *words) const
    {
        return QTest::qWaitFor(
            [&] {
                const auto *facts = child<QLabel>(*m_dialog, "exportCertificateFacts");
                return facts->isVisible() && facts->accessibleName().contains(QLatin1String(words));
            },
            10000);
    }
};

TEST_F(CertificateSectionTest, itsHolderAndItsEndAreSeenBeforeTheReportIsSigned)
{
    openMore(pdf());
    choose(s_authorities->path("signer.p12"));
    EXPECT_TRUE(isShown("needs its password"));
    type("exportPassword", QStringLiteral("secret"));
    EXPECT_TRUE(isShown("CN=signer, valid until 2099-12-31. Vouched for by CN=ca."));
    EXPECT_TRUE(field("exportPassword")->text().isEmpty());
    expectEverythingFits();
    EXPECT_EQ(made(), QStringList());
    exportAndExpect("Signed with the certificate of CN=signer");
    const report::ReportVerification verification = verified();
    EXPECT_TRUE(verification.isGood());
    EXPECT_EQ(verification.certificate.verdict, Judgement::Good) << verification.certificate.reason.toStdString();
    EXPECT_EQ(verification.certificate.covers.size(), 2) << "the manifest and the PDF";
}

TEST_F(CertificateSectionTest, signsAloneWhereNoKeyDoes)
{
    openMore(pdf());
    child<QComboBox>(*m_dialog, "exportSigner")->setCurrentIndex(1);
    choose(s_authorities->path("curve.p12"));
    type("exportPassword", QStringLiteral("secret"));
    for (const QLabel *label : m_dialog->findChildren<QLabel *>())
        EXPECT_FALSE(label->isVisible() && label->text().startsWith(QLatin1String("UNSIGNED")));
    exportAndExpect("Signed with the certificate of CN=curve");
    EXPECT_EQ(verified().certificate.verdict, Judgement::Good);
}

TEST_F(CertificateSectionTest, aWrongPasswordIsSaidAtItsFieldAndNothingIsLost)
{
    openMore();
    tick("exportZip");
    choose(s_authorities->path("signer.p12"));
    type("exportPassword", QStringLiteral("wrong"));
    exportIt();
    expectComplaint("exportPassword", "This password does not open the file");
    exportIt();
    expectComplaint("exportPassword", "needs its password");
    QTest::keyClicks(field("exportPassword"), QStringLiteral("also wrong"));
    exportIt();
    expectComplaint("exportPassword", "This password does not open the file");
    expectEverythingFits();
    EXPECT_TRUE(field("exportPassword")->text().isEmpty());
    EXPECT_EQ(field("exportCertificateFile")->text(), s_authorities->path("signer.p12"));
    EXPECT_TRUE(child<QCheckBox>(*m_dialog, "exportZip")->isChecked());
    QTest::keyClicks(field("exportPassword"), QStringLiteral("secret"));
    exportAndExpect("Signed with the certificate of CN=signer");
    EXPECT_EQ(verified().certificate.verdict, Judgement::Good);
}

TEST_F(CertificateSectionTest, aFileThatCannotSignIsSaidBeforeAnythingIsWritten)
{
    openMore();
    for (const auto &[name, words] :
         {std::pair{"expired.p12", "valid from"}, std::pair{"keyless.p12", "no private key"},
          std::pair{"enciphers.p12", "not for signing"}, std::pair{"ca.pem", "no PKCS#12 file"},
          std::pair{"none.p12", "no such file"}, std::pair{"short.p12", "fewer than"}}) {
        choose(s_authorities->path(name));
        QTest::keyClicks(field("exportPassword"), QStringLiteral("secret"));
        exportIt();
        expectComplaint("exportCertificateFile", words);
    }
    expectEverythingFits();
    choose({});
    field("exportCertificateFile")->clear();
    exportIt();
    expectComplaint("exportCertificateFile", "Choose the file");
    tick("exportCertificate");
    exportAndExpect("is in the folder above");
    m_trust.authorities.reset();
    EXPECT_EQ(verified().certificate.verdict, Judgement::Absent);
}

TEST_F(CertificateSectionTest, thePasswordIsKeptNowhere)
{
    openMore();
    choose(s_authorities->path("signer.p12"));
    type("exportPassword", QStringLiteral("secret"));
    exportAndExpect("CN=signer");
    for (const QLineEdit *edit : m_dialog->findChildren<QLineEdit *>())
        EXPECT_FALSE(edit->text().contains(QLatin1String("secret"))) << edit->objectName().toStdString();
    EXPECT_FALSE(QDir(configFolder()).exists()) << "nothing had to be remembered";
    EXPECT_EQ(field("exportPassword")->echoMode(), QLineEdit::Password);
}

class TimestampSectionTest : public ExportFixture
{
protected:
    void ask(const QUrl &url, const QString &certificates = s_authorities->path("ca.pem"))
    {
        if (!child<QCheckBox>(*m_dialog, "exportTimestamp")->isChecked())
            tick("exportTimestamp");
        m_trust.timestampAuthorities = s_authorities->file("ca.pem");
        type("exportAuthority", url.toString());
        type("exportAuthorityFile", certificates);
    }
    static QUrl nobody()
    {
        QTcpServer port;
        EXPECT_TRUE(port.listen(QHostAddress::LocalHost));
        return QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port.serverPort()));
    }
};

TEST_F(TimestampSectionTest, anAuthorityStampsTheReportAndIsRememberedForTheNext)
{
    openMore();
    ask(s_server->url());
    exportAndExpect("UTC by CN=tsa");
    EXPECT_EQ(verified().timestamp.verdict, Judgement::Good) << verified().timestamp.reason.toStdString();
    press(*m_dialog, "exportVerify");
    EXPECT_TRUE(says("timestamp: good"));
    const timestamp::Authority authority = timestamp::configuredAuthority(configFolder());
    EXPECT_EQ(authority.url, s_server->url()) << "where the terminal looks for it too";
    EXPECT_EQ(authority.certificates, s_authorities->path("ca.pem"));
    openMore();
    EXPECT_FALSE(child<QCheckBox>(*m_dialog, "exportTimestamp")->isChecked()) << "it is asked for each time";
    tick("exportTimestamp");
    EXPECT_EQ(field("exportAuthority")->text(), s_server->url().toString());
    EXPECT_EQ(field("exportAuthorityFile")->text(), s_authorities->path("ca.pem"));
}

TEST_F(TimestampSectionTest, withoutAnAnswerTheReportIsCompleteAndCanBeStampedLaterInAFolderAndInAZip)
{
    for (const bool zipped : {false, true}) {
        QDir(reports()).removeRecursively();
        openMore();
        if (zipped)
            tick("exportZip");
        ask(nobody());
        exportAndExpect("No time stamp: the time stamp authority at http://127.0.0.1:");
        EXPECT_EQ(verified().completeness.verdict, Judgement::Good);
        EXPECT_FALSE(child(*m_dialog, "exportStart")->isVisible());
        tick("exportTimestamp");
        EXPECT_FALSE(child(*m_dialog, "exportStamp")->isEnabled()) << "nobody is to be asked";
        ask(s_server->url("/refuse"));
        press(*m_dialog, "exportStamp");
        EXPECT_TRUE(says("not supported"));
        ask(s_server->url());
        press(*m_dialog, "exportStamp");
        EXPECT_TRUE(says("UTC by CN=tsa"));
        EXPECT_FALSE(message().contains(QLatin1String("No time stamp")));
        EXPECT_FALSE(child(*m_dialog, "exportStamp")->isVisible());
        EXPECT_TRUE(verified().isGood());
        EXPECT_EQ(verified().timestamp.verdict, Judgement::Good);
    }
}

TEST_F(TimestampSectionTest, whatCannotBeAskedIsSaidAtItsFieldBeforeAnythingIsWritten)
{
    openMore();
    tick("exportTimestamp");
    exportIt();
    expectComplaint("exportAuthority", "Say who is to stamp it");
    ask(QUrl(QStringLiteral("ftp://tsa.example/")));
    exportIt();
    expectComplaint("exportAuthority", "begins with http://");
    ask(s_server->url(), s_authorities->path("none.pem"));
    exportIt();
    expectComplaint("exportAuthorityFile", "no such file");
    ask(s_server->url(), s_authorities->path("signer.p12"));
    exportIt();
    expectComplaint("exportAuthorityFile", "there is no certificate (PEM)");
    expectEverythingFits();
    field("exportAuthorityFile")->clear();
    exportIt();
    expectComplaint("exportAuthorityFile", "proves nothing without it");
    EXPECT_FALSE(QDir(configFolder()).exists()) << "what is wrong is not remembered";
}

TEST_F(TimestampSectionTest, anAnswerThatIsNoStampIsNoStamp)
{
    for (const auto &[path, words] :
         {std::pair{"/wrong-imprint", "other bytes"}, std::pair{"/expired", "expired"},
          std::pair{"/garbage", "no time stamp"}, std::pair{"/error", "Service Unavailable"}}) {
        QDir(reports()).removeRecursively();
        openMore();
        ask(s_server->url(path));
        exportAndExpect(words);
        EXPECT_EQ(verified().completeness.verdict, Judgement::Good);
        EXPECT_TRUE(child(*m_dialog, "exportStamp")->isVisible());
    }
}

class PseudonymSectionTest : public ExportFixture
{
protected:
    [[nodiscard]] QString keyFile() const { return m_folder.filePath(QStringLiteral("who.json")); }
    [[nodiscard]] QByteArray page() const
    {
        return readFile(path() + QStringLiteral("/report.html"), 1 << 24).value_or(QByteArray());
    }
};

TEST_F(PseudonymSectionTest, aReportNamesNobodyAndWhoIsWhoIsKeptForItsOwner)
{
    openMore();
    tick("exportPseudonyms");
    expectEverythingFits();
    type("exportKeyFile", keyFile());
    exportAndExpect("Who is who is in the file above");
    EXPECT_TRUE(page().contains("PSEUDONYMOUS"));
    EXPECT_FALSE(page().contains("operator@noc.example"));
    EXPECT_TRUE(readFile(keyFile(), 1 << 20)->contains("operator@noc.example"));
    EXPECT_FALSE(QFileInfo(keyFile()).permissions() & (QFile::ReadGroup | QFile::ReadOther));
    const report::ReportVerification verification = verified();
    EXPECT_EQ(verification.completeness.verdict, Judgement::Good);
    EXPECT_EQ(verification.ledger.verdict, Judgement::Unknown);
}

TEST_F(PseudonymSectionTest, thatASignatureNamesItsSignerIsSaidBeforeAnythingIsWritten)
{
    openMore();
    const auto *said = child<QLabel>(*m_dialog, "exportNamed");
    EXPECT_FALSE(said->isVisible());
    tick("exportPseudonyms");
    EXPECT_TRUE(said->isVisible());
    EXPECT_TRUE(said->text().contains(u"The signature names its signer"));
    expectEverythingFits();
    auto *signer = child<QComboBox>(*m_dialog, "exportSigner");
    signer->setCurrentIndex(signer->count() - 1);
    EXPECT_FALSE(said->isVisible());
}

TEST_F(PseudonymSectionTest, whoIsWhoNeedNotBeKept)
{
    openMore();
    tick("exportPseudonyms");
    exportAndExpect("is in the folder above");
    EXPECT_TRUE(page().contains("PSEUDONYMOUS"));
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::Files), QStringList());
}

TEST_F(PseudonymSectionTest, hostsAndRecordingsAreUpToWhoExports)
{
    openMore();
    tick("exportPseudonyms");
    tick("exportHosts");
    tick("exportRecordings");
    exportIt();
    expectComplaint("exportRecordingsReason", "Say why");
    type("exportRecordingsReason", QStringLiteral("training of new staff"));
    exportAndExpect("is in the folder above");
    EXPECT_TRUE(page().contains("training of new staff"));
    EXPECT_TRUE(page().contains("Host 1"));
    EXPECT_TRUE(QFileInfo::exists(path() + QStringLiteral("/terminal-1.cast")));
    EXPECT_EQ(waitFor(m_ledger->entriesOfType(QStringLiteral("recording-viewed")))->size(), 1);
}

TEST_F(PseudonymSectionTest, aKeyFileThatIsThereIsNotOverwritten)
{
    QFile file(keyFile());
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    openMore();
    tick("exportPseudonyms");
    type("exportKeyFile", keyFile());
    exportIt();
    expectComplaint("exportKeyFile", "is not overwritten");
    type("exportKeyFile", m_folder.filePath(QStringLiteral("nowhere/who.json")));
    exportIt();
    expectComplaint("exportKeyFile", "there is no folder");
    EXPECT_EQ(file.size(), 0);
}

TEST_F(PseudonymSectionTest, aCertificateWouldNameItsHolderSoItIsRuledOut)
{
    openMore();
    tick("exportCertificate");
    type("exportCertificateFile", s_authorities->path("signer.p12"));
    tick("exportPseudonyms");
    EXPECT_FALSE(child(*m_dialog, "exportCertificate")->isEnabled());
    EXPECT_FALSE(child(*m_dialog, "exportCertificateFile")->isVisible());
    expectEverythingFits();
    exportAndExpect("is in the folder above");
    EXPECT_FALSE(QFileInfo::exists(path() + QStringLiteral("/MANIFEST.sha256.p7s")));
    EXPECT_FALSE(page().contains("CN=signer"));
}

} // namespace
