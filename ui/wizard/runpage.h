// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/items/stagelistmodel.h>
#include <models/session/runsession.h>

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace holdpoint::ui {

class Card;
class DecisionBar;
class GateBar;
class PaneArea;
class RollbackPanel;
class StageView;
class StatusBadge;
class TerminalPane;
class TerminalPanel;

/// The wizard: the stages at the left, the chosen one in the middle, the live terminals beside or below.
///
/// Shows RunSession::state() and calls its intents; decides nothing. Borrows the run and the clock.
class RunPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunPage)

public:
    RunPage(session::RunSession &run, const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] session::RunSession &run() const { return m_run; }
    void runStep();
    void verify();
    void skip();
    void stop();
    void passStep();
    void addNote();
    void togglePanes();
    /// The parts the focus moves between with Ctrl+Shift+Arrow, in order.
    [[nodiscard]] QList<QWidget *> regions() const;
    void focusRegion(const QWidget *region);
    void focusTerminal();
    [[nodiscard]] TerminalPanel *terminals() const { return m_terminals; }
    [[nodiscard]] PaneArea *area() const;
    [[nodiscard]] TerminalPane *currentPane() const;
    /// Where the terminals stand, as a person arranged them; what another version wrote or nothing changes nothing.
    [[nodiscard]] QByteArray paneLayout() const;
    void restorePaneLayout(const QByteArray &layout);
    [[nodiscard]] session::HostShell *currentShell() const;
    void setReportAvailable(bool available);

signals:
    void escalateWanted();
    void reportWanted();
    void paneLayoutChanged();

private:
    QWidget *buildHeader();
    QWidget *buildList();
    QWidget *buildCentre();
    void buildFinish();
    void refresh();
    void showState();
    void holdFocus(QWidget *button);
    void chainFocus();
    void showStage(const QString &stageId);
    void refreshElapsed();
    void arrange(Qt::Orientation orientation);
    void showMaximised();
    void resizeEvent(QResizeEvent *event) override;

    session::RunSession &m_run;
    const Clock &m_clock;
    items::StageListModel m_stages;
    QTimer m_second;
    StatusBadge *m_phase;
    QLabel *m_elapsed;
    QListView *m_list;
    QScrollArea *m_scroll;
    QStackedWidget *m_centre;
    QWidget *m_centreHolder = nullptr; ///< m_centre and the bar below it
    QWidget *m_stageHolder;
    QVBoxLayout *m_stageColumn;
    StageView *m_stage = nullptr;
    DecisionBar *m_decision;
    GateBar *m_gate;
    RollbackPanel *m_rollback;
    Card *m_finish;
    QLabel *m_finishText;
    TerminalPanel *m_terminals;
    QSplitter *m_panes;
    QList<int> m_sharedSizes; ///< of m_panes, while a terminal is maximised
    QPushButton *m_escalate;
    QPushButton *m_turn;
    QPointer<QWidget> m_heldFor; ///< a button that was disabled while it had the focus
    session::Phase m_lastPhase = session::Phase::Ready;
    int m_lastCurrent = -1;
    bool m_arranged = false; ///< a person has arranged the panes; until then the width decides
};

} // namespace holdpoint::ui
