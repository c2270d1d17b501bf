// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/files/localorders.h>

#include <QDir>
#include <QFileInfo>

namespace holdpoint::ui {

using files::Direction;
using files::Extent;
using files::TransferOrder;

QList<TransferOrder> ordersToSend(const QStringList &localPaths, const QString &hostFolder, files::Existing existing)
{
    QMap<QString, QStringList> namesOf; // each folder's
    for (const QString &path : localPaths) {
        const QFileInfo info(QDir::cleanPath(path)); // a folder's may end in a slash
        namesOf[info.absolutePath()].append(info.fileName());
    }
    QList<TransferOrder> orders;
    for (auto folder = namesOf.cbegin(); folder != namesOf.cend(); ++folder) {
        if (folder->size() > 1) {
            orders.append({.direction = Direction::Put,
                           .localPath = folder.key(),
                           .remotePath = hostFolder,
                           .existing = existing,
                           .extent = Extent::Folder,
                           .names = *folder});
            continue;
        }
        const QFileInfo only(folder.key() + u'/' + folder->first());
        orders.append({.direction = Direction::Put,
                       .localPath = only.filePath(),
                       .remotePath = hostFolder + only.fileName(),
                       .existing = existing,
                       .extent = only.isDir() ? Extent::Folder : Extent::File});
    }
    return orders;
}

} // namespace holdpoint::ui
