// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/ledger/sshsig.h>

#include <models/base/bytes.h>
#include <models/base/sha256.h>
#include <models/ledger/sshverify.h>

#include <QCryptographicHash>

namespace holdpoint::sshsig {

namespace {

constexpr char magic[] = "SSHSIG";
constexpr qsizetype magicSize = 6;
constexpr quint32 version = 1;
constexpr char beginLine[] = "-----BEGIN SSH SIGNATURE-----";
constexpr char endLine[] = "-----END SSH SIGNATURE-----";
constexpr qsizetype lineLength = 70;
constexpr qsizetype maximumSize = 64 * 1024;

tl::unexpected<Error> malformed(const char *what)
{
    return fail(ErrorKind::Invalid, QStringLiteral("the signature has a bad %1").arg(QLatin1String(what)));
}

QByteArray signedData(const QString &nameSpace, const QByteArray &hashAlgorithm, const QByteArray &message)
{
    const auto algorithm = hashAlgorithm == "sha256" ? QCryptographicHash::Sha256 : QCryptographicHash::Sha512;
    ByteWriter writer;
    writer.raw(QByteArrayView(magic, magicSize));
    writer.string(nameSpace.toUtf8());
    writer.string({}); // reserved
    writer.string(hashAlgorithm);
    writer.string(QCryptographicHash::hash(message, algorithm));
    return writer.bytes();
}

Result<QByteArray> unarmoured(const QByteArray &armoured)
{
    if (armoured.size() > maximumSize)
        return malformed("length");
    QByteArray text = armoured;
    text.replace("\r\n", "\n");
    if (text.endsWith('\n'))
        text.chop(1);
    if (!text.startsWith(QByteArray(beginLine) + '\n') || !text.endsWith(QByteArray("\n") + endLine))
        return malformed("armour");
    const qsizetype end = text.size() - qsizetype(sizeof endLine);
    const auto start = qsizetype(sizeof beginLine);
    QByteArray base64 = text.mid(start, end - start);
    base64.replace("\n", "");
    const auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    // One signature, one text: base64 that leaves bits unused or goes without padding has many.
    if (!decoded || base64.isEmpty() || decoded.decoded.toBase64() != base64)
        return malformed("armour");
    return decoded.decoded;
}

} // namespace

QByteArray signedData(const QString &nameSpace, const QByteArray &message)
{
    return signedData(nameSpace, "sha512", message);
}

QByteArray armour(const QByteArray &publicKey, const QString &nameSpace, const QByteArray &signatureBlob)
{
    ByteWriter writer;
    writer.raw(QByteArrayView(magic, magicSize));
    writer.u32(version);
    writer.string(publicKey);
    writer.string(nameSpace.toUtf8());
    writer.string({}); // reserved
    writer.string("sha512");
    writer.string(signatureBlob);
    const QByteArray base64 = writer.bytes().toBase64();
    QByteArray text = QByteArray(beginLine) + '\n';
    for (qsizetype at = 0; at < base64.size(); at += lineLength)
        text += base64.mid(at, lineLength) + '\n';
    return text + endLine + '\n';
}

Result<Signature> parse(const QByteArray &armoured)
{
    const Result<QByteArray> bytes = unarmoured(armoured);
    if (!bytes)
        return fail(bytes.error());
    ByteReader reader(*bytes);
    if (reader.raw(magicSize) != QByteArrayView(magic, magicSize))
        return malformed("magic");
    if (reader.u32() != version)
        return malformed("version");
    Signature signature;
    signature.publicKey = reader.string();
    const QByteArray nameSpace = reader.string();
    signature.nameSpace = QString::fromUtf8(nameSpace);
    reader.string(); // reserved: a reader ignores it (PROTOCOL.sshsig)
    const QByteArray hash = reader.string();
    signature.blob = reader.string();
    if (!reader.isGood() || !reader.atEnd())
        return malformed("length");
    if (nameSpace.isEmpty() || signature.nameSpace.toUtf8() != nameSpace)
        return malformed("namespace");
    if (hash != "sha256" && hash != "sha512")
        return malformed("hash");
    signature.hashAlgorithm = QString::fromLatin1(hash);
    if (signature.publicKey.isEmpty() || signature.blob.isEmpty())
        return malformed("key or signature");
    return signature;
}

Result<Signature> verify(const QByteArray &armoured, const QString &nameSpace, const QByteArray &message)
{
    Result<Signature> signature = parse(armoured);
    if (!signature)
        return signature;
    if (signature->nameSpace != nameSpace)
        return fail(ErrorKind::NotPermitted, QStringLiteral("the signature is for \"%1\", not for \"%2\"")
                                                 .arg(signature->nameSpace, nameSpace));
    const QByteArray data = signedData(nameSpace, signature->hashAlgorithm.toLatin1(), message);
    if (auto verified = verifyBlob(signature->publicKey, signature->blob, data); !verified)
        return fail(verified.error());
    return signature;
}

QString fingerprint(const QByteArray &publicKey)
{
    return QStringLiteral("SHA256:")
           + QString::fromLatin1(sha256(publicKey).toBase64(QByteArray::OmitTrailingEquals));
}

} // namespace holdpoint::sshsig
