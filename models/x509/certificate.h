// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>

#include <QByteArray>
#include <QDateTime>
#include <QString>

using X509 = struct x509_st;

/// What X.509 certificates sign: time stamps (RFC 3161) and CMS signatures. OpenSSL does the arithmetic.
namespace holdpoint::x509 {

/// A certificate's facts for people.
struct Certificate
{
    QString subject; ///< RFC 2253: "CN=Ada Lovelace,O=NOC"
    QString issuer;
    QString fingerprint; ///< SHA-256 of the certificate, lower-case hexadecimal
    QDateTime validFrom;
    QDateTime validUntil;
};

Certificate certificateOf(const X509 *certificate);

/// Whether a PEM file names authorities at all, before anything is asked of them. Errors: Invalid when it does not.
Result<> checkAuthorities(const QByteArray &pem);

/// Whether lists of revoked certificates (CRL) are in this PEM.
bool holdsRevocations(const QByteArray &pem);
/// Whether such lists and nothing else are in it.
bool isOfRevocations(const QByteArray &pem);
/// Whether each such list in it can be relied on. Errors: Invalid when one is damaged, or does not say until when it is current.
Result<> checkRevocations(const QByteArray &pem);

/// What a chain of certificates comes to.
enum class Standing {
    Unasked,  ///< the signature fits; no authorities were given to tell whose it is
    Accepted, ///< and one of the given authorities vouches for the signer
    Refused,  ///< but none of them does
};

} // namespace holdpoint::x509
