// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/report/reportservice.h>

#include <QDialog>

class QProgressBar;
class QPushButton;

namespace holdpoint::ui {

class FormArea;
class MessageBar;
class PathField;

/// Judges a report by what the person trusts, and says each verdict as `holdpoint-cli verify` does.
class VerifyDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerifyDialog)

public:
    explicit VerifyDialog(const ReportService &service, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;

private:
    enum class Busy { No, Yes };

    void build();
    QWidget *buildForm();
    void setBusy(Busy busy);
    void start();
    void finish(const Result<report::ReportVerification> &verification);
    void clearVerdicts();

    ReportService m_service;
    PathField *m_report;
    PathField *m_signers;
    PathField *m_authorities;
    PathField *m_stampers;
    QWidget *m_verdicts; ///< filled when there are some
    FormArea *m_form = nullptr;
    QProgressBar *m_progress;
    MessageBar *m_message;
    QPushButton *m_close;
    QPushButton *m_verify;
};

} // namespace holdpoint::ui
