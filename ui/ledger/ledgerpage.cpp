// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/ledger/ledgerpage.h>

#include <models/base/text.h>
#include <models/base/whenfinished.h>
#include <models/ledger/witnessfolder.h>
#include <ui/common/labels.h>
#include <ui/common/rowtable.h>
#include <ui/common/style.h>
#include <ui/ledger/chainaudit.h>
#include <ui/ledger/runspanel.h>
#include <ui/ledger/searchpanel.h>

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
constexpr qsizetype shortIdLength = 8;

} // namespace

LedgerPage::LedgerPage(ledger::Ledger &ledger, items::RunListModel &runs, const QString &viewer, QWidget *parent)
    : QWidget(parent)
    , m_ledger(ledger)
    , m_runs(runs)
    , m_audit(new ChainAudit(ledger, this))
    , m_runsPanel(new RunsPanel(runs, this))
    , m_search(new SearchPanel(ledger, viewer, m_runsPanel, this))
    , m_entryTable(rowTable(&m_entries, QStringLiteral("entryTable"), tr("Entries of the chosen run"), this))
    , m_entriesOf(heading({}, this))
    , m_witnessText(muted({}, this))
    , m_witnessTimer(new QTimer(this))
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
    connect(m_audit, &ChainAudit::failed, this, &LedgerPage::failed);
    connect(m_resume, &QPushButton::clicked, this, [this] { emit resumeWanted(m_shownRun); });
    connect(m_report, &QPushButton::clicked, this, [this] { emit reportWanted(m_shownRun); });
    connect(m_replay, &QPushButton::clicked, this, [this] { emit replayWanted(m_shownRun); });
    connect(m_runsPanel, &RunsPanel::chosenChanged, this, [this] { showRun(m_runsPanel->chosen()); });
    connect(m_search, &SearchPanel::hitChosen, this, &LedgerPage::showHit);
    connect(m_search, &SearchPanel::momentWanted, this, &LedgerPage::momentWanted);
    connect(m_search, &SearchPanel::failed, this, &LedgerPage::failed);
    showRun(m_runsPanel->chosen());
}

QWidget *LedgerPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    row->addWidget(pageTitle(tr("Ledger"), head));
    row->addWidget(m_audit, 1);
    auto *retention =
        button(tr("Retention…"), QStringLiteral("retentionButton"), QStringLiteral("clock"), ButtonRole::Normal, head);
    connect(retention, &QPushButton::clicked, this, &LedgerPage::retentionWanted);
    row->addWidget(retention);
    return head;
}

QWidget *LedgerPage::buildTables()
{
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_search);
    split->addWidget(buildEntries());
    split->setSizes({340, 260});
    return split;
}

QWidget *LedgerPage::buildEntries()
{
    m_entryTable->horizontalHeader()->setStretchLastSection(true);
    m_entriesOf->setObjectName(QStringLiteral("entriesOf"));
    auto *lower = new QWidget(this);
    auto *column = new QVBoxLayout(lower);
    column->setContentsMargins(0, gap, 0, 0);
    column->setSpacing(gap);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(m_entriesOf, 1);
    row->addWidget(m_replay);
    row->addWidget(m_resume);
    row->addWidget(m_report);
    column->addLayout(row);
    column->addWidget(m_entryTable, 1);
    return lower;
}

void LedgerPage::choose(const QByteArray &runId) { m_runsPanel->choose(runId); }

void LedgerPage::audit() { m_audit->start(); }

void LedgerPage::showHit(const audit::Hit &hit)
{
    m_wantedEntry = hit.sequence;
    m_runsPanel->choose(hit.place.run);
    showRun(hit.place.run);
}

void LedgerPage::showRun(const QByteArray &runId)
{
    const session::RunState *run = m_runs.run(m_runs.rowOf(runId));
    m_report->setEnabled(run != nullptr);
    m_replay->setEnabled(run != nullptr);
    m_resume->setEnabled(run && !run->isOver());
    m_shownRun = runId;
    m_entriesOf->setText(runId.isEmpty()
                             ? tr("No run is chosen")
                             : tr("Entries of run %1").arg(QString::fromLatin1(runId.toHex().first(shortIdLength))));
    if (runId.isEmpty()) {
        m_entries.setEntries({});
        return;
    }
    whenFinished(m_ledger.entries(runId, ledger::Ledger::Attachments::Skip), this,
                 [this, runId](const Result<QList<ledger::Entry>> &entries) {
                     if (runId != m_shownRun)
                         return; // another run was chosen meanwhile
                     if (entries)
                         showEntries(*entries);
                     else
                         emit failed(entries.error());
                 });
}

void LedgerPage::showEntries(QList<ledger::Entry> entries)
{
    const ledger::Entry *before = m_entries.entry(m_entryTable->currentIndex().row());
    if (!m_wantedEntry && before && before->run == m_shownRun)
        m_wantedEntry = before->sequence; // it was read anew, and stays chosen
    m_entries.setEntries(std::move(entries));
    const int row = m_wantedEntry ? m_entries.rowOf(*m_wantedEntry) : -1;
    m_wantedEntry.reset();
    if (row < 0)
        return;
    m_entryTable->selectRow(row);
    m_entryTable->scrollTo(m_entries.index(row, 0), QAbstractItemView::PositionAtCenter);
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
        m_witnessText->setText(
            tr("No witness keeps a checkpoint of this ledger: whoever owns it could write it anew."));
        return;
    }
    if (qint64(last->size) > qint64(m_ledger.head().size)) {
        m_witnessText->setText(
            tr("A witness has seen %1 entries of this ledger, which has fewer now: it was cut, or set back.")
                .arg(last->size));
        return;
    }
    const qint64 minutes = qMax(qint64(0), last->utc.secsTo(QDateTime::currentDateTimeUtc()) / 60);
    const bool isStamp = last->folder.isEmpty();
    const QString witness = visibleControls(isStamp ? last->authority : last->folder);
    if (minutes < 120) {
        const QString words = isStamp ? tr("Witnessed up to entry %1, %2 min ago, by time stamp of %3.")
                                      : tr("Witnessed up to entry %1, %2 min ago, in %3.");
        m_witnessText->setText(words.arg(last->size - 1).arg(minutes).arg(witness));
    } else {
        const QString words = isStamp ? tr("Witnessed up to entry %1, on %2, by time stamp of %3.")
                                      : tr("Witnessed up to entry %1, on %2, in %3.");
        m_witnessText->setText(words.arg(last->size - 1)
                                   .arg(last->utc.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")), witness));
    }
}

} // namespace holdpoint::ui
