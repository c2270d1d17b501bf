// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runsession.h>

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace holdpoint::ui {

class Card;
class RungCard;
class StatusBadge;

/// Who is told, when, and what they answered: start an escalation, watch its ladder, record each try by one key (1 to 5),
/// take its acknowledgement, end it.
class EscalationPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EscalationPanel)

public:
    EscalationPanel(session::RunSession &run, const Clock &clock, QWidget *parent = nullptr);

    /// Leads to the form that starts an escalation, or to the current rung when one runs.
    void begin();

signals:
    /// Somebody asked to call this number with the desktop's telephone program.
    void callWanted(const QString &phone);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildStart(QVBoxLayout *column);
    void buildAcknowledge(QVBoxLayout *column);
    void buildLadder(QVBoxLayout *column);
    void focusCurrentRung();
    void refresh();
    void refreshClocks();
    void refreshConfirm();
    void refreshLog();
    [[nodiscard]] QList<escalation::Rung> ladder() const;
    [[nodiscard]] QString firstRungText() const;
    [[nodiscard]] QString severityText() const;

    session::RunSession &m_run;
    const Clock &m_clock;
    StatusBadge *m_badge;
    QLabel *m_summary;
    Card *m_start;
    QComboBox *m_severity;
    QLineEdit *m_reason;
    QLabel *m_confirmText;
    QPushButton *m_escalate;
    QPushButton *m_confirm;
    Card *m_acknowledge;
    QLineEdit *m_by;
    QLineEdit *m_note;
    QPushButton *m_acknowledgeButton;
    QPushButton *m_resolve;
    QVBoxLayout *m_ladderColumn;
    QList<RungCard *> m_rungs;
    QLabel *m_log;
    QScrollArea *m_scroll;
    int m_currentRung = -1; ///< as last seen, to bring a new one into view
};

} // namespace holdpoint::ui
