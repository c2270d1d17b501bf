// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/decisionbar.h>

#include <models/base/text.h>
#include <ui/common/flowlayout.h>
#include <ui/common/labels.h>
#include <ui/common/reasonform.h>
#include <ui/common/style.h>
#include <ui/wizard/reasons.h>

#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

DecisionBar::DecisionBar(session::RunSession &run, QWidget *parent)
    : Card(parent)
    , m_run(run)
    , m_what(body({}, this))
    , m_advice(muted({}, this))
    , m_retry(button(tr("Retry"), QStringLiteral("decideRetry"), QStringLiteral("refresh"), ButtonRole::Normal, this))
    , m_rollback(
          button(tr("Roll back…"), QStringLiteral("decideRollback"), QStringLiteral("undo"), ButtonRole::Normal, this))
    , m_goBack(button({}, QStringLiteral("decideGoBack"), QStringLiteral("undo"), ButtonRole::Primary, this))
    , m_again(new ReasonForm(QStringLiteral("decideAgain"),
                             {tr("Why is it right to run this command once more?"),
                              tr("Reason, as it will stand in the record"),
                              tr("Run it again"),
                              tr("Who agrees: you, or the second person it needs")},
                             this))
    , m_skip(new ReasonForm(
          QStringLiteral("decideSkip"),
          {tr("Why may this be left out?"), tr("Reason, as it will stand in the record"), tr("Skip it"), {}}, this))
    , m_stop(new ReasonForm(QStringLiteral("decideStop"),
                            {tr("Why does the run end here? Nothing is undone by stopping."),
                             tr("Reason, as it will stand in the record"),
                             tr("Stop the run"),
                             {}},
                            this))
{
    setObjectName(QStringLiteral("decisionBar"));
    setTone(Tone::Danger);
    build();
    connect(m_skip, &ReasonForm::confirmed, this, [this](const QString &reason) { m_run.skip(reason); });
    connect(m_stop, &ReasonForm::confirmed, this, [this](const QString &reason) { m_run.stop(reason); });
    refresh();
}

void DecisionBar::build()
{
    m_what->setObjectName(QStringLiteral("decisionWhat"));
    content()->addWidget(heading(tr("Decide how to go on"), this));
    content()->addWidget(m_what);
    content()->addWidget(m_advice);
    auto *skip = button(tr("Skip with a reason…"), QStringLiteral("decideSkip"), QStringLiteral("skip"),
                        ButtonRole::Normal, this);
    auto *escalate =
        button(tr("Escalate…"), QStringLiteral("decideEscalate"), QStringLiteral("phone"), ButtonRole::Normal, this);
    auto *stop =
        button(tr("Stop the run…"), QStringLiteral("decideStop"), QStringLiteral("stop"), ButtonRole::Danger, this);
    auto *row = new FlowLayout;
    for (QPushButton *each : {m_goBack, m_retry, skip, m_rollback, escalate, stop})
        row->addWidget(each);
    content()->addLayout(row);
    content()->addWidget(m_again);
    content()->addWidget(m_skip);
    content()->addWidget(m_stop);
    connect(m_retry, &QPushButton::clicked, this, &DecisionBar::retry);
    connect(m_again, &ReasonForm::confirmed, this,
            [this](const QString &reason, const QString &who) { m_run.retry(reason, who); });
    connect(m_goBack, &QPushButton::clicked, this, [this] { m_run.goBack(); });
    connect(skip, &QPushButton::clicked, this, &DecisionBar::askSkip);
    connect(m_rollback, &QPushButton::clicked, this, [this] { m_run.openRollback(); });
    connect(escalate, &QPushButton::clicked, this, &DecisionBar::escalateWanted);
    connect(stop, &QPushButton::clicked, this, &DecisionBar::askStop);
}

void DecisionBar::refresh()
{
    const session::RunState &state = m_run.state();
    setVisible(state.phase == session::Phase::Deciding);
    m_what->setText(state.failure ? visibleControls(state.failure->what) : QString());
    m_advice->setText(state.failure && state.failure->outcomeUnknown
                          ? tr("Nobody knows whether the command took effect, and it is not sent again by itself. Look "
                               "at the host before you choose.")
                          : tr("The run waits until you choose. Your choice and its reason are recorded."));
    const QString why = whyNotRetry();
    m_retry->setEnabled(why.isEmpty());
    m_retry->setToolTip(why);
    const session::Stage *undone = m_run.undoneStage();
    m_goBack->setVisible(undone != nullptr);
    if (undone)
        m_goBack->setText(tr("Do step %1 again").arg(undone->id));
    m_rollback->setEnabled(m_run.allows(session::Event::StartRollback) && !state.undo.isEmpty());
    m_rollback->setToolTip(state.undo.isEmpty() ? tr("Nothing that ran has a rollback.") : QString());
}

const runbooks::Command *DecisionBar::failedCommand() const
{
    const auto &failure = m_run.state().failure;
    return failure ? m_run.findCommand(failure->subjectId) : nullptr;
}

/// A retry that cannot be sent would lose the decision it answers.
QString DecisionBar::whyNotRetry() const
{
    if (!m_run.state().failure || m_run.state().failure->subjectId.isEmpty())
        return tr("Nothing failed that could be tried again.");
    const runbooks::Command *command = failedCommand();
    return command ? whyNotSend(m_run, *command) : QString();
}

void DecisionBar::retry()
{
    const runbooks::Command *command = failedCommand();
    if (command && !(command->dangerous.isEmpty() && command->approval.isEmpty()))
        showOnly(m_again);
    else
        m_run.retry();
}

void DecisionBar::showOnly(ReasonForm *form)
{
    for (ReasonForm *each : {m_again, m_skip, m_stop})
        each->hide();
    form->ask();
}

void DecisionBar::askSkip() { showOnly(m_skip); }

void DecisionBar::askStop() { showOnly(m_stop); }

} // namespace holdpoint::ui
