// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/replay/replaypage.h>

#include <models/base/text.h>
#include <models/base/whenfinished.h>
#include <models/session/viewing.h>
#include <models/timeline/axis.h>
#include <models/timeline/timelinesvg.h>
#include <ui/common/icons.h>
#include <ui/common/labels.h>
#include <ui/common/linkquestion.h>
#include <ui/common/rowtable.h>
#include <ui/common/style.h>
#include <ui/replay/scrubbar.h>
#include <ui/replay/timelineview.h>
#include <ui/terminal/terminalview.h>
#include <ui/wizard/findbar.h>

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMessageBox>
#include <QSaveFile>
#include <QSplitter>
#include <QTableView>
#include <QtConcurrentRun>

#include <algorithm>
#include <array>
#include <cmath>

namespace holdpoint::ui {

namespace {

constexpr std::array speeds{0.5, 1.0, 2.0, 4.0, 8.0, 16.0};
constexpr int usualSpeed = 1; // index
constexpr qint64 longestPauseMs = 2000;

Result<QString> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorKind::Io, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return path;
}

} // namespace

ReplayPage::ReplayPage(ledger::Ledger &ledger, const Clock &clock, QString viewer, QWidget *parent)
    : QWidget(parent)
    , m_ledger(ledger)
    , m_clock(clock)
    , m_viewer(std::move(viewer))
    , m_title(muted({}, this))
    , m_paneChoice(new QComboBox(this))
    , m_back(button(tr("Back to the ledger"), QStringLiteral("replayBack"), QStringLiteral("chevron-left"),
                    ButtonRole::Normal, this))
    , m_export(button(tr("Export the timeline…"), QStringLiteral("exportTimeline"), QStringLiteral("external"),
                      ButtonRole::Normal, this))
    , m_view(new TerminalView(this))
    , m_find(new FindBar(this))
    , m_notice(muted({}, this))
    , m_scrub(new ScrubBar(this))
    , m_play(button(tr("Play"), QStringLiteral("playButton"), QStringLiteral("play"), ButtonRole::Primary, this))
    , m_previous(button(tr("Previous"), QStringLiteral("previousMoment"), QStringLiteral("chevron-left"),
                        ButtonRole::Normal, this))
    , m_next(
          button(tr("Next"), QStringLiteral("nextMoment"), QStringLiteral("chevron-right"), ButtonRole::Normal, this))
    , m_time(oneLine({}, this))
    , m_speed(new QComboBox(this))
    , m_shorten(new QCheckBox(tr("Shorten pauses to 2 s"), this))
    , m_list(rowTable(&m_items, QStringLiteral("momentList"), tr("What happened; Enter goes there"), this))
    , m_timelineView(new TimelineView(m_items, this))
{
    setObjectName(QStringLiteral("replayPage"));
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(pageMargin, wideGap, pageMargin, wideGap);
    page->setSpacing(gap);
    page->addWidget(buildHead());
    auto *upper = new QSplitter(Qt::Horizontal, this);
    upper->setChildrenCollapsible(false);
    upper->addWidget(buildTerminal());
    upper->addWidget(buildList());
    upper->setStretchFactor(0, 3);
    upper->setStretchFactor(1, 2);
    upper->setSizes({760, 420});
    auto *whole = new QSplitter(Qt::Vertical, this);
    whole->setChildrenCollapsible(false);
    whole->addWidget(upper);
    whole->addWidget(buildTimeline());
    whole->setStretchFactor(0, 1);
    whole->setSizes({430, 260});
    page->addWidget(whole, 1);
    connectControls();
    showState();
}

ReplayPage::~ReplayPage() { m_view->setScreen(nullptr); } // the screen dies with the player

QWidget *ReplayPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    m_title->setObjectName(QStringLiteral("replayTitle"));
    m_paneChoice->setObjectName(QStringLiteral("replayPane"));
    m_paneChoice->setAccessibleName(tr("Terminal to replay"));
    m_paneChoice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(m_back);
    row->addWidget(pageTitle(tr("Replay"), head));
    row->addWidget(m_title, 1);
    row->addWidget(m_paneChoice);
    row->addWidget(m_export);
    return head;
}

