// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/stageview.h>

#include <models/base/text.h>
#include <models/items/stagelistmodel.h>
#include <ui/common/fittedtext.h>
#include <ui/common/labels.h>
#include <ui/common/statusbadge.h>
#include <ui/common/style.h>
#include <ui/wizard/checkcard.h>
#include <ui/wizard/commandcard.h>
#include <ui/wizard/reasons.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace holdpoint::ui {

StageView::StageView(session::RunSession &run, QString stageId, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_stageId(std::move(stageId))
{
    setObjectName(QStringLiteral("stageView"));
    const session::Stage *stage = m_run.state().stage(m_stageId);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap + halfGap);
    if (!stage)
        return;
    buildHead(column, *stage);
    const runbooks::Runbook &runbook = m_run.runbook();
    if (const runbooks::Step *found = step()) {
        if (!found->instructions.trimmed().isEmpty()) {
            auto *prose = new FittedText(tr("Instructions"), this);
            prose->showMarkdown(found->instructions);
            column->addWidget(prose);
        }
        buildCommands(column, found->commands);
        buildChecks(column, found->checks);
    } else {
        buildChecks(column, stage->kind == session::StageKind::Prerequisites ? runbook.prerequisites : runbook.checks);
    }
    buildNotes(column);
    column->addStretch();
    refresh();
}

const runbooks::Step *StageView::step() const
{
    const QList<runbooks::Step> &steps = m_run.runbook().steps;
    const auto found =
        std::find_if(steps.begin(), steps.end(), [this](const runbooks::Step &each) { return each.id == m_stageId; });
    return found == steps.end() ? nullptr : &*found;
}

void StageView::buildHead(QVBoxLayout *column, const session::Stage &stage)
{
    auto *top = new QHBoxLayout;
    top->setSpacing(gap);
    const bool numbered = stage.kind == session::StageKind::Step;
    const auto steps = m_run.runbook().steps.size();
    m_badge = new StatusBadge(lookOf(stage.status), this);
    if (numbered)
        column->addWidget(muted(tr("Step %1 of %2").arg(stage.id).arg(steps), this));
    top->addWidget(pageTitle(numbered ? visibleControls(stage.title) : items::stageLabel(stage), this), 1);
    top->addWidget(m_badge, 0, Qt::AlignTop);
    column->addLayout(top);
    if (stage.kind == session::StageKind::Prerequisites)
        column->addWidget(muted(tr("What must be true before the first step."), this));
    else if (stage.kind == session::StageKind::Verification)
        column->addWidget(muted(tr("The last hold point: what must be true before the run may end as passed."), this));
}

void StageView::buildCommands(QVBoxLayout *column, const QList<runbooks::Command> &commands)
{
    if (commands.isEmpty())
        return;
    auto *row = new QHBoxLayout;
    row->addWidget(heading(tr("Commands"), this), 1);
    m_runAll =
        button(tr("Run all"), QStringLiteral("runAllButton"), QStringLiteral("play-all"), ButtonRole::Primary, this);
    m_runAll->setToolTip(tr("Runs what is left in order and stops at the first command that fails or is dangerous"));
    connect(m_runAll, &QPushButton::clicked, this, &StageView::runStep);
    row->addWidget(m_runAll);
    column->addLayout(row);
    for (const runbooks::Command &command : commands) {
        m_commands += new CommandCard(m_run, command, m_stageId, this);
        column->addWidget(m_commands.last());
    }
}

void StageView::buildChecks(QVBoxLayout *column, const QList<runbooks::Check> &checks)
{
    if (checks.isEmpty())
        return;
    const bool automated = std::any_of(checks.begin(), checks.end(),
                                       [](const auto &check) { return check.kind == runbooks::CheckKind::Automated; });
    auto *row = new QHBoxLayout;
    row->addWidget(heading(tr("Hold point"), this), 1);
    if (automated) {
        m_runChecks = button(tr("Run all checks"), QStringLiteral("runChecksButton"), QStringLiteral("play-all"),
                             ButtonRole::Normal, this);
        connect(m_runChecks, &QPushButton::clicked, this, [this] { m_run.runChecks(); });
        row->addWidget(m_runChecks);
    }
    column->addSpacing(gap);
    column->addLayout(row);
    for (const runbooks::Check &check : checks) {
        m_checks += new CheckCard(m_run, check, m_stageId, this);
        column->addWidget(m_checks.last());
    }
}

