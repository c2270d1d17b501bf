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

namespace holdpoint::ui {

class StatusBadge;

/// Every run in the ledger, the entries of the chosen one, the audit of the whole chain, and when a witness last took a
/// checkpoint of it.
///
/// Reads through the ledger's futures, and a small file beside the ledger; nothing here blocks. Borrows the ledger and the list of runs.
class LedgerPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LedgerPage)

public:
    LedgerPage(ledger::Ledger &ledger, items::RunListModel &runs, QWidget *parent = nullptr);

    void choose(const QByteArray &runId);
    void audit();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

signals:
    void resumeWanted(const QByteArray &runId);
    void reportWanted(const QByteArray &runId);
    void replayWanted(const QByteArray &runId);
    void failed(const holdpoint::Error &error);

private:
    QWidget *buildHead();
    QWidget *buildTables();
    void buildTable(QTableView *table, QAbstractItemModel *model, const QString &name, const QString &accessibleName);
    void showChosen();
    void showAudit(const Result<ledger::Audit> &result);
    void showWitness();
    [[nodiscard]] const session::RunState *chosen() const;

    ledger::Ledger &m_ledger;
    items::RunListModel &m_runs;
    items::EntryListModel m_entries;
    QTableView *m_runTable;
    QTableView *m_entryTable;
    StatusBadge *m_auditBadge;
    QLabel *m_auditText;
    QLabel *m_witnessText;
    QTimer *m_witnessTimer;
    QPushButton *m_audit;
    QPushButton *m_resume;
    QPushButton *m_report;
    QPushButton *m_replay;
    QByteArray m_shownRun;
};

} // namespace holdpoint::ui
