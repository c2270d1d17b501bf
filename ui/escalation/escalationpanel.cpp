// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/escalation/escalationpanel.h>

#include <models/base/text.h>
#include <models/items/timetext.h>
#include <ui/common/card.h>
#include <ui/common/flowlayout.h>
#include <ui/common/labels.h>
#include <ui/common/statusbadge.h>
#include <ui/common/style.h>
#include <ui/escalation/contactsview.h>
#include <ui/escalation/rungcard.h>

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {

using State = escalation::Escalation::State;

Look lookOf(State state)
{
    switch (state) {
    case State::Idle: return {EscalationPanel::tr("Not escalated"), QStringLiteral("circle"), Tone::Neutral};
    case State::Running: return {EscalationPanel::tr("Escalated"), QStringLiteral("phone"), Tone::Danger};
    case State::Acknowledged: return {EscalationPanel::tr("Acknowledged"), QStringLiteral("user"), Tone::Warning};
    case State::Resolved: return {EscalationPanel::tr("Resolved"), QStringLiteral("check"), Tone::Success};
    }
    return {};
}

} // namespace

EscalationPanel::EscalationPanel(session::RunSession &run, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_clock(clock)
    , m_badge(new StatusBadge(lookOf(State::Idle), this))
    , m_summary(body({}, this))
    , m_start(new Card(this))
    , m_severity(new QComboBox(m_start))
    , m_reason(new QLineEdit(m_start))
    , m_confirmText(body({}, m_start))
    , m_escalate(button(tr("Escalate…"), QStringLiteral("escalateButton"), QStringLiteral("phone"), ButtonRole::Danger,
                        m_start))
    , m_confirm(button(tr("Start the clock"), QStringLiteral("escalateConfirm"), {}, ButtonRole::Danger, m_start))
    , m_acknowledge(new Card(this))
    , m_by(new QLineEdit(m_acknowledge))
    , m_note(new QLineEdit(m_acknowledge))
    , m_acknowledgeButton(button(tr("Acknowledge"), QStringLiteral("acknowledgeButton"), QStringLiteral("check"),
                                 ButtonRole::Primary, m_acknowledge))
    , m_resolve(button(tr("Resolve"), QStringLiteral("resolveButton"), {}, ButtonRole::Normal, m_acknowledge))
    , m_ladderColumn(new QVBoxLayout)
    , m_log(body({}, this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("escalationPanel"));
    setMinimumWidth(300);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(wideGap, wideGap, wideGap, wideGap);
    column->setSpacing(gap + halfGap);
    auto *top = new QHBoxLayout;
    top->addWidget(pageTitle(tr("Escalation"), content), 1);
    top->addWidget(m_badge);
    column->addLayout(top);
    column->addWidget(m_summary);
    buildStart(column);
    buildAcknowledge(column);
    buildLadder(column);
    column->addWidget(new ContactsView(m_run.policy(), content));
    column->addWidget(heading(tr("What happened"), content));
    column->addWidget(m_log);
    column->addStretch();
    QScrollArea *area = m_scroll;
    area->setObjectName(QStringLiteral("escalationScroll"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
    connect(&m_run, &session::RunSession::changed, this, &EscalationPanel::refresh);
    connect(&m_run, &session::RunSession::escalationTick, this, &EscalationPanel::refreshClocks);
    refresh();
}

void EscalationPanel::buildStart(QVBoxLayout *column)
{
    m_severity->setObjectName(QStringLiteral("severityField"));
    m_severity->setAccessibleName(tr("Severity"));
    for (const char *name : {"critical", "high", "medium", "low"})
        m_severity->addItem(lookOfSeverity(QString::fromLatin1(name)).word, QString::fromLatin1(name));
    const QString severity = m_run.runbook().severity.toLower();
    const int own = m_severity->findData(severity == QStringLiteral("info") ? QStringLiteral("low") : severity);
    m_severity->setCurrentIndex(qMax(0, own));
    m_reason->setObjectName(QStringLiteral("escalationReason"));
    m_reason->setPlaceholderText(tr("What is wrong, in one sentence"));
    m_reason->setAccessibleName(tr("Reason of the escalation"));
    m_start->content()->addWidget(body(tr("Severity"), m_start));
    m_start->content()->addWidget(m_severity);
    m_start->content()->addWidget(body(tr("Reason"), m_start));
    m_start->content()->addWidget(m_reason);
    m_start->content()->addWidget(m_escalate, 0, Qt::AlignLeft);
    m_start->content()->addWidget(m_confirmText);
    m_start->content()->addWidget(m_confirm, 0, Qt::AlignLeft);
    m_confirmText->hide();
    m_confirm->hide();
    column->addWidget(m_start);
    connect(m_reason, &QLineEdit::textChanged, this, &EscalationPanel::refreshConfirm);
    connect(m_severity, &QComboBox::currentIndexChanged, this, &EscalationPanel::refreshConfirm);
    connect(m_reason, &QLineEdit::returnPressed, m_escalate, &QPushButton::click);
    connect(m_escalate, &QPushButton::clicked, this, [this] {
        m_confirmText->show();
        m_confirm->show();
        m_confirm->setFocus();
    });
    connect(m_confirm, &QPushButton::clicked, this,
            [this] { m_run.escalate(m_severity->currentData().toString(), m_reason->text().trimmed()); });
}

void EscalationPanel::buildAcknowledge(QVBoxLayout *column)
{
    m_by->setObjectName(QStringLiteral("acknowledgedBy"));
    m_by->setPlaceholderText(tr("Who took it on"));
    m_by->setAccessibleName(tr("Who took it on"));
    m_note->setObjectName(QStringLiteral("acknowledgeNote"));
    m_note->setPlaceholderText(tr("What was said or done"));
    m_note->setAccessibleName(tr("What was said or done"));
    m_acknowledge->content()->addWidget(m_by);
    m_acknowledge->content()->addWidget(m_note);
    auto *row = new FlowLayout;
    row->addWidget(m_acknowledgeButton);
    row->addWidget(m_resolve);
    m_acknowledge->content()->addLayout(row);
    column->addWidget(m_acknowledge);
    const auto judge = [this] {
        m_acknowledgeButton->setEnabled(!m_by->text().trimmed().isEmpty());
        m_resolve->setEnabled(!m_note->text().trimmed().isEmpty());
    };
    connect(m_by, &QLineEdit::textChanged, this, judge);
    connect(m_note, &QLineEdit::textChanged, this, judge);
    judge();
    connect(m_acknowledgeButton, &QPushButton::clicked, this,
            [this] { m_run.acknowledge(m_by->text().trimmed(), m_note->text().trimmed()); });
    connect(m_resolve, &QPushButton::clicked, this, [this] { m_run.resolveEscalation(m_note->text().trimmed()); });
}

void EscalationPanel::buildLadder(QVBoxLayout *column)
{
    column->addWidget(heading(tr("Ladder"), this));
    column->addWidget(muted(m_run.policy().source.isEmpty()
                                ? tr("Keys 1 to 5 record what happened at the current rung.")
                                : tr("From %1. Keys 1 to 5 record what happened at the current rung.")
                                      .arg(visibleControls(m_run.policy().source)),
                            this));
    m_ladderColumn->setSpacing(gap);
    column->addLayout(m_ladderColumn);
}

QList<escalation::Rung> EscalationPanel::ladder() const
{
    const escalation::Escalation &escalation = m_run.state().escalation;
    return escalation.ladder.isEmpty() ? m_run.policy().ladder : escalation.ladder;
}

void EscalationPanel::begin()
{
    const State state = m_run.state().escalation.state;
    if (state == State::Idle || state == State::Resolved)
        m_reason->setFocus(Qt::ShortcutFocusReason);
    else if (state == State::Running)
        focusCurrentRung();
    else
        m_note->setFocus(Qt::ShortcutFocusReason);
}

void EscalationPanel::focusCurrentRung()
{
    for (RungCard *card : std::as_const(m_rungs)) {
        if (card->isActive())
            card->focusRecords();
    }
}

void EscalationPanel::refresh()
{
    const escalation::Escalation &escalation = m_run.state().escalation;
    m_badge->setLook(lookOf(escalation.state));
    const bool startable = !escalation.isActive() && !m_run.state().isOver() && !m_run.isHalted();
    if (escalation.isActive() && !m_start->isHidden()) {
        m_reason->clear();
        m_confirm->hide();
        m_confirmText->hide();
    }
    m_start->setVisible(startable);
    m_acknowledge->setVisible(escalation.isActive());
    m_by->setVisible(escalation.state == State::Running);
    m_acknowledgeButton->setVisible(escalation.state == State::Running);
    const QList<escalation::Rung> rungs = ladder();
    if (m_rungs.size() != rungs.size()) {
        qDeleteAll(m_rungs);
        m_rungs.clear();
        for (int rung = 0; rung < rungs.size(); ++rung) {
            auto *card = new RungCard(rung, rungs[rung], this);
            m_rungs += card;
            m_ladderColumn->addWidget(card);
            connect(card, &RungCard::recordWanted, &m_run, &session::RunSession::recordAttempt);
            connect(card, &RungCard::callWanted, this, &EscalationPanel::callWanted);
        }
    }
    refreshConfirm();
    refreshClocks();
    refreshLog();
}

void EscalationPanel::refreshConfirm()
{
    const bool ready = !m_reason->text().trimmed().isEmpty();
    m_escalate->setEnabled(ready);
    m_confirm->setEnabled(ready);
    QStringList sentences{tr("The ladder starts now with %1.").arg(firstRungText()), severityText(),
                          tr("Holdpoint reminds you, you make the calls.")};
    sentences.removeAll(QString());
    m_confirmText->setText(sentences.join(u' '));
}

/// Who the ladder calls first, with the number where one is known.
QString EscalationPanel::firstRungText() const
{
    const QList<escalation::Rung> rungs = ladder();
    if (rungs.isEmpty())
        return {};
    const escalation::Rung &first = rungs.first();
    const QString who = visibleControls(first.contactName.isEmpty() ? first.action : first.contactName);
    const QString way = visibleControls(first.phone.isEmpty() ? first.email : first.phone);
    return way.isEmpty() ? who : tr("%1 (%2)", "a contact and a number").arg(who, way);
}

/// What the contact matrix says of the chosen severity: who answers for it, how soon and how.
QString EscalationPanel::severityText() const
{
    const auto contact = m_run.policy().contactFor(m_severity->currentData().toString());
    if (!contact || contact->responseTime.isEmpty())
        return {};
    return tr("For %1, the contact matrix names %2, within %3.")
        .arg(m_severity->currentText(), visibleControls(contact->name), visibleControls(contact->responseTime));
}

void EscalationPanel::refreshClocks()
{
    const escalation::Escalation &escalation = m_run.state().escalation;
    const int current = escalation.state == State::Running ? escalation.currentRung(m_clock) : -1;
    for (RungCard *card : std::as_const(m_rungs))
        card->refresh(escalation, m_clock);
    if (current != m_currentRung && current >= 0 && current < m_rungs.size()) {
        // The card has just changed its height; it is placed when the layout has run.
        QTimer::singleShot(0, m_rungs[current],
                           [this, card = m_rungs[current]] { m_scroll->ensureWidgetVisible(card, 0, gap); });
    }
    m_currentRung = current;
    switch (escalation.state) {
    case State::Idle: m_summary->setText(tr("Nobody has been called.")); break;
    case State::Running:
        m_summary->setText(
            tr("%1: %2").arg(lookOfSeverity(escalation.severity).word, visibleControls(escalation.reason)));
        break;
    case State::Acknowledged: {
        const qint64 remaining = escalation.followUpRemainingMs(m_clock);
        const QString span = items::clockText(remaining);
        const QString who = visibleControls(escalation.acknowledgedBy);
        m_summary->setText(remaining > 0 ? tr("%1 has taken it on. Ask again in %2.").arg(who, span)
                                         : tr("%1 has taken it on. Asking again is overdue by %2.").arg(who, span));
        break;
    }
    case State::Resolved: m_summary->setText(tr("Resolved: %1").arg(visibleControls(escalation.resolution))); break;
    }
}

void EscalationPanel::refreshLog()
{
    const escalation::Escalation &escalation = m_run.state().escalation;
    QStringList lines;
    if (escalation.started.utc.isValid())
        lines += tr("%1 escalated by %2")
                     .arg(items::localTime(escalation.started.utc), visibleControls(escalation.startedBy));
    for (const escalation::Attempt &attempt : escalation.attempts)
        lines +=
            tr("%1 %2: %3")
                .arg(items::localTime(attempt.utc), visibleControls(attempt.contact), outcomeWord(attempt.outcome));
    if (escalation.acknowledged.utc.isValid())
        lines += tr("%1 acknowledged by %2")
                     .arg(items::localTime(escalation.acknowledged.utc), visibleControls(escalation.acknowledgedBy));
    if (escalation.resolvedUtc.isValid())
        lines += tr("%1 resolved").arg(items::localTime(escalation.resolvedUtc));
    m_log->setText(lines.isEmpty() ? tr("Nothing yet.") : lines.join(QLatin1Char('\n')));
}

void EscalationPanel::keyPressEvent(QKeyEvent *event)
{
    // On a French keyboard the digits are shifted letters: there the key's place counts (evdev codes plus 8, X11).
    constexpr quint32 firstDigitScanCode = 10;
    const bool digit = event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9;
    const int number = digit ? event->key() - Qt::Key_1 : int(event->nativeScanCode()) - int(firstDigitScanCode);
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && number >= 0 && number <= int(escalation::Outcome::Declined)) {
        for (RungCard *card : std::as_const(m_rungs)) {
            if (card->isActive()) {
                card->recordOutcome(escalation::Outcome(number));
                return;
            }
        }
    }
    QWidget::keyPressEvent(event);
}

} // namespace holdpoint::ui
