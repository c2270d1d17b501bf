// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/checkcard.h>

#include <models/base/text.h>
#include <models/items/timetext.h>
#include <ui/common/fittedtext.h>
#include <ui/common/labels.h>
#include <ui/common/reasonform.h>
#include <ui/common/statusbadge.h>
#include <ui/common/style.h>
#include <ui/wizard/reasons.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace holdpoint::ui {

CheckCard::CheckCard(session::RunSession &run, runbooks::Check check, QString stageId, QWidget *parent)
    : Card(parent)
    , m_run(run)
    , m_check(std::move(check))
    , m_stageId(std::move(stageId))
    , m_badge(new StatusBadge(lookOf(session::Verdict::Unanswered), this))
    , m_evidence(muted({}, this))
    , m_waive(new ReasonForm(QStringLiteral("waive_%1").arg(m_check.id),
                             {tr("Who waives this check, and why?"), tr("Reason, as it will stand in the record"),
                              tr("Waive it"), tr("Name")},
                             this))
{
    setObjectName(QStringLiteral("checkCard_%1").arg(m_check.id));
    buildHead();
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    if (m_check.kind == runbooks::CheckKind::Automated)
        buildAutomated(row);
    else
        buildManual(row);
    auto *waive = button(tr("Waive…"), QStringLiteral("waive_%1").arg(m_check.id), {}, ButtonRole::Normal, this);
    waive->setAccessibleName(tr("Waive check %1").arg(m_check.id));
    m_buttons += waive;
    row->addWidget(waive);
    row->addStretch();
    content()->addLayout(row);
    content()->addWidget(m_waive);
    connect(waive, &QPushButton::clicked, m_waive, &ReasonForm::ask);
    connect(m_waive, &ReasonForm::confirmed, this,
            [this](const QString &reason, const QString &who) { m_run.waive(m_check.id, reason, who); });
    refresh();
}

void CheckCard::buildHead()
{
    auto *top = new QHBoxLayout;
    top->setSpacing(gap);
    QLabel *text = body(visibleControls(m_check.text), this);
    text->setObjectName(QStringLiteral("checkText_%1").arg(m_check.id));
    top->addWidget(text, 1);
    top->addWidget(m_badge, 0, Qt::AlignTop);
    content()->addLayout(top);
    if (m_check.command) {
        auto *command = new FittedText(tr("Command of check %1").arg(m_check.id), this);
        // As the author wrote it: the line that asks is made of it when the check runs.
        const auto resolved = runbooks::resolve(m_run.runbook(), *m_check.command, m_run.state().values);
        command->showCommand(resolved ? *resolved : runbooks::unresolved(m_run.runbook(), *m_check.command));
        content()->addWidget(command);
    }
    content()->addWidget(m_evidence);
}

void CheckCard::buildAutomated(QHBoxLayout *row)
{
    auto *run = button(tr("Run check"), QStringLiteral("runCheck_%1").arg(m_check.id), QStringLiteral("play"),
                       ButtonRole::Normal, this);
    run->setAccessibleName(tr("Run check %1").arg(m_check.id));
    m_buttons += run;
    connect(run, &QPushButton::clicked, this, [this] { m_run.runCheck(m_check.id); });
    m_output = new FittedText(tr("Output of check %1").arg(m_check.id), this);
    m_output->hide();
    content()->addWidget(m_output);
    m_outputToggle =
        button(tr("Show output"), QStringLiteral("checkOutput_%1").arg(m_check.id), {}, ButtonRole::Normal, this);
    m_outputToggle->setCheckable(true);
    connect(m_outputToggle, &QPushButton::toggled, m_output, &QWidget::setVisible);
    row->addWidget(run);
    row->addWidget(m_outputToggle);
}

void CheckCard::buildManual(QHBoxLayout *row)
{
    m_note = new QLineEdit(this);
    m_note->setObjectName(QStringLiteral("checkNote_%1").arg(m_check.id));
    m_note->setPlaceholderText(tr("What you saw (optional)"));
    m_note->setAccessibleName(tr("Note for check %1").arg(m_check.id));
    content()->addWidget(m_note);
    const auto add = [&](const QString &text, const QString &name, const QString &iconName, session::Verdict verdict) {
        auto *made = button(text, QStringLiteral("%1_%2").arg(name, m_check.id), iconName, ButtonRole::Normal, this);
        made->setAccessibleName(tr("%1: check %2", "an answer and the check it answers").arg(text, m_check.id));
        connect(made, &QPushButton::clicked, this, [this, verdict] { answer(verdict); });
        m_buttons += made;
        row->addWidget(made);
    };
    add(tr("Pass"), QStringLiteral("pass"), QStringLiteral("check"), session::Verdict::Passed);
    add(tr("Fail"), QStringLiteral("fail"), QStringLiteral("cross"), session::Verdict::Failed);
    add(tr("Not applicable"), QStringLiteral("notApplicable"), {}, session::Verdict::NotApplicable);
}

void CheckCard::answer(session::Verdict verdict) { m_run.answer(m_check.id, verdict, m_note->text().trimmed()); }

bool CheckCard::focusFirstAnswer()
{
    const session::Stage *stage = m_run.state().stage(m_stageId);
    const session::CheckRecord *record = stage ? stage->check(m_check.id) : nullptr;
    if (!m_note || !m_note->isEnabled() || !record || record->opensGate())
        return false;
    m_note->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void CheckCard::refresh()
{
    const session::Stage *stage = m_run.state().stage(m_stageId);
    const session::CheckRecord *record = stage ? stage->check(m_check.id) : nullptr;
    if (!record)
        return;
    m_badge->setLook(lookOf(record->verdict));
    setTone(lookOf(record->verdict).tone);
    const QString reason = whyNotCheck(m_run, m_stageId, m_check);
    for (QPushButton *each : std::as_const(m_buttons)) {
        each->setEnabled(reason.isEmpty());
        each->setToolTip(reason);
    }
    if (m_note)
        m_note->setEnabled(reason.isEmpty());
    showEvidence(*record);
}

void CheckCard::showEvidence(const session::CheckRecord &record)
{
    const session::Evidence &evidence = record.evidence;
    QStringList parts;
    if (!evidence.explanation.isEmpty())
        parts += visibleControls(evidence.explanation);
    if (!evidence.note.isEmpty())
        parts += tr("“%1”").arg(visibleControls(evidence.note));
    if (evidence.source != session::EvidenceSource::None)
        parts += tr("Evidence: %1").arg(evidenceSourceWord(evidence.source));
    if (!evidence.by.isEmpty())
        parts += tr("by %1").arg(visibleControls(evidence.by));
    if (record.utc.isValid())
        parts += items::localTime(record.utc);
    m_evidence->setText(parts.join(QStringLiteral(" · ")));
    m_evidence->setVisible(!parts.isEmpty());
    if (m_output) {
        m_outputToggle->setVisible(!evidence.output.isEmpty());
        if (m_output->shownText() != evidence.output)
            m_output->showOutput(evidence.output);
    }
}

} // namespace holdpoint::ui
