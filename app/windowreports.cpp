// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/windowreports.h>

#include <app/timestamp/stamper.h>
#include <models/base/continued.h>
#include <models/base/privatefile.h>
#include <models/report/languages.h>
#include <models/report/reportstamp.h>

#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <string.h>

namespace holdpoint::app {

namespace {

QString reportName(const ui::ReportRequest &request)
{
    const QString name = QStringLiteral("holdpoint-report-%1-%2")
                             .arg(QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")),
                                  QString::fromLatin1(request.runId.toHex().left(8)));
    return request.container == report::Container::Zip ? name + QStringLiteral(".zip") : name;
}

QString trustKey(const char *name) { return QStringLiteral("trust/") + QLatin1String(name); }

/// By which a report was verified in the window the last time.
report::TrustFiles rememberedTrust(const QString &configFolder)
{
    const QSettings settings(configFolder + QStringLiteral("/holdpoint.ini"), QSettings::IniFormat);
    return {.allowedSigners = settings.value(trustKey("allowed_signers")).toString(),
            .authorities = settings.value(trustKey("ca")).toString(),
            .revocations = settings.value(trustKey("crl")).toString(),
            .timestampAuthorities = settings.value(trustKey("tsa_ca")).toString()};
}

void rememberTrust(const QString &configFolder, const report::TrustFiles &files)
{
    QSettings settings(configFolder + QStringLiteral("/holdpoint.ini"), QSettings::IniFormat);
    settings.setValue(trustKey("allowed_signers"), files.allowedSigners);
    settings.setValue(trustKey("ca"), files.authorities);
    settings.setValue(trustKey("crl"), files.revocations);
    settings.setValue(trustKey("tsa_ca"), files.timestampAuthorities);
}

Result<report::ReportVerification> verified(const QString &report, const report::TrustFiles &files)
{
    const auto trust = report::readTrust(files, QDateTime::currentDateTimeUtc());
    return trust ? report::verifyReport(report, *trust) : fail(trust.error());
}

std::optional<ui::AuthorityProblem> problemOf(const timestamp::Authority &authority)
{
    using Part = ui::AuthorityProblem::Part;
    if (const auto address = timestamp::checkAddress(authority); !address)
        return ui::AuthorityProblem{Part::Address, address.error()};
    if (const auto policy = timestamp::checkPolicy(authority); !policy)
        return ui::AuthorityProblem{Part::Policy, policy.error()};
    if (const auto certificates = timestamp::readCertificates(authority); !certificates)
        return ui::AuthorityProblem{Part::Certificates, certificates.error()};
    return std::nullopt;
}

} // namespace

namespace {

/// On a screen that others may see.
QString shownAddress(const timestamp::Authority &authority) { return authority.url.toString(QUrl::RemovePassword); }

} // namespace

WindowReports::WindowReports(Means means)
    : m_means(std::move(means))
    , m_builder(m_means.ledger, m_means.clock, m_means.pdf, m_means.operatorName)
{
}

ui::ReportService WindowReports::service(const QList<ui::SignerChoice> &signers)
{
    return {.signers = signers,
            .defaultFolder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
            .language = report::userLanguage(),
            .lastAuthority =
                [this] {
                    const timestamp::Authority last = authorityOf({});
                    return ui::StampAuthority{shownAddress(last), last.certificates, last.policy};
                },
            .openCertificate = [this](const QString &path,
                                      QByteArray password) { return openCertificate(path, std::move(password)); },
            .checkAuthority =
                [this](const ui::StampAuthority &typed) {
                    return QtConcurrent::run([authority = authorityOf(typed)] { return problemOf(authority); });
                },
            .exportReport = [this](const ui::ReportRequest &request) { return exportReport(request); },
            .stampReport = [this](const QString &report,
                                  const ui::StampAuthority &typed) { return stampReport(report, typed); },
            .lastTrust = [this] { return rememberedTrust(m_means.configFolder); },
            .verifyReport =
                [this](const QString &report, const report::TrustFiles &files) {
                    rememberTrust(m_means.configFolder, files);
                    return QtConcurrent::run([report, files] { return verified(report, files); });
                },
            .verifyMade = [this](const QString &report) { return verifyMade(report); }};
}

QFuture<Result<ui::CertificateKeyPointer>> WindowReports::openCertificate(const QString &path,
                                                                          QByteArray password) const
{
    return QtConcurrent::run([path, password = std::move(password), now = m_means.clock.utcNow()]() mutable {
        auto key = x509::CertificateKey::load(path, password, now);
        ::explicit_bzero(password.data(), size_t(password.size()));
        return key;
    });
}

timestamp::Authority WindowReports::authorityOf(const ui::StampAuthority &typed) const
{
    const timestamp::Authority configured = timestamp::configuredAuthority(m_means.configFolder);
    // The form does not show a password, which is meant all the same while the address is left as it was.
    timestamp::Authority authority = timestamp::withGiven(
        configured, typed.url == shownAddress(configured) ? QString() : typed.url, typed.certificates);
    if (!typed.url.isEmpty())
        authority.policy = typed.policy;
    return authority;
}

report::TimeStamper WindowReports::stamper(const ui::StampAuthority &typed)
{
    const timestamp::Authority authority = authorityOf(typed);
    const auto stamp = timestamp::stamperOf(authority, this);
    // What a site has configured stays, for cron trusts it too.
    if (!timestamp::configuredAuthority(m_means.configFolder).url.isEmpty())
        return stamp;
    return [stamp, authority, folder = m_means.configFolder](const QByteArray &bytes) {
        return stamp(bytes).then([authority, folder](const Result<x509::TimeStamp> &answer) {
            if (answer)
                timestamp::rememberAuthority(folder, authority);
            return answer;
        });
    };
}

QFuture<Result<report::WrittenReport>> WindowReports::write(const ui::ReportRequest &request,
                                                            const std::shared_ptr<Signer> &signer)
{
    if (signer)
        m_means.ledger.setSigner(signer);
    if (const auto made = makePrivateFolder(request.folder); !made)
        return QtFuture::makeReadyFuture(Written(fail(made.error())));
    return m_builder.write(request.runId, {.path = QDir(request.folder).filePath(reportName(request)),
                                           .endorsements = {.signer = signer,
                                                            .certificate = request.certificate,
                                                            .stamp = request.authority ? stamper(*request.authority)
                                                                                       : report::TimeStamper()},
                                           .language = request.language,
                                           .container = request.container,
                                           .pseudonymity = request.pseudonymity,
                                           .keyFile = request.keyFile});
}

QFuture<Result<report::WrittenReport>> WindowReports::exportReport(const ui::ReportRequest &request)
{
    if (request.signerId.isEmpty())
        return write(request, nullptr);
    return continued(m_means.signer(request.signerId), this,
                     [this, request](const Result<std::shared_ptr<Signer>> &signer) {
                         return signer ? write(request, *signer)
                                       : QtFuture::makeReadyFuture(Written(fail(signer.error())));
                     });
}

QFuture<Result<x509::TimeStamp>> WindowReports::stampReport(const QString &report, const ui::StampAuthority &typed)
{
    return report::stampReport(report, stamper(typed), this);
}

QFuture<Result<report::ReportVerification>> WindowReports::verifyMade(const QString &report) const
{
    report::TrustFiles files = rememberedTrust(m_means.configFolder);
    // One that is gone since leaves its part unknown, and the others judged.
    const auto isGone = [](const QString &file) { return !file.isEmpty() && !QFileInfo(file).isReadable(); };
    if (isGone(files.revocations)) // not to be taken for a list on which nobody is
        files.authorities.clear();
    for (QString *file : {&files.allowedSigners, &files.authorities, &files.timestampAuthorities}) {
        if (isGone(*file))
            file->clear();
    }
    if (files.authorities.isEmpty())
        files.revocations.clear();
    if (files.timestampAuthorities.isEmpty())
        files.timestampAuthorities = authorityOf({}).certificates;
    return QtConcurrent::run([report, files] { return verified(report, report::trustForPartsOf(report, files)); });
}

} // namespace holdpoint::app
