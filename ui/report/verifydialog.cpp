// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/report/verifydialog.h>

#include <models/base/text.h>
#include <models/base/whenfinished.h>
#include <models/report/verificationtext.h>
#include <ui/common/complaint.h>
#include <ui/common/labels.h>
#include <ui/common/messagebar.h>
#include <ui/common/pathfield.h>
#include <ui/common/statusbadge.h>
#include <ui/common/style.h>
#include <ui/report/reportframe.h>
#include <ui/report/reportwords.h>

#include <QGridLayout>
#include <QPushButton>

namespace holdpoint::ui {

namespace {

constexpr int formWidth = 560;

Look lookOf(report::Judgement verdict)
{
    switch (verdict) {
    case report::Judgement::Good: return {VerifyDialog::tr("Good"), QStringLiteral("check"), Tone::Success};
    case report::Judgement::Bad: return {VerifyDialog::tr("Bad"), QStringLiteral("cross"), Tone::Danger};
    case report::Judgement::Unknown: return {VerifyDialog::tr("Unknown"), QStringLiteral("question"), Tone::Warning};
    case report::Judgement::Absent: return {VerifyDialog::tr("Absent"), QStringLiteral("circle"), Tone::Neutral};
    }
    return {};
}

QString partWords(report::VerdictWords::Part part)
{
    using Part = report::VerdictWords::Part;
    switch (part) {
    case Part::Signature: return VerifyDialog::tr("Signature (SSH)");
    case Part::Completeness: return VerifyDialog::tr("Completeness");
    case Part::Ledger: return VerifyDialog::tr("Ledger proof");
    case Part::Timestamp: return VerifyDialog::tr("Time stamp");
    case Part::Certificate: return VerifyDialog::tr("Certificate (CAdES, PDF)");
    }
    return {};
}

QString explained(const report::VerdictWords &verdict)
{
    QStringList lines;
    if (!verdict.reason.isEmpty())
        lines.append(verdict.reason);
    lines += verdict.details;
    return breakable(visibleControlsKeepingLines(lines.join(u'\n')));
}

} // namespace

VerifyDialog::VerifyDialog(const ReportService &service, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_report(new PathField(QStringLiteral("verifyReport"), PathField::Kind::File,
                             {.label = tr("&Report: its folder, its zip or its MANIFEST.sha256"),
                              .name = tr("Report to verify"),
                              .filter = tr("Reports (MANIFEST.sha256 *.zip);;All files (*)"),
                              .empty = {}},
                             this))
    , m_signers(new PathField(QStringLiteral("verifySigners"), PathField::Kind::File,
                              {.label = tr("&Signers you accept (allowed_signers)"),
                               .name = tr("File of the signers you accept"),
                               .filter = {},
                               .empty = tr("None: whose signature it is stays unknown")},
                              this))
    , m_authorities(new PathField(QStringLiteral("verifyAuthorities"), PathField::Kind::File,
                                  {.label = tr("&Authorities of certificates (PEM)"),
                                   .name = tr("File of the authorities whose certificates may sign"),
                                   .filter = tr("Certificates (*.pem *.crt *.cer);;All files (*)"),
                                   .empty = tr("None: whose certificate it is stays unknown")},
                                  this))
    , m_revocations(new PathField(QStringLiteral("verifyRevocations"), PathField::Kind::File,
                                  {.label = tr("What those have revo&ked (lists, PEM)"),
                                   .name = tr("File of the lists of revoked certificates"),
                                   .filter = tr("Lists (*.pem *.crl);;All files (*)"),
                                   .empty = tr("None: a certificate that was revoked is not noticed")},
                                  this))
    , m_stampers(new PathField(QStringLiteral("verifyStampers"), PathField::Kind::File,
                               {.label = tr("Authorities of &time stamps (PEM)"),
                                .name = tr("File of the authorities that may stamp"),
                                .filter = tr("Certificates (*.pem *.crt *.cer);;All files (*)"),
                                .empty = tr("None: who stamped it stays unknown")},
                               this))
    , m_verdicts(new QWidget(this))
    , m_frame(new ReportFrame({.title = tr("Verify a report"),
                               .about = tr("Files you name are asked for: a report without the part they are for is "
                                           "bad. They must come from somebody you trust, by another way than the "
                                           "report."),
                               .underWay = tr("The report is being verified")},
                              *this))
    , m_close(button(tr("C&lose"), QStringLiteral("verifyClose"), {}, ButtonRole::Normal, this))
    , m_verify(
          button(tr("&Verify"), QStringLiteral("verifyStart"), QStringLiteral("shield"), ButtonRole::Primary, this))
{
    setObjectName(QStringLiteral("verifyDialog"));
    const report::TrustFiles last = service.lastTrust();
    m_signers->setPath(last.allowedSigners);
    m_authorities->setPath(last.authorities);
    m_revocations->setPath(last.revocations);
    m_stampers->setPath(last.timestampAuthorities);
    m_verdicts->setObjectName(QStringLiteral("verifyVerdicts"));
    m_verdicts->hide();
    m_form = m_frame->formOf({m_report, m_signers, m_authorities, m_revocations, m_stampers, m_verdicts});
    m_frame->lay(m_form, formWidth, {}, {m_close, m_verify});
    connect(m_verify, &QPushButton::clicked, this, &VerifyDialog::start);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
}

void VerifyDialog::setBusy(Busy busy)
{
    const bool isBusy = busy == Busy::Yes;
    m_frame->setWork(isBusy ? ReportFrame::Work::UnderWay : ReportFrame::Work::None);
    m_form->setEnabled(!isBusy);
    m_verify->setEnabled(!isBusy);
}

void VerifyDialog::start()
{
    m_frame->message().dismiss();
    clearVerdicts();
    const QString report = reportOf(m_report->path());
    if (report.isEmpty())
        return m_report->complaint().insist(tr("Choose the report."));
    if (!m_revocations->path().isEmpty() && m_authorities->path().isEmpty())
        return m_authorities->complaint().insist(tr("Choose the authorities whose lists these are."));
    setBusy(Busy::Yes);
    whenFinished(m_service.verifyReport(report, {.allowedSigners = m_signers->path(),
                                                 .authorities = m_authorities->path(),
                                                 .revocations = m_revocations->path(),
                                                 .timestampAuthorities = m_stampers->path()}),
                 this, [this](const Result<report::ReportVerification> &verification) { finish(verification); });
}

void VerifyDialog::finish(const Result<report::ReportVerification> &verification)
{
    setBusy(Busy::No);
    if (!verification)
        return m_frame->message().say(verification.error());
    auto *grid = new QGridLayout(m_verdicts);
    grid->setContentsMargins(0, gap, 0, 0);
    grid->setHorizontalSpacing(wideGap);
    grid->setVerticalSpacing(gap);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const report::VerdictWords &verdict : report::verdictsInWords(*verification)) {
        QLabel *part = oneLine(partWords(verdict.part), m_verdicts);
        auto *badge = new StatusBadge(lookOf(verdict.verdict), m_verdicts);
        QLabel *reason = body(explained(verdict), m_verdicts);
        for (QLabel *label : {part, reason}) // their first line stands beside the badge's word
            label->setMinimumHeight(badge->sizeHint().height());
        grid->addWidget(part, row, 0, Qt::AlignTop);
        grid->addWidget(badge, row, 1, Qt::AlignTop | Qt::AlignLeft);
        grid->addWidget(reason, row++, 2, Qt::AlignTop);
    }
    m_verdicts->show();
    if (verification->isGood())
        m_frame->message().say(Tone::Success,
                               tr("The report is good: signed by somebody you accept, complete, and in the ledger "
                                  "whose checkpoint it carries."));
    else
        m_frame->message().say(Tone::Warning, tr("Not all of it is proven: see the verdicts above."));
}

void VerifyDialog::clearVerdicts()
{
    qDeleteAll(m_verdicts->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    delete m_verdicts->layout();
    m_verdicts->hide();
}

} // namespace holdpoint::ui
