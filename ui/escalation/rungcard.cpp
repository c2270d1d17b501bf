// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/escalation/rungcard.h>

#include <models/base/text.h>
#include <models/items/timetext.h>
#include <ui/common/flowlayout.h>
#include <ui/common/labels.h>
#include <ui/common/statusbadge.h>
#include <ui/common/style.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace holdpoint::ui {

namespace {

using escalation::Outcome;

constexpr std::array outcomes{Outcome::Called, Outcome::NoAnswer, Outcome::LeftMessage, Outcome::Reached,
                              Outcome::Declined};

} // namespace

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Called: return RungCard::tr("Called");
    case Outcome::NoAnswer: return RungCard::tr("No answer");
    case Outcome::LeftMessage: return RungCard::tr("Left message");
    case Outcome::Reached: return RungCard::tr("Reached");
    case Outcome::Declined: return RungCard::tr("Declined");
    }
    return {};
}

RungCard::RungCard(int rung, escalation::Rung what, QWidget *parent)
    : Card(parent)
    , m_rung(rung)
    , m_what(std::move(what))
    , m_badge(new StatusBadge({tr("Waiting"), QStringLiteral("clock"), Tone::Neutral}, this))
    , m_countdown(oneLine({}, this))
    , m_attempts(body({}, this))
    , m_late(button(tr("Record an answer…"), QStringLiteral("recordLate_%1").arg(rung), {}, ButtonRole::Normal, this))
    , m_records(new QWidget(this))
    , m_note(new QLineEdit(m_records))
{
    setObjectName(QStringLiteral("rungCard_%1").arg(rung));
    m_countdown->setObjectName(QStringLiteral("countdown_%1").arg(rung));
    auto *top = new QHBoxLayout;
    top->setSpacing(gap);
    top->addWidget(heading(visibleControls(m_what.label), this), 1);
    top->addWidget(m_badge);
    content()->addLayout(top);
    content()->addWidget(m_countdown);
    content()->addWidget(body(visibleControls(m_what.action), this));
    buildWhom();
    content()->addWidget(m_attempts);
    content()->addWidget(m_late, 0, Qt::AlignLeft);
    buildRecords();
    content()->addWidget(m_records);
    m_late->setCheckable(true);
    m_late->setAccessibleName(tr("Record an answer for %1").arg(m_what.label));
    connect(m_late, &QPushButton::toggled, m_records, &QWidget::setVisible);
}

void RungCard::buildWhom()
{
    QStringList ways;
    for (const QString &way : {m_what.contactName, m_what.phone, m_what.email, m_what.method}) {
        if (!way.isEmpty())
            ways += visibleControls(way);
    }
    if (!ways.isEmpty()) {
        QLabel *whom = muted(ways.join(QStringLiteral(" · ")), this);
        whom->setTextInteractionFlags(Qt::TextSelectableByMouse);
        content()->addWidget(whom);
    }
    if (m_what.phone.isEmpty() && m_what.email.isEmpty())
        content()->addWidget(muted(tr("The documents name no number or address for this rung."), this));
    if (m_what.phone.isEmpty())
        return;
    auto *row = new FlowLayout;
    auto *call =
        button(tr("Call"), QStringLiteral("call_%1").arg(m_rung), QStringLiteral("phone"), ButtonRole::Normal, this);
    call->setAccessibleName(tr("Call %1").arg(m_what.contactName));
    auto *copy = button(tr("Copy number"), QStringLiteral("copyPhone_%1").arg(m_rung), QStringLiteral("copy"),
                        ButtonRole::Normal, this);
    row->addWidget(call);
    row->addWidget(copy);
    content()->addLayout(row);
    connect(call, &QPushButton::clicked, this, [this] { emit callWanted(m_what.phone); });
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_what.phone); });
}

void RungCard::buildRecords()
{
    auto *column = new QVBoxLayout(m_records);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    m_note->setObjectName(QStringLiteral("rungNote_%1").arg(m_rung));
    m_note->setPlaceholderText(tr("Note (optional)"));
    m_note->setAccessibleName(tr("Note for %1").arg(m_what.label));
    column->addWidget(m_note);
    auto *row = new FlowLayout;
    for (std::size_t index = 0; index < outcomes.size(); ++index) {
        const Outcome outcome = outcomes[index];
        const int key = int(index) + 1;
        auto *record = button(tr("%1 %2", "a key and what it records").arg(key).arg(outcomeWord(outcome)),
                              QStringLiteral("record_%1_%2").arg(m_rung).arg(key), {}, ButtonRole::Normal, m_records);
        connect(record, &QPushButton::clicked, this, [this, outcome] { recordOutcome(outcome); });
        row->addWidget(record);
    }
    column->addLayout(row);
}

void RungCard::recordOutcome(Outcome outcome)
{
    const QString contact = m_what.contactName.isEmpty() ? m_what.action : m_what.contactName;
    emit recordWanted(m_rung, contact, outcome, m_note->text().trimmed());
    m_note->clear();
    m_late->setChecked(false);
}

void RungCard::focusRecords()
{
    findChild<QPushButton *>(QStringLiteral("record_%1_1").arg(m_rung))->setFocus(Qt::ShortcutFocusReason);
}

void RungCard::refresh(const escalation::Escalation &escalation, const Clock &clock)
{
    const bool running = escalation.state == escalation::Escalation::State::Running;
    m_active = running && escalation.currentRung(clock) == m_rung;
    const bool past = running && !m_active && escalation.remainingMs(m_rung, clock) <= 0;
    m_late->setVisible(past);
    m_records->setVisible(m_active || (past && m_late->isChecked()));
    QStringList attempts;
    for (const escalation::Attempt &attempt : escalation.attempts) {
        if (attempt.rung != m_rung)
            continue;
        const QString line = tr("%1 %2, %3 (by %4)")
                                 .arg(items::localTime(attempt.utc), outcomeWord(attempt.outcome),
                                      visibleControls(attempt.contact), visibleControls(attempt.by));
        attempts += attempt.note.isEmpty() ? line : tr("%1: %2").arg(line, visibleControls(attempt.note));
    }
    m_attempts->setText(attempts.join(QLatin1Char('\n')));
    m_attempts->setVisible(!attempts.isEmpty());
    setTone(m_active ? Tone::Danger : Tone::Neutral);
    if (!running) {
        m_countdown->setText(escalation.state == escalation::Escalation::State::Idle
                                 ? tr("after %1").arg(items::clockText(m_what.delay.count()))
                                 : QString());
        m_badge->hide();
        m_countdown->setVisible(!m_countdown->text().isEmpty());
        return;
    }
    m_countdown->show();
    const qint64 remaining = escalation.remainingMs(m_rung, clock);
    const QString span = items::clockText(remaining);
    m_countdown->setText(remaining > 0 ? tr("in %1").arg(span) : tr("overdue by %1").arg(span));
    m_countdown->setToolTip(items::localAndUtc(escalation.dueUtc(m_rung)));
    m_badge->setLook(m_active             ? Look{tr("Now"), QStringLiteral("phone"), Tone::Danger}
                     : remaining > 0      ? Look{tr("Waiting"), QStringLiteral("clock"), Tone::Neutral}
                     : attempts.isEmpty() ? Look{tr("Missed"), QStringLiteral("warning"), Tone::Warning}
                                          : Look{tr("Tried"), QStringLiteral("check"), Tone::Neutral});
}

} // namespace holdpoint::ui
