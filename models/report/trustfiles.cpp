// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/trustfiles.h>

#include <models/base/privatefile.h>
#include <models/report/reportinput.h>
#include <models/report/reportsource.h>

namespace holdpoint::report {

namespace {

constexpr qint64 trustBytes = 1 << 20;

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
    return trust;
}

TrustFiles trustForPartsOf(const QString &report, TrustFiles files)
{
    const auto source = openReport(report);
    const QStringList names = source ? (*source)->names() : QStringList();
    const auto holds = [&](const char16_t *name) { return names.contains(QString::fromUtf16(name)); };
    if (!holds(signatureName))
        files.allowedSigners.clear();
    if (!holds(certificateSignatureName))
        files.authorities.clear();
    if (!holds(signatureStampName) && !holds(manifestStampName))
        files.timestampAuthorities.clear();
    return files;
}

} // namespace holdpoint::report
