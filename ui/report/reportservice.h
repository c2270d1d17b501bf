// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/report/reportbuilder.h>
#include <models/report/trustfiles.h>

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

/// What the window needs to make reports; given to it by the program, so that ui knows no key store, no renderer and no
/// network.
namespace holdpoint::ui {

struct SignerChoice
{
    QString id;    ///< given back in the request
    QString label; ///< "ops@noc (ssh-agent, SHA256:…)"
};

/// A time stamp authority as it is typed.
struct StampAuthority
{
    QString url;
    QString certificates; ///< path of the PEM file of those who vouch for it
    QString policy = {};  ///< object identifier that its stamps must be under; empty: any
};

/// Why an authority cannot be asked, and which part of it is wrong.
struct AuthorityProblem
{
    enum class Part { Address, Certificates, Policy };
    Part part = Part::Address;
    Error error;
};

using CertificateKeyPointer = std::shared_ptr<const x509::CertificateKey>;

struct ReportRequest
{
    QByteArray runId;
    QString folder; ///< the report becomes a new folder or zip in this one
    Language language; ///< of its pages
    report::Container container = report::Container::Folder;
    QString signerId;                                 ///< empty: not signed by an SSH key
    CertificateKeyPointer certificate;                ///< signs it too; null: none
    std::optional<StampAuthority> authority;          ///< stamps it; none: nobody
    std::optional<report::Pseudonymity> pseudonymity; ///< set: names are replaced
    QString keyFile;                                  ///< where it is then kept who is who; empty: nowhere
};

struct ReportService
{
    QList<SignerChoice> signers;
    QString defaultFolder;
    Language language;                             ///< that the user reads
    std::function<StampAuthority()> lastAuthority; ///< that was asked, or that the settings name; empty: none yet
    /// Opens a PKCS#12 file; wipes the password. Errors: those of x509::CertificateKey::load().
    std::function<QFuture<Result<CertificateKeyPointer>>(const QString &path, QByteArray password)> openCertificate;
    /// What can be known without asking it.
    std::function<QFuture<std::optional<AuthorityProblem>>(const StampAuthority &)> checkAuthority;
    std::function<QFuture<Result<report::WrittenReport>>(const ReportRequest &)> exportReport;
    /// For a report that has no stamp.
    std::function<QFuture<Result<x509::TimeStamp>>(const QString &report, const StampAuthority &)> stampReport;
    std::function<report::TrustFiles()> lastTrust; ///< that a report was verified by
    /// By these files, which are the last from then on.
    std::function<QFuture<Result<report::ReportVerification>>(const QString &report, const report::TrustFiles &)>
        verifyReport;
    /// By the last ones, as far as the report has the parts they are for.
    std::function<QFuture<Result<report::ReportVerification>>(const QString &report)> verifyMade;

    [[nodiscard]] bool isAvailable() const { return bool(exportReport); }
};

} // namespace holdpoint::ui
