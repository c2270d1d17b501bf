// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/report/stampdialog.h>

#include <tests/ui/report/exportfixture.h>

using namespace holdpoint;
using namespace holdpoint::testing;
using report::Judgement;
using ui::StampDialog;

namespace {

class StampDialogTest : public ExportFixture
{
protected:
    ~StampDialogTest() override { delete m_stamping; }

    /// A report of an earlier day, without a stamp.
    void exportOne(const char *container = nullptr)
    {
        openMore();
        if (container)
            tick(container);
        exportAndExpect("is in the folder above");
        m_trust.timestampAuthorities = s_authorities->file("ca.pem");
        m_stamping = new StampDialog(m_reports->service({}));
        m_stamping->show();
        m_stamping->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_stamping));
    }
    void fill(const char *name, const QString &text) const { child<QLineEdit>(*m_stamping, name)->setText(text); }
    void stamp(const QString &report, const QUrl &url = s_server->url()) const
    {
        fill("stampReport", report);
        fill("exportAuthority", url.toString());
        fill("exportAuthorityFile", s_authorities->path("ca.pem"));
        press(*m_stamping, "stampStart");
    }
    [[nodiscard]] bool answers(const char *words) const
    {
        return QTest::qWaitFor(
            [&] { return m_stamping->findChild<ui::MessageBar *>()->text().contains(QLatin1String(words)); }, 20000);
    }
    [[nodiscard]] bool complains(const char *label, const char *words) const
    {
        return QTest::qWaitFor(
            [&] { return child<QLabel>(*m_stamping, label)->accessibleName().contains(QLatin1String(words)); }, 5000);
    }

    QPointer<StampDialog> m_stamping;
};

TEST_F(StampDialogTest, aReportOfAnEarlierDayGetsItsStampByFolderAndByAnyWayToNameIt)
{
    exportOne();
    stamp(path() + QStringLiteral("/MANIFEST.sha256"));
    EXPECT_TRUE(answers("UTC by CN=tsa"));
    EXPECT_EQ(verified().timestamp.verdict, Judgement::Good);
    stamp(path());
    EXPECT_TRUE(answers("stands there already"));
    QTest::qWait(10);
    for (const QStringList &found :
         {clippedTexts(*m_stamping), namelessWidgets(*m_stamping), smallTargets(*m_stamping)})
        EXPECT_TRUE(found.isEmpty()) << found.join(u'\n').toStdString();
}

TEST_F(StampDialogTest, aZipGetsItToo)
{
    exportOne("exportZip");
    stamp(path());
    EXPECT_TRUE(answers("UTC by CN=tsa"));
    EXPECT_EQ(verified().timestamp.verdict, Judgement::Good);
    EXPECT_EQ(verified().completeness.verdict, Judgement::Good);
}

TEST_F(StampDialogTest, withoutAnAnswerTheReportIsAsItWas)
{
    exportOne();
    stamp(path(), s_server->url("/garbage"));
    EXPECT_TRUE(answers("The report is as it was"));
    EXPECT_EQ(verified().completeness.verdict, Judgement::Good);
    stamp(m_folder.filePath(QStringLiteral("none")));
    EXPECT_TRUE(answers("no such folder"));
    stamp(s_authorities->path("ca.pem"));
    EXPECT_TRUE(answers("neither a folder nor a zip"));
}

TEST_F(StampDialogTest, aStampUnderAnotherPolicyThanTheDemandedOneIsNotTaken)
{
    exportOne();
    fill("exportPolicy", QStringLiteral("any"));
    stamp(path());
    EXPECT_TRUE(complains("exportPolicyComplaint", "object identifier"));
    fill("exportPolicy", QStringLiteral("1.2.3.99"));
    stamp(path());
    EXPECT_TRUE(answers("1.2.3.99 is demanded"));
    EXPECT_EQ(verified().timestamp.verdict, Judgement::Bad) << "there is none, and one is asked for";
    fill("exportPolicy", {});
    stamp(path());
    EXPECT_TRUE(answers("UTC by CN=tsa"));
    EXPECT_EQ(verified().timestamp.verdict, Judgement::Good);
}

TEST_F(StampDialogTest, whatIsMissingIsSaidAtItsField)
{
    exportOne();
    press(*m_stamping, "stampStart");
    EXPECT_TRUE(complains("stampReportComplaint", "Choose the report"));
    fill("stampReport", path());
    press(*m_stamping, "stampStart");
    EXPECT_TRUE(complains("exportAuthorityComplaint", "Say who is to stamp it"));
    EXPECT_TRUE(child<QLineEdit>(*m_stamping, "exportAuthority")->hasFocus());
}

} // namespace
