// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/pseudonyms.h>

#include <models/base/clock.h>
#include <models/session/transport.h>
#include <models/session/unrecorded.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace holdpoint::report {

using ledger::Entry;

namespace {

constexpr qsizetype shortestName = 3; ///< of an account: shorter ones are parts of too many words

/// Keys of bodies whose text names a person, and what they are then.
constexpr std::array personKeys{std::pair{"by", "named"}, std::pair{"contact", "contact"},
                                std::pair{"operator", "operator"}};

} // namespace

Pseudonyms::Pseudonyms(const QList<Entry> &entries, Pseudonymity::Hosts hosts)
{
    for (const Entry &entry : session::withRemembered(entries))
        gather(entry, hosts);
    QStringList names = m_pseudonyms.keys();
    // The longest first: what is part of another name must not break it.
    std::ranges::sort(names, [](const QString &left, const QString &right) {
        return left.size() != right.size() ? left.size() > right.size() : left < right;
    });
    for (QString &name : names)
        name = QRegularExpression::escape(name);
    m_names.setPattern(QStringLiteral("(?<![\\w])(?:%1)(?![\\w])").arg(names.join(u'|')));
    m_names.setPatternOptions(QRegularExpression::CaseInsensitiveOption
                              | QRegularExpression::UseUnicodePropertiesOption);
}

void Pseudonyms::gather(const Entry &entry, Pseudonymity::Hosts hosts)
{
    if (entry.actor != QLatin1String("holdpoint"))
        addPerson(entry.actor, "operator");
    gatherNamed(entry.body);
    gatherNamed(entry.body[QLatin1String("evidence")].toObject());
    for (const auto rung : entry.body[QLatin1String("ladder")].toArray()) {
        gatherNamed(rung.toObject());
        const QString person = m_pseudonyms.value(rung[u"contact"].toString().toLower());
        add(rung[u"phone"].toString(), QStringLiteral("(number of %1)").arg(person));
        add(rung[u"email"].toString(), QStringLiteral("(address of %1)").arg(person));
    }
    if (hosts == Pseudonymity::Hosts::Named)
        return;
    if (entry.type == QLatin1String("connected"))
        addHost(entry.body[QLatin1String("host")].toString());
    for (const auto value : entry.body[QLatin1String("hosts")].toObject()) {
        if (const auto address = session::HostAddress::parse(value.toString()))
            addHost(address->host);
    }
}

void Pseudonyms::gatherNamed(const QJsonObject &object)
{
    for (const auto &[key, part] : personKeys)
        addPerson(object[QLatin1String(key)].toString(), part);
}

void Pseudonyms::addPerson(const QString &name, const char *part)
{
    const QString known = name.trimmed().toLower();
    if (known.isEmpty() || m_pseudonyms.contains(known))
        return;
    const QString pseudonym = QStringLiteral("Person %1 (%2)").arg(++m_people).arg(QLatin1String(part));
    add(name, pseudonym);
    // "ada@noc" is "ada" to the shell that she works in.
    if (const QString account = name.section(u'@', 0, 0); account.size() >= shortestName)
        add(account, pseudonym);
}

void Pseudonyms::addHost(const QString &name)
{
    if (!name.trimmed().isEmpty() && !m_pseudonyms.contains(name.trimmed().toLower()))
        add(name, QStringLiteral("Host %1").arg(++m_hosts));
}

void Pseudonyms::add(const QString &name, const QString &pseudonym)
{
    const QString known = name.trimmed().toLower();
    if (known.isEmpty() || m_pseudonyms.contains(known))
        return;
    m_pseudonyms.insert(known, pseudonym);
    QJsonArray names = m_key[pseudonym].toArray();
    names.append(name.trimmed());
    m_key.insert(pseudonym, names);
}

QString Pseudonyms::replaced(const QString &text) const
{
    if (m_pseudonyms.isEmpty())
        return text;
    QString result;
    qsizetype at = 0;
    for (auto matches = m_names.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).sliced(at, match.capturedStart() - at);
        result += m_pseudonyms.value(match.captured().toLower());
        at = match.capturedEnd();
    }
    return result.append(QStringView(text).sliced(at));
}

QJsonValue Pseudonyms::replacedValue(const QJsonValue &value) const
{
    if (value.isString())
        return replaced(value.toString());
    if (value.isObject())
        return replaced(value.toObject());
    if (!value.isArray())
        return value;
    QJsonArray array;
    for (const auto item : value.toArray())
        array.append(replacedValue(item));
    return array;
}

QJsonObject Pseudonyms::replaced(const QJsonObject &object) const
{
    QJsonObject result;
    for (auto field = object.begin(); field != object.end(); ++field)
        result.insert(field.key(), replacedValue(field.value()));
    return result;
}

ReportInput pseudonymised(ReportInput input, const Pseudonymity &pseudonymity, QJsonObject &key)
{
    const Pseudonyms pseudonyms(input.entries, pseudonymity.hosts);
    key = pseudonyms.key();
    for (Entry &entry : input.entries) {
        entry.actor = pseudonyms.replaced(entry.actor);
        entry.body = pseudonyms.replaced(entry.body);
        entry.record.clear();
        entry.leaf.clear();
        entry.previousLeaf.clear();
        const bool isLeftOut =
            entry.type == QLatin1String("output") && pseudonymity.recordings == Pseudonymity::Recordings::LeftOut;
        if (isLeftOut)
            entry.attachments.clear();
        for (ledger::Attachment &attachment : entry.attachments) {
            attachment.bytes = pseudonyms.replaced(QString::fromUtf8(attachment.bytes)).toUtf8();
            attachment.commitment.clear();
            attachment.salt.clear();
        }
    }
    input.inclusionPaths.clear();
    if (input.signer)
        input.signer->identity = QStringLiteral("SIGNER");
    input.pseudonymity = pseudonymity;
    return input;
}

QByteArray writePseudonymousLog(const QList<Entry> &entries)
{
    QByteArray log;
    for (const Entry &entry : entries) {
        const QJsonObject line{{QStringLiteral("seq"), qint64(entry.sequence)},
                               {QStringLiteral("utc"), isoUtc(entry.utc)},
                               {QStringLiteral("clock_synchronised"), entry.clockSynchronised},
                               {QStringLiteral("type"), entry.type},
                               {QStringLiteral("actor"), entry.actor},
                               {QStringLiteral("run"), QString::fromLatin1(entry.run.toHex())},
                               {QStringLiteral("body"), entry.body}};
        log += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }
    return log;
}

} // namespace holdpoint::report
