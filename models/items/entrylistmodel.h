// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/entry.h>

#include <QAbstractTableModel>

namespace holdpoint::items {

/// The ledger's entries of one run, one row each, in order.
class EntryListModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntryListModel)

public:
    enum Column { Sequence, Time, Type, Actor, Summary, ColumnCount };

    explicit EntryListModel(QObject *parent = nullptr);

    void setEntries(QList<ledger::Entry> entries);
    void append(const ledger::Entry &entry);
    [[nodiscard]] const ledger::Entry *entry(int row) const;
    [[nodiscard]] int rowOf(quint64 sequence) const; ///< -1 when it is not there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ledger::Entry> m_entries;
};

/// The entry's body on one line: "command 2.1, exit 0". Values are made safe to show.
QString entrySummary(const ledger::Entry &entry);

} // namespace holdpoint::items
