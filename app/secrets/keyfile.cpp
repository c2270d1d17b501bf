// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/secrets/keyfile.h>

#include <models/base/bytes.h>

namespace holdpoint::secrets {

namespace {

constexpr char beginLine[] = "-----BEGIN OPENSSH PRIVATE KEY-----\n";
constexpr char endLine[] = "-----END OPENSSH PRIVATE KEY-----\n";
constexpr QByteArrayView magic("openssh-key-v1\0", 15);
constexpr qsizetype lineLength = 70;
constexpr qsizetype blockSize = 8; // of the cipher "none"

tl::unexpected<Error> invalid()
{
    return fail(ErrorKind::Invalid, QStringLiteral("this is no OpenSSH private key file"));
}

} // namespace

QByteArray KeyFile::keyType() const { return ByteReader(publicKey).string(); }

Result<KeyFile> parseKeyFile(const QByteArray &file)
{
    QByteArray text = file;
    text.replace("\r\n", "\n");
    const qsizetype start = text.indexOf(beginLine);
    const qsizetype end = text.indexOf("-----END OPENSSH PRIVATE KEY-----", start);
    if (start < 0 || end < 0)
        return invalid();
    const qsizetype bodyStart = start + qsizetype(sizeof beginLine) - 1;
    QByteArray base64 = text.mid(bodyStart, end - bodyStart);
    base64.replace("\n", "");
    const auto bytes = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return invalid();
    ByteReader reader(bytes.decoded);
    if (reader.raw(magic.size()) != magic)
        return invalid();
    KeyFile keyFile;
    keyFile.cipher = reader.string();
    reader.string(); // kdf
    reader.string(); // kdf options
    const quint32 count = reader.u32();
    keyFile.publicKey = reader.string();
    keyFile.privatePart = reader.string();
    if (!reader.isGood() || count != 1 || keyFile.keyType().isEmpty())
        return invalid();
    return keyFile;
}

QByteArray writeKeyFile(const QByteArray &publicKey, QByteArray privatePart)
{
    for (char pad = 1; privatePart.size() % blockSize != 0; ++pad)
        privatePart.append(pad);
    ByteWriter writer;
    writer.raw(magic);
    writer.string("none");
    writer.string("none");
    writer.string({});
    writer.u32(1);
    writer.string(publicKey);
    writer.string(privatePart);
    const QByteArray base64 = writer.bytes().toBase64();
    QByteArray text = beginLine;
    for (qsizetype at = 0; at < base64.size(); at += lineLength)
        text += base64.mid(at, lineLength) + '\n';
    return text + endLine;
}

} // namespace holdpoint::secrets
