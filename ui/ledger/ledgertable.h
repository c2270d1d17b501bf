// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QTableView>

namespace holdpoint::ui {

/// A table of rows to choose one from, as the ledger's page shows its runs, entries and hits.
QTableView *ledgerTable(QAbstractItemModel *model, const QString &objectName, const QString &accessibleName,
                        QWidget *parent);

} // namespace holdpoint::ui
