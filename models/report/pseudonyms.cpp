// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/pseudonyms.h>

#include <models/base/clock.h>
#include <models/report/pseudonymkey.h>
#include <models/session/transport.h>
#include <models/session/unrecorded.h>

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>

namespace holdpoint::report {

using ledger::Entry;

namespace {

constexpr qsizetype shortestName = 3; ///< of an account or a label: shorter ones are parts of too many words
constexpr quint16 usualPort = 22;

/// Keys of bodies whose text names a person, and what they are then.
constexpr std::array personKeys{std::pair{"by", "named"}, std::pair{"contact", "contact"},
                                std::pair{"operator", "operator"}};
/// Keys of bodies that hold one of the program's own words: a person of that name must not change what the run was.
constexpr std::array ownWords{"mode", "verdict", "severity", "kind"};
/// Keys of bodies that hold objects by role or pane.
constexpr std::array keyedByRole{"hosts", "shown_bytes"};

/// What may stand directly before a name although it ends in a letter: escape sequences (ECMA-48), what is left of them
/// in plain text, and escapes as source text and URLs write them.
constexpr char16_t beforeName[] = uR"((?:(?<!\w)|(?:\x1b\[|\x{9b})[0-?]*[ -/]*[@-~]|\x1b[ -/]*[0-Z\\-~]|\[[0-9;]*[mK]|)"
                                  uR"(\\(?:[abefnrtv]|x[0-9a-f]{2}|u[0-9a-f]{4}|0[0-7]{0,2})|%[0-9a-f]{2}))";
constexpr char16_t afterName[] = uR"((?![\w\p{M}]))";

template <std::size_t Count> bool contains(const std::array<const char *, Count> &keys, const QString &key)
{
    return std::ranges::any_of(keys, [&](const char *each) { return key == QLatin1String(each); });
}

/// The same for all spellings of a name that count as one.
QString folded(const QString &name)
{
    return name.trimmed()
        .normalized(QString::NormalizationForm_D)
        .toCaseFolded()
        .normalized(QString::NormalizationForm_D);
}

/// A name in the spellings that matching without regard to case does not find from one another: small and capital
/// letters of another length, and the dotted and dotless i, which ASCII writes alike.
QSet<QString> spellingsOf(const QString &name)
{
    QString ascii = name.normalized(QString::NormalizationForm_C);
    ascii.replace(QChar(0x130), u'i').replace(QChar(0x131), u'i');
    QSet<QString> spellings;
    for (const QString &spelling : {name, name.toLower(), name.toUpper(), ascii}) {
        spellings.insert(spelling);
        spellings.insert(spelling.normalized(QString::NormalizationForm_C));
        spellings.insert(spelling.normalized(QString::NormalizationForm_D));
    }
    return spellings;
}

/// What can be matched against: QRegularExpression takes no broken UTF-16 and would find nothing in it. Composed, because a
/// text may compose a name's characters in part only.
QString matchable(const QString &text)
{
    const QString valid = text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
    return valid.normalized(QString::NormalizationForm_C);
}

/// Where the name stands in the text as a whole word; -1: nowhere.
qsizetype wordIndex(const QString &text, const QString &name)
{
    const auto isWord = [&](qsizetype at) {
        return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || text[at].isMark() || text[at] == u'_');
    };
    qsizetype at = text.indexOf(name, 0, Qt::CaseInsensitive);
    while (at >= 0 && (isWord(at - 1) || isWord(at + name.size())))
        at = text.indexOf(name, at + 1, Qt::CaseInsensitive);
    return at;
}

/// "web1" of "web1.example"; empty for addresses and for names without a dot.
QString firstLabel(const QString &host)
{
    const QString top = host.section(u'.', -1);
    const bool isName = host.contains(u'.') && !host.contains(u':') && !top.isEmpty() && !top.front().isDigit();
    return isName ? host.section(u'.', 0, 0) : QString();
}

/// Every text in the object, however deep.
QString textsOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

Pseudonyms::Pseudonyms(const QList<Entry> &entries, Pseudonymity::Hosts hosts)
    : m_replacesHosts(hosts)
{
    const QList<Entry> all = session::withRemembered(entries);
    for (const Entry &entry : all)
        gatherPeople(entry);
    for (const Entry &entry : all)
        gatherConnections(entry);
    for (const Entry &entry : all)
        gatherHomes(textsOf(entry.body));
    addAccount(QFileInfo(QDir::homePath()).fileName());
    compile();
}

void Pseudonyms::compile()
{
    // The longest first: what is part of another name must not break it.
    std::ranges::sort(m_spellings, [](const QString &left, const QString &right) {
        return left.size() != right.size() ? left.size() > right.size() : left < right;
    });
    QStringList patterns;
    for (const QString &spelling : std::as_const(m_spellings))
        patterns.append(QRegularExpression::escape(spelling));
    m_names.setPattern(QString::fromUtf16(beforeName) + u'(' + patterns.join(u'|') + u')'
                       + QString::fromUtf16(afterName));
    m_names.setPatternOptions(QRegularExpression::CaseInsensitiveOption
                              | QRegularExpression::UseUnicodePropertiesOption);
}

void Pseudonyms::gatherPeople(const Entry &entry)
{
    if (entry.actor != QLatin1String("holdpoint"))
        addPerson(entry.actor, "operator");
    gatherNamed(entry.body);
    gatherNamed(entry.body[QLatin1String("evidence")].toObject());
    for (const auto rung : entry.body[QLatin1String("ladder")].toArray()) {
        gatherNamed(rung.toObject());
        const QString person = m_pseudonyms.value(folded(rung[u"contact"].toString()));
        add(rung[u"phone"].toString(), QStringLiteral("(number of %1)").arg(person));
        add(rung[u"email"].toString(), QStringLiteral("(address of %1)").arg(person));
    }
}

void Pseudonyms::gatherNamed(const QJsonObject &object)
{
    for (const auto &[key, part] : personKeys)
        addPerson(object[QLatin1String(key)].toString(), part);
}

void Pseudonyms::gatherConnections(const Entry &entry)
{
    const QJsonObject hosts = entry.body[QLatin1String("hosts")].toObject();
    for (auto host = hosts.begin(); host != hosts.end(); ++host)
        m_roles.insert(folded(host.key()));
    for (const auto value : hosts)
        addAddress(value.toString());
    if (entry.type == QLatin1String("connected")) {
        addAccount(entry.body[QLatin1String("user")].toString());
        addHost(entry.body[QLatin1String("host")].toString());
        for (const auto value : entry.body[QLatin1String("via")].toArray())
            gatherJump(value.toString());
    }
    if (entry.type == QLatin1String("connected") || entry.type == QLatin1String("connection-failed"))
        addAddress(entry.body[QLatin1String("address")].toString());
    if (entry.type == QLatin1String("connection-failed"))
        gatherReason(entry.body[QLatin1String("reason")].toString());
    addKey(entry.body[QLatin1String("key_fingerprint")].toString());
}

/// "ops@bastion:22 SHA256:..."
void Pseudonyms::gatherJump(const QString &jump)
{
    if (jump.startsWith(QLatin1String("ProxyCommand ")))
        return;
    addAddress(jump.section(u' ', 0, 0));
    addKey(jump.section(u' ', 1, 1));
}

/// Of a connection that failed on its way no entry names the jump hosts but this sentence.
void Pseudonyms::gatherReason(const QString &reason)
{
    static const QRegularExpression addresses(QStringLiteral("[^\\s@\"'(]+@[\\w.\\[\\]:-]*\\w\\]?"
                                                             "|[^\\s\"'(]+(?= \\(jump host for )"
                                                             "|(?<=\\(jump host for )[^\\s)]+"),
                                              QRegularExpression::UseUnicodePropertiesOption);
    for (auto found = addresses.globalMatch(reason); found.hasNext();)
        addAddress(found.next().captured());
}

/// Paths name the accounts whose they are.
void Pseudonyms::gatherHomes(const QString &text)
{
    static const QRegularExpression homes(QStringLiteral("/(?:home|Users)/(\\w(?:[\\w.@-]*\\w)?)"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    for (auto found = homes.globalMatch(text); found.hasNext();)
        addAccount(found.next().captured(1));
}

void Pseudonyms::addPerson(const QString &name, const char *part)
{
    const QString known = folded(name);
    if (known.isEmpty() || m_pseudonyms.contains(known))
        return;
    const QString pseudonym = QStringLiteral("Person %1 (%2)").arg(++m_people).arg(QLatin1String(part));
    add(name, pseudonym);
    // "ada@noc" is "ada" to the shell that she works in.
    if (const QString account = name.section(u'@', 0, 0); account.size() >= shortestName)
        add(account, pseudonym);
}

void Pseudonyms::addAccount(const QString &name)
{
    if (name != QLatin1String("root")) // it names nobody
        addPerson(name, "account");
}

/// "ada@web1.example:2222", as HostAddress reads it.
void Pseudonyms::addAddress(const QString &text)
{
    const auto address = session::HostAddress::parse(text);
    if (!address)
        return;
    addAccount(address->user);
    addHost(address->host);
    if (m_replacesHosts == Pseudonymity::Hosts::Named || address->port == 0 || address->port == usualPort)
        return;
    const session::HostAddress place{.host = address->host, .port = address->port};
    add(place.toString(), m_pseudonyms.value(folded(address->host)) + QStringLiteral(":0"));
}

void Pseudonyms::addHost(const QString &name)
{
    const QString known = folded(name);
    if (m_replacesHosts == Pseudonymity::Hosts::Named || known.isEmpty() || m_pseudonyms.contains(known))
        return;
    const QString pseudonym = QStringLiteral("Host %1").arg(++m_hosts);
    add(name, pseudonym);
    // A role is the runbook's word, and stands in it everywhere.
    if (const QString label = firstLabel(name); label.size() >= shortestName && !m_roles.contains(folded(label)))
        add(label, pseudonym);
}

void Pseudonyms::addKey(const QString &fingerprint)
{
    const QString known = folded(fingerprint);
    if (m_replacesHosts == Pseudonymity::Hosts::Replaced && !known.isEmpty() && !m_pseudonyms.contains(known))
        add(fingerprint, QStringLiteral("Key %1").arg(++m_keys));
}

void Pseudonyms::add(const QString &name, const QString &pseudonym)
{
    const QString known = folded(name);
    if (known.isEmpty() || m_pseudonyms.contains(known))
        return;
    for (const QString &spelling : spellingsOf(name.trimmed())) {
        if (!m_spellings.contains(spelling))
            m_spellings.append(spelling);
        // What counts as one name with another's spelling keeps that one's pseudonym.
        if (const QString also = folded(spelling); !m_pseudonyms.contains(also))
            m_pseudonyms.insert(also, pseudonym);
    }
    QJsonArray names = m_key[pseudonym].toArray();
    names.append(name.trimmed());
    m_key.insert(pseudonym, names);
}

QString Pseudonyms::pseudonymOf(const QString &name) const
{
    return m_pseudonyms.value(folded(name), QStringLiteral("(name)"));
}

QString Pseudonyms::replaced(const QString &original) const
{
    if (m_pseudonyms.isEmpty())
        return original;
    const QString text = matchable(original);
    QString result;
    qsizetype at = 0;
    for (auto matches = m_names.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += plainlyReplaced(text.sliced(at, match.capturedStart(1) - at), 0);
        result += pseudonymOf(match.captured(1));
        at = match.capturedEnd(1);
    }
    return result + plainlyReplaced(text.sliced(at), 0);
}

/// Does not rely on the pattern: where that gave up, for whatever reason, no name may stay.
QString Pseudonyms::plainlyReplaced(QString text, qsizetype firstSpelling) const
{
    QString result;
    for (qsizetype i = firstSpelling; i < m_spellings.size(); ++i) {
        const QString &name = m_spellings[i];
        for (qsizetype at = wordIndex(text, name); at >= 0; at = wordIndex(text, name)) {
            result += plainlyReplaced(text.first(at), i + 1) + pseudonymOf(name);
            text.remove(0, at + name.size());
        }
    }
    return result + text;
}

QJsonValue Pseudonyms::replacedValue(const QString &key, const QJsonValue &value) const
{
    if (m_replacesHosts == Pseudonymity::Hosts::Replaced && key == QLatin1String("port"))
        return 0;
    if (value.isString())
        return contains(ownWords, key) ? value : replaced(value.toString());
    if (value.isObject())
        return contains(keyedByRole, key) ? replacedKeys(value.toObject()) : replaced(value.toObject());
    if (!value.isArray())
        return value;
    QJsonArray array;
    for (const auto item : value.toArray())
        array.append(replacedValue(QString(), item));
    return array;
}

QJsonObject Pseudonyms::replaced(const QJsonObject &object) const
{
    QJsonObject result;
    for (auto field = object.begin(); field != object.end(); ++field)
        result.insert(field.key(), replacedValue(field.key(), field.value()));
    return result;
}

QJsonObject Pseudonyms::replacedKeys(const QJsonObject &object) const
{
    QJsonObject result;
    for (auto field = object.begin(); field != object.end(); ++field)
        result.insert(replaced(field.key()), replacedValue(QString(), field.value()));
    return result;
}

QByteArray Pseudonyms::replacedEvents(const QByteArray &events) const
{
    QList<QByteArray> lines = events.split('\n');
    for (QByteArray &line : lines) {
        const QJsonDocument read = QJsonDocument::fromJson(line);
        if (!read.isArray()) {
            line = replaced(QString::fromUtf8(line)).toUtf8();
            continue;
        }
        QJsonArray event = read.array();
        for (qsizetype i = 2; i < event.size(); ++i) // behind time and kind
            event[i] = replacedValue(QString(), event[i]);
        line = QJsonDocument(event).toJson(QJsonDocument::Compact);
    }
    return lines.join('\n');
}

namespace {

void replaceAttachments(Entry &entry, const Pseudonyms &pseudonyms, Pseudonymity::Recordings recordings)
{
    const bool isRecording = entry.type == QLatin1String("output");
    if (isRecording && recordings == Pseudonymity::Recordings::LeftOut)
        entry.attachments.clear();
    for (ledger::Attachment &attachment : entry.attachments) {
        attachment.bytes = isRecording ? pseudonyms.replacedEvents(attachment.bytes)
                                       : pseudonyms.replaced(QString::fromUtf8(attachment.bytes)).toUtf8();
        attachment.commitment.clear();
        attachment.salt.clear();
    }
}

/// What a hash is of can be found by trying, where all but a name of it is known. The runbook's own, at the top of a body, stays:
/// the report does not have what is behind it.
QJsonObject withoutHashes(QJsonObject object)
{
    static const QRegularExpression told(QStringLiteral("SHA-256 [0-9a-f]{64}"));
    object.remove(QLatin1String("output_sha256"));
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (field.value().isObject()) {
            QJsonObject inner = field.value().toObject();
            inner.remove(QLatin1String("sha256"));
            field.value() = withoutHashes(std::move(inner));
        } else if (field.value().isArray()) {
            QJsonArray array;
            for (const auto item : field.value().toArray())
                array.append(item.isObject() ? withoutHashes(item.toObject()) : QJsonValue(item));
            field.value() = array;
        } else if (field.key() == QLatin1String("outcome")) {
            field.value() = field.value().toString().replace(told, QStringLiteral("SHA-256 (left out)"));
        }
    }
    return object;
}

} // namespace

ReportInput pseudonymised(ReportInput input, const Pseudonymity &pseudonymity, QJsonObject &key)
{
    const Pseudonyms pseudonyms(input.entries, pseudonymity.hosts);
    key = pseudonyms.key();
    for (Entry &entry : input.entries) {
        entry.actor = pseudonyms.replaced(entry.actor);
        entry.body = pseudonyms.replaced(withoutHashes(entry.body));
        entry.record.clear();
        entry.leaf.clear();
        entry.previousLeaf.clear();
        replaceAttachments(entry, pseudonyms, pseudonymity.recordings);
    }
    input.inclusionPaths.clear();
    if (input.signer)
        input.signer->identity = QStringLiteral("SIGNER");
    input.certificate.reset();
    input.uncertifiedReason.clear();
    input.unsignedReason.clear();
    input.pseudonymity = pseudonymity;
    input.pseudonymity->recordingsReason = pseudonyms.replaced(pseudonymity.recordingsReason);
    return input;
}

Result<> checkPseudonymousCall(const QString &certificate, const QString &keyFile, const QString &report)
{
    if (!certificate.isEmpty())
        return fail(ErrorKind::Invalid,
                    QStringLiteral("a pseudonymous report cannot be signed with a certificate: that names "
                                   "its holder in the report"));
    if (keyFile.isEmpty())
        return {};
    const QString kept = QDir::cleanPath(QFileInfo(keyFile).absoluteFilePath());
    const QString target = QDir::cleanPath(QFileInfo(report).absoluteFilePath());
    if (kept == target || kept.startsWith(target + u'/'))
        return fail(ErrorKind::Invalid,
                    QStringLiteral("%1 lies in the report: who is who must be kept elsewhere").arg(keyFile));
    return checkKeyFile(keyFile);
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
