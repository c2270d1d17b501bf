// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/common/rowtable.h>

#include <ui/common/labels.h>

#include <QHeaderView>

namespace holdpoint::ui {

QTableView *rowTable(QAbstractItemModel *model, const QString &objectName, const QString &accessibleName,
                     QWidget *parent)
{
    constexpr int lowestRow = 28;
    constexpr int measuredRows = 50; // what is on the screen, not every row of a long run
    auto *table = new QTableView(parent);
    table->setObjectName(objectName);
    table->setAccessibleName(accessibleName);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(qMax(lowestRow, table->fontMetrics().height() + gap + halfGap));
    QHeaderView *header = table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setResizeContentsPrecision(measuredRows);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    return table;
}

} // namespace holdpoint::ui
