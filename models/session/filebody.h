// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/filetransfer.h>

#include <QJsonObject>

namespace holdpoint::session {

/// What is copied, from where to where, as an entry of the ledger has it.
QJsonObject fileBody(const files::TransferOrder &order);

} // namespace holdpoint::session
