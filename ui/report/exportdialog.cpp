// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/report/exportdialog.h>

#include <models/base/text.h>
#include <models/base/whenfinished.h>
#include <ui/common/labels.h>
#include <ui/common/messagebar.h>
#include <ui/common/style.h>
#include <ui/common/tonelabel.h>

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

ExportDialog::ExportDialog(const ReportService &service, QByteArray runId, const QString &runName, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_runId(std::move(runId))
    , m_folder(new QLineEdit(service.defaultFolder, this))
    , m_signer(new QComboBox(this))
    , m_unsigned(new ToneLabel(tr("UNSIGNED: nobody can prove who made this report or that it was not changed."),
                               Tone::Danger, this))
    , m_timestamp(new QCheckBox(this))
    , m_progress(new QProgressBar(this))
    , m_message(new MessageBar(this))
    , m_export(button(tr("Export"), QStringLiteral("exportStart"), QStringLiteral("report"), ButtonRole::Primary, this))
    , m_open(button(tr("Open folder"), QStringLiteral("exportOpenFolder"), QStringLiteral("external"),
                    ButtonRole::Normal, this))
    , m_verify(button(tr("Verify it now"), QStringLiteral("exportVerify"), QStringLiteral("shield"), ButtonRole::Normal,
                      this))
    , m_stamp(button(tr("Stamp it now"), QStringLiteral("exportStamp"), QStringLiteral("clock"),
                     ButtonRole::Normal, this))
    , m_close(button(tr("Close"), QStringLiteral("exportClose"), {}, ButtonRole::Normal, this))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export report"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(560);
    build(runName);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportDialog::refresh);
    connect(m_signer, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_verify, &QPushButton::clicked, this, &ExportDialog::verify);
    connect(m_stamp, &QPushButton::clicked, this, &ExportDialog::stampAgain);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_open, &QPushButton::clicked, this, [this] { emit openUrlWanted(QUrl::fromLocalFile(m_made)); });
    refresh();
}

void ExportDialog::build(const QString &runName)
{
    m_folder->setObjectName(QStringLiteral("exportFolder"));
    m_folder->setAccessibleName(tr("Folder the report is written to"));
    m_signer->setObjectName(QStringLiteral("exportSigner"));
    m_signer->setAccessibleName(tr("Signed by"));
    m_signer->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const SignerChoice &choice : std::as_const(m_service.signers))
        m_signer->addItem(visibleControls(choice.label), choice.id);
    m_signer->addItem(tr("Nobody: leave it unsigned"), QString());
    const bool hasAuthority = !m_service.timestampAuthority.isEmpty();
    m_timestamp->setObjectName(QStringLiteral("exportTimestamp"));
    m_timestamp->setText(hasAuthority ? tr("Time stamp by %1").arg(visibleControls(m_service.timestampAuthority))
                                      : tr("Time stamp (no authority is named in holdpoint.ini)"));
    m_timestamp->setToolTip(tr("A time stamp authority confirms when the report existed. It is sent a hash, nothing else."));
    m_timestamp->setEnabled(hasAuthority);
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("The report is being made"));
    m_progress->hide();
    auto *browse = button(tr("Browse…"), QStringLiteral("exportBrowse"), {}, ButtonRole::Normal, this);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::chooseFolder);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, wideGap);
    column->setSpacing(gap);
    column->addWidget(pageTitle(tr("Export report"), this));
    column->addWidget(muted(visibleControls(runName), this));
    column->addSpacing(gap);
    column->addWidget(body(tr("Folder"), this));
    auto *folderRow = new QHBoxLayout;
    folderRow->addWidget(m_folder, 1);
    folderRow->addWidget(browse);
    column->addLayout(folderRow);
    column->addWidget(body(tr("Signed by"), this));
    column->addWidget(m_signer);
    column->addWidget(m_unsigned);
    column->addWidget(m_timestamp);
    column->addWidget(m_progress);
    column->addWidget(m_message);
    column->addSpacing(gap);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    buttons->addWidget(m_open);
    buttons->addWidget(m_verify);
    buttons->addWidget(m_stamp);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_export);
    column->addLayout(buttons);
}

void ExportDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for the report"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void ExportDialog::refresh()
{
    const bool busy = !m_progress->isHidden();
    m_unsigned->setVisible(m_signer->currentData().toString().isEmpty());
    m_export->setVisible(m_made.isEmpty());
    m_export->setEnabled(!busy && !m_folder->text().trimmed().isEmpty());
    m_open->setVisible(!m_made.isEmpty());
    m_verify->setVisible(!m_made.isEmpty() && m_service.verifyReport);
    m_stamp->setVisible(m_lacksStamp && m_service.stampReport);
    m_stamp->setEnabled(!busy);
    m_timestamp->setEnabled(!busy && m_made.isEmpty() && !m_service.timestampAuthority.isEmpty());
    fitHeight();
}

/// Grows by what a message needs at this width; it does not shrink again, so that nothing jumps under the pointer.
void ExportDialog::fitHeight()
{
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void ExportDialog::start()
{
    m_progress->show();
    m_message->dismiss();
    refresh();
    const ReportRequest request{m_runId, m_folder->text().trimmed(), m_signer->currentData().toString(),
                                m_timestamp->isChecked()};
    whenFinished(m_service.exportReport(request), this, [this](const Result<ExportedReport> &made) { finish(made); });
}

void ExportDialog::finish(const Result<ExportedReport> &made)
{
    m_progress->hide();
    if (!made) {
        m_message->say(made.error());
        return refresh();
    }
    m_made = made->folder;
    if (made->timestampError)
        showStamp(fail(*made->timestampError));
    else if (!made->timestamp.isEmpty())
        showStamp(made->timestamp);
    else
        m_message->say(Tone::Success, tr("The report is in %1.").arg(visibleControls(m_made)));
    refresh();
}

void ExportDialog::stampAgain()
{
    m_progress->show();
    refresh();
    whenFinished(m_service.stampReport(m_made), this, [this](const Result<QString> &stamp) {
        m_progress->hide();
        showStamp(stamp);
        refresh();
    });
}

void ExportDialog::showStamp(const Result<QString> &stamp)
{
    m_lacksStamp = !stamp;
    const QString folder = visibleControls(m_made);
    if (stamp)
        m_message->say(Tone::Success, tr("The report is in %1.\nTime stamp: %2").arg(folder, visibleControls(*stamp)));
    else
        m_message->say(Tone::Warning, tr("The report is in %1 and complete, but has no time stamp: %2.")
                                          .arg(folder, visibleControls(stamp.error().detail)));
}

void ExportDialog::verify()
{
    m_verify->setEnabled(false);
    whenFinished(m_service.verifyReport(m_made), this, [this](const Result<QString> &verdict) {
        m_verify->setEnabled(true);
        if (verdict)
            m_message->say(Tone::Info, visibleControlsKeepingLines(*verdict));
        else
            m_message->say(verdict.error());
        fitHeight();
    });
}

} // namespace holdpoint::ui
