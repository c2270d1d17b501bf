// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/x509/certificatekey.h>

#include <optional>

namespace holdpoint::x509 {

/// Which baseline a signature keeps. They differ in one attribute: CAdES (ETSI EN 319 122-1) demands signing-time in it,
/// PAdES (EN 319 142-1) forbids it, because a PDF says the time beside it.
enum class Profile { Cades, Pades };

/// A detached CMS signature (RFC 5652), level B-B: SHA-256, signing-certificate-v2, one signer, certificates included.
/// Errors: Io with OpenSSL's words.
Result<QByteArray> signDetached(const CertificateKey &key, QByteArrayView message, Profile profile);

/// A signature that fits its message.
struct DetachedSignature
{
    Certificate signer;
    Standing standing = Standing::Unasked;
    QString reason; ///< of Refused
};

/// `authorities`: PEM, whose chain must have been valid at `when`; signing-certificate-v2 must name the signer too. Where lists of
/// revoked certificates (CRL) are in it, one of the signer's authority must be, be current, and not name the signer.
/// Errors: Corrupt (does not fit, is no CMS, or has not one signer), Invalid (no authority in the PEM).
Result<DetachedSignature> verifyDetached(const QByteArray &der, QByteArrayView message,
                                         const std::optional<QByteArray> &authorities, const QDateTime &when);

} // namespace holdpoint::x509
