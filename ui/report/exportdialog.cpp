// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/report/exportdialog.h>

#include <models/base/text.h>
#include <models/base/whenfinished.h>
#include <models/report/languages.h>
#include <models/report/verificationtext.h>
#include <ui/common/disclosure.h>
#include <ui/common/labels.h>
#include <ui/common/messagebar.h>
#include <ui/common/pathfield.h>
#include <ui/common/style.h>
#include <ui/common/tonelabel.h>
#include <ui/report/certificatesection.h>
#include <ui/report/pseudonymsection.h>
#include <ui/report/reportframe.h>
#include <ui/report/reportwords.h>
#include <ui/report/timestampsection.h>

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {

constexpr int formWidth = 512;

/// A box under its label, in a widget of their own.
void layLabelled(QWidget &widget, const QString &words, QComboBox &box)
{
    auto *label = oneLine(words, &widget);
    label->setBuddy(&box);
    auto *column = new QVBoxLayout(&widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(halfGap);
    column->addWidget(label);
    column->addWidget(&box);
}

} // namespace

ExportDialog::ExportDialog(const ReportService &service, QByteArray runId, const QString &runName, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_runId(std::move(runId))
    , m_folder(new PathField(QStringLiteral("exportFolder"), PathField::Kind::Folder,
                             {.label = tr("&Folder"), .name = tr("Folder the report is written to")}, this))
    , m_signing(new QWidget(this))
    , m_signer(new QComboBox(m_signing))
    , m_inLanguage(new QWidget(this))
    , m_language(new QComboBox(m_inLanguage))
    , m_unsigned(new ToneLabel(tr("UNSIGNED: nobody can prove who made this report or that it was not changed."),
                               Tone::Danger, this))
    , m_named(
          new ToneLabel(tr("The signature names its signer: whoever knows whose key it is knows who made this report. "
                           "Leave it unsigned, or take a key that is not one person's."),
                        Tone::Warning, this))
    , m_more(new Disclosure(tr("&More"), QStringLiteral("exportMore"), this))
    , m_certificate(new CertificateSection(service.openCertificate, this))
    , m_timestamp(new TimestampSection(service.lastAuthority ? service.lastAuthority() : StampAuthority(),
                                       service.checkAuthority, this))
    , m_pseudonyms(new PseudonymSection(this))
    , m_zip(new QCheckBox(tr("One &zip in place of a folder"), this))
    , m_frame(new ReportFrame(
          {.title = tr("Export report"), .about = visibleControls(runName), .underWay = tr("The report is being made")},
          *this))
    , m_open(button(tr("&Open folder"), QStringLiteral("exportOpenFolder"), QStringLiteral("external"),
                    ButtonRole::Normal, this))
    , m_verify(button(tr("&Verify it now"), QStringLiteral("exportVerify"), QStringLiteral("shield"),
                      ButtonRole::Normal, this))
    , m_stamp(
          button(tr("A&dd stamp"), QStringLiteral("exportStamp"), QStringLiteral("clock"), ButtonRole::Normal, this))
    , m_close(button(tr("C&lose"), QStringLiteral("exportClose"), {}, ButtonRole::Normal, this))
    , m_export(button({}, QStringLiteral("exportStart"), QStringLiteral("report"), ButtonRole::Primary, this))
{
    setObjectName(QStringLiteral("exportDialog"));
    m_named->setObjectName(QStringLiteral("exportNamed"));
    m_frame->lay(buildForm(), formWidth, {m_open, m_verify, m_stamp}, {m_close, m_export});
    follow();
    refreshMore();
    m_frame->fitHeight();
}

QWidget *ExportDialog::buildForm()
{
    m_folder->setPath(m_service.defaultFolder);
    fillSigners();
    fillLanguages();
    m_zip->setObjectName(QStringLiteral("exportZip"));
    for (QWidget *part : std::initializer_list<QWidget *>{m_certificate, m_timestamp, m_pseudonyms, m_zip})
        m_more->content()->addWidget(part);
    return m_frame->formOf({m_folder, m_signing, m_unsigned, m_named, m_inLanguage, m_more});
}

void ExportDialog::fillSigners()
{
    m_signer->setObjectName(QStringLiteral("exportSigner"));
    m_signer->setAccessibleName(tr("Signed by"));
    m_signer->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const SignerChoice &choice : std::as_const(m_service.signers))
        m_signer->addItem(visibleControls(choice.label), choice.id);
    m_signer->addItem(tr("Nobody: leave it unsigned"), QString());
    layLabelled(*m_signing, tr("&Signed by"), *m_signer);
}

void ExportDialog::fillLanguages()
{
    m_language->setObjectName(QStringLiteral("exportLanguage"));
    m_language->setAccessibleName(tr("Language of the report"));
    for (const QString &tag : report::languageTags()) {
        if (const auto language = report::languageOf(tag))
            m_language->addItem(report::nameOf(*language), tag);
    }
    m_language->setCurrentIndex(m_language->findData(m_service.language.tag()));
    layLabelled(*m_inLanguage, tr("Lan&guage"), *m_language);
}

void ExportDialog::follow()
{
    connect(m_folder, &PathField::changed, this, &ExportDialog::refresh);
    connect(m_signer, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    connect(m_certificate, &CertificateSection::changed, this, &ExportDialog::refreshMore);
    connect(m_timestamp, &TimestampSection::changed, this, &ExportDialog::refreshMore);
    connect(m_pseudonyms, &PseudonymSection::changed, this, &ExportDialog::refreshMore);
    connect(m_zip, &QCheckBox::toggled, this, &ExportDialog::refreshMore);
    connect(m_more, &Disclosure::toggled, this, [this] { m_frame->setHeight(ReportFrame::Height::Fits); });
    connect(m_certificate, &CertificateSection::refused, this, &ExportDialog::stop);
    connect(m_timestamp, &TimestampSection::refused, this, &ExportDialog::stop);
    connect(m_pseudonyms, &PseudonymSection::refused, this, &ExportDialog::stop);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_verify, &QPushButton::clicked, this, &ExportDialog::verify);
    connect(m_stamp, &QPushButton::clicked, this, &ExportDialog::stampAgain);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_open, &QPushButton::clicked, this, &ExportDialog::openMade);
}

