// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/report/stampdialog.h>

#include <models/base/text.h>
#include <models/base/whenfinished.h>
#include <ui/common/complaint.h>
#include <ui/common/labels.h>
#include <ui/common/messagebar.h>
#include <ui/common/pathfield.h>
#include <ui/common/style.h>
#include <ui/report/authorityform.h>
#include <ui/report/reportframe.h>
#include <ui/report/reportwords.h>

#include <QPushButton>

namespace holdpoint::ui {

namespace {

constexpr int formWidth = 512;

} // namespace

StampDialog::StampDialog(const ReportService &service, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_report(new PathField(QStringLiteral("stampReport"), PathField::Kind::File,
                             {.label = tr("&Report: its folder, its zip or its MANIFEST.sha256"),
                              .name = tr("Report that has no time stamp"),
                              .filter = tr("Reports (MANIFEST.sha256 *.zip);;All files (*)")},
                             this))
    , m_authority(new AuthorityForm(service.lastAuthority(), service.checkAuthority, this))
    , m_frame(new ReportFrame({.title = tr("Time stamp a report"),
                               .about = tr("For a report that was left without one. Nothing else in it changes."),
                               .underWay = tr("The time stamp authority is asked")},
                              *this))
    , m_close(button(tr("C&lose"), QStringLiteral("stampClose"), {}, ButtonRole::Normal, this))
    , m_stamp(
          button(tr("A&dd stamp"), QStringLiteral("stampStart"), QStringLiteral("clock"), ButtonRole::Primary, this))
{
    setObjectName(QStringLiteral("stampDialog"));
    m_frame->lay(m_frame->formOf({m_report, m_authority}), formWidth, {}, {m_close, m_stamp});
    connect(m_authority, &AuthorityForm::refused, this, [this] { setBusy(Busy::No); });
    connect(m_stamp, &QPushButton::clicked, this, &StampDialog::start);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
}

void StampDialog::setBusy(Busy busy)
{
    const bool isBusy = busy == Busy::Yes;
    m_frame->setWork(isBusy ? ReportFrame::Work::UnderWay : ReportFrame::Work::None);
    for (QWidget *part :
         {static_cast<QWidget *>(m_report), static_cast<QWidget *>(m_authority), static_cast<QWidget *>(m_stamp)})
        part->setEnabled(!isBusy);
}

void StampDialog::start()
{
    m_frame->message().dismiss();
    const QString report = reportOf(m_report->path());
    if (report.isEmpty())
        return m_report->complaint().insist(tr("Choose the report."));
    setBusy(Busy::Yes);
    m_authority->prepare([this, report] {
        whenFinished(m_service.stampReport(report, m_authority->authority()), this,
                     [this](const Result<x509::TimeStamp> &stamp) { finish(stamp); });
    });
}

void StampDialog::finish(const Result<x509::TimeStamp> &stamp)
{
    setBusy(Busy::No);
    if (stamp)
        m_frame->message().say(Tone::Success, stampWords(*stamp));
    else
        m_frame->message().say(
            Tone::Warning,
            tr("No time stamp: %1. The report is as it was.").arg(breakable(visibleControls(stamp.error().detail))));
}

} // namespace holdpoint::ui
