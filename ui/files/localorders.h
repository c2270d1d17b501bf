// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/filetransfer.h>

namespace holdpoint::ui {

/// What puts these files and folders of this machine into a folder of the host, whose path ends in a slash. Several that
/// lie in one folder are one order.
QList<files::TransferOrder> ordersToSend(const QStringList &localPaths, const QString &hostFolder,
                                         files::Existing existing);

} // namespace holdpoint::ui
