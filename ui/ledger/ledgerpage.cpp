// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/ledger/ledgerpage.h>

#include <models/base/text.h>
#include <models/base/whenfinished.h>
#include <models/ledger/witnessfolder.h>
#include <ui/common/labels.h>
#include <ui/common/statusbadge.h>
#include <ui/common/style.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {

constexpr int witnessIntervalMs = 30'000;

} // namespace

LedgerPage::LedgerPage(ledger::Ledger &ledger, items::RunListModel &runs, QWidget *parent)
    : QWidget(parent)
    , m_ledger(ledger)
    , m_runs(runs)
    , m_runTable(new QTableView(this))
    , m_entryTable(new QTableView(this))
    , m_auditBadge(new StatusBadge({tr("Not audited yet"), QStringLiteral("circle"), Tone::Neutral}, this))
    , m_auditText(muted({}, this))
    , m_witnessText(muted({}, this))
    , m_witnessTimer(new QTimer(this))
    , m_audit(button(tr("Audit the chain"), QStringLiteral("auditButton"), QStringLiteral("shield"), ButtonRole::Normal,
                     this))
    , m_resume(
          button(tr("Resume"), QStringLiteral("resumeRunButton"), QStringLiteral("play"), ButtonRole::Normal, this))
    , m_report(button(tr("Export report…"), QStringLiteral("exportReportButton"), QStringLiteral("report"),
                      ButtonRole::Primary, this))
    , m_replay(button(tr("Replay"), QStringLiteral("replayButton"), QStringLiteral("clock"), ButtonRole::Normal, this))
{
    setObjectName(QStringLiteral("ledgerPage"));
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(pageMargin, wideGap, pageMargin, wideGap);
    page->setSpacing(gap + halfGap);
    page->addWidget(buildHead());
    page->addWidget(m_witnessText);
    m_witnessText->setObjectName(QStringLiteral("witnessText"));
    m_witnessTimer->setInterval(witnessIntervalMs);
    connect(m_witnessTimer, &QTimer::timeout, this, &LedgerPage::showWitness);
    page->addWidget(buildTables(), 1);
    connect(m_audit, &QPushButton::clicked, this, &LedgerPage::audit);
    connect(m_resume, &QPushButton::clicked, this, [this] {
        if (const session::RunState *run = chosen())
            emit resumeWanted(run->id);
    });
    connect(m_report, &QPushButton::clicked, this, [this] {
        if (const session::RunState *run = chosen())
            emit reportWanted(run->id);
    });
    connect(m_replay, &QPushButton::clicked, this, [this] {
        if (const session::RunState *run = chosen())
            emit replayWanted(run->id);
    });
    connect(&m_runs, &QAbstractItemModel::modelReset, this, [this] {
        const int same = m_runs.rowOf(m_shownRun);
        m_runTable->selectRow(same >= 0 ? same : 0);
        showChosen();
    });
    m_runTable->selectRow(0);
    showChosen();
}

QWidget *LedgerPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    row->addWidget(pageTitle(tr("Ledger"), head));
    row->addWidget(m_auditBadge);
    row->addWidget(m_auditText, 1);
    row->addWidget(m_audit);
    m_auditBadge->setObjectName(QStringLiteral("auditBadge"));
    m_auditText->setObjectName(QStringLiteral("auditText"));
    return head;
}

QWidget *LedgerPage::buildTables()
{
    buildTable(m_runTable, &m_runs, QStringLiteral("runTable"), tr("Runs"));
    buildTable(m_entryTable, &m_entries, QStringLiteral("entryTable"), tr("Entries of the chosen run"));
    m_runTable->horizontalHeader()->setSectionResizeMode(items::RunListModel::Runbook, QHeaderView::Stretch);
    m_entryTable->horizontalHeader()->setStretchLastSection(true);
    auto *lower = new QWidget(this);
    auto *column = new QVBoxLayout(lower);
    column->setContentsMargins(0, gap, 0, 0);
    column->setSpacing(gap);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(heading(tr("Entries of this run"), lower), 1);
    row->addWidget(m_replay);
    row->addWidget(m_resume);
    row->addWidget(m_report);
    column->addLayout(row);
    column->addWidget(m_entryTable, 1);
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_runTable);
    split->addWidget(lower);
    split->setSizes({240, 360});
    connect(m_runTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LedgerPage::showChosen);
    return split;
}

