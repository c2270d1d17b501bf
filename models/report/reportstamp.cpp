// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportstamp.h>

#include <models/report/reportfolder.h>
#include <models/report/reportinput.h>
#include <models/report/reportzip.h>

#include <QFileInfo>

namespace holdpoint::report {

namespace {

constexpr qint64 manifestLimit = 1 << 20;
constexpr qint64 signatureLimit = 64 << 10;

QString name(const char16_t *constant) { return QString::fromUtf16(constant); }

} // namespace

Result<StampedPart> partToStamp(const ReportSource &report)
{
    const auto signature = report.read(name(signatureName), signatureLimit);
    if (signature)
        return StampedPart{name(signatureName), name(signatureStampName), *signature};
    if (signature.error().kind != ErrorKind::NotFound)
        return fail(signature.error());
    const auto manifest = report.read(name(manifestName), manifestLimit);
    return manifest ? Result<StampedPart>({name(manifestName), name(manifestStampName), *manifest})
                    : fail(manifest.error());
}

QFuture<Result<x509::TimeStamp>> stampReport(const QString &path, const TimeStamper &stamper, QObject *context)
{
    using Stamped = Result<x509::TimeStamp>;
    const auto now = [](Stamped result) { return QtFuture::makeReadyFuture(std::move(result)); };
    const auto report = openReport(path);
    if (!report)
        return now(fail(report.error()));
    const auto part = partToStamp(**report);
    if (!part)
        return now(fail(part.error()));
    if ((*report)->names().contains(part->stamp))
        return now(fail(ErrorKind::NotPermitted, QStringLiteral("%1: %2 stands there already").arg(path, part->stamp)));
    return stamper(part->bytes).then(context, [path, name = part->stamp](const Stamped &stamp) -> Stamped {
        if (!stamp)
            return stamp;
        const auto add = QFileInfo(path).isDir() ? addToReportFolder : addToReportZip;
        const auto added = add(path, {name, stamp->response});
        return added ? stamp : fail(added.error());
    });
}

} // namespace holdpoint::report
