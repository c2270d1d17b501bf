// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/ledger/searchpanel.h>

#include <models/audit/hitviewing.h>
#include <models/base/text.h>
#include <models/base/whenfinished.h>
#include <ui/common/icons.h>
#include <ui/common/labels.h>
#include <ui/common/rowtable.h>
#include <ui/common/style.h>
#include <ui/ledger/hitdelegate.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace holdpoint::ui {

namespace {

constexpr int mostHits = 500;
constexpr int pauseMs = 250; // after the last key

} // namespace

SearchPanel::SearchPanel(ledger::Ledger &ledger, QString viewer, QWidget *otherwise, QWidget *parent)
    : QWidget(parent)
    , m_ledger(ledger)
    , m_viewer(std::move(viewer))
    , m_history(ledger)
    , m_text(new QLineEdit(this))
    , m_indexing(muted({}, this))
    , m_stop(button(tr("Stop indexing"), QStringLiteral("stopIndexingButton"), QStringLiteral("stop"),
                    ButtonRole::Normal, this))
    , m_stack(new QStackedWidget(this))
    , m_count(muted({}, this))
    , m_moment(button(tr("Show in the recording"), QStringLiteral("showMomentButton"), QStringLiteral("play"),
                      ButtonRole::Normal, this))
    , m_table(rowTable(&m_hits, QStringLiteral("hitTable"), tr("Lines found"), this))
{
    setObjectName(QStringLiteral("searchPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    column->addWidget(buildField());
    column->addWidget(m_stack, 1);
    m_found = buildHits();
    m_stack->addWidget(otherwise);
    m_stack->addWidget(m_found);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SearchPanel::search);
    connect(&m_history, &audit::HistorySearch::progressed, this, &SearchPanel::showProgress);
    connect(&m_history, &audit::HistorySearch::updated, this, [this] { updateEnded({}); });
    connect(&m_history, &audit::HistorySearch::updateFailed, this, [this](const Error &error) {
        updateEnded(error.kind == ErrorKind::Cancelled
                        ? tr("Indexing was stopped: newer entries are not found.")
                        : tr("The index is not up to date: %1").arg(visibleControls(error.detail)));
    });
}

QWidget *SearchPanel::buildField()
{
    auto *field = new QWidget(this);
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    row->addWidget(m_text, 2);
    row->addWidget(m_indexing, 1);
    row->addWidget(m_stop);
    m_text->setObjectName(QStringLiteral("searchText"));
    m_text->setAccessibleName(tr("Search commands, output and notes of all runs"));
    m_text->setPlaceholderText(tr("Search commands, output and notes of all runs"));
    m_text->setToolTip(tr(
        "Words that one line holds, all of them; \"a phrase\"; -word for what it must not hold; run:, host:, runbook: "
        "and by: for where to look"));
    m_text->setClearButtonEnabled(true);
    m_indexing->setObjectName(QStringLiteral("indexingText"));
    m_stop->hide();
    connect(m_text, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_text, &QLineEdit::returnPressed, this, &SearchPanel::search);
    connect(m_stop, &QPushButton::clicked, &m_history, &audit::HistorySearch::stopUpdate);
    return field;
}

QWidget *SearchPanel::buildHits()
{
    auto *found = new QWidget(this);
    auto *column = new QVBoxLayout(found);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    auto *back = button(tr("Back to the runs"), QStringLiteral("endSearchButton"), QStringLiteral("list"),
                        ButtonRole::Normal, found);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(m_count, 1);
    row->addWidget(m_moment);
    row->addWidget(back);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    m_count->setObjectName(QStringLiteral("hitCount"));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setItemDelegateForColumn(items::HitListModel::Text, new HitDelegate(m_hits, m_table));
    connect(back, &QPushButton::clicked, m_text, &QLineEdit::clear);
    connect(m_moment, &QPushButton::clicked, this, &SearchPanel::wantMoment);
    connect(m_table, &QTableView::activated, this, &SearchPanel::wantMoment);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SearchPanel::showChosen);
    return found;
}

