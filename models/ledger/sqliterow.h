// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArrayView>

#include <sqlite3.h>

namespace holdpoint::ledger {

/// Of the row the statement stands on; good until it steps.
inline QByteArrayView columnOf(sqlite3_stmt *statement, int column)
{
    const void *bytes = sqlite3_column_blob(statement, column);
    return {static_cast<const char *>(bytes), sqlite3_column_bytes(statement, column)};
}

} // namespace holdpoint::ledger
