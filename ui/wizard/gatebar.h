// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runsession.h>

#include <QWidget>

class QLabel;
class QPushButton;

namespace holdpoint::ui {

class ReasonForm;

/// The way out of the current stage: pass it when its hold point is open, or the reason why not in words beside the
/// button; skip it, or stop the run, with a typed reason.
class GateBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GateBar)

public:
    explicit GateBar(session::RunSession &run, QWidget *parent = nullptr);

    void refresh();
    void askSkip();
    void askStop();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    session::RunSession &m_run;
    QPushButton *m_pass;
    QPushButton *m_skip;
    QPushButton *m_stop;
    QPushButton *m_interrupt; ///< while a command runs, in place of the others
    QPushButton *m_giveUp;    ///< while it goes on behind a lost connection
    QLabel *m_why;
    ReasonForm *m_skipForm;
    ReasonForm *m_stopForm;
    ReasonForm *m_giveUpForm;
};

} // namespace holdpoint::ui
