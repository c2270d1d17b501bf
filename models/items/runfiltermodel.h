// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/runfilter.h>
#include <models/items/runlistmodel.h>

#include <QSortFilterProxyModel>

namespace holdpoint::items {

/// The runs that fit a filter, in any order; newest first as long as nobody asks for another one. Borrows the list.
class RunFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunFilterModel)

public:
    explicit RunFilterModel(RunListModel &runs, QObject *parent = nullptr);

    void setFilter(const audit::RunFilter &filter);
    [[nodiscard]] const audit::RunFilter &filter() const { return m_filter; }
    [[nodiscard]] const session::RunState *run(int row) const;
    [[nodiscard]] int rowOf(const QByteArray &id) const; ///< -1 when it is not there

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    RunListModel &m_runs;
    audit::RunFilter m_filter;
};

} // namespace holdpoint::items
