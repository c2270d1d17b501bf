// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/runbookpreview.h>

#include <models/base/text.h>
#include <models/items/runbooklistmodel.h>
#include <ui/common/card.h>
#include <ui/common/fittedtext.h>
#include <ui/common/flowlayout.h>
#include <ui/common/labels.h>
#include <ui/common/statusbadge.h>

#include <QVBoxLayout>

#include <algorithm>

namespace holdpoint::ui {

RunbookPreview::RunbookPreview(const runbooks::Document &document, const runbooks::Runbook &runbook, QWidget *parent)
    : QWidget(parent)
    , m_runbook(runbook)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("runbookPreview"));
    m_column->setContentsMargins(pageMargin, wideGap, pageMargin, pageMargin);
    m_column->setSpacing(gap + halfGap);
    addHead(document);
    addProse({}, runbook.purpose);
    addChecks(tr("Prerequisites"), runbook.prerequisites, m_column);
    if (!runbook.steps.isEmpty()) {
        m_column->addSpacing(gap);
        m_column->addWidget(heading(tr("Steps"), this));
    }
    for (const runbooks::Step &step : runbook.steps)
        addStep(step);
    addChecks(tr("Verification"), runbook.checks, m_column);
    if (runbook.rollback)
        addRollback(*runbook.rollback);
    addEscalation(runbook.escalation);
    addProse(tr("Notes"), runbook.notes);
    m_column->addStretch();
}

void RunbookPreview::addHead(const runbooks::Document &document)
{
    m_column->addWidget(muted(visibleControls(items::sectionOf(document, m_runbook)), this));
    m_column->addWidget(pageTitle(visibleControls(QStringLiteral("%1 %2").arg(m_runbook.id, m_runbook.title)), this));
    auto *row = new FlowLayout;
    if (!m_runbook.severity.isEmpty())
        row->addWidget(new StatusBadge(lookOfSeverity(m_runbook.severity), this));
    if (!m_runbook.version.isEmpty())
        row->addWidget(new StatusBadge(
            {tr("Version %1").arg(visibleControls(m_runbook.version)), QStringLiteral("flag"), Tone::Neutral}, this));
    const auto inferred =
        std::count_if(m_runbook.parameters.begin(), m_runbook.parameters.end(),
                      [](const auto &parameter) { return parameter.origin == runbooks::Origin::Inferred; });
    if (inferred > 0)
        row->addWidget(new StatusBadge(
            {tr("Inferred parameters: %1").arg(inferred), QStringLiteral("question"), Tone::Neutral}, this));
    if (row->count() > 0)
        m_column->addLayout(row);
    else
        delete row;
}

void RunbookPreview::addProse(const QString &title, const QString &markdown)
{
    if (markdown.trimmed().isEmpty())
        return;
    if (!title.isEmpty()) {
        m_column->addSpacing(gap);
        m_column->addWidget(heading(title, this));
    }
    auto *prose = new FittedText(title.isEmpty() ? tr("Purpose") : title, this);
    prose->showMarkdown(markdown);
    m_column->addWidget(prose);
}

void RunbookPreview::addChecks(const QString &title, const QList<runbooks::Check> &checks, QVBoxLayout *column)
{
    if (checks.isEmpty())
        return;
    column->addSpacing(gap);
    column->addWidget(heading(title, this));
    auto *card = new Card(this);
    for (const runbooks::Check &check : checks) {
        const bool automated = check.kind == runbooks::CheckKind::Automated;
        auto *row = new QHBoxLayout;
        row->setSpacing(gap);
        row->addWidget(body(visibleControls(check.text), card), 1);
        row->addWidget(new StatusBadge(automated
                                           ? Look{tr("Checked by Holdpoint"), QStringLiteral("shield"), Tone::Info}
                                           : Look{tr("Answered by a person"), QStringLiteral("user"), Tone::Neutral},
                                       card),
                       0, Qt::AlignTop);
        card->content()->addLayout(row);
        if (check.command)
            addCommands({*check.command}, card->content(), card);
    }
    column->addWidget(card);
}

void RunbookPreview::addStep(const runbooks::Step &step)
{
    if (m_runbook.hasGroups() && step.group != m_group && !step.group.isEmpty())
        m_column->addWidget(heading(visibleControls(step.group), this));
    m_group = step.group;
    auto *card = new Card(this);
    card->content()->addWidget(heading(visibleControls(QStringLiteral("%1. %2").arg(step.id, step.title)), card));
    if (!step.instructions.trimmed().isEmpty()) {
        auto *prose = new FittedText(tr("Instructions of step %1").arg(step.id), card);
        prose->showMarkdown(step.instructions);
        card->content()->addWidget(prose);
    }
    addCommands(step.commands, card->content(), card);
    for (const runbooks::Check &check : step.checks)
        card->content()->addWidget(muted(tr("Hold point: %1").arg(visibleControls(check.text)), card));
    if (step.rollback)
        card->content()->addWidget(muted(tr("Can be rolled back"), card));
    m_column->addWidget(card);
}

void RunbookPreview::addCommands(const QList<runbooks::Command> &commands, QVBoxLayout *column, QWidget *parent)
{
    for (const runbooks::Command &command : commands) {
        if (!command.caption.isEmpty())
            column->addWidget(muted(visibleControls(command.caption.simplified()), parent));
        auto *text = new FittedText(tr("Command %1").arg(command.id), parent);
        text->showCommand(runbooks::unresolved(m_runbook, command));
        column->addWidget(text);
        if (!command.dangerous.isEmpty()) {
            auto *badge = new StatusBadge({tr("Dangerous"), QStringLiteral("warning"), Tone::Danger}, parent);
            badge->setToolTip(visibleControls(command.dangerous));
            column->addWidget(badge);
        }
    }
}

void RunbookPreview::addRollback(const runbooks::Rollback &rollback)
{
    m_column->addSpacing(gap);
    m_column->addWidget(heading(tr("Rollback"), this));
    auto *card = new Card(this);
    card->content()->addWidget(muted(reversibilityWord(rollback.reversibility), card));
    if (!rollback.text.trimmed().isEmpty()) {
        auto *prose = new FittedText(tr("Rollback"), card);
        prose->showMarkdown(rollback.text);
        card->content()->addWidget(prose);
    }
    addCommands(rollback.commands, card->content(), card);
    m_column->addWidget(card);
}

void RunbookPreview::addEscalation(const QList<runbooks::EscalationRule> &rules)
{
    if (rules.isEmpty())
        return;
    m_column->addSpacing(gap);
    m_column->addWidget(heading(tr("Escalation"), this));
    for (const runbooks::EscalationRule &rule : rules)
        m_column->addWidget(body(visibleControls(rule.text), this));
}

} // namespace holdpoint::ui
