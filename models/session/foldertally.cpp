// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/foldertally.h>

#include <QCoreApplication>
#include <QLocale>

namespace holdpoint::session {

namespace {

constexpr int toldRemarks = 3;

QString tr(const char *text) { return QCoreApplication::translate("holdpoint::session::FolderTally", text); }

QString some(const files::Remarks &remarks)
{
    const QString first = remarks.first().mid(0, toldRemarks).join(QStringLiteral("; "));
    return remarks.count() > toldRemarks ? first + QStringLiteral("; …") : first;
}

QString foldersText(qsizetype count) { return count == 1 ? tr("one folder") : tr("%L1 folders").arg(count); }

/// "3.1 of 20.0 MiB".
QString sizesText(qint64 done, qint64 all)
{
    constexpr int digits = 1;
    const QLocale locale;
    QString first = locale.formattedDataSize(done, digits);
    const QString second = locale.formattedDataSize(all, digits);
    const QString unit = second.mid(second.lastIndexOf(u' '));
    if (first.endsWith(unit))
        first.chop(unit.size());
    return tr("%1 of %2").arg(first, second);
}

} // namespace

QString filesText(qsizetype count)
{
    return count == 0 ? tr("no file") : count == 1 ? tr("one file") : tr("%L1 files").arg(count);
}

QString FolderProgress::words() const
{
    if (isCounting)
        return tr("looking what is there, %1 so far").arg(filesText(allFiles));
    const QString far = tr("%L1 of %2, %3").arg(files).arg(filesText(allFiles), sizesText(bytes, allBytes));
    return failed == 0 ? far : tr("%1, %L2 not copied").arg(far).arg(failed);
}

double FolderProgress::share() const
{
    const auto of = [](qint64 part, qint64 all) { return all > 0 ? double(part) / double(all) : 1.0; };
    return isCounting ? 0 : (of(files + failed, allFiles) + of(bytes, allBytes)) / 2;
}

QString FolderTally::words() const
{
    if (error && files == 0)
        return error->detail;
    QStringList parts;
    if (error)
        parts.append(error->detail);
    const QString size = QLocale().formattedDataSize(bytes);
    parts.append(arrived == files ? tr("%1, %2").arg(filesText(files), size)
                                  : tr("%L1 of %2, %3").arg(arrived).arg(filesText(files), size));
    if (wereThere > 0)
        parts.append(tr("%L1 of them stood there already").arg(wereThere));
    if (changed.count() > 0)
        parts.append(tr("changed while they were copied: %L1 (%2)").arg(changed.count()).arg(some(changed)));
    if (timesLost > 0)
        parts.append(tr("the time of the last change could not be kept of %1").arg(filesText(timesLost)));
    if (folderTimesLost > 0)
        parts.append(tr("the time of the last change could not be kept of %1").arg(foldersText(folderTimesLost)));
    if (problems.count() > 0)
        parts.append(tr("not copied: %L1 (%2)").arg(problems.count()).arg(some(problems)));
    if (left.count() > 0)
        parts.append(tr("left out: %L1 (%2)").arg(left.count()).arg(some(left)));
    if (arrived > 0)
        parts.append(tr("each was read back and compared"));
    return parts.join(QStringLiteral("; "));
}

} // namespace holdpoint::session
