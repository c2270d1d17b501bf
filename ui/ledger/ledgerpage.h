// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/items/entrylistmodel.h>
#include <models/items/runlistmodel.h>
#include <models/ledger/ledger.h>

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;
class QTimer;

namespace holdpoint::audit {
struct Hit;
}

namespace holdpoint::ui {

class ChainAudit;
class RunsPanel;
class SearchPanel;

/// The audit browser's first page: every run in the ledger, or the lines of a search in all of them; the entries of the chosen
/// run; the audit of the whole chain; and when a witness last took a checkpoint of it.
///
/// Reads through the ledger's futures, and a small file beside the ledger; nothing here blocks. Borrows the ledger and the list of runs.
class LedgerPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LedgerPage)

public:
    /// `viewer`: who looks at what a search finds.
    LedgerPage(ledger::Ledger &ledger, items::RunListModel &runs, const QString &viewer, QWidget *parent = nullptr);

    void choose(const QByteArray &runId);
    void audit();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

signals:
    void resumeWanted(const QByteArray &runId);
    void reportWanted(const QByteArray &runId);
    /// Somebody wants to see this moment of a recording of the run.
    void momentWanted(const QByteArray &runId, const QString &pane, double seconds);
    void retentionWanted();
    void replayWanted(const QByteArray &runId);
    void failed(const holdpoint::Error &error);

private:
    QWidget *buildHead();
    QWidget *buildTables();
    QWidget *buildEntries();
    void showRun(const QByteArray &runId);
    void showHit(const audit::Hit &hit);
    void showEntries(QList<ledger::Entry> entries);
    void showWitness();

    ledger::Ledger &m_ledger;
    items::RunListModel &m_runs;
    items::EntryListModel m_entries;
    ChainAudit *m_audit;
    RunsPanel *m_runsPanel;
    SearchPanel *m_search;
    QTableView *m_entryTable;
    QLabel *m_entriesOf;
    QLabel *m_witnessText;
    QTimer *m_witnessTimer;
    QPushButton *m_resume;
    QPushButton *m_report;
    QPushButton *m_replay;
    QByteArray m_shownRun;
    std::optional<quint64> m_wantedEntry; ///< to be chosen as soon as it is there
};

} // namespace holdpoint::ui
