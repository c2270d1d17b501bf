// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/ledger/runfilterbar.h>

#include <models/base/text.h>
#include <ui/common/flowlayout.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>

#include <QComboBox>
#include <QDateEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace holdpoint::ui {

namespace {

constexpr int anyTime = -1; ///< the data of the choices of time are days back; these two are none
constexpr int betweenDays = -2;
constexpr qsizetype widestChoice = 40; // characters

/// Fills in what there is to choose, after the first choice, which is for all.
void offer(QComboBox *choice, QMap<QString, QString> texts)
{
    const QSignalBlocker quiet(choice);
    const QString chosen = choice->currentData().toString();
    while (choice->count() > 1)
        choice->removeItem(1);
    for (auto text = texts.begin(); text != texts.end(); ++text)
        choice->addItem(elided(visibleControls(text.value()), widestChoice), text.key());
    choice->setCurrentIndex(qMax(0, choice->findData(chosen)));
}

} // namespace

RunFilterBar::RunFilterBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("runFilterBar"));
    auto *row = new FlowLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    m_time = addChoice("filterTime", tr("Begun when"));
    m_from = addDay("filterFrom", tr("Begun on this day or later"));
    m_to = addDay("filterTo", tr("Begun on this day or earlier"));
    m_operator = addChoice("filterOperator", tr("Operator"));
    m_runbook = addChoice("filterRunbook", tr("Runbook"));
    m_host = addChoice("filterHost", tr("Host"));
    m_verdict = addChoice("filterVerdict", tr("Result"));
    m_clear = button(tr("Show all runs"), QStringLiteral("filterClear"), {}, ButtonRole::Normal, this);
    row->addWidget(m_clear);
    m_time->addItem(tr("Any time"), anyTime);
    m_time->addItem(tr("Today"), 0);
    m_time->addItem(tr("Last 7 days"), 6);
    m_time->addItem(tr("Last 30 days"), 29);
    m_time->addItem(tr("Last 12 months"), 364);
    m_time->addItem(tr("Between two days"), betweenDays);
    m_operator->addItem(tr("Every operator"));
    m_runbook->addItem(tr("Every runbook"));
    m_host->addItem(tr("Every host"));
    m_verdict->addItem(tr("Every result"));
    m_verdict->addItem(tr("Passed"), QStringLiteral("passed"));
    m_verdict->addItem(tr("Passed with exceptions"), QStringLiteral("passed with exceptions"));
    m_verdict->addItem(tr("Stopped"), QStringLiteral("stopped"));
    m_verdict->addItem(tr("Open"), QStringLiteral("open"));
    connect(m_clear, &QPushButton::clicked, this, &RunFilterBar::clear);
    announce();
}

QComboBox *RunFilterBar::addChoice(const char *objectName, const QString &accessibleName)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(QLatin1String(objectName));
    choice->setAccessibleName(accessibleName);
    choice->setToolTip(accessibleName);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    layout()->addWidget(choice);
    connect(choice, &QComboBox::currentIndexChanged, this, &RunFilterBar::announce);
    return choice;
}

QDateEdit *RunFilterBar::addDay(const char *objectName, const QString &accessibleName)
{
    auto *day = new QDateEdit(QDate::currentDate(), this);
    day->setObjectName(QLatin1String(objectName));
    day->setAccessibleName(accessibleName);
    day->setToolTip(accessibleName);
    day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    layout()->addWidget(day);
    connect(day, &QDateEdit::dateChanged, this, &RunFilterBar::announce);
    return day;
}

void RunFilterBar::announce()
{
    const bool isBetween = m_time->currentData() == betweenDays;
    m_from->setVisible(isBetween);
    m_to->setVisible(isBetween);
    m_clear->setEnabled(!filter().isEmpty());
    emit changed();
}

void RunFilterBar::setRuns(const QList<session::RunState> &runs)
{
    QMap<QString, QString> operators;
    QMap<QString, QString> runbooks;
    QMap<QString, QString> hosts;
    for (const session::RunState &run : runs) {
        operators.insert(run.operatorName, run.operatorName);
        runbooks.insert(run.runbookId, QStringLiteral("%1 %2").arg(run.runbookId, run.runbookTitle));
        for (const session::HostRecord &host : run.hosts) {
            hosts.insert(host.role, host.role);
            hosts.insert(host.address, host.address);
        }
    }
    offer(m_operator, operators);
    offer(m_runbook, runbooks);
    offer(m_host, hosts);
    announce();
}

void RunFilterBar::clear()
{
    for (QComboBox *choice : {m_time, m_operator, m_runbook, m_host, m_verdict}) {
        const QSignalBlocker quiet(choice);
        choice->setCurrentIndex(0);
    }
    announce();
}

audit::RunFilter RunFilterBar::filter() const
{
    const int back = m_time->currentData().toInt();
    const QDate today = QDate::currentDate();
    const bool isBetween = back == betweenDays;
    const QDate from = isBetween ? m_from->date() : back == anyTime ? QDate() : today.addDays(-back);
    return {.since = from.isValid() ? from.startOfDay() : QDateTime(),
            .until = isBetween ? m_to->date().addDays(1).startOfDay() : QDateTime(),
            .operatorName = m_operator->currentData().toString(),
            .runbook = m_runbook->currentData().toString(),
            .host = m_host->currentData().toString(),
            .verdict = m_verdict->currentData().toString()};
}

} // namespace holdpoint::ui
