// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runsession.h>

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace holdpoint::ui {

class ToneLabel;

/// "UNRECORDED since 14:02 UTC: the reason", as the run page and every pane say it while it lasts.
QString unrecordedWords(const session::Unrecorded &unrecorded);

/// What can be done while the ledger cannot write: go on unrecorded, after a reason and a word that is typed; and that it is so
/// while it lasts. Hidden while the ledger works. Borrows the run.
class UnrecordedBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UnrecordedBar)

public:
    explicit UnrecordedBar(session::RunSession &run, QWidget *parent = nullptr);

    void refresh();

private:
    QWidget *buildForm();
    void judge();

    session::RunSession &m_run;
    ToneLabel *m_text;
    QPushButton *m_open;
    QPushButton *m_retry;
    QLineEdit *m_reason;
    QLineEdit *m_word;
    QPushButton *m_confirm;
    QWidget *m_form;
};

} // namespace holdpoint::ui
