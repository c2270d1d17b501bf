// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/support/templedger.h>
#include <tests/ui/widgetwalk.h>
#include <ui/ledger/retentiondialog.h>

#include <QLabel>
#include <QPointer>
#include <QPushButton>

using namespace holdpoint;
using namespace holdpoint::testing;
using ui::RetentionDialog;

namespace {

class RetentionDialogTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        append(QStringLiteral("run-started"), {{QStringLiteral("runbook"), QStringLiteral("6.1")},
                                               {QStringLiteral("title"), QStringLiteral("Backup")},
                                               {QStringLiteral("mode"), QStringLiteral("live")}});
        append(QStringLiteral("output"), {});
        append(QStringLiteral("run-finished"), {});
        m_ledger.clock().advance(2LL * 24 * 3600 * 1000);
    }
    void append(const QString &type, const QJsonObject &body)
    {
        ASSERT_TRUE(waitFor(m_ledger->append({.type = type,
                                              .actor = QStringLiteral("op"),
                                              .run = QByteArray(16, 'r'),
                                              .body = body,
                                              .attachments = {"what was shown"}})));
    }
    void open(const QByteArray &rules)
    {
        const QString path = m_folder.filePath(QStringLiteral("retention.yaml"));
        if (!rules.isEmpty()) {
            QFile file(path);
            ASSERT_TRUE(file.open(QIODevice::WriteOnly));
            file.write(rules);
        }
        m_dialog = new RetentionDialog(m_ledger.get(), m_ledger.clock(), QStringLiteral("op"), path);
        m_dialog->show();
    }
    ~RetentionDialogTest() override { delete m_dialog; }
    [[nodiscard]] QString text(const char *name) const { return child<QLabel>(*m_dialog, name)->text(); }
    [[nodiscard]] bool says(const char *name, const char *words) const
    {
        return QTest::qWaitFor([&] { return text(name).contains(QLatin1String(words)); }, 5000);
    }

    QTemporaryDir m_folder;
    TempLedger m_ledger;
    QPointer<RetentionDialog> m_dialog;
};

TEST_F(RetentionDialogTest, saysTheRulesAndWhatIsDueAndErasesOnlyAfterAQuestion)
{
    open("rules:\n  - {name: recordings-1-day, erase: recordings, keep-days: 1}\n");
    EXPECT_TRUE(says("retentionRules", "recordings-1-day: recordings are kept for 1 day."));
    EXPECT_TRUE(says("retentionDue", "6.1 Backup"));
    press(*m_dialog, "retentionErase");
    EXPECT_EQ(text("retentionAmount"), QStringLiteral("1 attachment, 14 bytes will be gone for good."));
    press(*m_dialog, "retentionKeep");
    press(*m_dialog, "retentionErase");
    EXPECT_EQ(waitFor(m_ledger->storedAttachments())->size(), 3);
    press(*m_dialog, "retentionConfirm");
    EXPECT_TRUE(says("retentionOutcome", "Erased: 1 attachment, 14 bytes."));
    EXPECT_TRUE(says("retentionDue", "Nothing."));
    EXPECT_FALSE(child<QPushButton>(*m_dialog, "retentionErase")->isEnabled());
    EXPECT_EQ(waitFor(m_ledger->storedAttachments())->size(), 2);
    EXPECT_EQ(waitFor(m_ledger->audit())->verdict, ledger::Audit::Verdict::Good);
}

TEST_F(RetentionDialogTest, withoutRulesItSaysWhereTheyWouldStand)
{
    open({});
    EXPECT_TRUE(says("retentionRules", "retention.yaml"));
    EXPECT_FALSE(child<QPushButton>(*m_dialog, "retentionErase")->isEnabled());
}

TEST_F(RetentionDialogTest, anUnclearRuleErasesNothingAndIsNamed)
{
    open("rules:\n  - {name: x, erase: all, keep-days: 1}\n");
    EXPECT_TRUE(says("retentionRules", "nothing is erased"));
    EXPECT_FALSE(child<QPushButton>(*m_dialog, "retentionErase")->isEnabled());
}

} // namespace
