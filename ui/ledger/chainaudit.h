// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/ledger.h>

#include <QFutureWatcher>
#include <QWidget>

class QLabel;
class QPushButton;

namespace holdpoint::ui {

class StatusBadge;

/// The audit of the whole chain: begun by a button, with its progress, and stopped by another one. A run goes on meanwhile.
/// Borrows the ledger.
class ChainAudit final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChainAudit)

public:
    explicit ChainAudit(ledger::Ledger &ledger, QWidget *parent = nullptr);
    ~ChainAudit() override;

    void start();

signals:
    void failed(const holdpoint::Error &error);

private:
    void stop();
    void showProgress();
    void showEnd();
    void showAudit(const ledger::Audit &audit);

    ledger::Ledger &m_ledger;
    QFutureWatcher<Result<ledger::Audit>> m_watcher;
    StatusBadge *m_badge;
    QLabel *m_text;
    QPushButton *m_start;
    QPushButton *m_stop;
};

} // namespace holdpoint::ui
