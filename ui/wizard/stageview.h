// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runsession.h>

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace holdpoint::ui {

class CheckCard;
class CommandCard;
class StatusBadge;

/// One stage of a run: its instructions, commands, hold point and notes. Built once for its stage; refresh() follows the
/// state. A stage that is not the current one can be read only.
class StageView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StageView)

public:
    StageView(session::RunSession &run, QString stageId, QWidget *parent = nullptr);

    [[nodiscard]] const QString &stageId() const { return m_stageId; }
    void refresh();
    /// Runs what is left of the step; asks for the reason when a dangerous command is next.
    void runStep();
    /// Opens the confirmation of a command that a person must start, or brings it into view.
    void askCommand(const QString &commandId);
    /// Runs the automated checks, or leads to the first one that a person must answer.
    void verify();

private:
    void buildHead(QVBoxLayout *column, const session::Stage &stage);
    void buildCommands(QVBoxLayout *column, const QList<runbooks::Command> &commands);
    void buildChecks(QVBoxLayout *column, const QList<runbooks::Check> &checks);
    void buildNotes(QVBoxLayout *column);
    void addNote();
    [[nodiscard]] QString whyNotRunAll(const session::Stage &stage) const;
    [[nodiscard]] const runbooks::Step *step() const;

    session::RunSession &m_run;
    QString m_stageId;
    StatusBadge *m_badge = nullptr;
    QPushButton *m_runAll = nullptr;
    QPushButton *m_runChecks = nullptr;
    QList<CommandCard *> m_commands;
    QList<CheckCard *> m_checks;
    QLabel *m_notes = nullptr;
    QLineEdit *m_note = nullptr;
    QPushButton *m_addNote = nullptr;
};

} // namespace holdpoint::ui
