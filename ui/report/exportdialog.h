// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/report/reportservice.h>

#include <QDialog>
#include <QUrl>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace holdpoint::ui {

class MessageBar;

/// Asks where to, signed by whom and whether time stamped, makes the report, and says what came of it. An unsigned report is
/// called UNSIGNED; where no authority answered, the stamp can be asked for again.
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
    void finish(const Result<ExportedReport> &made);
    void stampAgain();
    void showStamp(const Result<QString> &stamp);
    void verify();

    ReportService m_service;
    QByteArray m_runId;
    QLineEdit *m_folder;
    QComboBox *m_signer;
    QLabel *m_unsigned;
    QCheckBox *m_timestamp;
    QProgressBar *m_progress;
    MessageBar *m_message;
    QPushButton *m_export;
    QPushButton *m_open;
    QPushButton *m_verify;
    QPushButton *m_stamp;
    QPushButton *m_close;
    QString m_made; ///< the report's folder
    bool m_lacksStamp = false; ///< that was wanted
};

} // namespace holdpoint::ui
