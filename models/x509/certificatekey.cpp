// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/x509/certificatekeyparts.h>

#include <models/base/clock.h>
#include <models/base/privatefile.h>
#include <models/ledger/openssluse.h>

#include <openssl/err.h>
#include <openssl/x509v3.h>

namespace holdpoint::x509 {

namespace {

constexpr int leastRsaBits = 2048;
constexpr qint64 largestFile = 1 << 20;

Result<Pkcs12Handle> parse(const QByteArray &file)
{
    const BioHandle bio = reader(file);
    Pkcs12Handle parsed(d2i_PKCS12_bio(bio.get(), nullptr));
    ERR_clear_error();
    if (!parsed)
        return fail(ErrorKind::Invalid, QStringLiteral("this is no PKCS#12 file (.p12, .pfx)"));
    return parsed;
}

/// Files of old programs are encrypted with ciphers that OpenSSL 3 keeps apart.
Error openingError()
{
    const bool isOutdated =
        ERR_GET_REASON(ERR_peek_error()) == ERR_R_UNSUPPORTED || ERR_GET_LIB(ERR_peek_error()) == ERR_LIB_EVP;
    const QString words = takeOpenSslError();
    return {ErrorKind::Invalid,
            isOutdated
                ? QStringLiteral("the PKCS#12 file is encrypted in an outdated way (%1); write it anew: openssl pkcs12 "
                                 "-legacy -in OLD -nodes | openssl pkcs12 -export -out NEW")
                      .arg(words)
                : QStringLiteral("the PKCS#12 file cannot be opened: %1").arg(words)};
}

bool isPassword(PKCS12 *file, const QByteArray &password)
{
    const bool fits = PKCS12_verify_mac(file, password.constData(), int(password.size())) == 1
                      || (password.isEmpty() && PKCS12_verify_mac(file, nullptr, 0) == 1);
    ERR_clear_error();
    return fits;
}

Result<> checkKey(EVP_PKEY *key)
{
    const int type = EVP_PKEY_get_base_id(key);
    if (type != EVP_PKEY_RSA && type != EVP_PKEY_EC)
        return fail(ErrorKind::Invalid, QStringLiteral("only RSA and elliptic curve (ECDSA) keys can sign here"));
    if (type == EVP_PKEY_RSA && EVP_PKEY_get_bits(key) < leastRsaBits)
        return fail(ErrorKind::Invalid, QStringLiteral("the RSA key has fewer than %1 bits").arg(leastRsaBits));
    return {};
}

Result<> checkCertificate(X509 *certificate, const QDateTime &now)
{
    const Certificate facts = certificateOf(certificate);
    if (now < facts.validFrom || now > facts.validUntil) {
        return fail(ErrorKind::NotPermitted,
                    QStringLiteral("the certificate of %1 is valid from %2 to %3, not now")
                        .arg(facts.subject, isoUtc(facts.validFrom), isoUtc(facts.validUntil)));
    }
    if ((X509_get_key_usage(certificate) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0) {
        return fail(ErrorKind::Invalid,
                    QStringLiteral("the certificate of %1 is not for signing: its key usage has neither "
                                   "digitalSignature nor nonRepudiation")
                        .arg(facts.subject));
    }
    return {};
}

} // namespace

CertificateKey::CertificateKey(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

CertificateKey::~CertificateKey() = default;

Result<std::shared_ptr<const CertificateKey>> CertificateKey::read(const QByteArray &file, const QByteArray &password,
                                                                   const QDateTime &now)
{
    const sshsig::OpenSslUse use;
    const auto parsed = parse(file);
    if (!parsed)
        return fail(parsed.error());
    if (PKCS12_mac_present(parsed->get()) == 1 && !isPassword(parsed->get(), password))
        return fail(ErrorKind::AuthDenied, QStringLiteral("the password does not open the PKCS#12 file"));
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
    STACK_OF(X509) *chain = nullptr;
    if (PKCS12_parse(parsed->get(), password.constData(), &key, &certificate, &chain) != 1)
        return fail(openingError());
    auto parts = std::make_unique<Parts>(Parts{KeyHandle(key), X509Handle(certificate), StackHandle(chain)});
    if (!key || !certificate)
        return fail(ErrorKind::Invalid, QStringLiteral("the PKCS#12 file holds no private key with its certificate"));
    auto checked = checkKey(key);
    if (checked)
        checked = checkCertificate(certificate, now);
    if (!checked)
        return fail(checked.error());
    return std::shared_ptr<const CertificateKey>(new CertificateKey(std::move(parts)));
}

Result<std::shared_ptr<const CertificateKey>> CertificateKey::load(const QString &path, const QByteArray &password,
                                                                   const QDateTime &now)
{
    const auto file = readFile(path, largestFile);
    return file ? read(*file, password, now) : fail(file.error());
}

Certificate CertificateKey::certificate() const { return certificateOf(m_parts->certificate.get()); }

} // namespace holdpoint::x509