void ExportDialog::refresh()
{
    m_frame->setHeight(ReportFrame::Height::Grows);
    const bool isBusy = m_frame->isAtWork();
    const bool isOver = m_made && !isWorthAnother();
    const bool lacksStamp = m_made && m_made->timestampError;
    const bool isKeySigned = !m_signer->currentData().toString().isEmpty();
    m_unsigned->setVisible(!isKeySigned && !m_certificate->isWanted());
    m_named->setVisible(isKeySigned && m_pseudonyms->pseudonymity());
    m_folder->setEnabled(!isBusy && !isOver);
    m_signing->setEnabled(!isBusy && !isOver);
    m_inLanguage->setEnabled(!isBusy && !isOver);
    m_certificate->setEnabled(!isBusy && !isOver);
    m_pseudonyms->setEnabled(!isBusy && !isOver);
    m_zip->setEnabled(!isBusy && !isOver);
    m_timestamp->setEnabled(!isBusy && (!isOver || lacksStamp));
    m_export->setVisible(!isOver);
    m_export->setText(m_made ? tr("E&xport again") : tr("E&xport"));
    m_export->setEnabled(!isBusy && !m_folder->path().isEmpty());
    m_open->setVisible(m_made.has_value());
    m_verify->setVisible(m_made && m_service.verifyMade);
    m_verify->setEnabled(!isBusy);
    m_stamp->setVisible(lacksStamp && m_service.stampReport);
    m_stamp->setEnabled(!isBusy && m_timestamp->authority());
}

void ExportDialog::refreshMore()
{
    m_certificate->ruleOut(m_pseudonyms->pseudonymity()
                               ? tr("A certificate names its holder, so it cannot sign a report that names nobody.")
                               : QString());
    QStringList inForce;
    if (m_certificate->isWanted())
        inForce.append(tr("certificate"));
    if (m_timestamp->authority())
        inForce.append(tr("time stamp"));
    if (m_pseudonyms->pseudonymity())
        inForce.append(tr("pseudonyms"));
    if (m_zip->isChecked())
        inForce.append(tr("zip"));
    m_more->setInForce(inForce);
    refresh();
    m_frame->setHeight(ReportFrame::Height::Fits);
}

void ExportDialog::start()
{
    m_frame->setWork(ReportFrame::Work::UnderWay);
    m_frame->message().dismiss();
    refresh();
    m_certificate->prepare([this] { m_timestamp->prepare([this] { m_pseudonyms->prepare([this] { send(); }); }); });
}

