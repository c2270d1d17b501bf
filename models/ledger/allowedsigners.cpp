// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/sshsig.h>

#include <models/base/bytes.h>

#include <QRegularExpression>
#include <QTimeZone>

namespace holdpoint::sshsig {

namespace {

struct Options
{
    bool good = true;
    AllowedSigner signer;
};

/// "YYYYMMDD[HHMM[SS]]" with an optional "Z"; local time without it (ssh-keygen(1), ALLOWED SIGNERS).
QDateTime timeFrom(QString text)
{
    const bool utc = text.endsWith(u'Z', Qt::CaseInsensitive);
    if (utc)
        text.chop(1);
    const QString format = QStringLiteral("yyyyMMddHHmmss").left(text.size());
    if (text.size() != 8 && text.size() != 12 && text.size() != 14)
        return {};
    QDateTime time = QDateTime::fromString(text, format);
    time.setTimeSpec(utc ? Qt::UTC : Qt::LocalTime);
    return time;
}

/// The next word of the line; blanks inside double quotes belong to it.
QString takeWord(QStringView &rest)
{
    rest = rest.trimmed();
    bool quoted = false;
    qsizetype end = 0;
    for (; end < rest.size() && (quoted || !rest[end].isSpace()); ++end) {
        if (rest[end] == u'"')
            quoted = !quoted;
    }
    const QString word = rest.first(end).toString();
    rest = rest.sliced(end).trimmed();
    return word;
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

QString unquoted(QString text) { return text.remove(u'"'); }

Options optionsFrom(const QString &word)
{
    Options options;
    for (const QString &option : splitOutsideQuotes(word)) {
        const QString name = option.section(u'=', 0, 0).toLower();
        const QString value = unquoted(option.section(u'=', 1));
        if (name == QLatin1String("cert-authority") && !option.contains(u'=')) {
            options.signer.certificateAuthority = true;
        } else if (name == QLatin1String("namespaces") && !value.isEmpty()) {
            options.signer.namespaces = value.split(u',');
        } else if (name == QLatin1String("valid-after")) {
            options.signer.validAfter = timeFrom(value);
            options.good = options.good && options.signer.validAfter.isValid();
        } else if (name == QLatin1String("valid-before")) {
            options.signer.validBefore = timeFrom(value);
            options.good = options.good && options.signer.validBefore.isValid();
        } else {
            options.good = false;
        }
    }
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
    const QString principals = unquoted(takeWord(line));
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
    signer.principals = principals.split(u',', Qt::SkipEmptyParts);
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

} // namespace

QList<AllowedSigner> parseAllowedSigners(const QByteArray &text)
{
    QList<AllowedSigner> signers;
    for (const QByteArray &bytes : text.split('\n')) {
        const QString line = QString::fromUtf8(bytes).trimmed();
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
        if (signer.certificateAuthority)
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
