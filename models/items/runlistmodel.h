// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runstate.h>

#include <QAbstractTableModel>

namespace holdpoint::items {

/// The runs of the ledger, newest first.
class RunListModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunListModel)

public:
    enum Column { Id, Runbook, Mode, Operator, Hosts, Started, Verdict, ColumnCount };
    /// What a column is sorted by.
    static constexpr int SortRole = Qt::UserRole;

    explicit RunListModel(QObject *parent = nullptr);

    void setRuns(QList<session::RunState> runs);
    [[nodiscard]] const session::RunState *run(int row) const;
    [[nodiscard]] int rowOf(const QByteArray &id) const; ///< -1 when it is not there
    /// The runs that were neither finished nor stopped, newest first.
    [[nodiscard]] QList<session::RunState> unfinished() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<session::RunState> m_runs;
};

/// Folds each run of the ledger from its entries; entries outside any run are left out.
QList<session::RunState> foldRuns(const QList<ledger::Entry> &entries);

/// Where an unfinished run stands: "Step 2, Deploy certificate", and what is open there.
QString whereItStands(const session::RunState &run);

} // namespace holdpoint::items
