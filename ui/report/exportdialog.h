// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/report/reportservice.h>

#include <QDialog>
#include <QUrl>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace holdpoint::ui {

class MessageBar;

/// Asks where to and signed by whom, makes the report, and says what came of it. An unsigned report is called UNSIGNED.
class ExportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportDialog)

public:
    ExportDialog(const ReportService &service, QByteArray runId, const QString &runName, QWidget *parent = nullptr);

signals:
    void openUrlWanted(const QUrl &url);

private:
    void build(const QString &runName);
    void chooseFolder();
    void refresh();
    void fitHeight();
    void start();
    void finish(const Result<QString> &made);
    void verify();

    ReportService m_service;
    QByteArray m_runId;
    QLineEdit *m_folder;
    QComboBox *m_signer;
    QLabel *m_unsigned;
    QProgressBar *m_progress;
    MessageBar *m_message;
    QPushButton *m_export;
    QPushButton *m_open;
    QPushButton *m_verify;
    QPushButton *m_close;
    QString m_made; ///< the report's folder
};

} // namespace holdpoint::ui
