// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/items/runfiltermodel.h>

#include <QWidget>

class QLabel;
class QTableView;

namespace holdpoint::ui {

class RunFilterBar;

/// The runs of the ledger to choose one from: a filter, how many fit, and the table of those. Borrows the list of runs.
class RunsPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunsPanel)

public:
    explicit RunsPanel(items::RunListModel &runs, QWidget *parent = nullptr);

    [[nodiscard]] QByteArray chosen() const { return m_chosen; } ///< empty where there is none
    /// Chooses the run, and shows all runs where the filter hides it.
    void choose(const QByteArray &runId);

signals:
    void chosenChanged();

private:
    void takeRuns();
    void applyFilter();
    void chooseShown();
    void showCount();

    items::RunListModel &m_runs;
    items::RunFilterModel m_shown;
    RunFilterBar *m_filter;
    QLabel *m_count;
    QTableView *m_table;
    QByteArray m_chosen;
};

} // namespace holdpoint::ui
