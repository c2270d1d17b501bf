// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runsession.h>

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace holdpoint::ui {

class ReasonForm;

/// The undo list, newest first: what each item would run, how reversible it is, and a confirmation for each.
class RollbackPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RollbackPanel)

public:
    explicit RollbackPanel(session::RunSession &run, QWidget *parent = nullptr);

    void refresh();
    void askStop();

private:
    void rebuild();
    QWidget *itemCard(const session::UndoItem &item, bool next);
    /// What the author wrote about undoing this; may be empty.
    /// What the command sent, or would send.
    QWidget *commandText(const session::CommandRecord &record, QWidget *parent) const;
    void addChoices(QWidget *parent, const session::UndoItem &item);

    session::RunSession &m_run;
    QVBoxLayout *m_list;
    QPushButton *m_back;
    QPushButton *m_stop;
    ReasonForm *m_stopForm;
    QString m_shown; ///< what the cards show, so that they are rebuilt only when it changes
};

} // namespace holdpoint::ui
