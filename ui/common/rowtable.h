// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QTableView>

namespace holdpoint::ui {

/// A table of rows to choose one from, as the ledger's page shows its runs, entries and hits.
/// A table whose rows are chosen one at a time, as wide as what it shows, in the looks of this house.
QTableView *rowTable(QAbstractItemModel *model, const QString &objectName, const QString &accessibleName,
                     QWidget *parent);

} // namespace holdpoint::ui
