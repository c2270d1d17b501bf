// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/sshsig.h>

#include <models/base/bytes.h>
#include <models/base/sshpattern.h>
#include <models/base/text.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <optional>

namespace holdpoint::sshsig {

namespace {

/// Digits, before which blanks may stand, as strptime(3) reads a field; nothing for what is beyond its range.
std::optional<int> fieldFrom(QByteArrayView text, int least, int most)
{
    while (text.startsWith(' '))
        text = text.sliced(1);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.isEmpty() || !std::ranges::all_of(text, isDigit))
        return {};
    const int value = text.toByteArray().toInt();
    return value >= least && value <= most ? std::optional(value) : std::nullopt;
}

/// "YYYYMMDD[HHMM[SS]]" with an optional "Z" or "UTC"; local time without it (ssh-keygen(1), ALLOWED SIGNERS).
QDateTime timeFrom(QByteArray text)
{
    const QByteArray upper = text.toUpper();
    const bool isUtc = upper.endsWith("Z") || upper.endsWith("UTC");
    if (isUtc)
        text.chop(upper.endsWith("Z") ? 1 : 3);
    if (text.size() != 8 && text.size() != 12 && text.size() != 14)
        return {};
    const QByteArray padded = text.leftJustified(14, '0');
    const auto part = [&](qsizetype at, qsizetype size, int least, int most) {
        return fieldFrom(QByteArrayView(padded).sliced(at, size), least, most);
    };
    const std::array parts{part(0, 4, 0, 9999), part(4, 2, 1, 12),  part(6, 2, 1, 31),
                           part(8, 2, 0, 23),   part(10, 2, 0, 59), part(12, 2, 0, 61)};
    if (!std::ranges::all_of(parts, [](const auto &each) { return each.has_value(); }))
        return {};
    // A day behind the end of its month is one of the next, and so is a leap second; local time is without summer time.
    std::tm broken{};
    broken.tm_year = *parts[0] - 1900;
    broken.tm_mon = *parts[1] - 1;
    broken.tm_mday = *parts[2];
    broken.tm_hour = *parts[3];
    broken.tm_min = *parts[4];
    broken.tm_sec = *parts[5];
    const std::time_t time = isUtc ? ::timegm(&broken) : std::mktime(&broken);
    return time > 0 ? QDateTime::fromSecsSinceEpoch(time, Qt::UTC) : QDateTime(); // 0 stands for none
}

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isBlankOrReturn(char c) { return isBlank(c) || c == '\r'; }

template <class IsBlank> QByteArrayView withoutBlanks(QByteArrayView text, IsBlank isBlank)
{
    return text.sliced(std::ranges::find_if_not(text, isBlank) - text.begin());
}

/// Takes so many bytes from the front, and the blanks behind them.
QByteArray take(QByteArrayView &rest, qsizetype size)
{
    const QByteArray word = rest.first(size).toByteArray();
    rest = withoutBlanks(rest.sliced(size), isBlank);
    return word;
}

QByteArray takeWord(QByteArrayView &rest) { return take(rest, std::ranges::find_if(rest, isBlank) - rest.begin()); }

/// The options, in which blanks between quotes belong to them; nothing where a quote is missing.
std::optional<QByteArray> takeQuotedWord(QByteArrayView &rest)
{
    bool isQuoted = false;
    qsizetype end = 0;
    for (; end < rest.size() && (isQuoted || !isBlank(rest[end])); ++end) {
        if (rest.sliced(end).startsWith("\\\""))
            ++end;
        else if (rest[end] == '"')
            isQuoted = !isQuoted;
    }
    return isQuoted ? std::nullopt : std::optional(take(rest, end));
}

/// The names at the line's begin, up to a blank or a quote; from a quote on up to the next one.
QByteArrayList takeNames(QByteArrayView &rest)
{
    const auto isEnd = [](char c) { return isBlankOrReturn(c) || c == '"'; };
    const qsizetype place = std::ranges::find_if(rest, isEnd) - rest.begin();
    const bool isQuoted = place < rest.size() && rest[place] == '"';
    const qsizetype end = isQuoted ? rest.indexOf('"', place + 1) : place;
    if (end < 0 || end == rest.size())
        return {};
    const QByteArray names = rest.first(end).toByteArray().remove(place, isQuoted ? 1 : 0);
    rest = withoutBlanks(rest.sliced(end + 1), isBlankOrReturn);
    QByteArrayList parts = names.split(',');
    parts.removeAll(QByteArray());
    return parts;
}

/// What stands between the quotes at the begin, in which a backslash takes its meaning from a quote.
std::optional<QByteArray> takeValue(QByteArrayView &rest)
{
    if (!rest.startsWith('"'))
        return {};
    QByteArray value;
    for (rest = rest.sliced(1); !rest.isEmpty() && rest.front() != '"'; rest = rest.sliced(1)) {
        if (rest.startsWith("\\\""))
            rest = rest.sliced(1);
        value.append(rest.front());
    }
    if (rest.isEmpty())
        return {};
    rest = rest.sliced(1);
    return value;
}

/// In any case of its letters.
bool takeIf(QByteArrayView &rest, QByteArrayView word)
{
    if (rest.size() < word.size() || rest.first(word.size()).compare(word, Qt::CaseInsensitive) != 0)
        return false;
    rest = rest.sliced(word.size());
    return true;
}

/// A time that no other option of the line has set before.
bool takeTime(QByteArrayView &rest, QDateTime &time)
{
    const bool isFirst = !time.isValid();
    time = timeFrom(takeValue(rest).value_or(QByteArray()));
    return isFirst && time.isValid();
}

bool takeNamespaces(QByteArrayView &rest, QByteArrayList &namespaces)
{
    const auto value = takeValue(rest);
    if (!value || value->isEmpty() || !namespaces.isEmpty())
        return false;
    namespaces = value->split(',');
    return true;
}

/// Nothing is taken where no known option stands there.
bool takeOption(QByteArrayView &rest, AllowedSigner &signer)
{
    if (takeIf(rest, "cert-authority"))
        signer.certificateAuthority = true;
    else if (takeIf(rest, "namespaces="))
        return takeNamespaces(rest, signer.namespaces);
    else if (takeIf(rest, "valid-after="))
        return takeTime(rest, signer.validAfter);
    else if (takeIf(rest, "valid-before="))
        return takeTime(rest, signer.validBefore);
    return true;
}

bool takeOptions(QByteArrayView rest, AllowedSigner &signer)
{
    while (!rest.isEmpty()) {
        if (!takeOption(rest, signer))
            return false;
        if (rest.isEmpty())
            break;
        if (rest.front() != ',' || rest.size() == 1)
            return false;
        rest = rest.sliced(1);
    }
    return !(signer.validAfter.isValid() && signer.validBefore.isValid() && signer.validBefore <= signer.validAfter);
}

bool isKeyType(QByteArrayView word)
{
    return std::ranges::any_of(std::array{"ssh-", "ecdsa-", "sk-", "rsa-"},
                               [&](const char *begin) { return word.startsWith(begin); });
}

/// A key of RSA goes by the names of its signatures too.
bool isTypeOf(const QByteArray &word, const QByteArray &key)
{
    const QByteArray type = ByteReader(key).string();
    return word == type || (type == "ssh-rsa" && (word == "rsa-sha2-256" || word == "rsa-sha2-512"));
}

/// Nothing for what is no base64, in which only blanks that end no word mean nothing.
QByteArray keyFrom(QByteArray word)
{
    for (const char blank : {'\v', '\f', '\r'})
        word.replace(blank, QByteArray());
    const QByteArray key = QByteArray::fromBase64(word);
    return key.toBase64() == word ? key : QByteArray();
}

/// Nothing for a line that breaks a rule: an entry that is not understood allows nobody.
std::optional<AllowedSigner> signerFrom(QByteArrayView line)
{
    AllowedSigner signer;
    signer.principals = takeNames(line);
    if (!isKeyType(line)) {
        const auto options = takeQuotedWord(line);
        if (!options || !takeOptions(*options, signer))
            return {};
    }
    const QByteArray type = takeWord(line);
    signer.publicKey = keyFrom(takeWord(line));
    const bool isWhole = !signer.principals.isEmpty() && !signer.publicKey.isEmpty();
    return isWhole && isTypeOf(type, signer.publicKey) ? std::optional(signer) : std::nullopt;
}

/// Whether it is anybody's line: a name that another one of the list takes back is nobody's.
bool namesSomebody(const QByteArrayList &principals)
{
    return std::ranges::any_of(
        principals, [&](const QByteArray &name) { return !name.startsWith('!') && matchesList(name, principals); });
}

} // namespace

