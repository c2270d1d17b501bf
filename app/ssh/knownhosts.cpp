// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/knownhosts.h>

#include <app/ssh/optionalfile.h>

#include <models/base/bytes.h>
#include <models/base/sshpattern.h>

#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <algorithm>
#include <functional>

namespace holdpoint::ssh {

namespace {

constexpr qint64 largestFile = 64 << 20;
constexpr quint16 defaultPort = 22;

enum class Marker { None, CertAuthority, Revoked };

struct Entry
{
    Marker marker = Marker::None;
    QByteArray hosts;
    QByteArray type;
    QByteArray key;
    QString place; ///< "FILE:LINE"
};

/// Cuts the next word off; words are parted by spaces and tabs.
QByteArray takeWord(QByteArrayView &rest)
{
    const auto isBlank = [](char character) { return character == ' ' || character == '\t'; };
    while (!rest.isEmpty() && isBlank(rest.front()))
        rest = rest.sliced(1);
    qsizetype end = 0;
    while (end < rest.size() && !isBlank(rest[end]))
        ++end;
    const QByteArray word = rest.first(end).toByteArray();
    rest = rest.sliced(end);
    return word;
}

bool readMarker(const QByteArray &word, Marker &marker)
{
    if (word == "@revoked")
        marker = Marker::Revoked;
    else if (word == "@cert-authority")
        marker = Marker::CertAuthority;
    else
        return false;
    return true;
}

/// False for comments and for what nobody can read.
bool readLine(QByteArrayView line, Entry &entry)
{
    if (const qsizetype nul = line.indexOf('\0'); nul >= 0)
        line = line.first(nul);
    if (line.endsWith('\r'))
        line = line.chopped(1);
    entry.hosts = takeWord(line);
    if (entry.hosts.isEmpty() || entry.hosts.startsWith('#'))
        return false;
    if (entry.hosts.startsWith('@')) {
        if (!readMarker(entry.hosts, entry.marker))
            return false;
        entry.hosts = takeWord(line);
    }
    entry.type = takeWord(line);
    const auto decoded = QByteArray::fromBase64Encoding(takeWord(line), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return false;
    entry.key = decoded.decoded;
    return !entry.type.isEmpty() && KnownHosts::typeOf(entry.key) == entry.type;
}

/// "|1|salt|HMAC-SHA1(salt, name)", both in base64.
bool matchesHash(const QByteArray &name, const QByteArray &field)
{
    const QList<QByteArray> parts = field.split('|');
    if (parts.size() != 4 || parts[1] != "1")
        return false;
    const QByteArray salt = QByteArray::fromBase64(parts[2]);
    const QByteArray expected = QByteArray::fromBase64(parts[3]);
    return !expected.isEmpty()
           && QMessageAuthenticationCode::hash(name, salt, QCryptographicHash::Sha1) == expected;
}

bool matchesHosts(const QByteArray &name, const QByteArray &field)
{
    if (field.startsWith('|'))
        return matchesHash(name, field);
    return matchesList(name, field.toLower());
}

/// The name as known_hosts lines spell it: lower case, with the port only when it is not the usual one.
QByteArray spelled(const QString &name, quint16 port)
{
    const QByteArray lower = name.toLower().toUtf8();
    return port == defaultPort || port == 0 ? lower : '[' + lower + "]:" + QByteArray::number(port);
}

/// Calls `visit` with every entry for the name. Errors: what keeps a file from being read; a missing file is empty.
Result<> forEachEntry(const QStringList &files, const QByteArray &name, const std::function<void(const Entry &)> &visit)
{
    for (const QString &path : files) {
        const auto bytes = readOptionalFile(path, largestFile);
        if (!bytes)
            return fail(bytes.error());
        qsizetype start = 0;
        for (int number = 1; start < bytes->size(); ++number) {
            qsizetype end = bytes->indexOf('\n', start);
            end = end < 0 ? bytes->size() : end;
            Entry entry;
            if (readLine(QByteArrayView(*bytes).sliced(start, end - start), entry) && matchesHosts(name, entry.hosts)) {
                entry.place = QStringLiteral("%1:%2").arg(path).arg(number);
                visit(entry);
            }
            start = end + 1;
        }
    }
    return {};
}

/// Whether a line with this name is about the host of this name, and no other.
bool meansItself(const QString &name)
{
    static const QString special = QStringLiteral(",*?!|#@ \t\r\n");
    return !name.isEmpty() && std::none_of(name.begin(), name.end(), [](QChar c) { return special.contains(c); });
}

QByteArray hashed(const QByteArray &name)
{
    QByteArray salt(20, '\0'); // as long as the hash, as ssh-keygen -H has it
    QRandomGenerator::system()->generate(salt.begin(), salt.end());
    return "|1|" + salt.toBase64() + '|'
           + QMessageAuthenticationCode::hash(name, salt, QCryptographicHash::Sha1).toBase64();
}

struct Places
{
    QString same, other, revoked, authority;
};

HostKeyFinding judge(const Places &places)
{
    if (!places.revoked.isEmpty())
        return {HostKeyVerdict::Revoked, QStringLiteral("marked as revoked at %1").arg(places.revoked)};
    if (!places.same.isEmpty())
        return {HostKeyVerdict::Ok, places.same};
    if (!places.other.isEmpty())
        return {HostKeyVerdict::Changed, QStringLiteral("another key is recorded at %1").arg(places.other)};
    if (!places.authority.isEmpty()) {
        return {HostKeyVerdict::CaOnly,
                QStringLiteral("this host is verified by the certificate authority at %1").arg(places.authority)};
    }
    return {HostKeyVerdict::Unknown, {}};
}

HostKeyFinding checkName(const QStringList &files, const QByteArray &name, const QByteArray &key)
{
    Places places;
    const auto read = forEachEntry(files, name, [&](const Entry &entry) {
        QString &place = entry.marker == Marker::CertAuthority ? places.authority
                         : entry.marker == Marker::Revoked     ? places.revoked
                         : entry.key == key                    ? places.same
                                                               : places.other;
        if (place.isEmpty() && (entry.marker != Marker::Revoked || entry.key == key))
            place = entry.place;
    });
    if (!read)
        return {HostKeyVerdict::FileError, read.error().detail};
    return judge(places);
}

} // namespace

QByteArray KnownHosts::typeOf(const QByteArray &key)
{
    ByteReader reader(key);
    const QByteArray type = reader.string();
    return reader.isGood() && !reader.atEnd() ? type : QByteArray();
}

HostKeyFinding KnownHosts::check(const QString &name, quint16 port, const QByteArray &key) const
{
    const HostKeyFinding finding = checkName(m_files, spelled(name, port), key);
    if (finding.verdict != HostKeyVerdict::Unknown || port == defaultPort)
        return finding;
    // As ssh(1) does: the same key recorded without a port is good enough, and a revoked one is bad enough.
    const HostKeyFinding plain = checkName(m_files, spelled(name, defaultPort), key);
    const bool counts = plain.verdict == HostKeyVerdict::Ok || plain.verdict == HostKeyVerdict::Revoked;
    return counts ? plain : finding;
}

QList<QByteArray> KnownHosts::keyTypes(const QString &name, quint16 port) const
{
    QList<QByteArray> types;
    const auto note = [&](const Entry &entry) {
        if (entry.marker == Marker::None && !types.contains(entry.type))
            types.append(entry.type);
    };
    // A file that cannot be read is reported by check(); here it only means no preference.
    static_cast<void>(forEachEntry(m_files, spelled(name, port), note));
    if (types.isEmpty() && port != defaultPort)
        static_cast<void>(forEachEntry(m_files, spelled(name, defaultPort), note));
    return types;
}

Result<> KnownHosts::add(const QString &name, quint16 port, const QByteArray &key, HostNames names) const
{
    if (names == HostNames::Plain && !meansItself(name)) {
        return fail(ErrorKind::Invalid,
                    QStringLiteral("no key can be recorded for \"%1\": in known_hosts this would mean other hosts").arg(name));
    }
    // A known_hosts that is a link into somebody's dotfiles stays one.
    const QString canonical = QFileInfo(m_files.front()).canonicalFilePath();
    const QString path = canonical.isEmpty() ? m_files.front() : canonical;
    if (meansNoFile(path))
        return {};
    const auto bytes = readOptionalFile(path, largestFile);
    if (!bytes)
        return fail(ErrorKind::Io, bytes.error().detail);
    if (auto made = makePrivateFolder(QFileInfo(path).absolutePath()); !made)
        return made;
    QByteArray content = *bytes;
    if (!content.isEmpty() && !content.endsWith('\n'))
        content += '\n';
    const QByteArray host = spelled(name, port);
    content += (names == HostNames::Hashed ? hashed(host) : host) + ' ' + typeOf(key) + ' ' + key.toBase64() + '\n';
    return writePrivateFile(path, content);
}

} // namespace holdpoint::ssh
