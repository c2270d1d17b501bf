// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/escalation/escalation.h>
#include <ui/common/card.h>

class QLabel;
class QLineEdit;
class QPushButton;

namespace holdpoint::ui {

class StatusBadge;

/// One rung of the ladder: when its time comes, whom to reach and how, and the five things that can be recorded of it.
class RungCard final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RungCard)

public:
    RungCard(int rung, escalation::Rung what, QWidget *parent = nullptr);

    void refresh(const escalation::Escalation &escalation, const Clock &clock);
    void recordOutcome(escalation::Outcome outcome);
    /// Puts the focus on the first of its five buttons, where the keys 1 to 5 work.
    void focusRecords();
    [[nodiscard]] bool isActive() const { return m_active; }

signals:
    void recordWanted(int rung, const QString &contact, holdpoint::escalation::Outcome outcome, const QString &note);
    void callWanted(const QString &phone);

private:
    void buildWhom();
    void buildRecords();

    int m_rung;
    escalation::Rung m_what;
    StatusBadge *m_badge;
    QLabel *m_countdown;
    QLabel *m_attempts;
    QPushButton *m_late; ///< opens the records of a rung whose turn is over: people call back
    QWidget *m_records;
    QLineEdit *m_note;
    bool m_active = false;
};

/// The word for an outcome: "Called", "No answer", ...
QString outcomeWord(escalation::Outcome outcome);

} // namespace holdpoint::ui
