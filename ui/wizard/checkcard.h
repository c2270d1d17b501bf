// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runsession.h>
#include <ui/common/card.h>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace holdpoint::ui {

class FittedText;
class ReasonForm;
class StatusBadge;

/// One check of a hold point. An automated one is run and shows its evidence and where it comes from; any other is
/// answered by a person, with no answer preselected. Both may be waived by a named person with a reason.
class CheckCard final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckCard)

public:
    CheckCard(session::RunSession &run, runbooks::Check check, QString stageId, QWidget *parent = nullptr);

    void refresh();
    /// Puts the focus on an unanswered check's first field; false when there is nothing to answer here.
    bool focusFirstAnswer();

private:
    void buildHead();
    void buildAutomated(QHBoxLayout *row);
    void buildManual(QHBoxLayout *row);
    void answer(session::Verdict verdict);
    void showEvidence(const session::CheckRecord &record);

    session::RunSession &m_run;
    runbooks::Check m_check;
    QString m_stageId;
    StatusBadge *m_badge;
    QLabel *m_evidence;
    FittedText *m_output = nullptr;
    QPushButton *m_outputToggle = nullptr;
    QLineEdit *m_note = nullptr;
    QList<QPushButton *> m_buttons; ///< enabled and disabled together
    ReasonForm *m_waive;
};

} // namespace holdpoint::ui
