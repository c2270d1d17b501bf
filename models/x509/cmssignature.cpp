// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/x509/cmssignature.h>

#include <models/ledger/openssluse.h>
#include <models/x509/certificatekeyparts.h>

#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace holdpoint::x509 {

namespace {

tl::unexpected<Error> signingFailed()
{
    return fail(ErrorKind::Io, QStringLiteral("the signature could not be made: %1").arg(takeOpenSslError()));
}

QByteArray derLength(qsizetype size)
{
    if (size < 0x80)
        return QByteArray(1, char(size));
    QByteArray octets;
    for (; size > 0; size >>= 8)
        octets.prepend(char(size & 0xff));
    return char(0x80 | octets.size()) + octets;
}

/// The bytes a signer's key signs: its attributes as a DER SET OF, which is sorted (RFC 5652 section 5.4).
QByteArray attributeSet(const CMS_SignerInfo *signer)
{
    QList<QByteArray> attributes;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i)
        attributes.append(derOf(CMS_signed_get_attr(signer, i), i2d_X509_ATTRIBUTE));
    std::sort(attributes.begin(), attributes.end());
    const QByteArray content = attributes.join();
    return char(0x31) + derLength(content.size()) + content;
}

QByteArray rawSignature(EVP_PKEY *key, const QByteArray &message)
{
    const std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
    const auto *bytes = reinterpret_cast<const unsigned char *>(message.constData());
    std::size_t size = 0;
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) != 1
        || EVP_DigestSign(context.get(), nullptr, &size, bytes, std::size_t(message.size())) != 1)
        return {};
    QByteArray signature(qsizetype(size), '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytes,
                       std::size_t(message.size()))
        != 1)
        return {};
    signature.truncate(qsizetype(size));
    return signature;
}

/// OpenSSL writes signing-time into every signature; without it the attributes have to be signed again.
bool removeSigningTime(CMS_SignerInfo *signer, EVP_PKEY *key)
{
    const int place = CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1);
    if (place >= 0)
        X509_ATTRIBUTE_free(CMS_signed_delete_attr(signer, place));
    const QByteArray signature = rawSignature(key, attributeSet(signer));
    return !signature.isEmpty()
           && ASN1_STRING_set(CMS_SignerInfo_get0_signature(signer), signature.constData(), int(signature.size())) == 1;
}

bool maySign(X509 *certificate)
{
    return (X509_get_key_usage(certificate) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
}

/// The one who signed; only after CMS_verify() has tied the certificate to the signature.
X509 *onlySigner(CMS_ContentInfo *cms)
{
    STACK_OF(X509) *signers = CMS_get0_signers(cms);
    X509 *signer = signers && sk_X509_num(signers) == 1 ? sk_X509_value(signers, 0) : nullptr;
    sk_X509_free(signers);
    return signer;
}

} // namespace

/// What may look into a CertificateKey.
class DetachedSigning
{
public:
    static Result<QByteArray> sign(const CertificateKey &key, QByteArrayView message, Profile profile)
    {
        const CertificateKey::Parts &parts = *key.m_parts;
        const unsigned flags = CMS_PARTIAL | CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP;
        const CmsHandle cms(CMS_sign(nullptr, nullptr, parts.chain.get(), nullptr, flags));
        CMS_SignerInfo *signer =
            cms ? CMS_add1_signer(cms.get(), parts.certificate.get(), parts.key.get(), EVP_sha256(), flags | CMS_CADES)
                : nullptr;
        const BioHandle bio = reader(message);
        if (!signer || CMS_final(cms.get(), bio.get(), nullptr, CMS_BINARY | CMS_DETACHED) != 1)
            return signingFailed();
        if (profile == Profile::Pades && !removeSigningTime(signer, parts.key.get()))
            return signingFailed();
        return derOf(cms.get(), i2d_CMS_ContentInfo);
    }
};

Result<QByteArray> signDetached(const CertificateKey &key, QByteArrayView message, Profile profile)
{
    const sshsig::OpenSslUse use;
    return DetachedSigning::sign(key, message, profile);
}

Result<DetachedSignature> verifyDetached(const QByteArray &der, QByteArrayView message,
                                         const std::optional<QByteArray> &authorities, const QDateTime &when)
{
    const sshsig::OpenSslUse use;
    const auto read = [](const QByteArray &bytes) {
        const auto *at = reinterpret_cast<const unsigned char *>(bytes.constData());
        const auto *end = at + bytes.size();
        CmsHandle cms(d2i_CMS_ContentInfo(nullptr, &at, long(bytes.size())));
        return at == end && beginsAsDer(bytes) ? std::move(cms) : CmsHandle();
    };
    const CmsHandle cms = read(der);
    ERR_clear_error();
    if (!cms)
        return fail(ErrorKind::Corrupt, QStringLiteral("it is no CMS signature"));
    if (const RevocationsHandle brought(CMS_get1_crls(cms.get()));
        sk_X509_CRL_num(brought.get()) > 0) // OpenSSL asks them first
        return fail(ErrorKind::Corrupt, QStringLiteral("it brings its own lists of revoked certificates along"));
    const BioHandle content = reader(message);
    // Without CMS_CADES, for which OpenSSL verifies the chain whatever else is said.
    if (CMS_verify(cms.get(), nullptr, nullptr, content.get(), nullptr, CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) != 1)
        return fail(ErrorKind::Corrupt, QStringLiteral("the signature does not fit: %1").arg(takeOpenSslError()));
    X509 *signer = onlySigner(cms.get());
    if (!signer)
        return fail(ErrorKind::Corrupt, QStringLiteral("it has not exactly one signer"));
    DetachedSignature found{.signer = certificateOf(signer)};
    if (!authorities)
        return found;
    auto store = storeOf(*authorities, when);
    if (!store)
        return fail(store.error());
    X509_VERIFY_PARAM *rules = X509_STORE_get0_param(store->get());
    X509_VERIFY_PARAM_set_purpose(rules, X509_PURPOSE_ANY);
    if (holdsRevocations(*authorities))
        X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL);
    const BioHandle again = reader(message);
    const CmsHandle fresh = read(der);
    if (!maySign(signer))
        found.reason = QStringLiteral("the certificate is not for signing");
    else if (CMS_verify(fresh.get(), nullptr, store->get(), again.get(), nullptr, CMS_BINARY | CMS_CADES) != 1)
        found.reason = QStringLiteral("no given authority vouches for the certificate: %1").arg(takeOpenSslError());
    found.standing = found.reason.isEmpty() ? Standing::Accepted : Standing::Refused;
    return found;
}

} // namespace holdpoint::x509
