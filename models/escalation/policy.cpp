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
        const bool byId = !rung.contact.isEmpty() && contact.id == rung.contact;
        const bool named = byId || (!name.isEmpty() && words.contains(name));
        if (named && (!best || name.size() > folded(best->name).size()))
            best = &contact;
    }
    return best;
}

QList<runbooks::Contact> reachableFirst(const Policy &policy)
{
    QList<runbooks::Contact> contacts = policy.directory + policy.matrix;
    std::ranges::stable_partition(contacts, [](const runbooks::Contact &contact) {
        return !contact.phone.isEmpty() || !contact.email.isEmpty();
    });
    return contacts;
}

Rung rungOf(const runbooks::LadderRung &source, const Policy &policy)
{
    Rung rung{.label = source.label, .action = source.action, .delay = source.delay};
    if (const auto *row = contactNamed(source, policy.matrix)) {
        rung.contactName = row->name;
        rung.method = row->method;
        rung.phone = row->phone;
        rung.email = row->email;
    }
    const QList<runbooks::Contact> reachable = reachableFirst(policy);
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

} // namespace

std::optional<runbooks::Contact> Policy::contactFor(const QString &severity) const
{
    const auto found = std::ranges::find_if(matrix, [&](const runbooks::Contact &contact) {
        return contact.severity.compare(severity, Qt::CaseInsensitive) == 0;
    });
    return found == matrix.end() ? std::nullopt : std::optional(*found);
}

Policy policyFor(const runbooks::Document &document, const runbooks::Runbook &runbook,
                 const QList<runbooks::Document> &fallbacks)
{
    Policy policy;
    QList<runbooks::LadderRung> ladder;
    QList<const runbooks::Document *> sources{&document};
    for (const runbooks::Document &fallback : fallbacks)
        sources.append(&fallback);
    for (const runbooks::Document *source : sources) {
        if (policy.matrix.isEmpty())
            policy.matrix = source->matrix;
        if (policy.directory.isEmpty())
            policy.directory = source->directory;
        if (policy.channels.isEmpty())
            policy.channels = source->channels;
        if (ladder.isEmpty() && !source->ladder.isEmpty()) {
            ladder = source->ladder;
            policy.source = QFileInfo(source->path).fileName();
        }
    }
    policy.rules = runbook.escalation;
    std::ranges::stable_sort(ladder, {}, &runbooks::LadderRung::delay);
    for (const runbooks::LadderRung &rung : ladder)
        policy.ladder.append(rungOf(rung, policy));
    if (policy.ladder.isEmpty()) {
        Rung first{.label = QStringLiteral("Initial contact"), .action = QStringLiteral("Call the person on duty")};
        if (!runbook.escalation.isEmpty())
            first.contactName = runbook.escalation.first().contact;
        policy.ladder.append(first);
    }
    return policy;
}

} // namespace holdpoint::escalation