void LedgerPage::buildTable(QTableView *table, QAbstractItemModel *model, const QString &name,
                            const QString &accessibleName)
{
    table->setObjectName(name);
    table->setAccessibleName(accessibleName);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(qMax(28, table->fontMetrics().height() + gap + halfGap));
    QHeaderView *header = table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    // Fits the columns to what is on the screen, not to every row of a long run.
    header->setResizeContentsPrecision(50);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
}

const session::RunState *LedgerPage::chosen() const { return m_runs.run(m_runTable->currentIndex().row()); }

void LedgerPage::choose(const QByteArray &runId)
{
    if (const int row = m_runs.rowOf(runId); row >= 0)
        m_runTable->selectRow(row);
}

void LedgerPage::showChosen()
{
    const session::RunState *run = chosen();
    m_report->setEnabled(run != nullptr);
    m_replay->setEnabled(run != nullptr);
    m_resume->setEnabled(run && !run->isOver());
    m_shownRun = run ? run->id : QByteArray();
    if (!run) {
        m_entries.setEntries({});
        return;
    }
    whenFinished(m_ledger.entries(run->id, ledger::Ledger::Attachments::Skip), this,
                 [this, id = run->id](const Result<QList<ledger::Entry>> &entries) {
                     if (id != m_shownRun)
                         return; // another run was chosen meanwhile
                     if (entries)
                         m_entries.setEntries(*entries);
                     else
                         emit failed(entries.error());
                 });
}

void LedgerPage::audit()
{
    m_audit->setEnabled(false);
    m_auditBadge->setLook({tr("Auditing"), QStringLiteral("clock"), Tone::Info});
    m_auditText->setText(tr("Every entry is hashed again and compared with the chain."));
    whenFinished(m_ledger.audit(), this, [this](const Result<ledger::Audit> &result) { showAudit(result); });
}

void LedgerPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showWitness();
    m_witnessTimer->start();
}

void LedgerPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_witnessTimer->stop();
}

void LedgerPage::showWitness()
{
    const auto last = ledger::lastWitness(m_ledger.folder());
    if (!last) {
        m_witnessText->setText(tr("No witness keeps a checkpoint of this ledger: whoever owns it could write it anew."));
        return;
    }
    if (qint64(last->size) > qint64(m_ledger.head().size)) {
        m_witnessText->setText(tr("A witness has seen %1 entries of this ledger, which has fewer now: it was cut, or set back.")
                                   .arg(last->size));
        return;
    }
    const qint64 minutes = qMax(qint64(0), last->utc.secsTo(QDateTime::currentDateTimeUtc()) / 60);
    const QString folder = visibleControls(last->folder);
    if (minutes < 120)
        m_witnessText->setText(
            tr("Witnessed up to entry %1, %2 min ago, in %3.").arg(last->size - 1).arg(minutes).arg(folder));
    else
        m_witnessText->setText(tr("Witnessed up to entry %1, on %2, in %3.")
                                   .arg(last->size - 1)
                                   .arg(last->utc.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")), folder));
}

void LedgerPage::showAudit(const Result<ledger::Audit> &result)
{
    m_audit->setEnabled(true);
    if (!result) {
        m_auditBadge->setLook({tr("Unknown"), QStringLiteral("question"), Tone::Warning});
        m_auditText->setText(visibleControls(result.error().detail));
        emit failed(result.error());
        return;
    }
    switch (result->verdict) {
    case ledger::Audit::Verdict::Good:
        m_auditBadge->setLook({tr("Unbroken"), QStringLiteral("check"), Tone::Success});
        m_auditText->setText(
            tr("Entries checked: %1; covered by checkpoints: %2.").arg(result->entries).arg(result->witnessed));
        break;
    case ledger::Audit::Verdict::Bad:
        m_auditBadge->setLook({tr("Broken"), QStringLiteral("cross"), Tone::Danger});
        m_auditText->setText(result->firstBad
                                 ? tr("Entry %1: %2").arg(*result->firstBad).arg(visibleControls(result->reason))
                                 : visibleControls(result->reason));
        break;
    case ledger::Audit::Verdict::Unknown:
        m_auditBadge->setLook({tr("Unknown"), QStringLiteral("question"), Tone::Warning});
        m_auditText->setText(visibleControls(result->reason));
        break;
    }
}

} // namespace holdpoint::ui