/// A part of the form is about to say why it cannot be: it must be able to take the focus.
void ExportDialog::stop()
{
    m_frame->setWork(ReportFrame::Work::None);
    m_more->open();
    refresh();
}

void ExportDialog::send()
{
    const ReportRequest request{.runId = m_runId,
                                .folder = m_folder->path(),
                                .language =
                                    report::languageOf(m_language->currentData().toString()).value_or(Language()),
                                .container = m_zip->isChecked() ? report::Container::Zip : report::Container::Folder,
                                .signerId = m_signer->currentData().toString(),
                                .certificate = m_certificate->key(),
                                .authority = m_timestamp->authority(),
                                .pseudonymity = m_pseudonyms->pseudonymity(),
                                .keyFile = m_pseudonyms->keyFile()};
    whenFinished(m_service.exportReport(request), this, [this, request](const Result<report::WrittenReport> &made) {
        if (made)
            m_sent = request;
        finish(made);
    });
}

void ExportDialog::finish(const Result<report::WrittenReport> &made)
{
    m_frame->setWork(ReportFrame::Work::None);
    if (made) {
        m_made = *made;
        showOutcome();
    } else {
        m_frame->message().say(made.error());
    }
    refresh();
}

void ExportDialog::stampAgain()
{
    m_frame->setWork(ReportFrame::Work::UnderWay);
    refresh();
    m_timestamp->prepare([this] {
        whenFinished(m_service.stampReport(m_made->folder, *m_timestamp->authority()), this,
                     [this](const Result<x509::TimeStamp> &stamp) {
                         m_frame->setWork(ReportFrame::Work::None);
                         m_made->timestampError = stamp ? std::nullopt : std::optional(stamp.error());
                         if (stamp)
                             m_made->timestamp = *stamp;
                         showOutcome();
                         refresh();
                     });
    });
}

/// Without the path, which stands above and may be too long to wrap.
void ExportDialog::showOutcome()
{
    const QString name = QFileInfo(m_made->folder).fileName();
    const QStringList missing = gaps();
    QStringList lines{missing.isEmpty()
                          ? tr("The report %1 is in the folder above.").arg(name)
                          : tr("The report %1 is in the folder above, and complete but for this:").arg(name)};
    lines += missing;
    lines += facts();
    m_frame->message().say(missing.isEmpty() ? Tone::Success : Tone::Warning,
                           visibleControlsKeepingLines(lines.join(u'\n')));
}

QStringList ExportDialog::gaps() const
{
    QStringList lines;
    if (m_made->signatureError)
        lines.append(m_made->certificate ? tr("No signature by the chosen key: %1.").arg(m_made->signatureError->detail)
                                         : tr("UNSIGNED: %1.").arg(m_made->signatureError->detail));
    if (m_made->certificateError)
        lines.append(tr("No signature by the certificate: %1.").arg(m_made->certificateError->detail));
    if (m_made->timestampError)
        lines.append(tr("No time stamp: %1. Ask again now, or choose another authority above.")
                         .arg(m_made->timestampError->detail));
    if (m_made->pdfError)
        lines.append(tr("No report.pdf: %1.").arg(m_made->pdfError->detail));
    return lines;
}

QStringList ExportDialog::facts() const
{
    QStringList lines;
    if (m_made->certificate)
        lines.append(tr("Signed with the certificate of %1.").arg(m_made->certificate->subject));
    if (m_made->timestamp)
        lines.append(stampWords(*m_made->timestamp));
    if (!m_sent.keyFile.isEmpty())
        lines.append(tr("Who is who is in the file above, for you alone."));
    return lines;
}

bool ExportDialog::isWorthAnother() const
{
    return m_made->signatureError || m_made->certificateError || m_made->pdfError;
}

void ExportDialog::verify()
{
    m_verify->setEnabled(false);
    whenFinished(
        m_service.verifyMade(m_made->folder), this, [this](const Result<report::ReportVerification> &verification) {
            m_verify->setEnabled(true);
            if (verification)
                m_frame->message().say(Tone::Info,
                                       visibleControlsKeepingLines(report::verificationText(*verification).trimmed()));
            else
                m_frame->message().say(verification.error());
        });
}

void ExportDialog::openMade()
{
    const bool isZip = m_sent.container == report::Container::Zip;
    emit openUrlWanted(QUrl::fromLocalFile(isZip ? QFileInfo(m_made->folder).path() : m_made->folder));
}

} // namespace holdpoint::ui
