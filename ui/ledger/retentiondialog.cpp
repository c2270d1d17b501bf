// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/ledger/retentiondialog.h>

#include <models/base/text.h>
#include <models/base/whenfinished.h>
#include <models/retention/retentionwords.h>
#include <ui/common/describe.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>

#include <QPushButton>
#include <QScrollArea>
#include <QtConcurrent>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {

constexpr qsizetype mostLines = 200; ///< of what is due, that a person might read

} // namespace

RetentionDialog::RetentionDialog(ledger::Ledger &ledger, const Clock &clock, const QString &operatorName,
                                 const QString &rulesFile, QWidget *parent)
    : QDialog(parent)
    , m_retention(ledger, clock, operatorName)
    , m_rulesFile(rulesFile)
    , m_rules(body(tr("Reading the rules…"), this))
    , m_due(body({}, this))
    , m_outcome(body({}, this))
    , m_amount(body({}, this))
    , m_question(buildQuestion())
    , m_erase(button(tr("Erase now…"), QStringLiteral("retentionErase"), {}, ButtonRole::Normal, this))
{
    setObjectName(QStringLiteral("retentionDialog"));
    setWindowTitle(tr("Retention"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_rules->setObjectName(QStringLiteral("retentionRules"));
    m_due->setObjectName(QStringLiteral("retentionDue"));
    m_outcome->setObjectName(QStringLiteral("retentionOutcome"));
    m_outcome->hide();
    m_erase->setEnabled(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, wideGap);
    column->setSpacing(gap);
    column->addWidget(heading(tr("The rules"), this));
    column->addWidget(m_rules);
    column->addWidget(heading(tr("Due now"), this));
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("What is due now"));
    m_due->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    scroll->setWidget(m_due);
    column->addWidget(scroll, 1);
    column->addWidget(m_outcome);
    column->addWidget(muted(retention::limitWords(), this));
    column->addWidget(m_question);
    auto *close = button(tr("Close"), QStringLiteral("retentionClose"), {}, ButtonRole::Normal, this);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addStretch();
    row->addWidget(m_erase);
    row->addWidget(close);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_erase, &QPushButton::clicked, this, [this] {
        m_erase->setEnabled(false);
        m_question->show();
    });
    resize(720, 460);
    close->setDefault(true);
    readRules();
}

QWidget *RetentionDialog::buildQuestion()
{
    auto *question = new QWidget(this);
    auto *row = new QHBoxLayout(question);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    m_amount->setObjectName(QStringLiteral("retentionAmount"));
    auto *confirm = button(tr("Erase for good"), QStringLiteral("retentionConfirm"), {}, ButtonRole::Danger, question);
    auto *keep = button(tr("Keep them"), QStringLiteral("retentionKeep"), {}, ButtonRole::Normal, question);
    row->addWidget(m_amount, 1);
    row->addWidget(confirm);
    row->addWidget(keep);
    connect(confirm, &QPushButton::clicked, this, &RetentionDialog::erase);
    connect(keep, &QPushButton::clicked, this, [this] {
        m_question->hide();
        m_erase->setEnabled(true);
    });
    question->hide();
    return question;
}

void RetentionDialog::readRules()
{
    whenFinished(QtConcurrent::run([path = m_rulesFile] { return retention::loadRules(path); }), this,
                 [this](const Result<retention::Rules> &rules) { showRules(rules); });
}

void RetentionDialog::showRules(const Result<retention::Rules> &rules)
{
    if (!rules) {
        m_rules->setText(rules.error().kind == ErrorKind::NotFound
                             ? tr("There are none, so nothing is ever erased. Rules stand in %1; the manual page of "
                                  "holdpoint-cli has their form.")
                                   .arg(visibleControls(m_rulesFile))
                             : describe(rules.error()));
        return;
    }
    QStringList lines;
    for (const retention::Rule &rule : rules->rules)
        lines.append(tr("%1: %2.", "name of a rule, and what it says").arg(rule.name, retention::ruleWords(rule)));
    lines.append(rules->apply == retention::Rules::Apply::AtStart
                     ? tr("They are applied each time the window opens.")
                     : tr("They are applied here, or by “holdpoint-cli ledger retain”, and not by themselves."));
    m_rules->setText(lines.join(u'\n'));
    whenFinished(m_retention.planByRules(*rules), this,
                 [this](const Result<retention::Plan> &plan) { showPlan(plan); });
}

void RetentionDialog::showPlan(const Result<retention::Plan> &plan)
{
    if (!plan) {
        m_due->setText(describe(plan.error()));
        return;
    }
    m_plan = *plan;
    QStringList lines;
    for (const retention::Due &due : m_plan.due.first(qMin(mostLines, m_plan.due.size()))) {
        lines.append(tr("%1, over since %2: %3 (%4)", "runbook, date, amount, rule")
                         .arg(visibleControls(due.subject),
                              due.since.toLocalTime().toString(QStringLiteral("yyyy-MM-dd")),
                              retention::amountWords(due.attachments, due.bytes), due.erasure.rule));
    }
    if (m_plan.due.size() > mostLines)
        lines.append(tr("and %1 more", "lines").arg(m_plan.due.size() - mostLines));
    if (m_plan.due.isEmpty())
        lines.append(tr("Nothing."));
    if (m_plan.openRuns > 0)
        lines.append(tr("Runs that are not over, and are left alone: %1.").arg(m_plan.openRuns));
    m_due->setText(lines.join(u'\n'));
    m_amount->setText(
        tr("%1 will be gone for good.").arg(retention::amountWords(m_plan.attachments(), m_plan.bytes())));
    m_erase->setEnabled(!m_plan.due.isEmpty());
}

void RetentionDialog::erase()
{
    m_question->hide();
    m_outcome->setText(tr("Erasing…"));
    m_outcome->show();
    whenFinished(m_retention.erase(m_plan), this, [this](const Result<ledger::Erased> &erased) { showErased(erased); });
}

void RetentionDialog::showErased(const Result<ledger::Erased> &erased)
{
    if (!erased) {
        m_outcome->setText(describe(erased.error()));
        return;
    }
    QString text = tr("Erased: %1.").arg(retention::amountWords(erased->attachments, erased->bytes));
    if (!erased->remainder.isEmpty())
        text += u' '
                + tr("Traces may be left in unused parts of the file until the next erasure: %1")
                      .arg(visibleControls(erased->remainder));
    m_outcome->setText(text);
    readRules();
}

} // namespace holdpoint::ui
