// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/highwater.h>

#include <models/base/sha256.h>
#include <models/base/privatefile.h>

#include <QFileInfo>

namespace holdpoint::ledger {

namespace {

QByteArray textOf(const Head &head)
{
    return "holdpoint high-water 1\n" + QByteArray::number(head.size) + '\n' + head.lastLeaf.toHex() + '\n'
           + head.root.toHex() + '\n';
}

QByteArray sealed(const QByteArray &text) { return text + sha256(text).toHex() + '\n'; }

} // namespace

Result<> writeHighWater(const QString &path, const Head &head) { return writePrivateFile(path, sealed(textOf(head))); }

Result<std::optional<Head>> readHighWater(const QString &path)
{
    const Result<QByteArray> bytes = readFile(path, 4096);
    if (!bytes && bytes.error().kind == ErrorKind::NotFound)
        return std::nullopt;
    if (!bytes)
        return fail(bytes.error());
    const QList<QByteArray> lines = bytes->split('\n');
    if (lines.size() > 3) {
        const Head head{lines[1].toULongLong(), QByteArray::fromHex(lines[2]), QByteArray::fromHex(lines[3])};
        if (sealed(textOf(head)) == *bytes)
            return head;
    }
    return fail(ErrorKind::Corrupt, QStringLiteral("%1 is damaged").arg(path));
}

QString highWaterPath(const QString &ledgerPath)
{
    return QFileInfo(ledgerPath).absolutePath() + QStringLiteral("/ledger.highwater");
}

} // namespace holdpoint::ledger
