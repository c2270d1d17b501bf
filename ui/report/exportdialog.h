// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/report/reportservice.h>

#include <QDialog>
#include <QUrl>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace holdpoint::ui {

class CertificateSection;
class Disclosure;
class PathField;
class PseudonymSection;
class ReportFrame;
class TimestampSection;

/// Asks where to and signed by whom, and behind "More" for all else a report can be; makes it, and says what came of it. An
/// unsigned report is called UNSIGNED; where no authority answered, the stamp can be asked for again.
class ExportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportDialog)

public:
    ExportDialog(const ReportService &service, QByteArray runId, const QString &runName, QWidget *parent = nullptr);

signals:
    void openUrlWanted(const QUrl &url);

private:
    [[nodiscard]] QWidget *buildForm();
    void fillSigners();
    void fillLanguages();
    void follow();
    void refresh();
    void refreshMore();

    void start();
    void stop();
    void send();
    void finish(const Result<report::WrittenReport> &made);
    void stampAgain();
    void showOutcome();
    [[nodiscard]] QStringList facts() const;
    [[nodiscard]] QStringList gaps() const;
    /// Whether only another export can mend what is missing.
    [[nodiscard]] bool isWorthAnother() const;
    void verify();
    void openMade();

    ReportService m_service;
    QByteArray m_runId;
    PathField *m_folder;
    QWidget *m_signing;
    QComboBox *m_signer;
    QWidget *m_inLanguage;
    QComboBox *m_language;
    QLabel *m_unsigned;
    QLabel *m_named; ///< by a signature, though nobody is to be
    Disclosure *m_more;
    CertificateSection *m_certificate;
    TimestampSection *m_timestamp;
    PseudonymSection *m_pseudonyms;
    QCheckBox *m_zip;
    ReportFrame *m_frame;
    QPushButton *m_open;
    QPushButton *m_verify;
    QPushButton *m_stamp;
    QPushButton *m_close;
    QPushButton *m_export;
    std::optional<report::WrittenReport> m_made;
    ReportRequest m_sent; ///< what m_made was made of
};

} // namespace holdpoint::ui
