// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runsession.h>
#include <ui/common/card.h>

class QLabel;
class QPushButton;

namespace holdpoint::ui {

class ReasonForm;

/// What failed, and the ways to go on. Shown only while the run waits for a decision.
class DecisionBar final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DecisionBar)

public:
    explicit DecisionBar(session::RunSession &run, QWidget *parent = nullptr);

    void refresh();
    void askSkip();
    void askStop();

signals:
    void escalateWanted();

private:
    void build();
    void retry();
    [[nodiscard]] const runbooks::Command *failedCommand() const;
    [[nodiscard]] QString whyNotRetry() const;
    void showOnly(ReasonForm *form);

    session::RunSession &m_run;
    QLabel *m_what;
    QLabel *m_advice;
    QPushButton *m_retry;
    QPushButton *m_rollback;
    QPushButton *m_goBack;
    ReasonForm *m_again; ///< why a dangerous command may be sent once more
    ReasonForm *m_skip;
    ReasonForm *m_stop;
};

} // namespace holdpoint::ui
