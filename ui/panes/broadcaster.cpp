// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/panes/broadcaster.h>

#include <models/base/text.h>
#include <ui/panes/broadcastdialog.h>
#include <ui/panes/panearea.h>
#include <ui/wizard/terminalpane.h>

#include <QMessageBox>
#include <QPushButton>

namespace holdpoint::ui {

Broadcaster::Broadcaster(PaneArea &area)
    : m_area(area)
{
    connect(&m_broadcast, &Broadcast::ended, this, &Broadcaster::ended);
    connect(&m_broadcast, &Broadcast::secretAsked, this, &Broadcaster::askSecret);
}

void Broadcaster::toggle()
{
    if (isRunning()) {
        m_broadcast.end(tr("a person ended it"));
        return;
    }
    const TerminalPane *current = m_area.currentPane();
    auto *dialog = new BroadcastDialog(m_area.panes(), current, current ? current->window() : &m_area);
    connect(dialog, &BroadcastDialog::chosen, this, &Broadcaster::beginWanted);
    dialog->open();
}

void Broadcaster::begin(const QStringList &names)
{
    QList<TerminalPane *> chosen;
    for (TerminalPane *pane : m_area.panes()) {
        if (names.contains(pane->name()))
            chosen += pane;
    }
    if (chosen.size() == names.size() && chosen.size() >= 2)
        m_broadcast.start(chosen);
    else
        emit ended(tr("one of the terminals was closed"));
}

/// A secret must not go to all by accident: nothing is sent until somebody has said what is meant.
void Broadcaster::askSecret(const QString &pane)
{
    auto *question =
        new QMessageBox(QMessageBox::Warning, tr("“%1” asks for a secret").arg(visibleControls(pane)),
                        tr("Nothing is typed anywhere until you decide. The secret would go to those of these terminals that "
                           "ask for one: %1.")
                            .arg(visibleControls(m_broadcast.names().join(QStringLiteral(", ")))),
                        QMessageBox::NoButton, &m_area);
    question->setObjectName(QStringLiteral("broadcastSecretQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *all = question->addButton(tr("This secret is for all that ask"), QMessageBox::DestructiveRole);
    QPushButton *stop = question->addButton(tr("End the broadcast"), QMessageBox::RejectRole);
    all->setObjectName(QStringLiteral("broadcastSecretForAll"));
    stop->setObjectName(QStringLiteral("broadcastSecretEnd"));
    question->setDefaultButton(stop);
    connect(all, &QPushButton::clicked, this, [this] { m_broadcast.allowSecret(); });
    connect(question, &QDialog::rejected, this,
            [this, pane] { m_broadcast.end(tr("“%1” asked for a secret").arg(visibleControls(pane))); });
    connect(&m_broadcast, &Broadcast::ended, question, &QWidget::close);
    question->open();
}

} // namespace holdpoint::ui
