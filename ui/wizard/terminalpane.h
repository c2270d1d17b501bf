// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/hostshell.h>

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace holdpoint::ui {

class ElidedLabel;
class FindBar;
class StatusBadge;
class TerminalView;

enum class InputPolicy;

/// One host's terminal with the state of its connection above it in words, and a button that connects again.
class TerminalPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminalPane)

public:
    TerminalPane(const QString &role, const QString &address, QWidget *parent = nullptr);

    /// Shows this shell; the same one again changes nothing.
    void attach(session::HostShell *shell);
    void refresh(const session::Transport *transport, const QString &lastProblem);
    /// A locked pane can be read, searched and copied from, but nothing typed in it leaves.
    void setInputPolicy(InputPolicy policy);
    void focusTerminal();
    void openFind();
    [[nodiscard]] TerminalView *view() const { return m_view; }
    [[nodiscard]] QString stateWord() const;

signals:
    void connectWanted();

private:
    void buildView();
    void refreshHint();
    void showNotes(const QStringList &notes);
    void refreshDuration();

    QString m_role;
    QString m_address;
    QPointer<session::HostShell> m_shell;
    StatusBadge *m_badge;
    ElidedLabel *m_where;
    QLabel *m_problem;
    QLabel *m_notes;
    QLabel *m_hint;
    QLabel *m_duration;
    QPushButton *m_notesButton; ///< shows what of the SSH configuration has no effect
    QPushButton *m_connect;
    QVBoxLayout *m_column;
    TerminalView *m_view;
    FindBar *m_find;
    QTimer m_secondTimer; ///< while a command runs
};

} // namespace holdpoint::ui
