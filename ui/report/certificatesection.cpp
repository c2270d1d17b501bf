// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/report/certificatesection.h>

#include <models/base/text.h>
#include <models/base/whenfinished.h>
#include <ui/common/complaint.h>
#include <ui/common/describe.h>
#include <ui/common/labels.h>
#include <ui/common/pathfield.h>
#include <ui/common/tickedpart.h>

#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

namespace holdpoint::ui {

CertificateSection::CertificateSection(Open open, QWidget *parent)
    : QWidget(parent)
    , m_open(std::move(open))
    , m_part(new TickedPart(tr("Sign with a &certificate too (X.509)"), QStringLiteral("exportCertificate"), this))
    , m_file(new PathField(QStringLiteral("exportCertificateFile"), PathField::Kind::File,
                           {.label = tr("PKCS#12 f&ile (.p12, .pfx)"),
                            .name = tr("PKCS#12 file of the certificate"),
                            .filter = tr("PKCS#12 files (*.p12 *.pfx);;All files (*)")},
                           this))
    , m_password(new QLineEdit(this))
    , m_facts(new ToneLabel({}, Tone::Success, this))
{
    m_password->setObjectName(QStringLiteral("exportPassword"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password of the PKCS#12 file"));
    m_complaint = new Complaint(m_password, this);
    m_facts->setObjectName(QStringLiteral("exportCertificateFacts"));
    m_facts->hide();
    auto *label = oneLine(tr("Its &password"), this);
    label->setBuddy(m_password);
    QVBoxLayout *details = m_part->details();
    details->addWidget(m_file);
    details->addWidget(label);
    details->addWidget(m_password);
    details->addWidget(m_complaint);
    details->addWidget(m_facts);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_part);
    connect(m_part, &TickedPart::changed, this, &CertificateSection::changed);
    connect(m_file, &PathField::changed, this, &CertificateSection::forget);
    // Somebody is through with the field: whose certificate it is can be shown.
    connect(m_file, &PathField::chosen, this, [this] {
        if (!m_key && !m_isOpening && !m_file->path().isEmpty())
            this->open();
    });
    connect(m_password, &QLineEdit::editingFinished, this, [this] {
        if (!m_password->text().isEmpty() && !m_file->path().isEmpty())
            this->open();
    });
}

bool CertificateSection::isWanted() const { return m_part->isTicked(); }

CertificateKeyPointer CertificateSection::key() const { return isWanted() ? m_key : nullptr; }

void CertificateSection::ruleOut(const QString &reason) { m_part->ruleOut(reason); }

void CertificateSection::prepare(std::function<void()> next)
{
    if (!isWanted() || (m_key && m_password->text().isEmpty()))
        return next();
    if (m_file->path().isEmpty()) {
        emit refused();
        m_file->complaint().insist(tr("Choose the file, or take the tick off."));
        return;
    }
    m_next = std::move(next);
    if (!m_isOpening || !m_password->text().isEmpty())
        open();
}

void CertificateSection::open()
{
    const int attempt = ++m_attempt;
    const Tried tried = m_password->text().isEmpty() ? Tried::WithoutPassword : Tried::WithPassword;
    QByteArray password = m_password->text().toUtf8();
    m_password->clear();
    m_isOpening = true;
    whenFinished(m_open(m_file->path(), std::move(password)), this,
                 [this, attempt, tried](const Result<CertificateKeyPointer> &key) {
                     if (attempt != m_attempt)
                         return; // another file, or another password, came after it
                     m_isOpening = false;
                     if (key)
                         show(*key);
                     else
                         refuse(key.error(), tried);
                 });
}

void CertificateSection::show(const CertificateKeyPointer &key)
{
    m_key = key;
    const x509::Certificate certificate = key->certificate();
    const QString facts = tr("%1, valid until %2. Vouched for by %3.", "holder, date, authority")
                              .arg(visibleControls(certificate.subject),
                                   certificate.validUntil.toLocalTime().toString(QStringLiteral("yyyy-MM-dd")),
                                   visibleControls(certificate.issuer));
    m_facts->setText(breakable(facts));
    m_facts->setAccessibleName(facts);
    m_facts->setTone(Tone::Success);
    m_facts->show();
    m_password->setPlaceholderText(tr("The file is open; the password is not kept"));
    if (const auto next = std::exchange(m_next, {}))
        next();
}

void CertificateSection::refuse(const Error &error, Tried tried)
{
    const bool isAsked = std::exchange(m_next, {}) != nullptr;
    if (isAsked)
        emit refused();
    m_key.reset();
    m_facts->hide();
    m_password->setPlaceholderText({});
    const bool isTyped = tried == Tried::WithPassword;
    if (error.kind == ErrorKind::AuthDenied && !isTyped && !isAsked) {
        m_facts->setText(tr("The file needs its password."));
        m_facts->setAccessibleName(m_facts->text());
        m_facts->setTone(Tone::Info);
        m_facts->show();
        return;
    }
    const bool isPassword = error.kind == ErrorKind::AuthDenied;
    const QString words = !isPassword ? describe(error)
                          : isTyped   ? tr("This password does not open the file. Nothing was exported; type it again.")
                                      : tr("The file needs its password.");
    Complaint &complaint = isPassword ? *m_complaint : m_file->complaint();
    isAsked ? complaint.insist(words) : complaint.say(words);
}

void CertificateSection::forget()
{
    ++m_attempt;
    m_isOpening = false;
    m_key.reset();
    m_facts->hide();
    m_password->setPlaceholderText({});
}

} // namespace holdpoint::ui
