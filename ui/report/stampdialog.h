// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/report/reportservice.h>

#include <QDialog>

class QProgressBar;
class QPushButton;

namespace holdpoint::ui {

class AuthorityForm;
class MessageBar;
class PathField;

/// Adds a time stamp to a report that was made before, because no authority answered then.
class StampDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StampDialog)

public:
    explicit StampDialog(const ReportService &service, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;

private:
    enum class Busy { No, Yes };

    void build();
    void setBusy(Busy busy);
    void start();
    void finish(const Result<x509::TimeStamp> &stamp);

    ReportService m_service;
    PathField *m_report;
    AuthorityForm *m_authority;
    QProgressBar *m_progress;
    MessageBar *m_message;
    QPushButton *m_close;
    QPushButton *m_stamp;
};

} // namespace holdpoint::ui
