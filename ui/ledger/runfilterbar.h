// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/runfilter.h>

#include <QWidget>

class QComboBox;
class QDateEdit;
class QPushButton;

namespace holdpoint::ui {

/// Which runs to show: by time, operator, runbook, host and result. The choices are those that the runs offer.
class RunFilterBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunFilterBar)

public:
    explicit RunFilterBar(QWidget *parent = nullptr);

    /// What is chosen stays chosen.
    void setRuns(const QList<session::RunState> &runs);
    void clear();
    [[nodiscard]] audit::RunFilter filter() const;

signals:
    void changed();

private:
    QComboBox *addChoice(const char *objectName, const QString &accessibleName);
    QDateEdit *addDay(const char *objectName, const QString &accessibleName);
    void announce();

    QComboBox *m_time;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QComboBox *m_operator;
    QComboBox *m_runbook;
    QComboBox *m_host;
    QComboBox *m_verdict;
    QPushButton *m_clear;
};

} // namespace holdpoint::ui
