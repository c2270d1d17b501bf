// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/report/verifydialog.h>

#include <models/report/verificationtext.h>
#include <tests/ui/report/exportfixture.h>
#include <ui/common/statusbadge.h>

using namespace holdpoint;
using namespace holdpoint::testing;
using ui::VerifyDialog;

namespace {

class VerifyDialogTest : public ExportFixture
{
protected:
    ~VerifyDialogTest() override { delete m_verifying; }

    /// A signed and stamped report, and a list that names its signer.
    void exportOne()
    {
        openMore();
        tick("exportTimestamp");
        type("exportAuthority", s_server->url().toString());
        type("exportAuthorityFile", s_authorities->path("ca.pem"));
        exportAndExpect("is in the folder above");
        QFile list(signers());
        ASSERT_TRUE(list.open(QIODevice::WriteOnly));
        list.write(m_key->allowedLine());
    }
    void openVerifying()
    {
        delete m_verifying;
        m_verifying = new VerifyDialog(m_reports->service({}));
        m_verifying->show();
        m_verifying->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_verifying));
    }
    [[nodiscard]] QString signers() const { return m_folder.filePath(QStringLiteral("allowed_signers")); }
    void fill(const char *name, const QString &text) const { child<QLineEdit>(*m_verifying, name)->setText(text); }
    [[nodiscard]] QString filled(const char *name) const { return child<QLineEdit>(*m_verifying, name)->text(); }
    void verify() const { press(*m_verifying, "verifyStart"); }
    [[nodiscard]] bool answers(const char *words) const
    {
        return QTest::qWaitFor(
            [&] { return m_verifying->findChild<ui::MessageBar *>()->text().contains(QLatin1String(words)); }, 20000);
    }
    /// Signature, completeness, ledger, time stamp, certificate.
    [[nodiscard]] QStringList verdicts() const
    {
        QStringList words;
        for (const auto *badge : child<QWidget>(*m_verifying, "verifyVerdicts")->findChildren<ui::StatusBadge *>())
            words.append(badge->word());
        return words;
    }
    /// All that is said of them.
    [[nodiscard]] QString reasons() const
    {
        QString text;
        for (const auto *label : child<QWidget>(*m_verifying, "verifyVerdicts")->findChildren<QLabel *>())
            text += label->text().remove(QChar(0x200B)) + u'\n';
        return text;
    }
    void expectItFits() const
    {
        QTest::qWait(10); // until the layout knows of it
        for (const QStringList &found :
             {clippedTexts(*m_verifying), namelessWidgets(*m_verifying), smallTargets(*m_verifying)})
            EXPECT_TRUE(found.isEmpty()) << found.join(u'\n').toStdString();
    }

    QPointer<VerifyDialog> m_verifying;
};

TEST_F(VerifyDialogTest, aReportIsGoodByTheFilesThatSomebodyTrustsAndTheyAreRemembered)
{
    exportOne();
    openVerifying();
    fill("verifyReport", path() + QStringLiteral("/MANIFEST.sha256"));
    fill("verifySigners", signers());
    fill("verifyStampers", s_authorities->path("ca.pem"));
    verify();
    EXPECT_TRUE(answers("The report is good"));
    const QString good = QStringLiteral("Good");
    EXPECT_EQ(verdicts(), (QStringList{good, good, good, good, QStringLiteral("Absent")}));
    EXPECT_TRUE(reasons().contains(QStringLiteral("signed by operator@noc.example"))) << reasons().toStdString();
    EXPECT_TRUE(reasons().contains(QStringLiteral("says CN=tsa"))) << reasons().toStdString();
    expectItFits();
    openVerifying();
    EXPECT_EQ(filled("verifySigners"), signers());
    EXPECT_EQ(filled("verifyStampers"), s_authorities->path("ca.pem"));
    EXPECT_TRUE(filled("verifyAuthorities").isEmpty());
}

TEST_F(VerifyDialogTest, everyVerdictIsSaidAsTheTerminalSaysIt)
{
    exportOne();
    QFile page(path() + QStringLiteral("/report.html"));
    ASSERT_TRUE(page.open(QIODevice::Append));
    page.write(" ");
    page.close();
    openVerifying();
    fill("verifyReport", path());
    fill("verifySigners", signers());
    fill("verifyAuthorities", s_authorities->path("ca.pem"));
    verify();
    EXPECT_TRUE(answers("Not all of it is proven"));
    EXPECT_EQ(verdicts(), (QStringList{QStringLiteral("Good"), QStringLiteral("Bad"), QStringLiteral("Good"),
                                       QStringLiteral("Unknown"), QStringLiteral("Bad")}));
    m_trust.authorities = s_authorities->file("ca.pem");
    for (const report::VerdictWords &verdict : report::verdictsInWords(verified()))
        EXPECT_TRUE(reasons().contains(verdict.reason)) << verdict.reason.toStdString();
    EXPECT_TRUE(reasons().contains(QStringLiteral("report.html: changed"))) << reasons().toStdString();
    expectItFits();
    fill("verifyReport", m_folder.filePath(QStringLiteral("none")));
    verify();
    EXPECT_TRUE(answers("no such folder"));
    EXPECT_TRUE(verdicts().isEmpty()) << "those of another report are gone";
}

TEST_F(VerifyDialogTest, aRevokedCertificateIsBadByTheListThatIsNamed)
{
    openMore();
    tick("exportCertificate");
    type("exportCertificateFile", s_authorities->path("curve.p12"));
    type("exportPassword", QStringLiteral("secret"));
    exportAndExpect("Signed with the certificate of CN=curve");
    static_cast<void>(s_authorities->openssl(QStringLiteral("ca -config openssl.cnf -revoke curve.pem")));
    static_cast<void>(
        s_authorities->openssl(QStringLiteral("ca -config openssl.cnf -gencrl -crldays 1 -out revoked.crl")));
    openVerifying();
    fill("verifyReport", path());
    fill("verifyRevocations", s_authorities->path("revoked.crl"));
    verify();
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
            return child<QLabel>(*m_verifying, "verifyAuthoritiesComplaint")->accessibleName().contains(u"authorities");
        },
        5000));
    fill("verifyAuthorities", s_authorities->path("ca.pem"));
    verify();
    EXPECT_TRUE(answers("Not all of it is proven"));
    EXPECT_EQ(verdicts().value(4), QStringLiteral("Bad"));
    EXPECT_TRUE(reasons().contains(QStringLiteral("revoked"))) << reasons().toStdString();
    expectItFits();
    openVerifying();
    EXPECT_EQ(filled("verifyRevocations"), s_authorities->path("revoked.crl"));
}

TEST_F(VerifyDialogTest, whatIsNotThereIsNamed)
{
    open();
    openVerifying();
    verify();
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return child<QLabel>(*m_verifying, "verifyReportComplaint")->accessibleName().contains(u"Choose"); },
        5000));
    fill("verifyReport", reports());
    fill("verifySigners", signers());
    verify();
    EXPECT_TRUE(answers("allowed_signers"));
    EXPECT_TRUE(verdicts().isEmpty());
}

} // namespace
