// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/runpage.h>

#include <models/base/text.h>
#include <models/items/timetext.h>
#include <ui/common/card.h>
#include <ui/common/icons.h>
#include <ui/common/labels.h>
#include <ui/common/statusbadge.h>
#include <ui/common/style.h>
#include <ui/panes/panearea.h>
#include <ui/wizard/decisionbar.h>
#include <ui/wizard/gatebar.h>
#include <ui/wizard/rollbackpanel.h>
#include <ui/wizard/stagedelegate.h>
#include <ui/wizard/stageview.h>
#include <ui/wizard/terminalpanel.h>
#include <ui/wizard/unrecordedbar.h>

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {
constexpr int listWidth = 272;
constexpr int layoutVersion = 1;
constexpr int besideFromWidth = 1360; ///< a page this wide has room for 80 columns beside the step

void focusFirstIn(const QWidget *part)
{
    for (QWidget *widget = part->nextInFocusChain(); widget != part; widget = widget->nextInFocusChain()) {
        if (part->isAncestorOf(widget) && widget->isVisible() && widget->isEnabled()
            && (widget->focusPolicy() & Qt::TabFocus)) {
            widget->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

/// Scrolls up and down only, and is never narrower than what it shows.
class ColumnScroll final : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (object == widget() && event->type() == QEvent::LayoutRequest)
            setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
        return QScrollArea::eventFilter(object, event);
    }
};

} // namespace

RunPage::RunPage(session::RunSession &run, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_clock(clock)
    , m_phase(new StatusBadge(lookOf(run.state().phase), this))
    , m_elapsed(oneLine({}, this))
    , m_list(new QListView(this))
    , m_scroll(new ColumnScroll(this))
    , m_centre(new QStackedWidget(this))
    , m_stageHolder(new QWidget(this))
    , m_stageColumn(new QVBoxLayout(m_stageHolder))
    , m_decision(new DecisionBar(run, m_stageHolder))
    , m_gate(new GateBar(run, this))
    , m_rollback(new RollbackPanel(run, this))
    , m_finish(new Card(m_stageHolder))
    , m_finishText(body({}, m_finish))
    , m_terminals(new TerminalPanel(run, this))
    , m_panes(new QSplitter(Qt::Vertical, this))
    , m_escalate(button(tr("Escalate…"), QStringLiteral("runEscalateButton"), QStringLiteral("phone"),
                        ButtonRole::Normal, this))
    , m_turn(button({}, QStringLiteral("togglePanesButton"), {}, ButtonRole::Normal, this))
{
    setObjectName(QStringLiteral("runPage"));
    buildFinish();
    m_panes->setObjectName(QStringLiteral("paneSplitter"));
    m_panes->setChildrenCollapsible(false);
    m_centreHolder = buildCentre();
    m_panes->addWidget(m_centreHolder);
    m_panes->addWidget(m_terminals);
    m_panes->setStretchFactor(0, 1);
    m_panes->setStretchFactor(1, 1);
    connect(m_panes, &QSplitter::splitterMoved, this, [this] {
        m_arranged = true;
        emit paneLayoutChanged();
    });
    connect(m_terminals->area(), &PaneArea::layoutChanged, this, &RunPage::paneLayoutChanged);
    connect(m_terminals->area(), &PaneArea::maximisedChanged, this, &RunPage::showMaximised);
    arrange(Qt::Vertical);
    auto *columns = new QSplitter(Qt::Horizontal, this);
    columns->setObjectName(QStringLiteral("listSplitter"));
    columns->setChildrenCollapsible(false);
    columns->addWidget(buildList());
    columns->addWidget(m_panes);
    columns->setStretchFactor(1, 1);
    columns->setSizes({listWidth, 1000});
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(buildHeader());
    page->addWidget(new UnrecordedBar(m_run, this));
    page->addWidget(columns, 1);

    connect(&m_run, &session::RunSession::changed, this, &RunPage::refresh);
    connect(m_decision, &DecisionBar::escalateWanted, this, &RunPage::escalateWanted);
    connect(&m_run, &session::RunSession::commandWaits, this, [this](const QString &commandId) {
        area()->restore(); // what is asked must be seen
        if (m_stage)
            m_stage->askCommand(commandId);
    });
    connect(&m_second, &QTimer::timeout, this, &RunPage::refreshElapsed);
    m_second.start(1000);
    refresh();
}

QWidget *RunPage::buildHeader()
{
    const session::RunState &state = m_run.state();
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(wideGap, gap + halfGap, wideGap, gap + halfGap);
    row->setSpacing(gap);
    row->addWidget(new StatusBadge(lookOf(state.mode), header));
    QLabel *title = heading(visibleControls(QStringLiteral("%1 %2").arg(state.runbookId, state.runbookTitle)), header);
    row->addWidget(title, 1);
    row->addWidget(m_phase);
    row->addWidget(m_elapsed);
    m_elapsed->setObjectName(QStringLiteral("elapsedLabel"));
    connect(m_escalate, &QPushButton::clicked, this, &RunPage::escalateWanted);
    connect(m_turn, &QPushButton::clicked, this, &RunPage::togglePanes);
    row->addWidget(m_escalate);
    row->addWidget(m_turn);
    return header;
}

QWidget *RunPage::buildList()
{
    m_list->setObjectName(QStringLiteral("stageList"));
    m_list->setAccessibleName(tr("Steps of this run"));
    m_list->setModel(&m_stages);
    m_list->setItemDelegate(new StageDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMinimumWidth(200);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (const session::Stage *stage = m_stages.stage(index.row()))
            showStage(stage->id);
    });
    return m_list;
}

QWidget *RunPage::buildCentre()
{
    m_stageColumn->setContentsMargins(pageMargin, wideGap, pageMargin, pageMargin);
    m_stageColumn->setSpacing(wideGap);
    m_stageColumn->addWidget(m_finish);
    m_stageColumn->addWidget(m_decision);
    m_stageColumn->addStretch();
    m_scroll->setObjectName(QStringLiteral("stageScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_stageHolder);
    auto *rollbackScroll = new QScrollArea(this);
    rollbackScroll->setWidgetResizable(true);
    rollbackScroll->setFrameShape(QFrame::NoFrame);
    rollbackScroll->setFocusPolicy(Qt::NoFocus);
    m_rollback->setContentsMargins(pageMargin, wideGap, pageMargin, wideGap);
    rollbackScroll->setWidget(m_rollback);
    m_centre->addWidget(m_scroll);
    m_centre->addWidget(rollbackScroll);
    auto *holder = new QWidget(this);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_centre, 1);
    column->addWidget(m_gate);
    holder->setMinimumWidth(420);
    return holder;
}

void RunPage::buildFinish()
{
    m_finish->setObjectName(QStringLiteral("finishCard"));
    m_finish->content()->addWidget(heading(tr("The run is over"), m_finish));
    m_finish->content()->addWidget(m_finishText);
    auto *report = button(tr("Export report…"), QStringLiteral("finishReportButton"), QStringLiteral("report"),
                          ButtonRole::Primary, m_finish);
    connect(report, &QPushButton::clicked, this, &RunPage::reportWanted);
    m_finish->content()->addWidget(report, 0, Qt::AlignLeft);
}

void RunPage::setReportAvailable(bool available)
{
    m_finish->findChild<QPushButton *>(QStringLiteral("finishReportButton"))->setVisible(available);
}

void RunPage::refresh()
{
    const QPointer<QWidget> focused = window()->focusWidget();
    const bool isOurs = isAncestorOf(focused);
    // A button that is disabled hands its focus to whatever comes next, and the page scrolls there: out of sight of what
    // the button started. So the list holds the focus meanwhile, and until the button can be pressed again.
    if (isOurs && qobject_cast<QPushButton *>(focused))
        holdFocus(focused);
    showState();
    if (m_heldFor && m_list->hasFocus() && m_heldFor->isEnabled() && m_heldFor->isVisible())
        std::exchange(m_heldFor, nullptr)->setFocus(Qt::OtherFocusReason);
    if (isOurs && !isAncestorOf(window()->focusWidget()))
        m_list->setFocus(Qt::OtherFocusReason);
}

void RunPage::holdFocus(QWidget *button)
{
    m_heldFor = button;
    m_list->setFocus(Qt::OtherFocusReason);
}

void RunPage::showState()
{
    const session::RunState &state = m_run.state();
    m_stages.setStages(state.stages);
    m_phase->setLook(lookOf(state.phase));
    if (state.current != m_lastCurrent && state.current >= 0) {
        m_lastCurrent = state.current;
        m_list->setCurrentIndex(m_stages.index(state.current));
    }
    if (m_stage)
        m_stage->refresh();
    m_decision->refresh();
    m_gate->refresh();
    m_rollback->refresh();
    m_terminals->refresh();
    const bool rollingBack = state.phase == session::Phase::RollingBack || state.phase == session::Phase::Undoing;
    m_centre->setCurrentIndex(rollingBack ? 1 : 0);
    m_escalate->setEnabled(!state.isOver() || state.escalation.isActive());
    const bool hasJustEnded = state.isOver() && m_finish->isHidden();
    const bool decides = state.phase == session::Phase::Deciding && std::exchange(m_lastPhase, state.phase) != state.phase;
    m_lastPhase = state.phase;
    m_finish->setVisible(state.isOver());
    if (hasJustEnded || decides || rollingBack)
        area()->restore(); // what is asked must be seen
    if (hasJustEnded || decides)
        m_scroll->verticalScrollBar()->setValue(0); // the result and the decision stand at the top
    m_finish->setTone(lookOf(state.phase).tone);
    m_finishText->setText(state.stopReason.isEmpty()
                              ? tr("Result: %1.").arg(state.verdict())
                              : tr("Result: %1. Reason: %2").arg(state.verdict(), visibleControls(state.stopReason)));
    refreshElapsed();
}

void RunPage::showStage(const QString &stageId)
{
    if (m_stage && m_stage->stageId() == stageId)
        return;
    if (m_stage) {
        m_stageColumn->removeWidget(m_stage);
        m_stage->setParent(nullptr); // hidden and out of reach now, deleted when nothing of it is on the stack
        m_stage->deleteLater();
    }
    m_stage = new StageView(m_run, stageId, m_stageHolder);
    m_stageColumn->insertWidget(2, m_stage);
    m_stage->show();
    m_scroll->verticalScrollBar()->setValue(0);
    chainFocus();
}

/// Tab goes through the page as it is read: the list, the step, the bar below it, the terminals.
void RunPage::chainFocus()
{
    QWidget *last = m_list;
    for (const QWidget *part : std::initializer_list<const QWidget *>{m_finish, m_decision, m_stage, m_gate, m_terminals}) {
        const QList<QWidget *> widgets = part->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (!(widget->focusPolicy() & Qt::TabFocus))
                continue;
            setTabOrder(last, widget);
            last = widget;
        }
    }
}

void RunPage::refreshElapsed()
{
    const session::RunState &state = m_run.state();
    if (!state.started.isValid())
        return;
    const QDateTime end = state.ended.isValid() ? state.ended : m_clock.utcNow();
    m_elapsed->setText(items::clockText(state.started.msecsTo(end)));
    m_elapsed->setToolTip(tr("Started %1").arg(items::localAndUtc(state.started)));
}

void RunPage::runStep()
{
    if (m_stage)
        m_stage->runStep();
}

void RunPage::verify()
{
    if (m_stage)
        m_stage->verify();
}

void RunPage::skip()
{
    if (m_run.state().phase == session::Phase::Deciding)
        m_decision->askSkip();
    else
        m_gate->askSkip();
}

void RunPage::stop()
{
    const session::Phase phase = m_run.state().phase;
    if (phase == session::Phase::Deciding)
        m_decision->askStop();
    else if (phase == session::Phase::RollingBack)
        m_rollback->askStop();
    else
        m_gate->askStop();
}

void RunPage::passStep() { m_run.passStage(); }

void RunPage::addNote()
{
    if (!m_stage)
        return;
    auto *field = m_stage->findChild<QLineEdit *>(QStringLiteral("noteField"));
    m_scroll->ensureWidgetVisible(field);
    field->setFocus(Qt::ShortcutFocusReason);
}

void RunPage::togglePanes()
{
    m_arranged = true;
    area()->restore();
    arrange(m_panes->orientation() == Qt::Vertical ? Qt::Horizontal : Qt::Vertical);
    emit paneLayoutChanged();
}

void RunPage::arrange(Qt::Orientation orientation)
{
    const bool beside = orientation == Qt::Horizontal;
    m_panes->setOrientation(orientation);
    // Sizes are shares here: the step needs more of the height than of the width.
    m_panes->setSizes(beside ? QList{1000, 1000} : QList{3000, 2000});
    m_turn->setText(beside ? tr("Terminals below") : tr("Terminals beside"));
    m_turn->setIcon(icon(beside ? QStringLiteral("split-down") : QStringLiteral("split-right")));
}

/// A maximised terminal has the whole page below its header.
void RunPage::showMaximised()
{
    const bool maximised = area()->isMaximised();
    if (maximised)
        m_sharedSizes = m_panes->sizes();
    m_list->setVisible(!maximised);
    m_centreHolder->setVisible(!maximised);
    if (!maximised)
        m_panes->setSizes(std::exchange(m_sharedSizes, {}));
}

QByteArray RunPage::paneLayout() const
{
    const QList<int> sizes = m_sharedSizes.isEmpty() ? m_panes->sizes() : m_sharedSizes;
    const QJsonObject layout{{QStringLiteral("version"), layoutVersion},
                             {QStringLiteral("beside"), m_panes->orientation() == Qt::Horizontal},
                             {QStringLiteral("arranged"), m_arranged},
                             {QStringLiteral("sizes"), QJsonArray{sizes.value(0), sizes.value(1)}},
                             {QStringLiteral("panes"), area()->layoutOf().toJson()}};
    return QJsonDocument(layout).toJson(QJsonDocument::Compact);
}

void RunPage::restorePaneLayout(const QByteArray &bytes)
{
    const QJsonObject layout = QJsonDocument::fromJson(bytes).object();
    if (layout[QLatin1String("version")].toInt() != layoutVersion)
        return;
    if (const auto panes = PaneLayout::fromJson(layout[QLatin1String("panes")].toObject()))
        area()->arrange(*panes);
    const QJsonArray sizes = layout[QLatin1String("sizes")].toArray();
    m_arranged = layout[QLatin1String("arranged")].toBool();
    if (!m_arranged)
        return;
    arrange(layout[QLatin1String("beside")].toBool() ? Qt::Horizontal : Qt::Vertical);
    if (sizes.size() == 2 && sizes[0].toInt() > 0 && sizes[1].toInt() > 0)
        m_panes->setSizes({sizes[0].toInt(), sizes[1].toInt()});
}

PaneArea *RunPage::area() const { return m_terminals->area(); }

TerminalPane *RunPage::currentPane() const { return m_terminals->currentPane(); }

QList<QWidget *> RunPage::regions() const { return {m_list, m_centre, m_terminals}; }

void RunPage::focusRegion(const QWidget *region)
{
    if (region != m_terminals)
        area()->restore();
    if (region == m_terminals)
        focusTerminal();
    else if (region == m_list)
        m_list->setFocus(Qt::ShortcutFocusReason);
    else
        focusFirstIn(m_centre->currentWidget());
}

void RunPage::focusTerminal() { m_terminals->focusTerminal(); }

session::HostShell *RunPage::currentShell() const { return m_terminals->currentShell(); }

void RunPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Qt::Orientation fitting = width() >= besideFromWidth ? Qt::Horizontal : Qt::Vertical;
    if (!m_arranged && m_panes->orientation() != fitting)
        arrange(fitting);
}

} // namespace holdpoint::ui
