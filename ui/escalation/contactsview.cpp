// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/escalation/contactsview.h>

#include <models/base/text.h>
#include <ui/common/card.h>
#include <ui/common/labels.h>
#include <ui/common/looks.h>
#include <ui/common/statusbadge.h>

#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {

QString joined(const QStringList &parts)
{
    QStringList shown;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            shown += visibleControls(part);
    }
    return shown.join(QStringLiteral(" · "));
}

QLabel *selectable(QLabel *label)
{
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void addContact(Card *card, const runbooks::Contact &contact)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(heading(visibleControls(contact.name), card), 1);
    if (!contact.severity.isEmpty())
        row->addWidget(new StatusBadge(lookOfSeverity(contact.severity), card), 0, Qt::AlignTop);
    card->content()->addLayout(row);
    const bool hasReach = !contact.phone.isEmpty() || !contact.email.isEmpty();
    const QString ways = joined({contact.phone, contact.email, contact.chat, contact.method, contact.responseTime,
                                 hasReach ? QString() : contact.value});
    if (!ways.isEmpty())
        card->content()->addWidget(selectable(muted(ways, card)));
    if (contact.placeholder)
        card->content()->addWidget(
            body(ContactsView::tr("This number is a placeholder: nobody can be called with it."), card));
}

} // namespace

ContactsView::ContactsView(const escalation::Policy &policy, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("contactsView"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    const auto addGroup = [&](const QString &title, const QList<runbooks::Contact> &contacts) {
        if (contacts.isEmpty())
            return;
        column->addWidget(heading(title, this));
        auto *card = new Card(this);
        for (const runbooks::Contact &contact : contacts)
            addContact(card, contact);
        column->addWidget(card);
    };
    addGroup(tr("Contacts by severity"), policy.matrix);
    addGroup(tr("Directory"), policy.directory);
    if (policy.channels.isEmpty())
        return;
    column->addWidget(heading(tr("Channels"), this));
    auto *card = new Card(this);
    for (const runbooks::Channel &channel : policy.channels)
        card->content()->addWidget(
            selectable(body(tr("%1: %2").arg(visibleControls(channel.label), visibleControls(channel.text)), card)));
    column->addWidget(card);
}

} // namespace holdpoint::ui
