// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/commandcard.h>

#include <models/base/text.h>
#include <models/items/timetext.h>
#include <ui/common/fittedtext.h>
#include <ui/common/labels.h>
#include <ui/common/reasonform.h>
#include <ui/common/statusbadge.h>
#include <ui/common/style.h>
#include <ui/common/tonelabel.h>
#include <ui/wizard/reasons.h>

#include <QHBoxLayout>
#include <QPushButton>

namespace holdpoint::ui {

CommandCard::CommandCard(session::RunSession &run, runbooks::Command command, QString stageId, QWidget *parent)
    : Card(parent)
    , m_run(run)
    , m_command(std::move(command))
    , m_stageId(std::move(stageId))
    , m_badge(new StatusBadge(lookOf(session::CommandStatus::NotRun), this))
    , m_text(new FittedText(tr("Command %1").arg(m_command.id), this))
    , m_outcome(muted({}, this))
    , m_button(button(tr("Run"), QStringLiteral("runCommand_%1").arg(m_command.id), QStringLiteral("play"),
                      ButtonRole::Normal, this))
    , m_confirm(
          new ReasonForm(QStringLiteral("dangerous_%1").arg(m_command.id),
                         {tr("Why is it right to run this command now?"), tr("Reason, as it will stand in the record"),
                          tr("Run it"), m_command.approval.isEmpty() ? QString() : tr("Who else agrees (not you)")},
                         this))
{
    setObjectName(QStringLiteral("commandCard_%1").arg(m_command.id));
    build();
    connect(m_button, &QPushButton::clicked, this, &CommandCard::run);
    connect(m_confirm, &ReasonForm::confirmed, this,
            [this](const QString &reason, const QString &who) { m_run.runCommand(m_command.id, reason, who); });
    connect(&m_run, &session::RunSession::copyProgressed, this, [this](const QString &id, qint64 done, qint64 total) {
        if (id == m_command.id)
            m_outcome->setText(total > 0 ? tr("%1 of %2", "two sizes")
                                               .arg(locale().formattedDataSize(done), locale().formattedDataSize(total))
                                         : locale().formattedDataSize(done));
    });
    connect(&m_run, &session::RunSession::folderProgressed, this, [this](const QString &id, const session::FolderProgress &progress) {
        if (id == m_command.id)
            m_outcome->setText(progress.words());
    });
    refresh();
}

void CommandCard::build()
{
    const QString name = visibleControls(m_command.caption.simplified());
    auto *top = new QHBoxLayout;
    top->setSpacing(gap);
    top->addWidget(heading(name.isEmpty() ? tr("Command %1").arg(m_command.id) : name, this), 1);
    top->addWidget(m_badge, 0, Qt::AlignTop);
    content()->addLayout(top);
    content()->addWidget(m_text);

    const auto resolved = m_run.resolved(m_command);
    if (resolved)
        m_text->showCommand(*resolved);
    else
        m_text->showCommand(runbooks::unresolved(m_run.runbook(), m_command));
    if (!m_command.dangerous.isEmpty()) {
        auto *warning =
            new ToneLabel(tr("Dangerous: %1").arg(visibleControls(m_command.dangerous)), Tone::Danger, this);
        warning->setObjectName(QStringLiteral("dangerWarning_%1").arg(m_command.id));
        content()->addWidget(warning);
    }
    if (!m_command.approval.isEmpty())
        content()->addWidget(new ToneLabel(
            tr("A second person has to agree: %1").arg(visibleControls(m_command.approval)), Tone::Warning, this));
    if (m_command.mustBeRecorded)
        content()->addWidget(
            new ToneLabel(tr("Must be recorded: it does not run while the ledger fails"), Tone::Neutral, this));
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(gap);
    bottom->addWidget(m_outcome, 1);
    bottom->addWidget(m_button, 0, Qt::AlignBottom);
    content()->addLayout(bottom);
    content()->addWidget(m_confirm);
    m_button->setAccessibleName(tr("Run command %1").arg(m_command.id));
}

void CommandCard::run()
{
    if (!m_button->isEnabled())
        return;
    if (needsConsent())
        m_confirm->ask();
    else
        m_run.runCommand(m_command.id);
}

bool CommandCard::needsConsent() const { return !m_command.dangerous.isEmpty() || !m_command.approval.isEmpty(); }

void CommandCard::ask()
{
    if (needsConsent() && m_button->isEnabled())
        m_confirm->ask();
    else
        m_button->setFocus(Qt::OtherFocusReason);
}

void CommandCard::refresh()
{
    const session::Stage *stage = m_run.state().stage(m_stageId);
    const session::CommandRecord *record = stage ? stage->command(m_command.id) : nullptr;
    if (!record)
        return;
    m_badge->setLook(lookOf(record->status));
    setTone(record->status == session::CommandStatus::NotRun ? Tone::Neutral : lookOf(record->status).tone);
    const QString reason = whyNotRun(m_run, m_command);
    m_button->setEnabled(reason.isEmpty());
    m_button->setToolTip(reason);
    m_button->setText(record->attempts == 0 ? tr("Run") : tr("Run again"));
    showOutcome(*record);
}

/// What happens to it when the connection is lost, where that is not the usual.
QString CommandCard::keptWords(const session::CommandRecord &record) const
{
    const session::HostShell *shell = m_run.shell(m_run.roleOf(m_command));
    const bool open =
        record.status == session::CommandStatus::NotRun || record.status == session::CommandStatus::Running;
    if (!shell || shell->keptIn().isEmpty() || !open || m_command.language == runbooks::Language::Sftp)
        return {};
    return record.status == session::CommandStatus::Running && shell->awaitsLostShell()
               ? tr("The connection is lost; it goes on in tmux: reconnect to see what came of it")
               : tr("Goes on in tmux if the connection is lost");
}

void CommandCard::showOutcome(const session::CommandRecord &record)
{
    const QString role = m_run.roleOf(m_command);
    const session::Transport *link = m_run.transport(role);
    const QString host = link ? link->identity().host : QString();
    QStringList parts{host.isEmpty() ? tr("On %1").arg(role)
                                     : tr("On %1 (%2)", "a role and its host").arg(role, visibleControls(host))};
    if (const QString kept = keptWords(record); !kept.isEmpty())
        parts += kept;
    if (!record.outcome.isEmpty())
        parts += visibleControls(record.outcome);
    if (record.started.isValid() && record.ended.isValid())
        parts += items::durationText(record.started.msecsTo(record.ended));
    if (record.attempts > 1)
        parts += tr("attempt %1").arg(record.attempts);
    if (m_command.ending == runbooks::Ending::Endless && record.status == session::CommandStatus::Running)
        parts += tr("Follows without end: press Ctrl+C in the terminal to end it");
    if (m_command.guessed)
        parts += tr("Its language is guessed: it runs only on a click");
    m_outcome->setText(parts.join(QStringLiteral(" · ")));
}

} // namespace holdpoint::ui
