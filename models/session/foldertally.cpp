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

} // namespace

QString filesText(qsizetype count)
{
    return count == 0 ? tr("no file") : count == 1 ? tr("one file") : tr("%L1 files").arg(count);
}

QString FolderProgress::words() const
{
    if (isCounting)
        return tr("looking what is there, %1 so far").arg(filesText(allFiles));
    const QLocale locale;
    return tr("%L1 of %2, %3 of %4")
        .arg(files)
        .arg(filesText(allFiles), locale.formattedDataSize(bytes), locale.formattedDataSize(allBytes));
}

QString FolderTally::words() const
{
    if (error && files == 0)
        return error->detail;
    QStringList parts;
    if (error)
        parts.append(error->detail);
    const QString size = QLocale().formattedDataSize(bytes);
    parts.append(arrived == files
                     ? tr("%1, %2, each read back and compared").arg(filesText(files), size)
                     : tr("%L1 of %2, %3, each read back and compared").arg(arrived).arg(filesText(files), size));
    if (wereThere > 0)
        parts.append(tr("%L1 of them stood there already").arg(wereThere));
    if (timesLost > 0)
        parts.append(tr("the time of the last change could not be kept of %L1").arg(timesLost));
    if (problems.count() > 0)
        parts.append(tr("not copied: %L1 (%2)").arg(problems.count()).arg(some(problems)));
    if (left.count() > 0)
        parts.append(tr("left out: %L1 (%2)").arg(left.count()).arg(some(left)));
    return parts.join(QStringLiteral("; "));
}

} // namespace holdpoint::session