QList<AllowedSigner> parseAllowedSigners(const QByteArray &text)
{
    QList<AllowedSigner> signers;
    for (const QByteArray &bytes : text.split('\n')) {
        // To ssh-keygen, which is written in C, a line ends with a zero byte too.
        const QByteArrayView whole = QByteArrayView(bytes).first(qstrnlen(bytes.constData(), bytes.size()));
        const QByteArrayView line = withoutBlanks(whole, isBlank);
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        if (auto signer = signerFrom(line))
            signers.append(*signer);
    }
    return signers;
}

Result<AllowedSigner> findSigner(const QList<AllowedSigner> &signers, const Signature &signature, const QDateTime &when)
{
    QString reason =
        QStringLiteral("the key %1 is not among the allowed signers").arg(fingerprint(signature.publicKey));
    for (const AllowedSigner &signer : signers) {
        if (signer.publicKey != signature.publicKey)
            continue;
        const QString name = textFrom(signer.principals.join(','));
        if (!namesSomebody(signer.principals))
            reason = QStringLiteral("the line of the key names nobody");
        else if (signer.certificateAuthority)
            reason = QStringLiteral("the key of %1 is a certificate authority and signs no files itself").arg(name);
        else if (!signer.namespaces.isEmpty() && !matchesList(signature.nameSpace.toUtf8(), signer.namespaces))
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
