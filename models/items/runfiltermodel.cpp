// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/items/runfiltermodel.h>

namespace holdpoint::items {

RunFilterModel::RunFilterModel(RunListModel &runs, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_runs(runs)
{
    setSourceModel(&m_runs);
    setSortRole(RunListModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void RunFilterModel::setFilter(const audit::RunFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    invalidateFilter();
}

const session::RunState *RunFilterModel::run(int row) const { return m_runs.run(mapToSource(index(row, 0)).row()); }

int RunFilterModel::rowOf(const QByteArray &id) const
{
    const int row = m_runs.rowOf(id);
    return row < 0 ? -1 : mapFromSource(m_runs.index(row, 0)).row();
}

bool RunFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const session::RunState *run = m_runs.run(row);
    return run && m_filter.matches(*run);
}

} // namespace holdpoint::items
