// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/foldertally.h>

#include <QCoreApplication>
#include <QLocale>

namespace holdpoint::session {

namespace {

constexpr int toldRemarks = 3;

QString tr(const char *text, const char *note = nullptr, int count = -1)
{
    return QCoreApplication::translate("holdpoint::session::FolderTally", text, note, count);
}

QString some(const files::Remarks &remarks)
{
    const QString first = remarks.first().mid(0, toldRemarks).join(QStringLiteral("; "));
    return remarks.count() > toldRemarks ? first + QStringLiteral("; …") : first;
}

} // namespace

QString FolderTally::words() const
{
    if (error && files == 0)
        return error->detail;
    QStringList parts;
    if (error)
        parts.append(error->detail);
    const QString size = QLocale().formattedDataSize(bytes);
    parts.append(arrived == files ? tr("%n file(s), %1, each read back and compared", nullptr, int(arrived)).arg(size)
                                  : tr("%1 of %n file(s), %2, each read back and compared", nullptr, int(files)).arg(arrived).arg(size));
    if (wereThere > 0)
        parts.append(tr("%n of them was or were there already", nullptr, int(wereThere)));
    if (problems.count() > 0)
        parts.append(tr("not copied: %1 (%2)").arg(problems.count()).arg(some(problems)));
    if (left.count() > 0)
        parts.append(tr("left out: %1 (%2)").arg(left.count()).arg(some(left)));
    return parts.join(QStringLiteral("; "));
}

} // namespace holdpoint::session