QWidget *ReplayPage::buildTerminal()
{
    auto *panel = new QWidget(this);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, gap, 0);
    column->setSpacing(halfGap);
    m_view->setObjectName(QStringLiteral("replayView"));
    m_view->setAccessibleName(tr("Replayed terminal, to be read only"));
    m_view->setInputEnabled(InputPolicy::Locked);
    m_view->setSizing(Sizing::FitFont);
    m_view->setMinimumSize(320, 120);
    m_notice->setObjectName(QStringLiteral("replayNotice"));
    column->addWidget(m_find);
    column->addWidget(m_view, 1);
    column->addWidget(m_notice);
    column->addWidget(m_scrub);
    column->addWidget(buildControls());
    return panel;
}

QWidget *ReplayPage::buildControls()
{
    auto *controls = new QWidget(this);
    auto *row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    m_previous->setAccessibleName(tr("To the previous moment"));
    m_previous->setToolTip(tr("To the previous moment (Shift+Left)"));
    m_next->setAccessibleName(tr("To the next moment"));
    m_next->setToolTip(tr("To the next moment (Shift+Right)"));
    m_play->setToolTip(tr("Play or pause (Space)"));
    m_time->setObjectName(QStringLiteral("replayTime"));
    m_speed->setObjectName(QStringLiteral("replaySpeed"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Speed (+ and -)"));
    for (const double speed : speeds)
        m_speed->addItem(tr("%L1 ×", "how many times as fast").arg(speed), speed);
    m_speed->setCurrentIndex(usualSpeed);
    m_shorten->setObjectName(QStringLiteral("shortenPauses"));
    row->addWidget(m_play);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_time, 1);
    row->addWidget(m_speed);
    row->addWidget(m_shorten);
    return controls;
}

QWidget *ReplayPage::buildList()
{
    auto *panel = new QWidget(this);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(gap, 0, 0, 0);
    column->setSpacing(halfGap);
    column->addWidget(heading(tr("What happened"), panel));
    m_list->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_list->setColumnWidth(items::TimelineModel::Time,
                           m_list->fontMetrics().horizontalAdvance(QStringLiteral("00:00:00")) + 3 * gap);
    m_list->setColumnWidth(items::TimelineModel::What, 170);
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_timelineView->setSelectionModel(m_list->selectionModel());
    column->addWidget(m_list, 1);
    return panel;
}

QWidget *ReplayPage::buildTimeline()
{
    auto *panel = new QWidget(this);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, gap, 0, 0);
    column->setSpacing(halfGap);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(heading(tr("Timeline"), panel));
    row->addWidget(
        muted(tr("✓ as it should be   ! with an exception, or waiting   ✕ failed or unknown   … not ended"), panel), 1);
    auto *wider =
        button(tr("Zoom in"), QStringLiteral("timelineZoomIn"), QStringLiteral("plus"), ButtonRole::Normal, panel);
    auto *narrower =
        button(tr("Zoom out"), QStringLiteral("timelineZoomOut"), QStringLiteral("minus"), ButtonRole::Normal, panel);
    connect(wider, &QPushButton::clicked, this, [this] { m_timelineView->setZoom(m_timelineView->zoom() * 2); });
    connect(narrower, &QPushButton::clicked, this, [this] { m_timelineView->setZoom(m_timelineView->zoom() / 2); });
    row->addWidget(wider);
    row->addWidget(narrower);
    column->addLayout(row);
    column->addWidget(m_timelineView, 1);
    return panel;
}

