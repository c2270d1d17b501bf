// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/report/reportservice.h>

#include <QDialog>

class QPushButton;

namespace holdpoint::ui {

class PathField;
class ReportFrame;

/// Judges a report by what the person trusts, and says each verdict as `holdpoint-cli verify` does.
class VerifyDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerifyDialog)

public:
    explicit VerifyDialog(const ReportService &service, QWidget *parent = nullptr);

private:
    enum class Busy { No, Yes };

    void setBusy(Busy busy);
    void start();
    void finish(const Result<report::ReportVerification> &verification);
    void clearVerdicts();

    ReportService m_service;
    PathField *m_report;
    PathField *m_signers;
    PathField *m_authorities;
    PathField *m_revocations;
    PathField *m_stampers;
    QWidget *m_verdicts; ///< filled when there are some
    QWidget *m_form = nullptr;
    ReportFrame *m_frame;
    QPushButton *m_close;
    QPushButton *m_verify;
};

} // namespace holdpoint::ui
