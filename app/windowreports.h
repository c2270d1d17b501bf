// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/timestamp/authority.h>
#include <ui/report/reportservice.h>

#include <QObject>

namespace holdpoint::app {

/// Makes, stamps and verifies reports for the window, and remembers the time stamp authority that it asked last and by
/// which files it verified.
///
/// Thread: main; files are read, written and hashed on the pool. What it is made of outlives it.
class WindowReports final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowReports)

public:
    struct Means
    {
        ledger::Ledger &ledger;
        const Clock &clock;
        QString operatorName;
        QString configFolder; ///< of the settings
        report::PdfRenderer pdf;
        /// The signer of a choice's id.
        std::function<QFuture<Result<std::shared_ptr<Signer>>>(const QString &id)> signer;
    };
    explicit WindowReports(Means means);

    [[nodiscard]] ui::ReportService service(const QList<ui::SignerChoice> &signers);

private:
    using Written = Result<report::WrittenReport>;

    [[nodiscard]] QFuture<Result<ui::CertificateKeyPointer>> openCertificate(const QString &path,
                                                                             QByteArray password) const;
    [[nodiscard]] timestamp::Authority authorityOf(const ui::StampAuthority &typed) const;
    /// Who asks it; from then on it is the authority of the settings.
    [[nodiscard]] report::TimeStamper stamper(const ui::StampAuthority &typed);
    QFuture<Written> write(const ui::ReportRequest &request, const std::shared_ptr<Signer> &signer);
    QFuture<Written> exportReport(const ui::ReportRequest &request);
    QFuture<Result<x509::TimeStamp>> stampReport(const QString &report, const ui::StampAuthority &typed);
    [[nodiscard]] QFuture<Result<report::ReportVerification>> verifyMade(const QString &report) const;

    Means m_means;
    report::ReportBuilder m_builder;
};

} // namespace holdpoint::app