void ReplayPage::connectControls()
{
    for (QWidget *watched : std::initializer_list<QWidget *>{m_view, m_scrub, m_list, m_timelineView})
        watched->installEventFilter(this);
    connect(m_back, &QPushButton::clicked, this, &ReplayPage::backWanted);
    connect(m_export, &QPushButton::clicked, this, &ReplayPage::exportTimeline);
    connect(m_play, &QPushButton::clicked, this, &ReplayPage::togglePlaying);
    connect(m_previous, &QPushButton::clicked, this, [this] { goToMoment(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { goToMoment(1); });
    connect(m_scrub, &ScrubBar::seekWanted, this, &ReplayPage::goTo);
    connect(m_view, &TerminalView::linkActivated, this, [this](const QUrl &url) {
        askLink(this, tr("A host showed this address when it was recorded. Open it now?"), url,
                [this, url] { emit openUrlWanted(url); });
    });
    connect(m_view, &TerminalView::findWanted, this, &ReplayPage::openFind);
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] {
        if (m_player)
            m_player->setSpeed(m_speed->currentData().toDouble());
    });
    connect(m_shorten, &QCheckBox::toggled, this, [this](bool on) {
        if (m_player)
            m_player->setLongestPause(on ? std::optional(longestPauseMs) : std::nullopt);
    });
    connect(m_paneChoice, &QComboBox::activated, this,
            [this] { choosePane(m_paneChoice->currentData().toString(), m_player ? m_player->positionMs() : 0); });
    for (QAbstractItemView *view : std::initializer_list<QAbstractItemView *>{m_list, m_timelineView}) {
        connect(view, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) { goToItem(index.row()); });
        connect(view, &QAbstractItemView::activated, this, [this](const QModelIndex &index) { goToItem(index.row()); });
    }
}

void ReplayPage::openFind() { m_find->open(m_view); }

void ReplayPage::showMoment(const QByteArray &runId, const QString &pane, double seconds)
{
    const auto ms = qint64(std::llround(seconds * 1000));
    m_runId = runId;
    const auto opening = m_ledger.entries(runId, ledger::Ledger::Attachments::Skip)
                             .then(QtFuture::Launch::Async, [](const Result<QList<ledger::Entry>> &entries) {
                                 return entries.map([](const QList<ledger::Entry> &all) {
                                     return Opened{timeline::timelineOf(all), replay::recordedPanesOf(all)};
                                 });
                             });
    whenFinished(opening, this, [this, runId, pane, ms](const Result<Opened> &opened) {
        if (runId != m_runId)
            return; // another run was chosen meanwhile
        if (opened)
            open(*opened, pane, ms);
        else
            emit failed(opened.error());
    });
}

void ReplayPage::open(const Opened &opened, const QString &pane, qint64 ms)
{
    m_scrub->setTimeline(nullptr, 0);
    m_view->setScreen(nullptr);
    m_player.reset();
    m_items.setTimeline(opened.timeline);
    m_panes = opened.panes;
    const timeline::Timeline &timeline = m_items.timeline();
    m_title->setText(
        visibleControls(tr("%1 · run %2 · %3%4")
                            .arg(timeline.runbook, timeline.runId.left(8), timeline.verdict,
                                 timeline.isOver ? QString() : tr(" · goes on; shown as far as it was recorded"))));
    m_paneChoice->clear();
    for (const replay::RecordedPane &one : std::as_const(m_panes)) {
        const QString name = visibleControls(one.name);
        m_paneChoice->addItem(one.outsideSteps ? tr("%1 (outside the steps)").arg(name) : name, one.name);
    }
    m_timelineView->setZoom(1);
    choosePane(pane, ms);
    if (isVisible())
        m_view->setFocus(Qt::OtherFocusReason);
}

void ReplayPage::choosePane(const QString &name, qint64 ms)
{
    const auto named = std::ranges::find(m_panes, name, &replay::RecordedPane::name);
    const qsizetype index = named == m_panes.end() ? 0 : named - m_panes.begin();
    if (m_panes.isEmpty())
        return showPane(index, ms);
    const auto looked = m_ledger.append(
        session::viewedDraft(m_runId, {m_panes[index].name}, session::ViewedIn::ReplayWindow, m_viewer));
    whenFinished(looked, this, [this, index, ms, run = m_runId](const Result<ledger::Entry> &entry) {
        if (!entry)
            emit failed(entry.error());
        else if (run == m_runId)
            showPane(index, ms);
    });
}

