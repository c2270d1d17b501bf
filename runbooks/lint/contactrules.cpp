// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Contacts: whether the people that a runbook names can be reached.

#include <runbooks/lint/findings.h>

#include <runbooks/inlinetext.h>

#include <algorithm>

namespace holdpoint::runbooks::lint {

namespace {

bool isNamed(const QString &words, const Contact &contact)
{
    const QString name = slug(contact.name);
    const QString said = slug(words);
    return (!name.isEmpty() && said.contains(name)) || (!contact.id.isEmpty() && said.contains(contact.id));
}

bool isReachable(const Contact &contact)
{
    return !contact.placeholder && (!contact.phone.isEmpty() || !contact.email.isEmpty());
}

} // namespace

void contactRules(const Document &document, const QList<Contact> &others, Findings &findings)
{
    const QList<Contact> own = document.matrix + document.directory;
    for (const Contact &contact : own) {
        if (contact.placeholder)
            findings.add("HP040", contact.position,
                         QStringLiteral("\"%1\" has a number that nobody can call: %2").arg(contact.name, contact.phone),
                         QStringLiteral("Put the real number in"));
    }
    const QList<Contact> all = own + others;
    for (const Runbook &runbook : document.runbooks) {
        for (const EscalationRule &rule : runbook.escalation) {
            const auto named = [&](const Contact &contact) { return isNamed(rule.contact, contact); };
            if (!rule.contact.isEmpty() && std::ranges::none_of(all, named))
                findings.add("HP041", rule.position,
                             QStringLiteral("Nobody says how to reach \"%1\"").arg(rule.contact),
                             QStringLiteral("Define it in the front matter: contacts: {%1: {name: ..., phone: ...}}").arg(slug(rule.contact)));
        }
    }
    for (const LadderRung &rung : document.ladder) {
        const QString words = rung.contact.isEmpty() ? rung.action : rung.contact;
        const auto reaches = [&](const Contact &contact) { return isNamed(words, contact) && isReachable(contact); };
        if (std::ranges::none_of(all, reaches))
            findings.add("HP042", rung.position,
                         QStringLiteral("\"%1\": no number or address is known for it").arg(shown(rung.action)),
                         QStringLiteral("Name somebody in it who stands with a number under contacts in the front matter or in contacts.md"));
    }
}

} // namespace holdpoint::runbooks::lint