void StageView::buildNotes(QVBoxLayout *column)
{
    column->addSpacing(gap);
    column->addWidget(heading(tr("Notes"), this));
    m_notes = body({}, this);
    m_notes->setObjectName(QStringLiteral("stageNotes"));
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_notes);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    m_note = new QLineEdit(this);
    m_note->setObjectName(QStringLiteral("noteField"));
    m_note->setPlaceholderText(tr("What you saw or did, for the record"));
    m_note->setAccessibleName(tr("Note for this step"));
    m_addNote =
        button(tr("Add note"), QStringLiteral("addNoteButton"), QStringLiteral("note"), ButtonRole::Normal, this);
    row->addWidget(m_note, 1);
    row->addWidget(m_addNote);
    column->addLayout(row);
    connect(m_note, &QLineEdit::returnPressed, this, &StageView::addNote);
    connect(m_addNote, &QPushButton::clicked, this, &StageView::addNote);
}

void StageView::addNote()
{
    const QString text = m_note->text().trimmed();
    if (text.isEmpty())
        return;
    m_run.note(text);
    m_note->clear();
}

void StageView::runStep()
{
    const session::Stage *stage = m_run.state().stage(m_stageId);
    if (!stage)
        return;
    const auto left = std::find_if(stage->commands.begin(), stage->commands.end(), [](const auto &command) {
        return command.status == session::CommandStatus::NotRun;
    });
    if (left == stage->commands.end())
        return;
    const runbooks::Step *found = step();
    const auto command = std::find_if(found->commands.begin(), found->commands.end(),
                                      [&](const runbooks::Command &each) { return each.id == left->id; });
    const bool needsClick = command != found->commands.end() && (!command->dangerous.isEmpty() || !command->approval.isEmpty() || command->guessed);
    if (needsClick)
        askCommand(left->id);
    else
        m_run.runAll();
}

void StageView::askCommand(const QString &commandId)
{
    for (CommandCard *card : std::as_const(m_commands)) {
        if (card->commandId() == commandId)
            card->ask();
    }
}

void StageView::verify()
{
    if (m_runChecks && m_runChecks->isEnabled()) {
        m_run.runChecks();
        return;
    }
    for (CheckCard *card : std::as_const(m_checks)) {
        if (card->focusFirstAnswer())
            return;
    }
}

/// Why the next of its commands cannot be sent; empty when it can.
QString StageView::whyNotRunAll(const session::Stage &stage) const
{
    if (stage.commandsDone())
        return tr("Every command has been run.");
    const auto left = std::find_if(stage.commands.begin(), stage.commands.end(), [](const auto &command) {
        return command.status == session::CommandStatus::NotRun;
    });
    if (left == stage.commands.end())
        return tr("Something failed: decide how to go on first.");
    const runbooks::Command *command = m_run.findCommand(left->id);
    return command ? whyNotRun(m_run, *command) : QString();
}

void StageView::refresh()
{
    const session::Stage *stage = m_run.state().stage(m_stageId);
    if (!stage || !m_badge)
        return;
    const bool current = m_run.state().currentStage() == stage;
    m_badge->setLook(lookOf(stage->status, stage->hasExceptions()));
    for (CommandCard *card : std::as_const(m_commands))
        card->refresh();
    for (CheckCard *card : std::as_const(m_checks))
        card->refresh();
    if (m_runAll) {
        const QString reason = whyNotRunAll(*stage);
        m_runAll->setEnabled(current && reason.isEmpty());
        m_runAll->setToolTip(reason.isEmpty()
                                 ? tr("Runs what is left in order and stops at the first command that fails or is dangerous")
                                 : reason);
    }
    if (m_runChecks)
        m_runChecks->setEnabled(current && m_run.allows(session::Event::ChecksStarted) && !stage->gateOpen());
    QStringList notes;
    for (const QString &note : stage->notes)
        notes += visibleControls(note);
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
    const bool writable = current && !m_run.state().isOver() && !m_run.isHalted();
    m_note->setEnabled(writable);
    m_addNote->setEnabled(writable);
}

} // namespace holdpoint::ui
