// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/escalation/policy.h>

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace holdpoint::escalation {

namespace {

QString folded(const QString &text)
{
    QString letters;
    for (const QChar character : text.toCaseFolded()) {
        if (character.isLetterOrNumber())
            letters += character;
    }
    return letters;
}

/// The contact an action names: by the rung's own contact field, else the longest contact name found in its words.
const runbooks::Contact *contactNamed(const runbooks::LadderRung &rung, const QList<runbooks::Contact> &contacts)
{
    const QString words = folded(rung.contact.isEmpty() ? rung.action : rung.contact);
    const runbooks::Contact *best = nullptr;
    for (const runbooks::Contact &contact : contacts) {
        const QString name = folded(contact.name);
        const QString id = folded(contact.id);
        const bool byId = !id.isEmpty() && words.contains(id);
        const bool named = byId || (!name.isEmpty() && words.contains(name));
        if (named && (!best || name.size() > folded(best->name).size()))
            best = &contact;
    }
    return best;
}

/// The answer points into the list.
const runbooks::Contact *contactNamed(const runbooks::LadderRung &rung, QList<runbooks::Contact> &&contacts) = delete;

QList<runbooks::Contact> reachableFirst(QList<runbooks::Contact> contacts)
{
    std::stable_partition(contacts.begin(), contacts.end(), [](const runbooks::Contact &contact) {
        return !contact.phone.isEmpty() || !contact.email.isEmpty();
    });
    return contacts;
}

/// `known` are the contacts of all sources, the document's own first.
Rung rungOf(const runbooks::LadderRung &source, const Policy &policy, const QList<runbooks::Contact> &known)
{
    Rung rung{.label = source.label, .action = source.action, .delay = source.delay};
    if (const auto *row = contactNamed(source, policy.matrix)) {
        rung.contactName = row->name;
        rung.method = row->method;
        rung.phone = row->phone;
        rung.email = row->email;
    }
    const QList<runbooks::Contact> reachable = reachableFirst(known);
    if (const auto *entry = contactNamed(source, reachable)) {
        if (rung.contactName.isEmpty())
            rung.contactName = entry->name;
        if (rung.phone.isEmpty())
            rung.phone = entry->phone;
        if (rung.email.isEmpty())
            rung.email = entry->email;
    }
    return rung;
}

/// Those of `more` whose name is not in the list yet.
void addUnknown(QList<runbooks::Contact> &contacts, const QList<runbooks::Contact> &more)
{
    for (const runbooks::Contact &contact : more) {
        if (std::ranges::none_of(contacts,
                                 [&](const auto &known) { return folded(known.name) == folded(contact.name); }))
            contacts.append(contact);
    }
}

} // namespace

std::optional<runbooks::Contact> Policy::contactFor(const QString &severity) const
{
    const auto found = std::ranges::find_if(matrix, [&](const runbooks::Contact &contact) {
        return contact.severity.compare(severity, Qt::CaseInsensitive) == 0;
    });
    return found == matrix.end() ? std::nullopt : std::optional(*found);
}

QString Policy::reach(const QString &contact) const
{
    const auto isMeant = [name = folded(contact), &contact](const runbooks::Contact &known) {
        return known.id == contact || folded(known.name) == name;
    };
    for (const QList<runbooks::Contact> *contacts : {&directory, &matrix}) {
        for (const runbooks::Contact &known : *contacts) {
            const QString address = !known.phone.isEmpty() ? known.phone : known.email;
            if (!contact.isEmpty() && isMeant(known) && !address.isEmpty() && !known.placeholder)
                return QStringLiteral("%1: %2").arg(known.name, address);
        }
    }
    return {};
}

Policy policyFor(const runbooks::Document &document, const runbooks::Runbook &runbook,
                 const QList<runbooks::Document> &fallbacks)
{
    Policy policy;
    QList<runbooks::LadderRung> ladder;
    QList<const runbooks::Document *> sources{&document};
    for (const runbooks::Document &fallback : fallbacks) {
        if (!fallback.ladder.isEmpty())
            sources.append(&fallback);
    }
    const runbooks::Document *source = &document; // of the ladder, and of the numbers that belong to it
    for (const runbooks::Document *candidate : sources) {
        if (policy.matrix.isEmpty())
            policy.matrix = candidate->matrix;
        if (policy.channels.isEmpty())
            policy.channels = candidate->channels;
        if (ladder.isEmpty() && !candidate->ladder.isEmpty()) {
            ladder = candidate->ladder;
            source = candidate;
            policy.source = QFileInfo(source->path).fileName();
        }
    }
    policy.directory = document.directory;
    QList<runbooks::Contact> known = document.directory + document.matrix;
    if (source != &document) {
        addUnknown(policy.directory, source->directory);
        known += source->directory + source->matrix;
    }
    policy.rules = runbook.escalation;
    std::ranges::stable_sort(ladder, {}, &runbooks::LadderRung::delay);
    // A runbook that names whom to call and a list of contacts that is another file's: its own person comes first.
    if (document.ladder.isEmpty()) {
        const auto own = std::ranges::find_if(policy.rules, [&](const runbooks::EscalationRule &rule) {
            return std::ranges::any_of(document.directory + document.matrix, [&](const runbooks::Contact &contact) {
                return contact.id == rule.contact || folded(contact.name) == folded(rule.contact);
            });
        });
        if (own != policy.rules.end())
            policy.ladder.append(rungOf({.label = QStringLiteral("Initial contact"),
                                         .action = QStringLiteral("Call %1").arg(own->contact),
                                         .contact = own->contact},
                                        policy, document.directory + document.matrix));
    }
    for (const runbooks::LadderRung &rung : ladder)
        policy.ladder.append(rungOf(rung, policy, known));
    if (policy.ladder.isEmpty()) {
        Rung first{.label = QStringLiteral("Initial contact"), .action = QStringLiteral("Call the person on duty")};
        if (!runbook.escalation.isEmpty())
            first.contactName = runbook.escalation.first().contact;
        policy.ladder.append(first);
    }
    return policy;
}

} // namespace holdpoint::escalation
