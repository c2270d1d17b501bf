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
#include <ui/report/reportwords.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

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
    , m_progress(new QProgressBar(this))
    , m_message(new MessageBar(this))
    , m_close(button(tr("C&lose"), QStringLiteral("stampClose"), {}, ButtonRole::Normal, this))
    , m_stamp(
          button(tr("A&dd stamp"), QStringLiteral("stampStart"), QStringLiteral("clock"), ButtonRole::Primary, this))
{
    setObjectName(QStringLiteral("stampDialog"));
    setWindowTitle(tr("Time stamp a report"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_authority, &AuthorityForm::refused, this, [this] { setBusy(Busy::No); });
    connect(m_stamp, &QPushButton::clicked, this, &StampDialog::start);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
}

void StampDialog::build()
{
    m_report->setMinimumWidth(formWidth);
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("The time stamp authority is asked"));
    m_progress->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, wideGap);
    column->setSpacing(gap);
    column->addWidget(pageTitle(tr("Time stamp a report"), this));
    column->addWidget(muted(tr("For a report that was left without one. Nothing else in it changes."), this));
    column->addSpacing(gap);
    column->addWidget(m_report);
    column->addWidget(m_authority);
    column->addWidget(m_progress);
    column->addWidget(m_message);
    column->addStretch();
    column->addSpacing(gap);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_stamp);
    column->addLayout(buttons);
}

/// Grows by what a message needs.
bool StampDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
    return handled;
}

void StampDialog::setBusy(Busy busy)
{
    const bool isBusy = busy == Busy::Yes;
    m_progress->setVisible(isBusy);
    for (QWidget *part :
         {static_cast<QWidget *>(m_report), static_cast<QWidget *>(m_authority), static_cast<QWidget *>(m_stamp)})
        part->setEnabled(!isBusy);
}

void StampDialog::start()
{
    m_message->dismiss();
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
        m_message->say(Tone::Success, stampWords(*stamp));
    else
        m_message->say(
            Tone::Warning,
            tr("No time stamp: %1. The report is as it was.").arg(breakable(visibleControls(stamp.error().detail))));
}

} // namespace holdpoint::ui
