// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/retention/retention.h>

#include <QDialog>

class QLabel;
class QPushButton;

namespace holdpoint::ui {

/// The rules for retention in words, what is due by them now, and a button that erases it after a question.
///
/// Reads the rules' file off the GUI thread; the ledger tells and erases on its own. Borrows ledger and clock.
class RetentionDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RetentionDialog)

public:
    RetentionDialog(ledger::Ledger &ledger, const Clock &clock, const QString &operatorName, const QString &rulesFile,
                    QWidget *parent = nullptr);

private:
    QWidget *buildQuestion();
    void readRules();
    void showRules(const Result<retention::Rules> &rules);
    void showPlan(const Result<retention::Plan> &plan);
    void erase();
    void showErased(const Result<ledger::Erased> &erased);

    retention::Retention m_retention;
    QString m_rulesFile;
    retention::Plan m_plan;
    QLabel *m_rules;
    QLabel *m_due;
    QLabel *m_outcome;
    QLabel *m_amount;
    QWidget *m_question;
    QPushButton *m_erase;
};

} // namespace holdpoint::ui
