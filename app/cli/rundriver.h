// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/cli/answers.h>
#include <app/cli/console.h>
#include <app/cli/exitcode.h>
#include <app/cli/lineprinter.h>
#include <app/cli/questions.h>
#include <app/cli/reconnector.h>
#include <models/session/runsession.h>

#include <QObject>

#include <functional>

namespace holdpoint::cli {

/// Leads a run in the terminal: does at each moment what the state asks for, and takes a person's part from the answers
/// file or the console.
///
/// Thread: main. Borrows session, answers and console. Invariants: finished() exactly once; nothing is decided that a
/// person did not say, here or in the file.
class RunDriver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunDriver)

public:
    enum class Output { Text, Json, Quiet };

    RunDriver(session::RunSession &session, Answers answers, Console &console, Output output, QObject *parent = nullptr);

    /// Why the run goes on unrecorded when the ledger fails. Without one, a person at the terminal is asked.
    void setBreakGlass(const QString &reason) { m_breakGlass = reason; }

    void start();

signals:
    void finished(holdpoint::cli::ExitCode code);

private:
    void schedule();
    void advance();
    void atIdle();
    void atDecision();
    void atRollback();
    bool connectHosts();
    [[nodiscard]] bool needsHosts(const session::Stage &stage) const;
    [[nodiscard]] QList<runbooks::Check> checksOf(const session::Stage &stage) const;
    void runNext(const runbooks::Command &command);
    void askCheck(const runbooks::Check &check);
    void doByHand(const session::Stage &stage);
    void askStep(const session::Stage &stage, const QString &question);
    void askDecision();
    void askToBegin(const session::Stage &stage);
    void copyProgressed(const QString &id, qint64 done, qint64 total);
    void folderProgressed(const session::FolderProgress &progress);
    void tellTenth(int tenth, const QString &words);
    void advised(const runbooks::EscalationRule &rule);
    void choose(const Answers::FailureChoice &choice);
    void retry(const Answers::FailureChoice &choice);
    void confirmUndo(const session::UndoItem &item);
    void escalate(const QString &reason);
    /// Ends the program where only a person can go on; the run is kept.
    void needPerson(const QString &what);
    void giveUp(const QString &what, ExitCode code);
    void leaveUnconnected(ExitCode code);
    void refused(const Error &error);
    void recorded(const ledger::Entry &entry);
    void shellOpened(const QString &role);
    void finish(ExitCode code);
    void end(ExitCode code);

    // rundriverunrecorded.cpp
    void ledgerFailed(const Error &error);
    void goOnUnrecorded(const QString &reason);
    void tellLedger(ExitCode code);
    void giveUpTelling();

    session::RunSession &m_session;
    Answers m_answers;
    Console &m_console;
    LinePrinter m_printer;
    Questions m_questions;
    Reconnector m_reconnector;
    Output m_output;
    bool m_live; ///< output of the panes is printed as it comes, for a terminal
    int m_copiedTenths = 0; ///< of the file under way
    bool m_scheduled = false;
    bool m_done = false;
    bool m_isNew = false; ///< begun by this call
    std::optional<ExitCode> m_unconnected; ///< how the call ends when the run has ended as never connected
    QString m_breakGlass; ///< why the run may go on unrecorded
    std::optional<ExitCode> m_untold; ///< how the call ends when the ledger has been told what was done unrecorded
    bool m_rolledBack = false;
    Answers::FailureChoice m_rollback; ///< why and by whom the rollback was chosen
    QString m_begun;                   ///< the step whose commands the person has agreed to
};

} // namespace holdpoint::cli
