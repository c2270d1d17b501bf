// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportsource.h>

#include <models/base/sha256.h>
#include <models/report/reportfolder.h>
#include <models/report/reportzip.h>

#include <QFileInfo>

namespace holdpoint::report {

Result<QByteArray> ReportSource::read(const QString &name, qint64 limit) const
{
    QByteArray bytes;
    const auto done = pieces(name, limit, [&](QByteArrayView piece) { bytes.append(piece); });
    return done ? Result<QByteArray>(bytes) : fail(done.error());
}

Result<QByteArray> ReportSource::hash(const QString &name, qint64 limit) const
{
    Sha256 hash;
    const auto done = pieces(name, limit, [&](QByteArrayView piece) { hash.add(piece); });
    return done ? Result<QByteArray>(hash.result()) : fail(done.error());
}

Result<std::unique_ptr<ReportSource>> openReport(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return std::make_unique<ReportFolder>(path);
    if (!info.exists())
        return fail(ErrorKind::NotFound, QStringLiteral("%1: no such folder or zip").arg(path));
    auto zip = info.isFile() ? ReportZip::open(path)
                             : fail(ErrorKind::Invalid, QStringLiteral("it is neither a folder nor a zip"));
    if (!zip)
        return fail(zip.error());
    return std::unique_ptr<ReportSource>(std::move(*zip));
}

} // namespace holdpoint::report
