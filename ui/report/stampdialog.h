// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/report/reportservice.h>

#include <QDialog>

class QPushButton;

namespace holdpoint::ui {

class AuthorityForm;
class PathField;
class ReportFrame;

/// Adds a time stamp to a report that was made before, because no authority answered then.
class StampDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StampDialog)

public:
    explicit StampDialog(const ReportService &service, QWidget *parent = nullptr);

private:
    enum class Busy { No, Yes };

    void setBusy(Busy busy);
    void start();
    void finish(const Result<x509::TimeStamp> &stamp);

    ReportService m_service;
    PathField *m_report;
    AuthorityForm *m_authority;
    ReportFrame *m_frame;
    QPushButton *m_close;
    QPushButton *m_stamp;
};

} // namespace holdpoint::ui
