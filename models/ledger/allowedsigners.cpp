// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/sshsig.h>

#include <models/base/bytes.h>
#include <models/base/text.h>

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <iterator>

namespace holdpoint::sshsig {

namespace {

struct Options
{
    bool good = true;
    AllowedSigner signer;
};

/// "YYYYMMDD[HHMM[SS]]" with an optional "Z" or "UTC"; local time without it (ssh-keygen(1), ALLOWED SIGNERS).
QDateTime timeFrom(QString text)
{
    const QLatin1String zones[] = {QLatin1String("UTC"), QLatin1String("Z")};
    const auto *zone = std::ranges::find_if(zones, [&](QLatin1String z) { return text.endsWith(z, Qt::CaseInsensitive); });
    const bool utc = zone != std::end(zones);
    if (utc)
        text.chop(zone->size());
    const bool isNumber = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isNumber || (text.size() != 8 && text.size() != 12 && text.size() != 14))
        return {};
    const auto part = [&](qsizetype at, qsizetype size) { return text.mid(at, size).toInt(); };
    const int day = part(6, 2);
    const QDate first(part(0, 4), part(4, 2), 1);
    const QTime clock(part(8, 2), part(10, 2));
    if (day < 1 || day > 31 || part(12, 2) > 61)
        return {};
    // A day behind the end of its month is one of the next, and so is a leap second.
    const QDateTime time(first.addDays(day - 1), clock, utc ? Qt::UTC : Qt::LocalTime);
    return first.isValid() && clock.isValid() && time.toSecsSinceEpoch() >= 0 ? time.addSecs(part(12, 2)) : QDateTime();
}

bool isBlank(QChar c) { return c == u' ' || c == u'\t'; }

void skipBlanks(QStringView &rest)
{
    while (!rest.isEmpty() && isBlank(rest.front()))
        rest = rest.sliced(1);
}

/// The next word of the line; blanks inside double quotes belong to it.
QString takeWord(QStringView &rest)
{
    skipBlanks(rest);
    bool quoted = false;
    qsizetype end = 0;
    for (; end < rest.size() && (quoted || !isBlank(rest[end])); ++end) {
        if (rest[end] == u'"')
            quoted = !quoted;
    }
    const QString word = rest.first(end).toString();
    rest = rest.sliced(end);
    return word;
}

/// The names at the line's begin, in quotes or up to a blank.
QStringList takeNames(QStringView &rest)
{
    const bool isQuoted = rest.startsWith(u'"');
    const qsizetype begin = isQuoted ? 1 : 0;
    qsizetype end = begin;
    while (end < rest.size() && (isQuoted ? rest[end] != u'"' : !isBlank(rest[end])))
        ++end;
    if (end == rest.size())
        return {};
    const QString names = rest.sliced(begin, end - begin).toString();
    rest = rest.sliced(end + 1);
    return names.split(u',', Qt::SkipEmptyParts);
}

QStringList splitOutsideQuotes(const QString &text)
{
    QStringList parts(QString{});
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (c == u',' && !quoted)
            parts.append(QString());
        else
            parts.last().append(c);
    }
    return parts;
}

/// What stands between the quotes around it; nothing where they do not stand around all of it.
std::optional<QString> unquoted(const QString &text)
{
    const bool isQuoted = text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"') && text.count(u'"') == 2;
    return isQuoted ? std::optional(text.sliced(1).chopped(1)) : std::nullopt;
}

/// A time that no other option of the line has set before.
bool takeTime(const QString &value, QDateTime &time)
{
    const bool isFirst = !time.isValid();
    time = timeFrom(value);
    return isFirst && time.isValid();
}

bool takeOption(const QString &option, AllowedSigner &signer)
{
    const QString name = option.section(u'=', 0, 0).toLower();
    if (name == QLatin1String("cert-authority") && !option.contains(u'=')) {
        signer.certificateAuthority = true;
        return true;
    }
    const auto value = unquoted(option.section(u'=', 1));
    if (!value)
        return false;
    if (name == QLatin1String("valid-after"))
        return takeTime(*value, signer.validAfter);
    if (name == QLatin1String("valid-before"))
        return takeTime(*value, signer.validBefore);
    if (name != QLatin1String("namespaces") || value->isEmpty() || !signer.namespaces.isEmpty())
        return false;
    signer.namespaces = value->split(u',');
    return true;
}

