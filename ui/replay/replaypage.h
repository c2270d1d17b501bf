// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/items/timelinemodel.h>
#include <models/ledger/ledger.h>
#include <models/replay/player.h>

#include <QUrl>
#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QTableView;

namespace holdpoint::ui {

class FindBar;
class ScrubBar;
class TerminalView;
class TimelineView;

/// What the panes of a run showed, played again, with everything that happened beside it and below it on one time axis.
///
/// Nothing here reaches a host: the terminal is to be read, searched and copied from, and what the recorded programs asked of
/// theirs is dropped. Borrows ledger and clock. Reads through the ledger's futures; nothing here blocks.
class ReplayPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplayPage)

public:
    /// `viewer` stands in the record as who looked.
    ReplayPage(ledger::Ledger &ledger, const Clock &clock, QString viewer, QWidget *parent = nullptr);
    ~ReplayPage() override;

    /// Opens a run as far as it is recorded now, at this moment of this pane; an empty name means the first pane. The run that
    /// is open already only goes there.
    void showMoment(const QByteArray &runId, const QString &pane, double seconds);
    void openFind();

    [[nodiscard]] replay::Player *player() const { return m_player.get(); }

signals:
    void backWanted();
    /// A person has agreed to open an address that a recorded host showed.
    void openUrlWanted(const QUrl &url);
    void failed(const holdpoint::Error &error);
    void said(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// What a run's entries say, made off this thread.
    struct Opened
    {
        timeline::Timeline timeline;
        QList<replay::RecordedPane> panes;
    };

    QWidget *buildHead();
    QWidget *buildTerminal();
    QWidget *buildControls();
    QWidget *buildList();
    QWidget *buildTimeline();
    void connectControls();
    void open(const Opened &opened, const QString &pane, qint64 ms);
    /// Shows it once it is on record that somebody looks.
    void choosePane(const QString &name, qint64 ms);
    void showPane(qsizetype index, qint64 ms);
    void goTo(qint64 ms);
    void goToItem(int row);
    /// To the next moment (1) or the one before (-1).
    void goToMoment(int step);
    void changeSpeed(int step);
    void togglePlaying();
    bool handleKey(QKeyEvent &event);
    void showPosition();
    void showState();
    void exportTimeline();

    ledger::Ledger &m_ledger;
    const Clock &m_clock;
    QString m_viewer;
    items::TimelineModel m_items;
    QList<replay::RecordedPane> m_panes;
    QByteArray m_runId;
    std::unique_ptr<replay::Player> m_player;

    QLabel *m_title;
    QComboBox *m_paneChoice;
    QPushButton *m_back;
    QPushButton *m_export;
    TerminalView *m_view;
    FindBar *m_find;
    QLabel *m_notice;
    ScrubBar *m_scrub;
    QPushButton *m_play;
    QPushButton *m_previous;
    QPushButton *m_next;
    QLabel *m_time;
    QComboBox *m_speed;
    QCheckBox *m_shorten;
    QTableView *m_list;
    TimelineView *m_timelineView;
};

} // namespace holdpoint::ui
