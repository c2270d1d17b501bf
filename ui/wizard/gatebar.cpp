// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/gatebar.h>

#include <ui/common/labels.h>
#include <ui/common/reasonform.h>
#include <ui/common/style.h>
#include <ui/wizard/reasons.h>

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

GateBar::GateBar(session::RunSession &run, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_pass(
          button(tr("Pass step"), QStringLiteral("passStepButton"), QStringLiteral("check"), ButtonRole::Primary, this))
    , m_skip(
          button(tr("Skip step…"), QStringLiteral("skipStepButton"), QStringLiteral("skip"), ButtonRole::Normal, this))
    , m_stop(button(tr("Stop run…"), QStringLiteral("stopRunButton"), QStringLiteral("stop"), ButtonRole::Normal, this))
    , m_interrupt(button(tr("Interrupt (Ctrl+C)"), QStringLiteral("interruptButton"), QStringLiteral("stop"),
                         ButtonRole::Normal, this))
    , m_giveUp(
          button(tr("Do not wait…"), QStringLiteral("giveUpButton"), QStringLiteral("stop"), ButtonRole::Normal, this))
    , m_why(muted({}, this))
    , m_skipForm(new ReasonForm(QStringLiteral("skipStep"),
                                {tr("Why may the rest of this step be left out?"),
                                 tr("Reason, as it will stand in the record"),
                                 tr("Skip the step"),
                                 {}},
                                this))
    , m_stopForm(new ReasonForm(QStringLiteral("stopRun"),
                                {tr("Why does the run end here? Nothing is undone by stopping."),
                                 tr("Reason, as it will stand in the record"),
                                 tr("Stop the run"),
                                 {}},
                                this))
    , m_giveUpForm(new ReasonForm(
          QStringLiteral("giveUp"),
          {tr("Its outcome will count as unknown; in tmux it may still go on. Why is it not waited for?"),
           tr("Reason, as it will stand in the record"),
           tr("Do not wait"),
           {}},
          this))
{
    setObjectName(QStringLiteral("gateBar"));
    m_why->setObjectName(QStringLiteral("whyNotPass"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(wideGap, gap + halfGap, wideGap, gap + halfGap);
    column->setSpacing(gap);
    column->addWidget(m_skipForm);
    column->addWidget(m_stopForm);
    column->addWidget(m_giveUpForm);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(m_stop);
    row->addWidget(m_skip);
    row->addWidget(m_interrupt);
    row->addWidget(m_giveUp);
    row->addWidget(m_why, 1);
    row->addWidget(m_pass);
    column->addLayout(row);
    m_why->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(m_pass, &QPushButton::clicked, this, [this] { m_run.passStage(); });
    connect(m_skip, &QPushButton::clicked, this, &GateBar::askSkip);
    connect(m_stop, &QPushButton::clicked, this, &GateBar::askStop);
    connect(m_interrupt, &QPushButton::clicked, this, [this] { m_run.interrupt(); });
    connect(m_giveUp, &QPushButton::clicked, m_giveUpForm, &ReasonForm::ask);
    connect(m_giveUpForm, &ReasonForm::confirmed, this,
            [this](const QString &reason) { m_run.giveUpLostShell(reason); });
    connect(m_skipForm, &ReasonForm::confirmed, this, [this](const QString &reason) { m_run.skipStage(reason); });
    connect(m_stopForm, &ReasonForm::confirmed, this, [this](const QString &reason) { m_run.stop(reason); });
    refresh();
}

void GateBar::refresh()
{
    const session::Phase phase = m_run.state().phase;
    setVisible(phase == session::Phase::Idle || phase == session::Phase::Running || phase == session::Phase::Checking);
    const QString reason = whyNotPass(m_run);
    m_pass->setEnabled(reason.isEmpty());
    m_why->setText(reason);
    m_why->setAccessibleName(reason);
    const bool last = m_run.state().current == m_run.state().stages.size() - 1;
    m_pass->setText(last ? tr("Pass and finish") : tr("Pass step"));
    m_skip->setEnabled(m_run.allows(last ? session::Event::SkipLastStage : session::Event::SkipStage));
    m_stop->setEnabled(m_run.allows(session::Event::Stop));
    const bool running = phase == session::Phase::Running;
    const bool lost = m_run.awaitsLostShell();
    m_interrupt->setVisible(running && !lost);
    m_giveUp->setVisible(lost);
    if (!lost)
        m_giveUpForm->hide();
    m_skip->setVisible(!running);
    m_stop->setVisible(!running);
}

void GateBar::askSkip()
{
    if (!m_skip->isEnabled())
        return;
    m_stopForm->hide();
    m_skipForm->ask();
}

void GateBar::askStop()
{
    if (!m_stop->isEnabled())
        return;
    m_skipForm->hide();
    m_stopForm->ask();
}

void GateBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(0, 0, width(), 1, palette().color(QPalette::Mid));
}

} // namespace holdpoint::ui