const audit::Hit *SearchPanel::chosen() const { return m_hits.hit(m_table->currentIndex().row()); }

void SearchPanel::search()
{
    m_pause.stop();
    if (const QString text = m_text->text().trimmed(); std::exchange(m_searched, text) != text)
        m_seen.clear();
    if (m_searched.isEmpty()) {
        m_stack->setCurrentIndex(0);
        return;
    }
    m_stack->setCurrentWidget(m_found);
    const auto query = audit::SearchQuery::parse(m_text->text());
    if (!query) {
        m_hits.setHits({});
        showChosen();
        m_count->setText(tr("Say at least one word that the line holds; -words and run:, host:, runbook: and by: only "
                            "narrow a search."));
        return;
    }
    m_query = *query;
    m_history.update();
    look();
}

void SearchPanel::look()
{
    if (m_hits.rowCount() == 0)
        m_count->setText(tr("Searching…"));
    whenFinished(m_history.search(m_query, mostHits), this, [this](const Result<audit::SearchResults> &results) {
        if (results)
            showResults(*results);
        else if (results.error().kind != ErrorKind::Cancelled)
            emit failed(results.error());
    });
}

void SearchPanel::showResults(const audit::SearchResults &results)
{
    const audit::Hit *before = chosen();
    const quint64 sequence = before ? before->sequence : 0;
    const QString text = before ? before->text : QString();
    m_hits.setHits(results.hits);
    const auto same = std::ranges::find_if(results.hits, [&](const audit::Hit &hit) {
        return !text.isEmpty() && hit.sequence == sequence && hit.text == text;
    });
    m_isChosenAgain = same != results.hits.end();
    if (m_isChosenAgain)
        m_table->selectRow(int(same - results.hits.begin()));
    showChosen();
    m_isChosenAgain = false;
    const qsizetype count = results.hits.size();
    m_count->setText(results.hasMore ? tr("The %L1 newest lines; more words find older ones.").arg(count)
                     : count == 0    ? tr("No line holds that.")
                     : count == 1    ? tr("One line.")
                                     : tr("%L1 lines, newest first.").arg(count));
}

/// Only where there is something to wait for.
void SearchPanel::showProgress(quint64 done, quint64 total)
{
    if (!m_history.isUpdating() || done >= total)
        return;
    m_indexing->setText(tr("%L1 of %L2 entries are indexed; the rest is not found yet.").arg(done).arg(total));
    m_stop->show();
}

void SearchPanel::updateEnded(const QString &problem)
{
    m_stop->hide();
    m_indexing->setText(problem);
    if (m_stack->currentWidget() == m_found && !m_query.terms.isEmpty())
        look();
}

void SearchPanel::showChosen()
{
    const audit::Hit *hit = chosen();
    m_moment->setEnabled(hit && hit->seconds >= 0);
    if (!hit)
        return;
    if (!m_isChosenAgain)
        recordLook(*hit);
    emit hitChosen(*hit);
}

void SearchPanel::recordLook(const audit::Hit &hit)
{
    const QList<ledger::Draft> viewings = audit::viewedDrafts({hit}, session::ViewedIn::SearchWindow, m_viewer);
    const QPair<QByteArray, QString> place{hit.place.run, audit::viewedSource(hit)};
    if (viewings.isEmpty() || m_seen.contains(place))
        return;
    m_seen.insert(place);
    whenFinished(m_ledger.append(viewings.first()), this, [this, place](const Result<ledger::Entry> &entry) {
        if (entry)
            return;
        m_seen.remove(place);
        emit failed(entry.error());
    });
}

void SearchPanel::wantMoment()
{
    if (const audit::Hit *hit = chosen(); hit && hit->seconds >= 0)
        emit momentWanted(hit->place.run, hit->place.pane, hit->seconds);
}

void SearchPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || m_text->text().isEmpty())
        return QWidget::keyPressEvent(event);
    m_text->clear();
    m_text->setFocus(Qt::OtherFocusReason);
}

} // namespace holdpoint::ui
