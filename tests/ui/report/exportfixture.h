// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/pdf/pdfprocess.h>
#include <app/windowreports.h>
#include <models/report/reportverifier.h>
#include <tests/support/authorities.h>
#include <tests/ui/widgetwalk.h>
#include <tests/unit/report/keysigner.h>
#include <tests/unit/report/samplerun.h>
#include <ui/common/messagebar.h>
#include <ui/common/style.h>
#include <ui/report/exportdialog.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTcpServer>

namespace holdpoint::testing {

/// The real dialog over a real ledger, with certificates made by openssl(1) and its authority on the loopback.
class ExportFixture : public ::testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        const QPointer<QStyle> before = QApplication::style();
        QApplication::setStyle(new ui::Style);
        delete before;
        s_authorities = new Authorities;
        s_server = new TimestampServer(*s_authorities);
    }
    static void TearDownTestSuite()
    {
        delete s_server;
        delete s_authorities;
    }
    ~ExportFixture() override { delete m_dialog; }

    void open(const report::PdfRenderer &pdf = {})
    {
        delete m_dialog;
        m_reports = std::make_unique<app::WindowReports>(
            app::WindowReports::Means{.ledger = m_ledger.get(),
                                      .clock = m_ledger.clock(),
                                      .operatorName = QStringLiteral("ada@noc.example"),
                                      .configFolder = configFolder(),
                                      .pdf = pdf,
                                      .signer = [this](const QString &) {
                                          return QtFuture::makeReadyFuture(Result<std::shared_ptr<Signer>>(m_signer));
                                      }});
        ui::ReportService service =
            m_reports->service({{QStringLiteral("key"), QStringLiteral("operator@noc.example")}});
        service.defaultFolder = reports();
        m_dialog = new ui::ExportDialog(service, m_run, QStringLiteral("3.3 Drain a node"));
        QObject::connect(m_dialog, &ui::ExportDialog::openUrlWanted, m_dialog,
                         [this](const QUrl &url) { m_opened = url; });
        m_dialog->show();
        m_dialog->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_dialog));
    }
    void openMore(const report::PdfRenderer &pdf = {})
    {
        open(pdf);
        press(*m_dialog, "exportMore");
    }
    report::PdfRenderer pdf()
    {
        return pdf::processRenderer(QStringLiteral(HOLDPOINT_BIN_DIR "/holdpoint-pdf"), &m_context);
    }

    [[nodiscard]] QString configFolder() const { return m_folder.filePath(QStringLiteral("config")); }
    [[nodiscard]] QString reports() const { return m_folder.filePath(QStringLiteral("reports")); }
    /// What was exported, the newest last.
    [[nodiscard]] QStringList made() const
    {
        return QDir(reports()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    [[nodiscard]] QString path() const { return reports() + u'/' + made().value(0); }

    QLineEdit *field(const char *name) const { return child<QLineEdit>(*m_dialog, name); }
    /// By the space bar: beside its words a box does not listen to the mouse.
    void tick(const char *name)
    {
        auto *box = child<QCheckBox>(*m_dialog, name);
        ASSERT_TRUE(box && box->isVisible() && box->isEnabled()) << name;
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
    }
    /// Types over what is there, and goes on to the next field.
    void type(const char *name, const QString &text)
    {
        QLineEdit *edit = field(name);
        ASSERT_TRUE(edit && edit->isVisible() && edit->isEnabled()) << name;
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Tab);
    }
    [[nodiscard]] QString message() const { return m_dialog->findChild<ui::MessageBar *>()->text(); }
    [[nodiscard]] bool says(const char *words) const
    {
        return QTest::qWaitFor([&] { return message().contains(QLatin1String(words)); }, 20000);
    }
    [[nodiscard]] QString complaint(const char *name) const
    {
        const auto *label = child<QLabel>(*m_dialog, (QByteArray(name) + "Complaint").constData());
        return label->isVisible() ? label->accessibleName() : QString();
    }
    /// That a field is complained about, has the focus, and that nothing was made.
    void expectComplaint(const char *name, const char *words)
    {
        EXPECT_TRUE(QTest::qWaitFor([&] { return complaint(name).contains(QLatin1String(words)); }, 10000))
            << name << ": " << complaint(name).toStdString();
        EXPECT_TRUE(field(name)->hasFocus()) << name;
        EXPECT_TRUE(made().isEmpty()) << name;
        EXPECT_TRUE(child<QPushButton>(*m_dialog, "exportStart")->isEnabled());
    }
    void exportIt() { press(*m_dialog, "exportStart"); }
    void exportAndExpect(const char *words)
    {
        exportIt();
        EXPECT_TRUE(says(words)) << message().toStdString();
        expectEverythingFits();
    }
    void expectEverythingFits() const
    {
        QTest::qWait(10); // until the layout knows of it
        for (const QStringList &found : {clippedTexts(*m_dialog), namelessWidgets(*m_dialog), smallTargets(*m_dialog)})
            EXPECT_TRUE(found.isEmpty()) << found.join(u'\n').toStdString();
    }
    [[nodiscard]] report::ReportVerification verified() const
    {
        const auto verification = report::verifyReport(path(), m_trust);
        EXPECT_TRUE(verification) << path().toStdString();
        return verification.value_or(report::ReportVerification{});
    }

    static inline Authorities *s_authorities = nullptr;
    static inline TimestampServer *s_server = nullptr;
    QTemporaryDir m_folder;
    QObject m_context;
    TempLedger m_ledger;
    QByteArray m_run = writeSampleRun(m_ledger);
    std::shared_ptr<KeySigner> m_key = std::make_shared<KeySigner>();
    std::shared_ptr<Signer> m_signer = m_key;
    report::Trust m_trust{.allowedSigners = m_key->allowedLine(), .when = QDateTime::currentDateTimeUtc()};
    std::unique_ptr<app::WindowReports> m_reports;
    QPointer<ui::ExportDialog> m_dialog;
    QUrl m_opened;
};

} // namespace holdpoint::testing
