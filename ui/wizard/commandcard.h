// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runsession.h>
#include <ui/common/card.h>

class QLabel;
class QPushButton;

namespace holdpoint::ui {

class FittedText;
class ReasonForm;
class StatusBadge;

/// One command of a step: what exactly would be sent and where, how it went, and the button that runs it.
class CommandCard final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandCard)

public:
    CommandCard(session::RunSession &run, runbooks::Command command, QString stageId, QWidget *parent = nullptr);

    [[nodiscard]] const QString &commandId() const { return m_command.id; }
    void refresh();
    /// As if its button was pressed: a dangerous command asks for its reason first.
    void run();
    /// Asks for the reason of a dangerous command; any other gets the focus.
    void ask();

private:
    void build();
    [[nodiscard]] bool needsConsent() const;
    [[nodiscard]] QString keptWords(const session::CommandRecord &record) const;
    void showOutcome(const session::CommandRecord &record);

    session::RunSession &m_run;
    runbooks::Command m_command;
    QString m_stageId;
    StatusBadge *m_badge;
    FittedText *m_text;
    QLabel *m_outcome;
    QPushButton *m_button;
    ReasonForm *m_confirm;
};

} // namespace holdpoint::ui
