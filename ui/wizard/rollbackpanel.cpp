// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/wizard/rollbackpanel.h>

#include <models/base/text.h>
#include <ui/common/card.h>
#include <ui/common/fittedtext.h>
#include <ui/common/labels.h>
#include <ui/common/reasonform.h>
#include <ui/common/statusbadge.h>
#include <ui/common/style.h>

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

RollbackPanel::RollbackPanel(session::RunSession &run, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_list(new QVBoxLayout)
    , m_back(button(tr("Back to the decision"), QStringLiteral("leaveRollback"), {}, ButtonRole::Normal, this))
    , m_stop(button(tr("Stop run…"), QStringLiteral("stopRollback"), QStringLiteral("stop"), ButtonRole::Normal, this))
    , m_stopForm(new ReasonForm(QStringLiteral("stopRollback"),
                                {tr("Why does the run end here? What is not undone yet stays as it is."),
                                 tr("Reason, as it will stand in the record"),
                                 tr("Stop the run"),
                                 {}},
                                this))
{
    setObjectName(QStringLiteral("rollbackPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap + halfGap);
    column->addWidget(pageTitle(tr("Roll back"), this));
    column->addWidget(muted(tr("What ran last is undone first. Each item runs only after you confirm it; you may also "
                               "leave it in place, with a reason."),
                            this));
    m_list->setSpacing(gap + halfGap);
    column->addLayout(m_list);
    auto *ways = new QHBoxLayout;
    ways->setSpacing(gap);
    ways->addWidget(m_back);
    ways->addWidget(m_stop);
    ways->addStretch();
    column->addLayout(ways);
    column->addWidget(m_stopForm);
    column->addStretch(1); // all that is left over goes below, none of it into the cards
    connect(m_back, &QPushButton::clicked, this, [this] { m_run.leaveRollback(); });
    connect(m_stop, &QPushButton::clicked, this, &RollbackPanel::askStop);
    connect(m_stopForm, &ReasonForm::confirmed, this, [this](const QString &reason) { m_run.stop(reason); });
    refresh();
}

void RollbackPanel::refresh()
{
    const session::RunState &state = m_run.state();
    m_back->setEnabled(m_run.allows(session::Event::LeaveRollback));
    m_stop->setEnabled(m_run.allows(session::Event::Stop));
    QString shown = session::phaseName(state.phase);
    for (const session::UndoItem &item : state.undo) {
        shown += QStringLiteral("|%1:%2").arg(item.id, session::undoStatusName(item.status));
        for (const session::CommandRecord &command : item.commands)
            shown += QStringLiteral(",%1").arg(int(command.status));
    }
    if (shown == m_shown)
        return;
    m_shown = shown;
    rebuild();
}

void RollbackPanel::askStop()
{
    if (m_stop->isEnabled())
        m_stopForm->ask();
}

void RollbackPanel::rebuild()
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    bool nextFound = false;
    const QList<session::UndoItem> &undo = m_run.state().undo;
    for (qsizetype i = undo.size(); i-- > 0;) {
        const bool open = undo[i].status == session::UndoItem::Status::Registered
                          || undo[i].status == session::UndoItem::Status::Failed;
        m_list->addWidget(itemCard(undo[i], open && !nextFound));
        nextFound = nextFound || open;
    }
}

QWidget *RollbackPanel::itemCard(const session::UndoItem &item, bool next)
{
    auto *card = new Card(this);
    card->setObjectName(QStringLiteral("undoCard_%1").arg(item.id));
    auto *top = new QHBoxLayout;
    top->setSpacing(gap);
    top->addWidget(heading(visibleControls(item.title), card), 1);
    top->addWidget(new StatusBadge(lookOf(item.status), card), 0, Qt::AlignTop);
    card->content()->addLayout(top);
    card->content()->addWidget(muted(reversibilityWord(item.reversibility), card));
    if (const QString prose = m_run.undoProse(item); !prose.isEmpty()) {
        auto *text = new FittedText(tr("How to undo it"), card);
        text->showMarkdown(prose);
        card->content()->addWidget(text);
    }
    for (const session::CommandRecord &command : item.commands) {
        card->content()->addWidget(commandText(command, card));
        if (!command.outcome.isEmpty())
            card->content()->addWidget(muted(visibleControls(command.outcome), card));
    }
    if (item.commands.isEmpty())
        card->content()->addWidget(body(tr("There is no command for this: undo it by hand, then say so."), card));
    if (next && m_run.allows(session::Event::UndoSent))
        addChoices(card, item);
    return card;
}

QWidget *RollbackPanel::commandText(const session::CommandRecord &record, QWidget *parent) const
{
    auto *text = new FittedText(tr("Rollback command %1").arg(record.id), parent);
    const runbooks::Command *command = m_run.findCommand(record.id);
    if (!record.text.isEmpty() || !command) {
        text->showOutput(record.text);
        return text;
    }
    const auto resolved = m_run.resolved(*command);
    text->showCommand(resolved ? *resolved : runbooks::unresolved(m_run.runbook(), *command));
    return text;
}

void RollbackPanel::addChoices(QWidget *parent, const session::UndoItem &item)
{
    auto *card = static_cast<Card *>(parent);
    const QString doIt = item.commands.isEmpty() ? tr("I have undone it…") : tr("Undo this…");
    auto *undo =
        button(doIt, QStringLiteral("undo_%1").arg(item.id), QStringLiteral("undo"), ButtonRole::Primary, card);
    auto *keep = button(tr("Leave in place…"), QStringLiteral("keep_%1").arg(item.id), {}, ButtonRole::Normal, card);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(undo);
    row->addWidget(keep);
    row->addStretch();
    card->content()->addLayout(row);
    const QString placeholder = tr("Reason, as it will stand in the record");
    auto *confirmUndo = new ReasonForm(QStringLiteral("confirmUndo_%1").arg(item.id),
                                       {tr("Why is it right to undo this now?"), placeholder, tr("Undo it"), {}}, card);
    auto *confirmKeep = new ReasonForm(QStringLiteral("confirmKeep_%1").arg(item.id),
                                       {tr("Why does it stay as it is?"), placeholder, tr("Leave it"), {}}, card);
    card->content()->addWidget(confirmUndo);
    card->content()->addWidget(confirmKeep);
    connect(undo, &QPushButton::clicked, confirmUndo, &ReasonForm::ask);
    connect(keep, &QPushButton::clicked, confirmKeep, &ReasonForm::ask);
    connect(confirmUndo, &ReasonForm::confirmed, this,
            [this, id = item.id](const QString &reason) { m_run.undo(id, reason); });
    connect(confirmKeep, &ReasonForm::confirmed, this,
            [this, id = item.id](const QString &reason) { m_run.declineUndo(id, reason); });
}

} // namespace holdpoint::ui
