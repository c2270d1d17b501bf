// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <models/x509/certificate.h>

#include <memory>

namespace holdpoint::x509 {

/// A certificate with its private key, and the certificates between it and its authority: one PKCS#12 file (RFC 7292).
///
/// Thread: any; nothing changes after it was read. Never asks: the password is given.
class CertificateKey
{
public:
    /// Errors: AuthDenied (wrong password), Invalid (no PKCS#12 file, no private key in it, a key that CMS does not sign
    /// with or that is too short, a certificate whose key usage is not signing), NotPermitted (not valid now).
    static Result<std::shared_ptr<const CertificateKey>> read(const QByteArray &file, const QByteArray &password,
                                                              const QDateTime &now);
    /// The same of a file on disk. Errors: also those of readFile().
    static Result<std::shared_ptr<const CertificateKey>> load(const QString &path, const QByteArray &password,
                                                              const QDateTime &now);
    ~CertificateKey();
    CertificateKey(const CertificateKey &) = delete;
    CertificateKey &operator=(const CertificateKey &) = delete;

    [[nodiscard]] Certificate certificate() const;

private:
    struct Parts;
    friend class DetachedSigning;
    explicit CertificateKey(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace holdpoint::x509