void ReplayPage::showPane(qsizetype index, qint64 ms)
{
    const bool wasPlaying = m_player && m_player->state() == replay::Player::State::Playing;
    m_view->setScreen(nullptr);
    // A run in which no pane showed anything still has its timeline.
    replay::RecordedPane pane = m_panes.value(index);
    m_paneChoice->setCurrentIndex(m_panes.isEmpty() ? -1 : int(index));
    m_player = std::make_unique<replay::Player>(
        std::move(pane), m_items.timeline().durationMs,
        [this](const QList<quint64> &sequences) { return m_ledger.entriesAt(sequences); }, m_clock);
    m_player->setSpeed(m_speed->currentData().toDouble());
    m_player->setLongestPause(m_shorten->isChecked() ? std::optional(longestPauseMs) : std::nullopt);
    m_view->setScreen(&m_player->screen());
    m_scrub->setTimeline(&m_items.timeline(), m_player->durationMs());
    m_scrub->setGaps(m_player->gaps());
    connect(m_player.get(), &replay::Player::screenChanged, m_view, &TerminalView::screenChanged);
    connect(m_player.get(), &replay::Player::screenReplaced, this, [this] { m_view->setScreen(&m_player->screen()); });
    connect(m_player.get(), &replay::Player::moved, this, &ReplayPage::showPosition);
    connect(m_player.get(), &replay::Player::stateChanged, this, &ReplayPage::showState);
    connect(m_player.get(), &replay::Player::seekingChanged, this, &ReplayPage::showPosition);
    connect(m_player.get(), &replay::Player::gapsChanged, this, [this] { m_scrub->setGaps(m_player->gaps()); });
    connect(m_player.get(), &replay::Player::failed, this, &ReplayPage::failed);
    m_player->seek(ms);
    if (wasPlaying)
        m_player->play();
    showState();
}

void ReplayPage::goTo(qint64 ms)
{
    if (m_player)
        m_player->seek(ms);
}

void ReplayPage::goToItem(int row)
{
    const timeline::Item *item = m_items.item(row);
    if (!item || !m_player)
        return;
    const bool isRecorded = std::ranges::any_of(
        m_panes, [&](const replay::RecordedPane &pane) { return visibleControls(pane.name) == item->pane; });
    if (isRecorded && visibleControls(m_player->pane().name) != item->pane) {
        const auto pane =
            std::ranges::find_if(m_panes, [&](const auto &one) { return visibleControls(one.name) == item->pane; });
        choosePane(pane->name, item->fromMs);
    } else {
        goTo(item->fromMs);
    }
}

void ReplayPage::goToMoment(int step)
{
    if (!m_player)
        return;
    const qint64 now = m_player->positionMs();
    int row = m_items.rowAt(now);
    if (step > 0) {
        ++row;
    } else {
        while (row >= 0 && m_items.item(row)->fromMs >= now)
            --row;
    }
    if (const timeline::Item *item = m_items.item(row))
        goTo(item->fromMs);
    else
        goTo(step > 0 ? m_player->durationMs() : 0);
}

void ReplayPage::changeSpeed(int step)
{
    m_speed->setCurrentIndex(std::clamp(m_speed->currentIndex() + step, 0, m_speed->count() - 1));
}

void ReplayPage::togglePlaying()
{
    if (!m_player)
        return;
    if (m_player->state() == replay::Player::State::Playing)
        m_player->pause();
    else
        m_player->play();
}

