// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/filebody.h>

#include <QJsonArray>

namespace holdpoint::session {

QJsonObject fileBody(const files::TransferOrder &order)
{
    QJsonObject file{{QStringLiteral("direction"),
                      order.direction == files::Direction::Put ? QStringLiteral("put") : QStringLiteral("get")},
                     {QStringLiteral("local"), order.localPath},
                     {QStringLiteral("remote"), order.remotePath},
                     {QStringLiteral("replace"), order.existing == files::Existing::Replace}};
    if (order.extent == files::Extent::Folder)
        file.insert(QStringLiteral("extent"), QStringLiteral("folder"));
    if (!order.names.isEmpty())
        file.insert(QStringLiteral("names"), QJsonArray::fromStringList(order.names));
    return file;
}

} // namespace holdpoint::session
