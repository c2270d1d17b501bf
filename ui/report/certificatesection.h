// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/report/reportservice.h>

#include <QWidget>

class QLineEdit;

namespace holdpoint::ui {

class Complaint;
class PathField;
class TickedPart;
class ToneLabel;

/// Whether a certificate signs the report too, and which: a PKCS#12 file, opened here, so that its holder and its end are
/// seen before anything is signed.
///
/// The password leaves its field with every attempt, right or wrong. What is kept, until this goes, is the opened key.
class CertificateSection final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CertificateSection)

public:
    using Open = decltype(ReportService::openCertificate);
    explicit CertificateSection(Open open, QWidget *parent = nullptr);

    [[nodiscard]] bool isWanted() const;
    [[nodiscard]] CertificateKeyPointer key() const; ///< null where none is wanted, or it is not open
    /// Opens the file if it has to be, and goes on; or emits refused() and says at the field why it cannot.
    void prepare(std::function<void()> next);
    void ruleOut(const QString &reason); ///< see TickedPart

signals:
    void changed();
    void refused();

private:
    enum class Tried { WithPassword, WithoutPassword };

    void open();
    void show(const CertificateKeyPointer &key);
    void refuse(const Error &error, Tried tried);
    void forget();

    Open m_open;
    TickedPart *m_part;
    PathField *m_file;
    QLineEdit *m_password;
    Complaint *m_complaint = nullptr; ///< about the password
    ToneLabel *m_facts;
    CertificateKeyPointer m_key;
    std::function<void()> m_next; ///< what waits for the file to be open
    bool m_isOpening = false;
    int m_attempt = 0;
};

} // namespace holdpoint::ui
