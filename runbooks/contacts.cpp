// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/contacts.h>

#include <runbooks/inlinetext.h>

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace holdpoint::runbooks {

namespace {

/// A field of Contact by the words of a table's header.
QString Contact::*fieldOf(const QString &header)
{
    static const QHash<QString, QString Contact::*> fields = [] {
        QHash<QString, QString Contact::*> all;
        const auto add = [&](const char *words, QString Contact::*field) {
            for (const QString &word : QString::fromUtf8(words).split(u'|'))
                all.insert(word, field);
        };
        add("severity|priority|level|schweregrad|priorität|stufe|gravité|gravedad|gravità", &Contact::severity);
        add("contact|name|role|who|team|person|kontakt|rolle|wer|ansprechpartner|rôle|contacto|contatto",
            &Contact::name);
        add("response time|response|sla|reaktionszeit|antwortzeit|délai|tiempo de respuesta|tempo di risposta",
            &Contact::responseTime);
        add("method|channel|via|methode|weg|kanal|méthode|método|metodo", &Contact::method);
        add("phone|telephone|tel|mobile|telefon|téléphone|teléfono|telefono", &Contact::phone);
        add("email|e-mail|mail|courriel|correo", &Contact::email);
        add("chat|slack|matrix|teams", &Contact::chat);
        return all;
    }();
    return fields.value(plainText(header).toLower(), nullptr);
}

bool isPlaceholderNumber(const QString &phone) { return phone.contains(u'X', Qt::CaseInsensitive); }

QString firstMatch(const QRegularExpression &pattern, const QString &text) { return pattern.match(text).captured(); }

/// The phone number, mail and chat address in a directory line's value.
void readAddresses(Contact &contact)
{
    static const QRegularExpression mail(QStringLiteral("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253}"));
    static const QRegularExpression phone(QStringLiteral("(?:\\+|\\b00|\\(0?|\\b0)[0-9Xx][0-9Xx ()/.-]{4,30}[0-9Xx]"));
    static const QRegularExpression chat(QStringLiteral("(?<=^|\\s)#[A-Za-z0-9_-]{2,80}"));
    const QString &value = contact.value;
    contact.email = value.contains(u'@') ? firstMatch(mail, value) : QString();
    const bool possible = std::any_of(value.begin(), value.end(),
                                      [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'+' || c == u'('; });
    if (possible)
        contact.phone = firstMatch(phone, contact.email.isEmpty() ? value : QString(value).remove(contact.email));
    contact.chat = value.contains(u'#') ? firstMatch(chat, value) : QString();
    contact.placeholder = isPlaceholderNumber(contact.phone);
}

bool isReachable(const Contact &contact)
{
    static const QRegularExpression address(QStringLiteral("^https?://\\S+$"));
    return !contact.email.isEmpty() || !contact.phone.isEmpty() || !contact.chat.isEmpty()
           || (contact.value.startsWith(u"http") && address.match(contact.value).hasMatch());
}

const Block *firstParagraph(const Block &item)
{
    const auto found = std::find_if(item.children.begin(), item.children.end(),
                                    [](const Block &block) { return block.kind == BlockKind::Paragraph; });
    return found == item.children.end() ? nullptr : &*found;
}

/// "Escalate to the team lead" holds "Team Lead".
bool mentions(const QString &action, const QString &name)
{
    return name.size() > 2 && action.contains(name, Qt::CaseInsensitive);
}

} // namespace

QList<Contact> contactTable(const Block &table)
{
    if (table.rows.isEmpty())
        return {};
    QList<QString Contact::*> fields;
    for (const QString &cell : table.rows.first().cells)
        fields.append(fieldOf(cell));
    const qsizetype known = fields.size() - fields.count(nullptr);
    if (known < 2 || !fields.contains(&Contact::name))
        return {};
    QList<Contact> contacts;
    for (const TableRow &row : table.rows.mid(1)) {
        Contact contact;
        for (qsizetype i = 0; i < std::min(fields.size(), row.cells.size()); ++i) {
            if (fields[i])
                contact.*fields[i] = plainText(row.cells[i]);
        }
        contact.id = slug(contact.name);
        contact.placeholder = isPlaceholderNumber(contact.phone);
        contact.position = row.position;
        if (!contact.name.isEmpty())
            contacts.append(contact);
    }
    return contacts;
}

QList<Contact> directoryLines(const Block &paragraph)
{
    QList<Contact> contacts;
    const QStringList lines = paragraph.text.split(u'\n');
    for (int i = 0; i < lines.size(); ++i) {
        const std::optional<LeadingBold> bold = leadingBold(lines[i]);
        if (!bold || !bold->colon)
            continue;
        Contact contact;
        contact.name = bold->label;
        contact.id = slug(bold->label);
        contact.value = plainText(bold->rest);
        contact.position = {paragraph.position.line + i, paragraph.position.column};
        readAddresses(contact);
        if (isReachable(contact))
            contacts.append(contact);
    }
    return contacts;
}

QList<Channel> channelsOf(const Block &list)
{
    QList<Channel> channels;
    for (const Block &item : list.children) {
        const Block *paragraph = firstParagraph(item);
        const std::optional<LeadingBold> bold = paragraph ? leadingBold(paragraph->text) : std::nullopt;
        if (bold)
            channels.append({bold->label, plainText(bold->rest), item.position});
    }
    return channels;
}

QList<LadderRung> ladderOf(const Block &list, int timesNeeded)
{
    QList<LadderRung> rungs;
    int timed = 0;
    std::chrono::milliseconds delay{0};
    for (const Block &item : list.children) {
        const Block *paragraph = firstParagraph(item);
        const std::optional<LeadingBold> bold = paragraph ? leadingBold(paragraph->text) : std::nullopt;
        if (!bold)
            continue;
        const std::optional<std::chrono::milliseconds> duration = parseDuration(bold->label);
        timed += duration ? 1 : 0;
        delay = duration.value_or(delay);
        rungs.append({bold->label, delay, plainText(bold->rest), {}, item.position});
    }
    return list.ordered && timed >= timesNeeded ? rungs : QList<LadderRung>();
}

void recogniseContacts(QList<LadderRung> &ladder, const QList<Contact> &matrix, const QList<Contact> &directory)
{
    QStringList names;
    for (const QList<Contact> *contacts : {&matrix, &directory}) {
        for (const Contact &contact : *contacts)
            names.append(contact.name);
    }
    names.removeDuplicates();
    for (LadderRung &rung : ladder) {
        const auto named =
            std::ranges::find_if(names, [&](const QString &name) { return mentions(rung.action, name); });
        if (named != names.end())
            rung.contact = *named;
    }
}

} // namespace holdpoint::runbooks
