// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QByteArrayList>
#include <QDateTime>
#include <QList>
#include <QString>

/// SSH signatures of files (OpenSSH PROTOCOL.sshsig), as `ssh-keygen -Y` makes and checks them.
namespace holdpoint::sshsig {

/// The bytes a key signs: "SSHSIG", namespace, "", "sha512", H(message).
QByteArray signedData(const QString &nameSpace, const QByteArray &message);
/// Wraps a signature blob into the armoured file.
QByteArray armour(const QByteArray &publicKey, const QString &nameSpace, const QByteArray &signatureBlob);

struct Signature
{
    QByteArray publicKey;
    QString nameSpace;
    QString hashAlgorithm;
    QByteArray blob;
};
/// Errors: Invalid, for every armour, version, hash or length that is off; never crashes, input up to 64 KiB.
Result<Signature> parse(const QByteArray &armoured);

/// Checks signature bytes alone (Ed25519, ECDSA, RSA with SHA-2, and their sk- forms).
/// Errors: Invalid (malformed), NotPermitted (other namespace), Corrupt (signature does not fit the message).
Result<Signature> verify(const QByteArray &armoured, const QString &nameSpace, const QByteArray &message);

/// A line of an allowed_signers file (ssh-keygen(1), ALLOWED SIGNERS).
struct AllowedSigner
{
    QByteArrayList principals; ///< patterns, not always UTF-8
    QByteArrayList namespaces; ///< empty: all
    QDateTime validAfter;
    QDateTime validBefore;
    QByteArray publicKey;
    bool certificateAuthority = false;
};
QList<AllowedSigner> parseAllowedSigners(const QByteArray &text);

/// The signer whose line allows this key, namespace and time. Errors: NotFound with the reason (unknown key, expired, ...).
Result<AllowedSigner> findSigner(const QList<AllowedSigner> &signers, const Signature &signature, const QDateTime &when);

/// "SHA256:..." as ssh-keygen -l prints it.
QString fingerprint(const QByteArray &publicKey);

} // namespace holdpoint::sshsig
