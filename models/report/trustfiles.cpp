// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/trustfiles.h>

#include <models/base/privatefile.h>
#include <models/report/reportinput.h>
#include <models/report/reportsource.h>
#include <models/x509/certificate.h>

namespace holdpoint::report {

namespace {

constexpr qint64 trustBytes = 1 << 20;
constexpr qint64 revocationBytes = 64 << 20; // a large authority's list

/// They stand with the authorities whose they are.
Result<Trust> withRevocations(Trust trust, const QString &path)
{
    const auto bytes = readFile(path, revocationBytes);
    if (!bytes)
        return fail(bytes.error());
    if (!trust.authorities || !x509::isOfRevocations(*bytes)) // a certificate in it would be an authority's
        return fail(
            ErrorKind::NotFound,
            QStringLiteral("%1: lists of revoked certificates (PEM) and nothing else are wanted, beside the file "
                           "of the authorities whose they are")
                .arg(path));
    if (const auto sound = x509::checkRevocations(*bytes); !sound)
        return fail(ErrorKind::NotFound, QStringLiteral("%1: %2").arg(path, sound.error().detail));
    *trust.authorities += '\n' + *bytes;
    return trust;
}

} // namespace

Result<Trust> readTrust(const TrustFiles &files, const QDateTime &when)
{
    Trust trust{.when = when};
    const std::pair<const QString &, std::optional<QByteArray> &> wanted[] = {
        {files.allowedSigners, trust.allowedSigners},
        {files.authorities, trust.authorities},
        {files.timestampAuthorities, trust.timestampAuthorities},
    };
    for (const auto &[path, held] : wanted) {
        if (path.isEmpty())
            continue;
        const auto bytes = readFile(path, trustBytes);
        if (!bytes)
            return fail(bytes.error());
        held = *bytes;
    }
    if (trust.authorities && x509::holdsRevocations(*trust.authorities)) {
        if (const auto sound = x509::checkRevocations(*trust.authorities); !sound)
            return fail(ErrorKind::NotFound, QStringLiteral("%1: %2").arg(files.authorities, sound.error().detail));
    }
    return files.revocations.isEmpty() ? Result<Trust>(trust) : withRevocations(std::move(trust), files.revocations);
}

TrustFiles trustForPartsOf(const QString &report, TrustFiles files)
{
    const auto source = openReport(report);
    const QStringList names = source ? (*source)->names() : QStringList();
    const auto holds = [&](const char16_t *name) { return names.contains(QString::fromUtf16(name)); };
    if (!holds(signatureName))
        files.allowedSigners.clear();
    if (!holds(certificateSignatureName))
        files.authorities = files.revocations = QString();
    if (!holds(signatureStampName) && !holds(manifestStampName))
        files.timestampAuthorities.clear();
    return files;
}

} // namespace holdpoint::report
