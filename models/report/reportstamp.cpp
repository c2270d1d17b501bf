// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportstamp.h>

#include <models/base/continued.h>
#include <models/report/reportfolder.h>
#include <models/report/reportinput.h>
#include <models/report/reportzip.h>
#include <models/report/sizelimits.h>

#include <QFileInfo>
#include <QtConcurrent>

namespace holdpoint::report {

namespace {

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

namespace {

/// What is to be stamped, where it was not yet.
Result<StampedPart> unstampedPart(const QString &path)
{
    const auto report = openReport(path);
    if (!report)
        return fail(report.error());
    const auto part = partToStamp(**report);
    if (part && (*report)->names().contains(part->stamp))
        return fail(ErrorKind::NotPermitted, QStringLiteral("%1: %2 stands there already").arg(path, part->stamp));
    return part;
}

} // namespace

QFuture<Result<x509::TimeStamp>> stampReport(const QString &path, const TimeStamper &stamper, QObject *context)
{
    using Stamped = Result<x509::TimeStamp>;
    const auto add = [path](const QString &name, const x509::TimeStamp &stamp) -> Stamped {
        const auto write = QFileInfo(path).isDir() ? addToReportFolder : addToReportZip;
        const auto added = write(path, {name, stamp.response});
        return added ? Stamped(stamp) : fail(added.error());
    };
    const auto ask = [stamper, context, add](const Result<StampedPart> &part) {
        if (!part)
            return QtFuture::makeReadyFuture(Stamped(fail(part.error())));
        return continued(stamper(part->bytes), context, [add, name = part->stamp](const Stamped &stamp) {
            return stamp ? QtConcurrent::run(add, name, *stamp) : QtFuture::makeReadyFuture(stamp);
        });
    };
    return continued(QtConcurrent::run(unstampedPart, path), context, ask);
}

} // namespace holdpoint::report
