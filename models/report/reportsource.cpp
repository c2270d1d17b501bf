// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportsource.h>

#include <models/base/sha256.h>
#include <models/base/text.h>
#include <models/report/reportfolder.h>
#include <models/report/reportzip.h>

#include <QFileInfo>

namespace holdpoint::report {

QString fileNameFrom(QByteArrayView bytes)
{
    if (QUtf8StringView(bytes).isValidUtf8())
        return textFrom(bytes);
    QString name;
    for (const char c : bytes) {
        const auto octet = uchar(c);
        name += octet < 0x80 ? QString(QLatin1Char(c)) : QStringLiteral("\\x%1").arg(octet, 2, 16, QLatin1Char('0'));
    }
    return name;
}

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
    if (info.isDir() && !info.isReadable()) // what else is in it would stay unseen
        return fail(ErrorKind::Io, QStringLiteral("%1: the folder cannot be listed").arg(path));
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