Options optionsFrom(const QString &word)
{
    Options options;
    const QStringList parts = splitOutsideQuotes(word);
    options.good = !parts.last().isEmpty();
    for (const QString &option : parts)
        options.good = (option.isEmpty() || takeOption(option, options.signer)) && options.good;
    const AllowedSigner &signer = options.signer;
    options.good = options.good
                   && !(signer.validAfter.isValid() && signer.validBefore.isValid() && signer.validBefore <= signer.validAfter);
    return options;
}

bool isKeyType(const QString &word)
{
    return word.startsWith(QLatin1String("ssh-")) || word.startsWith(QLatin1String("ecdsa-"))
           || word.startsWith(QLatin1String("sk-")) || word.startsWith(QLatin1String("rsa-"));
}

/// Nothing for a line that breaks a rule: an entry that is not understood allows nobody.
std::optional<AllowedSigner> signerFrom(QStringView line)
{
    const QStringList principals = takeNames(line);
    QString word = takeWord(line);
    Options options;
    if (!isKeyType(word)) {
        options = optionsFrom(word);
        word = takeWord(line);
    }
    const auto key = QByteArray::fromBase64Encoding(takeWord(line).toUtf8(), QByteArray::AbortOnBase64DecodingErrors);
    if (!options.good || principals.isEmpty() || !key || ByteReader(key.decoded).string() != word.toUtf8())
        return {};
    AllowedSigner signer = options.signer;
    signer.principals = principals;
    signer.publicKey = key.decoded;
    return signer;
}

/// OpenSSH's pattern lists (ssh_config(5), PATTERNS): `*` and `?`; a matching `!pattern` refuses.
bool matches(const QStringList &patterns, const QString &text)
{
    bool matched = false;
    for (const QString &entry : patterns) {
        const bool negated = entry.startsWith(u'!');
        const QString pattern = negated ? entry.mid(1) : entry;
        QString expression = QRegularExpression::escape(pattern);
        expression.replace(QLatin1String("\\*"), QLatin1String(".*")).replace(QLatin1String("\\?"), QLatin1String("."));
        const QRegularExpression matcher(QRegularExpression::anchoredPattern(expression),
                                         QRegularExpression::DotMatchesEverythingOption);
        if (!matcher.match(text).hasMatch())
            continue;
        if (negated)
            return false;
        matched = true;
    }
    return matched;
}

/// Whether it is anybody's line: a name that another one of the list takes back is nobody's.
bool namesSomebody(const QStringList &principals)
{
    return std::ranges::any_of(principals, [&](const QString &name) {
        return !name.startsWith(u'!') && matches(principals, name);
    });
}

} // namespace

QList<AllowedSigner> parseAllowedSigners(const QByteArray &text)
{
    QList<AllowedSigner> signers;
    for (const QByteArray &bytes : text.split('\n')) {
        const QString line = textFrom(bytes).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (auto signer = signerFrom(line))
            signers.append(*signer);
    }
    return signers;
}

Result<AllowedSigner> findSigner(const QList<AllowedSigner> &signers, const Signature &signature, const QDateTime &when)
{
    QString reason = QStringLiteral("the key %1 is not among the allowed signers").arg(fingerprint(signature.publicKey));
    for (const AllowedSigner &signer : signers) {
        if (signer.publicKey != signature.publicKey)
            continue;
        const QString name = signer.principals.join(u',');
        if (!namesSomebody(signer.principals))
            reason = QStringLiteral("the line of the key names nobody");
        else if (signer.certificateAuthority)
            reason = QStringLiteral("the key of %1 is a certificate authority and signs no files itself").arg(name);
        else if (!signer.namespaces.isEmpty() && !matches(signer.namespaces, signature.nameSpace))
            reason = QStringLiteral("the key of %1 is not allowed to sign \"%2\"").arg(name, signature.nameSpace);
        else if (signer.validAfter.isValid() && when < signer.validAfter)
            reason = QStringLiteral("the key of %1 is not valid yet").arg(name);
        else if (signer.validBefore.isValid() && when > signer.validBefore)
            reason = QStringLiteral("the key of %1 has expired").arg(name);
        else
            return signer;
    }
    return fail(ErrorKind::NotFound, reason);
}

} // namespace holdpoint::sshsig
