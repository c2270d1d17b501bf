// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/ledger/chainaudit.h>

#include <models/base/text.h>
#include <ui/common/labels.h>
#include <ui/common/statusbadge.h>
#include <ui/common/style.h>

#include <QHBoxLayout>
#include <QPushButton>

namespace holdpoint::ui {

ChainAudit::ChainAudit(ledger::Ledger &ledger, QWidget *parent)
    : QWidget(parent)
    , m_ledger(ledger)
    , m_badge(new StatusBadge({tr("Not audited yet"), QStringLiteral("circle"), Tone::Neutral}, this))
    , m_text(muted({}, this))
    , m_start(button(tr("Audit the chain"), QStringLiteral("auditButton"), QStringLiteral("shield"), ButtonRole::Normal,
                     this))
    , m_stop(button(tr("Stop the audit"), QStringLiteral("stopAuditButton"), QStringLiteral("stop"), ButtonRole::Normal,
                    this))
{
    m_badge->setObjectName(QStringLiteral("auditBadge"));
    m_text->setObjectName(QStringLiteral("auditText"));
    m_stop->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    row->addWidget(m_badge);
    row->addWidget(m_text, 1);
    row->addWidget(m_stop);
    row->addWidget(m_start);
    connect(m_start, &QPushButton::clicked, this, &ChainAudit::start);
    connect(m_stop, &QPushButton::clicked, this, &ChainAudit::stop);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, &ChainAudit::showProgress);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ChainAudit::showEnd);
}

ChainAudit::~ChainAudit() { m_watcher.cancel(); }

void ChainAudit::start()
{
    if (m_watcher.isRunning())
        return;
    m_start->setEnabled(false);
    m_stop->show();
    m_badge->setLook({tr("Auditing"), QStringLiteral("clock"), Tone::Info});
    m_text->setText(tr("Every entry is hashed again and compared with the chain."));
    m_watcher.setFuture(m_ledger.audit());
}

void ChainAudit::stop() { m_watcher.cancel(); }

void ChainAudit::showProgress()
{
    if (!m_watcher.isFinished())
        m_text->setText(tr("%L1 of %L2 entries are hashed again and compared with the chain.")
                            .arg(m_watcher.progressValue())
                            .arg(m_watcher.progressMaximum()));
}

void ChainAudit::showEnd()
{
    m_start->setEnabled(true);
    m_stop->hide();
    if (m_watcher.future().resultCount() == 0) {
        m_badge->setLook({tr("Stopped"), QStringLiteral("stop"), Tone::Neutral});
        m_text->setText(tr("The audit was stopped after %L1 entries and says nothing.").arg(m_watcher.progressValue()));
        return;
    }
    const Result<ledger::Audit> result = m_watcher.result();
    if (result)
        return showAudit(*result);
    m_badge->setLook({tr("Unknown"), QStringLiteral("question"), Tone::Warning});
    m_text->setText(visibleControls(result.error().detail));
    emit failed(result.error());
}

void ChainAudit::showAudit(const ledger::Audit &audit)
{
    switch (audit.verdict) {
    case ledger::Audit::Verdict::Good:
        m_badge->setLook({tr("Unbroken"), QStringLiteral("check"), Tone::Success});
        m_text->setText(tr("Entries checked: %1; covered by checkpoints: %2.").arg(audit.entries).arg(audit.witnessed));
        break;
    case ledger::Audit::Verdict::Bad:
        m_badge->setLook({tr("Broken"), QStringLiteral("cross"), Tone::Danger});
        m_text->setText(audit.firstBad ? tr("Entry %1: %2").arg(*audit.firstBad).arg(visibleControls(audit.reason))
                                       : visibleControls(audit.reason));
        break;
    case ledger::Audit::Verdict::Unknown:
        m_badge->setLook({tr("Unknown"), QStringLiteral("question"), Tone::Warning});
        m_text->setText(visibleControls(audit.reason));
        break;
    }
}

} // namespace holdpoint::ui
