// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/document.h>

#include <QWidget>

class QVBoxLayout;

namespace holdpoint::ui {

/// A runbook to read: purpose, prerequisites, steps with their commands and marked placeholders, verification, rollback
/// and escalation. Built once; nothing in it can be run, no link works, nothing is loaded.
class RunbookPreview final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunbookPreview)

public:
    RunbookPreview(const runbooks::Document &document, const runbooks::Runbook &runbook, QWidget *parent = nullptr);

private:
    void addHead(const runbooks::Document &document);
    void addProse(const QString &title, const QString &markdown);
    void addChecks(const QString &title, const QList<runbooks::Check> &checks, QVBoxLayout *column);
    void addStep(const runbooks::Step &step);
    void addCommands(const QList<runbooks::Command> &commands, QVBoxLayout *column, QWidget *parent);
    void addRollback(const runbooks::Rollback &rollback);
    void addEscalation(const QList<runbooks::EscalationRule> &rules);

    const runbooks::Runbook m_runbook;
    QVBoxLayout *m_column;
    QString m_group; ///< of the step shown last
};

} // namespace holdpoint::ui
