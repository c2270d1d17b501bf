// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/manifest.h>

#include <QSet>

#include <algorithm>

namespace holdpoint::report {

namespace {

constexpr qsizetype hashDigits = 64;

bool isPlainName(const QByteArray &name)
{
    // sha256sum escapes lines whose names hold a backslash or line feed; none of ours does.
    return !name.isEmpty() && name.size() <= 255 && name != "." && name != ".."
        && std::all_of(name.begin(), name.end(),
                       [](char byte) { return byte > ' ' && byte < 0x7f && byte != '/' && byte != '\\'; });
}

bool isLowerHex(const QByteArray &digits)
{
    return std::all_of(digits.begin(), digits.end(), [](char byte) {
        return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f');
    });
}

} // namespace

QByteArray writeManifest(QList<ManifestLine> lines)
{
    std::sort(lines.begin(), lines.end(),
              [](const ManifestLine &left, const ManifestLine &right) { return left.name < right.name; });
    QByteArray bytes;
    for (const ManifestLine &line : lines)
        bytes += line.sha256.toHex() + "  " + line.name.toUtf8() + '\n';
    return bytes;
}

Result<QList<ManifestLine>> readManifest(const QByteArray &bytes)
{
    if (!bytes.endsWith('\n'))
        return fail(ErrorKind::Invalid, QStringLiteral("the manifest does not end with a line feed"));
    QList<ManifestLine> lines;
    QSet<QByteArray> names;
    for (const QByteArray &line : bytes.chopped(1).split('\n')) {
        const QByteArray name = line.mid(hashDigits + 2);
        const QByteArray digits = line.first(std::min(hashDigits, line.size()));
        if (!isPlainName(name) || !isLowerHex(digits) || line.mid(hashDigits, 2) != "  " || names.contains(name)) {
            return fail(ErrorKind::Invalid,
                        QStringLiteral("line %1 of the manifest is not a hash and a new plain file name")
                            .arg(lines.size() + 1));
        }
        names.insert(name);
        lines.append({QString::fromLatin1(name), QByteArray::fromHex(digits)});
    }
    return lines;
}

} // namespace holdpoint::report
