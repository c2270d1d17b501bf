// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/sizelimits.h>

#include <models/ledger/record.h>
#include <models/report/reportinput.h>
#include <models/report/zipindex.h>

namespace holdpoint::report {

namespace {

constexpr qint64 sessionLogLimit = 512 << 20;
// A path grows with the ledger: as many entries as fit the session log, in a ledger of millions, come to no more.
constexpr qint64 proofLimit = 1 << 30;
constexpr qint64 fileLimit = qint64{2} << 30;
// Behind the manifest's files: it, two signatures over it, and a time stamp.
constexpr quint64 unlistedFiles = 4;

tl::unexpected<Error> tooLarge(const QString &name, qint64 size, qint64 limit)
{
    return fail(ErrorKind::Invalid, QStringLiteral("the run is too long for a report: %1 would have %2 bytes, and no verifier "
                                                   "reads more than %3 of it")
                                        .arg(name).arg(size).arg(limit));
}

} // namespace

qint64 sizeLimit(const QString &name)
{
    static const QHash<QString, qint64> limits{
        {QString::fromUtf16(manifestName), manifestLimit},
        {QString::fromUtf16(signatureName), signatureLimit},
        {QString::fromUtf16(certificateSignatureName), signatureLimit},
        {QString::fromUtf16(signatureStampName), signatureLimit},
        {QString::fromUtf16(manifestStampName), signatureLimit},
        {QString::fromUtf16(sessionLogName), sessionLogLimit},
        {QString::fromUtf16(proofName), proofLimit},
        {QString::fromUtf16(runbookName), qint64(ledger::maximumAttachmentSize)}};
    return limits.value(name, fileLimit);
}

Result<> checkSizes(const QList<ReportFile> &files, const QByteArray &manifest)
{
    for (const ReportFile &file : files) {
        if (file.size() > sizeLimit(file.name))
            return tooLarge(file.name, file.size(), sizeLimit(file.name));
    }
    if (manifest.size() > manifestLimit)
        return tooLarge(QString::fromUtf16(manifestName), manifest.size(), manifestLimit);
    return {};
}

Result<> checkZipSizes(const QList<ReportFile> &files)
{
    qint64 whole = 0;
    for (const ReportFile &file : files)
        whole += file.size();
    if (whole > largestZip)
        return tooLarge(QStringLiteral("the zip unpacked"), whole, largestZip);
    if (quint64(files.size()) + unlistedFiles > mostZipFiles)
        return fail(ErrorKind::Invalid, QStringLiteral("the run is too long for a zip: it would hold %1 files, and no verifier "
                                                       "reads one of more than %2")
                                            .arg(quint64(files.size()) + unlistedFiles).arg(mostZipFiles));
    return {};
}

} // namespace holdpoint::report
