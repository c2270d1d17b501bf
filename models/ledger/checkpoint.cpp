// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/checkpoint.h>

#include <models/ledger/merkle.h>

namespace holdpoint::ledger {

QString checkpointNamespace() { return QStringLiteral("ledger-checkpoint@holdpoint"); }

QByteArray checkpointBody(const QString &origin, const Head &head)
{
    return origin.toUtf8() + '\n' + QByteArray::number(head.size) + '\n' + head.root.toBase64() + '\n';
}

Result<Checkpoint> parseCheckpoint(const QByteArray &text)
{
    const auto invalid = [] { return fail(ErrorKind::Invalid, QStringLiteral("this is no ledger checkpoint")); };
    if (text.size() > 64 * 1024)
        return invalid();
    const QList<QByteArray> lines = text.split('\n');
    if (lines.size() < 4)
        return invalid();
    Checkpoint checkpoint;
    checkpoint.origin = QString::fromUtf8(lines[0]);
    bool isNumber = false;
    checkpoint.head.size = lines[1].toULongLong(&isNumber);
    const auto root = QByteArray::fromBase64Encoding(lines[2], QByteArray::AbortOnBase64DecodingErrors);
    if (checkpoint.origin.isEmpty() || !isNumber || lines[1] != QByteArray::number(checkpoint.head.size) || !root
        || root.decoded.size() != hashSize)
        return invalid();
    checkpoint.head.root = root.decoded;
    checkpoint.body = checkpointBody(checkpoint.origin, checkpoint.head);
    // One text, one meaning: an origin that is no UTF-8 would read as another.
    if (!text.startsWith(checkpoint.body))
        return invalid();
    return checkpoint;
}

} // namespace holdpoint::ledger