bool ReplayPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto &key = *static_cast<QKeyEvent *>(event);
    const bool isList = watched == m_list || watched == m_timelineView;
    // In a list the arrows go through the list.
    if (isList ? key.key() == Qt::Key_Space && (togglePlaying(), true) : handleKey(key))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool ReplayPage::handleKey(QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool shift = modifiers == Qt::ShiftModifier;
    if (event.key() == Qt::Key_F && modifiers == (Qt::ControlModifier | Qt::ShiftModifier))
        openFind();
    else if (event.key() == Qt::Key_Plus || (event.key() == Qt::Key_Equal && !modifiers))
        changeSpeed(1);
    else if (event.key() == Qt::Key_Tab
             || event.key() == Qt::Key_Backtab) // a terminal keeps Tab for its shell; here is none
        focusNextPrevChild(event.key() == Qt::Key_Tab);
    else if (modifiers && !shift)
        return false;
    else if (event.key() == Qt::Key_Space)
        togglePlaying();
    else if (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right) {
        const int step = event.key() == Qt::Key_Right ? 1 : -1;
        shift ? goToMoment(step) : goTo(m_player ? m_player->positionMs() + step * ScrubBar::stepMs : 0);
    } else if (event.key() == Qt::Key_Home)
        goTo(0);
    else if (event.key() == Qt::Key_End)
        goTo(m_player ? m_player->durationMs() : 0);
    else if (event.key() == Qt::Key_Minus)
        changeSpeed(-1);
    else
        return false;
    return true;
}

void ReplayPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_player)
        m_player->pause();
}

void ReplayPage::showPosition()
{
    const qint64 now = m_player->positionMs();
    m_scrub->setPosition(now);
    m_timelineView->setPosition(now);
    const QDateTime utc = m_items.timeline().started.addMSecs(now).toUTC();
    m_time->setText(tr("%1 of %2 · %3 UTC")
                        .arg(timeline::clockText(now), timeline::clockText(m_player->durationMs()),
                             utc.toString(QStringLiteral("HH:mm:ss"))));
    m_time->setToolTip(utc.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")));
    if (const int row = m_items.rowAt(now);
        row >= 0 && m_player->state() == replay::Player::State::Playing && row != m_list->currentIndex().row())
        m_list->setCurrentIndex(m_items.index(row, 0));
    const QList<replay::Gap> &gaps = m_player->gaps();
    const auto missing =
        std::ranges::find_if(gaps, [now](const replay::Gap &one) { return now >= one.fromMs && now <= one.toMs; });
    m_notice->setText(m_panes.isEmpty()                ? tr("No terminal showed anything in this run.")
                      : m_player->isSeeking()          ? tr("Reading the recording…")
                      : missing != gaps.end()          ? gapWords(*missing)
                      : now > m_player->pane().endMs() ? tr("Nothing more is recorded of this terminal after %1.")
                                                             .arg(timeline::clockText(m_player->pane().endMs()))
                                                       : QString());
}

void ReplayPage::showState()
{
    const bool playing = m_player && m_player->state() == replay::Player::State::Playing;
    m_play->setText(playing ? tr("Pause") : tr("Play"));
    m_play->setIcon(icon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_play, m_previous, m_next, m_scrub, m_export})
        widget->setEnabled(m_player != nullptr);
    m_paneChoice->setEnabled(m_panes.size() > 1);
    if (m_player)
        showPosition();
}

void ReplayPage::exportTimeline()
{
    auto *dialog = new QFileDialog(this, tr("Export the timeline"), QString(), tr("SVG pictures (*.svg)"));
    dialog->setObjectName(QStringLiteral("timelineFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("svg"));
    dialog->selectFile(QStringLiteral("timeline-%1.svg").arg(m_items.timeline().runId.left(8)));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto writing = QtConcurrent::run([path, timeline = m_items.timeline()] {
            return writeFile(path, timeline::timelineSvg(timeline, timeline::SvgUse::Standalone).toUtf8());
        });
        whenFinished(writing, this, [this](const Result<QString> &written) {
            if (written)
                emit said(tr("The timeline is in %1.").arg(visibleControls(*written)));
            else
                emit failed(written.error());
        });
    });
    dialog->open();
}

} // namespace holdpoint::ui
