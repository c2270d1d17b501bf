// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/ledger/runspanel.h>

#include <ui/common/labels.h>
#include <ui/common/rowtable.h>
#include <ui/ledger/runfilterbar.h>

#include <QHeaderView>
#include <QVBoxLayout>

namespace holdpoint::ui {

RunsPanel::RunsPanel(items::RunListModel &runs, QWidget *parent)
    : QWidget(parent)
    , m_runs(runs)
    , m_shown(runs)
    , m_filter(new RunFilterBar(this))
    , m_count(muted({}, this))
    , m_table(rowTable(&m_shown, QStringLiteral("runTable"), tr("Runs"), this))
{
    m_count->setObjectName(QStringLiteral("runCount"));
    m_table->horizontalHeader()->setSectionResizeMode(items::RunListModel::Runbook, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    column->addWidget(m_filter);
    column->addWidget(m_count);
    column->addWidget(m_table, 1);
    connect(m_filter, &RunFilterBar::changed, this, &RunsPanel::applyFilter);
    connect(&m_runs, &QAbstractItemModel::modelReset, this, &RunsPanel::takeRuns);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunsPanel::chooseShown);
    takeRuns();
}

void RunsPanel::takeRuns()
{
    QList<session::RunState> runs;
    for (int row = 0; row < m_runs.rowCount(); ++row)
        runs.append(*m_runs.run(row));
    m_filter->setRuns(runs);
}

void RunsPanel::applyFilter()
{
    const QByteArray before = m_chosen;
    m_shown.setFilter(m_filter->filter());
    const int same = m_shown.rowOf(before);
    if (m_shown.rowCount() > 0)
        m_table->selectRow(same >= 0 ? same : 0);
    chooseShown();
    showCount();
}

void RunsPanel::choose(const QByteArray &runId)
{
    if (m_shown.rowOf(runId) < 0 && m_runs.rowOf(runId) >= 0)
        m_filter->clear();
    if (const int row = m_shown.rowOf(runId); row >= 0)
        m_table->selectRow(row);
}

void RunsPanel::chooseShown()
{
    const session::RunState *run = m_shown.run(m_table->currentIndex().row());
    m_chosen = run ? run->id : QByteArray();
    emit chosenChanged();
}

void RunsPanel::showCount()
{
    const int all = m_runs.rowCount();
    const int shown = m_shown.rowCount();
    m_count->setText(all == 0      ? tr("No run is in this ledger yet. Open a runbook in the library and start it.")
                     : shown == 0  ? tr("None of the %L1 runs fits the filter.").arg(all)
                     : shown < all ? tr("%L1 of %L2 runs fit the filter.").arg(shown).arg(all)
                     : all == 1    ? tr("One run.")
                                   : tr("%L1 runs.").arg(all));
}

} // namespace holdpoint::ui
