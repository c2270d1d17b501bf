// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/items/runbooklistmodel.h>
#include <models/items/runlistmodel.h>
#include <models/session/runsession.h>
#include <models/session/trust.h>
#include <ui/common/theme.h>
#include <ui/shell/windowservices.h>
#include <ui/wizard/startpage.h>

#include <QMainWindow>
#include <QTimer>
#include <QUrl>

#include <memory>

class QDockWidget;
class QStackedWidget;

namespace holdpoint::ui {

class Actions;
class Broadcaster;
class LedgerPage;
class LibraryPage;
class MessageBar;
class PaneArea;
class ReplayPage;
class RunPage;
class TerminalPage;
class TerminalPane;
struct Unfinished;

/// The window: library, the run at hand, ledger and a free terminal as pages, the escalation panel docked at the right.
///
/// Thread: GUI. Owns the run at hand; borrows everything in the services. Pages are built when they are first shown.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(WindowServices services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Adds runbooks to the library; also contacts and ladders for runs that start later.
    void addDocuments(const QList<runbooks::Document> &documents);
    void setHostAliases(const QStringList &aliases);
    void setReportService(ReportService service);
    /// Reads the file off the GUI thread and shows its first runbook.
    void openDocument(const QString &path);
    /// Shows the start form of this runbook of a document that is open already.
    void openRunbook(const QString &path, const QString &id);
    void startRun(session::RunSession::Setup setup);
    void resumeRun(const QByteArray &runId);
    /// Another terminal outside any run; `command` is typed once its shell is ready, and may be empty.
    void openTerminal(const session::HostAddress &address, const QString &command);
    /// The replay of a run at this moment of this pane; an empty name means the run's first pane.
    void showMoment(const QByteArray &runId, const QString &pane, double seconds);
    void showSchemeChoice(SchemeChoice choice);
    void say(const Error &error);
    void sayFontIsMissing(const QString &family);
    /// Says what the rules for retention have done, or what is due by them, beside a button that shows it.
    void tellOfRetention(const QString &text);

    [[nodiscard]] session::RunSession *run() const { return m_run.get(); }

signals:
    void schemeWanted(holdpoint::ui::SchemeChoice choice);
    /// Of a terminal's text, in points.
    void textSizeChosen(double points);
    /// Of the terminals' text; empty is the desktop's.
    void fontChosen(const QString &family);
    /// A folder or a tel: address to open with the desktop's program for it.
    void openUrlWanted(const QUrl &url);
    /// Where the terminals of this runbook's runs stand, to be given back by WindowServices::paneLayout.
    void paneLayoutChanged(const QString &runbook, const QByteArray &layout);
    /// The hosts connected to outside runs, the last one first.
    void recentHostsChanged(const QStringList &addresses);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildFrame();
    void connectPages();
    void connectRunActions();
    void connectViewActions();
    void showLibrary();
    void showRunPage();
    void showLedger();
    void showRetention();
    void showTerminal();
    void showPage(QWidget *page, QAction *action);
    [[nodiscard]] QAction *shownPage() const;
    void requireTrust(const runbooks::Document &document, const QString &id);
    void askTrust(const runbooks::Document &document, const QString &id, const session::Trust &trust);
    void recordTrust(const runbooks::Document &document, const QString &id);
    void review(const runbooks::Document &document);
    void typeCommand(const runbooks::Command &command);
    void typeText(const QString &text);
    void showStart(const QString &path, const QString &id);
    void adoptRun(std::shared_ptr<session::RunSession> run);
    void watchRun();
    void runChanged();
    void sayOfRun(const Error &error);
    void offerLedger(const Error &error);
    void forgetMessage(const ledger::Entry &entry);
    void escalationDue(int rung);
    void leaveRun();
    void endRun(const QByteArray &runId);
    void endedRunChanged();
    void refreshActions();
    void refreshRuns();
    void chooseFile();
    [[nodiscard]] Unfinished unfinished() const;
    void askToLeave(const Unfinished &unfinished);

    // mainwindowpanes.cpp
    [[nodiscard]] PaneArea *currentArea() const;
    [[nodiscard]] TerminalPane *currentPane() const;
    void connectPaneActions();
    void connectArea(PaneArea *area);
    [[nodiscard]] Broadcaster *currentBroadcaster() const;
    void watchBroadcast(const Broadcaster &broadcaster);
    void addShell(std::optional<Qt::Orientation> beside);
    void toggleDetached();
    [[nodiscard]] QWidget *frameOf(const PaneArea *area) const;
    void refreshPaneActions();
    void askHost();
    void chooseFont();
    void wantLink(const QUrl &url);
    void remember(const session::HostAddress &address);
    void moveFocus(QPoint direction);
    void keepPaneLayout();
    void exportReport(const QByteArray &runId);
    void openPalette();
    void focusRegion(int step);
    [[nodiscard]] bool hasOpenRun() const;
    [[nodiscard]] session::RunSession::Services sessionServices();

    WindowServices m_services;
    items::RunbookListModel m_runbooks;
    items::RunListModel m_runs;
    std::shared_ptr<session::RunSession> m_run;
    Actions *m_actions;
    MessageBar *m_message;
    QStackedWidget *m_pages;
    LibraryPage *m_library;
    QWidget *m_noRun;
    QDockWidget *m_dock;
    StartPage *m_start = nullptr;
    RunPage *m_runPage = nullptr;
    LedgerPage *m_ledgerPage = nullptr;
    TerminalPage *m_terminalPage = nullptr;
    ReplayPage *m_replayPage = nullptr;
    QString m_runMessage; ///< about the run, shown until it has gone on
    QString m_haltMessage; ///< that the ledger cannot write
    QString m_adviceMessage; ///< what the runbook says about escalating
    QString m_terminalMessage; ///< why the terminal outside any run has no connection
    QTimer m_layoutTimer; ///< the terminals' arrangement is kept when it has come to rest
    QString m_dueMessage; ///< what the message bar says about a rung that is due
    bool m_runWasOver = false;
    bool m_connectAtBegin = false; ///< the hosts of a new run are connected when it has begun
    bool m_closing = false;        ///< the person has agreed to leave an open run
    bool m_closeWhenOver = false;  ///< the person has ended the run to leave
    std::shared_ptr<session::RunSession> m_ending; ///< a run in which nothing was done, until its end is recorded
};

} // namespace holdpoint::ui
